import { membershipOf } from '@yoriai/domain/groups';
import { wantsChange, type MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { closingRoundsStore } from './closing-rounds.store.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { minutesStore } from './minutes.store.js';
import { scheduleLookBack } from '../topics/schedule-look-back.js';
import { topicsStore } from '../topics/topics.store.js';

export interface AnswerClosingRound extends meetings.ClosingRoundWish {
  readonly meetingId: MeetingId;
  readonly expectedVersion?: number | null;
}

export async function answerClosingRound(
  tx: TenantTx,
  { meetingId, expectedVersion, ...wish }: AnswerClosingRound,
): Promise<MeetingId> {
  const viewer = found(tx.viewer);
  const meeting = found(await meetingsStore.hold(tx, meetingId));
  const group = await groupOf(tx, meeting.groupId);
  const membership = membershipOf(group, viewer.memberId) ?? refuse({ code: 'FORBIDDEN' });
  const sealed = (await minutesStore.ofMeetings(tx, [meetingId])).get(meetingId);
  const hotSeat = await topicsStore.hotSeatOf(tx, meetingId);
  const member = {
    id: viewer.memberId,
    takesPart: membership.takesPart,
    hadHotSeat: hotSeat.includes(viewer.memberId),
  };
  const { round, events } = must(
    meetings.answerClosingRound(meeting, sealed?.sealedAt ?? null, member, wish, tx.now),
  );
  const version = await closingRoundsStore.lockVersion(tx, meetingId, viewer.memberId);
  const before = version === 0 ? null : await closingRoundsStore.mine(tx, meetingId, viewer.memberId);
  if (!must(wantsChange(before, round, expectedVersion))) return meetingId;
  await closingRoundsStore.save(tx, meeting, viewer.memberId, round, {
    group: await audiences.groupAtEpoch(tx, group.id),
    facilitators: await audiences.facilitators(tx, group.id),
  });
  await scheduleLookBack(tx, meeting, viewer.memberId, round.oneYearLater);
  await tx.publish(events);
  return meetingId;
}
