import { Temporal } from 'temporal-polyfill';
import { canSeeContent, isInGroup, type Group } from '../../groups/index.js';
import {
  allowIf,
  dateAt,
  err,
  instantAt,
  limits,
  ok,
  required,
  type BadUserInput,
  type GroupId,
  type Id,
  type Instant,
  type MeetingId,
  type MemberId,
  type PlainDate,
  type Result,
  type TimeZone,
  type Verdict,
} from '../../kernel/index.js';
import type { Actor } from '../../people/index.js';
import type { CommitmentStatus } from '../commitments/commitment.js';
import type { MinutesEvent } from './minutes-events.js';

/** What the minutes hold: decisions and commitments with their owners, and how many came. What was confided is never among it. */
export interface MinutesContent {
  readonly title: string;
  readonly startsAtLocal: string;
  readonly timeZone: TimeZone;
  readonly place: string | null;
  /** People who were marked as there; null where none was. */
  readonly present: number | null;
  readonly invited: number;
  readonly decisions: readonly string[];
  readonly made: readonly { readonly owner: string; readonly statement: string; readonly dueOn: PlainDate }[];
  readonly settled: readonly {
    readonly owner: string;
    readonly statement: string;
    readonly status: CommitmentStatus;
  }[];
}

/** One sealing. A meeting that was opened again and closed again has another edition; the last one is the minutes. */
export interface Minutes {
  readonly meetingId: MeetingId;
  readonly groupId: GroupId;
  readonly edition: number;
  readonly sealedAt: Instant;
  readonly sealedBy: MemberId;
  /** The sealed text itself (`minutesText`), of which `hash` is the SHA-256 in hexadecimal digits. */
  readonly text: string;
  readonly hash: string;
}

export type CorrectionId = Id<'Correction'>;
/** 訂正: added below the minutes, never into them. */
export interface Correction {
  readonly id: CorrectionId;
  readonly meetingId: MeetingId;
  readonly groupId: GroupId;
  readonly authorId: MemberId;
  readonly text: string;
  readonly at: Instant;
}

export const minutesLimits = { correction: limits.paragraph, corrections: 50, reopenMinutes: 10 } as const;

export interface TooManyCorrections {
  readonly code: 'TOO_MANY_CORRECTIONS';
  readonly limit: number;
}

/** Those who were in the group when the meeting was closed read its minutes and may add what was wrong. */
export function canCorrectMinutes(viewer: Actor, group: Group): Verdict {
  const seen = canSeeContent(viewer, group);
  return seen.ok ? allowIf(isInGroup(group, viewer.memberId)) : seen;
}

/** The text that is sealed: the same content always gives the same characters. */
export const minutesText = (content: MinutesContent): string =>
  JSON.stringify({
    title: content.title,
    startsAtLocal: content.startsAtLocal,
    timeZone: content.timeZone,
    place: content.place,
    present: content.present,
    invited: content.invited,
    decisions: content.decisions,
    made: content.made.map(({ owner, statement, dueOn }) => ({ owner, statement, dueOn })),
    settled: content.settled.map(({ owner, statement, status }) => ({ owner, statement, status })),
  });
export const readMinutes = ({ text }: Pick<Minutes, 'text'>): MinutesContent =>
  JSON.parse(text) as MinutesContent;

/** Adds what was wrong. Errors: TOO_MANY_CORRECTIONS (50), BAD_USER_INPUT (1–2,000 characters). */
export function correctMinutes(
  { meetingId, groupId }: Minutes,
  text: string,
  soFar: number,
  by: MemberId,
  id: CorrectionId,
  now: Instant,
): Result<
  { readonly correction: Correction; readonly events: readonly MinutesEvent[] },
  TooManyCorrections | BadUserInput
> {
  const limit = minutesLimits.corrections;
  if (soFar >= limit) return err({ code: 'TOO_MANY_CORRECTIONS', limit });
  const clean = readCorrection(text);
  if (!clean.ok) return clean;
  return ok({
    correction: { id, meetingId, groupId, authorId: by, text: clean.value, at: now },
    events: [{ name: 'meeting.minutes-corrected', ids: { meetingId, groupId, correctionId: id } }],
  });
}
/** 1–2,000 characters. */
export const readCorrection = (text: string | null | undefined): Result<string, BadUserInput> =>
  required('text', text, minutesLimits.correction);

/** Eight in the morning of the day after, on the clocks of the organisation. */
export function summaryDueAt(closedAt: Instant, zone: TimeZone): Instant {
  const tomorrow = Temporal.PlainDate.from(dateAt(closedAt, zone)).add({ days: 1 }).toString();
  return instantAt(`${tomorrow}T08:00`, zone);
}
