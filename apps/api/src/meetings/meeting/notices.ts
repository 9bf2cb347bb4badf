import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import type { MeetingId, MemberId } from '@yoriai/domain/kernel';
import { isOpenToChange, type Meeting, type MeetingFacts } from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { AddsToMail, Describes, type MailExtras } from '../../notifications/notices.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsStore } from './meetings.store.js';
import { RsvpLink } from './rsvp-by-link.js';

/** How the notices about meetings find their words. */
const describeMeeting =
  (isTrue: (meeting: Meeting) => boolean) =>
  async (
    tx: TenantTx,
    ids: readonly { readonly meetingId: MeetingId }[],
  ): Promise<(MeetingFacts | null)[]> => {
    const meetings = await meetingsStore.byIds(
      tx,
      ids.map(({ meetingId }) => meetingId),
    );
    const groups = await groupById.batch(tx, [
      ...new Set([...meetings.values()].map((meeting) => meeting.groupId)),
    ]);
    return ids.map(({ meetingId }): MeetingFacts | null => {
      const meeting = meetings.get(meetingId);
      const group = meeting && groups.get(meeting.groupId);
      if (!group || !isTrue(meeting)) return null;
      const { title, startsAt, endsAt, timeZone, place, url, cancelReason: reason } = meeting;
      return { groupName: group.name, title, startsAt, endsAt, timeZone, place, url, reason };
    });
  };

export const describeStandingMeeting = describeMeeting((meeting) => meeting.status !== 'CANCELLED');
const describeCancelledMeeting = describeMeeting((meeting) => meeting.status === 'CANCELLED');

@Injectable()
export class MeetingNotices {
  constructor(private readonly links: RsvpLink) {}

  @Describes(
    'meeting.invite',
    'meeting.moved',
    'meeting.place-changed',
    'meeting.handed-over',
    'meeting.recording-gone',
  )
  standing(
    tx: TenantTx,
    ids: readonly { readonly meetingId: MeetingId }[],
  ): Promise<(MeetingFacts | null)[]> {
    return describeStandingMeeting(tx, ids);
  }

  @Describes('meeting.cancelled')
  cancelled(
    tx: TenantTx,
    ids: readonly IdsOfNotice['meeting.cancelled'][],
  ): Promise<(MeetingFacts | null)[]> {
    return describeCancelledMeeting(tx, ids);
  }

  /** With the link by which a mail is answered, while the meeting can be. */
  @AddsToMail('meeting.moved', 'meeting.place-changed')
  async answerLink(
    tx: TenantTx,
    ids: { readonly meetingId: MeetingId },
    memberId: MemberId,
  ): Promise<MailExtras> {
    const meetingId = ids.meetingId;
    const meeting = (await meetingsStore.byIds(tx, [meetingId])).get(meetingId);
    if (!meeting || !isOpenToChange(meeting, tx.now)) return {};
    return { rsvpPath: await this.links.path({ tenantId: tx.tenantId, meetingId, memberId }) };
  }
}
