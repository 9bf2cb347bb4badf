import {
  allowIf,
  badInput,
  days,
  err,
  instantAt,
  limits,
  ok,
  optional,
  plus,
  wantsChange,
  zoned,
  type DomainEvent,
  type GroupId,
  type Id,
  type Instant,
  type KernelError,
  type MemberId,
  type Result,
  type TimeZone,
  type Verdict,
} from '../../kernel/index.js';
import { canSeeGroup, leadsGroup, type Group } from '../../groups/index.js';
import type { Actor } from '../../people/index.js';
import type { TooFewForAnonymity } from '../requests/support-request.js';

export type StrengthsRoundId = Id<'StrengthsRound'>;
export type StrengthId = Id<'Strength'>;

/** あなたの強み: twice a year each peer writes one line about each other one. Domain: domain.md § Support, "Half-yearly". */
export interface StrengthsRound {
  readonly id: StrengthsRoundId;
  readonly groupId: GroupId;
  readonly status: 'OPEN' | 'CLOSED';
  readonly openedAt: Instant;
  readonly closesAt: Instant;
}

/** One line by one about one. Nobody but its writer reads it before the round is over. */
export interface StrengthLine {
  readonly writerId: MemberId;
  readonly aboutId: MemberId;
  readonly text: string;
  readonly signed: boolean;
  readonly version: number;
}

/** What somebody is given. `fromId` only where it was signed; nothing leads from an unsigned line back to its writer. */
export interface StrengthGiven {
  readonly aboutId: MemberId;
  readonly fromId: MemberId | null;
  readonly text: string;
}

export const strengthLimits = {
  text: limits.line,
  openDays: 21,
  /** People in a round, below which there is nobody to write to. */
  people: 3,
  /** Unsigned lines for one person that are shown together; fewer wait for the next round. */
  unsigned: 3,
  /** A round is not begun by the calendar when one ended so recently. */
  restDays: 60,
  /** Months of the year in which a round begins, on the 1st at 9:00: with the fiscal year and half a year later. */
  months: [4, 10],
} as const;

/** Who wrote, and when, is no event: it would lead from a line to its writer. */
export const strengthEvents = ['strengths.opened', 'strengths.closed'] as const;
export type StrengthEvent = DomainEvent<(typeof strengthEvents)[number]>;

/** The round is over, or another one is open. */
export interface RoundClosed {
  readonly code: 'ROUND_CLOSED';
}
export interface RoundOpen {
  readonly code: 'ROUND_OPEN';
}
/** There must be a few people to write to each other. */
export interface TooFewPeople {
  readonly code: 'TOO_FEW_PEOPLE';
  readonly needed: number;
}
export type StrengthError = KernelError | TooFewForAnonymity | RoundClosed | RoundOpen | TooFewPeople;

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
): Result<{ next: StrengthsRound; events: readonly StrengthEvent[] }, StrengthError> {
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

/** Whether a line may go without a name: only where three others could have written to the same person. */
export const mayBeUnsigned = (people: number): boolean => people - 1 >= strengthLimits.unsigned;

/**
 * One line (up to 200 characters), written, changed or, when empty, taken back until the round is over; a line that is held for the
 * next round can be taken back until it is shown. Only between two people of the round, never about oneself. Answers null where
 * nothing is left.
 */
export function writeStrength(
  round: StrengthsRound,
  input: {
    readonly writerId: MemberId;
    readonly aboutId: MemberId;
    readonly text: string;
    readonly signed: boolean;
    readonly expectedVersion?: number | null;
  },
  facts: {
    readonly before: StrengthLine | null;
    readonly people: ReadonlySet<MemberId>;
    readonly now: Instant;
  },
): Result<StrengthLine | null, StrengthError> {
  const { writerId, aboutId, signed } = input;
  const { before, people, now } = facts;
  const takesBack = before !== null && input.text.trim() === '';
  if (!takesBack && (round.status === 'CLOSED' || now.getTime() >= round.closesAt.getTime()))
    return err({ code: 'ROUND_CLOSED' });
  if (!people.has(writerId)) return err({ code: 'FORBIDDEN' });
  if (aboutId === writerId || !people.has(aboutId)) return badInput('memberId', 'UNKNOWN');
  const text = optional('text', input.text, strengthLimits.text);
  if (!text.ok) return text;
  if (before === null && text.value === null) return ok(null);
  const wish = { text: text.value ?? '', signed };
  const change = wantsChange<StrengthLine>(before, wish, input.expectedVersion);
  if (!change.ok) return change;
  if (!change.value) return ok(before);
  if (text.value === null) return ok(null);
  if (!signed && !mayBeUnsigned(people.size))
    return err({ code: 'TOO_FEW_FOR_ANONYMITY', others: people.size - 1, needed: strengthLimits.unsigned });
  return ok({ writerId, aboutId, text: text.value, signed, version: (before?.version ?? 0) + 1 });
}

/**
 * The end of a round: signed lines are given; unsigned ones only where three different people wrote one to the same person, what was
 * held before counted in, otherwise they are held for the next round. What is by or about somebody who is no longer there is given to
 * nobody. What one person gets is shuffled, so that no order tells who wrote first.
 */
export function closeStrengths(
  round: StrengthsRound,
  lines: readonly StrengthLine[],
  facts: { readonly people: ReadonlySet<MemberId>; readonly shuffle: <T>(all: readonly T[]) => readonly T[] },
): {
  readonly next: StrengthsRound;
  readonly given: readonly StrengthGiven[];
  readonly held: readonly StrengthLine[];
  readonly events: readonly StrengthEvent[];
} {
  const { people, shuffle } = facts;
  const valid = lines.filter(({ writerId, aboutId }) => people.has(writerId) && people.has(aboutId));
  const given: StrengthGiven[] = [];
  const held: StrengthLine[] = [];
  for (const aboutId of new Set(valid.map((line) => line.aboutId))) {
    const about = valid.filter((line) => line.aboutId === aboutId);
    const unsigned = about.filter(({ signed }) => !signed);
    const enough = new Set(unsigned.map(({ writerId }) => writerId)).size >= strengthLimits.unsigned;
    if (!enough) held.push(...unsigned);
    const shown = about.filter(({ signed }) => signed || enough);
    given.push(
      ...shuffle(shown).map(({ text, signed, writerId }) => ({
        aboutId,
        text,
        fromId: signed ? writerId : null,
      })),
    );
  }
  const { id: roundId, groupId } = round;
  return {
    next: { ...round, status: 'CLOSED' },
    given,
    held,
    events: [{ name: 'strengths.closed', ids: { roundId, groupId } }],
  };
}
