import type { MemberId } from '../../kernel/index.js';
import { type StrengthsRound, type StrengthLine, type StrengthGiven, strengthLimits } from './strengths.js';
import type { StrengthsEvent } from './strengths-events.js';

/**
 * The end of a round: signed lines are given; unsigned ones only where three different people wrote one to the same person, what was
 * held before counted in, otherwise they are held for the next round. Lines by or about a member who has left are not
 * given. What one person gets is shuffled, so that no order tells who wrote first.
 */
export function closeStrengths(
  round: StrengthsRound,
  lines: readonly StrengthLine[],
  facts: { readonly people: ReadonlySet<MemberId>; readonly shuffle: <T>(all: readonly T[]) => readonly T[] },
): {
  readonly next: StrengthsRound;
  readonly given: readonly StrengthGiven[];
  readonly held: readonly StrengthLine[];
  readonly events: readonly StrengthsEvent[];
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
