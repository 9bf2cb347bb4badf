import {
  allowIf,
  badInput,
  days,
  err,
  isPlainDateTime,
  isTimeZone,
  limits,
  ok,
  optional,
  plus,
  required,
  type BadUserInput,
  type Conflict,
  type GroupId,
  type Id,
  type Instant,
  type MeetingId,
  type MemberId,
  type PlainDateTime,
  type Result,
  type TimeZone,
  type Verdict,
} from '../../kernel/index.js';
import {
  canScheduleMeetings,
  canSeeGroup,
  isInGroup,
  leadsGroup,
  membershipOf,
  type Group,
} from '../../groups/index.js';
import type { Actor } from '../../people/index.js';
import type { AgendaStep, AgendaTooLong } from '../agendas/agenda.js';

export type MeetingSeriesId = Id<'MeetingSeries'>;

export const meetingFormats = ['IN_PERSON', 'ONLINE', 'HYBRID'] as const;
export type MeetingFormat = (typeof meetingFormats)[number];
export const rsvpAnswers = ['YES', 'NO', 'ONLINE', 'ASYNC'] as const;
export type RsvpAnswer = (typeof rsvpAnswers)[number];
export const rsvpNotes = ['LATE', 'LEAVING_EARLY'] as const;
export type RsvpNote = (typeof rsvpNotes)[number];
export type MeetingStatus = 'SCHEDULED' | 'OPEN' | 'CLOSED' | 'CANCELLED';

/** A run of meetings under one rule, or a single meeting (`rule` null). Its id is the iCalendar UID. */
export interface MeetingSeries {
  readonly id: MeetingSeriesId;
  readonly groupId: GroupId;
  readonly title: string;
  /** RFC 5545 RRULE without DTSTART; null for a single meeting. */
  readonly rule: string | null;
  /** The first slot: what clocks in `timeZone` show when the first meeting begins. */
  readonly startsAtLocal: PlainDateTime;
  readonly timeZone: TimeZone;
  readonly durationMinutes: number;
  readonly format: MeetingFormat;
  readonly place: string | null;
  readonly url: string | null;
  readonly agendaTemplate: string | null;
  /** Slots of the rule without a meeting. */
  readonly skipped: readonly PlainDateTime[];
  /** True once no slot is left: called off, or all of it moved on to another series. */
  readonly ended: boolean;
  /** iCalendar SEQUENCE of the rule itself. */
  readonly sequence: number;
  readonly version: number;
}

export interface Meeting {
  readonly id: MeetingId;
  readonly groupId: GroupId;
  readonly seriesId: MeetingSeriesId;
  readonly title: string;
  /** The slot of the series that this meeting fills (RECURRENCE-ID). It stays when the meeting moves. */
  readonly recurrenceId: PlainDateTime;
  readonly startsAtLocal: PlainDateTime;
  readonly timeZone: TimeZone;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly durationMinutes: number;
  readonly format: MeetingFormat;
  readonly place: string | null;
  readonly url: string | null;
  readonly status: MeetingStatus;
  readonly cancelReason: string | null;
  /** iCalendar SEQUENCE: one more with every change that calendars should know of. */
  readonly sequence: number;
  /** When the present time was agreed: at scheduling, or at the last move. Reminders due before it are not sent. */
  readonly timeSetAt: Instant;
  readonly agenda: readonly AgendaStep[];
  readonly version: number;
}

export const meetingLimits = {
  title: limits.title,
  place: limits.place,
  url: limits.url,
  cancelReason: limits.line,
  durationMinutes: { min: 15, max: 720 },
  /** Meetings that one series may hold at a time. */
  meetings: 100,
  /** How far ahead an endless series is laid out. */
  horizonDays: 366,
  /** How far ahead a first meeting may lie. */
  furthestDays: 5 * 366,
  /** Within how many years a rule has to meet at all: 29 February, every 52nd month on the 31st. */
  rarestYears: 40,
  rule: 200,
  /** How long after its end people may still write for a meeting: those who take part from afar read it later. */
  preparationDays: 7,
} as const;

