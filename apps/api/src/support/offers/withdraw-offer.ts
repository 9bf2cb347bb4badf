import * as support from '@yoriai/domain/support';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { lockOffer, saveDecision } from './lock-offer.js';
import { offersStore } from './offers.store.js';

export async function withdrawOffer(tx: TenantTx, id: support.SupportOfferId): Promise<void> {
  const { viewer, request, offer } = await lockOffer(tx, id);
  must(support.canWithdrawOffer(viewer, offer));
  const others = await offersStore.ofRequests(tx, [request.id]);
  await saveDecision(tx, must(support.withdrawOffer(request, offer, others, tx.now)));
}
