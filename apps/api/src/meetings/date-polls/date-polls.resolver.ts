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
import { Inject } from '@nestjs/common';
import { isInGroup, type Group } from '@yoriai/domain/groups';
import {
  answeredInFull,
  canAnswerDatePoll,
  canRunDatePoll,
  takesAnswers,
  tallyOf,
  type DatePoll,
  type DatePollId,
  type PollAnswerGiven,
} from '@yoriai/domain/meetings';
import { GroupType, toGroupType } from '../../groups/group/group.type.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { MemberType, toMemberType } from '../../people/members/member.type.js';
import { memberById } from '../../people/members/members.loader.js';
import { found } from '../../platform/errors/must.js';
import { connection, page, type Connection } from '../../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { liveField } from '../../platform/graphql/live-field.js';
import { Rule } from '../../platform/graphql/rule.js';
import { Live } from '../../platform/live/live.js';
import {
  AnswerDatePollInput,
  DatePollAbilitiesType,
  DatePollAnswerType,
  DatePollConnection,
  DatePollOptionType,
  DatePollsArgs,
  DatePollType,
  EditDatePollInput,
  OpenDatePollInput,
  SettleDatePollInput,
  toDatePollType,
  toOptionType,
  type DatePollOptionInput,
} from './date-poll.type.js';
import { pollTopicOf } from './date-polls.job.js';
import { answersOfPoll, datePollById } from './date-polls.loader.js';
import { datePollsStore } from './date-polls.store.js';
import { MeetingType, toMeetingType } from '../meeting/meeting.type.js';
import { meetingById } from '../meeting/meetings.loader.js';
import { settleDatePoll } from './settle-date-poll.js';
import { openDatePoll } from './open-date-poll.js';
import { editDatePoll } from './edit-date-poll.js';
import { answerDatePoll } from './answer-date-poll.js';
import { cancelDatePoll } from './cancel-date-poll.js';
import { FindsNode } from '../../platform/graphql/nodes.js';

const shown = async (context: RequestContext, id: DatePollId): Promise<DatePollType> =>
  toDatePollType(found(await context.load(datePollById, id)));
const whenOf = ({ date, time }: DatePollOptionInput): string => (time ? `${date}T${time}` : date);

const groupOfPoll = async (context: RequestContext, poll: DatePoll): Promise<Group> =>
  found(await context.load(groupById, poll.groupId));

/** Answers of those who are in the group now. */
async function standing(context: RequestContext, poll: DatePoll): Promise<readonly PollAnswerGiven[]> {
  const group = await groupOfPoll(context, poll);
  const answers = (await context.load(answersOfPoll, poll.id)) ?? [];
  return answers.filter(({ memberId }) => isInGroup(group, memberId));
}

@Resolver(() => DatePollType)
export class DatePollsResolver {
  constructor(@Inject(Live) private readonly live: Live) {}

  @FindsNode('DatePoll')
  async findDatePoll(context: RequestContext, id: DatePollId): Promise<object | null> {
    const poll = await context.load(datePollById, id);
    return poll && toDatePollType(poll);
  }

  @Query(() => DatePollConnection)
  @Rule('member')
  async datePolls(
    @Ctx() context: RequestContext,
    @Args() args: DatePollsArgs,
  ): Promise<Connection<DatePollType>> {
    const groupId = optionalIdArg('Group', args.groupId);
    if (groupId) found(await context.load(groupById, groupId));
    const asked = page(args);
    const openOnly = args.openOnly ?? false;
    const polls = await datePollsStore.page(await context.read(), { groupId, openOnly }, asked);
    return connection(polls, asked, toDatePollType, ({ createdAt, id }) => [createdAt.toISOString(), id]);
  }

  @ResolveField(() => GroupType)
  async group(@Ctx() context: RequestContext, @Parent() { poll }: DatePollType): Promise<GroupType> {
    return toGroupType(await groupOfPoll(context, poll));
  }

  /** What it became. */
  @ResolveField(() => MeetingType, { nullable: true })
  async meeting(
    @Ctx() context: RequestContext,
    @Parent() { poll }: DatePollType,
  ): Promise<MeetingType | null> {
    const meeting = poll.meetingId && (await context.load(meetingById, poll.meetingId));
    return meeting ? toMeetingType(meeting) : null;
  }

  @ResolveField(() => [DatePollOptionType])
  async options(
    @Ctx() context: RequestContext,
    @Parent() { poll }: DatePollType,
  ): Promise<DatePollOptionType[]> {
    const answers = await standing(context, poll);
    const tally = new Map(tallyOf(poll, answers).map((counted) => [counted.optionId, counted]));
    return poll.options.map((option) => {
      const { yes, ifNeedBe, no, best } = tally.get(option.id)!;
      const given = answers.filter(({ optionId }) => optionId === option.id);
      const mine = given.find(({ memberId }) => memberId === context.me().memberId);
      return {
        ...toOptionType(option, poll),
        yes,
        ifNeedBe,
        no,
        best,
        answers: given,
        viewerAnswer: mine?.answer ?? null,
      };
    });
  }

