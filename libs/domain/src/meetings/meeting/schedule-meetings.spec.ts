import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { days, instantAt, localAt, plus } from '../../kernel/index.js';
import { meetingLimits } from './meeting.js';
import {
  code,
  countingIds,
  groupId,
  monthlyPlan,
  scheduled,
  seriesId,
  today,
  value,
} from './meetings.factory.js';
import {
  extendSeries,
  previewMeetings,
  reclocked,
  scheduleMeetings,
  type SchedulePlan,
  type SeriesTimes,
} from './schedule-meetings.js';

const preview = (times: Partial<SeriesTimes>, now = today) =>
  previewMeetings({ ...monthlyPlan, ...times }, now);
const refusal = (changes: Partial<SchedulePlan>, now = today): unknown => {
  const result = scheduleMeetings(
    { ...monthlyPlan, ...changes },
    { headCount: 8, meetingsSoFar: 0 },
    seriesId,
    countingIds(),
    now,
  );
  return result.ok ? 'scheduled' : result.error;
};
const shown = (times: Partial<SeriesTimes>, now = today) => {
  const result = preview(times, now);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

describe('the preview', () => {
  it('shows the dates before anything is saved', () => {
    expect(
      shown({})
        .map((meeting) => meeting.local)
        .slice(0, 3),
    ).toEqual(['2026-12-09T19:00', '2027-01-13T19:00', '2027-02-10T19:00']);
    expect(shown({})[0]!.startsAt.toISOString()).toBe('2026-12-09T10:00:00.000Z');
  });
  it('flags holidays and offers the week after, unless that is one too', () => {
    const flagged = shown({
      rule: 'FREQ=MONTHLY;BYMONTHDAY=3;COUNT=6',
      startsAtLocal: '2027-01-03T19:00',
    }).map(({ local, holiday, proposal }) => [local, holiday?.name.ja, proposal]);
    expect(flagged.filter(([, name]) => name)).toEqual([
      ['2027-01-03T19:00', '年末年始', '2027-01-10T19:00'],
      ['2027-05-03T19:00', '憲法記念日', '2027-05-10T19:00'],
    ]);
    expect(shown({ rule: null, startsAtLocal: '2026-12-27T19:00' })[0]!.holiday).toBeNull();
    expect(shown({ rule: null, startsAtLocal: '2027-12-25T19:00' })[0]!.proposal).toBeNull();
    expect(shown({ rule: 'FREQ=WEEKLY;COUNT=4', startsAtLocal: '2026-12-30T19:00' })[0]!).toMatchObject({
      holiday: { kind: 'NEW_YEAR' },
      proposal: null,
    });
  });
  it('does not speak of Japanese holidays elsewhere', () => {
    expect(
      shown({ rule: null, startsAtLocal: '2027-01-01T19:00', timeZone: 'Europe/Berlin' })[0]!.holiday,
    ).toBeNull();
  });
  it('leaves out what is skipped and puts off what is postponed by a week', () => {
    const times = shown({ skip: ['2027-01-13T19:00'], postpone: ['2027-02-10T19:00'] });
    expect(
      times.slice(0, 3).map(({ recurrenceId, local, skipped }) => [recurrenceId, local, skipped]),
    ).toEqual([
      ['2026-12-09T19:00', '2026-12-09T19:00', false],
      ['2027-01-13T19:00', '2027-01-13T19:00', true],
      ['2027-02-10T19:00', '2027-02-17T19:00', false],
    ]);
  });
  it('says when daylight saving swallows a time or shows it twice', () => {
    const at = (startsAtLocal: string) =>
      shown({ rule: null, startsAtLocal, timeZone: 'America/New_York' })[0]!;
    expect(at('2027-03-14T02:30')).toMatchObject({
      clockChange: 'SKIPPED',
      startsAt: new Date('2027-03-14T07:30:00Z'),
    });
    expect(at('2027-11-07T01:30')).toMatchObject({
      clockChange: 'TWICE',
      startsAt: new Date('2027-11-07T05:30:00Z'),
    });
    expect(at('2027-11-08T01:30').clockChange).toBeNull();
  });
  it('shows a year of a series without an end', () => {
    const times = shown({ rule: 'FREQ=MONTHLY;BYDAY=2WE' });
    expect(times).toHaveLength(13);
    expect(times.at(-1)!.local).toBe('2027-12-08T19:00');
  });
});

test.each<[string, Partial<SchedulePlan>, object]>([
  [
    'a day in the past',
    { startsAtLocal: '2026-11-19T19:00', rule: null },
    { code: 'BAD_USER_INPUT', field: 'startsAtLocal', rule: 'IN_THE_PAST' },
  ],
  [
    'a day ten years ahead',
    { startsAtLocal: '2036-11-19T19:00', rule: null },
    { code: 'BAD_USER_INPUT', field: 'startsAtLocal', rule: 'OUT_OF_RANGE' },
  ],
  [
    'a day in the year 0',
    { startsAtLocal: '0000-01-01T19:00', rule: null },
    { code: 'BAD_USER_INPUT', field: 'startsAtLocal', rule: 'OUT_OF_RANGE' },
  ],
  [
    '30 February',
    { startsAtLocal: '2027-02-30T19:00' },
    { code: 'BAD_USER_INPUT', field: 'startsAtLocal', rule: 'MALFORMED' },
  ],
  [
    'an unknown zone',
    { timeZone: 'Asia/Edo' },
    { code: 'BAD_USER_INPUT', field: 'timeZone', rule: 'UNKNOWN' },
  ],
  [
    'an offset for a zone',
    { timeZone: '+09:00' },
    { code: 'BAD_USER_INPUT', field: 'timeZone', rule: 'UNKNOWN' },
  ],
  ['a rule of days', { rule: 'FREQ=DAILY' }, { code: 'RULE_NOT_UNDERSTOOD' }],
  ['a rule no day fits', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, { code: 'RULE_NEVER_MATCHES' }],
  [
    'every date skipped',
    { rule: 'FREQ=WEEKLY;COUNT=1', skip: ['2026-12-09T19:00'] },
    { code: 'RULE_NEVER_MATCHES' },
  ],
  ['101 meetings', { rule: 'FREQ=WEEKLY;COUNT=101' }, { code: 'TOO_MANY_MEETINGS', limit: 100 }],
  [
    'every day for a year',
    { rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' },
    { code: 'TOO_MANY_MEETINGS', limit: 100 },
  ],
  [
    'weeks up to the year 9999',
    { rule: 'FREQ=WEEKLY;UNTIL=99991231' },
    { code: 'TOO_MANY_MEETINGS', limit: 100 },
  ],
  [
    'skipping a day without a meeting',
    { skip: ['2026-12-10T19:00'] },
    { code: 'BAD_USER_INPUT', field: 'skip', rule: 'UNKNOWN' },
  ],
  ['skipping a banana', { skip: ['banana'] }, { code: 'BAD_USER_INPUT', field: 'skip', rule: 'MALFORMED' }],
  [
    'postponing onto the next meeting',
    { rule: 'FREQ=WEEKLY;COUNT=3', postpone: ['2026-12-09T19:00'] },
    { code: 'BAD_USER_INPUT', field: 'postpone', rule: 'OUT_OF_RANGE' },
  ],
  [
    'a title of 10,000 characters',
    { title: 'あ'.repeat(10_000) },
    { code: 'BAD_USER_INPUT', field: 'title', rule: 'TOO_LONG', limit: meetingLimits.title },
  ],
  ['an empty title', { title: ' 　' }, { code: 'BAD_USER_INPUT', field: 'title', rule: 'REQUIRED' }],
  ['a NUL in the place', { place: '2階\0' }, { code: 'BAD_USER_INPUT', field: 'place', rule: 'MALFORMED' }],
  [
    'a script for an address',
    { url: 'javascript:alert(1)' },
    { code: 'BAD_USER_INPUT', field: 'url', rule: 'MALFORMED' },
  ],
  [
    'ten minutes',
    { durationMinutes: 10 },
    { code: 'BAD_USER_INPUT', field: 'durationMinutes', rule: 'OUT_OF_RANGE', limit: 15 },
  ],
  [
    'thirteen hours',
    { durationMinutes: 780 },
    { code: 'BAD_USER_INPUT', field: 'durationMinutes', rule: 'OUT_OF_RANGE', limit: 720 },
  ],
  [
    'an unknown template',
    { agendaTemplate: 'karaoke' },
    { code: 'BAD_USER_INPUT', field: 'agendaTemplate', rule: 'UNKNOWN' },
  ],
])('%s is turned down with its reason', (_, changes, error) => expect(refusal(changes)).toEqual(error));

describe('scheduling', () => {
  it('makes a year of monthly reviews, each with its agenda', () => {
    const { series, meetings, events } = scheduled();
    expect(meetings).toHaveLength(12);
    expect(new Set(meetings.map((meeting) => meeting.id)).size).toBe(12);
    expect(meetings.every((meeting) => meeting.seriesId === series.id && meeting.agenda.length === 8)).toBe(
      true,
    );
    expect(events).toEqual([{ name: 'meeting.scheduled', ids: { seriesId, groupId } }]);
  });
  it('begins the series at the first day that fits the rule', () => {
    expect(scheduled({ startsAtLocal: '2026-12-01T19:00' }).series.startsAtLocal).toBe('2026-12-09T19:00');
  });
  it('accepts emoji and a web address as people paste it', () => {
    const { series } = scheduled({ title: '忘年会🍶', url: 'https://example.com/j/123?pwd=a%20b#x' });
    expect([series.title, series.url]).toEqual(['忘年会🍶', 'https://example.com/j/123?pwd=a%20b#x']);
  });
});

describe('a series without an end', () => {
  const endless = scheduled({ rule: 'FREQ=MONTHLY;BYDAY=2WE' });
  const extend = (now: Date, lastSlot = endless.meetings.at(-1)!.recurrenceId) =>
    extendSeries(endless.series, lastSlot, { headCount: 8, meetingsSoFar: 13 }, countingIds(), now);
  it('gets the meetings it lacks up to a year from now, once', () => {
    const later = plus(today, days(70));
    const meetings = extend(later);
    expect(meetings.map((meeting) => meeting.recurrenceId)).toEqual(['2028-01-12T19:00']);
    expect(extend(later, '2028-01-12T19:00')).toEqual([]);
  });
  it('is not filled up with meetings of the past after a long sleep', () => {
    const meetings = extend(plus(today, days(800)));
    expect(meetings[0]!.startsAt > plus(today, days(800))).toBe(true);
  });
  it('stays ended when it was called off, as does one that counts its meetings', () => {
    const now = plus(today, days(70));
    const last = '2027-12-08T19:00';
    expect(
      extendSeries(
        { ...endless.series, ended: true },
        last,
        { headCount: 8, meetingsSoFar: 0 },
        countingIds(),
        now,
      ),
    ).toEqual([]);
    expect(
      extendSeries(scheduled().series, last, { headCount: 8, meetingsSoFar: 0 }, countingIds(), now),
    ).toEqual([]);
  });
});

it('keeps the wall clock in every zone of the world, and moves forward only by what daylight saving skips', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  expect(zones.length).toBeGreaterThan(400);
  for (const zone of zones) {
    const change = Temporal.Instant.from('2026-11-20T00:00Z')
      .toZonedDateTimeISO(zone)
      .getTimeZoneTransition('next');
    const around =
      change && change.epochMilliseconds < Date.UTC(2031, 0)
        ? [-90, -30, 0, 30, 90].map((m) => change.toPlainDateTime().add({ minutes: m }))
        : [Temporal.PlainDateTime.from('2027-04-01T02:30')];
    for (const wall of around) {
      const local = wall.toString({ smallestUnit: 'minute' });
      const instant = instantAt(local, zone);
      const back = localAt(instant, zone);
      const gap =
        wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds -
        wall.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
      if (back !== local)
        expect(back).toBe(wall.add({ milliseconds: gap }).toString({ smallestUnit: 'minute' }));
      expect(instant.getTime()).toBeLessThanOrEqual(
        wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds,
      );
    }
  }
});

it('never throws, whatever is typed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      fc.integer(),
      (title, local, zone, durationMinutes) => {
        expect(
          refusal({
            title,
            startsAtLocal: local,
            timeZone: zone,
            durationMinutes,
            rule: title,
            place: zone,
            url: local,
          }),
        ).not.toBe('scheduled');
      },
    ),
  );
});

