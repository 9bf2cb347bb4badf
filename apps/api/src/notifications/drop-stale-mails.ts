import type { TenantTx } from '../platform/work/tenant-tx.js';
import { mailsStore } from './mails.store.js';

/**
 * Drops what is too old to be sent, all of it at once, without a job for each. The notice stays on screen. A mail that a worker holds is left
 * to them; its timer is held before the mail itself, as everywhere.
 */
export const dropStaleMails = async (tx: TenantTx): Promise<void> =>
  mailsStore.dropStale(tx, await tx.cancelIdleTimers('notifications.mail', await mailsStore.stale(tx)));
