import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { cancelMeeting } from './cancel-meeting.js';
import type { Meeting } from './meeting.js';
import { code, newSeriesId, oneMeeting, scheduled, slotsOf, today, value } from './meetings.factory.js';
import { rescheduleFollowing, rescheduleMeeting, type FollowingMoved } from './reschedule-meeting.js';
import { extendSeries } from './schedule-meetings.js';

const moveRest = (
  nth: number,
  to: string,
  changes: Partial<Parameters<typeof scheduled>[0]> = {},
  touch: (meetings: Meeting[]) => Meeting[] = (all) => all,
): FollowingMoved & { all: Meeting[] } => {
  const { series, meetings } = scheduled(changes);
  const all = touch([...meetings]);
  return {
    ...value(rescheduleFollowing(series, all, all[nth]!, { startsAtLocal: to }, newSeriesId, today)),
    all,
  };
};

describe('moving one meeting', () => {
  it('keeps its id and slot, changes its time, and tells calendars by SEQUENCE', () => {
    const meeting = scheduled().meetings[1]!;
    const { next, events } = value(
      rescheduleMeeting(meeting, { startsAtLocal: '2027-01-20T18:30', durationMinutes: 90 }, today),
    );
    expect(next).toMatchObject({
      id: meeting.id,
      recurrenceId: '2027-01-13T19:00',
      startsAtLocal: '2027-01-20T18:30',
      sequence: 1,
      timeSetAt: today,
    });
    expect([next.startsAt.toISOString(), next.endsAt.toISOString()]).toEqual([
      '2027-01-20T09:30:00.000Z',
      '2027-01-20T11:00:00.000Z',
    ]);
    expect(events.map((event) => event.name)).toEqual(['meeting.moved']);
  });
  it('to where it already is changes nothing and tells no one', () => {
    const meeting = oneMeeting();
    expect(value(rescheduleMeeting(meeting, { startsAtLocal: meeting.startsAtLocal }, today))).toEqual({
      next: meeting,
      events: [],
    });
  });
  test.each([
    ['into the past', '2026-11-20T09:00', {}, 'BAD_USER_INPUT'],
    ['to 31 April', '2027-04-31T19:00', {}, 'BAD_USER_INPUT'],
    ['ten years ahead', '2037-04-01T19:00', {}, 'BAD_USER_INPUT'],
    ['to year 0', '0000-04-01T19:00', {}, 'BAD_USER_INPUT'],
    ['after it was called off', '2027-04-01T19:00', { status: 'CANCELLED' }, 'MEETING_CANCELLED'],
    ['after it was closed', '2027-04-01T19:00', { status: 'CLOSED' }, 'MEETING_OVER'],
    ['while people are in the room', '2027-04-01T19:00', { status: 'OPEN' }, 'MEETING_STARTED'],
  ] as const)('%s is turned down', (_, startsAtLocal, changes, expected) =>
    expect(code(rescheduleMeeting(oneMeeting(changes), { startsAtLocal }, today))).toBe(expected),
  );
});

describe('moving this meeting and the rest', () => {
  it('ends the old series before it and begins a new one with it', () => {
    const { oldSeries, newSeries, meetings, all } = moveRest(3, '2027-03-11T18:00');
    expect(slotsOf(oldSeries)).toEqual(all.slice(0, 3).map((meeting) => meeting.recurrenceId));
    expect(newSeries).toMatchObject({
      id: newSeriesId,
      rule: 'FREQ=MONTHLY;BYDAY=2TH;COUNT=9',
      startsAtLocal: '2027-03-11T18:00',
      sequence: 0,
    });
    expect(meetings.map((meeting) => meeting.id)).toEqual(all.slice(3).map((meeting) => meeting.id));
    expect(meetings.map((meeting) => meeting.startsAtLocal)).toEqual(slotsOf(newSeries));
    expect(
      meetings.every(
        (meeting) =>
          meeting.seriesId === newSeriesId &&
          meeting.sequence === 1 &&
          meeting.recurrenceId === meeting.startsAtLocal,
      ),
    ).toBe(true);
  });
  it('from the first on leaves nothing of the old series', () =>
    expect(moveRest(0, '2026-12-10T19:00').oldSeries.ended).toBe(true));
  it('leaves a meeting that was moved singly at the time it was given', () => {
    const { meetings } = moveRest(3, '2027-03-10T18:00', {}, (all) =>
      all.map((meeting, i) =>
        i === 5
          ? value(rescheduleMeeting(meeting, { startsAtLocal: '2027-05-19T19:00' }, today)).next
          : meeting,
      ),
    );
    expect(meetings[2]).toMatchObject({
      startsAtLocal: '2027-05-19T19:00',
      recurrenceId: '2027-05-12T18:00',
      sequence: 2,
    });
  });
  it('does not bring back what was skipped or called off', () => {
    const { newSeries, meetings } = moveRest(
      2,
      '2027-03-10T18:00',
      { skip: ['2027-01-13T19:00', '2027-05-12T19:00'] },
      (all) => all.map((meeting, i) => (i === 4 ? value(cancelMeeting(meeting, null, today)).next : meeting)),
    );
    expect(newSeries.skipped).toEqual(['2027-05-12T18:00', '2027-06-09T18:00']);
    expect(meetings.map((meeting) => meeting.startsAtLocal)).not.toContain('2027-05-12T18:00');
  });
  it('goes on without an end when the old one had none', () => {
    const { newSeries, meetings } = moveRest(3, '2027-03-11T18:00', { rule: 'FREQ=MONTHLY;BYDAY=2WE' });
    expect(newSeries.rule).toBe('FREQ=MONTHLY;BYDAY=2TH');
    const more = extendSeries(
      newSeries,
      meetings.at(-1)!.recurrenceId,
      { headCount: 8, meetingsSoFar: 13 },
      { meeting: () => 'x' as never, step: () => 'y' as never },
      new Date('2027-02-20T00:00:00Z'),
    );
    expect(more.map((meeting) => meeting.startsAtLocal)).toEqual([
      '2028-01-13T18:00',
      '2028-02-10T18:00',
      '2028-03-09T18:00',
    ]);
  });
  it('loses and doubles no meeting, and fills every slot of the new rule or skips it', () => {
    const rules = [
      'FREQ=MONTHLY;BYDAY=2WE;COUNT=12',
      'FREQ=WEEKLY;BYDAY=MO,WE;COUNT=20',
      'FREQ=MONTHLY;BYMONTHDAY=9;UNTIL=20271231',
      'FREQ=MONTHLY;BYDAY=2WE',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.nat(9),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 23 }),
        (rule, nth, day, hour) => {
          const { series, meetings } = scheduled({ rule });
          const pivot = meetings[Math.min(nth, meetings.length - 1)]!;
          const to = `2028-01-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:15`;
          const moved = value(
            rescheduleFollowing(series, meetings, pivot, { startsAtLocal: to }, newSeriesId, today),
          );
          const before = meetings.filter((meeting) => meeting.recurrenceId < pivot.recurrenceId);
          expect([...before, ...moved.meetings].map((meeting) => meeting.id)).toEqual(
            meetings.map((meeting) => meeting.id),
          );
          expect(moved.meetings[0]!.startsAtLocal).toBe(to);
          expect(slotsOf(moved.newSeries).slice(0, moved.meetings.length)).toEqual(
            moved.meetings.map((meeting) => meeting.recurrenceId),
          );
          if (before.length > 0)
            expect(slotsOf(moved.oldSeries)).toEqual(before.map((meeting) => meeting.recurrenceId));
        },
      ),
    );
  });
});
