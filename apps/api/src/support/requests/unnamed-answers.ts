import type { SupportRequestId } from '@yoriai/domain/support';
import type { UnnamedAnswers } from '../../platform/graphql/answer-once.js';
import { forgets } from '../../platform/retention/retention.js';
import { supportRequestsStore } from './support-requests.store.js';

forgets({
  name: 'support.forget-answers',
  sql: `update anonymous_author a set answers = coalesce((
      select jsonb_agg(x) from jsonb_array_elements(a.answers) x where (x ->> 'at')::timestamptz >= $2::timestamptz - interval '24 hours'), '[]')
    where a.tenant_id = $1 and a.request_id in (
      select request_id from anonymous_author where tenant_id = $1 and answers <> '[]'
        and exists (select from jsonb_array_elements(answers) x where (x ->> 'at')::timestamptz < $2::timestamptz - interval '24 hours')
      limit $3 for update skip locked) returning a.request_id`,
});

const given: UnnamedAnswers['given'] = (tx, { op, key }) => supportRequestsStore.answerGiven(tx, op, key);

/** For posting: the request that is made is where its key stands. */
export const answersOfNew = (anonymous: boolean): UnnamedAnswers => ({
  given,
  applies: () => Promise.resolve(anonymous),
  keep: (tx, claim, value) =>
    supportRequestsStore.keepAnswer(tx, value as SupportRequestId, { ...claim, value }),
});

/** For what an asker does with a request that stands. Nobody else's acts are without a name here. */
export const answersOf = (requestId: SupportRequestId): UnnamedAnswers => ({
  given,
  applies: (tx) => supportRequestsStore.isUnnamedAsker(tx, requestId),
  keep: (tx, claim, value) => supportRequestsStore.keepAnswer(tx, requestId, { ...claim, value }),
});
