import {
  badInput,
  err,
  limits,
  ok,
  required,
  wantsChange,
  type BadUserInput,
  type Conflict,
  type GroupId,
  type Id,
  type Result,
} from '../../kernel/index.js';
import {
  agendaStepName,
  breakNeeded,
  isStepKey,
  shrunk,
  withBreak,
  type AgendaStep,
  type AgendaTooLong,
  type Allowed,
  type PlannedStep,
  type SpeakerRule,
} from './agenda.js';

export type AgendaTemplateId = Id<'AgendaTemplate'>;

/** A step of a group's own agenda. `perPerson`: its minutes are for each of those who take part. */
export interface AgendaTemplateStep extends PlannedStep {
  readonly perPerson: boolean;
}

/** An agenda that a group has made its own, under a name of its choosing. */
export interface AgendaTemplate {
  readonly id: AgendaTemplateId;
  readonly groupId: GroupId;
  readonly name: string;
  readonly steps: readonly AgendaTemplateStep[];
  /** Taken out of use; meetings that were made with it keep their steps. */
  readonly removed: boolean;
  readonly version: number;
}

export const agendaLimits = {
  name: limits.name,
  steps: 30,
  minutes: { min: 1, max: 720 },
  /** Agendas of its own that a group may keep. */
  templates: 20,
} as const;

/** A step as a person fills it in. `key` remembers which step of a template it was; `name` is what they call it. */
export interface StepDraft {
  readonly key?: string | null;
  readonly name?: string | null;
  readonly minutes: number;
  readonly speakerRule: SpeakerRule;
  readonly allowed: readonly Allowed[];
}

const minutesOf = (steps: readonly { readonly minutes: number }[]): number =>
  steps.reduce((sum, { minutes }) => sum + minutes, 0);

/** Whole minutes, 1 to 720. */
export function readStepMinutes(minutes: number): Result<number, BadUserInput> {
  const { min, max } = agendaLimits.minutes;
  if (!Number.isInteger(minutes) || minutes < min) return badInput('minutes', 'OUT_OF_RANGE', min);
  return minutes > max ? badInput('minutes', 'OUT_OF_RANGE', max) : ok(minutes);
}

/**
 * One step: a step of a template under its own name stays one that both languages have words for.
 * Errors: BAD_USER_INPUT (name, minutes, steps).
 */
export function readStep(draft: StepDraft): Result<PlannedStep, BadUserInput> {
  const key = draft.key ?? null;
  if (key !== null && !isStepKey(key)) return badInput('steps', 'UNKNOWN');
  const isOwnName =
    key === null ||
    ((draft.name ?? '').trim() !== '' &&
      !(['ja', 'en'] as const).some(
        (locale) => agendaStepName({ key, name: null }, locale) === draft.name!.trim(),
      ));
  const name = isOwnName ? required('name', draft.name, agendaLimits.name) : ok(null);
  if (!name.ok) return name;
  const minutes = readStepMinutes(draft.minutes);
  if (!minutes.ok) return minutes;
  return ok({
    key,
    name: name.value,
    minutes: minutes.value,
    speakerRule: draft.speakerRule,
    allowed: [...new Set(draft.allowed)],
  });
}

export function readSteps<D extends StepDraft, S>(
  drafts: readonly D[],
  make: (step: PlannedStep, draft: D) => S,
): Result<readonly S[], BadUserInput> {
  if (drafts.length > agendaLimits.steps) return badInput('steps', 'TOO_MANY', agendaLimits.steps);
  const steps: S[] = [];
  for (const draft of drafts) {
    const step = readStep(draft);
    if (!step.ok) return step;
    steps.push(make(step.value, draft));
  }
  return ok(steps);
}

/** Whether steps fit into a meeting of so many minutes. */
export function fitsInto(
  steps: readonly { readonly minutes: number }[],
  durationMinutes: number,
): Result<true, AgendaTooLong> {
  const minutes = minutesOf(steps);
  return minutes <= durationMinutes
    ? ok(true)
    : err({ code: 'AGENDA_TOO_LONG', minutes, limit: durationMinutes });
}

