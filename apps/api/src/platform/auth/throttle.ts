import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { CONFIG, LOGGER } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { refuse } from '../errors/must.js';
import { AuthDb } from './auth-db.js';
import type { Allowance, Counts } from './counts.js';
import { PostgresCounts } from './postgres-counts.js';
import { RedisCounts } from './redis-counts.js';

/** What was taken of an allowance; it can be given back as long as its window lasts. */
export interface Taken extends Allowance {
  giveBack(): Promise<void>;
}
/**
 * Counts in Redis where there is one, else in the database, so that every process counts together. A count is taken before the work
 * that it limits and given back where it should cost nothing: to look at a count is to take of it, so that a hundred
 * at once are a hundred.
 */
@Injectable()
export class Throttle implements OnModuleDestroy {
  private readonly counts: Counts & { close?(): void };

  constructor(db: AuthDb, @Inject(CONFIG) config: Config, @Inject(LOGGER) logger: Logger) {
    const inPostgres = new PostgresCounts(db);
    this.counts = config.redisUrl ? new RedisCounts(config.redisUrl, inPostgres, logger) : inPostgres;
  }

  onModuleDestroy(): void {
    this.counts.close?.();
  }

  /** Takes one of each; when one is used up, none is taken, and RATE_LIMITED says after how many seconds there is more. */
  async take(...allowances: readonly Allowance[]): Promise<Taken[]> {
    return this.takeOr('RATE_LIMITED', allowances);
  }

  /** The same, refused in words of its own. */
  async takeOr(code: string, allowances: readonly Allowance[]): Promise<Taken[]> {
    const taken: Taken[] = [];
    for (const allowance of allowances) {
      const count = await this.counts.count(allowance);
      taken.push({ ...allowance, giveBack: count.giveBack });
      if (count.taken <= allowance.rate.times) continue;
      await this.giveBack(taken);
      refuse({ code, retryAfterSeconds: count.wait });
    }
    return taken;
  }

  /** What turned out to cost nothing. */
  async giveBack(taken: readonly Taken[]): Promise<void> {
    for (const one of taken) await one.giveBack();
  }

  forget(bucket: string, key: string): Promise<void> {
    return this.counts.forget(bucket, key);
  }
}
