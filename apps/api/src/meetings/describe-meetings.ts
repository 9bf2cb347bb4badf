import type { MeetingId } from '@yoriai/domain/kernel';
import { isOpenToChange, type Meeting, type MeetingSeriesId } from '@yoriai/domain/meetings';
import type { MeetingFacts } from '@yoriai/domain/notifications';
import { groupById } from '../groups/groups.loader.js';
import { describeNotices, type Describe, type ExtrasForMail } from '../notifications/describe.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import type { Calendars } from './calendars.js';
import { meetingsStore } from './meetings.store.js';
import type { RsvpLink } from './rsvp-link.js';

type MeetingKind =
  'meeting.invite' | 'meeting.moved' | 'meeting.cancelled' | `meeting.reminder.${'7d' | '24h' | '1h'}`;

interface MailServices {
  readonly calendars: Calendars;
  readonly links: RsvpLink;
}
let services: MailServices | null = null;
/** The descriptions are made when this file is read; what they need to write mails comes when the module starts. */
export const serveMeetingMails = (started: MailServices): void => void (services = started);

const answerLink: ExtrasForMail = async (tx, ids, memberId) => {
  const meetingId = ids['meetingId'] as MeetingId;
  const meeting = (await meetingsStore.byIds(tx, [meetingId])).get(meetingId);
  const path =
    meeting &&
    isOpenToChange(meeting, tx.now) &&
    (await services?.links.path({ tenantId: tx.tenantId, meetingId, memberId }));
  return path ? { rsvpPath: path } : {};
};
const withCalendar: ExtrasForMail = async (tx, ids, memberId, kind) => {
  const content = await services?.calendars.write(tx, memberId, await seriesIn(tx, ids));
  return {
    ...(await answerLink(tx, ids, memberId, kind)),
    ...(content ? { calendar: { method: 'PUBLISH', content } } : {}),
  };
};

/** How the notices about meetings find their words. */
const describe =
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

/** The series of the meeting as it is now, and the one it came from when the rest of a series moved. */
async function seriesIn(tx: TenantTx, ids: Readonly<Record<string, string>>): Promise<MeetingSeriesId[]> {
  const meetingId = ids['meetingId'] as MeetingId;
  const meeting = (await meetingsStore.byIds(tx, [meetingId])).get(meetingId);
  return [...new Set([ids['fromSeriesId'], meeting?.seriesId])].filter(
    (id): id is MeetingSeriesId => id !== undefined,
  );
}

const isOn = describe((meeting) => meeting.status !== 'CANCELLED');
describeNotices<MeetingKind>(['meeting.invite', 'meeting.moved'], isOn, withCalendar);
describeNotices<MeetingKind>(
  ['meeting.cancelled'],
  describe((meeting) => meeting.status === 'CANCELLED'),
  withCalendar,
);
describeNotices<MeetingKind>(
  ['meeting.reminder.7d', 'meeting.reminder.24h', 'meeting.reminder.1h'],
  isOn,
  answerLink,
);
