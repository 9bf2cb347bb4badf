import * as support from '@yoriai/domain/support';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { lockOffer, saveDecision } from './lock-offer.js';

export async function declineOffer(tx: TenantTx, id: support.SupportOfferId): Promise<void> {
  const { viewer, request, offer } = await lockOffer(tx, id);
  must(support.canActAsAsker(viewer, request));
  await saveDecision(tx, must(support.declineOffer(request, offer, tx.now)));
}