it('keeps the promised wall-clock time when a country changes its clocks', () => {
  const meeting = scheduled().meetings[0]!;
  expect(reclocked(meeting)).toBe(meeting);
  const before = {
    ...meeting,
    startsAt: plus(meeting.startsAt, 3_600_000),
    endsAt: plus(meeting.endsAt, 3_600_000),
  };
  expect(reclocked(before)).toEqual({ ...meeting, sequence: meeting.sequence + 1 });
});

describe('a rule that meets rarely', () => {
  const dates = (rule: string, startsAtLocal: string, timeZone = 'Asia/Tokyo'): string[] =>
    value(previewMeetings({ rule, startsAtLocal, timeZone }, today)).map(({ local }) => local);
  test.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2026-12-09T19:00', ['2028-02-29T19:00']],
    ['FREQ=MONTHLY;INTERVAL=24;BYDAY=2WE', '2026-12-10T19:00', ['2028-12-13T19:00']],
    ['FREQ=MONTHLY;INTERVAL=24;BYDAY=2WE', '2026-12-01T19:00', ['2026-12-09T19:00']],
    ['FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=31', '2027-02-01T19:00', ['2027-08-31T19:00', '2028-08-31T19:00']],
    ['FREQ=YEARLY;INTERVAL=3;BYMONTH=2;BYMONTHDAY=29', '2027-01-01T19:00', ['2036-02-29T19:00']],
    ['FREQ=MONTHLY;INTERVAL=52;BYMONTHDAY=31', '2027-02-01T19:00', ['2031-06-01T19:00']],
  ])('%s from %s is laid out a year from its first date on', (rule, start, expected) => {
    if (rule.includes('INTERVAL=52')) expect(dates(rule, start)).toHaveLength(1);
    else expect(dates(rule, start)).toEqual(expected);
  });
  test.each([
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-12-09T19:00'],
    ['FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=30', '2027-02-01T19:00'],
  ])('%s from %s is never', (rule, startsAtLocal) =>
    expect(code(previewMeetings({ rule, startsAtLocal, timeZone: 'Asia/Tokyo' }, today))).toBe(
      'RULE_NEVER_MATCHES',
    ),
  );
  it('always has its next date in sight once the last one has passed', () => {
    const { series, meetings } = scheduled({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29' });
    const next = (last: string, now: string): string[] =>
      extendSeries(series, last, { headCount: 8, meetingsSoFar: 1 }, countingIds(), new Date(now)).map(
        ({ recurrenceId }) => recurrenceId,
      );
    expect(meetings.map(({ recurrenceId }) => recurrenceId)).toEqual(['2028-02-29T19:00']);
    expect(next('2028-02-29T19:00', '2028-02-01T00:00:00Z')).toEqual([]);
    expect(next('2028-02-29T19:00', '2028-03-07T00:00:00Z')).toEqual(['2032-02-29T19:00']);
    expect(next('2032-02-29T19:00', '2031-06-01T00:00:00Z')).toEqual([]);
  });
});
