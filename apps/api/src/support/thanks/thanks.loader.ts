import type { SupportRequestId } from '@yoriai/domain/support';
import { defineLoader, groupRows } from '../../platform/graphql/loader.js';
import { thanksStore } from './thanks.store.js';

export const thanksOfRequest = defineLoader('thanksOfRequest', async (tx, ids: readonly SupportRequestId[]) =>
  groupRows(await thanksStore.of(tx, ids), ({ requestId }) => requestId),
);
