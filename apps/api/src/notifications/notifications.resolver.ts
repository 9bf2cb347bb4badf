import type { Id } from '@yoriai/domain/kernel';
import { Args, ID, Int, Mutation, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { ViewerType } from '../people/members/viewer.type.js';
import { refuse } from '../platform/errors/must.js';
import { connection, page, PageArgs, type Page } from '../platform/graphql/connection.js';
import { Ctx, type RequestContext } from '../platform/graphql/context.js';
import { FindsNode } from '../platform/graphql/nodes.js';
import { idArg } from '../platform/graphql/ids.js';
import { liveField } from '../platform/graphql/live-field.js';
import { Rule } from '../platform/graphql/rule.js';
import { Live } from '../platform/live/live.js';
import { countUnread, keyOf, listNotifications } from './list-notifications.js';
import {
  MemberSettingsType,
  NotificationConnection,
  NotificationType,
  toMemberSettingsType,
  toNotificationType,
} from './notification.type.js';
import { UpdateSettingsInput } from './notifications.inputs.js';
import { markAllNotificationsRead } from './mark-all-notifications-read.js';
import { markNotificationsRead, mustBeOnePage } from './mark-notifications-read.js';
import { Notices } from './notices.js';
import { notificationsStore } from './notifications.store.js';
import { notificationsTopic } from './push-live.job.js';
import { updateSettings } from './update-settings.js';

@Resolver(() => ViewerType)
export class NotificationsResolver {
  constructor(
    private readonly live: Live,
    private readonly notices: Notices,
  ) {}

  /** One of the viewer's own, if they may still see what it is about. */
  @FindsNode('Notification')
  async findNotification(context: RequestContext, id: Id<'Notification'>): Promise<NotificationType | null> {
    const [me, tx] = [context.me(), await context.read()];
    const rows = await notificationsStore.byIds(tx, me.memberId, [id]);
    const [notice] = await this.notices.describe(tx, rows);
    return notice ? toNotificationType(notice, me) : null;
  }

  @Query(() => NotificationConnection)
  @Rule('member')
  async notifications(
    @Ctx() context: RequestContext,
    @Args() args: PageArgs,
    @Args('unreadOnly', { type: () => Boolean, nullable: true }) unreadOnly?: boolean | null,
  ): Promise<NotificationConnection> {
    const me = context.me();
    const asked = datedPage(args);
    const notices = await listNotifications(
      await context.read(),
      this.notices,
      me.memberId,
      unreadOnly ?? false,
      asked,
    );
    return connection(notices, asked, (notice) => toNotificationType(notice, me), keyOf);
  }

  @ResolveField(() => Int)
  async unreadNotifications(@Ctx() context: RequestContext): Promise<number> {
    return countUnread(await context.read(), this.notices, context.me().memberId);
  }

  @ResolveField(() => MemberSettingsType)
  async settings(@Ctx() context: RequestContext): Promise<MemberSettingsType> {
    return toMemberSettingsType(
      await notificationsStore.settings(await context.read(), context.me().memberId),
    );
  }

  @Mutation(() => Int)
  @Rule('member')
  async markNotificationsRead(
    @Ctx() context: RequestContext,
    @Args('ids', { type: () => [ID] }) ids: string[],
  ): Promise<number> {
    mustBeOnePage(ids);
    const wanted = [...new Set(ids.map((id) => idArg('Notification', id)))];
    const { memberId } = context.me();
    return context.act((tx) => markNotificationsRead(tx, memberId, wanted));
  }

  @Mutation(() => Int)
  @Rule('member')
  async markAllNotificationsRead(@Ctx() context: RequestContext): Promise<number> {
    const { memberId } = context.me();
    return context.act((tx) => markAllNotificationsRead(tx, memberId));
  }

  @Mutation(() => MemberSettingsType)
  @Rule('member')
  async updateSettings(
    @Ctx() context: RequestContext,
    @Args('input') input: UpdateSettingsInput,
  ): Promise<MemberSettingsType> {
    const { memberId } = context.me();
    return toMemberSettingsType(await context.act((tx) => updateSettings(tx, memberId, input)));
  }

  @Subscription(() => NotificationType)
  @Rule('member')
  notificationArrived(@Ctx() context: RequestContext): AsyncIterableIterator<object> {
    const { tenantId, memberId } = context.me();
    const arrivals = this.live.subscribe<{ notificationId: Id<'Notification'> }>(
      notificationsTopic(tenantId, memberId),
    );
    return liveField(context, 'notificationArrived', arrivals, ({ notificationId }) =>
      this.findNotification(context, notificationId),
    );
  }
}

/** A cursor of this list begins with a moment; one that does not is not ours. */
function datedPage(args: PageArgs): Page {
  const asked = page(args);
  const at = asked.after?.[0];
  if (
    (at !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at)) ||
    Number.isNaN(Date.parse(at ?? '1970-01-01'))
  )
    refuse({ code: 'BAD_USER_INPUT', field: 'after', rule: 'MALFORMED' } as { code: string });
  return asked;
}
