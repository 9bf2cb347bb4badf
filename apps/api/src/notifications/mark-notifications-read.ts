import { limits, type MemberId } from '@yoriai/domain/kernel';
import { refuse } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { notificationsStore } from './notifications.store.js';

/** All of them or none: one that is not the member's own is NOT_FOUND. Answers with how many were unread. */
export async function markNotificationsRead(
  tx: TenantTx,
  memberId: MemberId,
  ids: readonly string[],
): Promise<number> {
  const mine = await notificationsStore.byIds(tx, memberId, ids);
  if (mine.length < ids.length) refuse({ code: 'NOT_FOUND' });
  return notificationsStore.markRead(tx, memberId, ids);
}

/** A page of a list at a time. */
export function mustBeOnePage(ids: readonly string[]): void {
  if (ids.length > limits.page)
    refuse({ code: 'BAD_USER_INPUT', field: 'ids', rule: 'TOO_MANY', limit: limits.page } as {
      code: string;
    });
}
