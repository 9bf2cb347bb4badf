import {
  badInput,
  days,
  err,
  ok,
  plus,
  type BadUserInput,
  type Instant,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import { isThere, type Attendance } from '../attendance/attendance.js';
import { readUrl, type Meeting, type MeetingCancelled, type MeetingNotStarted } from '../meeting/meeting.js';
import type { RecordingEvent } from './recording-events.js';

/** After so many days the link is gone, and the member who set it is asked to delete the recording itself. */
export const recordingDays = 30;
export const recordingGoneAt = (setAt: Instant): Instant => plus(setAt, days(recordingDays));

/** Not all who were there have agreed. It does not say who. */
export interface RecordingNotAgreed {
  readonly code: 'RECORDING_NOT_AGREED';
}

/** What a member has answered to 録画に同意. */
export interface RecordingAnswer {
  readonly memberId: MemberId;
  readonly agrees: boolean;
}

/** All who are there have agreed, and there is at least one. Silence is no consent. */
export function allAgree(attendances: readonly Attendance[], answers: readonly RecordingAnswer[]): boolean {
  const there = attendances.filter(isThere);
  const agreed = new Set(answers.filter(({ agrees }) => agrees).map(({ memberId }) => memberId));
  const refused = answers.some(({ agrees }) => !agrees);
  return !refused && there.length > 0 && there.every(({ memberId }) => agreed.has(memberId));
}

/**
 * 録画に同意, or not; silence is no consent. It can be given and changed at any time, also long after the meeting, though not for one that was
 * called off: MEETING_CANCELLED. It is never told who said what.
 */
export function answerRecording(
  meeting: Pick<Meeting, 'id' | 'groupId' | 'status'>,
): Result<{ readonly events: readonly RecordingEvent[] }, MeetingCancelled> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  const ids = { meetingId: meeting.id, groupId: meeting.groupId };
  return ok({ events: [{ name: 'meeting.recording-answered', ids, anonymous: true }] });
}

/**
 * The link to the recording of a meeting that is under way or over; only with the consent of all who were there.
 * Errors: MEETING_CANCELLED, MEETING_NOT_STARTED, RECORDING_NOT_AGREED, BAD_USER_INPUT (url).
 */
export function linkRecording(
  meeting: Pick<Meeting, 'status'>,
  url: string,
  agreed: boolean,
): Result<string, MeetingCancelled | MeetingNotStarted | RecordingNotAgreed | BadUserInput> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  if (meeting.status === 'SCHEDULED') return err({ code: 'MEETING_NOT_STARTED' });
  if (!agreed) return err({ code: 'RECORDING_NOT_AGREED' });
  const read = readUrl(url);
  if (!read.ok) return read;
  return read.value === null ? badInput('url', 'REQUIRED') : ok(read.value);
}
