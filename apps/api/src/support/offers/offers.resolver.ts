import { Args, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import {
  canSeeOffer,
  type OfferReason,
  type SupportOffer,
  type SupportOfferId,
  type SupportRequestId,
} from '@yoriai/domain/support';
import { MemberType } from '../../people/members/member.type.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { isMutedByViewer } from '../mutes/mutes.loader.js';
import { acceptOffer } from './accept-offer.js';
import { declineOffer } from './decline-offer.js';
import { offerSupport } from './offer-support.js';
import { withdrawOffer } from './withdraw-offer.js';
import { person } from '../requests/shown-request.js';
import { OfferReasonEnum, SupportOfferType, toOfferType, OfferSupportInput } from './support-offer.type.js';
import { SupportRequestType } from '../requests/support-request.type.js';
import { reasonOfOffer, shownOffersOfRequest, supportOfferById } from './offers.loader.js';
import type { ShownRequest } from '../requests/support-requests.store.js';
import { supportRequestById } from '../requests/support-requests.loader.js';
import { FindsNode } from '../../platform/graphql/nodes.js';

const shownOffer = async (context: RequestContext, id: SupportOfferId): Promise<SupportOfferType> =>
  toOfferType(found(await context.load(supportOfferById, id)));

/** The offers to a request, as they are and as they were, except those of members whom this viewer has muted. */
export async function unmutedOffers(
  context: RequestContext,
  requestId: SupportRequestId,
): Promise<SupportOffer[]> {
  return (await context.load(shownOffersOfRequest, requestId)) ?? [];
}

/** Those of these offers that this viewer may see now. */
export const offersSeen = (
  context: RequestContext,
  seen: ShownRequest,
  offers: readonly SupportOffer[],
): SupportOfferType[] => offers.filter((offer) => canSeeOffer(context.me(), seen, offer).ok).map(toOfferType);

@Resolver(() => SupportOfferType)
export class SupportOffersResolver {
  @FindsNode('SupportOffer')
  async findSupportOffer(context: RequestContext, id: SupportOfferId): Promise<object | null> {
    const offer = await context.load(supportOfferById, id);
    const request = offer && (await context.load(supportRequestById, offer.requestId));
    // Who left the group sees the offer that was theirs, no longer the request.
    const standing = request ?? { mine: false };
    if (!offer || (await context.load(isMutedByViewer, offer.helperId))) return null;
    return canSeeOffer(context.me(), standing, offer).ok ? toOfferType(offer) : null;
  }

  @ResolveField(() => MemberType)
  helper({ offer }: SupportOfferType, _: unknown, context: RequestContext): MemberType | Promise<MemberType> {
    const helper = person(context, offer.helperId);
    return helper instanceof Promise ? helper.then(found) : found(helper);
  }

  @ResolveField(() => OfferReasonEnum, { nullable: true, description: 'to the helper alone' })
  async reason(
    { offer }: SupportOfferType,
    _: unknown,
    context: RequestContext,
  ): Promise<OfferReason | null> {
    return (await context.load(reasonOfOffer, offer.id)) ?? null;
  }
}
@Resolver(() => SupportRequestType)
export class OffersOfRequestResolver {
  @ResolveField(() => [SupportOfferType])
  async offers(
    { seen }: SupportRequestType,
    _: unknown,
    context: RequestContext,
  ): Promise<SupportOfferType[]> {
    return offersSeen(context, seen, await unmutedOffers(context, seen.id));
  }

  @Mutation(() => SupportOfferType)
  @Rule('member')
  async offerSupport(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: OfferSupportInput,
  ): Promise<SupportOfferType> {
    const offer = {
      requestId: idArg('SupportRequest', input.requestId),
      message: input.message,
      terms: input.terms ?? 'FREE',
      price: input.price ?? null,
      reason: input.reason ?? null,
    } as const;
    return shownOffer(
      context,
      await context.act((tx) => offerSupport(tx, offer), { key, op: 'offerSupport', input }),
    );
  }

  @Mutation(() => SupportOfferType)
  @Rule('member')
  async acceptOffer(
    @Ctx() context: RequestContext,
    @Args('offerId', { type: () => ID }) offerId: string,
  ): Promise<SupportOfferType> {
    const id = idArg('SupportOffer', offerId);
    await context.act((tx) => acceptOffer(tx, id));
    return shownOffer(context, id);
  }

  @Mutation(() => SupportOfferType)
  @Rule('member')
  async declineOffer(
    @Ctx() context: RequestContext,
    @Args('offerId', { type: () => ID }) offerId: string,
  ): Promise<SupportOfferType> {
    const id = idArg('SupportOffer', offerId);
    await context.act((tx) => declineOffer(tx, id));
    return shownOffer(context, id);
  }

  @Mutation(() => SupportOfferType)
  @Rule('member')
  async withdrawOffer(
    @Ctx() context: RequestContext,
    @Args('offerId', { type: () => ID }) offerId: string,
  ): Promise<SupportOfferType> {
    const id = idArg('SupportOffer', offerId);
    await context.act((tx) => withdrawOffer(tx, id));
    return shownOffer(context, id);
  }
}
