import { isInGroup } from '@yoriai/domain/groups';
import type { GroupId, MeetingId, MemberId } from '@yoriai/domain/kernel';
import {
  isOpenToChange,
  newsOfMeetings,
  announcedOf,
  type Meeting,
  type MeetingChange,
  type MeetingSeriesId,
} from '@yoriai/domain/meetings';
import type { MeetingFacts } from '@yoriai/domain/notifications';
import { mayEnter } from '@yoriai/domain/people';
import { groupById } from '../../groups/group/groups.loader.js';
import {
  describeNotices,
  type Describe,
  type ExtrasForMail,
  type Gather,
} from '../../notifications/describe.js';
import { memberById } from '../../people/members/people.loader.js';
import type { MailCalendar } from '../../platform/mail/outgoing.js';
import type { Calendars } from '../calendars/calendars.js';
import { meetingsStore } from './meetings.store.js';
import type { RsvpLink } from './rsvp-link.js';
import { toldMeetingsStore } from '../calendars/told-meetings.store.js';

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
 * Calendars take in all of a series when it is new to them; what they hold by then has been told. A date that they still hold in another series
 * counts as told there, until the mail that takes it out.
 */
const withInvitation: ExtrasForMail = async (tx, ids, memberId, kind) => {
  const meetingId = ids['meetingId'] as MeetingId;
  const meeting = (await meetingsStore.byIds(tx, [meetingId])).get(meetingId);
  const whole = meeting && { seriesId: meeting.seriesId, about: null, gone: [] };
  const [calendar] = (whole && (await services?.calendars.invite(tx, memberId, whole))) ?? [];
  const before = meeting ? await toldMeetingsStore.ofMember(tx, memberId, meeting.groupId) : [];
  const inOther = before.filter((one) => one.seriesId !== meeting?.seriesId && !one.cancelled);
  const elsewhere = new Set(inOther.map((one) => one.meetingId));
  const all = meeting && calendar ? await meetingsStore.ofSeries(tx, [meeting.seriesId]) : [];
  const told = all.filter(({ id }) => !elsewhere.has(id)).map(announcedOf);
  return {
    ...(await answerLink(tx, ids, memberId, kind)),
    ...(calendar ? { calendar, onSent: (then) => toldMeetingsStore.keep(then, memberId, told) } : {}),
  };
};

const kindOf = {
  NEW: 'meeting.invite',
  MOVED: 'meeting.moved',
  PLACE: 'meeting.place-changed',
  CANCELLED: 'meeting.cancelled',
} as const satisfies Record<MeetingChange, MeetingKind>;

/**
 * What has changed for a reader since they were last told, however many notices came meanwhile: five moves are one, there and back is none. Each calendar
 * hears of its own UID: of the one meeting that changed, or of the series as it stands.
 */
const news: Gather = async (tx, notices, memberId) => {
  const groupId = notices[0]!.ids['groupId'] as GroupId;
  const told = await toldMeetingsStore.ofMember(tx, memberId, groupId);
  const meetings = await meetingsStore.standingIn(
    tx,
    groupId,
    told.map(({ meetingId }) => meetingId),
  );
  const seriesIds = [...new Set([...meetings, ...told].map(({ seriesId }) => seriesId))];
  const series = [...(await meetingsStore.seriesByIds(tx, seriesIds)).values()];
  const { changes, calendars } = newsOfMeetings(told, meetings, series);
  const changed = new Set(changes.map(({ meetingId }) => meetingId));
  const now = new Map(meetings.filter(({ id }) => changed.has(id)).map((one) => [one.id, one]));
  const sent: MailCalendar[] = [];
  for (const one of calendars) {
    const messages = (await services?.calendars.invite(tx, memberId, one)) ?? [];
    if (messages.length === 0) continue;
    sent.push(...messages);
    if (one.about !== null) continue;
    for (const meeting of await meetingsStore.ofSeries(tx, [one.seriesId])) now.set(meeting.id, meeting);
  }
  const [calendar, ...moreCalendars] = sent;
  const only = changes.length === 1 ? { meetingId: changes[0]!.meetingId, groupId } : null;
  return {
    notices: changes.map(({ meetingId, change }) => ({ kind: kindOf[change], ids: { meetingId, groupId } })),
    ...(only ? await answerLink(tx, only, memberId, 'meeting.moved') : {}),
    ...(calendar ? { calendar, moreCalendars } : {}),
    onSent: (then) => toldMeetingsStore.keep(then, memberId, [...now.values()].map(announcedOf)),
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
describeNotices<MeetingKind>(['meeting.invite'], isOn, withInvitation);
describeNotices<MeetingKind>(['meeting.moved', 'meeting.place-changed'], isOn, answerLink, news);
describeNotices<MeetingKind>(['meeting.handed-over', 'meeting.recording-gone'], isOn);
describeNotices<MeetingKind>(
  ['meeting.cancelled'],
  describe((meeting) => meeting.status === 'CANCELLED'),
  null,
  news,
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
    const seriesId = ids['seriesId'] as MeetingSeriesId;
    const calendar = await services?.calendars.withdraw(tx, memberId, seriesId);
    return calendar ? { calendar, onSent: (then) => toldMeetingsStore.forget(then, memberId, seriesId) } : {};
  },
);
