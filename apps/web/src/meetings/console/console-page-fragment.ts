import { gql } from '@apollo/client';
import { commitmentListFragment } from '../commitments/commitment-list.js';
import { handOverFragment } from '../meeting/hand-over-meeting.js';
import { closeableMeetingFragment } from '../minutes/close-meeting.js';
import { decisionListFragment } from '../minutes/decision-list.js';
import { recordingFragment } from '../recordings/answer-recording.js';
import { consoleFragment } from './run-meeting.js';

export const consolePageFragment = gql`
  fragment ConsolePageParts on Meeting {
    id
    title
    startsAt
    endsAt
    timeZone
    viewerCan {
      run
    }
    ...Console @unmask
    ...HandOver
    ...Recording
    ...DecisionList
    ...CommitmentList
    ...CloseableMeeting
  }
  ${consoleFragment}
  ${handOverFragment}
  ${recordingFragment}
  ${decisionListFragment}
  ${commitmentListFragment}
  ${closeableMeetingFragment}
`;
