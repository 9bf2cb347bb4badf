import type {
  OfferReason,
  SupportOffer,
  SupportOfferId,
  SupportRequest,
  SupportRequestId,
} from '@yoriai/domain/support';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const offerColumns = `o.id, o.request_id as "requestId", o.helper_id as "helperId", o.message, o.terms, o.price, o.status, o.created_at as "createdAt"`;
export const offersStore = {
  async insert(
    tx: TenantTx,
    request: SupportRequest,
    offer: SupportOffer,
    reason: OfferReason | null,
  ): Promise<void> {
    await tx.insert('support_offer', {
      audienceId: request.audienceId,
      ...offer,
      updatedAt: offer.createdAt,
    });
    if (reason)
      await tx.insert('support_offer_reason', { offerId: offer.id, memberId: offer.helperId, reason });
  },

  async save(tx: TenantTx, offer: SupportOffer): Promise<void> {
    await tx.update('support_offer', { id: offer.id }, { status: offer.status, updatedAt: tx.now });
  },

  async byIds(tx: TenantTx, ids: readonly SupportOfferId[]): Promise<SupportOffer[]> {
    return tx.sql(
      'support.offers-by-ids',
      `select ${offerColumns} from support_offer o where o.tenant_id = $1 and o.id = any ($2)`,
      [tx.tenantId, ids],
    );
  },

  /** Why the viewer offered; row-level security hides the reasons of others. */
  async reasonsOf(tx: TenantTx, ids: readonly SupportOfferId[]): Promise<Map<SupportOfferId, OfferReason>> {
    const rows = await tx.sql(
      'support.offer-reasons',
      `select offer_id, reason from support_offer_reason where tenant_id = $1 and offer_id = any ($2)`,
      [tx.tenantId, ids],
    );
    return new Map(rows.map((row) => [row.offer_id, row.reason]));
  },

  async ofRequests(tx: TenantTx, ids: readonly SupportRequestId[]): Promise<SupportOffer[]> {
    return tx.sql(
      'support.offers-of',
      `select ${offerColumns} from support_offer o where o.tenant_id = $1 and o.request_id = any ($2) order by o.created_at, o.id`,
      [tx.tenantId, ids],
    );
  },

  /** Without those of members whom the viewer has muted: what is shown, not what rules look at. */
  async shownOf(tx: TenantTx, ids: readonly SupportRequestId[]): Promise<SupportOffer[]> {
    return tx.sql(
      'support.offers-shown',
      `select ${offerColumns} from support_offer o where o.tenant_id = $1 and o.request_id = any ($2)
         and o.helper_id <> all ((select app.my_muted())::uuid[]) order by o.created_at, o.id`,
      [tx.tenantId, ids],
    );
  },
};
