import { describe, expect, it } from '@jest/globals';
import { instantAt, localAt, zoned, type GroupId, type MeetingId } from '@yoriai/domain/kernel';
import {
  cancelFollowing,
  cancelMeeting,
  editMeeting,
  editSeries,
  icalendar,
  invitations,
  newsOfMeetings,
  rescheduleFollowing,
  rescheduleMeeting,
  scheduleMeetings,
  announcedOf,
  withdrawal,
  type AgendaStepId,
  type CalendarEntry,
  type CalendarNews,
  type CalendarOptions,
  type Invited,
  type Meeting,
  type MeetingSeries,
  type MeetingSeriesId,
  type RsvpAnswer,
  type AnnouncedMeeting,
} from '@yoriai/domain/meetings';
import fc from 'fast-check';
import ICAL from 'ical.js';
import {
  InvitedCalendar,
  manners,
  occurrencesIn,
  parseCalendar,
  type Occurrence,
} from './calendar-program.factory.js';

const today = new Date('2026-11-20T01:00:00Z');
const options: CalendarOptions = {
  locale: 'ja',
  now: today,
  linkTo: ({ id }) => `https://yoriai.example/t/a/meetings/${id}`,
  linkToAll: 'https://yoriai.example/t/a/calendar',
};

/** By their start, and those that start together always in the same order. */
const inOrder = (a: Group['on'][number], b: Group['on'][number]): number =>
  `${a.starts} ${a.minutes} ${a.place}` < `${b.starts} ${b.minutes} ${b.place}` ? -1 : 1;

/** A group's meetings as the product holds them, and the calendars of one member who is told of changes by mail. */
class Group {
  readonly series = new Map<MeetingSeriesId, MeetingSeries>();
  readonly meetings = new Map<MeetingId, Meeting>();
  readonly answers = new Map<MeetingId, RsvpAnswer>();
  readonly calendars = manners.map((manner) => new InvitedCalendar(manner));
  private readonly told = new Map<MeetingId, AnnouncedMeeting>();
  /** Of the series that calendars take for endless: the last slot that is laid out. */
  private readonly lastSlots = new Map<MeetingSeriesId, string>();
  private ids = 0;

