import {
  Args,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { canSchedule, restOfSeries, type RestOfSeries } from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { LocalDateTime } from '../../platform/graphql/scalars.js';
import { editSeries } from './edit-series.js';
import { MeetingFormat, MeetingType, toMeetingType } from './meeting.type.js';
import { meetingById, seriesById } from './meetings.loader.js';
import { meetingsStore } from './meetings.store.js';

@InputType()
export class EditSeriesInput {
  @Field(() => ID, { description: 'from this meeting on' }) meetingId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { description: 'RFC 5545 RRULE without DTSTART' }) rule!: string;
  @Field(() => String, { description: 'YYYY-MM-DDTHH:mm in the time zone of the series' })
  startsAtLocal!: string;
  @Field(() => Int) durationMinutes!: number;
  @Field(() => MeetingFormat) format!: MeetingFormat;
  @Field(() => String, { nullable: true }) place?: string | null;
  @Field(() => String, { nullable: true }) url?: string | null;
  @Field(() => [LocalDateTime], { nullable: true, defaultValue: [] }) skip?: string[] | null;
  @Field(() => [LocalDateTime], { nullable: true, defaultValue: [] }) postpone?: string[] | null;
  @Field(() => Int, { nullable: true, description: 'of that meeting' }) expectedVersion?: number | null;
}

@ObjectType('SeriesDate')
@Rule('parent')
export class SeriesDateType {
  @Field(() => LocalDateTime) slot!: string;
  @Field(() => LocalDateTime, { nullable: true, description: 'null where there is no meeting on it' })
  local!: string | null;
}

@ObjectType('RestOfSeries')
@Rule('parent')
export class RestOfSeriesType {
  @Field(() => String, { description: 'with COUNT as what is left of it' }) rule!: string;
  @Field(() => LocalDateTime) startsAtLocal!: string;
  @Field(() => [LocalDateTime]) skip!: readonly string[];
  @Field(() => [LocalDateTime]) postpone!: readonly string[];
  @Field(() => [SeriesDateType], { description: 'as far as they are laid out' })
  dates!: readonly SeriesDateType[];
}

@Resolver(() => MeetingType)
export class EditSeriesResolver {
  /** The series from this meeting on, for those who may change it: sent to `editSeries` as it is, it changes no day. */
  @ResolveField(() => RestOfSeriesType, { nullable: true })
  async restOfSeries(
    @Ctx() context: RequestContext,
    @Parent() { meeting }: MeetingType,
  ): Promise<RestOfSeries | null> {
    const group = found(await context.load(groupById, meeting.groupId));
    if (!canSchedule(context.me(), group).ok) return null;
    const series = found(await context.load(seriesById, meeting.seriesId));
    const tx = await context.read();
    return restOfSeries(series, await meetingsStore.ofSeries(tx, [series.id]), meeting, tx.now);
  }

  /** Changes a series from one of its meetings on: another rule, time, place or name. */
  @Mutation(() => MeetingType)
  @Rule('member')
  async editSeries(
    @Ctx() context: RequestContext,
    @Args('input') input: EditSeriesInput,
  ): Promise<MeetingType> {
    const meetingId = idArg('Meeting', input.meetingId);
    await context.act((tx) => editSeries(tx, { ...input, meetingId }));
    return toMeetingType(found(await context.load(meetingById, meetingId)));
  }
}
