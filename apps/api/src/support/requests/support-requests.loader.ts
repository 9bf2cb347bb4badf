import type { SupportRequestId } from '@yoriai/domain/support';
import { defineLoader } from '../../platform/graphql/loader.js';
import { supportRequestsStore } from './support-requests.store.js';

export const supportRequestById = defineLoader('supportRequestById', (tx, ids: readonly SupportRequestId[]) =>
  supportRequestsStore.byIds(tx, ids),
);