/** The meeting has ended, so that it can no longer be answered, moved or called off. */
export interface MeetingOver {
  readonly code: 'MEETING_OVER';
}
export interface MeetingCancelled {
  readonly code: 'MEETING_CANCELLED';
}
/** It has begun: people are in the room. */
export interface MeetingStarted {
  readonly code: 'MEETING_STARTED';
}
export interface NoOnlinePart {
  readonly code: 'NO_ONLINE_PART';
}
/** The rule cannot be read, or asks for more than the product offers. */
export interface RuleNotUnderstood {
  readonly code: 'RULE_NOT_UNDERSTOOD';
}
/** The rule can be read, yet no day ever fits it, or every day is skipped. */
export interface RuleNeverMatches {
  readonly code: 'RULE_NEVER_MATCHES';
}
/** The week after the meeting has passed: check-ins, topics and answers can no longer change. */
export interface PreparationOver {
  readonly code: 'PREPARATION_OVER';
}
/** Taken up in a meeting that has begun: it can be neither changed nor taken back. */
export interface TopicTaken {
  readonly code: 'TOPIC_TAKEN';
}
/** Trust comes first: the group's first two meetings have no hot seat unless their agenda says so. */
export interface HotSeatTooEarly {
  readonly code: 'HOT_SEAT_TOO_EARLY';
}
export interface TooManyMeetings {
  readonly code: 'TOO_MANY_MEETINGS';
  readonly limit: number;
}
export type MeetingError =
  | MeetingOver
  | MeetingCancelled
  | MeetingStarted
  | NoOnlinePart
  | RuleNotUnderstood
  | RuleNeverMatches
  | TooManyMeetings
  | PreparationOver
  | TopicTaken
  | HotSeatTooEarly
  | AgendaTooLong
  | BadUserInput
  | Conflict;

/** Those who see the group see its schedule; for all others there is no such meeting. */
export const canSeeMeetings = (viewer: Actor, group: Group): Verdict => canSeeGroup(viewer, group);

/** Facilitators of the group and the office schedule, move, edit and call off meetings, until the group is closed. */
export const canSchedule = (viewer: Actor, group: Group): Verdict => canScheduleMeetings(viewer, group);

/** The people of the group answer for themselves. */
export function canRsvp(viewer: Actor, group: Group): Verdict {
  const seen = canSeeGroup(viewer, group);
  return seen.ok ? allowIf(isInGroup(group, viewer.memberId)) : seen;
}
/** Facilitators and the office may answer for someone of the group who phoned. */
export const canRsvpForOthers = (viewer: Actor, group: Group): Verdict => canScheduleMeetings(viewer, group);

/**
 * A meeting is run, and whose turn it is chosen, by the group's facilitators, deputies among them, and by a member of the group who was asked to
 * for this meeting. The office runs none: what is said and who says it is the group's.
 */
export function canRunMeeting(viewer: Actor, group: Group, handedTo: MemberId | null): Verdict {
  const seen = canSeeGroup(viewer, group);
  const asked = handedTo === viewer.memberId && isInGroup(group, viewer.memberId);
  return seen.ok ? allowIf(leadsGroup(group, viewer.memberId) || asked) : seen;
}

/** Those who take part write check-ins and topics; a facilitator from outside reads them. */
export function canPrepare(viewer: Actor, group: Group): Verdict {
  const seen = canSeeGroup(viewer, group);
  return seen.ok ? allowIf(membershipOf(group, viewer.memberId)?.takesPart ?? false) : seen;
}
/** Members of the group answer what others wrote. */
export const canRemark = canRsvp;
/** The facilitators see who is ready: silent members are not named in front of others. */
export function canLead(viewer: Actor, group: Group): Verdict {
  const seen = canSeeGroup(viewer, group);
  return seen.ok ? allowIf(leadsGroup(group, viewer.memberId)) : seen;
}

export interface MeetingAbilities {
  readonly edit: boolean;
  readonly run: boolean;
  readonly rsvp: boolean;
  readonly checkIn: boolean;
  readonly remark: boolean;
  readonly takeTopic: boolean;
  readonly seeReadiness: boolean;
  readonly rsvpForOthers: boolean;
}
/** Which buttons this viewer gets. `run` may begin at any time, also after the hour. */
export function meetingAbilities(
  viewer: Actor,
  group: Group,
  meeting: Meeting,
  now: Instant,
  handedTo: MemberId | null = null,
): MeetingAbilities {
  const open = isOpenToChange(meeting, now);
  const writable = openForPreparation(meeting, now).ok;
  return {
    edit: open && canSchedule(viewer, group).ok,
    run:
      (meeting.status === 'SCHEDULED' || meeting.status === 'OPEN') &&
      canRunMeeting(viewer, group, handedTo).ok,
    rsvp: open && canRsvp(viewer, group).ok,
    checkIn: writable && canPrepare(viewer, group).ok,
    remark: writable && canRemark(viewer, group).ok,
    takeTopic: open && canRunMeeting(viewer, group, handedTo).ok,
    seeReadiness: canLead(viewer, group).ok,
    rsvpForOthers: open && canRsvpForOthers(viewer, group).ok,
  };
}

