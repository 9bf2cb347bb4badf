import * as support from '@yoriai/domain/support';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { nudgesStore } from './nudges.store.js';
import { tenantOf } from '../../tenancy/tenant-of.js';

/** How often the member wants to be asked; no one else sees it. */
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
