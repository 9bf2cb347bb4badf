import { Temporal } from 'temporal-polyfill';
import {
  badInput,
  dateAt,
  err,
  hours,
  instantAt,
  isBefore,
  isPlainDate,
  isPlainDateTime,
  ok,
  optional,
  plus,
  required,
  limits,
  type BadUserInput,
  type GroupId,
  type Id,
  type Instant,
  type MeetingId,
  type MemberId,
  type NotFound,
  type PlainDate,
  type PlainDateTime,
  type Result,
  type TimeZone,
  type Verdict,
} from '../../kernel/index.js';
import type { Group } from '../../groups/index.js';
import type { Actor } from '../../people/index.js';
import { canRsvp, canSchedule } from '../meeting/meeting.js';
import type { DatePollEvent } from './date-poll-events.js';

export type DatePollId = Id<'DatePoll'>;
export type DatePollOptionId = Id<'DatePollOption'>;

/** 〇 △ × */
export const pollAnswers = ['YES', 'IF_NEED_BE', 'NO'] as const;
export type PollAnswer = (typeof pollAnswers)[number];
export type DatePollStatus = 'OPEN' | 'SETTLED' | 'CANCELLED';

/** A day (`YYYY-MM-DD`), which carries no time zone, or a wall-clock time (`YYYY-MM-DDTHH:mm`) in the zone of the poll. */
export interface DatePollOption {
  readonly id: DatePollOptionId;
  readonly when: PlainDate | PlainDateTime;
}

/** Days or times that a facilitator puts up; each member says which of them they can make. */
export interface DatePoll {
  readonly id: DatePollId;
  readonly groupId: GroupId;
  readonly title: string;
  readonly note: string | null;
  /** Of the options that have a time, and of the day on which answering closes. */
  readonly timeZone: TimeZone;
  /** In the order of time; a day comes before its hours. */
  readonly options: readonly DatePollOption[];
  /** The last day to answer, if there is one. */
  readonly closesOn: PlainDate | null;
  readonly status: DatePollStatus;
  readonly chosenOptionId: DatePollOptionId | null;
  readonly meetingId: MeetingId | null;
  readonly createdBy: MemberId;
  readonly createdAt: Instant;
  readonly version: number;
}

export interface PollAnswerGiven {
  readonly memberId: MemberId;
  readonly optionId: DatePollOptionId;
  readonly answer: PollAnswer;
}

/** How many options a poll may have; each at most a year ahead. */
export const datePollLimits = {
  title: limits.title,
  note: limits.line,
  options: { min: 2, max: 20 },
  furthestDays: 366,
} as const;

/** It was settled or called off, or its last day to answer has passed. */
export interface PollClosed {
  readonly code: 'POLL_CLOSED';
}
export type DatePollError = PollClosed;

export const datePollEvent = (
  name: DatePollEvent['name'],
  poll: Pick<DatePoll, 'id' | 'groupId'>,
): readonly DatePollEvent[] => [{ name, ids: { pollId: poll.id, groupId: poll.groupId } }];

/** Those who set the dates of a group ask for them. */
export const canRunDatePoll = (viewer: Actor, group: Group): Verdict => canSchedule(viewer, group);
/** The people of the group answer for themselves. */
export const canAnswerDatePoll = (viewer: Actor, group: Group): Verdict => canRsvp(viewer, group);

/** True for a wall-clock time, false for a day alone. */
export const hasTime = (when: DatePollOption['when']): boolean => when.length > 10;

/** The moment at which answering ends: the end of the last day, as clocks in the poll's zone show it. Null without one. */
export const closingTime = (poll: Pick<DatePoll, 'closesOn' | 'timeZone'>): Instant | null =>
  poll.closesOn === null
    ? null
    : instantAt(`${Temporal.PlainDate.from(poll.closesOn).add({ days: 1 }).toString()}T00:00`, poll.timeZone);

/** A day before answering ends, in the morning; those who have not answered are asked once more. */
export const pollReminderAt = (poll: Pick<DatePoll, 'closesOn' | 'timeZone'>): Instant | null => {
  const closes = closingTime(poll);
  return closes && plus(closes, -hours(39));
};

/** True while answers are taken. */
export function takesAnswers(
  poll: Pick<DatePoll, 'status' | 'closesOn' | 'timeZone'>,
  now: Instant,
): boolean {
  const closes = closingTime(poll);
  return poll.status === 'OPEN' && (closes === null || isBefore(now, closes));
}

/** A day or time that has not passed and lies within a year. */
function readWhen(when: string, zone: TimeZone, now: Instant): Result<string, BadUserInput> {
  if (!isPlainDate(when) && !isPlainDateTime(when)) return badInput('options', 'MALFORMED');
  const today = dateAt(now, zone);
  const passed = hasTime(when)
    ? when.slice(0, 4) < '1970' || !isBefore(now, instantAt(when, zone))
    : when < today;
  if (passed) return badInput('options', 'IN_THE_PAST');
  const furthest = Temporal.PlainDate.from(today).add({ days: datePollLimits.furthestDays }).toString();
  return when.slice(0, 10) > furthest ? badInput('options', 'OUT_OF_RANGE') : ok(when);
}

