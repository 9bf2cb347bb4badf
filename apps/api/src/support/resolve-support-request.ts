import * as support from '@yoriai/domain/support';
import { audiences } from '../platform/audiences/audiences.js';
import { found, must } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { supportStore } from './support.store.js';

export interface Resolution {
  readonly requestId: support.SupportRequestId;
  readonly helpers: readonly support.HelperThanked[];
  readonly outcome: string | null;
  readonly expectedVersion: number | null;
}

/** ありがとうを送って終える */
export async function resolveSupportRequest(tx: TenantTx, input: Resolution): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportStore.lock(tx, input.requestId));
  must(support.canActAsAsker(viewer, request));
  const offers = await supportStore.offersOf(tx, [request.id]);
  const standing = offers.filter(({ status }) => status === 'OFFERED' || status === 'ACCEPTED');
  const answered = [
    ...(await supportStore.repliersOf(tx, request.id)),
    ...standing.map(({ helperId }) => helperId),
  ];
  const { next, thanks, delivered, events } = must(
    support.resolveSupportRequest(request, input, {
      asker: viewer.memberId,
      audience: new Set(await audiences.membersOf(tx, request.audienceId)),
      answered: new Set(answered),
      offers,
      now: tx.now,
    }),
  );
  await supportStore.insertThanks(tx, next, thanks);
  for (const offer of delivered) await supportStore.saveOffer(tx, offer);
  await supportStore.save(tx, next);
  await tx.publish(events);
}

/** The asker takes the request back. */
export async function withdrawSupportRequest(tx: TenantTx, id: support.SupportRequestId): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportStore.lock(tx, id));
  must(support.canWithdraw(viewer, request));
  const { next, events } = must(support.withdrawSupportRequest(request, tx.now));
  await supportStore.save(tx, next);
  await tx.publish(events);
}
