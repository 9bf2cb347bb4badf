import type { TenantId } from '@yoriai/domain/kernel';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { AuthDb } from '../auth/auth-db.js';
import { LOGGER } from '../boot/tokens.js';
import { Work } from '../work/work.js';
import { forgettings } from './retention.js';

const everyMs = 3_600_000;
/** Rows in one transaction: small enough that nobody waits for it. */
const batch = 500;

/** Takes away what is past its time, tenant by tenant, a little at a time. Several processes that do so share the work. */
@Injectable()
export class ForgetHourly implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private running: Promise<unknown> | null = null;

  constructor(
    private readonly auth: AuthDb,
    private readonly work: Work,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

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
    let gone = 0;
    const tenants = await this.auth.sql<{ id: TenantId }>('retention.tenants', `select id from auth.tenant`);
    for (const { id } of tenants)
      for (const { name, sql } of forgettings())
        for (let rows = batch; rows === batch && !this.stopped; gone += rows)
          rows = await this.work.asSystem(
            id,
            name,
            async (tx) => (await tx.sql(name, sql, [tx.tenantId, tx.now, batch])).length,
          );
    return gone;
  }
}
