import { isLive } from '@yoriai/domain/support';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { askToHelp } from './nudge-helpers.js';
import { nudgesStore } from './nudges.store.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';

/**
 * Asks whom the asker chose, however full their month: it is a person who asks, through us. A member who has muted the asker gets no notice,
 * and the asker, who must not learn of it, is not told. Of an anonymous request a mute keeps no one away: who mutes all but one would
 * learn from what arrives whether that one asks.
 */
@Reads({ reader: 'support.ask-second-person', events: ['support.person-asked'], queue: 'normal' })
export class AskSecondPerson {
  async handle(tx: TenantTx, { ids, at }: StoredEvent<'support.person-asked'>): Promise<void> {
    const id = ids.nudgeId;
    const { requestId } = ids;
    const memberId = await nudgesStore.chosenBy(tx, id);
    const request = await supportRequestsStore.lock(tx, requestId);
    if (!memberId || !request || !isLive(request)) return;
    if (request.authorId && (await nudgesStore.apart(tx, request.authorId, memberId))) return;
    await askToHelp(tx, { id, requestId, memberId, reason: { kind: 'CHOSEN' }, state: 'ASKED', askedAt: at });
  }
}
