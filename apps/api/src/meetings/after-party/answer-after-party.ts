import { isInGroup } from '@yoriai/domain/groups';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { afterPartiesStore } from './after-parties.store.js';
import { lockAfterParty } from './plan-after-party.js';

export interface AnswerAfterParty {
  readonly meetingId: MeetingId;
  readonly coming: boolean;
  /** The attendee who phoned; the viewer when null. */
  readonly memberId?: MemberId | null;
}

export async function answerAfterParty(tx: TenantTx, input: AnswerAfterParty): Promise<void> {
  const viewer = found(tx.viewer);
  const memberId = input.memberId ?? viewer.memberId;
  const { meeting, group, party } = await lockAfterParty(tx, input.meetingId);
  must(
    memberId === viewer.memberId ? meetings.canRsvp(viewer, group) : meetings.canRsvpForOthers(viewer, group),
  );
  if (!isInGroup(group, memberId)) refuse({ code: 'NOT_FOUND' });
  const answer = { memberId, coming: input.coming };
  const { given, events } = must(meetings.answerAfterParty(meeting, party, answer, tx.now));
  if (await afterPartiesStore.answer(tx, found(party), given, viewer.memberId)) await tx.publish(events);
}