/** The title, 1–120 characters. */
export const readPollTitle = (title: string | null | undefined): Result<string, BadUserInput> =>
  required('title', title, datePollLimits.title);
/** A line to the group, up to 200 characters, or null. */
export const readPollNote = (note: string | null | undefined): Result<string | null, BadUserInput> =>
  optional('note', note, datePollLimits.note);

/**
 * 2–20 different days or times, none of them past, sorted. Those that `kept` already holds may have passed meanwhile.
 * Errors: BAD_USER_INPUT (options).
 */
export function readPollOptions(
  options: readonly string[],
  zone: TimeZone,
  now: Instant,
  kept: ReadonlySet<string> = new Set(),
): Result<readonly string[], BadUserInput> {
  const { min, max } = datePollLimits.options;
  const different = [...new Set(options)].sort();
  if (different.length > max) return badInput('options', 'TOO_MANY', max);
  for (const when of different) {
    const read = kept.has(when) ? ok(when) : readWhen(when, zone, now);
    if (!read.ok) return read;
  }
  return different.length < min ? badInput('options', 'TOO_SHORT', min) : ok(different);
}

/** A day that is not over, at most a year ahead, or null. */
export function readClosesOn(
  closesOn: PlainDate | null | undefined,
  zone: TimeZone,
  now: Instant,
): Result<PlainDate | null, BadUserInput> {
  if (closesOn === null || closesOn === undefined || closesOn === '') return ok(null);
  if (!isPlainDate(closesOn)) return badInput('closesOn', 'MALFORMED');
  const today = dateAt(now, zone);
  if (closesOn < today) return badInput('closesOn', 'IN_THE_PAST');
  const furthest = Temporal.PlainDate.from(today).add({ days: datePollLimits.furthestDays }).toString();
  return closesOn > furthest ? badInput('closesOn', 'OUT_OF_RANGE') : ok(closesOn);
}

export const pollClosed = err<PollClosed>({ code: 'POLL_CLOSED' });
export const pollOptionNotFound = err<NotFound>({ code: 'NOT_FOUND' });

export interface PollTally {
  readonly optionId: DatePollOptionId;
  readonly yes: number;
  readonly ifNeedBe: number;
  readonly no: number;
  /** The one that suits most people, or every such one when several suit equally many. */
  readonly best: boolean;
}

/**
 * Counts of each option, in its order. Best is what most can make (〇), among equals what more can make if need be (△),
 * then what fewest cannot (×); an option that no one can make is never best. Answers to options that are gone do not count.
 */
export function tallyOf(
  poll: Pick<DatePoll, 'options'>,
  answers: readonly PollAnswerGiven[],
): readonly PollTally[] {
  const counted = poll.options.map(({ id }) => {
    const given = (answer: PollAnswer): number =>
      answers.filter((one) => one.optionId === id && one.answer === answer).length;
    return { optionId: id, yes: given('YES'), ifNeedBe: given('IF_NEED_BE'), no: given('NO') };
  });
  const rank = (one: { yes: number; ifNeedBe: number; no: number }): readonly number[] => [
    one.yes,
    one.ifNeedBe,
    -one.no,
  ];
  const compare = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((n, i) => n !== b[i]);
    return at === -1 ? 0 : a[at]! - b[at]!;
  };
  const top = counted.reduce<readonly number[]>(
    (best, one) => (compare(rank(one), best) > 0 ? rank(one) : best),
    [0, 0, 0],
  );
  return counted.map((one) => ({
    ...one,
    best: one.yes + one.ifNeedBe > 0 && compare(rank(one), top) === 0,
  }));
}

/** Those who have answered every option there is now. */
export function answeredInFull(
  poll: Pick<DatePoll, 'options'>,
  answers: readonly PollAnswerGiven[],
): ReadonlySet<MemberId> {
  const known = new Set(poll.options.map(({ id }) => id));
  const counts = new Map<MemberId, number>();
  for (const { memberId, optionId } of answers)
    if (known.has(optionId)) counts.set(memberId, (counts.get(memberId) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count === known.size).map(([memberId]) => memberId));
}

/** Those who had answered, and have to look again because there is a day or time that they have not answered. */
export function whomToAskAgain(
  poll: Pick<DatePoll, 'options'>,
  answers: readonly PollAnswerGiven[],
): readonly MemberId[] {
  const inFull = answeredInFull(poll, answers);
  return [...new Set(answers.map(({ memberId }) => memberId))].filter((id) => !inFull.has(id));
}

/** Calls a poll off. Errors: POLL_CLOSED. */
export function cancelDatePoll(
  poll: DatePoll,
): Result<{ readonly next: DatePoll; readonly events: readonly DatePollEvent[] }, PollClosed> {
  if (poll.status !== 'OPEN') return pollClosed;
  return ok({ next: { ...poll, status: 'CANCELLED' }, events: datePollEvent('date-poll.cancelled', poll) });
}
