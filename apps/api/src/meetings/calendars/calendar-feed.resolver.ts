import { Inject } from '@nestjs/common';
import { Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ViewerType } from '../../people/members/viewer.type.js';
import { found } from '../../platform/errors/must.js';
import { Ctx, type RequestContext } from '../../platform/graphql/context.js';
import { Rule } from '../../platform/graphql/rule.js';
import { createCalendarFeed, revokeCalendarFeed } from './create-calendar-feed.js';
import { calendarFeedsStore } from './calendar-feeds.store.js';
import { Calendars } from './calendars.js';
import { CalendarFeedType } from './calendar-feed.type.js';

@Resolver(() => ViewerType)
export class CalendarFeedResolver {
  constructor(@Inject(Calendars) private readonly calendars: Calendars) {}

  @ResolveField(() => CalendarFeedType, { nullable: true })
  async calendarFeed(@Ctx() context: RequestContext): Promise<CalendarFeedType | null> {
    const { tenantId, memberId } = context.me();
    const feed = await calendarFeedsStore.ofMember(await context.read(), memberId);
    return feed && { url: await this.calendars.urlOfFeed(tenantId, feed.id), createdAt: feed.createdAt };
  }

  @Mutation(() => CalendarFeedType)
  @Rule('member')
  async createCalendarFeed(@Ctx() context: RequestContext): Promise<CalendarFeedType> {
    await context.act(createCalendarFeed);
    return found(await this.calendarFeed(context));
  }

  @Mutation(() => Boolean)
  @Rule('member')
  revokeCalendarFeed(@Ctx() context: RequestContext): Promise<boolean> {
    return context.act(revokeCalendarFeed);
  }
}
