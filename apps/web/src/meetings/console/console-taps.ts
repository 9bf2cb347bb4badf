import { runMeeting, type AgendaStepId, type RunAct, type RunState } from '@yoriai/domain/meetings';
import type { Presence } from '../../graphql/generated/operations.js';
import type { Step } from './run-state.js';

/** What was tapped at the console, on its way to the server. */
export type Tap = { readonly key: string; readonly at: string } & (
  | {
      readonly kind: 'run';
      readonly act: RunAct;
      readonly stepId: string | null;
      readonly minutes: number | null;
      readonly expectedVersion: number;
    }
  | { readonly kind: 'speak'; readonly memberId: string | null }
  | {
      readonly kind: 'attend';
      readonly memberId: string;
      readonly presence: Presence | null;
      readonly late: boolean;
    }
);

/** The clock as it will be once the taps have arrived. One that no longer fits is left to the server to refuse. */
export function foreseenRun(run: RunState, steps: readonly Step[], taps: readonly Tap[]): RunState {
  return taps.reduce((state, tap) => {
    if (tap.kind !== 'run') return state;
    const { act, minutes, expectedVersion } = tap;
    const at = new Date(tap.at);
    const stepId = tap.stepId as AgendaStepId | null;
    const next = runMeeting(state, steps, { act, stepId, minutes, at, expectedVersion }, at);
    return next.ok ? next.value : state;
  }, run);
}

interface Seen {
  readonly member: { readonly id: string };
  readonly presence: Presence | null;
  readonly late: boolean;
}
/** Who is there, with what has been tapped and not yet arrived. */
export const foreseenAttendees = <A extends Seen>(
  attendees: readonly A[],
  taps: readonly Tap[],
): readonly A[] =>
  attendees.map((attendee) => {
    const tap = taps.findLast((one) => one.kind === 'attend' && one.memberId === attendee.member.id);
    return tap?.kind === 'attend' ? { ...attendee, presence: tap.presence, late: tap.late } : attendee;
  });

interface Spoken {
  readonly member: { readonly id: string };
  readonly spentMs: number;
  readonly speakingSince: string | null;
}
export interface Speech {
  readonly memberId: string;
  readonly spentMs: number;
  readonly since: Date | null;
}
/** What each has spoken, and who speaks, with what has been tapped and not yet arrived. */
export function foreseenSpeech(
  airtimes: readonly Spoken[],
  taps: readonly Tap[],
): ReadonlyMap<string, Speech> {
  const speeches = new Map<string, Speech>();
  for (const { member, spentMs, speakingSince } of airtimes) {
    const before = speeches.get(member.id);
    speeches.set(member.id, {
      memberId: member.id,
      spentMs: spentMs + (before?.spentMs ?? 0),
      since: speakingSince ? new Date(speakingSince) : (before?.since ?? null),
    });
  }
  for (const tap of taps) {
    const ends = tap.kind === 'speak' || (tap.kind === 'run' && tap.act !== 'EXTEND' && tap.act !== 'RESUME');
    if (!ends) continue;
    const at = new Date(tap.at);
    for (const speech of speeches.values())
      if (speech.since !== null && !(tap.kind === 'speak' && tap.memberId === speech.memberId))
        speeches.set(speech.memberId, {
          ...speech,
          spentMs: speech.spentMs + Math.max(0, at.getTime() - speech.since.getTime()),
          since: null,
        });
    if (tap.kind === 'speak' && tap.memberId !== null) {
      const speech = speeches.get(tap.memberId) ?? { memberId: tap.memberId, spentMs: 0, since: null };
      speeches.set(tap.memberId, { ...speech, since: speech.since ?? at });
    }
  }
  return speeches;
}

export const spokenBy = ({ spentMs, since }: Speech, now: Date): number =>
  spentMs + (since ? Math.max(0, now.getTime() - since.getTime()) : 0);
