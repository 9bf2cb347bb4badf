import type { SupportRequestId } from '@yoriai/domain/support';
import { defineLoader } from '../../platform/graphql/loader.js';
import { adviceLeaveStore } from './advice-leave.store.js';

export const isLeaveAsked = defineLoader('isLeaveAsked', (tx, ids: readonly SupportRequestId[]) =>
  adviceLeaveStore.askedAmong(tx, ids),
);
