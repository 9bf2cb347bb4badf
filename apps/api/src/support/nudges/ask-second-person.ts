import type { MemberId } from '@yoriai/domain/kernel';
import * as support from '@yoriai/domain/support';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { mutesStore } from '../mutes/mutes.store.js';
import { nudgesStore } from './nudges.store.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

/** There is no answer yet: the asker chooses a reader of the request, and that reader is asked. */
export async function askSecondPerson(
  tx: TenantTx,
  id: support.SupportRequestId,
  memberId: MemberId,
): Promise<true> {
  const viewer = found(tx.viewer);
  const request = found(await supportRequestsStore.lock(tx, id));
  const answered = (await nudgesStore.answered(tx, [id])).has(id);
  must(support.canAskSecondPerson(viewer, request, { ...request, answered }, tx.now));
  const unmuted = await mutesStore.unmuted(
    tx,
    viewer.memberId,
    await audiences.membersOf(tx, request.audienceId),
  );
  const readers = await supportRequestsStore.activeAmong(tx, unmuted);
  const { nudge, events } = must(
    support.askSecondPerson(
      request,
      { id: tx.newId<'SupportNudge'>(), memberId },
      {
        asker: viewer.memberId,
        audience: new Set(readers),
        chosen: await nudgesStore.chosen(tx, id),
        now: tx.now,
      },
    ),
  );
  if (nudge) await nudgesStore.choose(tx, nudge);
  await tx.publish(events);
  return true;
}
