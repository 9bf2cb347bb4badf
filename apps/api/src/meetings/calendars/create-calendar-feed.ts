import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { calendarFeedsStore } from './calendar-feeds.store.js';

/** Switches the viewer's calendar feed on, at a new address; the old one stops working. */
export async function createCalendarFeed(tx: TenantTx): Promise<void> {
  const { memberId } = found(tx.viewer);
  await calendarFeedsStore.lockOwner(tx, memberId);
  await calendarFeedsStore.revoke(tx, memberId);
  const feedId = await calendarFeedsStore.insert(tx, memberId);
  await tx.publish([{ name: 'calendar-feed.created', ids: { feedId, memberId } }]);
}

/** True when there was one to switch off. */
export async function revokeCalendarFeed(tx: TenantTx): Promise<boolean> {
  const { memberId } = found(tx.viewer);
  const revoked = await calendarFeedsStore.revoke(tx, memberId);
  if (revoked) await tx.publish([{ name: 'calendar-feed.revoked', ids: { memberId } }]);
  return revoked;
}
