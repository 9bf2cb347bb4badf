import { isInGroup } from '@yoriai/domain/groups';
import type { GroupId, MeetingId, MemberId } from '@yoriai/domain/kernel';
import { isOpenToChange, type Meeting, type MeetingSeriesId } from '@yoriai/domain/meetings';
import type { MeetingFacts } from '@yoriai/domain/notifications';
import { mayEnter } from '@yoriai/domain/people';
import { groupById } from '../groups/groups.loader.js';
import { describeNotices, type Describe, type ExtrasForMail } from '../notifications/describe.js';
import { memberById } from '../people/people.loader.js';
import type { Calendars } from './calendars.js';
import { meetingsStore } from './meetings.store.js';
import type { RsvpLink } from './rsvp-link.js';

type MeetingKind =
  | 'meeting.invite'
  | 'meeting.moved'
  | 'meeting.place-changed'
  | 'meeting.cancelled'
  | 'meeting.rsvp-nudge'
  | 'meeting.check-in-nudge'
  | `meeting.reminder.${'7d' | '24h' | '1h'}`
  | 'meeting.handed-over'
  | 'meeting.recording-gone';

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
/**
 * What calendars have to hear: of a new series all of it, of a change the meeting that changed. When the rest of a series moved, of the
 * new series, and in a second mail of the one that ends before: an invitation speaks of one UID alone.
 */
const withInvitation: ExtrasForMail = async (tx, ids, memberId, kind) => {
  const meetingId = ids['meetingId'] as MeetingId;
  const fromSeriesId = ids['fromSeriesId'] as MeetingSeriesId | undefined;
  const meeting = (await meetingsStore.byIds(tx, [meetingId])).get(meetingId);
  const whole = kind === 'meeting.invite' || fromSeriesId !== undefined;
  const calendar =
    meeting && (await services?.calendars.invite(tx, memberId, meeting.seriesId, whole ? null : meetingId));
  const earlier = fromSeriesId && (await services?.calendars.invite(tx, memberId, fromSeriesId, null));
  return {
    ...(await answerLink(tx, ids, memberId, kind)),
    ...(calendar ? { calendar } : {}),
    ...(earlier ? { earlierCalendar: earlier } : {}),
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

const isOn = describe((meeting) => meeting.status !== 'CANCELLED');
describeNotices<MeetingKind>(
  ['meeting.invite', 'meeting.moved', 'meeting.place-changed'],
  isOn,
  withInvitation,
);
describeNotices<MeetingKind>(['meeting.handed-over', 'meeting.recording-gone'], isOn);
describeNotices<MeetingKind>(
  ['meeting.cancelled'],
  describe((meeting) => meeting.status === 'CANCELLED'),
  withInvitation,
);
describeNotices<MeetingKind>(
  ['meeting.reminder.7d', 'meeting.reminder.24h', 'meeting.reminder.1h', 'meeting.rsvp-nudge'],
  isOn,
  answerLink,
);
describeNotices<MeetingKind>(['meeting.check-in-nudge'], isOn);

/** For as long as they stay away: whoever is back in the group meanwhile keeps its dates. */
describeNotices(
  ['meeting.uninvited'],
  async (tx, ids) => {
    const groups = await groupById.batch(tx, [...new Set(ids.map(({ groupId }) => groupId as GroupId))]);
    const members = await memberById.batch(tx, [...new Set(ids.map(({ memberId }) => memberId as MemberId))]);
    return ids.map(({ groupId, memberId }) => {
      const [group, member] = [groups.get(groupId as GroupId), members.get(memberId as MemberId)];
      return group && member && isInGroup(group, member.id) && mayEnter(member.status) ? null : {};
    });
  },
  async (tx, ids, memberId) => {
    const calendar = await services?.calendars.withdraw(tx, memberId, ids['seriesId'] as MeetingSeriesId);
    return calendar ? { calendar } : {};
  },
);
