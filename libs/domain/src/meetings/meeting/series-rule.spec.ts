import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  choiceOf,
  formatRule,
  occurrences,
  parseRule,
  ruleMoved,
  ruleOf,
  weekdays,
  type RuleChoice,
  type SeriesRule,
} from './series-rule.js';

const read = (text: string): SeriesRule => {
  const rule = parseRule(text);
  if (!rule.ok) throw new Error(text);
  return rule.value;
};
const from = (text: string, start: string, limit = 4, zone = 'Asia/Tokyo'): string[] =>
  occurrences(read(text), start, zone, { limit });

describe('reading a rule', () => {
  test.each([
    'FREQ=DAILY', 'FREQ=HOURLY', 'FREQ=MONTHLY;BYDAY=6WE', 'FREQ=MONTHLY;BYDAY=0WE', 'FREQ=WEEKLY;BYDAY=2WE', 'FREQ=MONTHLY;COUNT=3;UNTIL=20270101',
    'FREQ=MONTHLY;BYHOUR=9', 'FREQ=MONTHLY;FREQ=WEEKLY', 'FREQ=MONTHLY;INTERVAL=0', 'FREQ=MONTHLY;COUNT=0', 'FREQ=MONTHLY;COUNT=1e3', 'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=MONTHLY;BYMONTHDAY=0', 'FREQ=MONTHLY;UNTIL=20270230', 'FREQ=MONTHLY;UNTIL=tomorrow', 'FREQ=YEARLY;BYDAY=2WE', 'FREQ=MONTHLY;BYSETPOS=1', 'INTERVAL=2', '', 'every month',
    'FREQ=MONTHLY;', 'FREQ=MONTHLY;BYDAY=', 'DTSTART:20270101T000000Z\nRRULE:FREQ=MONTHLY', 'FREQ=MONTHLY;BYDAY=2WE,2WE', `FREQ=MONTHLY;BYDAY=${'MO,'.repeat(500)}TU`,
  ])('“%s” is not a rule people meet by', (text) => expect(parseRule(text)).toEqual({ ok: false, error: { code: 'RULE_NOT_UNDERSTOOD' } })); // oxfmt-ignore

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) =>
          typeof parseRule(text).ok === 'boolean' &&
          typeof parseRule(`FREQ=MONTHLY;${text}`).ok === 'boolean',
      ),
    );
  });
  it('reads lower case and the RRULE: in front, as calendars write it', () => {
    expect(formatRule(read('rrule:freq=monthly;byday=2we'))).toBe('FREQ=MONTHLY;BYDAY=2WE');
  });
});

test.each([
  [
    'FREQ=MONTHLY;BYDAY=2WE;COUNT=3',
    '2026-12-01T19:00',
    ['2026-12-09T19:00', '2027-01-13T19:00', '2027-02-10T19:00'],
  ],
  ['FREQ=MONTHLY;BYDAY=-1FR;COUNT=2', '2026-12-01T19:00', ['2026-12-25T19:00', '2027-01-29T19:00']],
  [
    'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3',
    '2026-12-31T19:00',
    ['2026-12-31T19:00', '2027-01-31T19:00', '2027-03-31T19:00'],
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2',
    '2027-01-01T08:30',
    ['2027-01-29T08:30', '2027-02-26T08:30'],
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;UNTIL=20270106',
    '2026-12-09T19:00',
    ['2026-12-09T19:00', '2026-12-23T19:00', '2027-01-06T19:00'],
  ],
  ['FREQ=WEEKLY;UNTIL=20261216T100000Z', '2026-12-09T19:00', ['2026-12-09T19:00', '2026-12-16T19:00']],
  ['FREQ=WEEKLY;UNTIL=20261216T095959Z', '2026-12-09T19:00', ['2026-12-09T19:00']],
  ['FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;COUNT=2', '2026-12-09T10:00', ['2027-04-04T10:00', '2028-04-02T10:00']],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-12-09T10:00', []],
])('%s from %s meets on %j', (rule, start, expected) => expect(from(rule, start)).toEqual(expected));

it('keeps the wall clock through daylight saving, and leaves out no meeting that falls into the gap', () => {
  expect(from('FREQ=WEEKLY;COUNT=3', '2027-03-07T02:30', 9, 'America/New_York')).toEqual([
    '2027-03-07T02:30',
    '2027-03-14T02:30',
    '2027-03-21T02:30',
  ]);
});

