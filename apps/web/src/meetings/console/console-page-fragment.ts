import { gql } from '@apollo/client';
import { consoleFragment } from './run-meeting.js';
import { handOverFragment } from '../meeting/hand-over-meeting.js';
import { recordingFragment } from '../recordings/answer-recording.js';
import { decisionListFragment } from '../minutes/decision-list.js';
import { commitmentListFragment } from '../commitments/commitment-list.js';
import { closeableMeetingFragment } from '../minutes/close-meeting.js';

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