  private newId(): string {
    return `00000000-0000-7000-8000-${String(++this.ids).padStart(12, '0')}`;
  }
  private readonly newIds = {
    meeting: () => this.newId() as MeetingId,
    step: () => this.newId() as AgendaStepId,
  };
  private get invited(): Invited {
    return {
      organizer: { name: '寄り合い', address: 'no-reply@yoriai.invalid' },
      attendee: 'hanako@example.jp',
      answers: this.answers,
    };
  }
  /** As the mails are after a while without changes. */
  mail(): void {
    const inOrder = [...this.meetings.values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
    const news = newsOfMeetings([...this.told.values()], inOrder, [...this.series.values()]);
    for (const { meetingId } of news.changes)
      this.told.set(meetingId, announcedOf(this.meetings.get(meetingId)!));
    for (const one of news.calendars) this.tell(one);
  }
  private tell({ seriesId, ...news }: CalendarNews): void {
    const { series, meetings } = this.entry(seriesId);
    for (const { content } of invitations({ series, meetings }, news, this.invited, options))
      this.receive(content);
    if (news.about !== null) return;
    for (const one of meetings) this.told.set(one.id, announcedOf(one));
    if (this.goesOn(seriesId)) this.lastSlots.set(seriesId, this.lastSlotOf(seriesId));
    else this.lastSlots.delete(seriesId);
  }
  private receive(content: string): void {
    for (const calendar of this.calendars) calendar.receive(content);
  }
  /** They leave the group, and come back to what is set by then. */
  private leaveAndReturn(): void {
    const open = [...this.series.values()].filter(({ id }) =>
      this.entry(id).meetings.some(({ status }) => status === 'SCHEDULED'),
    );
    const held = [...this.told.values()].filter(({ cancelled }) => !cancelled);
    for (const seriesId of new Set([...open.map(({ id }) => id), ...held.map((one) => one.seriesId)])) {
      const { series, meetings } = this.entry(seriesId);
      const above = 1 + series.sequence + Math.max(0, ...meetings.map(({ sequence }) => sequence));
      this.series.set(seriesId, { ...series, sequence: above });
      this.receive(withdrawal(this.entry(seriesId), this.invited, options).content);
    }
    for (const calendar of this.calendars) expect(calendar.shows()).toEqual([]);
    this.told.clear();
    for (const { id: seriesId } of open) this.tell({ seriesId, about: null, gone: [] });
  }
  private entry(seriesId: MeetingSeriesId): CalendarEntry {
    const meetings = [...this.meetings.values()].filter((meeting) => meeting.seriesId === seriesId);
    return { series: this.series.get(seriesId)!, meetings };
  }
  private keep(...meetings: readonly Meeting[]): void {
    for (const meeting of meetings) this.meetings.set(meeting.id, meeting);
  }

  schedule(rule: string | null, startsAtLocal: string, timeZone: string): boolean {
    const plan = {
      groupId: 'g' as GroupId,
      title: '月次レビュー',
      rule,
      startsAtLocal,
      timeZone,
      durationMinutes: 120,
      format: 'HYBRID' as const,
      place: '産業振興センター, 2階; 会議室',
    };
    const size = { headCount: 8, meetingsSoFar: 5 };
    const made = scheduleMeetings(plan, size, this.newId() as MeetingSeriesId, this.newIds, today);
    if (!made.ok) return false;
    this.series.set(made.value.series.id, made.value.series);
    this.keep(...made.value.meetings);
    this.mail();
    return true;
  }
  act(kind: Act, nth: number, days: number, clock: string): void {
    const meeting = [...this.meetings.values()][nth % Math.max(1, this.meetings.size)];
    if (!meeting) return;
    const series = this.series.get(meeting.seriesId)!;
    const all = this.entry(series.id).meetings;
    const day = new Date(`${meeting.startsAtLocal.slice(0, 10)}T12:00Z`).getTime() + days * 86_400_000;
    const to = { startsAtLocal: `${new Date(day).toISOString().slice(0, 10)}T${clock}` };
    if (kind === 'answer') this.answers.set(meeting.id, (['YES', 'NO', 'ASYNC'] as const)[nth % 3]!);
    if (kind === 'move' || kind === 'edit' || kind === 'cancel') {
      const done =
        kind === 'move'
          ? rescheduleMeeting(meeting, to, today)
          : kind === 'edit'
            ? editMeeting(meeting, { place: `別館 ${nth}` }, today)
            : cancelMeeting(meeting, null, today);
      if (!done.ok) return;
      this.keep(done.value.next);
    }
    if (kind === 'cancelRest') {
      const off = cancelFollowing(series, all, meeting, null, today);
      if (!off.ok) return;
      this.series.set(series.id, off.value.series);
      this.keep(...off.value.meetings);
    }
    if (kind === 'return') this.leaveAndReturn();
    if (kind === 'editRest') {
      const newId = this.newId() as MeetingSeriesId;
      const edit = {
        title: '月次レビュー',
        rule: `FREQ=WEEKLY;COUNT=${2 + (nth % 5)}`,
        durationMinutes: 90,
        format: 'IN_PERSON' as const,
        place: '別館',
        ...to,
      };
      const size = { headCount: 8, meetingsSoFar: 5 };
      const done = editSeries(series, all, meeting, edit, size, newId, this.newIds, today);
      if (!done.ok) return;
      this.series.set(series.id, done.value.oldSeries);
      this.keep(...done.value.meetings, ...done.value.added, ...done.value.dropped);
      if (!done.value.newSeries) return;
      this.series.set(newId, done.value.newSeries);
    }
    if (kind === 'moveRest' && series.rule !== null) {
      const newId = this.newId() as MeetingSeriesId;
      const moved = rescheduleFollowing(series, all, meeting, to, newId, today);
      if (!moved.ok) return;
      this.series.set(series.id, moved.value.oldSeries).set(newId, moved.value.newSeries);
      this.keep(...moved.value.meetings);
    }
  }

  /** What is on, as the product knows it. */
  get on(): { starts: string; minutes: number; place: string | null }[] {
    return [...this.meetings.values()]
      .filter(({ status }) => status === 'SCHEDULED')
      .map((one) => ({
        starts: one.startsAt.toISOString(),
        minutes: one.durationMinutes,
        place: one.place,
      }))
      .sort(inOrder);
  }
  /** What a calendar shows of it. An endless rule goes on beyond the meetings laid out so far: that much is left out. */
  seenIn(occurrences: readonly Occurrence[], lastSlots = this.lastSlots): Group['on'] {
    return occurrences
      .filter(({ uid, slot, cancelled }) => {
        const last = lastSlots.get(uid.split('@')[0] as MeetingSeriesId);
        return !cancelled && (last === undefined || slot <= last);
      })
      .map(({ starts, minutes, place }) => ({ starts, minutes, place }))
      .sort(inOrder);
  }
  get seenInFeed(): Group['on'] {
    const endless = [...this.series.keys()].filter((id) => this.goesOn(id));
    const lastSlots = new Map(endless.map((id) => [id, this.lastSlotOf(id)]));
    return this.seenIn([...occurrencesIn(this.feed, this.horizon, 200).values()].flat(), lastSlots);
  }
  private goesOn(id: MeetingSeriesId): boolean {
    return /^(?!.*(COUNT|UNTIL)).+$/.test(this.series.get(id)!.rule ?? '');
  }
  private lastSlotOf(id: MeetingSeriesId): string {
    const slots = this.entry(id).meetings.map(({ recurrenceId }) => recurrenceId);
    return slots.sort().at(-1) ?? '';
  }
  get horizon(): number {
    const last = Math.max(0, ...[...this.meetings.values()].map((one) => one.startsAt.getTime()));
    return last + 60 * 86_400_000;
  }
  get feed(): string {
    return icalendar(
      [...this.series.keys()].map((id) => this.entry(id)),
      options,
    );
  }
}

const zones = [
  'Asia/Tokyo',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Tehran',
  'Pacific/Apia',
  'America/Nuuk',
  'UTC',
  'Asia/Kolkata',
  'Pacific/Chatham',
  'Africa/Cairo',
  'America/Santiago',
  'Etc/GMT+9',
  'Asia/Kathmandu',
];
const rules = [
  'FREQ=WEEKLY;COUNT=6',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=8',
  'FREQ=MONTHLY;BYDAY=2WE;COUNT=12',
  'FREQ=MONTHLY;BYDAY=-1SU;COUNT=12',
  'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=7',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYDAY=SU,SA;BYSETPOS=-1;COUNT=9',
  'FREQ=WEEKLY;UNTIL=20270430',
  'FREQ=MONTHLY;BYDAY=5SU',
  'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=4',
  'FREQ=WEEKLY;BYDAY=SU',
  null,
];
const clocks = ['19:00', '02:30', '01:30', '00:00', '00:30', '23:45', '02:00', '03:00'];
const kinds = ['move', 'moveRest', 'edit', 'editRest', 'cancel', 'cancelRest', 'answer', 'return'] as const;
type Act = (typeof kinds)[number];

const plan = fc.record({
  rule: fc.constantFrom(...rules),
  zone: fc.constantFrom(...zones),
  clock: fc.constantFrom(...clocks),
  day: fc.integer({ min: 2, max: 200 }),
});
const act = fc.record({
  kind: fc.constantFrom(...kinds),
  nth: fc.nat(20),
  days: fc.integer({ min: -6, max: 20 }),
  clock: fc.constantFrom(...clocks),
  /** Another follows before the mail about it goes. */
  isSoon: fc.boolean(),
});

describe('another calendar program', () => {
  it('shows the meetings that the product knows, whatever was moved, edited and called off', () => {
    fc.assert(
      fc.property(plan, fc.array(act, { maxLength: 8 }), (first, acts) => {
        const group = new Group();
        const start = new Date(today.getTime() + first.day * 86_400_000).toISOString().slice(0, 10);
        fc.pre(group.schedule(first.rule, `${start}T${first.clock}`, first.zone));
        for (const { kind, nth, days, clock, isSoon } of acts) {
          group.act(kind, nth, days, clock);
          if (!isSoon) group.mail();
        }
        group.mail();
        for (const calendar of group.calendars)
          expect(group.seenIn(calendar.shows(group.horizon))).toEqual(group.on);
        expect(group.seenInFeed).toEqual(group.on);
      }),
      { numRuns: 150 },
    );
  });

  it('reads the clocks of every zone as we do, years after the last date that is laid out', () => {
    // As far as the reader of the tests looks.
    const lastYear = 2034;

    const hour = 3_600_000;
    const wrong: string[] = [];
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const group = new Group();
      group.schedule('FREQ=MONTHLY;BYDAY=2WE', '2026-12-09T19:00', zone);
      const component = parseCalendar(group.feed).getFirstSubcomponent('vtimezone')!;
      const timeZone = new ICAL.Timezone(component);
      const moments: number[] = [];
      for (let month = 0; month < 96; month += 5) moments.push(Date.UTC(2026, 11 + month, 10, 3));
      for (
        let next = zoned(new Date('2026-12-10'), zone).getTimeZoneTransition('next');
        next && next.year <= lastYear;
        next = next.getTimeZoneTransition('next')
      )
        for (const away of [-3, 3]) moments.push(next.epochMilliseconds + away * hour);
      for (const moment of moments) {
        const local = localAt(new Date(moment), zone);
        const read = ICAL.Time.fromDateTimeString(`${local}:00`);
        read.zone = timeZone;
        if (read.toUnixTime() * 1000 !== instantAt(local, zone).getTime()) wrong.push(`${zone} ${local}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe('an invitation', () => {
  const monthly = (): Group => {
    const group = new Group();
    group.schedule('FREQ=MONTHLY;BYDAY=2WE;COUNT=6', '2026-12-09T19:00', 'Asia/Tokyo');
    return group;
  };
  const message = (group: Group, about: number | null) => {
    const [series] = [...group.series.values()];
    const meetings = [...group.meetings.values()];
    const invited: Invited = {
      organizer: { name: '寄り合い "会";', address: 'no-reply@yoriai.invalid' },
      attendee: 'hanako@example.jp',
      answers: group.answers,
    };
    const news = { about: about === null ? null : [meetings[about]!.id], gone: [] };
    const [first] = invitations({ series: series!, meetings }, news, invited, options);
    return { method: first!.method, text: first!.content.replaceAll('\r\n ', '') };
  };

  it('says from whom, to whom alone, and what was answered; nothing of who or what about', () => {
    const group = monthly();
    group.act('answer', 3, 0, '19:00');
    const { method, text } = message(group, null);
    expect(method).toBe('REQUEST');
    expect(text).toContain('METHOD:REQUEST\r\n');
    expect(text).toContain('ORGANIZER;CN="寄り合い  会 ;":mailto:no-reply@yoriai.invalid\r\n');
    expect(text).toContain(
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:hanako@example.jp\r\n',
    );
    expect(text.match(/PARTSTAT=ACCEPTED/g)).toHaveLength(1);
    expect(text).toContain('URL:https://yoriai.example/t/a/calendar\r\n');
    expect(text).toContain('RECURRENCE-ID;TZID=Asia/Tokyo:20270310T190000');
    expect(text).not.toContain('月次レビュー');
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  });
  it('of one moved meeting speaks of its slot alone', () => {
    const group = monthly();
    group.act('move', 1, 1, '20:00');
    const { method, text } = message(group, 1);
    expect(method).toBe('REQUEST');
    expect(text).toContain('RECURRENCE-ID;TZID=Asia/Tokyo:20270113T190000\r\nSEQUENCE:1\r\n');
    expect(text).toContain('DTSTART;TZID=Asia/Tokyo:20270114T200000');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).not.toContain('RRULE');
  });
  it('is taken back for one meeting, for the rest (UNTIL), and for all', () => {
    const group = monthly();
    group.act('cancel', 4, 0, '19:00');
    expect(message(group, 4)).toMatchObject({ method: 'CANCEL' });
    expect(message(group, 4).text).toContain('RECURRENCE-ID;TZID=Asia/Tokyo:20270414T190000');
    group.act('cancelRest', 2, 0, '19:00');
    group.mail();
    expect(message(group, 2).method).toBe('REQUEST');
    expect(message(group, 2).text).toContain('UNTIL=20270113T100000Z');
    expect(message(group, 2).text).toContain('SEQUENCE:2\r\n');
    group.act('cancelRest', 0, 0, '19:00');
    expect(message(group, 0).method).toBe('CANCEL');
    expect(message(group, 0).text).not.toContain('RECURRENCE-ID');
    expect(message(group, 0).text).toContain('SEQUENCE:4\r\nSTATUS:CANCELLED');
    group.mail();
    for (const calendar of group.calendars) expect(calendar.shows()).toEqual([]);
  });
});
