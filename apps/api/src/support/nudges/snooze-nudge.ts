import * as support from '@yoriai/domain/support';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { nudgesStore } from './nudges.store.js';
import { supportStore } from '../requests/support-requests.store.js';
import { tenantOf } from '../../tenancy/tenant-of.js';

/** 今回は見送る, and when they say so 今月は手いっぱいです. One's own nudge; anybody else's does not exist. */
export async function snoozeNudge(
  tx: TenantTx,
  id: support.SupportNudgeId,
  fullThisMonth: boolean,
): Promise<void> {
  const nudge = found(await nudgesStore.lock(tx, id));
  const [request] = await supportStore.byIds(tx, [nudge.requestId]);
  const { next, events } = support.snoozeNudge(nudge, request ?? { id: nudge.requestId, groupId: null });
  await nudgesStore.saveState(tx, next);
  if (fullThisMonth) await changeHelpAvailability(tx, { fullThisMonth });
  await tx.publish(events);
}

/** How often one wants to be asked: known to oneself alone. */
export async function changeHelpAvailability(
  tx: TenantTx,
  change: support.AvailabilityChange,
): Promise<support.HelpAvailability> {
  const { memberId } = found(tx.viewer);
  const current = await nudgesStore.availability(tx, memberId, true);
  const next = must(support.changeHelpAvailability(current, change, tx.now, (await tenantOf(tx)).timeZone));
  if (next === current) return current;
  if (!(await nudgesStore.saveAvailability(tx, memberId, next))) refuse({ code: 'CONFLICT' });
  return next;
}
