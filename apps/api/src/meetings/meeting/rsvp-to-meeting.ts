import { isInGroup } from '@yoriai/domain/groups';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import * as meetings from '@yoriai/domain/meetings';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { meetingsStore } from './meetings.store.js';
import { rsvpsStore } from './rsvps.store.js';

export interface RsvpToMeeting {
  readonly meetingId: MeetingId;
  readonly rsvp: meetings.RsvpAnswer;
  readonly note?: meetings.RsvpNote | null;
  /** The attendee who phoned; the viewer when null. */
  readonly memberId?: MemberId | null;
}

export async function rsvpToMeeting(tx: TenantTx, input: RsvpToMeeting): Promise<void> {
  const viewer = found(tx.viewer);
  const memberId = input.memberId ?? viewer.memberId;
  const meeting = found(await meetingsStore.hold(tx, input.meetingId));
  const group = await groupOf(tx, meeting.groupId);
  must(
    memberId === viewer.memberId ? meetings.canRsvp(viewer, group) : meetings.canRsvpForOthers(viewer, group),
  );
  if (!isInGroup(group, memberId)) refuse({ code: 'NOT_FOUND' });
  const { given, events } = must(
    meetings.rsvpToMeeting(meeting, memberId, input.rsvp, input.note ?? null, tx.now),
  );
  if (await rsvpsStore.answer(tx, meeting, given, viewer.memberId)) await tx.publish(events);
}
