import {
  badInput,
  ok,
  type BadUserInput,
  type Instant,
  type MemberId,
  type NotFound,
  type Result,
} from '../../kernel/index.js';
import {
  datePollEvent,
  pollClosed,
  pollOptionNotFound,
  takesAnswers,
  type DatePoll,
  type DatePollOptionId,
  type PollAnswer,
  type PollAnswerGiven,
  type PollClosed,
} from './date-poll.js';
import type { DatePollEvent } from './date-poll-events.js';

/**
 * What one person can make, option by option; options not named keep the answer they had. Answers may change until the end.
 * Errors: POLL_CLOSED, NOT_FOUND (an option of another poll), BAD_USER_INPUT (answers: none, or one option twice).
 */
export function answerDatePoll(
  poll: DatePoll,
  memberId: MemberId,
  answers: readonly { readonly optionId: DatePollOptionId; readonly answer: PollAnswer }[],
  now: Instant,
): Result<
  { readonly given: readonly PollAnswerGiven[]; readonly events: readonly DatePollEvent[] },
  PollClosed | NotFound | BadUserInput
> {
  if (!takesAnswers(poll, now)) return pollClosed;
  if (answers.length === 0) return badInput('answers', 'REQUIRED');
  const known = new Set(poll.options.map(({ id }) => id));
  const named = new Set(answers.map(({ optionId }) => optionId));
  if ([...named].some((id) => !known.has(id))) return pollOptionNotFound;
  if (named.size < answers.length) return badInput('answers', 'MALFORMED');
  return ok({
    given: answers.map(({ optionId, answer }) => ({ memberId, optionId, answer })),
    events: datePollEvent('date-poll.answered', poll),
  });
}
