import type { SupportRequestId } from '@yoriai/domain/support';
import type { UnnamedAnswers } from '../../platform/graphql/answer-once.js';
import { supportRequestsStore } from './support-requests.store.js';

const given: UnnamedAnswers['given'] = (tx, { op, key }) => supportRequestsStore.answerGiven(tx, op, key);

/** For posting: the request that is made is where its key stands. */
export const answersOfNew = (anonymous: boolean): UnnamedAnswers => ({
  given,
  applies: () => Promise.resolve(anonymous),
  keep: (tx, claim, value) =>
    supportRequestsStore.keepAnswer(tx, value as SupportRequestId, { ...claim, value }),
});

/** For what an asker does with a request that stands. No other acts are without a name here. */
export const answersOf = (requestId: SupportRequestId): UnnamedAnswers => ({
  given,
  applies: (tx) => supportRequestsStore.isUnnamedAsker(tx, requestId),
  keep: (tx, claim, value) => supportRequestsStore.keepAnswer(tx, requestId, { ...claim, value }),
});
