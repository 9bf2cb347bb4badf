import { Injectable } from '@nestjs/common';
import type { Instant } from '@yoriai/domain/kernel';
import type { PoolClient } from 'pg';
import { Database } from '../database/database.js';

/** How the `auth` schema is spoken to: by the pool, or inside one of its transactions. */
export type AuthSql = <Row>(name: string, text: string, params?: readonly unknown[]) => Promise<Row[]>;

/** The `auth` schema: users, sessions, tokens, and which user is which member. Nothing here belongs to one tenant. */
@Injectable()
export class AuthDb {
  constructor(private readonly database: Database) {}

  /** One prepared statement. `app.now()` may be used in it. */
  sql: AuthSql = async (name, text, params = []) =>
    (await this.database.auth.query({ name, text, values: [...params] })).rows as never;

  async now(): Promise<Instant> {
    const [row] = await this.sql<{ now: Instant }>('auth.now', 'select app.now() as now');
    if (!row) throw new Error('The database has no clock');
    return row.now;
  }

  /** Several statements that stand or fall together. */
  async transaction<T>(run: (sql: AuthSql) => Promise<T>): Promise<T> {
    const client: PoolClient = await this.database.auth.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await run(
        async (name, text, params = []) =>
          (await client.query({ name, text, values: [...params] })).rows as never,
      );
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((cause: Error) => (broken = cause));
      throw error;
    } finally {
      client.release(broken);
    }
  }
}
