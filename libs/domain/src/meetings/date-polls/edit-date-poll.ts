import { ok, type BadUserInput, type Instant, type PlainDate, type Result } from '../../kernel/index.js';
import {
  datePollEvent,
  pollClosed,
  readClosesOn,
  readPollNote,
  readPollOptions,
  readPollTitle,
  type DatePoll,
  type DatePollOptionId,
  type PollClosed,
} from './date-poll.js';
import type { DatePollEvent } from './date-poll-events.js';

export interface DatePollEdit {
  readonly title?: string | null;
  readonly note?: string | null;
  /** All options from now on: those that stay keep their answers, those left out lose them. */
  readonly options?: readonly string[] | null;
  /** Null takes the last day away. */
  readonly closesOn?: PlainDate | null;
}

/**
 * Changes an open poll, also one whose last day has passed: a new last day opens it again. What is not given stays. A day or time that was not there
 * before is an event of its own (date-poll.day-added): those who have answered have not answered it.
 * Errors: POLL_CLOSED, BAD_USER_INPUT (title, note, options, closesOn).
 */
export function editDatePoll(
  poll: DatePoll,
  edit: DatePollEdit,
  newOption: () => DatePollOptionId,
  now: Instant,
): Result<{ readonly next: DatePoll; readonly events: readonly DatePollEvent[] }, PollClosed | BadUserInput> {
  if (poll.status !== 'OPEN') return pollClosed;
  const title = readPollTitle(edit.title ?? poll.title);
  if (!title.ok) return title;
  const note = edit.note === undefined ? ok(poll.note) : readPollNote(edit.note);
  if (!note.ok) return note;
  const known = new Map(poll.options.map((option) => [option.when, option]));
  const options = readPollOptions(
    edit.options ?? [...known.keys()],
    poll.timeZone,
    now,
    new Set(known.keys()),
  );
  if (!options.ok) return options;
  const closesOn =
    edit.closesOn === undefined || edit.closesOn === poll.closesOn
      ? ok(poll.closesOn)
      : readClosesOn(edit.closesOn, poll.timeZone, now);
  if (!closesOn.ok) return closesOn;
  const isAdded = options.value.some((when) => !known.has(when));
  return ok({
    next: {
      ...poll,
      title: title.value,
      note: note.value,
      options: options.value.map((when) => known.get(when) ?? { id: newOption(), when }),
      closesOn: closesOn.value,
    },
    events: [
      ...datePollEvent('date-poll.edited', poll),
      ...(isAdded ? datePollEvent('date-poll.day-added', poll) : []),
    ],
  });
}
