import type { SupportRequestId } from '@yoriai/domain/support';
import type { UnnamedAnswers } from '../../platform/graphql/answer-once.js';
import { supportRequestsStore } from './support-requests.store.js';

const given: UnnamedAnswers['given'] = (tx, { op, key }) => supportRequestsStore.answerGiven(tx, op, key);

/** For posting: the new request keeps its key. */
export const answersOfNew = (anonymous: boolean): UnnamedAnswers => ({
  given,
  applies: () => Promise.resolve(anonymous),
  keep: (tx, claim, value) =>
    supportRequestsStore.keepAnswer(tx, value as SupportRequestId, { ...claim, value }),
});

/** For what an asker does with an existing request. No other acts are anonymous here. */
export const answersOf = (requestId: SupportRequestId): UnnamedAnswers => ({
  given,
  applies: (tx) => supportRequestsStore.isUnnamedAsker(tx, requestId),
  keep: (tx, claim, value) => supportRequestsStore.keepAnswer(tx, requestId, { ...claim, value }),
});
