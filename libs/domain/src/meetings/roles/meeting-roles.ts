import {
  days,
  err,
  isBefore,
  ok,
  plus,
  type Instant,
  type MemberId,
  type Result,
  type Verdict,
} from '../../kernel/index.js';
import type { Group } from '../../groups/index.js';
import type { Actor } from '../../people/index.js';
import {
  canRsvp,
  canSchedule,
  stillScheduled,
  type Meeting,
  type MeetingCancelled,
  type MeetingOver,
  type MeetingStarted,
} from '../meeting/meeting.js';
import { hasHotSeat } from '../topics/topic.js';
import type { RoleEvent } from './role-events.js';

/** 司会・タイムキーパー・今月の相談者 */
export const meetingRoles = ['HOST', 'TIMEKEEPER', 'HOT_SEAT'] as const;
export type MeetingRole = (typeof meetingRoles)[number];

/** Whose turn it is by rotation, whom the facilitator chose, who stepped in for someone, or whose topic it is. */
export const roleReasons = ['ROTATION', 'CHOSEN', 'STEPPED_IN', 'TOPIC'] as const;
export type RoleReason = (typeof roleReasons)[number];

export interface RoleHeld {
  readonly role: MeetingRole;
  readonly memberId: MemberId;
  readonly because: RoleReason;
}
/** A member asked not to have this role this time. */
export interface RoleDeclined {
  readonly role: MeetingRole;
  readonly memberId: MemberId;
}

/** What one person of the group has done in its past meetings. */
export interface RoleHistory {
  readonly memberId: MemberId;
  readonly joinedAt: Instant;
  /** Meetings of the group held since they joined. */
  readonly meetings: number;
  readonly turns: Readonly<Partial<Record<MeetingRole, { readonly times: number; readonly last: Instant }>>>;
}

/** The role is not this person's, or another member has it. */
export interface RoleTaken {
  readonly code: 'ROLE_TAKEN';
}
export type RoleError = RoleTaken;

/** Roles are suggested so long before the meeting begins. */
export const rolesAhead = days(14);
export const rolesDueAt = (meeting: Pick<Meeting, 'startsAt'>): Instant =>
  plus(meeting.startsAt, -rolesAhead);

/** Of these first meetings none counts: a newcomer looks on first, and owes no turn for them. */
export const newcomerMeetings = 2;

/** Facilitators and the office give roles. */
export const canSetRoles = (viewer: Actor, group: Group): Verdict => canSchedule(viewer, group);
/** The people of the group take a free role, or ask to be relieved of theirs. */
export const canTakeRole = (viewer: Actor, group: Group): Verdict => canRsvp(viewer, group);

/** The roles of a meeting: a hot seat only where the agenda has one, so none before the third meeting. */
export const rolesOf = (meeting: Pick<Meeting, 'agenda'>): readonly MeetingRole[] =>
  meetingRoles.filter((role) => role !== 'HOT_SEAT' || hasHotSeat(meeting, 0));

/**
 * In which order people are asked for a role: newcomers of fewer than two meetings last; then by weight, the turns taken divided by the
 * meetings in which they could have taken one (their first two do not count); then by the longest time since the last turn, or since
 * joining; then by id, so that the same facts give the same order.
 */
export function roleOrder(role: MeetingRole, people: readonly RoleHistory[]): readonly MemberId[] {
  const asked = people.map((person) => {
    const turn = person.turns[role];
    return {
      memberId: person.memberId,
      isNew: person.meetings < newcomerMeetings ? 1 : 0,
      times: turn?.times ?? 0,
      could: Math.max(1, person.meetings - newcomerMeetings),
      since: (turn?.last ?? person.joinedAt).getTime(),
    };
  });
  return asked
    .sort(
      (a, b) =>
        a.isNew - b.isNew ||
        a.times * b.could - b.times * a.could ||
        a.since - b.since ||
        (a.memberId < b.memberId ? -1 : 1),
    )
    .map(({ memberId }) => memberId);
}

export interface RoleFacts {
  /** Those who take part in the group and are not on leave, without those who will not come. */
  readonly people: readonly RoleHistory[];
  readonly declined: readonly RoleDeclined[];
  /** Whose topics come first, where people have put topics forward. */
  readonly topicOrder?: readonly MemberId[];
}

/** Who is asked for a role, in order: those who asked to be left out this time are left out. */
export function candidates(
  role: MeetingRole,
  facts: RoleFacts,
): readonly { memberId: MemberId; because: RoleReason }[] {
  const out = new Set(facts.declined.filter((one) => one.role === role).map(({ memberId }) => memberId));
  const order = roleOrder(role, facts.people);
  const topics = role === 'HOT_SEAT' ? (facts.topicOrder ?? []).filter((id) => order.includes(id)) : [];
  return [
    ...topics.map((memberId) => ({ memberId, because: 'TOPIC' as const })),
    ...order
      .filter((id) => !topics.includes(id))
      .map((memberId) => ({ memberId, because: 'ROTATION' as const })),
  ].filter(({ memberId }) => !out.has(memberId));
}

