import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ConsoleFragment,
  ConsoleRunMutation,
  ConsoleRunMutationVariables,
} from '../../graphql/generated/operations.js';
import { runClockFragment } from './run-state.js';

export const airtimeFragment = gql`
  fragment Airtime on Meeting {
    airtime {
      member {
        id
      }
      stepId
      spentMs
      speakingSince
    }
    evenness
  }
`;

export const consoleFragment: TypedDocumentNode<ConsoleFragment> = gql`
  fragment Console on Meeting {
    id
    format
    ...RunClock @unmask
    attendees {
      member {
        id
        displayName
        kana
      }
      presence
      late
      attended
    }
    ...Airtime @unmask
  }
  ${runClockFragment}
  ${airtimeFragment}
`;

export const runMeeting: TypedDocumentNode<ConsoleRunMutation, ConsoleRunMutationVariables> = gql`
  mutation ConsoleRun($input: RunMeetingInput!) {
    runMeeting(input: $input) {
      id
      ...Console
    }
  }
  ${consoleFragment}
`;
