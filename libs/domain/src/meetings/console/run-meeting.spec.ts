import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { minutes, plus, type Instant } from '../../kernel/index.js';
import type { AgendaStepId } from '../agendas/agenda.js';
import { code, hanako, oneMeeting, today, value } from '../meeting/meetings.factory.js';
import {
  elapsedMs,
  endRun,
  isUnderWay,
  remainingMs,
  runActs,
  runMeeting,
  stepOf,
  type MeetingRun,
  type RunCommand,
} from './run-meeting.js';
import { isFarFromItsTime, startMeeting, takeBackStart } from './start-meeting.js';

const meeting = oneMeeting();
const { agenda } = meeting;
const [first, second, third] = agenda.map((step) => step.id) as [AgendaStepId, AgendaStepId, AgendaStepId];
const started = (): MeetingRun => value(startMeeting(meeting, hanako, today)).run;
const later = (n: number): Instant => plus(today, minutes(n));
/** One tap after the other, each so many minutes after the start. */
const after = (...taps: (readonly [minute: number, command: RunCommand])[]): MeetingRun =>
  taps.reduce((run, [minute, command]) => value(runMeeting(run, agenda, command, later(minute))), started());
/** Minutes the present step has left. */
const left = (run: MeetingRun, minute: number): number =>
  remainingMs(run, agenda, later(minute))! / minutes(1);

describe('starting', () => {
  it('opens the meeting with its first step, whatever the hour', () => {
    for (const now of [today, new Date('2028-01-01T00:00:00Z')]) {
      const { next, run, events } = value(startMeeting(meeting, hanako, now));
      expect(next.status).toBe('OPEN');
      expect(run).toMatchObject({ stepId: first, startedAt: now, paused: false, version: 1 });
      expect(events.map(({ name }) => name)).toEqual(['meeting.started']);
    }
  });
  it('without an agenda there is no step, and time is counted all the same', () => {
    const { run } = value(startMeeting({ ...meeting, agenda: [] }, hanako, today));
    expect(run.stepId).toBeNull();
    expect(remainingMs(run, [], later(5))).toBeNull();
    expect(elapsedMs(run, later(5))).toBe(minutes(5));
    for (const act of ['NEXT', 'SKIP', 'BACK', 'PAUSE', 'RESUME'] as const)
      expect(runMeeting(run, [], { act }, later(5)).ok).toBe(true);
  });
  test.each([
    ['CANCELLED', 'MEETING_CANCELLED', 'MEETING_CANCELLED'],
    ['CLOSED', 'MEETING_OVER', 'MEETING_OVER'],
    ['OPEN', 'OK', 'OK'],
    ['SCHEDULED', 'OK', 'MEETING_NOT_STARTED'],
  ] as const)('a meeting that is %s: start %s, run %s', (status, start, run) => {
    expect(code(startMeeting({ ...meeting, status }, hanako, today))).toBe(start);
    expect(code(isUnderWay({ status }))).toBe(run);
  });
});

