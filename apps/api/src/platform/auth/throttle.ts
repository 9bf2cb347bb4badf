import { Injectable } from '@nestjs/common';
import type { Instant, Rate } from '@yoriai/domain/kernel';
import { refuse } from '../errors/must.js';
import { AuthDb } from './auth-db.js';

/** One count: of what, for whom, and how much of it there is. */
export interface Allowance {
  readonly bucket: string;
  readonly key: string;
  readonly rate: Rate;
}
/** What was taken of an allowance; it can be given back as long as its window lasts. */
export interface Taken {
  readonly bucket: string;
  readonly key: string;
  readonly startsAt: Instant;
}

/** Statements that overlap see clocks a little apart; a window that begins later than that was begun by a clock set back since. */
const skewMs = 5_000;

/**
 * Counts in the database, so that every process counts together and a restart forgets nothing. A count is taken before the work
 * that it limits and given back where it should cost nothing: nobody can look at a count without taking of it, so that a hundred
 * at once are a hundred.
 */
@Injectable()
export class Throttle {
  constructor(private readonly db: AuthDb) {}

  /** Takes one of each; when one is used up, none is taken, and RATE_LIMITED says after how many seconds there is more. */
  async take(...allowances: readonly Allowance[]): Promise<Taken[]> {
    return this.takeOr('RATE_LIMITED', allowances);
  }

  /** The same, refused in words of its own. */
  async takeOr(code: string, allowances: readonly Allowance[]): Promise<Taken[]> {
    const taken: Taken[] = [];
    for (const { bucket, key, rate } of allowances) {
      const row = await this.count(bucket, key, rate);
      taken.push({ bucket, key, startsAt: row.startsAt });
      if (row.taken <= rate.times) continue;
      await this.giveBack(taken);
      refuse({ code, retryAfterSeconds: row.wait });
    }
    return taken;
  }

  /** What turned out to cost nothing. */
  async giveBack(taken: readonly Taken[]): Promise<void> {
    for (const { bucket, key, startsAt } of taken)
      await this.db.sql(
        'throttle.give-back',
        `update auth.throttle set taken = greatest(taken - 1, 0) where bucket = $1 and key = $2 and starts_at = $3`,
        [bucket, key, startsAt],
      );
  }

  async forget(bucket: string, key: string): Promise<void> {
    await this.db.sql('throttle.forget', `delete from auth.throttle where bucket = $1 and key = $2`, [
      bucket,
      key,
    ]);
  }

  private async count(
    bucket: string,
    key: string,
    { within }: Rate,
  ): Promise<{ taken: number; startsAt: Instant; wait: number }> {
    const over = `t.starts_at + $3 * interval '1 ms' <= app.now() or t.starts_at > app.now() + $4 * interval '1 ms'`;
    const [row] = await this.db.sql<{ taken: number; startsAt: Instant; wait: number }>(
      'throttle.take',
      `insert into auth.throttle as t (bucket, key, starts_at, taken) values ($1, $2, app.now(), 1)
       on conflict (bucket, key) do update set
         starts_at = case when ${over} then app.now() else t.starts_at end,
         taken = case when ${over} then 1 else t.taken + 1 end
       returning taken, starts_at as "startsAt",
         greatest(1, ceil(extract(epoch from starts_at + $3 * interval '1 ms' - app.now())))::int as wait`,
      [bucket, key, within, skewMs],
    );
    return row!;
  }
}
