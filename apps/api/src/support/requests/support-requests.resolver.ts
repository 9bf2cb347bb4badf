import {
  Args,
  ID,
  Int,
  Mutation,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { limits, optional } from '@yoriai/domain/kernel';
import {
  canSeeOffer,
  supportAbilities,
  type OfferReason,
  type SupportOfferId,
  type SupportReply,
  type SupportRequestId,
} from '@yoriai/domain/support';
import { GroupType, toGroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType } from '../../people/members/member.type.js';
import { found, must } from '../../platform/errors/must.js';
import { PageArgs, connection, page, type Connection } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { liveField } from '../../platform/graphql/live-field.js';
import { Rule } from '../../platform/graphql/rule.js';
import { Live } from '../../platform/live/live.js';
import { editSupportRequest, revealSupportRequestAuthor } from './edit-support-request.js';
import { isMutedByViewer } from '../mutes/mutes.loader.js';
import { acceptOffer, declineOffer, offerSupport, withdrawOffer } from '../offers/offer-support.js';
import { postSupportRequest } from './post-support-request.js';
import { replyToSupportRequest } from '../replies/reply-to-support-request.js';
import { resolveSupportRequest, withdrawSupportRequest } from '../thanks/resolve-support-request.js';
import { person, shown } from './shown-request.js';
import {
  OfferReasonEnum,
  SupportOfferType,
  SupportReplyConnection,
  SupportReplyType,
  SupportRequestAbilitiesType,
  SupportRequestConnection,
  SupportRequestType,
  ThanksType,
  toOfferType,
  toReplyType,
  toRequestType,
  toThanksType,
} from './support-request.type.js';
import {
  EditSupportRequestInput,
  OfferSupportInput,
  PostSupportRequestInput,
  ReplyInput,
  ResolveSupportRequestInput,
  SupportRequestFilter,
} from './support-request.inputs.js';
import {
  hidesAmongGroup,
  offersOfRequest,
  reasonOfOffer,
  repliesOfRequest,
  supportOfferById,
  supportReplyById,
  supportRequestById,
  thanksOfRequest,
} from './support-requests.loader.js';
import { supportTopic } from './push-support-request.job.js';
import { supportStore, type ShownRequest } from './support-requests.store.js';
import { answersOf, answersOfNew } from './unnamed-answers.js';

const keyOf = ({ createdAt, id }: Pick<ShownRequest, 'createdAt' | 'id'> | SupportReply) => [
  createdAt.toISOString(),
  id,
];

const shownOffer = async (context: RequestContext, id: SupportOfferId): Promise<SupportOfferType> =>
  toOfferType(found(await context.load(supportOfferById, id)));

@Resolver(() => SupportRequestType)
export class SupportRequestsResolver {
  constructor(private readonly live: Live) {}

  @Query(() => SupportRequestConnection)
  @Rule('member')
  async supportRequests(
    @Ctx() context: RequestContext,
    @Args('filter', { type: () => SupportRequestFilter, nullable: true }) filter: SupportRequestFilter | null,
    @Args() args: PageArgs,
  ): Promise<Connection<SupportRequestType>> {
    const asked = page(args);
    const groupId = optionalIdArg('Group', filter?.groupId);
    // A group that one may not know of is not one in which nobody has asked for anything.
    if (groupId) found(await context.load(groupById, groupId));
    const tx = await context.read();
    const wanted = { groupId, types: filter?.type ?? null, statuses: filter?.status ?? null };
    const words = must(optional('search', filter?.search, limits.line));
    const list = filter?.mine
      ? supportStore.mine
      : filter?.forMe
        ? supportStore.forMe
        : words
          ? supportStore.search
          : supportStore.newest;
    const rows: ShownRequest[] = await list(tx, wanted, asked, words ?? '');
    return connection(rows, asked, toRequestType, keyOf);
  }

  @ResolveField(() => GroupType, { nullable: true })
  async group(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
  ): Promise<GroupType | null> {
    const group = seen.groupId && (await context.load(groupById, seen.groupId));
    return group ? toGroupType(group) : null;
  }

  // `author`, `offers` and `helper` are asked for dozens of times per screen. Without parameter decorators Nest hands GraphQL's own
  // arguments through instead of gathering them anew for every call.
  @ResolveField(() => MemberType, { nullable: true })
  author({ seen }: SupportRequestType, _: unknown, context: RequestContext): Promise<MemberType | null> {
    return person(context, seen.askerId);
  }

  @ResolveField(() => SupportReplyConnection)
  async replies(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
    @Args() args: PageArgs,
  ): Promise<Connection<SupportReplyType>> {
    const asked = page(args);
    return connection(
      (await context.load(repliesOfRequest(asked), seen.id)) ?? [],
      asked,
      toReplyType,
      keyOf,
    );
  }

  @ResolveField(() => [SupportOfferType])
  async offers(
    { seen }: SupportRequestType,
    _: unknown,
    context: RequestContext,
  ): Promise<SupportOfferType[]> {
    const offers = (await context.load(offersOfRequest, seen.id)) ?? [];
    const seeable = offers.filter((offer) => canSeeOffer(context.me(), seen, offer).ok);
    const muted = await Promise.all(seeable.map(({ helperId }) => context.load(isMutedByViewer, helperId)));
    return seeable.filter((_, i) => !muted[i]).map(toOfferType);
  }

  @ResolveField(() => [ThanksType])
  async thanks(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
  ): Promise<ThanksType[]> {
    return ((await context.load(thanksOfRequest, seen.id)) ?? []).map(toThanksType);
  }

  @ResolveField(() => SupportRequestAbilitiesType)
  viewerCan(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
  ): SupportRequestAbilitiesType {
    return supportAbilities(context.me(), seen, seen);
  }

  @Mutation(() => SupportRequestType)
  @Rule('member')
  async postSupportRequest(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: PostSupportRequestInput,
  ): Promise<SupportRequestType> {
    const draft = {
      groupId: optionalIdArg('Group', input.groupId),
      type: input.type,
      wanted: input.wanted,
      title: input.title,
      body: input.body,
      urgency: input.urgency ?? 'NORMAL',
      audience: input.audience ?? 'GROUP',
      chosenMemberIds: (input.chosenMemberIds ?? []).map((id) => idArg('Member', id)),
      anonymous: input.anonymous ?? false,
      acceptsPaid: input.acceptsPaid ?? false,
      includeNewcomers: input.includeNewcomers ?? false,
    } as const;
    return shown(
      context,
      await context.act((tx) => postSupportRequest(tx, draft), {
        key,
        op: 'postSupportRequest',
        input,
        unnamed: answersOfNew(draft.anonymous),
      }),
    );
  }

  @Mutation(() => SupportRequestType)
  @Rule('member')
  async editSupportRequest(
    @Ctx() context: RequestContext,
    @Args('input') { requestId, ...changes }: EditSupportRequestInput,
  ): Promise<SupportRequestType> {
    const id = idArg('SupportRequest', requestId);
    await context.act((tx) => editSupportRequest(tx, id, changes));
    return shown(context, id);
  }

  @Mutation(() => SupportReplyType)
  @Rule('member')
  async replyToSupportRequest(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: ReplyInput,
  ): Promise<SupportReplyType> {
    const reply = {
      requestId: idArg('SupportRequest', input.requestId),
      body: input.body,
      gives: input.gives ?? null,
    };
    const id = await context.act((tx) => replyToSupportRequest(tx, reply), {
      key,
      op: 'replyToSupportRequest',
      input,
      unnamed: answersOf(reply.requestId),
    });
    return toReplyType(found(await context.load(supportReplyById, id)));
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

  @Mutation(() => SupportRequestType)
  @Rule('member')
  async resolveSupportRequest(
    @Ctx() context: RequestContext,
    @Args('input') input: ResolveSupportRequestInput,
  ): Promise<SupportRequestType> {
    const requestId = idArg('SupportRequest', input.requestId);
    const helpers = (input.helpers ?? []).map((helper) => ({
      ...helper,
      memberId: idArg('Member', helper.memberId),
    }));
    const { outcome = null, expectedVersion = null } = input;
    await context.act((tx) => resolveSupportRequest(tx, { requestId, helpers, outcome, expectedVersion }));
    return shown(context, requestId);
  }

  @Mutation(() => SupportRequestType)
  @Rule('member')
  async withdrawSupportRequest(
    @Ctx() context: RequestContext,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<SupportRequestType> {
    const id = idArg('SupportRequest', requestId);
    await context.act((tx) => withdrawSupportRequest(tx, id));
    return shown(context, id);
  }

  @Mutation(() => SupportRequestType, {
    description: 'an anonymous asker gives their name; there is no way back',
  })
  @Rule('member')
  async revealSupportRequestAuthor(
    @Ctx() context: RequestContext,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<SupportRequestType> {
    const id = idArg('SupportRequest', requestId);
    await context.act((tx) => revealSupportRequestAuthor(tx, id));
    return shown(context, id);
  }

  @Subscription(() => SupportRequestType)
  @Rule('member')
  async supportRequestChanged(
    @Ctx() context: RequestContext,
    @Args('groupId', { type: () => ID, nullable: true }) groupId: string | null,
  ): Promise<AsyncGenerator<Record<string, SupportRequestType>>> {
    const id = optionalIdArg('Group', groupId);
    if (id) found(await context.load(groupById, id));
    await context.close();
    const changes = this.live.subscribe<{ requestId: SupportRequestId }>(
      supportTopic(context.me().tenantId, id),
    );
    return liveField(context, 'supportRequestChanged', changes, async ({ requestId }) => {
      const request = await context.load(supportRequestById, requestId);
      return request && toRequestType(request);
    });
  }
}

@Resolver(() => SupportReplyType)
export class SupportRepliesResolver {
  /** The asker's own words carry the asker's name as far as the viewer may know it. */
  @ResolveField(() => MemberType, { nullable: true })
  async author(
    @Ctx() context: RequestContext,
    @Parent() { reply }: SupportReplyType,
  ): Promise<MemberType | null> {
    if (!reply.byAsker) return person(context, reply.authorId);
    return person(context, (await context.load(supportRequestById, reply.requestId))?.askerId ?? null);
  }
}

@Resolver(() => SupportOfferType)
export class SupportOffersResolver {
  @ResolveField(() => MemberType)
  async helper({ offer }: SupportOfferType, _: unknown, context: RequestContext): Promise<MemberType> {
    return found(await person(context, offer.helperId));
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

@Resolver(() => GroupType)
export class GroupReadersResolver {
  @ResolveField(() => Int, {
    description:
      'among how many others one hides who asks here without a name: those who could read it today',
  })
  async hidesAmong(@Ctx() context: RequestContext, @Parent() { group }: GroupType): Promise<number> {
    return found(await context.load(hidesAmongGroup, group.id));
  }
}
