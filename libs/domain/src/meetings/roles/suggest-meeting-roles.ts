import { candidates, type MeetingRole, type RoleFacts, type RoleHeld } from './meeting-roles.js';

/**
 * Fills the roles that are free, and leaves those that are held. No one gets two roles if it can be avoided; within that the hot
 * seat goes to the first in its order, then the host, then the timekeeper. Always the same for the same facts.
 */
export function suggestMeetingRoles(
  roles: readonly MeetingRole[],
  held: readonly RoleHeld[],
  facts: RoleFacts,
): readonly RoleHeld[] {
  const free = (['HOT_SEAT', 'HOST', 'TIMEKEEPER'] as const).filter(
    (role) => roles.includes(role) && !held.some((one) => one.role === role),
  );
  let best: { doubles: number; found: readonly RoleHeld[] } | null = null;
  /** Tries all attendees in order, so that the first of several equally good ways is the fairest. */
  const seek = (i: number, found: readonly RoleHeld[], doubles: number): void => {
    if (best && doubles >= best.doubles) return;
    const role = free[i];
    if (!role) {
      best = { doubles, found };
      return;
    }
    const asked = candidates(role, facts);
    if (asked.length === 0) seek(i + 1, found, doubles);
    for (const { memberId, because } of asked) {
      const has = [...held, ...found].some((one) => one.memberId === memberId);
      seek(i + 1, [...found, { role, memberId, because }], doubles + (has ? 1 : 0));
    }
  };
  seek(0, [], 0);
  return (best as { found: readonly RoleHeld[] } | null)?.found ?? [];
}
