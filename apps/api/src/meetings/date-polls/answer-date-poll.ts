import * as meetings from '@yoriai/domain/meetings';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { groupOf } from '../group-of.js';
import { datePollsStore } from './date-polls.store.js';

export interface AnswerDatePoll {
  readonly pollId: meetings.DatePollId;
  readonly answers: readonly {
    readonly optionId: meetings.DatePollOptionId;
    readonly answer: meetings.PollAnswer;
  }[];
}

export async function answerDatePoll(tx: TenantTx, { pollId, answers }: AnswerDatePoll): Promise<void> {
  const viewer = found(tx.viewer);
  const poll = await datePollsStore.hold(tx, pollId);
  must(meetings.canAnswerDatePoll(viewer, await groupOf(tx, poll.groupId)));
  const { given, events } = must(meetings.answerDatePoll(poll, viewer.memberId, answers, tx.now));
  if (await datePollsStore.answer(tx, poll, viewer.memberId, given)) await tx.publish(events);
}
