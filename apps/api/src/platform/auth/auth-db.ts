import { Injectable } from '@nestjs/common';
import type { Instant } from '@yoriai/domain/kernel';
import type { PoolClient, QueryArrayConfig, QueryArrayResult } from 'pg';
import type { Unlisted } from '../work/tenant-tx.js';
import { Database } from '../database/database.js';
import type { Params, Rows } from '../database/generated/database.js';
import { rowsOf, statement } from '../database/rows.js';

/** How the `auth` schema is spoken to: by the pool, or inside one of its transactions. */
export interface AuthSql {
  <Name extends keyof Rows>(name: Name, text: string, params?: Params[Name]): Promise<Rows[Name][]>;
  <Row>(name: Unlisted, text: string, params?: readonly unknown[]): Promise<Row[]>;
}

const through =
  (query: (asked: QueryArrayConfig) => Promise<QueryArrayResult>): AuthSql =>
  async (name: string, text: string, params: readonly unknown[] = []) =>
    rowsOf(await query(statement(name, text, params)));

/** The `auth` schema: users, sessions, tokens, and which user is which member. Nothing here belongs to one tenant. */
@Injectable()
export class AuthDb {
  constructor(private readonly database: Database) {}

  /** One prepared statement. `app.now()` may be used in it. */
  sql: AuthSql = through((asked) => this.database.auth.query(asked));

  async now(): Promise<Instant> {
    const [row] = await this.sql('auth.now', 'select app.now() as now');
    if (!row) throw new Error('The database has no clock');
    return row.now;
  }

  /** Several statements in one transaction. */
  async transaction<T>(run: (sql: AuthSql) => Promise<T>): Promise<T> {
    const client: PoolClient = await this.database.auth.connect();
    let broken: Error | undefined;
    try {
      await client.query('begin');
      const result = await run(through((asked) => client.query(asked)));
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
