import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AnswerAfterPartyMutation,
  AnswerAfterPartyMutationVariables,
} from '../../graphql/generated/operations.js';
import { afterPartyFragment } from './plan-after-party.js';

export const answerAfterParty: TypedDocumentNode<
  AnswerAfterPartyMutation,
  AnswerAfterPartyMutationVariables
> = gql`
  mutation AnswerAfterParty($id: ID!, $coming: Boolean!, $memberId: ID) {
    answerAfterParty(meetingId: $id, coming: $coming, memberId: $memberId) {
      id
      ...AfterParty
    }
  }
  ${afterPartyFragment}
`;
