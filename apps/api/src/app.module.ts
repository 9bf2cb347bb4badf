import { Module, type DynamicModule } from '@nestjs/common';
import { publishedEvents, unreadEvents } from '@yoriai/domain/events';
import type { Logger } from 'pino';
import { discover } from './platform/boot/discover.js';
import { modulesOfAreas } from './platform/boot/modules-of-areas.js';
import type { Config } from './platform/config.js';
import type { Database } from './platform/database/database.js';
import { graphqlModule } from './platform/graphql/graphql.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { retention } from './retention.js';

const events = { published: publishedEvents, unread: unreadEvents };

/** The platform, and on it what the files of all areas bring. */
@Module({})
export class AppModule {
  static async with(config: Config, database: Database, logger: Logger): Promise<DynamicModule> {
    const { providers, controllers } = discover(await modulesOfAreas());
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, database, logger, events, retention),
        // A process that only works answers no documents and needs no schema.
        ...(config.role === 'worker' ? [] : [graphqlModule()]),
      ],
      providers: [...providers],
      controllers: [...controllers],
    };
  }
}
