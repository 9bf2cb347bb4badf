import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { limits, optional } from '@yoriai/domain/kernel';
import { supportAbilities, type SupportRequestId } from '@yoriai/domain/support';
import { GroupType, toGroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType } from '../../people/members/member.type.js';
import { found, must } from '../../platform/errors/must.js';
import { PageArgs, connection, page, type Connection } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { liveField } from '../../platform/graphql/live-field.js';
import { Rule } from '../../platform/graphql/rule.js';
import { topicsOfViewer } from '../../platform/live/list-topics.js';
import { Live } from '../../platform/live/live.js';
import { editSupportRequest } from './edit-support-request.js';
import { postSupportRequest } from './post-support-request.js';
import { withdrawSupportRequest } from './withdraw-support-request.js';
import { person, shown } from './shown-request.js';
import {
  SupportRequestAbilitiesType,
  SupportRequestConnection,
  SupportRequestType,
  toRequestType,
} from './support-request.type.js';
import {
  EditSupportRequestInput,
  PostSupportRequestInput,
  SupportRequestFilter,
} from './support-request.inputs.js';
import { supportRequestById } from './support-requests.loader.js';
import { supportList, supportRequestTopic, type SupportRequestUpdated } from './push-support-request.job.js';
import { supportRequestsStore, type ShownRequest } from './support-requests.store.js';
import { answersOfNew } from './unnamed-answers.js';
import { findSimilar } from './similar-requests.js';
import { writeMoment } from '../../platform/moments.js';
import { FindsNode } from '../../platform/graphql/nodes.js';

/** This subscription reads the whole request at each change. */
const sameRequest = (waiting: SupportRequestUpdated, next: SupportRequestUpdated) =>
  waiting.requestId === next.requestId ? next : null;

const keyOf = ({ createdAt, id }: Pick<ShownRequest, 'createdAt' | 'id'>) => [
  writeMoment(createdAt as Date),
  id,
];

@Resolver(() => SupportRequestType)
export class SupportRequestsResolver {
  constructor(private readonly live: Live) {}

  @FindsNode('SupportRequest')
  async findSupportRequest(context: RequestContext, id: SupportRequestId): Promise<object | null> {
    const request = await context.load(supportRequestById, id);
    return request && toRequestType(request);
  }

  @Query(() => SupportRequestConnection)
  @Rule('member')
  async supportRequests(
    @Ctx() context: RequestContext,
    @Args('filter', { type: () => SupportRequestFilter, nullable: true }) filter: SupportRequestFilter | null,
    @Args() args: PageArgs,
  ): Promise<Connection<SupportRequestType>> {
    const asked = page(args);
    const groupId = optionalIdArg('Group', filter?.groupId);
    // A group that one may not know of is not one without requests.
    if (groupId) found(await context.load(groupById, groupId));
    const tx = await context.read();
    const wanted = { groupId, types: filter?.type ?? null, statuses: filter?.status ?? null };
    const words = must(optional('search', filter?.search, limits.line));
    const list = filter?.mine
      ? supportRequestsStore.mine
      : filter?.forMe
        ? supportRequestsStore.forMe
        : words
          ? supportRequestsStore.search
          : supportRequestsStore.newest;
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

  // Asked for dozens of times per screen, as are the offers and their helpers. Without parameter decorators Nest hands GraphQL's own
  // arguments through instead of gathering them anew for every call.
  @ResolveField(() => MemberType, { nullable: true })
  author(
    { seen }: SupportRequestType,
    _: unknown,
    context: RequestContext,
  ): MemberType | null | Promise<MemberType | null> {
    return person(context, seen.askerId);
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

  @Subscription(() => SupportRequestType)
  @Rule('member')
  async supportRequestChanged(
    @Ctx() context: RequestContext,
    @Args('groupId', { type: () => ID, nullable: true }) groupId: string | null,
    @Args('requestId', { type: () => ID, nullable: true, description: 'of this request alone' })
    requestId: string | null,
  ): Promise<AsyncGenerator<Record<string, SupportRequestType>>> {
    const [ofGroup, ofRequest] = [
      optionalIdArg('Group', groupId),
      optionalIdArg('SupportRequest', requestId),
    ];
    if (ofGroup) found(await context.load(groupById, ofGroup));
    if (ofRequest) found(await context.load(supportRequestById, ofRequest));
    await context.close();
    const { tenantId, memberId } = context.me();
    const changes = this.live.subscribe(
      ofRequest
        ? supportRequestTopic(tenantId, ofRequest)
        : topicsOfViewer(supportList(tenantId, ofGroup), memberId),
      sameRequest,
    );
    return liveField(context, 'supportRequestChanged', changes, async ({ requestId }) => {
      const request = await context.load(supportRequestById, requestId);
      return request && toRequestType(request);
    });
  }

  @Query(() => [SupportRequestType], {
    description: 'up to three past requests like what is being written, the most similar first',
  })
  @Rule('member')
  async similarRequests(
    @Ctx() context: RequestContext,
    @Args('text') text: string,
    @Args('groupId', { type: () => ID, nullable: true }) groupId: string | null,
  ): Promise<SupportRequestType[]> {
    const id = optionalIdArg('Group', groupId);
    if (id) found(await context.load(groupById, id));
    return (await findSimilar(await context.read(), text, id)).map(toRequestType);
  }
}
