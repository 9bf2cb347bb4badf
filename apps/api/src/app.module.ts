import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { goodNewsEvents, privateSupportEvents, strengthEvents, supportEvents } from '@yoriai/domain/support';
import { groupEvents } from '@yoriai/domain/groups';
import { datePollEvents, meetingEvents } from '@yoriai/domain/meetings';
import { notificationEvents } from '@yoriai/domain/notifications';
import { peopleEvents } from '@yoriai/domain/people';
import { tenancyEvents } from '@yoriai/domain/tenancy';
import type { Logger } from 'pino';
import { GroupsModule, unreadGroupEvents } from './groups/groups.module.js';
import { MeetingsModule, unreadMeetingEvents } from './meetings/meetings.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { PeopleModule, unreadPeopleEvents } from './people/people.module.js';
import type { Config } from './platform/config.js';
import type { Database } from './platform/database/database.js';
import { graphqlModule } from './platform/graphql/graphql.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { retention } from './retention.js';
import { SupportModule } from './support/support.module.js';
import { TenancyModule } from './tenancy/tenancy.module.js';

/** One line per feature. */
const features: Type[] = [
  TenancyModule,
  PeopleModule,
  GroupsModule,
  MeetingsModule,
  NotificationsModule,
  SupportModule,
  OverviewModule,
];

/** Everything that is ever published, and what of it nobody but the audit trail reads. */
const events = {
  published: [
    ...tenancyEvents,
    ...peopleEvents,
    ...groupEvents,
    ...meetingEvents,
    ...datePollEvents,
    ...notificationEvents,
    ...supportEvents,
    ...privateSupportEvents,
    ...goodNewsEvents,
    ...strengthEvents,
  ] as string[],
  unread: [
    ...tenancyEvents,
    ...unreadPeopleEvents,
    ...unreadGroupEvents,
    ...unreadMeetingEvents,
    'notification.settings-updated',
  ] as string[],
};

@Module({})
export class AppModule {
  static with(config: Config, database: Database, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, database, logger, events, retention),
        graphqlModule(),
        ...features,
      ],
    };
  }
}
