import { carries, type EventOf, type GroupId, type Id, type MeetingId } from '../../kernel/index.js';

type CommitmentIds = { commitmentId: Id<'Commitment'>; groupId: GroupId; meetingId: MeetingId };

export const commitmentEvents = {
  'meeting.commitment-made': carries<CommitmentIds>(),
  'meeting.commitment-edited': carries<CommitmentIds>(),
  'meeting.commitment-settled': carries<CommitmentIds>(),
};
export type CommitmentEvent = EventOf<typeof commitmentEvents>;
