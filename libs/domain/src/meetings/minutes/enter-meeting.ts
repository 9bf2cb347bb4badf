import { isInGroup, type Group } from '../../groups/index.js';
import {
  badInput,
  err,
  isBefore,
  ok,
  type BadUserInput,
  type Instant,
  type NotFound,
  type Result,
} from '../../kernel/index.js';
import { isThere, type Attendance } from '../attendance/attendance.js';
import {
  hasOnlinePart,
  type Meeting,
  type MeetingCancelled,
  type MeetingNotStarted,
  type MeetingOver,
  type NoOnlinePart,
} from '../meeting/meeting.js';
import { readDecision } from './decision.js';

/**
 * A meeting that was run on paper, entered afterwards: who came. It may be entered from its beginning on, once; at least one person came.
 * `opens`: its hour is not over yet, so that it has to be opened before it can be closed.
 * Errors: MEETING_CANCELLED, MEETING_OVER (closed already), MEETING_NOT_STARTED, NO_ONLINE_PART, NOT_FOUND (a member who is not of the group),
 * BAD_USER_INPUT (present: none, or one twice).
 */
export function enterMeeting(
  meeting: Pick<Meeting, 'status' | 'startsAt' | 'endsAt' | 'format'>,
  group: Group,
  attendances: readonly Attendance[],
  now: Instant,
): Result<
  { readonly opens: boolean },
  MeetingCancelled | MeetingOver | MeetingNotStarted | NoOnlinePart | NotFound | BadUserInput
> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  if (meeting.status === 'CLOSED') return err({ code: 'MEETING_OVER' });
  if (meeting.status === 'SCHEDULED' && isBefore(now, meeting.startsAt))
    return err({ code: 'MEETING_NOT_STARTED' });
  if (attendances.some(({ memberId }) => !isInGroup(group, memberId))) return err({ code: 'NOT_FOUND' });
  if (new Set(attendances.map(({ memberId }) => memberId)).size < attendances.length)
    return badInput('present', 'UNKNOWN');
  if (!attendances.some(isThere)) return badInput('present', 'REQUIRED');
  if (attendances.some(({ presence }) => presence === 'ONLINE') && !hasOnlinePart(meeting.format))
    return err({ code: 'NO_ONLINE_PART' });
  return ok({ opens: meeting.status === 'SCHEDULED' && isBefore(now, meeting.endsAt) });
}

/** Decisions as they are copied from paper: one per line, empty lines aside; each 1–200 characters. */
export function readDecisionLines(text: string): Result<readonly string[], BadUserInput> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  for (const line of lines) {
    const read = readDecision(line);
    if (!read.ok) return { ok: false, error: { ...read.error, field: 'decisions' } };
  }
  return ok(lines.map((line) => line.trim()));
}
