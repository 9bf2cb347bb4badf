import type { MemberId } from '@yoriai/domain/kernel';
import type { Page } from '../platform/graphql/connection.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import type { Described, Notices } from './notices.js';
import { notificationsStore, type NotificationRow } from './notifications.store.js';

/** Read at once; what the reader may see no longer is left out, so a page may take several looks. */
const look = 100;
/** So many looks find a page, or there is hardly anything left to find. */
const mostLooks = 20;

/** Up to `page.first` + 1 notices that the reader may still see, newest first. */
export async function listNotifications(
  tx: TenantTx,
  notices: Notices,
  memberId: MemberId,
  unreadOnly: boolean,
  page: Page,
): Promise<Described<NotificationRow>[]> {
  const wanted = page.first + 1;
  const found: Described<NotificationRow>[] = [];
  let after = page.after;
  for (let looks = 0; looks < mostLooks; looks++) {
    const rows = await notificationsStore.newest(tx, memberId, unreadOnly, { first: look, after });
    found.push(...(await notices.describe(tx, rows)));
    const last = rows.at(-1);
    if (found.length >= wanted || rows.length < look || !last) break;
    after = keyOf(last);
  }
  return found.slice(0, wanted);
}

export const keyOf = ({ createdAt, id }: NotificationRow): readonly string[] => [createdAt.toISOString(), id];

/** The number of unread notices, up to 100 (shown as 99+). Counts only what the list would show. */
export async function countUnread(tx: TenantTx, notices: Notices, memberId: MemberId): Promise<number> {
  return (await listNotifications(tx, notices, memberId, true, { first: look - 1, after: null })).length;
}
