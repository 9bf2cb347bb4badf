import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  VoteForTopicMutation,
  VoteForTopicMutationVariables,
} from '../../graphql/generated/operations.js';

export const voteForTopic: TypedDocumentNode<VoteForTopicMutation, VoteForTopicMutationVariables> = gql`
  mutation VoteForTopic($id: ID!, $vote: Boolean!) {
    voteForTopic(topicId: $id, vote: $vote) {
      id
      votes
      voted
    }
  }
`;
