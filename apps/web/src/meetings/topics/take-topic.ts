import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ReleaseTopicMutation,
  ReleaseTopicMutationVariables,
  TakeTopicMutation,
  TakeTopicMutationVariables,
} from '../../graphql/generated/operations.js';

export const takeTopic: TypedDocumentNode<TakeTopicMutation, TakeTopicMutationVariables> = gql`
  mutation TakeTopic($id: ID!) {
    takeTopic(topicId: $id) {
      id
      taken
    }
  }
`;

export const releaseTopic: TypedDocumentNode<ReleaseTopicMutation, ReleaseTopicMutationVariables> = gql`
  mutation ReleaseTopic($id: ID!) {
    releaseTopic(topicId: $id) {
      id
      taken
    }
  }
`;
