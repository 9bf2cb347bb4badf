import {
  chooseHelpers,
  isWaiting,
  nudgeLimits,
  type Draw,
  type SupportNudge,
  type SupportRequestId,
} from '@yoriai/domain/support';
import { notify } from '../../notifications/notify.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { nudgesStore } from './nudges.store.js';
import { supportRequestsStore, type SeenRequest } from '../requests/support-requests.store.js';
import { tenantOf } from '../../tenancy/tenant-of.js';

/** The request, held while others are asked, if a member is still waiting for a first answer. */
export async function waiting(tx: TenantTx, requestId: SupportRequestId): Promise<SeenRequest | null> {
  const request = await supportRequestsStore.lock(tx, requestId);
  if (!request) return null;
  const answered = (await nudgesStore.answered(tx, [requestId])).has(requestId);
  return isWaiting({ ...request, answered }) ? request : null;
}

/** Lots for who is asked to help. */
export const lotsForHelp = 'support.nudge';

/**
 * Asks the best matched who have not been asked for it yet: three in all, and one more for each who passed it on. However often it
 * runs, there are no more of them. It does not know an anonymous asker: when the draw falls on them they are asked like any helper,
 * and the notice of their own request has no words.
 */
export async function nudgeHelpers(tx: TenantTx, request: SeenRequest, draw: Draw): Promise<void> {
  await nudgesStore.oneAtATime(tx);
  const nudges = await nudgesStore.of(tx, request.id);
  const matched = nudges.filter(({ reason }) => reason.kind !== 'CHOSEN');
  const passedOn = matched.filter(({ state }) => state === 'SNOOZED').length;
  const helpers = await nudgesStore.helpersFor(tx, request, (await tenantOf(tx)).timeZone);
  const chosen = chooseHelpers(request, helpers, {
    asked: new Set(nudges.map(({ memberId }) => memberId)),
    count: Math.max(0, nudgeLimits.helpers + passedOn - matched.length),
    draw,
  });
  for (const { memberId, reason } of chosen)
    await askToHelp(tx, {
      id: tx.newId<'SupportNudge'>(),
      requestId: request.id,
      memberId,
      reason,
      state: 'ASKED',
      askedAt: tx.now,
    });
}

export async function askToHelp(tx: TenantTx, nudge: SupportNudge): Promise<void> {
  const { requestId, memberId, reason } = nudge;
  const nudgeId = await nudgesStore.put(tx, nudge);
  const once = reason.kind === 'CHOSEN' ? `${requestId}:chosen` : requestId;
  await notify(tx, { kind: 'support.nudge', to: [memberId], ids: { requestId, nudgeId }, once });
}
