import {
  err,
  limits,
  ok,
  required,
  type BadUserInput,
  type GroupId,
  type Id,
  type Instant,
  type MeetingId,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import type { Meeting, MeetingCancelled } from '../meeting/meeting.js';
import type { MinutesEvent } from './minutes-events.js';

export type DecisionId = Id<'Decision'>;

/** 決まったこと: what the group agreed on at a meeting. */
export interface Decision {
  readonly id: DecisionId;
  readonly groupId: GroupId;
  readonly meetingId: MeetingId;
  readonly recordedBy: MemberId;
  readonly text: string;
  readonly recordedAt: Instant;
}

export const decisionLimits = { text: limits.line, perMeeting: 50 } as const;

/** The meeting is closed and its minutes are sealed; what was wrong is corrected by an addition. */
export interface MinutesSealed {
  readonly code: 'MINUTES_SEALED';
}
export interface TooManyDecisions {
  readonly code: 'TOO_MANY_DECISIONS';
  readonly limit: number;
}

/** 1–200 characters. */
export const readDecision = (text: string | null | undefined): Result<string, BadUserInput> =>
  required('text', text, decisionLimits.text);

/** Decisions are written down until the minutes are sealed. */
export function beforeSealing(
  meeting: Pick<Meeting, 'status'>,
): Result<true, MeetingCancelled | MinutesSealed> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  return meeting.status === 'CLOSED' ? err({ code: 'MINUTES_SEALED' }) : ok(true);
}

/**
 * Writes down a decision as it is made, by those who run the meeting. Errors: MEETING_CANCELLED, MINUTES_SEALED, TOO_MANY_DECISIONS (50 per meeting), BAD_USER_INPUT.
 */
export function recordDecision(
  meeting: Meeting,
  text: string,
  recordedSoFar: number,
  by: MemberId,
  id: DecisionId,
  now: Instant,
): Result<
  { readonly decision: Decision; readonly events: readonly MinutesEvent[] },
  MeetingCancelled | MinutesSealed | TooManyDecisions | BadUserInput
> {
  const open = beforeSealing(meeting);
  if (!open.ok) return open;
  if (recordedSoFar >= decisionLimits.perMeeting)
    return err({ code: 'TOO_MANY_DECISIONS', limit: decisionLimits.perMeeting });
  const clean = readDecision(text);
  if (!clean.ok) return clean;
  const { groupId, id: meetingId } = meeting;
  return ok({
    decision: { id, groupId, meetingId, recordedBy: by, text: clean.value, recordedAt: now },
    events: [{ name: 'meeting.decision-recorded', ids: { meetingId, groupId, decisionId: id } }],
  });
}

/** Takes one away that was written down by mistake, until the minutes are sealed. */
export function withdrawDecision(
  meeting: Meeting,
  decision: Decision,
): Result<{ readonly events: readonly MinutesEvent[] }, MeetingCancelled | MinutesSealed> {
  const open = beforeSealing(meeting);
  if (!open.ok) return open;
  const { groupId, id: meetingId } = meeting;
  return ok({
    events: [{ name: 'meeting.decision-withdrawn', ids: { meetingId, groupId, decisionId: decision.id } }],
  });
}
