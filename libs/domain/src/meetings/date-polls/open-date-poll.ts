import {
  ok,
  type BadUserInput,
  type GroupId,
  type Instant,
  type MemberId,
  type PlainDate,
  type Result,
  type TimeZone,
} from '../../kernel/index.js';
import {
  datePollEvent,
  readClosesOn,
  readPollNote,
  readPollOptions,
  readPollTitle,
  type DatePoll,
  type DatePollId,
  type DatePollOptionId,
} from './date-poll.js';
import type { DatePollEvent } from './date-poll-events.js';

export interface DatePollPlan {
  readonly groupId: GroupId;
  readonly title: string;
  readonly note?: string | null;
  /** Days or wall-clock times. */
  readonly options: readonly string[];
  readonly closesOn?: PlainDate | null;
}

export interface NewPollIds {
  readonly poll: DatePollId;
  readonly option: () => DatePollOptionId;
}

/** A poll with its options in the order of time. Errors: BAD_USER_INPUT (title, note, options, closesOn). */
export function openDatePoll(
  plan: DatePollPlan,
  by: MemberId,
  zone: TimeZone,
  ids: NewPollIds,
  now: Instant,
): Result<{ readonly poll: DatePoll; readonly events: readonly DatePollEvent[] }, BadUserInput> {
  const title = readPollTitle(plan.title);
  if (!title.ok) return title;
  const note = readPollNote(plan.note);
  if (!note.ok) return note;
  const options = readPollOptions(plan.options, zone, now);
  if (!options.ok) return options;
  const closesOn = readClosesOn(plan.closesOn, zone, now);
  if (!closesOn.ok) return closesOn;
  const poll: DatePoll = {
    id: ids.poll,
    groupId: plan.groupId,
    title: title.value,
    note: note.value,
    timeZone: zone,
    options: options.value.map((when) => ({ id: ids.option(), when })),
    closesOn: closesOn.value,
    status: 'OPEN',
    chosenOptionId: null,
    meetingId: null,
    createdBy: by,
    createdAt: now,
    version: 1,
  };
  return ok({ poll, events: datePollEvent('date-poll.opened', poll) });
}
