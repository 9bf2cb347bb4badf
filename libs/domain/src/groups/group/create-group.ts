import {
  badInput,
  type BadUserInput,
  type GroupId,
  type Instant,
  limits,
  type MemberId,
  ok,
  required,
  requiredLine,
  type Result,
} from '../../kernel/index.js';
import type { GroupEvent } from './group-events.js';
import { type Group, groupLimits, type GroupTemplate, type ProgrammeId } from './group.js';

export interface NewGroup {
  readonly name: string;
  readonly purpose: string;
  readonly template?: GroupTemplate | null;
  /** Seats for people who take part, 2–20; 8 unless said. */
  readonly capacity?: number | null;
  readonly goals?: readonly string[] | null;
  readonly programmeId?: ProgrammeId | null;
}

/** A group begins empty and FORMING, with a name, a purpose and at most three goals. */
export function createGroup(
  input: NewGroup,
  id: GroupId,
  createdBy: MemberId,
  now: Instant,
): Result<{ next: Group; events: readonly GroupEvent[] }, BadUserInput> {
  const name = readName(input.name);
  if (!name.ok) return name;
  const purpose = readPurpose(input.purpose);
  if (!purpose.ok) return purpose;
  const goals = readGoals(input.goals ?? []);
  if (!goals.ok) return goals;
  const capacity = readCapacity(input.capacity ?? groupLimits.capacity.usual);
  if (!capacity.ok) return capacity;
  const next: Group = {
    id,
    name: name.value,
    purpose: purpose.value,
    goals: goals.value,
    template: input.template ?? 'MIXED',
    capacity: capacity.value,
    status: 'FORMING',
    programmeId: input.programmeId ?? null,
    createdBy,
    createdAt: now,
    firstContentAt: null,
    version: 1,
    memberships: [],
  };
  return ok({ next, events: [{ name: 'group.created', ids: { groupId: id } }] });
}

export const readName = (text: string): Result<string, BadUserInput> =>
  requiredLine('name', text, limits.name);
export const readPurpose = (text: string): Result<string, BadUserInput> =>
  required('purpose', text, limits.line);

/** Empty lines of the form are dropped; three goals are as many as a group can keep in mind. */
export function readGoals(lines: readonly string[]): Result<readonly string[], BadUserInput> {
  const goals: string[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    const goal = required('goals', line, limits.title);
    if (!goal.ok) return goal;
    goals.push(goal.value);
  }
  return goals.length > limits.goals ? badInput('goals', 'TOO_MANY', limits.goals) : ok(goals);
}

export function readCapacity(seats: number): Result<number, BadUserInput> {
  const { min, max } = groupLimits.capacity;
  return Number.isInteger(seats) && seats >= min && seats <= max
    ? ok(seats)
    : badInput('capacity', 'OUT_OF_RANGE', seats < min ? min : max);
}
