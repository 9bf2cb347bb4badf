import * as support from '@yoriai/domain/support';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { nudgesStore } from './nudges.store.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';
import { changeHelpAvailability } from './change-help-availability.js';

/** 今回は見送る, and when they say so 今月は手いっぱいです. One's own nudge; another's does not exist. */
export async function snoozeNudge(
  tx: TenantTx,
  id: support.SupportNudgeId,
  fullThisMonth: boolean,
): Promise<void> {
  const nudge = found(await nudgesStore.lock(tx, id));
  const [request] = await supportRequestsStore.byIds(tx, [nudge.requestId]);
  const { next, events } = support.snoozeNudge(nudge, request ?? { id: nudge.requestId, groupId: null });
  await nudgesStore.saveState(tx, next);
  if (fullThisMonth) await changeHelpAvailability(tx, { fullThisMonth });
  await tx.publish(events);
}
