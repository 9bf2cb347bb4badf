import {
  badInput,
  ok,
  type BadUserInput,
  type MeetingId,
  type MemberId,
  type NotFound,
  type PlainDateTime,
  type Result,
} from '../../kernel/index.js';
import {
  datePollEvent,
  hasTime,
  pollClosed,
  pollOptionNotFound,
  type DatePoll,
  type DatePollOptionId,
  type PollAnswerGiven,
  type PollClosed,
} from './date-poll.js';
import type { DatePollEvent } from './date-poll-events.js';

/** 〇 for the settled day becomes 出席 at its meeting; △ and × become no answer. */
export const attendingByVote = (
  optionId: DatePollOptionId,
  answers: readonly PollAnswerGiven[],
): readonly MemberId[] =>
  answers.filter((one) => one.optionId === optionId && one.answer === 'YES').map(({ memberId }) => memberId);

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Ends a poll with one of its options. `startsAtLocal` is when the meeting begins: the option's own time, or `time` (HH:mm) on its day.
 * Errors: POLL_CLOSED (settled or called off; after the last day it can still be settled), NOT_FOUND (optionId), BAD_USER_INPUT (time).
 */
export function settleDatePoll(
  poll: DatePoll,
  optionId: DatePollOptionId,
  time: string | null | undefined,
): Result<
  {
    readonly startsAtLocal: PlainDateTime;
    readonly settled: (meetingId: MeetingId) => {
      readonly next: DatePoll;
      readonly events: readonly DatePollEvent[];
    };
  },
  PollClosed | NotFound | BadUserInput
> {
  if (poll.status !== 'OPEN') return pollClosed;
  const option = poll.options.find(({ id }) => id === optionId);
  if (!option) return pollOptionNotFound;
  if (!hasTime(option.when) && !time) return badInput('time', 'REQUIRED');
  if (!hasTime(option.when) && !clock.test(time!)) return badInput('time', 'MALFORMED');
  return ok({
    startsAtLocal: hasTime(option.when) ? option.when : `${option.when}T${time!}`,
    settled: (meetingId) => ({
      next: { ...poll, status: 'SETTLED', chosenOptionId: optionId, meetingId },
      events: datePollEvent('date-poll.settled', poll),
    }),
  });
}
