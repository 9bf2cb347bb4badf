import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { waitedLong } from '@yoriai/domain/support';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { ViewerType } from '../../people/members/viewer.type.js';
import { Signing } from '../../platform/auth/signing.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { askSecondPerson } from './ask-second-person.js';
import { keepSupportRequestOpen } from './keep-support-request-open.js';
import {
  AskSecondPersonInput,
  ChangeHelpAvailabilityInput,
  HelpAvailabilityType,
  SnoozeNudgeInput,
  SupportNudgeType,
  SupportRequestForAskerType,
  toAvailabilityType,
  toNudgeType,
} from './nudge.type.js';
import { lotsForHelp } from './nudge-helpers.js';
import { isAnswered, myNudgeOf, nudgeById } from './nudges.loader.js';
import { nudgesStore } from './nudges.store.js';
import { peopleToAsk } from './people-to-ask.js';
import { changeHelpAvailability } from './change-help-availability.js';
import { snoozeNudge } from './snooze-nudge.js';
import { SupportRequestType, toRequestType } from '../requests/support-request.type.js';
import { supportRequestById } from '../requests/support-requests.loader.js';
import { answersOf } from '../requests/unnamed-answers.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import type { SupportNudgeId } from '@yoriai/domain/support';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => SupportRequestType)
export class NudgesResolver {
  @FindsNode('SupportNudge')
  async findSupportNudge(context: RequestContext, id: SupportNudgeId): Promise<object | null> {
    const nudge = await context.load(nudgeById, id);
    return nudge && toNudgeType(nudge, context.me().locale);
  }

  @ResolveField(() => SupportNudgeType, { nullable: true, description: 'the viewer was asked to help' })
  async viewerNudge(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
  ): Promise<SupportNudgeType | null> {
    const nudge = seen.mine ? null : await context.load(myNudgeOf, seen.id);
    return nudge && toNudgeType(nudge, context.me().locale);
  }

  @ResolveField(() => SupportRequestForAskerType, { nullable: true })
  async forAsker(
    @Ctx() context: RequestContext,
    @Parent() { seen }: SupportRequestType,
  ): Promise<SupportRequestForAskerType | null> {
    const request = seen.mine ? await context.load(supportRequestById, seen.id) : null;
    if (!request) return null;
    const answered = (await context.load(isAnswered, seen.id)) ?? false;
    const { now } = await context.read();
    return {
      waitedLong: waitedLong({ ...request, answered }, now),
      askedIfOpen: request.expiryAskedAt !== null && request.status !== 'EXPIRED',
      request,
    };
  }

  @Mutation(() => SupportNudgeType, { description: '今回は見送る' })
  @Rule('member')
  async snoozeNudge(
    @Ctx() context: RequestContext,
    @Args('input') input: SnoozeNudgeInput,
  ): Promise<SupportNudgeType> {
    const id = idArg('SupportNudge', input.nudgeId);
    await context.act((tx) => snoozeNudge(tx, id, input.fullThisMonth ?? false));
    return toNudgeType(found(await context.load(nudgeById, id)), context.me().locale);
  }

  @Mutation(() => SupportRequestType, {
    description: 'an asker who has waited long chooses a member of the audience to ask',
  })
  @Rule('member')
  async askSecondPerson(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: AskSecondPersonInput,
  ): Promise<SupportRequestType> {
    const id = idArg('SupportRequest', input.requestId);
    const memberId = idArg('Member', input.memberId);
    await context.act((tx) => askSecondPerson(tx, id, memberId), {
      key,
      op: 'askSecondPerson',
      input,
      unnamed: answersOf(id),
    });
    return toRequestType(found(await context.load(supportRequestById, id)));
  }

  @Mutation(() => SupportRequestType, { description: 'まだ助けがほしい' })
  @Rule('member')
  async keepSupportRequestOpen(
    @Ctx() context: RequestContext,
    @Args('requestId', { type: () => ID }) requestId: string,
  ): Promise<SupportRequestType> {
    const id = idArg('SupportRequest', requestId);
    await context.act((tx) => keepSupportRequestOpen(tx, id));
    return toRequestType(found(await context.load(supportRequestById, id)));
  }
}

@Resolver(() => SupportRequestForAskerType)
export class ForAskerResolver {
  constructor(private readonly signing: Signing) {}

  @ResolveField(() => [MemberType], {
    description:
      'whom the asker may choose to ask besides, the closest strengths first; empty until the wait is long',
  })
  async peopleToAsk(
    @Ctx() context: RequestContext,
    @Parent() { request, waitedLong: long }: SupportRequestForAskerType,
  ): Promise<MemberType[]> {
    if (!long) return [];
    const draw = await this.signing.lots(lotsForHelp);
    const ids = await peopleToAsk(await context.read(), request, context.me().memberId, draw);
    const people = await Promise.all(ids.map((id) => context.load(memberById, id)));
    return people.filter((one) => one !== null).map(toMemberType);
  }

  @ResolveField(() => [MemberType], { description: 'whom the asker has chosen so far' })
  async askedBesides(
    @Ctx() context: RequestContext,
    @Parent() { request }: SupportRequestForAskerType,
  ): Promise<MemberType[]> {
    const ids = await nudgesStore.chosen(await context.read(), request.id);
    const people = await Promise.all(ids.map((id) => context.load(memberById, id)));
    return people.filter((one) => one !== null).map(toMemberType);
  }
}

@Resolver(() => ViewerType)
export class HelpAvailabilityResolver {
  @ResolveField(() => HelpAvailabilityType)
  async helpAvailability(@Ctx() context: RequestContext): Promise<HelpAvailabilityType> {
    const tx = await context.read();
    const availability = await nudgesStore.availability(tx, context.me().memberId);
    return toAvailabilityType(availability, tx.now, (await tenantOf(tx)).timeZone);
  }

  @Mutation(() => HelpAvailabilityType, { description: '今月は手いっぱいです・もっと声をかけてよい' })
  @Rule('member')
  async changeHelpAvailability(
    @Ctx() context: RequestContext,
    @Args('input') input: ChangeHelpAvailabilityInput,
  ): Promise<HelpAvailabilityType> {
    return context.act(async (tx) =>
      toAvailabilityType(await changeHelpAvailability(tx, input), tx.now, (await tenantOf(tx)).timeZone),
    );
  }
}
