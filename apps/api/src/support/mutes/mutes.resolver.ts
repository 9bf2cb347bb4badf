import {
  Args,
  Field,
  ID,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { MemberType } from '../../people/members/member.type.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { muteMember, unmuteMember } from './mute-member.js';
import { muteRequest, unmuteRequest } from './mute-request.js';
import { isMutedByViewer, isThreadMuted } from './mutes.loader.js';
import { mutesStore } from './mutes.store.js';
import { person, shown } from '../requests/shown-request.js';
import { SupportRequestType, toRequestType } from '../requests/support-request.type.js';
import { supportRequestById } from '../requests/support-requests.loader.js';

@ObjectType('Mutes', {
  description: 'whom and what the viewer would rather not hear of; no one else ever knows',
})
@Rule('parent')
export class MutesType {
  @Field(() => [MemberType]) members!: MemberType[];
  @Field(() => [SupportRequestType]) requests!: SupportRequestType[];
}

const there = <T>(ones: readonly (T | null)[]): T[] => ones.filter((one) => one !== null);

@Resolver(() => MutesType)
export class MutesResolver {
  @Query(() => MutesType)
  @Rule('member')
  async mutes(@Ctx() context: RequestContext): Promise<MutesType> {
    const tx = await context.read();
    const { memberId } = context.me();
    const members = await mutesStore.mutedMembers(tx, memberId);
    const requests = await mutesStore.mutedRequests(tx, memberId);
    return {
      members: there(await Promise.all(members.map((id) => person(context, id)))),
      requests: there(
        await Promise.all(
          requests.map(async (id) => {
            const request = await context.load(supportRequestById, id);
            return request ? toRequestType(request) : null;
          }),
        ),
      ),
    };
  }

  @Mutation(() => MemberType, { description: 'their signed posts vanish for the viewer; no one is told' })
  @Rule('member')
  async muteMember(
    @Ctx() context: RequestContext,
    @Args('memberId', { type: () => ID }) memberId: string,
  ): Promise<MemberType> {
    const id = idArg('Member', memberId);
    await context.act((tx) => muteMember(tx, id));
    return found(await person(context, id));
  }

  @Mutation(() => MemberType)
  @Rule('member')
  async unmuteMember(
    @Ctx() context: RequestContext,
    @Args('memberId', { type: () => ID }) memberId: string,
  ): Promise<MemberType> {
    const id = idArg('Member', memberId);
    await context.act((tx) => unmuteMember(tx, id));
    return found(await person(context, id));
  }

  @Mutation(() => SupportRequestType, { description: 'no more notices of this thread' })
  @Rule('member')
  async muteRequest(
    @Ctx() context: RequestContext,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<SupportRequestType> {
    const id = idArg('SupportRequest', requestId);
    await context.act((tx) => muteRequest(tx, id));
    return shown(context, id);
  }

  @Mutation(() => SupportRequestType)
  @Rule('member')
  async unmuteRequest(
    @Ctx() context: RequestContext,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<SupportRequestType> {
    const id = idArg('SupportRequest', requestId);
    await context.act((tx) => unmuteRequest(tx, id));
    return shown(context, id);
  }
}

@Resolver(() => SupportRequestType)
export class MutedRequestResolver {
  @ResolveField(() => Boolean, { description: 'by the viewer' })
  async muted(@Ctx() context: RequestContext, @Parent() { seen }: SupportRequestType): Promise<boolean> {
    return (await context.load(isThreadMuted, seen.id)) ?? false;
  }
}

@Resolver(() => MemberType)
export class MutedMemberResolver {
  @ResolveField(() => Boolean, { description: 'by the viewer' })
  async muted(@Ctx() context: RequestContext, @Parent() member: MemberType): Promise<boolean> {
    return (await context.load(isMutedByViewer, idArg('Member', member.id))) ?? false;
  }
}
