import type { MeetingId } from '@yoriai/domain/kernel';
import { isOpenToChange, type Meeting } from '@yoriai/domain/meetings';
import type { MeetingFacts } from '@yoriai/domain/notifications';
import { groupById } from '../../groups/group/groups.loader.js';
import { describeNotices, type Describe, type ExtrasForMail } from '../../notifications/describe.js';
import { meetingsStore } from './meetings.store.js';
import type { RsvpLink } from './rsvp-by-link.js';

export type MeetingKind =
  | 'meeting.invite'
  | 'meeting.moved'
  | 'meeting.place-changed'
  | 'meeting.cancelled'
  | 'meeting.rsvp-nudge'
  | 'meeting.check-in-nudge'
  | `meeting.reminder.${'7d' | '24h' | '1h'}`
  | 'meeting.handed-over'
  | 'meeting.recording-gone';

let links: RsvpLink | null = null;
/** The descriptions are made when this file is read; what they need to write mails comes when the module starts. */
export const serveAnswerLinks = (started: RsvpLink): void => void (links = started);

/** With the link by which a mail is answered, while the meeting can be. */
export const answerLink: ExtrasForMail = async (tx, ids, memberId) => {
  const meetingId = ids['meetingId'] as MeetingId;
  const meeting = (await meetingsStore.byIds(tx, [meetingId])).get(meetingId);
  const path =
    meeting &&
    isOpenToChange(meeting, tx.now) &&
    (await links?.path({ tenantId: tx.tenantId, meetingId, memberId }));
  return path ? { rsvpPath: path } : {};
};

/** How the notices about meetings find their words. */
export const describeMeeting =
  (isTrue: (meeting: Meeting) => boolean): Describe<MeetingKind> =>
  async (tx, ids) => {
    const meetings = await meetingsStore.byIds(
      tx,
      ids.map(({ meetingId }) => meetingId as MeetingId),
    );
    const groups = await groupById.batch(tx, [
      ...new Set([...meetings.values()].map((meeting) => meeting.groupId)),
    ]);
    return ids.map(({ meetingId }): MeetingFacts | null => {
      const meeting = meetings.get(meetingId as MeetingId);
      const group = meeting && groups.get(meeting.groupId);
      if (!group || !isTrue(meeting)) return null;
      const { title, startsAt, endsAt, timeZone, place, url, cancelReason: reason } = meeting;
      return { groupName: group.name, title, startsAt, endsAt, timeZone, place, url, reason };
    });
  };

export const describeStandingMeeting = describeMeeting((meeting) => meeting.status !== 'CANCELLED');

describeNotices<MeetingKind>(['meeting.handed-over'], describeStandingMeeting);
