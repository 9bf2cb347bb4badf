import {
  allowIf,
  days,
  err,
  instantAt,
  ok,
  plus,
  zoned,
  type GroupId,
  type Instant,
  type Result,
  type TimeZone,
  type Verdict,
} from '../../kernel/index.js';
import { canSeeGroup, leadsGroup, type Group } from '../../groups/index.js';
import type { Actor } from '../../people/index.js';
import {
  type StrengthsRoundId,
  type StrengthsRound,
  strengthLimits,
  type StrengthError,
} from './strengths.js';
import type { StrengthsEvent } from './strengths-events.js';

/** Facilitators and the office may begin a round for a group at any time; what is written is for neither. */
export function canOpenStrengths(viewer: Actor, group: Group): Verdict {
  const visible = canSeeGroup(viewer, group);
  const may = viewer.role === 'ADMIN' || leadsGroup(group, viewer.memberId);
  return visible.ok ? allowIf(may && group.status === 'ACTIVE') : visible;
}

/** A round of three weeks. One at a time, among three people at least. */
export function openStrengths(
  groupId: GroupId,
  facts: {
    readonly id: StrengthsRoundId;
    readonly people: number;
    readonly open: StrengthsRound | null;
    readonly now: Instant;
  },
): Result<{ next: StrengthsRound; events: readonly StrengthsEvent[] }, StrengthError> {
  if (facts.open) return err({ code: 'ROUND_OPEN' });
  if (facts.people < strengthLimits.people)
    return err({ code: 'TOO_FEW_PEOPLE', needed: strengthLimits.people });
  const { id, now } = facts;
  const closesAt = plus(now, days(strengthLimits.openDays));
  return ok({
    next: { id, groupId, status: 'OPEN', openedAt: now, closesAt },
    events: [{ name: 'strengths.opened', ids: { roundId: id, groupId } }],
  });
}

/** The next first of April or October, 9:00 on the organisation's clock, after `now`. */
export function nextSeason(now: Instant, timeZone: TimeZone): Instant {
  const { year } = zoned(now, timeZone);
  const moments = [year, year + 1].flatMap((y) =>
    strengthLimits.months.map((month) =>
      instantAt(`${y}-${String(month).padStart(2, '0')}-01T09:00`, timeZone),
    ),
  );
  return moments.find((moment) => moment.getTime() > now.getTime())!;
}

/** The calendar leaves a group alone that had its round a short while ago. */
export const isRested = (last: StrengthsRound | null, now: Instant): boolean =>
  last === null || plus(last.closesAt, days(strengthLimits.restDays)).getTime() <= now.getTime();
