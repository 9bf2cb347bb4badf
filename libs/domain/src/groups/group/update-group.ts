import { type BadUserInput, type Conflict, err, ok, type Result, wantsChange } from '../../kernel/index.js';
import { readCapacity, readGoals, readName, readPurpose } from './create-group.js';
import type {
  CapacityBelowSeats,
  FacilitatorNeeded,
  GroupClosed,
  GroupStatusNotPossible,
} from './group-errors.js';
import type { GroupEvent } from './group-events.js';
import { facilitatorsOf, type Group, type GroupStatus, type ProgrammeId } from './group.js';

export interface GroupChanges {
  readonly name?: string | null;
  readonly purpose?: string | null;
  readonly goals?: readonly string[] | null;
  readonly capacity?: number | null;
  /** Null takes the group out of its programme. */
  readonly programmeId?: ProgrammeId | null;
  readonly status?: GroupStatus | null;
}

/** FORMING → ACTIVE ⇄ PAUSED → CLOSED; what never began or is running may be closed too, and closed is for good. */
export const groupStatusSteps: Readonly<Record<GroupStatus, readonly GroupStatus[]>> = {
  FORMING: ['ACTIVE', 'CLOSED'],
  ACTIVE: ['PAUSED', 'CLOSED'],
  PAUSED: ['ACTIVE', 'CLOSED'],
  CLOSED: [],
};

/**
 * Changes what is given and leaves the rest. Capacity never falls below the seats that are taken or promised (`seats`); a group
 * becomes ACTIVE only with a facilitator; a closed group stays as it was.
 */
export function updateGroup(
  group: Group,
  seats: number,
  changes: GroupChanges,
  expectedVersion?: number | null,
): Result<
  { next: Group; events: readonly GroupEvent[] },
  BadUserInput | Conflict | GroupClosed | CapacityBelowSeats | GroupStatusNotPossible | FacilitatorNeeded
> {
  const name = readName(changes.name ?? group.name);
  if (!name.ok) return name;
  const purpose = readPurpose(changes.purpose ?? group.purpose);
  if (!purpose.ok) return purpose;
  const goals = readGoals(changes.goals ?? group.goals);
  if (!goals.ok) return goals;
  const capacity = readCapacity(changes.capacity ?? group.capacity);
  if (!capacity.ok) return capacity;
  const status = changes.status ?? group.status;
  const wish = {
    name: name.value,
    purpose: purpose.value,
    goals: goals.value,
    capacity: capacity.value,
    programmeId: changes.programmeId === undefined ? group.programmeId : changes.programmeId,
    status,
  };
  const change = wantsChange<Group>(group, wish, expectedVersion);
  if (!change.ok) return change;
  if (!change.value) return ok({ next: group, events: [] });
  if (group.status === 'CLOSED') return err({ code: 'GROUP_CLOSED' });
  if (capacity.value < group.capacity && capacity.value < seats) {
    return err({ code: 'CAPACITY_BELOW_SEATS', seats });
  }
  if (status !== group.status && !groupStatusSteps[group.status].includes(status)) {
    return err({ code: 'GROUP_STATUS_NOT_POSSIBLE', from: group.status, to: status });
  }
  if (status === 'ACTIVE' && group.status !== 'ACTIVE' && facilitatorsOf(group).length === 0) {
    return err({ code: 'FACILITATOR_NEEDED' });
  }
  const next: Group = { ...group, ...wish, version: group.version + 1 };
  return ok({ next, events: [{ name: 'group.updated', ids: { groupId: group.id } }] });
}
