import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { AuthDb } from '../auth/auth-db.js';
import { LOGGER, RETENTION } from '../boot/tokens.js';
import { systemTenant } from '../work/system-tenant.js';
import { Work } from '../work/work.js';
import { purges, type Purge, type Retention } from './retention.js';

const everyMs = 3_600_000;
/** Rows in one transaction: small enough to hold no one up. */
const batch = 500;

type Ask = (purge: Purge) => Promise<unknown[]>;

/** Takes away what is past its time, tenant by tenant, a little at a time. Several processes that do so share the work. */
@Injectable()
export class PurgeHourly implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly purges: readonly Purge[];
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private running: Promise<unknown> | null = null;

  constructor(
    private readonly auth: AuthDb,
    private readonly work: Work,
    @Inject(RETENTION) retention: Retention,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.purges = purges(retention);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.running ??= this.once()
        .catch((error: Error) => this.logger.warn({ err: error }, 'what is past its time was kept'))
        .finally(() => (this.running = null));
    }, everyMs);
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.stopped = true;
    await this.running;
  }

  /** Answers with how many rows went. */
  async once(): Promise<number> {
    let gone = await this.through('auth', (take) =>
      take(({ name, sql }) => this.auth.sql(name, sql, [batch])),
    );
    const tenants = await this.auth.sql('retention.tenants', `select id from auth.tenant`);
    for (const id of [systemTenant, ...tenants.map((tenant) => tenant.id)])
      gone += await this.through('tenant', (take) =>
        this.work.asSystem(id, 'retention', (tx) =>
          take(({ name, sql }) => tx.sql(name, sql, [id, tx.now, batch])),
        ),
      );
    return gone;
  }

  /**
   * From one purge to the next. What finds nothing costs no transaction of its own; what took rows away is committed before anything else is
   * looked at; and one that fails is passed over until the next hour, so that it keeps nothing else.
   */
  private async through(
    of: Purge['of'],
    begin: (take: (ask: Ask) => Promise<number>) => Promise<number>,
  ): Promise<number> {
    const list = this.purges.filter((purge) => purge.of === of);
    let [gone, at] = [0, 0];
    const take = async (ask: Ask): Promise<number> => {
      for (; at < list.length; at++) {
        const rows = (await ask(list[at]!)).length;
        if (rows === 0) continue;
        if (rows < batch) at++;
        return rows;
      }
      return 0;
    };
    while (at < list.length && !this.stopped)
      try {
        gone += await begin(take);
      } catch (error) {
        this.logger.warn({ err: error, purge: list[at]?.name }, 'what is past its time was kept');
        at++;
      }
    return gone;
  }
}