export interface AgendaTemplateDraft {
  readonly name: string;
  readonly steps: readonly (StepDraft & { readonly perPerson: boolean })[];
}

/** 1–80 characters. */
export const readAgendaName = (name: string | null | undefined): Result<string, BadUserInput> =>
  required('name', name, agendaLimits.name);

function readTemplate(
  plan: AgendaTemplateDraft,
): Result<{ readonly name: string; readonly steps: readonly AgendaTemplateStep[] }, BadUserInput> {
  const name = readAgendaName(plan.name);
  if (!name.ok) return name;
  if (plan.steps.length === 0) return badInput('steps', 'REQUIRED');
  const steps = readSteps(plan.steps, (step, { perPerson }): AgendaTemplateStep => ({ ...step, perPerson }));
  return steps.ok ? ok({ name: name.value, steps: steps.value }) : steps;
}

/** A new agenda of a group that has `kept` already. Errors: BAD_USER_INPUT (name, minutes, steps). */
export function createAgendaTemplate(
  groupId: GroupId,
  plan: AgendaTemplateDraft,
  kept: number,
  id: AgendaTemplateId,
): Result<AgendaTemplate, BadUserInput> {
  if (kept >= agendaLimits.templates) return badInput('name', 'TOO_MANY', agendaLimits.templates);
  const read = readTemplate(plan);
  return read.ok ? ok({ id, groupId, ...read.value, removed: false, version: 1 }) : read;
}

/** Other steps or another name; meetings that were made with it stay as they are. Errors: CONFLICT, BAD_USER_INPUT. */
export function editAgendaTemplate(
  agenda: AgendaTemplate,
  plan: AgendaTemplateDraft,
  expectedVersion: number | null | undefined,
): Result<AgendaTemplate, Conflict | BadUserInput> {
  const read = readTemplate(plan);
  if (!read.ok) return read;
  const change = wantsChange(agenda, read.value, expectedVersion);
  if (!change.ok) return change;
  return ok(change.value ? { ...agenda, ...read.value } : agenda);
}

/**
 * A group's own agenda fitted to a meeting: minutes per person times the people, a break of ten minutes from ninety minutes on unless
 * it has one, and all shrunk alike, never below a minute, when it would last too long. Errors: AGENDA_TOO_LONG (more steps than minutes).
 */
export function fittedAgenda(
  steps: readonly AgendaTemplateStep[],
  meeting: { readonly headCount: number; readonly durationMinutes: number },
): Result<readonly PlannedStep[], AgendaTooLong> {
  const { durationMinutes } = meeting;
  const people = Math.max(1, meeting.headCount);
  const wanted = steps.map((step) => step.minutes * (step.perPerson ? people : 1));
  const pause = breakNeeded(steps, durationMinutes);
  const budget = durationMinutes - pause;
  if (steps.length > budget) return err({ code: 'AGENDA_TOO_LONG', minutes: steps.length, limit: budget });
  const total = wanted.reduce((sum, one) => sum + one, 0);
  const minutes = total <= budget ? wanted : shrunk(wanted, budget);
  return ok(
    withBreak(
      steps.map(({ perPerson: _, ...step }, i) => ({ ...step, minutes: minutes[i]! })),
      pause,
    ),
  );
}

/** The steps of a meeting that has become shorter: as they are while they fit, else all shrunk alike. */
export function refitted(agenda: readonly AgendaStep[], durationMinutes: number): readonly AgendaStep[] {
  if (minutesOf(agenda) <= durationMinutes) return agenda;
  const kept = agenda.slice(0, durationMinutes);
  const minutes = shrunk(
    kept.map((step) => step.minutes),
    durationMinutes,
  );
  return kept.map((step, i) => ({ ...step, minutes: minutes[i]! }));
}
