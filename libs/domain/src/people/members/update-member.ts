import { err, ok, wantsChange, type BadUserInput, type Conflict, type Result } from '../../kernel/index.js';
import {
  changeProfile,
  mayEnter,
  profileOf,
  sameProfile,
  type Member,
  type MemberError,
  type MemberStatus,
  type ProfileChanges,
  type TenantRole,
} from './member.js';
import type { MemberEvent } from './member-events.js';

export interface MemberChanges extends ProfileChanges {
  readonly role?: TenantRole | null;
  readonly status?: MemberStatus | null;
  readonly expectedVersion?: number | null;
}

/** What else must be known to change a member: how many admins there are who can sign in. */
export interface Office {
  readonly admins: number;
}

const nextStatuses: Readonly<Record<MemberStatus, readonly MemberStatus[]>> = {
  INVITED: ['ACTIVE', 'ALUMNI', 'SUSPENDED', 'DECEASED'],
  ACTIVE: ['ON_LEAVE', 'ALUMNI', 'SUSPENDED', 'DECEASED'],
  ON_LEAVE: ['ACTIVE', 'ALUMNI', 'SUSPENDED', 'DECEASED'],
  ALUMNI: ['ACTIVE', 'DECEASED'],
  SUSPENDED: ['ACTIVE', 'ALUMNI', 'DECEASED'],
  // Only to correct an admin's mistake: news of a death can be wrong.
  DECEASED: ['ACTIVE', 'ALUMNI'],
};

/**
 * What the office changes about a member: profile, role, state. `INVITED → ACTIVE ⇄ ON_LEAVE → ALUMNI`, or `SUSPENDED`,
 * `DECEASED`; alumni can always come back; no one is made INVITED again. The last admin who can sign in stays one: they are
 * neither made a plain member nor sent away.
 * Errors: CONFLICT, BAD_USER_INPUT, BAD_STATUS_CHANGE, LAST_ADMIN.
 */
export function updateMember(
  member: Member,
  changes: MemberChanges,
  office: Office,
): Result<{ next: Member; events: readonly MemberEvent[] }, BadUserInput | Conflict | MemberError> {
  const profile = changeProfile(member, changes);
  if (!profile.ok) return profile;
  const role = changes.role ?? member.role;
  const status = changes.status ?? member.status;
  const change = wantsChange<Member>(
    member,
    { ...profileOf(profile.value), role, status },
    changes.expectedVersion,
  );
  if (!change.ok) return change;
  if (status !== member.status && !nextStatuses[member.status].includes(status))
    return err({ code: 'BAD_STATUS_CHANGE', from: member.status, to: status });
  const runsOffice = (r: TenantRole, s: MemberStatus): boolean =>
    r === 'ADMIN' && mayEnter(s) && member.userId !== null;
  if (runsOffice(member.role, member.status) && !runsOffice(role, status) && office.admins <= 1)
    return err({ code: 'LAST_ADMIN' });

  const next: Member = { ...profile.value, role, status };
  const ids = { memberId: member.id };
  const events: MemberEvent[] = [];
  if (!sameProfile(member, next)) events.push({ name: 'member.profile-changed', ids });
  if (role !== member.role) events.push({ name: 'member.role-changed', ids });
  if (status !== member.status) events.push({ name: 'member.status-changed', ids });
  return ok({ next, events });
}