describe('the clock', () => {
  it('counts down, stands while paused, and goes on where it stood', () => {
    expect(left(started(), 2)).toBe(3);
    const paused = after([2, { act: 'PAUSE' }]);
    expect(left(paused, 30)).toBe(3);
    const resumed = after([2, { act: 'PAUSE' }], [30, { act: 'RESUME' }]);
    expect(left(resumed, 31)).toBe(2);
    expect(left(resumed, 40)).toBe(-7);
  });
  it('an extension gives this step more and takes nothing from the others', () => {
    const run = after([1, { act: 'EXTEND', minutes: 5 }], [2, { act: 'EXTEND', minutes: 5 }]);
    expect(left(run, 2)).toBe(13);
    expect(stepOf(run, second).extraMinutes).toBe(0);
  });
  it('going back goes on with what was left', () => {
    const run = after([2, { act: 'NEXT' }], [4, { act: 'BACK' }]);
    expect(run.stepId).toBe(first);
    expect(stepOf(run, first).state).toBe('WAITING');
    expect(left(run, 4)).toBe(3);
  });
  it('next is done, skip is skipped, after the last one nothing is on', () => {
    const run = after(
      [1, { act: 'NEXT' }],
      [1, { act: 'SKIP' }],
      [2, { act: 'GO_TO', stepId: agenda.at(-1)!.id }],
    );
    expect([stepOf(run, first).state, stepOf(run, second).state, stepOf(run, third).state]).toEqual([
      'DONE',
      'SKIPPED',
      'WAITING',
    ]);
    const through = value(runMeeting(run, agenda, { act: 'NEXT' }, later(3)));
    expect(through.stepId).toBeNull();
    expect(value(runMeeting(through, agenda, { act: 'BACK' }, later(4))).stepId).toBe(agenda.at(-1)!.id);
  });
  it('moving to another step lets a standing clock go', () =>
    expect(after([1, { act: 'PAUSE' }], [5, { act: 'NEXT' }])).toMatchObject({
      stepId: second,
      paused: false,
    }));
  it('a tap that comes late counts from when it was made, not from before the last one nor from the future', () => {
    expect(stepOf(after([9, { act: 'NEXT', at: later(4) }]), first).spentMs).toBe(minutes(4));
    expect(stepOf(after([9, { act: 'NEXT', at: later(-60) }]), first).spentMs).toBe(0);
    expect(stepOf(after([9, { act: 'NEXT', at: later(60) }]), first).spentMs).toBe(minutes(9));
  });
  it('stands when the meeting is closed', () => {
    const run = endRun(after([3, { act: 'NEXT' }]), later(10));
    expect(elapsedMs(run, later(500))).toBe(minutes(7));
  });
  test.each([
    [{ act: 'EXTEND', minutes: 0 }, 'BAD_USER_INPUT'],
    [{ act: 'EXTEND', minutes: 61 }, 'BAD_USER_INPUT'],
    [{ act: 'EXTEND', minutes: 1.5 }, 'BAD_USER_INPUT'],
    [{ act: 'EXTEND' }, 'BAD_USER_INPUT'],
    [{ act: 'GO_TO' }, 'BAD_USER_INPUT'],
    [{ act: 'GO_TO', stepId: hanako as string as AgendaStepId }, 'BAD_USER_INPUT'],
    [{ act: 'NEXT', expectedVersion: 7 }, 'CONFLICT'],
  ] as const)('%o is turned down: %s', (command, expected) =>
    expect(code(runMeeting(started(), agenda, command, later(1)))).toBe(expected),
  );
  it('a step is extended by three hours at the most', () => {
    const run = after(
      [1, { act: 'EXTEND', minutes: 60 }],
      [1, { act: 'EXTEND', minutes: 60 }],
      [1, { act: 'EXTEND', minutes: 60 }],
    );
    expect(code(runMeeting(run, agenda, { act: 'EXTEND', minutes: 1 }, later(1)))).toBe('BAD_USER_INPUT');
  });
});

describe('two consoles', () => {
  it('that both tap next have moved one step', () => {
    const seen = started();
    const once = value(runMeeting(seen, agenda, { act: 'NEXT', expectedVersion: 1 }, later(3)));
    const twice = value(runMeeting(once, agenda, { act: 'NEXT', expectedVersion: 1 }, later(3)));
    expect(twice).toBe(once);
    expect(twice.stepId).toBe(second);
  });
  it('that do different things: the second one is told', () => {
    const once = value(runMeeting(started(), agenda, { act: 'NEXT', expectedVersion: 1 }, later(3)));
    for (const command of [{ act: 'PAUSE' }, { act: 'SKIP' }, { act: 'EXTEND', minutes: 5 }] as const)
      expect(runMeeting(once, agenda, { ...command, expectedVersion: 1 }, later(3))).toEqual({
        ok: false,
        error: { code: 'CONFLICT', version: 2 },
      });
  });
});