/** True until a meeting has ended, was closed or was called off. */
export const isOpenToChange = (meeting: Pick<Meeting, 'status' | 'endsAt'>, now: Instant): boolean =>
  (meeting.status === 'SCHEDULED' || meeting.status === 'OPEN') && now.getTime() < meeting.endsAt.getTime();

/** From its scheduling until seven days after its end, people write for a meeting: check-ins, topics and answers. */
export const preparationClosesAt = (meeting: Pick<Meeting, 'endsAt'>): Instant =>
  plus(meeting.endsAt, days(meetingLimits.preparationDays));
export function openForPreparation(
  meeting: Pick<Meeting, 'status' | 'endsAt'>,
  now: Instant,
): Result<true, MeetingCancelled | PreparationOver> {
  if (meeting.status === 'CANCELLED') return err({ code: 'MEETING_CANCELLED' });
  return now.getTime() < preparationClosesAt(meeting).getTime()
    ? ok(true)
    : err({ code: 'PREPARATION_OVER' });
}

/** Why a meeting can no longer change, in the order in which people would say it: called off, over, under way. */
export function stillScheduled(
  meeting: Pick<Meeting, 'status' | 'endsAt'>,
  now: Instant,
): Result<true, MeetingCancelled | MeetingOver | MeetingStarted> {
  if (meeting.status === 'CANCELLED') return { ok: false, error: { code: 'MEETING_CANCELLED' } };
  if (!isOpenToChange(meeting, now)) return { ok: false, error: { code: 'MEETING_OVER' } };
  return meeting.status === 'OPEN' ? { ok: false, error: { code: 'MEETING_STARTED' } } : ok(true);
}

export const hasOnlinePart = (format: MeetingFormat): boolean => format !== 'IN_PERSON';

/** A title of 1–120 characters, trimmed. */
export const readTitle = (title: string | null | undefined): Result<string, BadUserInput> =>
  required('title', title, meetingLimits.title);
/** A place of up to 200 characters, or null. */
export const readPlace = (place: string | null | undefined): Result<string | null, BadUserInput> =>
  optional('place', place, meetingLimits.place);

/** A web address people may tap (http or https, up to 500 characters), or null. */
export function readUrl(url: string | null | undefined): Result<string | null, BadUserInput> {
  const text = optional('url', url, meetingLimits.url);
  if (!text.ok || text.value === null) return text;
  return /^https?:\/\/[^\s/?#"<>\\^`{|}]+([/?#][^\s"<>\\^`{|}]*)?$/i.test(text.value)
    ? text
    : badInput('url', 'MALFORMED');
}

/** Whole minutes, 15 minutes to 12 hours. */
export function readDuration(minutes: number): Result<number, BadUserInput> {
  const { min, max } = meetingLimits.durationMinutes;
  if (!Number.isInteger(minutes) || minutes < min) return badInput('durationMinutes', 'OUT_OF_RANGE', min);
  return minutes > max ? badInput('durationMinutes', 'OUT_OF_RANGE', max) : ok(minutes);
}

/** A wall-clock time that exists in the calendar. */
export const readLocal = (field: string, local: string): Result<PlainDateTime, BadUserInput> =>
  isPlainDateTime(local) ? ok(local) : badInput(field, 'MALFORMED');
export const readZone = (zone: string): Result<TimeZone, BadUserInput> =>
  isTimeZone(zone) ? ok(zone) : badInput('timeZone', 'UNKNOWN');

export interface RsvpGiven {
  readonly memberId: MemberId;
  readonly answer: RsvpAnswer;
  readonly note: RsvpNote | null;
}

/** The meeting has not begun. */
export interface MeetingNotStarted {
  readonly code: 'MEETING_NOT_STARTED';
}

/** The meeting is not closed yet. */
export interface MeetingNotClosed {
  readonly code: 'MEETING_NOT_CLOSED';
}