/** Who is asked next when a member passes a role on: the first in its order without a role in this meeting, else the first. */
export function nextForRole(role: MeetingRole, held: readonly RoleHeld[], facts: RoleFacts): RoleHeld | null {
  const asked = candidates(role, facts);
  const free = asked.find(({ memberId }) => !held.some((one) => one.memberId === memberId));
  const next = free ?? asked[0];
  return next ? { role, ...next } : null;
}

type RoleRefusal = MeetingCancelled | MeetingOver | MeetingStarted | RoleTaken;
export interface RoleChange {
  /** Null leaves the role free. */
  readonly next: RoleHeld | null;
  readonly declined: RoleDeclined | null;
  readonly events: readonly RoleEvent[];
}
/** The notice to the holder of a role now; when none is left, `passedOnBy` says whose it was. */
export const rolesSet = (
  meeting: Pick<Meeting, 'id' | 'groupId'>,
  memberId: MemberId | null,
  passedOnBy: MemberId | null = null,
): readonly RoleEvent[] => [
  {
    name: 'meeting.roles-set',
    ids: {
      meetingId: meeting.id,
      groupId: meeting.groupId,
      ...(memberId ? { memberId } : passedOnBy ? { passedOnBy } : {}),
    },
  },
];

/** The facilitator gives a role to a member of the group, or frees it (null). Errors: MEETING_CANCELLED, MEETING_OVER. */
export function setMeetingRole(
  meeting: Meeting,
  role: MeetingRole,
  memberId: MemberId | null,
  now: Instant,
): Result<RoleChange, MeetingCancelled | MeetingOver> {
  const standing = stillScheduled(meeting, now);
  if (!standing.ok && standing.error.code !== 'MEETING_STARTED') return { ok: false, error: standing.error };
  return ok({
    next: memberId && { role, memberId, because: 'CHOSEN' },
    declined: null,
    events: rolesSet(meeting, memberId),
  });
}

/**
 * The facilitator has two people change places: each takes the other's role. No reasons are asked for, and both are told.
 * Errors: MEETING_CANCELLED, MEETING_OVER, ROLE_TAKEN (one of the two roles is free, or both are one person's).
 */
export function swapMeetingRoles(
  meeting: Meeting,
  roles: readonly [MeetingRole, MeetingRole],
  held: readonly RoleHeld[],
  now: Instant,
): Result<
  readonly (RoleChange & { readonly role: MeetingRole })[],
  MeetingCancelled | MeetingOver | RoleTaken
> {
  const [one, other] = roles.map((role) => held.find((holder) => holder.role === role));
  if (!one || !other || one.memberId === other.memberId) return err({ code: 'ROLE_TAKEN' });
  const first = setMeetingRole(meeting, one.role, other.memberId, now);
  const second = setMeetingRole(meeting, other.role, one.memberId, now);
  if (!first.ok) return first;
  if (!second.ok) return second;
  return ok([
    { role: one.role, ...first.value },
    { role: other.role, ...second.value },
  ]);
}

/** A member takes a role that is free. Errors: MEETING_CANCELLED, MEETING_OVER, MEETING_STARTED, ROLE_TAKEN. */
export function takeMeetingRole(
  meeting: Meeting,
  role: MeetingRole,
  held: readonly RoleHeld[],
  memberId: MemberId,
  now: Instant,
): Result<RoleChange, RoleRefusal> {
  const standing = stillScheduled(meeting, now);
  if (!standing.ok) return standing;
  if (!rolesOf(meeting).includes(role) || held.some((one) => one.role === role))
    return err({ code: 'ROLE_TAKEN' });
  return ok({
    next: { role, memberId, because: 'STEPPED_IN' },
    declined: null,
    events: rolesSet(meeting, memberId),
  });
}

/**
 * 代わってほしい: a member passes their role on, and the next in its order has it; none, when all have been asked.
 * Errors: MEETING_CANCELLED, MEETING_OVER, MEETING_STARTED, ROLE_TAKEN (it is not theirs).
 */
export function passMeetingRoleOn(
  meeting: Meeting,
  role: MeetingRole,
  held: readonly RoleHeld[],
  memberId: MemberId,
  facts: RoleFacts,
  now: Instant,
): Result<RoleChange, RoleRefusal> {
  const standing = stillScheduled(meeting, now);
  if (!standing.ok) return standing;
  if (!held.some((one) => one.role === role && one.memberId === memberId)) return err({ code: 'ROLE_TAKEN' });
  const declined = { role, memberId };
  const next = nextForRole(
    role,
    held.filter((one) => one.role !== role),
    { ...facts, declined: [...facts.declined, declined] },
  );
  return ok({
    next: next && { ...next, because: next.because === 'TOPIC' ? 'TOPIC' : 'STEPPED_IN' },
    declined,
    events: rolesSet(meeting, next?.memberId ?? null, memberId),
  });
}

/** Whether the timer that suggests roles has work: the meeting is still to come. */
export const rolesAreDue = (meeting: Meeting, now: Instant): boolean =>
  stillScheduled(meeting, now).ok && isBefore(now, meeting.startsAt) && meeting.agenda.length > 0;
