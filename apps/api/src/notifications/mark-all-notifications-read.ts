import type { MemberId } from '@yoriai/domain/kernel';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { notificationsStore } from './notifications.store.js';

/** Answers with how many were unread. */
export const markAllNotificationsRead = (tx: TenantTx, memberId: MemberId): Promise<number> =>
  notificationsStore.markRead(tx, memberId, 'all');
