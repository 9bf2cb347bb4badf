import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import type { Logger } from 'pino';
import { AuditTrail } from './audit/audit-trail.js';
import { AuthDb } from './auth/auth-db.js';
import { Sessions } from './auth/sessions.js';
import { Signing } from './auth/signing.js';
import { Throttle } from './auth/throttle.js';
import { BootChecks, type EventCatalogue } from './boot/boot-checks.js';
import { CONFIG, EVENT_CATALOGUE, LOGGER, OWNER_URL, RETENTION } from './boot/tokens.js';
import type { Config } from './config.js';
import { Database } from './database/database.js';
import { DevController } from './dev/dev.controller.js';
import { ActLimits } from './graphql/act-limits.js';
import { Contexts } from './graphql/contexts.js';
import { NodeResolver } from './graphql/node.resolver.js';
import { Nodes } from './graphql/nodes.js';
import { Safelist } from './graphql/safelist.js';
import { ShortWay } from './graphql/short-way.js';
import { Sockets } from './graphql/sockets.js';
import { HealthController } from './health/health.controller.js';
import { Metrics } from './health/metrics.js';
import { LiveModule } from './live/live.module.js';
import { MailModule } from './mail/mail.module.js';
import { ReaderCatalogue } from './outbox/reader-catalogue.js';
import { Alarm } from './queue/alarm.js';
import { BullAlarm } from './queue/bull-alarm.js';
import { Dispatcher } from './queue/dispatcher.js';
import { Sweep } from './queue/sweep.js';
import { PurgeHourly } from './retention/purge-hourly.js';
import type { Retention } from './retention/retention.js';
import { Work } from './work/work.js';

const services = [
  AuditTrail,
  AuthDb,
  Sessions,
  Signing,
  Throttle,
  Work,
  ReaderCatalogue,
  BullAlarm,
  Dispatcher,
  Sweep,
  ActLimits,
  Contexts,
  Nodes,
  Safelist,
  ShortWay,
  Sockets,
  Metrics,
  PurgeHourly,
];

/** The services that every feature uses. Features get them without importing this module. */
@Global()
@Module({})
export class PlatformModule {
  static with(
    config: Config,
    database: Database,
    logger: Logger,
    events: EventCatalogue,
    retention: Retention,
  ): DynamicModule {
    const values = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: logger },
      { provide: OWNER_URL, useValue: database.ownerUrl },
      { provide: EVENT_CATALOGUE, useValue: events },
      { provide: RETENTION, useValue: retention },
      { provide: Database, useValue: database },
      { provide: Alarm, useExisting: BullAlarm },
    ];
    return {
      module: PlatformModule,
      imports: [DiscoveryModule, LiveModule, MailModule],
      controllers: [HealthController, ...(config.mode === 'embedded' ? [DevController] : [])],
      providers: [...values, ...services, NodeResolver, BootChecks],
      exports: [DiscoveryModule, ...values, ...services],
    };
  }
}
