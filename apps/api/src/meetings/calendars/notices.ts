import { isInGroup } from '@yoriai/domain/groups';
import { Injectable } from '@nestjs/common';
import type { MemberId, NoFacts } from '@yoriai/domain/kernel';
import { announcedOf, newsOfMeetings, type MeetingChange } from '@yoriai/domain/meetings';
import type { IdsOfNotice, NoticeKind, PointedNotice } from '@yoriai/domain/notifications';
import { mayEnter } from '@yoriai/domain/people';
import { groupById } from '../../groups/group/groups.loader.js';
import {
  AddsToMail,
  Describes,
  Gathers,
  type Describable,
  type MailExtras,
} from '../../notifications/notices.js';
import { memberById } from '../../people/members/members.loader.js';
import type { MailCalendar } from '../../platform/mail/outgoing.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { meetingsStore } from '../meeting/meetings.store.js';
import { MeetingNotices } from '../meeting/notices.js';
import { announcedMeetingsStore } from './announced-meetings.store.js';
import { Calendars } from './calendars.js';

const kindOf = {
  NEW: 'meeting.invite',
  MOVED: 'meeting.moved',
  PLACE: 'meeting.place-changed',
  CANCELLED: 'meeting.cancelled',
} as const satisfies Record<MeetingChange, NoticeKind>;

@Injectable()
export class CalendarNotices {
  constructor(
    private readonly meetings: MeetingNotices,
    private readonly calendars: Calendars,
  ) {}

  /**
   * Calendars take in all of a series when it is new to them; what they hold by then has been announced. A date that they still hold in another series
   * counts as announced there, until the mail that takes it out.
   */
  @AddsToMail('meeting.invite')
  async invitation(
    tx: TenantTx,
    ids: IdsOfNotice['meeting.invite'],
    memberId: MemberId,
  ): Promise<MailExtras> {
    const meetingId = ids.meetingId;
    const meeting = (await meetingsStore.byIds(tx, [meetingId])).get(meetingId);
    const whole = meeting && { seriesId: meeting.seriesId, about: null, gone: [] };
    const [calendar] = (whole && (await this.calendars.invite(tx, memberId, whole))) ?? [];
    const before = meeting ? await announcedMeetingsStore.ofMember(tx, memberId, meeting.groupId) : [];
    const inOther = before.filter((one) => one.seriesId !== meeting?.seriesId && !one.cancelled);
    const elsewhere = new Set(inOther.map((one) => one.meetingId));
    const all = meeting && calendar ? await meetingsStore.ofSeries(tx, [meeting.seriesId]) : [];
    const announced = all.filter(({ id }) => !elsewhere.has(id)).map(announcedOf);
    return {
      ...(await this.meetings.answerLink(tx, ids, memberId)),
      ...(calendar
        ? { calendar, onSent: (then) => announcedMeetingsStore.keep(then, memberId, announced) }
        : {}),
    };
  }

  /**
   * What has changed for a reader since the last mail, however many notices came meanwhile: five moves are one, there and back is none. Each calendar
   * hears of its own UID: of the one meeting that changed, or of the series as it stands.
   */
  @Gathers('meeting.moved', 'meeting.place-changed', 'meeting.cancelled')
  async news(
    tx: TenantTx,
    notices: readonly PointedNotice<'meeting.moved' | 'meeting.place-changed' | 'meeting.cancelled'>[],
    memberId: MemberId,
  ): Promise<{ notices: readonly Describable[] } & MailExtras> {
    const groupId = notices[0]!.ids.groupId;
    const announced = await announcedMeetingsStore.ofMember(tx, memberId, groupId);
    const meetings = await meetingsStore.standingIn(
      tx,
      groupId,
      announced.map(({ meetingId }) => meetingId),
    );
    const seriesIds = [...new Set([...meetings, ...announced].map(({ seriesId }) => seriesId))];
    const series = [...(await meetingsStore.seriesByIds(tx, seriesIds)).values()];
    const { changes, calendars: hearing } = newsOfMeetings(announced, meetings, series);
    const changed = new Set(changes.map(({ meetingId }) => meetingId));
    const now = new Map(meetings.filter(({ id }) => changed.has(id)).map((one) => [one.id, one]));
    const sent: MailCalendar[] = [];
    for (const one of hearing) {
      const messages = await this.calendars.invite(tx, memberId, one);
      if (messages.length === 0) continue;
      sent.push(...messages);
      if (one.about !== null) continue;
      for (const meeting of await meetingsStore.ofSeries(tx, [one.seriesId])) now.set(meeting.id, meeting);
    }
    const [calendar, ...moreCalendars] = sent;
    const only = changes.length === 1 ? { meetingId: changes[0]!.meetingId, groupId } : null;
    return {
      notices: changes.map(({ meetingId, change }) => ({
        kind: kindOf[change],
        ids: { meetingId, groupId },
      })),
      ...(only ? await this.meetings.answerLink(tx, only, memberId) : {}),
      ...(calendar ? { calendar, moreCalendars } : {}),
      onSent: (then) => announcedMeetingsStore.keep(then, memberId, [...now.values()].map(announcedOf)),
    };
  }

  /** For as long as they stay away: who is back in the group meanwhile keeps its dates. */
  @Describes('meeting.uninvited')
  async uninvited(
    tx: TenantTx,
    ids: readonly IdsOfNotice['meeting.uninvited'][],
  ): Promise<(NoFacts | null)[]> {
    const groups = await groupById.batch(tx, [...new Set(ids.map(({ groupId }) => groupId))]);
    const members = await memberById.batch(tx, [...new Set(ids.map(({ memberId }) => memberId))]);
    return ids.map(({ groupId, memberId }) => {
      const [group, member] = [groups.get(groupId), members.get(memberId)];
      return group && member && isInGroup(group, member.id) && mayEnter(member.status) ? null : {};
    });
  }

  @AddsToMail('meeting.uninvited')
  async withdrawal(
    tx: TenantTx,
    ids: IdsOfNotice['meeting.uninvited'],
    memberId: MemberId,
  ): Promise<MailExtras> {
    const seriesId = ids.seriesId;
    const calendar = await this.calendars.withdraw(tx, memberId, seriesId);
    return calendar
      ? { calendar, onSent: (then) => announcedMeetingsStore.forget(then, memberId, seriesId) }
      : {};
  }
}
