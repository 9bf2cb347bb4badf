import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../database/database.js';
import { ReaderCatalogue } from '../outbox/reader-catalogue.js';
import { EVENT_CATALOGUE } from './tokens.js';

/** What an application publishes, and of that, what has no reader on purpose. */
export interface EventCatalogue {
  readonly published: readonly string[];
  readonly unread: readonly string[];
}

/** Refuses to start while a part is missing. Jobs, rules and configuration check themselves. */
@Injectable()
export class BootChecks implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly readers: ReaderCatalogue,
    @Inject(EVENT_CATALOGUE) private readonly catalogue: EventCatalogue,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { published, unread } = this.catalogue;
    const unheard = published.filter((name) => !this.readers.isHeard(name) && !unread.includes(name));
    if (unheard.length > 0) throw new Error(`No reader for these events: ${unheard.join(', ')}`);
    const heard = unread.filter((name) => this.readers.isHeard(name));
    if (heard.length > 0) throw new Error(`These events are said to be unread: ${heard.join(', ')}`);
    const unknown = this.readers.heardEvents().filter((name) => !published.includes(name));
    if (unknown.length > 0)
      throw new Error(`These events are read but never published: ${unknown.join(', ')}`);
    const open = (await this.database.workers.query(tablesWithoutPolicy)) as { name: string }[];
    if (open.length > 0) throw new Error(`No policy guards: ${open.map((table) => table.name).join(', ')}`);
  }
}

/** Tables of tenants that row-level security does not hold, even against their owner. */
export const tablesWithoutPolicy = `
  select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ('migrations', 'typeorm_metadata')
    and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`;
