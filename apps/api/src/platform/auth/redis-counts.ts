import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import type { Allowance, Count, Counts } from './counts.js';

/** A request waits for the answer; after this timeout, Postgres is asked instead. */
const commandTimeout = 1_000;
const prefix = 'yoriai:throttle';

/**
 * Windows of whole seconds that begin with the first count and end by Redis's own clock. While Redis cannot be reached, the other
 * counts do it: a limit is never lifted.
 */
export class RedisCounts implements Counts {
  private readonly redis: Redis;
  private readonly limiters = new Map<string, RateLimiterRedis>();
  private warnedAt = -Infinity;

  constructor(
    redisUrl: string,
    private readonly meanwhile: Counts,
    private readonly logger: Logger,
  ) {
    this.redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, commandTimeout });
    this.redis.on('error', (error: Error) => this.warn(error));
  }

  async count(allowance: Allowance): Promise<Count> {
    const limiter = this.limiterOf(allowance);
    const key = blind(allowance.key);
    try {
      // Over the limit it is thrown what otherwise is returned.
      const { consumedPoints, msBeforeNext } = await limiter.consume(key).catch(takenAnyway);
      const endsAt = performance.now() + msBeforeNext;
      return {
        taken: consumedPoints,
        wait: Math.max(1, Math.ceil(msBeforeNext / 1_000)),
        giveBack: async () => {
          // A window that has ended owes nothing: giving back would begin one below nothing.
          if (performance.now() < endsAt) await limiter.reward(key).catch((error: Error) => this.warn(error));
        },
      };
    } catch (error) {
      this.warn(error as Error);
      return this.meanwhile.count(allowance);
    }
  }

  async forget(bucket: string, key: string): Promise<void> {
    await this.meanwhile.forget(bucket, key);
    await this.redis.del(countKey(bucket, key)).catch((error: Error) => this.warn(error));
  }

  close(): void {
    this.redis.disconnect();
  }

  private limiterOf({ bucket, rate: { times, within } }: Allowance): RateLimiterRedis {
    const name = `${bucket} ${times} ${within}`;
    const known = this.limiters.get(name);
    if (known) return known;
    const limiter = new RateLimiterRedis({
      storeClient: this.redis,
      keyPrefix: `${prefix}:${bucket}`,
      points: times,
      duration: Math.ceil(within / 1_000),
      rejectIfRedisNotReady: true,
    });
    this.limiters.set(name, limiter);
    return limiter;
  }

  private warn(error: Error): void {
    if (performance.now() - this.warnedAt < 60_000) return;
    this.warnedAt = performance.now();
    this.logger.warn({ err: error }, 'limits are counted in Postgres until Redis can be reached');
  }
}

/** Addresses of people and of networks stay out of Redis and of what it writes to disk. */
const blind = (key: string): string => createHash('sha256').update(key).digest('base64url');
/** Where Redis keeps a count. */
export const countKey = (bucket: string, key: string): string => `${prefix}:${bucket}:${blind(key)}`;

function takenAnyway(answer: unknown): RateLimiterRes {
  if (answer instanceof RateLimiterRes) return answer;
  throw answer;
}
