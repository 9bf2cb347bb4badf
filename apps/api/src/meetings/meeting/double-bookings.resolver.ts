import { Args, ArgsType, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Inject } from '@nestjs/common';
import { instantAt, minutes, plus } from '@yoriai/domain/kernel';
import { canSchedule, meetingLimits, readDuration, readLocal, readZone } from '@yoriai/domain/meetings';
import { groupById } from '../../groups/group/groups.loader.js';
import { found, must } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { idArg, optionalIdArg } from '../../platform/graphql/ids.js';
import { Rule } from '../../platform/graphql/rule.js';
import { LocalDateTime } from '../../platform/graphql/scalars.js';
import { Work } from '../../platform/work/work.js';
import { meetingsStore } from './meetings.store.js';

@ArgsType()
export class DoubleBookingsArgs {
  @Field(() => ID) groupId!: string;
  @Field(() => [LocalDateTime], { description: 'the first hundred are looked at' }) startsAtLocal!: string[];
  @Field(() => String) timeZone!: string;
  @Field(() => Int) durationMinutes!: number;
  @Field(() => ID, { nullable: true, description: 'a meeting that moves: it and its series do not count' })
  moving?: string | null;
}

@ObjectType('DoubleBooking')
@Rule('parent')
export class DoubleBookingType {
  @Field(() => LocalDateTime) startsAtLocal!: string;
  @Field(() => Int, { description: 'people of the group who have another meeting then' }) people!: number;
}

@Resolver()
export class DoubleBookingsResolver {
  constructor(@Inject(Work) private readonly work: Work) {}

  /**
   * At which of these times people of the group are expected elsewhere, for those who plan its meetings. How many, and nothing of who, with
   * whom or what for: groups do not know of one another.
   */
  @Query(() => [DoubleBookingType])
  @Rule('member')
  async doubleBookings(
    @Ctx() context: RequestContext,
    @Args() args: DoubleBookingsArgs,
  ): Promise<DoubleBookingType[]> {
    const groupId = idArg('Group', args.groupId);
    const moving = optionalIdArg('Meeting', args.moving);
    must(canSchedule(context.me(), found(await context.load(groupById, groupId))));
    const zone = must(readZone(args.timeZone));
    const duration = must(readDuration(args.durationMinutes));
    const times = args.startsAtLocal.slice(0, meetingLimits.meetings).map((local) => {
      const startsAt = instantAt(must(readLocal('startsAtLocal', local)), zone);
      return { startsAtLocal: local, startsAt, endsAt: plus(startsAt, minutes(duration)) };
    });
    // The viewer sees their own groups alone; only the system sees how many are busy.
    return this.work.asSystem(context.me().tenantId, 'double-bookings', (tx) =>
      meetingsStore.doubleBookings(tx, groupId, times, moving),
    );
  }
}
