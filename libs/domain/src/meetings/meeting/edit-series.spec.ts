import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { editSeries, previewFollowing, restOfSeries, type SeriesEdit } from './edit-series.js';
import {
  after,
  code,
  countingIds,
  newSeriesId,
  scheduled,
  slotsOf,
  today,
  value,
} from './meetings.factory.js';
import { rescheduleFollowing, rescheduleMeeting } from './reschedule-meeting.js';
import { oneWeekLater } from './schedule-meetings.js';

const { series, meetings } = scheduled();
const fourth = meetings[3]!;
const same: SeriesEdit = {
  title: series.title,
  rule: 'FREQ=MONTHLY;BYDAY=2WE;COUNT=9',
  startsAtLocal: fourth.startsAtLocal,
  durationMinutes: 120,
  format: 'HYBRID',
  place: series.place,
  url: series.url,
};
const edit = (changes: Partial<SeriesEdit> = {}, meeting = fourth, all = meetings, now = today) =>
  editSeries(
    series,
    all,
    meeting,
    { ...same, ...changes },
    { headCount: 8, meetingsSoFar: 17 },
    newSeriesId,
    countingIds(),
    now,
  );

describe('changing a series from one meeting on', () => {
  it('ends the old one before it and begins a new one with it', () => {
    const done = value(edit({ place: '商工会議所' }));
    expect(slotsOf(done.oldSeries)).toEqual(meetings.slice(0, 3).map(({ recurrenceId }) => recurrenceId));
    expect(slotsOf(done.newSeries!)).toEqual(meetings.slice(3).map(({ recurrenceId }) => recurrenceId));
    expect(done.newSeries!.id).toBe(newSeriesId);
  });
  it('at another place moves no meeting: same days, same ids, same alarms', () => {
    const done = value(edit({ place: '商工会議所', title: '水曜の会' }));
    expect(
      done.meetings.map(({ id, startsAtLocal, timeSetAt }) => ({ id, startsAtLocal, timeSetAt })),
    ).toEqual(
      meetings.slice(3).map(({ id, startsAtLocal, timeSetAt }) => ({ id, startsAtLocal, timeSetAt })),
    );
    expect(done.meetings.every(({ place, title }) => place === '商工会議所' && title === '水曜の会')).toBe(
      true,
    );
    expect(done.events[0]!.name).toBe('meeting.place-changed');
  });
  it('under another name stays the series it is', () => {
    const done = value(edit({ title: '水曜の会' }));
    expect(done.newSeries).toBeNull();
    expect(done.oldSeries).toEqual({ ...series, title: '水曜の会' });
    expect(done.meetings.map(({ id, seriesId, title }) => [id, seriesId, title])).toEqual(
      meetings.slice(3).map(({ id }) => [id, series.id, '水曜の会']),
    );
    expect(done.events[0]!.name).toBe('meeting.edited');
  });
  it('that goes on without an end from now on is a change of days', () =>
    expect(value(edit({ rule: 'FREQ=MONTHLY;BYDAY=2WE' })).events[0]!.name).toBe('meeting.following-moved'));
  it('by another rule moves them to the new days one by one', () => {
    const done = value(edit({ rule: 'FREQ=MONTHLY;BYDAY=3TH;COUNT=9', startsAtLocal: '2027-03-18T18:30' }));
    expect(done.meetings.map(({ id }) => id)).toEqual(meetings.slice(3).map(({ id }) => id));
    expect(done.meetings.slice(0, 2).map(({ startsAtLocal }) => startsAtLocal)).toEqual([
      '2027-03-18T18:30',
      '2027-04-15T18:30',
    ]);
    expect(
      done.meetings.every((one) => one.seriesId === newSeriesId && one.recurrenceId === one.startsAtLocal),
    ).toBe(true);
    expect(done.events[0]!.name).toBe('meeting.following-moved');
  });
  it('every other month calls off what is left over', () => {
    const done = value(edit({ rule: 'FREQ=MONTHLY;INTERVAL=2;BYDAY=2WE;COUNT=5' }));
    expect(done.meetings).toHaveLength(5);
    expect(done.dropped.map(({ id, status }) => [id, status])).toEqual(
      meetings.slice(8).map(({ id }) => [id, 'CANCELLED']),
    );
  });
  it('for longer makes what is missing, with an agenda', () => {
    const done = value(edit({ rule: 'FREQ=MONTHLY;BYDAY=2WE;COUNT=11' }));
    expect(done.added.map(({ startsAtLocal }) => startsAtLocal)).toEqual([
      '2027-12-08T19:00',
      '2028-01-12T19:00',
    ]);
    expect(done.added[0]!.agenda.length).toBeGreaterThan(3);
  });
  it('leaves what is called off or over where it is', () => {
    const off = meetings.map((one, i) => (i === 5 ? { ...one, status: 'CANCELLED' as const } : one));
    const done = value(edit({ rule: 'FREQ=MONTHLY;BYDAY=2WE;COUNT=8' }, fourth, off));
    expect(done.meetings).toHaveLength(8);
    expect(done.meetings.map(({ id }) => id)).not.toContain(meetings[5]!.id);
  });
  it('shrinks the agenda of shorter meetings', () => {
    for (const { agenda } of value(edit({ durationMinutes: 60 })).meetings)
      expect(agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(60);
  });
  it('puts off a holiday by a week', () => {
    const done = value(
      edit({
        rule: 'FREQ=MONTHLY;BYDAY=1MO;COUNT=9',
        startsAtLocal: '2027-03-01T19:00',
        postpone: ['2027-05-03T19:00'],
      }),
    );
    expect(done.meetings[2]).toMatchObject({
      recurrenceId: '2027-05-03T19:00',
      startsAtLocal: '2027-05-10T19:00',
    });
  });

  test.each<[string, Partial<SeriesEdit>]>([
    ['RULE_NOT_UNDERSTOOD', { rule: 'FREQ=DAILY' }],
    ['TOO_MANY_MEETINGS', { rule: 'FREQ=WEEKLY;COUNT=101' }],
    ['RULE_NEVER_MATCHES', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }],
    ['BAD_USER_INPUT', { startsAtLocal: '2020-01-08T19:00' }],
    ['BAD_USER_INPUT', { title: ' ' }],
    ['BAD_USER_INPUT', { url: 'javascript:alert(1)' }],
    ['BAD_USER_INPUT', { durationMinutes: 5 }],
  ])('%s', (expected, changes) => expect(code(edit(changes))).toBe(expected));
  it('needs a meeting that is still to come', () => {
    expect(code(edit({}, { ...fourth, status: 'CANCELLED' }))).toBe('MEETING_CANCELLED');
    expect(code(edit({}, fourth, meetings, after))).toBe('MEETING_OVER');
  });
});

