import { Injectable } from '@nestjs/common';
import { refuse } from '../errors/must.js';
import { AuthDb } from './auth-db.js';

/** Counts in the database, so that every process counts together and a restart forgets nothing. */
@Injectable()
export class Throttle {
  constructor(private readonly db: AuthDb) {}

  /** Takes one of `limit` within a window; refuses with RATE_LIMITED and the seconds to wait. */
  async take(bucket: string, key: string, limit: number, windowMs: number): Promise<void> {
    const [row] = await this.db.sql<{ taken: number; wait: number }>(
      'throttle.take',
      `insert into auth.throttle as t (bucket, key, starts_at, taken) values ($1, $2, app.now(), 1)
       on conflict (bucket, key) do update set
         starts_at = case when t.starts_at + $3 * interval '1 ms' <= app.now() then app.now() else t.starts_at end,
         taken = case when t.starts_at + $3 * interval '1 ms' <= app.now() then 1 else t.taken + 1 end
       returning taken, ceil(extract(epoch from starts_at + $3 * interval '1 ms' - app.now()))::int as wait`,
      [bucket, key, windowMs],
    );
    if (row && row.taken > limit) refuse({ code: 'RATE_LIMITED', retryAfterSeconds: row.wait });
  }

  /** Refuses when the limit is reached already, without counting this time: for limits on failures. */
  async check(bucket: string, key: string, limit: number, windowMs: number): Promise<void> {
    const [row] = await this.db.sql<{ wait: number }>(
      'throttle.check',
      `select ceil(extract(epoch from starts_at + $3 * interval '1 ms' - app.now()))::int as wait from auth.throttle
       where bucket = $1 and key = $2 and taken >= $4 and starts_at + $3 * interval '1 ms' > app.now()`,
      [bucket, key, windowMs, limit],
    );
    if (row) refuse({ code: 'RATE_LIMITED', retryAfterSeconds: row.wait });
  }

  /** Counts one failure. */
  async count(bucket: string, key: string, windowMs: number): Promise<void> {
    await this.take(bucket, key, Number.MAX_SAFE_INTEGER, windowMs);
  }

  async forget(bucket: string, key: string): Promise<void> {
    await this.db.sql('throttle.forget', `delete from auth.throttle where bucket = $1 and key = $2`, [
      bucket,
      key,
    ]);
  }
}
