import type { TenantTx } from '../platform/work/tenant-tx.js';
import { mailsStore } from './mails.store.js';

/** Drops what is too old to be sent, all of it at once: nobody is woken for each. What it says stands on screen. */
export const dropStaleMails = async (tx: TenantTx): Promise<void> =>
  tx.cancelTimers('notifications.mail', await mailsStore.dropStale(tx));
