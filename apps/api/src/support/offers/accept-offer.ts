import * as support from '@yoriai/domain/support';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { lockOffer, saveDecision } from './lock-offer.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

/** The asker says yes. An anonymous asker's name goes to this helper, and to no one else. */
export async function acceptOffer(tx: TenantTx, id: support.SupportOfferId): Promise<void> {
  const { viewer, request, offer } = await lockOffer(tx, id);
  must(support.canActAsAsker(viewer, request));
  await saveDecision(tx, must(support.acceptOffer(request, offer, tx.now)));
  if (support.isAnonymous(request))
    await supportRequestsStore.introduce(tx, request.id, offer.helperId, viewer.memberId);
}