describe('what is left of a series', () => {
  const rules = [
    'FREQ=MONTHLY;BYDAY=2WE;COUNT=12',
    'FREQ=MONTHLY;BYDAY=1WE,3WE;COUNT=9',
    'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,WE;COUNT=8',
    'FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20271001T000000Z',
  ];
  it('counts what is left', () =>
    expect(restOfSeries(series, meetings, fourth, today)).toEqual({
      rule: 'FREQ=MONTHLY;BYDAY=2WE;COUNT=9',
      startsAtLocal: fourth.recurrenceId,
      skip: [],
      postpone: [],
      dates: meetings.slice(3).map(({ recurrenceId: slot }) => ({ slot, local: slot })),
    }));
  it('sent back as it is changes no day, whatever was left out, called off or put off', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.array(fc.nat(7), { maxLength: 2 }),
        fc.array(fc.nat(7), { maxLength: 2 }),
        fc.nat(7),
        (rule, left, off, from) => {
          const plain = scheduled({ rule }).meetings.map(({ recurrenceId }) => recurrenceId);
          const skip = [...new Set(left.map((i) => plain[i]!))];
          const later = plain.filter(
            (slot, i) => i === 3 && !skip.includes(slot) && !plain.includes(oneWeekLater(slot)),
          );
          const made = scheduled({ rule, skip, postpone: later });
          const all = made.meetings.map((one, i) =>
            off.includes(i) ? { ...one, status: 'CANCELLED' as const } : one,
          );
          const meeting = all[from];
          if (meeting?.status !== 'SCHEDULED') return;
          const rest = restOfSeries(made.series, all, meeting, today)!;
          const { title, durationMinutes, format, place, url } = made.series;
          const again = { title, durationMinutes, format, place, url, ...rest };
          const size = { headCount: 8, meetingsSoFar: 17 };
          const done = value(
            editSeries(made.series, all, meeting, again, size, newSeriesId, countingIds(), today),
          );
          expect([done.newSeries, done.added, done.dropped]).toEqual([null, [], []]);
        },
      ),
    ));
  it('of a single meeting is nothing', () =>
    expect(restOfSeries({ ...series, rule: null }, meetings, fourth, today)).toBeNull());
});

