import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DecisionType, RecordDecisionInput, toDecisionType } from './decision.type.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { meetingById } from '../meeting/meetings.loader.js';
import { recordDecision } from './record-decision.js';
import { withdrawDecision } from './withdraw-decision.js';
import { decisionById, decisionsOfMeeting } from './minutes.loader.js';
import type { DecisionId } from '@yoriai/domain/meetings';
import { FindsNode } from '../../platform/graphql/nodes.js';

@Resolver(() => MeetingType)
export class DecisionsResolver {
  @FindsNode('Decision')
  async findDecision(context: RequestContext, id: DecisionId): Promise<object | null> {
    const decision = await context.load(decisionById, id);
    return decision && toDecisionType(decision);
  }

  /** What the group decided there, in the order in which it was written down. */
  @ResolveField(() => [DecisionType])
  async decisions(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<DecisionType[]> {
    return ((await context.load(decisionsOfMeeting, meeting.id)) ?? []).map(toDecisionType);
  }

  @Mutation(() => DecisionType)
  @Rule('member')
  async recordDecision(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: RecordDecisionInput,
  ): Promise<DecisionType> {
    const meetingId = idArg('Meeting', input.meetingId);
    const once = { key, op: 'recordDecision', input };
    const id = await context.act((tx) => recordDecision(tx, { ...input, meetingId }), once);
    return toDecisionType(found(await context.load(decisionById, id)));
  }

  @Mutation(() => MeetingType)
  @Rule('member')
  async withdrawDecision(
    @Ctx() context: RequestContext,
    @Args('decisionId', { type: () => ID }) id: string,
  ): Promise<MeetingType> {
    const meetingId = await context.act((tx) => withdrawDecision(tx, idArg('Decision', id)));
    return toMeetingType(found(await context.load(meetingById, meetingId)));
  }
}

@Resolver(() => DecisionType)
export class DecisionMeetingResolver {
  @ResolveField(() => MeetingType)
  async meeting(@Ctx() context: RequestContext, @Parent() { meetingId }: DecisionType): Promise<MeetingType> {
    return toMeetingType(found(await context.load(meetingById, meetingId)));
  }
}
