import { membershipOf } from '@yoriai/domain/groups';
import { wantsChange, type MeetingId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { closingRoundsStore } from './closing-rounds.store.js';
import { groupOf } from '../meeting/group-of.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { minutesStore } from './minutes.store.js';

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
  const hotSeat = await minutesStore.hotSeatOf(tx, meetingId);
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
  await planLookBack(tx, meeting, viewer.memberId, round.oneYearLater);
  await tx.publish(events);
  return meetingId;
}

/** 一年後の今日, if its owner wants it; いいえ is remembered and nothing rings. */
async function planLookBack(
  tx: TenantTx,
  meeting: meetings.Meeting,
  memberId: string,
  agreed: boolean | null,
): Promise<void> {
  const key = `${meeting.id}:${memberId}`;
  const ids = { meetingId: meeting.id, memberId };
  if (agreed) await tx.at(meetings.oneYearAfter(meeting), { name: 'meeting.one-year-later', key, ids });
  else await tx.cancelTimers('meeting.one-year-later', [key]);
}
