import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { canOpenStrengths, mayBeUnsigned, type StrengthsRoundId } from '@yoriai/domain/support';
import { GroupType, toGroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { PageArgs, connection, page, type Connection } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { removeStrength } from './remove-strength.js';
import { openStrengths } from './open-strengths.js';
import {
  holdingRoundOfGroup,
  openRoundOfGroup,
  peopleOfGroup,
  strengthsRoundById,
} from './strengths.loader.js';
import { strengthsStore, type Strength } from './strengths.store.js';
import {
  StrengthConnection,
  StrengthPeerType,
  StrengthType,
  StrengthsRoundType,
  WriteStrengthsInput,
  toRoundType,
  toStrengthType,
} from './strengths.type.js';
import { writeStrengths } from './write-strengths.js';
import { strengthById } from './strengths.loader.js';
import type { StrengthId } from '@yoriai/domain/support';
import { FindsNode } from '../../platform/graphql/nodes.js';

const keyOf = ({ createdAt, id }: Strength) => [createdAt.toISOString(), id];
const shown = async (context: RequestContext, id: StrengthsRoundId): Promise<StrengthsRoundType> =>
  toRoundType(found(await context.load(strengthsRoundById, id)));

@Resolver(() => GroupType)
export class GroupStrengthsResolver {
  @ResolveField(() => StrengthsRoundType, { nullable: true, description: 'the one that is open' })
  async strengthsRound(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<StrengthsRoundType | null> {
    const round = await context.load(openRoundOfGroup, group.id);
    return round && toRoundType(round);
  }

  @ResolveField(() => StrengthsRoundType, {
    nullable: true,
    description: 'one that is over, of which unsigned lines of the viewer’s wait for the next',
  })
  async strengthsHeld(
    @Ctx() context: RequestContext,
    @Parent() { group }: GroupType,
  ): Promise<StrengthsRoundType | null> {
    const round = await context.load(holdingRoundOfGroup, group.id);
    return round && toRoundType(round);
  }

  @ResolveField(() => Boolean)
  mayOpenStrengths(@Ctx() context: RequestContext, @Parent() { group }: GroupType): boolean {
    return canOpenStrengths(context.me(), group).ok;
  }
}

@Resolver(() => StrengthsRoundType)
export class StrengthsResolver {
  @FindsNode('StrengthsRound')
  async findStrengthsRound(context: RequestContext, id: StrengthsRoundId): Promise<object | null> {
    const round = await context.load(strengthsRoundById, id);
    return round && toRoundType(round);
  }

  @Query(() => StrengthConnection, { description: 'what peers wrote about the viewer, newest first' })
  @Rule('member')
  async strengthsReceived(
    @Ctx() context: RequestContext,
    @Args() args: PageArgs,
  ): Promise<Connection<StrengthType>> {
    const asked = page(args);
    return connection(
      await strengthsStore.received(await context.read(), asked),
      asked,
      toStrengthType,
      keyOf,
    );
  }

  @ResolveField(() => GroupType, { nullable: true })
  async group(
    @Ctx() context: RequestContext,
    @Parent() { round }: StrengthsRoundType,
  ): Promise<GroupType | null> {
    const group = await context.load(groupById, round.groupId);
    return group && toGroupType(group);
  }

  @ResolveField(() => Boolean, { description: 'there are enough people to write without a name' })
  async mayBeUnsigned(
    @Ctx() context: RequestContext,
    @Parent() { round }: StrengthsRoundType,
  ): Promise<boolean> {
    return mayBeUnsigned(((await context.load(peopleOfGroup, round.groupId)) ?? []).length);
  }

  @ResolveField(() => [StrengthPeerType], { description: 'whom the viewer may write about' })
  async peers(
    @Ctx() context: RequestContext,
    @Parent() { round }: StrengthsRoundType,
  ): Promise<StrengthPeerType[]> {
    const me = context.me().memberId;
    const people = (await context.load(peopleOfGroup, round.groupId)) ?? [];
    if (!people.includes(me)) return [];
    const lines = await strengthsStore.linesOfMine(await context.read(), round.id);
    return people
      .filter((aboutId) => aboutId !== me)
      .map((aboutId) => {
        const {
          text = '',
          signed = true,
          version = 0,
        } = lines.find((line) => line.aboutId === aboutId) ?? {};
        return { aboutId, text, signed, version };
      });
  }

  @Mutation(() => StrengthsRoundType)
  @Rule('member')
  async openStrengths(
    @Ctx() context: RequestContext,
    @Args('groupId', { type: () => ID }) groupId: string,
    @Args('idempotencyKey', { type: () => String, nullable: true }) key: string | null,
  ): Promise<StrengthsRoundType> {
    const id = idArg('Group', groupId);
    return shown(
      context,
      await context.act((tx) => openStrengths(tx, id), { key, op: 'openStrengths', input: { groupId } }),
    );
  }

  @Mutation(() => StrengthsRoundType)
  @Rule('member')
  async writeStrengths(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: WriteStrengthsInput,
  ): Promise<StrengthsRoundType> {
    const id = idArg('StrengthsRound', input.roundId);
    const written = input.lines.map(({ memberId, text, signed, expectedVersion }) => ({
      aboutId: idArg('Member', memberId),
      text,
      signed: signed ?? true,
      expectedVersion: expectedVersion ?? null,
    }));
    return shown(
      context,
      await context.act((tx) => writeStrengths(tx, id, written), { key, op: 'writeStrengths', input }),
    );
  }

  @Mutation(() => Boolean, { description: 'この一言を消す: gone for good' })
  @Rule('member')
  async removeStrength(
    @Ctx() context: RequestContext,
    @Args('strengthId', { type: () => ID }) strengthId: string,
  ): Promise<boolean> {
    const id = idArg('Strength', strengthId);
    return context.act((tx) => removeStrength(tx, id));
  }
}

@Resolver(() => StrengthPeerType)
export class StrengthPeersResolver {
  @FindsNode('Strength')
  async findStrength(context: RequestContext, id: StrengthId): Promise<object | null> {
    const strength = await context.load(strengthById, id);
    return strength && toStrengthType(strength);
  }

  @ResolveField(() => MemberType)
  async member(@Ctx() context: RequestContext, @Parent() { aboutId }: StrengthPeerType): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, aboutId)));
  }
}

@Resolver(() => StrengthType)
export class StrengthsReceivedResolver {
  @ResolveField(() => MemberType, { nullable: true, description: 'null where it was not signed' })
  async from(
    @Ctx() context: RequestContext,
    @Parent() { strength }: StrengthType,
  ): Promise<MemberType | null> {
    const writer = strength.fromId && (await context.load(memberById, strength.fromId));
    return writer ? toMemberType(writer) : null;
  }
}
