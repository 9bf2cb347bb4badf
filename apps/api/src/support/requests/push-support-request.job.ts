import { namesIn } from '@yoriai/domain/kernel';
import {
  offerEvents,
  replyEvents,
  supportRequestEvents,
  thanksEvents,
  type SupportOfferId,
  type SupportReplyId,
  type SupportRequestId,
} from '@yoriai/domain/support';
import { topicsOfReaders } from '../../platform/live/list-topics.js';
import { Live } from '../../platform/live/live.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from './support-requests.store.js';

/** Screens list one group's requests, or all that their viewer may hear. */
export const supportList = (tenantId: string, groupId: string | null): string =>
  groupId ? `support:${tenantId}:of:${groupId}` : `support:${tenantId}`;

/** Screens that show one request follow it alone. */
export const supportRequestTopic = (tenantId: string, requestId: string): string =>
  `support-request:${tenantId}:${requestId}`;

/** What an event is about. `words`: the request's own words or its state changed. */
export type SupportRequestUpdated = {
  readonly requestId: SupportRequestId;
  readonly words: readonly 'changed'[];
  readonly replyIds: readonly SupportReplyId[];
  readonly offerIds: readonly SupportOfferId[];
};

/** What only the people concerned may notice (notes, nudges, worries, who would like to advise) is not among it. */
const heard = namesIn({ ...supportRequestEvents, ...replyEvents, ...offerEvents, ...thanksEvents });

/** Says that a request changed. Each screen reads it anew as its own viewer, so this says the same to all. */
@Reads({ reader: 'support.live', events: heard, queue: 'normal' })
export class PushSupportRequest {
  constructor(private readonly live: Live) {}

  async handle(tx: TenantTx, event: StoredEvent<(typeof heard)[number]>): Promise<void> {
    const { requestId, groupId } = event.ids;
    const request = await supportRequestsStore.askerAndAudience(tx, requestId);
    if (!request) return;
    const lists = [null, ...(groupId ? [groupId] : [])].map((id) => supportList(tx.tenantId, id));
    await this.live.publish(
      [
        supportRequestTopic(tx.tenantId, requestId),
        ...(await topicsOfReaders(tx, lists, request.audienceId, request.askerId)),
      ],
      updatedBy(event),
    );
  }
}

function updatedBy({ name, ids }: StoredEvent<(typeof heard)[number]>): SupportRequestUpdated {
  // Making and declining an offer leave the request as it is; taking one, and its helper's stepping back, change its state.
  const isOfAnswerAlone =
    name === 'support.replied' || name === 'support.offered' || name === 'support.offer-declined';
  return {
    requestId: ids.requestId,
    words: isOfAnswerAlone ? [] : ['changed'],
    replyIds: 'replyId' in ids ? [ids.replyId] : [],
    offerIds: 'offerId' in ids ? [ids.offerId] : [],
  };
}
