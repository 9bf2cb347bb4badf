import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { publicId } from '@yoriai/domain/kernel';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { liveField } from '../../platform/graphql/live-field.js';
import { Rule } from '../../platform/graphql/rule.js';
import { bothChanges, Live } from '../../platform/live/live.js';
import { offersSeen, unmutedOffers } from '../offers/offers.resolver.js';
import { supportReplyById } from '../replies/replies.loader.js';
import { replyEdge } from '../replies/replies.resolver.js';
import { supportRequestTopic, type SupportRequestUpdated } from '../requests/push-support-request.job.js';
import { toRequestType } from '../requests/support-request.type.js';
import { supportRequestById } from '../requests/support-requests.loader.js';
import { SupportRequestUpdateType } from './support-request-update.type.js';

@Resolver()
export class SupportRequestUpdateResolver {
  constructor(private readonly live: Live) {}

  @Subscription(() => SupportRequestUpdateType)
  @Rule('member')
  async supportRequestUpdates(
    @Ctx() context: RequestContext,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<AsyncGenerator<Record<string, SupportRequestUpdateType>>> {
    const id = idArg('SupportRequest', requestId);
    found(await context.load(supportRequestById, id));
    await context.close();
    const changes = this.live.subscribe<SupportRequestUpdated>(
      supportRequestTopic(context.me().tenantId, id),
      bothChanges,
    );
    return liveField(context, 'supportRequestUpdates', changes, (updated) => seenUpdate(context, updated));
  }
}

/** Only what this viewer can see of it: what a member writes whom they have muted makes no sound. */
async function seenUpdate(
  context: RequestContext,
  { requestId, words, replyIds, offerIds }: SupportRequestUpdated,
): Promise<SupportRequestUpdateType | null> {
  const seen = await context.load(supportRequestById, requestId);
  if (!seen) return null;
  const read = await Promise.all(replyIds.map((id) => context.load(supportReplyById, id)));
  const replies = read.filter((reply) => reply !== null);
  const offers = (offerIds.length > 0 ? await unmutedOffers(context, requestId) : []).filter(({ id }) =>
    offerIds.includes(id),
  );
  const request = toRequestType(seen);
  // An offer that came to nothing is gone from the list of all but its two people.
  const isAnswered = replies.length > 0 || offers.length > 0;
  if (words.length === 0 && !isAnswered) return null;
  return {
    requestId: publicId('SupportRequest', requestId),
    request: words.length > 0 ? request : null,
    answered: isAnswered ? request : null,
    replies: replies.map(replyEdge),
    offers: offersSeen(context, seen, offers),
  };
}