describe('the dates after moving this meeting and the rest', () => {
  it('are the ones that moving makes, holidays flagged, those put off a week later', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('FREQ=MONTHLY;BYDAY=2WE;COUNT=12', 'FREQ=MONTHLY;BYMONTHDAY=9;COUNT=8'),
        fc.nat(5),
        fc.integer({ min: 1, max: 27 }),
        fc.nat(11),
        fc.array(fc.nat(7), { maxLength: 3 }),
        (rule, from, day, put, singly) => {
          const { series: old, meetings: all } = scheduled({ rule });
          const movedSingly = all.map((one, i) => {
            const at = `${one.startsAtLocal.slice(0, 8)}27T10:30`;
            return singly.includes(i)
              ? value(rescheduleMeeting(one, { startsAtLocal: at }, today)).next
              : one;
          });
          const cancelled = movedSingly.map((one, i) =>
            i === 6 ? { ...one, status: 'CANCELLED' as const } : one,
          );
          const meeting = cancelled[from]!;
          const to = `${meeting.startsAtLocal.slice(0, 8)}${String(day).padStart(2, '0')}T18:00`;
          const rest = restOfSeries(old, cancelled, meeting, today)!;
          const plain = previewFollowing(rest, old.timeZone, to, [], today);
          const postpone = plain.ok ? [plain.value[put]?.proposal && plain.value[put].recurrenceId] : [];
          const later = postpone.flatMap((slot) => (slot && slot !== to ? [slot] : []));
          const shown = previewFollowing(rest, old.timeZone, to, later, today);
          const done = rescheduleFollowing(
            ...([old, cancelled, meeting, { startsAtLocal: to, postpone: later }] as const),
            ...([newSeriesId, today] as const),
          );
          expect(code(shown)).toBe(code(done));
          if (shown.ok && done.ok)
            expect(shown.value.map(({ local }) => local)).toEqual(
              done.value.meetings.map(({ startsAtLocal }) => startsAtLocal),
            );
        },
      ),
    ));
  it('show a date that was moved singly at the time it keeps', () => {
    const { series: old, meetings: all } = scheduled();
    const moved = all.map((one, i) =>
      i === 5 ? value(rescheduleMeeting(one, { startsAtLocal: '2027-05-19T10:00' }, today)).next : one,
    );
    const rest = restOfSeries(old, moved, moved[3]!, today)!;
    const shown = value(previewFollowing(rest, old.timeZone, '2027-03-11T18:00', [], today));
    expect(shown.slice(1, 4).map(({ local, isKept }) => [local, isKept])).toEqual([
      ['2027-04-08T18:00', false],
      ['2027-05-19T10:00', true],
      ['2027-06-10T18:00', false],
    ]);
  });
  it('flag a holiday and offer the week after', () => {
    const { series: old, meetings: all } = scheduled();
    const rest = restOfSeries(old, all, all[3]!, today)!;
    // From the second Wednesday of March on to the first Monday: 3 May is 憲法記念日.
    const shown = value(previewFollowing(rest, old.timeZone, '2027-03-01T19:00', [], today));
    expect(shown.find(({ holiday }) => holiday)).toMatchObject({
      recurrenceId: '2027-05-03T19:00',
      proposal: '2027-05-10T19:00',
    });
  });
  test.each([
    ['UNKNOWN', '2027-05-04T19:00'],
    ['UNKNOWN', '2027-03-01T19:00'],
  ])('%s: a date of no meeting that follows cannot be put off', (_, slot) => {
    const { series: old, meetings: all } = scheduled();
    const to = { startsAtLocal: '2027-03-01T19:00', postpone: [slot] };
    expect(code(rescheduleFollowing(old, all, all[3]!, to, newSeriesId, today))).toBe('BAD_USER_INPUT');
  });
});
