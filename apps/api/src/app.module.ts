import { Module, type DynamicModule } from '@nestjs/common';
import { goodNewsEvents, privateSupportEvents, strengthEvents, supportEvents } from '@yoriai/domain/support';
import { groupEvents } from '@yoriai/domain/groups';
import { datePollEvents, meetingEvents } from '@yoriai/domain/meetings';
import { notificationEvents } from '@yoriai/domain/notifications';
import { peopleEvents } from '@yoriai/domain/people';
import { tenancyEvents } from '@yoriai/domain/tenancy';
import type { Logger } from 'pino';
import { discover } from './platform/boot/discover.js';
import type { Config } from './platform/config.js';
import type { Database } from './platform/database/database.js';
import { graphqlModule } from './platform/graphql/graphql.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { retention } from './retention.js';

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
    'member.added',
    'member.profile-changed',
    'member.role-changed',
    'roster.imported',
    'group.created',
    'group.updated',
    'group.proposal-accepted',
    'group.proposal-withdrawn',
    'group.content-begun',
    'group.charter-signed',
    'group.join-link-created',
    'group.join-link-revoked',
    'group.programme-created',
    'check-in.kept',
    'check-in.withdrawn',
    'calendar-feed.created',
    'calendar-feed.revoked',
    'notification.settings-updated',
  ] as string[],
};

/** The platform, and on it what the files of all areas bring. */
@Module({})
export class AppModule {
  static async with(config: Config, database: Database, logger: Logger): Promise<DynamicModule> {
    const { providers, controllers } = await discover(import.meta.dirname, ['platform', 'demo']);
    return {
      module: AppModule,
      imports: [PlatformModule.with(config, database, logger, events, retention), graphqlModule()],
      providers: [...providers],
      controllers: [...controllers],
    };
  }
}