const aCommand = fc.record({
  act: fc.constantFrom(...runActs),
  stepId: fc.constantFrom(null, ...agenda.map((step) => step.id)),
  minutes: fc.integer({ min: 1, max: 20 }),
  wait: fc.integer({ min: 0, max: 900_000 }),
  said: fc.option(fc.integer({ min: -900_000, max: 900_000 })),
});
/** Applies what can be applied, and says when it ended. */
function play(commands: readonly (RunCommand & { wait: number; said: number | null })[]) {
  let [run, now] = [started(), today as Instant];
  for (const { wait, said, ...command } of commands) {
    now = plus(now, wait);
    const moved = runMeeting(run, agenda, { ...command, at: said === null ? null : plus(now, said) }, now);
    if (moved.ok) run = moved.value;
  }
  return { run, now };
}

it('no time is lost and none is counted twice, whatever is tapped', () => {
  fc.assert(
    fc.property(fc.array(aCommand, { maxLength: 40 }), fc.nat(3_600_000), (commands, rest) => {
      const { run, now } = play(commands);
      const end = plus(now, rest);
      const closed = endRun(run, end);
      const spent = closed.steps.reduce((sum, step) => sum + step.spentMs, 0);
      expect(spent + closed.looseMs + closed.pausedMs).toBe(end.getTime() - today.getTime());
      expect(closed.steps.every((step) => step.spentMs >= 0)).toBe(true);
      expect(new Set(closed.steps.map((step) => step.stepId)).size).toBe(closed.steps.length);
    }),
  );
});
it('a command that is sent again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(aCommand, { maxLength: 20 }),
      aCommand,
      (commands, { wait, said: _, ...command }) => {
        const { run, now } = play(commands);
        const sent = { ...command, expectedVersion: run.version };
        const once = runMeeting(run, agenda, sent, plus(now, wait));
        if (!once.ok) return;
        expect(runMeeting(once.value, agenda, sent, plus(now, wait + 1_000))).toEqual(once);
      },
    ),
  );
});
it('the time that is left falls with the clock and by nothing else', () => {
  fc.assert(
    fc.property(fc.array(aCommand, { maxLength: 20 }), fc.nat(600_000), (commands, wait) => {
      const { run, now } = play(commands);
      if (run.stepId === null) return;
      const fell = remainingMs(run, agenda, now)! - remainingMs(run, agenda, plus(now, wait))!;
      expect(fell).toBe(run.paused ? 0 : wait);
    }),
  );
});

describe('starting at another time than its own', () => {
  test.each([
    ['ten days early', -10 * 24 * 60, true],
    ['three hours and a minute early', -181, true],
    ['three hours early', -180, false],
    ['at its time', 0, false],
    ['three hours after its end', 120 + 180, false],
    ['a minute later', 120 + 181, true],
  ])('%s', (_, minute, far) =>
    expect(isFarFromItsTime(meeting, plus(meeting.startsAt, minutes(minute)))).toBe(far),
  );
});

describe('taking a start back', () => {
  const open = oneMeeting({ status: 'OPEN' });
  it('makes it a meeting to come again', () => {
    const { next, events } = value(takeBackStart(open, started(), false));
    expect(next).toEqual({ ...open, status: 'SCHEDULED' });
    expect(events.map(({ name }) => name)).toEqual(['meeting.start-taken-back']);
  });
  test.each([
    ['MEETING_NOT_STARTED', oneMeeting(), false, null],
    ['MEETING_OVER', oneMeeting({ status: 'CLOSED' }), false, null],
    ['MEETING_CANCELLED', oneMeeting({ status: 'CANCELLED' }), false, null],
    ['MEETING_UNDER_WAY', open, true, null],
    ['MEETING_UNDER_WAY', open, false, { act: 'PAUSE', stepId: null, minutes: null, version: 1 }],
  ] as const)('%s', (expected, of, isRecorded, last) =>
    expect(code(takeBackStart(of, { last }, isRecorded))).toBe(expected),
  );
});
