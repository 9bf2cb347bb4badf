import * as meetings from '@yoriai/domain/meetings';
import { found, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { checkInsStore } from './check-ins.store.js';

/** Its writer takes it back, at any time, after leaving the group too. */
export async function withdrawCheckIn(tx: TenantTx, id: meetings.CheckInId): Promise<void> {
  const viewer = found(tx.viewer);
  const checkIn = found((await checkInsStore.byIds(tx, [id]))[0]);
  if (checkIn.memberId !== viewer.memberId) refuse({ code: 'FORBIDDEN' });
  await checkInsStore.remove(tx, id);
  await tx.publish(meetings.withdrawCheckIn(checkIn));
}
