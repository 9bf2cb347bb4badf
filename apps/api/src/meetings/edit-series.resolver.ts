import { Args, Field, ID, InputType, Int, Mutation, Resolver } from '@nestjs/graphql';
import { found } from '../platform/errors/must.js';
import { Ctx, type RequestContext } from '../platform/graphql/context.js';
import { idArg } from '../platform/graphql/ids.js';
import { Rule } from '../platform/graphql/rule.js';
import { LocalDateTime } from '../platform/graphql/scalars.js';
import { editSeries } from './edit-series.js';
import { MeetingFormat, MeetingType, toMeetingType } from './meeting.type.js';
import { meetingById } from './meetings.loader.js';

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

@Resolver()
export class EditSeriesResolver {
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
