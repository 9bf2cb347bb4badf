import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AnswerRecordingMutation,
  AnswerRecordingMutationVariables,
  RecordingFragment,
} from '../../graphql/generated/operations.js';

export const recordingFragment: TypedDocumentNode<RecordingFragment> = gql`
  fragment Recording on Meeting {
    id
    status
    timeZone
    recording {
      agreed
      viewerAgrees
      url
      goneAt
    }
  }
`;

export const answerRecording: TypedDocumentNode<AnswerRecordingMutation, AnswerRecordingMutationVariables> =
  gql`
    mutation AnswerRecording($meetingId: ID!, $agrees: Boolean!) {
      answerRecording(meetingId: $meetingId, agrees: $agrees) {
        id
        ...Recording
      }
    }
    ${recordingFragment}
  `;
