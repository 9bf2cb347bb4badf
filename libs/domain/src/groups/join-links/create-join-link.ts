import {
  badInput,
  type BadUserInput,
  days,
  err,
  type Instant,
  type MemberId,
  ok,
  plus,
  type Result,
} from '../../kernel/index.js';
import type { GroupClosed } from '../group/group-errors.js';
import { type Group, groupLimits } from '../group/group.js';
import type { JoinLink, JoinLinkId } from './join-link.js';
import type { JoinLinkEvent } from './join-link-events.js';

/** A link works for 1–365 days, 30 unless said. */
export function createJoinLink(
  group: Group,
  daysOpen: number,
  made: { readonly id: JoinLinkId; readonly code: string; readonly createdBy: MemberId },
  now: Instant,
): Result<{ next: JoinLink; events: readonly JoinLinkEvent[] }, BadUserInput | GroupClosed> {
  const { min, max } = groupLimits.joinLinkDays;
  if (!Number.isInteger(daysOpen) || daysOpen < min || daysOpen > max) {
    return badInput('days', 'OUT_OF_RANGE', daysOpen < min ? min : max);
  }
  if (group.status === 'CLOSED') return err({ code: 'GROUP_CLOSED' });
  const next: JoinLink = {
    ...made,
    groupId: group.id,
    createdAt: now,
    expiresAt: plus(now, days(daysOpen)),
    uses: 0,
    revokedAt: null,
  };
  return ok({
    next,
    events: [{ name: 'group.join-link-created', ids: { groupId: group.id, joinLinkId: made.id } }],
  });
}
