import type { MemberId } from '@yoriai/domain/kernel';
import type { SupportRequestId } from '@yoriai/domain/support';
import { found } from '../../platform/errors/must.js';
import { defineLoader } from '../../platform/graphql/loader.js';
import { mutesStore } from './mutes.store.js';

export const isMutedByViewer = defineLoader('isMutedByViewer', (tx, ids: readonly MemberId[]) =>
  mutesStore.mutedAmong(tx, found(tx.viewer).memberId, ids),
);
export const isThreadMuted = defineLoader('isThreadMuted', (tx, ids: readonly SupportRequestId[]) =>
  mutesStore.mutedRequestsAmong(tx, found(tx.viewer).memberId, ids),
);
