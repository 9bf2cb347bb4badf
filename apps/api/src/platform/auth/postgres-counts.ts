import type { Instant } from '@yoriai/domain/kernel';
import type { AuthDb } from './auth-db.js';
import type { Allowance, Count, Counts } from './counts.js';

/** Statements that overlap see clocks a little apart; a window that begins later than that was begun by a clock set back since. */
const skewMs = 5_000;

/** Windows that begin with the first count, by `app.now()`; a restart forgets nothing. */
export class PostgresCounts implements Counts {
  constructor(private readonly db: AuthDb) {}

  async count({ bucket, key, rate: { within } }: Allowance): Promise<Count> {
    const over = `t.starts_at + $3 * interval '1 ms' <= app.now() or t.starts_at > app.now() + $4 * interval '1 ms'`;
    const [row] = await this.db.sql(
      'throttle.take',
      `insert into auth.throttle as t (bucket, key, starts_at, taken) values ($1, $2, app.now(), 1)
       on conflict (bucket, key) do update set
         starts_at = case when ${over} then app.now() else t.starts_at end,
         taken = case when ${over} then 1 else t.taken + 1 end
       returning taken, starts_at as "startsAt",
         greatest(1, ceil(extract(epoch from starts_at + $3 * interval '1 ms' - app.now())))::int as wait`,
      [bucket, key, within, skewMs],
    );
    const { startsAt, taken, wait } = row!;
    return { taken, wait, giveBack: () => this.giveBack(bucket, key, startsAt) };
  }

  async forget(bucket: string, key: string): Promise<void> {
    await this.db.sql('throttle.forget', `delete from auth.throttle where bucket = $1 and key = $2`, [
      bucket,
      key,
    ]);
  }

  private async giveBack(bucket: string, key: string, startsAt: Instant): Promise<void> {
    await this.db.sql(
      'throttle.give-back',
      `update auth.throttle set taken = greatest(taken - 1, 0) where bucket = $1 and key = $2 and starts_at = $3`,
      [bucket, key, startsAt],
    );
  }
}
