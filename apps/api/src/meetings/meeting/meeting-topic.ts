import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import type { CheckInId, CommitmentId, DecisionId, TopicId } from '@yoriai/domain/meetings';

/** The topic that screens of one meeting follow. */
export const meetingTopic = (tenantId: string, meetingId: string): string =>
  `meeting:${tenantId}:${meetingId}`;

export type MeetingPart =
  | 'details'
  | 'agenda'
  | 'attendance'
  | 'run'
  | 'checkIns'
  | 'topics'
  | 'commitments'
  | 'decisions'
  | 'afterParty'
  | 'roles'
  | 'recording'
  | 'minutes';

/** What events were about: parts of the meeting, and the ids of what changed in them. `all`: everything may have. */
export type MeetingUpdated = {
  readonly meetingId: MeetingId;
  readonly parts: readonly (MeetingPart | 'all')[];
  readonly memberIds: readonly MemberId[];
  readonly checkInIds: readonly CheckInId[];
  readonly topicIds: readonly TopicId[];
  readonly commitmentIds: readonly CommitmentId[];
  readonly decisionIds: readonly DecisionId[];
};
