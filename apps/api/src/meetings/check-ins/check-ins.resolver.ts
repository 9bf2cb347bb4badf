import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Instant, MemberId } from '@yoriai/domain/kernel';
import { canLead, preparationClosesAt, whomToNudge } from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { MeetingType } from '../meeting/meeting.type.js';
import { rsvpsOfMeeting } from '../meeting/meetings.loader.js';
import { SubmitCheckInInput } from './check-in.inputs.js';
import { CheckInType, CheckInVisibility, ReadinessType, toCheckInType } from './check-in.type.js';
import { checkInById, checkInsOfMeeting } from './check-ins.loader.js';
import type { SeenCheckIn } from './check-ins.store.js';
import { submitCheckIn } from './submit-check-in.js';
import { withdrawCheckIn } from './withdraw-check-in.js';
import type { CheckInId } from '@yoriai/domain/meetings';
import { FindsNode } from '../../platform/graphql/nodes.js';

const person = async (context: RequestContext, id: MemberId): Promise<MemberType> =>
  toMemberType(found(await context.load(memberById, id)));

/** What check-ins add to a meeting. */
@Resolver(() => MeetingType)
export class MeetingCheckInsResolver {
  /** As far as this viewer may read them, in the order in which they were written. */
  @ResolveField(() => [CheckInType])
  async checkIns(@Ctx() context: RequestContext, @Parent() { meeting }: MeetingType): Promise<CheckInType[]> {
    return ((await context.load(checkInsOfMeeting, meeting.id)) ?? []).map(toCheckInType);
  }

  @ResolveField(() => CheckInType, { nullable: true })
  async viewerCheckIn(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<CheckInType | null> {
    const all = (await context.load(checkInsOfMeeting, meeting.id)) ?? [];
    const mine = all.find(({ memberId }) => memberId === context.me().memberId);
    return mine ? toCheckInType(mine) : null;
  }

  /** Until then check-ins, topics and answers can be written. */
  @ResolveField(() => DateTime)
  preparationClosesAt(@Parent() { meeting }: MeetingType): Instant {
    return preparationClosesAt(meeting);
  }

  /** Who is ready, for those who lead; null for all others. */
  @ResolveField(() => ReadinessType, { nullable: true })
  async readiness(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<ReadinessType | null> {
    const group = found(await context.load(groupById, meeting.groupId));
    if (!canLead(context.me(), group).ok) return null;
    const rsvps = (await context.load(rsvpsOfMeeting, meeting.id)) ?? [];
    const checkIns = (await context.load(checkInsOfMeeting, meeting.id)) ?? [];
    const written = new Set(checkIns.map(({ memberId }) => memberId));
    // A member on leave is not waited for.
    const expected = async (ids: readonly MemberId[]): Promise<readonly MemberId[]> => {
      const members = await Promise.all(ids.map((id) => context.load(memberById, id)));
      return ids.filter((_, i) => members[i]?.status === 'ACTIVE');
    };
    return {
      unanswered: await expected(whomToNudge('rsvp', group, rsvps, written)),
      written: group.memberships.map(({ memberId }) => memberId).filter((id) => written.has(id)),
      notYet: await expected(whomToNudge('check-in', group, rsvps, written)),
    };
  }

  @Mutation(() => CheckInType)
  @Rule('member')
  async submitCheckIn(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: SubmitCheckInInput,
  ): Promise<CheckInType> {
    const draft = { ...input, meetingId: idArg('Meeting', input.meetingId) };
    const id = await context.act((tx) => submitCheckIn(tx, draft), { key, op: 'submitCheckIn', input });
    return toCheckInType(found(await context.load(checkInById, id)));
  }

  @Mutation(() => Boolean, { description: 'with the answers to it' })
  @Rule('member')
  async withdrawCheckIn(
    @Ctx() context: RequestContext,
    @Args('checkInId', { type: () => ID }) checkInId: string,
  ): Promise<boolean> {
    const id = idArg('CheckIn', checkInId);
    await context.act((tx) => withdrawCheckIn(tx, id));
    return true;
  }
}

/** Only the writer is told who else reads a part. */
const toWriter = <T>(context: RequestContext, checkIn: SeenCheckIn, visibility: T): T | null =>
  checkIn.memberId === context.me().memberId ? visibility : null;

@Resolver(() => CheckInType)
export class CheckInsResolver {
  @FindsNode('CheckIn')
  async findCheckIn(context: RequestContext, id: CheckInId): Promise<object | null> {
    const checkIn = await context.load(checkInById, id);
    return checkIn && toCheckInType(checkIn);
  }

  @ResolveField(() => MemberType)
  member(@Ctx() context: RequestContext, @Parent() { checkIn }: CheckInType): Promise<MemberType> {
    return person(context, checkIn.memberId);
  }

  @ResolveField(() => Boolean)
  mine(@Ctx() context: RequestContext, @Parent() { checkIn }: CheckInType): boolean {
    return checkIn.memberId === context.me().memberId;
  }

  @ResolveField(() => CheckInVisibility, { nullable: true, description: 'for its writer alone' })
  moodVisibility(
    @Ctx() context: RequestContext,
    @Parent() { checkIn }: CheckInType,
  ): `${CheckInVisibility}` | null {
    return toWriter(context, checkIn, checkIn.moodVisibility);
  }

  @ResolveField(() => CheckInVisibility, { nullable: true, description: 'for its writer alone' })
  figuresVisibility(
    @Ctx() context: RequestContext,
    @Parent() { checkIn }: CheckInType,
  ): `${CheckInVisibility}` | null {
    return toWriter(context, checkIn, checkIn.figuresVisibility);
  }
}

@Resolver(() => ReadinessType)
export class ReadinessResolver {
  @ResolveField(() => [MemberType], { description: 'have not said whether they come' })
  unanswered(@Ctx() context: RequestContext, @Parent() parent: ReadinessType): Promise<MemberType[]> {
    return people(context, parent.unanswered);
  }

  @ResolveField(() => [MemberType], { description: 'have written a note that reaches the facilitator' })
  written(@Ctx() context: RequestContext, @Parent() parent: ReadinessType): Promise<MemberType[]> {
    return people(context, parent.written);
  }

  @ResolveField(() => [MemberType], { description: 'are expected and have written none' })
  notYet(@Ctx() context: RequestContext, @Parent() parent: ReadinessType): Promise<MemberType[]> {
    return people(context, parent.notYet);
  }
}
const people = (context: RequestContext, ids: readonly MemberId[]): Promise<MemberType[]> =>
  Promise.all(ids.map((id) => person(context, id)));
