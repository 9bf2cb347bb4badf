import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { publishedEvents, unreadEvents } from '@yoriai/domain/events';
import type { Logger } from 'pino';
import { GroupsModule } from './groups/groups.module.js';
import { MeetingsModule } from './meetings/meetings.module.js';
import { NotificationsModule } from './notifications/notifications.module.js';
import { OverviewModule } from './overview/overview.module.js';
import { PeopleModule } from './people/people.module.js';
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

const events = { published: publishedEvents, unread: unreadEvents };

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
