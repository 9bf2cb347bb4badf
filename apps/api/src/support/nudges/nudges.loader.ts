import type { SupportNudgeId, SupportRequestId } from '@yoriai/domain/support';
import { defineLoader } from '../../platform/graphql/loader.js';
import { nudgesStore } from './nudges.store.js';

export const nudgeById = defineLoader('nudgeById', (tx, ids: readonly SupportNudgeId[]) =>
  nudgesStore.byIds(tx, ids),
);
/** The viewer's own nudge for a request. */
export const myNudgeOf = defineLoader(
  'myNudgeOf',
  async (tx, ids: readonly SupportRequestId[]) =>
    new Map((await nudgesStore.mine(tx, ids)).map((nudge) => [nudge.requestId, nudge])),
);
export const isAnswered = defineLoader(
  'isAnswered',
  async (tx, ids: readonly SupportRequestId[]) =>
    new Map([...(await nudgesStore.answered(tx, ids))].map((id) => [id, true])),
);
