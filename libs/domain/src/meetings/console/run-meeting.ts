import {
  badInput,
  err,
  minutes,
  ok,
  sameVersion,
  type BadUserInput,
  type Conflict,
  type GroupId,
  type Instant,
  type MeetingId,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import type { AgendaStep, AgendaStepId } from '../agendas/agenda.js';
import type {
  Meeting,
  MeetingCancelled,
  MeetingOver,
  MeetingNotStarted,
  MeetingNotClosed,
} from '../meeting/meeting.js';

/** Another meeting of the group is still open. */
export interface AnotherMeetingOpen {
  readonly code: 'ANOTHER_MEETING_OPEN';
}

/** Something was said or recorded in it: its start can no longer be taken back. */
export interface MeetingUnderWay {
  readonly code: 'MEETING_UNDER_WAY';
}

export const runActs = ['NEXT', 'SKIP', 'BACK', 'GO_TO', 'PAUSE', 'RESUME', 'EXTEND'] as const;
export type RunAct = (typeof runActs)[number];
export const runStepStates = ['WAITING', 'DONE', 'SKIPPED'] as const;
export type RunStepState = (typeof runStepStates)[number];

/** What has happened to one step of the agenda so far. */
export interface RunStep {
  readonly stepId: AgendaStepId;
  /** Time that was counted for it, in milliseconds, up to `since` of the run. */
  readonly spentMs: number;
  readonly extraMinutes: number;
  readonly state: RunStepState;
}

/** What a member does at the console. */
export interface RunCommand {
  readonly act: RunAct;
  /** Where GO_TO leads. */
  readonly stepId?: AgendaStepId | null;
  /** How much EXTEND adds. */
  readonly minutes?: number | null;
  /** When it was tapped, by the server's clock; a phone without a connection sends it later. */
  readonly at?: Instant | null;
  /** The version of the run that was on the screen. */
  readonly expectedVersion?: number | null;
}

/** The clock of a meeting under way. Every screen counts from it for itself; the time is not sent each second. */
export interface RunState {
  readonly startedAt: Instant;
  /** The step that is on; null when the agenda has none, or none is left. */
  readonly stepId: AgendaStepId | null;
  /** Since when the clock has been going, or standing when `paused`. */
  readonly since: Instant;
  readonly paused: boolean;
  /** Breaks of the clock that are over, in milliseconds. */
  readonly pausedMs: number;
  /** Time that was counted while no step was on, in milliseconds. */
  readonly looseMs: number;
  /** Only steps something has happened to. */
  readonly steps: readonly RunStep[];
  /** The last act and the version it was done on: a second console that does the same on the same version means the same. */
  readonly last: {
    readonly act: RunAct;
    readonly stepId: AgendaStepId | null;
    readonly minutes: number | null;
    readonly version: number;
  } | null;
  readonly version: number;
}

export interface MeetingRun extends RunState {
  readonly meetingId: MeetingId;
  readonly groupId: GroupId;
  readonly startedBy: MemberId;
}

/** Minutes of one extension, and of all extensions of one step. */
export const runLimits = { extension: { min: 1, max: 60 }, extraMinutes: 180 } as const;
export type MeetingRunError = AnotherMeetingOpen | MeetingNotStarted | MeetingUnderWay | MeetingNotClosed;

/** The meeting is under way; or why nothing can be done at its console: MEETING_CANCELLED, MEETING_OVER, MEETING_NOT_STARTED. */
export function isUnderWay(
  meeting: Pick<Meeting, 'status'>,
): Result<true, MeetingCancelled | MeetingOver | MeetingNotStarted> {
  if (meeting.status === 'OPEN') return ok(true);
  if (meeting.status === 'SCHEDULED') return err({ code: 'MEETING_NOT_STARTED' });
  return err({ code: meeting.status === 'CANCELLED' ? 'MEETING_CANCELLED' : 'MEETING_OVER' });
}

/**
 * One tap at a console. Two consoles on the same version that do the same have done it once; another tap on a version that is
 * past gets CONFLICT. A tap counts from when it was made, though not from before the last one, nor from the future. Moving to another
 * step lets the clock go on. What changes nothing (pausing twice, next after the last step) answers with the same run.
 * Errors: CONFLICT, BAD_USER_INPUT (stepId that is not in the agenda; minutes outside 1–60, or more than 180 for one step).
 */
export function runMeeting<Run extends RunState>(
  run: Run,
  agenda: readonly Pick<AgendaStep, 'id'>[],
  command: RunCommand,
  now: Instant,
): Result<Run, Conflict | BadUserInput> {
  const said = {
    act: command.act,
    stepId: command.act === 'GO_TO' ? (command.stepId ?? null) : null,
    minutes: command.act === 'EXTEND' ? (command.minutes ?? null) : null,
  };
  const { last } = run;
  const isSame =
    last !== null &&
    last.version === command.expectedVersion &&
    last.act === said.act &&
    last.stepId === said.stepId &&
    last.minutes === said.minutes;
  if (isSame) return ok(run);
  const version = sameVersion(run.version, command.expectedVersion);
  if (!version.ok) return version;
  const moved = doneAt(run, agenda, said, momentOfTap(run.since, command.at ?? null, now));
  if (!moved.ok || moved.value === run) return moved as Result<Run, BadUserInput>;
  return ok({ ...run, ...moved.value, last: { ...said, version: run.version }, version: run.version + 1 });
}

function doneAt(
  run: RunState,
  agenda: readonly Pick<AgendaStep, 'id'>[],
  {
    act,
    stepId,
    minutes: more,
  }: NonNullable<RunState['last']> | Omit<NonNullable<RunState['last']>, 'version'>,
  at: Instant,
): Result<RunState, BadUserInput> {
  const here = agenda.findIndex((step) => step.id === run.stepId);
  const after = agenda[here + 1]?.id ?? null;
  switch (act) {
    case 'PAUSE':
      return ok(run.paused ? run : { ...counted(run, at), paused: true });
    case 'RESUME':
      return ok(run.paused ? { ...counted(run, at), paused: false } : run);
    case 'NEXT':
    case 'SKIP':
      if (run.stepId === null) return ok(run);
      return ok(
        moveTo(withStep(counted(run, at), run.stepId, { state: act === 'NEXT' ? 'DONE' : 'SKIPPED' }), after),
      );
    case 'BACK': {
      const before = run.stepId === null ? agenda.at(-1)?.id : agenda[here - 1]?.id;
      return ok(before ? moveTo(counted(run, at), before) : run);
    }
    case 'GO_TO':
      if (!agenda.some((step) => step.id === stepId)) return badInput('stepId', 'UNKNOWN');
      return ok(stepId === run.stepId ? run : moveTo(counted(run, at), stepId));
    case 'EXTEND': {
      const { min, max } = runLimits.extension;
      if (more === null || !Number.isInteger(more) || more < min)
        return badInput('minutes', 'OUT_OF_RANGE', min);
      if (more > max) return badInput('minutes', 'OUT_OF_RANGE', max);
      if (run.stepId === null) return ok(run);
      const extraMinutes = stepOf(run, run.stepId).extraMinutes + more;
      if (extraMinutes > runLimits.extraMinutes)
        return badInput('minutes', 'OUT_OF_RANGE', runLimits.extraMinutes);
      return ok(withStep(run, run.stepId, { extraMinutes }));
    }
  }
}

/** A tap counts from when it was made (`at`; now unless said), not from before the last one nor from the future. */
export const momentOfTap = (last: Instant, at: Instant | null, now: Instant): Instant =>
  new Date(Math.max(last.getTime(), Math.min((at ?? now).getTime(), now.getTime())));

/** The same clock, counted up to a moment. */
function counted(run: RunState, at: Instant): RunState {
  const passed = at.getTime() - run.since.getTime();
  if (run.paused) return { ...run, since: at, pausedMs: run.pausedMs + passed };
  if (run.stepId === null) return { ...run, since: at, looseMs: run.looseMs + passed };
  return withStep({ ...run, since: at }, run.stepId, { spentMs: stepOf(run, run.stepId).spentMs + passed });
}

const moveTo = (run: RunState, stepId: AgendaStepId | null): RunState =>
  stepId === null
    ? { ...run, stepId, paused: false }
    : { ...withStep(run, stepId, { state: 'WAITING' }), stepId, paused: false };

/** The state of an agenda step; an untouched one is waiting. */
export const stepOf = (run: Pick<RunState, 'steps'>, stepId: AgendaStepId): RunStep =>
  run.steps.find((step) => step.stepId === stepId) ?? {
    stepId,
    spentMs: 0,
    extraMinutes: 0,
    state: 'WAITING',
  };

function withStep(run: RunState, stepId: AgendaStepId, change: Partial<RunStep>): RunState {
  const next = { ...stepOf(run, stepId), ...change };
  const others = run.steps.filter((step) => step.stepId !== stepId);
  return { ...run, steps: [...others, next] };
}

/** Time the present step has had by now, in milliseconds; while no step is on, the time nothing was on. */
export function elapsedMs(
  run: Pick<RunState, 'stepId' | 'since' | 'paused' | 'steps' | 'looseMs'>,
  now: Instant,
): number {
  const before = run.stepId === null ? run.looseMs : stepOf(run, run.stepId).spentMs;
  return before + (run.paused ? 0 : Math.max(0, now.getTime() - run.since.getTime()));
}

/** Time the present step has left, in milliseconds: its minutes and extensions less what it has had. Negative when it runs over; null while no step is on. */
export function remainingMs(
  run: Pick<RunState, 'stepId' | 'since' | 'paused' | 'steps' | 'looseMs'>,
  agenda: readonly Pick<AgendaStep, 'id' | 'minutes'>[],
  now: Instant,
): number | null {
  const step = agenda.find(({ id }) => id === run.stepId);
  if (!step) return null;
  return minutes(step.minutes + stepOf(run, step.id).extraMinutes) - elapsedMs(run, now);
}

/** The clock as it stood when the meeting was closed: counted up to then, and standing. */
export const endRun = (run: MeetingRun, now: Instant): MeetingRun => ({
  ...run,
  ...counted(run, momentOfTap(run.since, null, now)),
  paused: true,
  version: run.version + 1,
});
