import type { MemberId } from '@yoriai/domain/kernel';
import * as support from '@yoriai/domain/support';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';
import { thanksStore } from './thanks.store.js';
import { repliesStore } from '../replies/replies.store.js';
import { offersStore } from '../offers/offers.store.js';

export interface Resolution {
  readonly requestId: support.SupportRequestId;
  readonly helpers: readonly support.HelperThanked[];
  readonly outcome: string | null;
  readonly expectedVersion: number | null;
}

/** ありがとうを送って終える */
export async function resolveSupportRequest(tx: TenantTx, input: Resolution): Promise<void> {
  const viewer = found(tx.viewer);
  const request = found(await supportRequestsStore.lock(tx, input.requestId));
  must(support.canActAsAsker(viewer, request));
  if (support.isResolvedSo(request, input, await thanksStore.of(tx, [request.id]))) return;
  const offers = await offersStore.ofRequests(tx, [request.id]);
  const { next, thanks, delivered, events } = must(
    support.resolveSupportRequest(request, input, {
      ...(await surroundings(tx, request, viewer.memberId, offers)),
      offers,
      now: tx.now,
    }),
  );
  await thanksStore.insert(tx, next, thanks);
  for (const offer of delivered) await offersStore.save(tx, offer);
  await supportRequestsStore.save(tx, next);
  await tx.publish(events);
}

async function surroundings(
  tx: TenantTx,
  request: support.SupportRequest,
  asker: MemberId,
  offers: readonly support.SupportOffer[],
): Promise<support.Surroundings> {
  const standing = offers.filter(({ status }) => status === 'OFFERED' || status === 'ACCEPTED');
  const repliers = await repliesStore.repliersOf(tx, request.id);
  return {
    asker,
    audience: new Set(await audiences.membersOf(tx, request.audienceId)),
    answered: new Set([...standing.map(({ helperId }) => helperId), ...repliers]),
  };
}

/** Whom the asker chooses from; of a whole organisation those who answered, else it would be the roster. */
export async function whomToThank(tx: TenantTx, id: support.SupportRequestId): Promise<readonly MemberId[]> {
  const viewer = found(tx.viewer);
  const request = found((await supportRequestsStore.byIds(tx, [id]))[0]);
  if (!support.supportAbilities(viewer, request, request).resolve) return [];
  const offers = await offersStore.ofRequests(tx, [id]);
  const around = await surroundings(tx, request, viewer.memberId, offers);
  const may = support.mayBeThanked(request, around);
  return request.audience === 'TENANT' ? may.filter((memberId) => around.answered.has(memberId)) : may;
}
