import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { adviceLeaveStore } from './advice-leave.store.js';
import { supportStore } from '../requests/support-requests.store.js';

/** アドバイスも聞きたいです */
export async function welcomeAdvice(tx: TenantTx, id: support.SupportRequestId): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportStore.lock(tx, id));
  must(support.canActAsAsker(viewer, request));
  const { next, events } = must(support.welcomeAdvice(request, tx.now));
  await supportStore.save(tx, next);
  await tx.publish(events);
}

/** アドバイスしてもいいですか */
export async function askLeaveToAdvise(tx: TenantTx, id: support.SupportRequestId): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportStore.lock(tx, id));
  must(support.canAskLeave(viewer, request));
  const asked = (await adviceLeaveStore.askedBy(tx, id)).includes(viewer.memberId);
  const { events } = must(support.askLeaveToAdvise(request, viewer.memberId, asked));
  if (events.length > 0) await adviceLeaveStore.ask(tx, id, viewer.memberId);
  await tx.publish(events);
}