const end = fc.oneof(
  fc.constant(null),
  fc.record({ count: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ until: fc.constantFrom('2027-03-31', '2028-02-29') }),
);
const ordinal = fc.constantFrom(1, 2, 3, 4, 5, -1);
const choice: fc.Arbitrary<RuleChoice> = fc.oneof(
  fc.record({
    kind: fc.constant('Weekly' as const),
    interval: fc.integer({ min: 1, max: 8 }),
    weekdays: fc.uniqueArray(fc.constantFrom(...weekdays), { minLength: 1, maxLength: 3 }),
    end,
  }),
  fc.record({
    kind: fc.constant('MonthlyByWeekday' as const),
    interval: fc.integer({ min: 1, max: 12 }),
    ordinal,
    weekday: fc.constantFrom(...weekdays),
    end,
  }),
  fc.record({
    kind: fc.constant('MonthlyByDay' as const),
    interval: fc.integer({ min: 1, max: 12 }),
    day: fc.constantFrom(-1, 1, 15, 31),
    end,
  }),
  fc.record({
    kind: fc.constant('YearlyByWeekday' as const),
    month: fc.integer({ min: 1, max: 12 }),
    ordinal,
    weekday: fc.constantFrom(...weekdays),
    end,
  }),
  fc.record({
    kind: fc.constant('YearlyByDay' as const),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    end,
  }),
);
it('gives back to the form what the form chose', () => {
  fc.assert(fc.property(choice, (chosen) => expect(choiceOf(read(ruleOf(chosen)))).toEqual(chosen)));
});
it('meets at one time of day, in order, never before the start', () => {
  fc.assert(
    fc.property(
      choice,
      fc.constantFrom('2026-12-09T19:00', '2028-02-29T00:00', '2027-03-28T02:30'),
      (chosen, start) => {
        const found = occurrences(read(ruleOf(chosen)), start, 'Europe/Berlin', { limit: 20 });
        expect([...new Set(found)].sort()).toEqual(found);
        expect(found.every((local) => local >= start && local.slice(11) === start.slice(11))).toBe(true);
      },
    ),
  );
});

test.each([
  ['FREQ=MONTHLY;BYDAY=2WE', '2026-12-09', '2026-12-17', 'FREQ=MONTHLY;BYDAY=3TH'],
  ['FREQ=MONTHLY;BYDAY=-1FR', '2026-12-25', '2026-12-28', 'FREQ=MONTHLY;BYDAY=-1MO'],
  ['FREQ=MONTHLY;BYDAY=-1FR', '2026-12-25', '2026-12-22', 'FREQ=MONTHLY;BYDAY=4TU'],
  ['FREQ=MONTHLY;BYDAY=2WE,4WE', '2026-12-09', '2026-12-10', 'FREQ=MONTHLY;BYDAY=2TH'],
  ['FREQ=MONTHLY;BYMONTHDAY=10', '2026-12-10', '2026-12-12', 'FREQ=MONTHLY;BYMONTHDAY=12'],
  ['FREQ=WEEKLY;BYDAY=MO,WE', '2026-12-09', '2026-12-11', 'FREQ=WEEKLY;BYDAY=MO,FR'],
  ['FREQ=YEARLY;BYMONTH=4;BYDAY=1SU', '2027-04-04', '2027-05-09', 'FREQ=YEARLY;BYMONTH=5;BYDAY=2SU'],
])('%s moved from %s to %s is %s', (rule, before, after, expected) =>
  expect(formatRule(ruleMoved(read(rule), `${before}T19:00`, `${after}T19:00`))).toBe(expected),
);

it('writes UNTIL in UTC where iCalendar wants it, and by the wall clock where we keep it', () => {
  const rule = read('FREQ=WEEKLY;UNTIL=20270331');
  expect(formatRule(rule)).toBe('FREQ=WEEKLY;UNTIL=20270331T235900');
  expect(formatRule(rule, 'Asia/Tokyo')).toBe('FREQ=WEEKLY;UNTIL=20270331T145900Z');
  expect(read(formatRule(rule)).until).toBe(rule.until);
});
it('agrees with the calendar on which Wednesday is the second', () => {
  for (const local of from('FREQ=MONTHLY;BYDAY=2WE', '2026-01-01T19:00', 60)) {
    const date = Temporal.PlainDate.from(local.slice(0, 10));
    expect([date.dayOfWeek, Math.ceil(date.day / 7)]).toEqual([3, 2]);
  }
});
