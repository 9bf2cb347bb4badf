import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { adviceLeaveStore } from './advice-leave.store.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

/** アドバイスしてもいいですか */
export async function askLeaveToAdvise(tx: TenantTx, id: support.SupportRequestId): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportRequestsStore.lock(tx, id));
  must(support.canAskLeave(viewer, request));
  const asked = (await adviceLeaveStore.askedBy(tx, id)).includes(viewer.memberId);
  const { events } = must(support.askLeaveToAdvise(request, viewer.memberId, asked));
  if (events.length > 0) await adviceLeaveStore.ask(tx, id, viewer.memberId);
  await tx.publish(events);
}