  /** How many have answered every option. */
  @ResolveField(() => Int)
  async answeredCount(@Ctx() context: RequestContext, @Parent() { poll }: DatePollType): Promise<number> {
    return answeredInFull(poll, await standing(context, poll)).size;
  }

  @ResolveField(() => Boolean)
  async answeredByViewer(@Ctx() context: RequestContext, @Parent() { poll }: DatePollType): Promise<boolean> {
    return answeredInFull(poll, await standing(context, poll)).has(context.me().memberId);
  }

  @ResolveField(() => DatePollAbilitiesType)
  async viewerCan(
    @Ctx() context: RequestContext,
    @Parent() { poll }: DatePollType,
  ): Promise<DatePollAbilitiesType> {
    const group = await groupOfPoll(context, poll);
    const { now } = await context.read();
    return {
      answer: takesAnswers(poll, now) && canAnswerDatePoll(context.me(), group).ok,
      run: poll.status === 'OPEN' && canRunDatePoll(context.me(), group).ok,
    };
  }

  @Mutation(() => DatePollType)
  @Rule('member')
  async openDatePoll(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: OpenDatePollInput,
  ): Promise<DatePollType> {
    const plan = { ...input, groupId: idArg('Group', input.groupId), options: input.options.map(whenOf) };
    const id = await context.act((tx) => openDatePoll(tx, plan), { key, op: 'openDatePoll', input });
    return shown(context, id);
  }

  @Mutation(() => DatePollType)
  @Rule('member')
  async editDatePoll(
    @Ctx() context: RequestContext,
    @Args('input') { options, ...input }: EditDatePollInput,
  ): Promise<DatePollType> {
    const pollId = idArg('DatePoll', input.pollId);
    await context.act((tx) => editDatePoll(tx, { ...input, pollId, options: options?.map(whenOf) ?? null }));
    return shown(context, pollId);
  }

  @Mutation(() => DatePollType)
  @Rule('member')
  async answerDatePoll(
    @Ctx() context: RequestContext,
    @Args('input') input: AnswerDatePollInput,
  ): Promise<DatePollType> {
    const pollId = idArg('DatePoll', input.pollId);
    const answers = input.answers.map(({ optionId, answer }) => ({
      optionId: idArg('DatePollOption', optionId),
      answer,
    }));
    await context.act((tx) => answerDatePoll(tx, { pollId, answers }));
    return shown(context, pollId);
  }

  @Mutation(() => DatePollType)
  @Rule('member')
  async settleDatePoll(
    @Ctx() context: RequestContext,
    @Args('input') { idempotencyKey: key, ...input }: SettleDatePollInput,
  ): Promise<DatePollType> {
    const pollId = idArg('DatePoll', input.pollId);
    const optionId = idArg('DatePollOption', input.optionId);
    await context.act((tx) => settleDatePoll(tx, { ...input, pollId, optionId }), {
      key,
      op: 'settleDatePoll',
      input,
    });
    return shown(context, pollId);
  }

  @Mutation(() => DatePollType)
  @Rule('member')
  async cancelDatePoll(
    @Ctx() context: RequestContext,
    @Args('pollId', { type: () => ID }) id: string,
  ): Promise<DatePollType> {
    const pollId = idArg('DatePoll', id);
    await context.act((tx) => cancelDatePoll(tx, pollId));
    return shown(context, pollId);
  }

  @Subscription(() => DatePollType)
  @Rule('member')
  async datePollChanged(
    @Ctx() context: RequestContext,
    @Args('pollId', { type: () => ID }) id: string,
  ): Promise<AsyncIterator<Record<string, DatePollType>>> {
    const pollId = idArg('DatePoll', id);
    found(await context.load(datePollById, pollId));
    await context.close();
    const source = this.live.subscribe(pollTopicOf(context.me().tenantId, pollId));
    return liveField(context, 'datePollChanged', source, async () => {
      const poll = await context.load(datePollById, pollId);
      return poll && toDatePollType(poll);
    });
  }
}

@Resolver(() => DatePollAnswerType)
export class DatePollAnswersResolver {
  @ResolveField(() => MemberType)
  async member(
    @Ctx() context: RequestContext,
    @Parent() { memberId }: DatePollAnswerType,
  ): Promise<MemberType> {
    return toMemberType(found(await context.load(memberById, memberId)));
  }
}
