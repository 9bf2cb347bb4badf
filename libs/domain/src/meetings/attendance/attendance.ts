import {
  badInput,
  err,
  isBefore,
  minutes,
  ok,
  plus,
  type BadUserInput,
  type Instant,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import {
  canLead,
  hasOnlinePart,
  type Meeting,
  type MeetingCancelled,
  type MeetingNotClosed,
  type MeetingNotStarted,
  type MeetingOver,
  type NoOnlinePart,
} from '../meeting/meeting.js';
import type { AttendanceEvent } from './attendance-events.js';

export const presences = ['PRESENT', 'ONLINE', 'ABSENT'] as const;
export type Presence = (typeof presences)[number];

/** Whether a member was there; `presence` null when not said. `late`: not from beginning to end. */
export interface Attendance {
  readonly memberId: MemberId;
  readonly presence: Presence | null;
  readonly late: boolean;
}

/** Attendance is taken from this many minutes before the meeting on. */
export const attendanceOpensMinutes = 30;

/**
 * Whether people can say now that they are there: from 30 minutes before a meeting until it ends, and as long as it is open.
 * Errors: MEETING_CANCELLED, MEETING_OVER, MEETING_NOT_STARTED (earlier).
 */
export function takesAttendance(
  meeting: Pick<Meeting, 'status' | 'startsAt' | 'endsAt'>,
  now: Instant,
): Result<true, MeetingCancelled | MeetingOver | MeetingNotStarted> {
  if (meeting.status === 'OPEN') return ok(true);
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  if (meeting.status === 'CLOSED' || !isBefore(now, meeting.endsAt)) return err({ code: 'MEETING_OVER' });
  const opens = plus(meeting.startsAt, -minutes(attendanceOpensMinutes));
  return isBefore(now, opens) ? err({ code: 'MEETING_NOT_STARTED' }) : ok(true);
}

/**
 * 来ました: a member is there, in the room or online, perhaps late; or is not; or the tap is taken back (null).
 * Errors: those of `takesAttendance`, NO_ONLINE_PART, BAD_USER_INPUT (late, though not there).
 */
export function markAttendance(
  meeting: Meeting,
  attendance: Attendance,
  now: Instant,
): Result<
  { readonly events: readonly AttendanceEvent[] },
  MeetingCancelled | MeetingOver | MeetingNotStarted | NoOnlinePart | BadUserInput
> {
  const open = takesAttendance(meeting, now);
  if (!open.ok) return open;
  const { memberId, presence, late } = attendance;
  if (presence === 'ONLINE' && !hasOnlinePart(meeting.format)) return err({ code: 'NO_ONLINE_PART' });
  if (late && !isThere(attendance)) return badInput('late', 'UNKNOWN');
  return ok({
    events: [
      {
        name: 'meeting.attendance-marked',
        ids: { meetingId: meeting.id, groupId: meeting.groupId, memberId },
      },
    ],
  });
}

/** 訂正: what stood there, and what is true; added below, as corrections of the minutes are. */
export interface AttendanceCorrection {
  readonly id: string;
  readonly memberId: MemberId;
  readonly before: Presence | null;
  readonly presence: Presence;
  readonly late: boolean;
  readonly correctedBy: MemberId;
  readonly at: Instant;
}

/** After a meeting was closed, its facilitators correct who was there; a member who only runs one for them does not. */
export const canCorrectAttendance = canLead;

/**
 * Corrects the attendance of a closed meeting. The same again changes nothing.
 * Errors: MEETING_CANCELLED, MEETING_NOT_CLOSED (until then people are marked), NO_ONLINE_PART, BAD_USER_INPUT (late, though not there).
 */
export function correctAttendance(
  meeting: Meeting,
  before: Attendance | null,
  { memberId, presence, late }: Attendance & { readonly presence: Presence },
): Result<
  { readonly isNew: boolean; readonly events: readonly AttendanceEvent[] },
  MeetingCancelled | MeetingNotClosed | NoOnlinePart | BadUserInput
> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  if (meeting.status !== 'CLOSED') return err({ code: 'MEETING_NOT_CLOSED' });
  if (presence === 'ONLINE' && !hasOnlinePart(meeting.format)) return err({ code: 'NO_ONLINE_PART' });
  if (late && !isThere({ presence })) return badInput('late', 'UNKNOWN');
  if (before?.presence === presence && before.late === late) return ok({ isNew: false, events: [] });
  const ids = { meetingId: meeting.id, groupId: meeting.groupId, memberId };
  return ok({
    isNew: true,
    events: [
      { name: 'meeting.attendance-marked', ids },
      { name: 'meeting.attendance-corrected', ids },
    ],
  });
}

/** In the room or online. */
export const isThere = ({ presence }: Pick<Attendance, 'presence'>): boolean =>
  presence === 'PRESENT' || presence === 'ONLINE';
