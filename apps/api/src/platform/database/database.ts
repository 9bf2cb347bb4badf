import type { Writable } from 'node:stream';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { readMoment } from '../moments.js';
import { roleUrl } from './roles.js';

// A calendar day is a text, not a moment in this machine's zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

const anyMoment = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date;
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => readMoment(text) ?? anyMoment(text));

/** A request that has waited so long for a connection is answered without one: a full pool must not keep all of them waiting for ever. */
const longestWait = 15_000;

/** One pool per role; a connection keeps its role. */
export class Database {
  private constructor(
    /** Members' transactions (row-level security as that member). */
    readonly members: DataSource,
    /** Readers', timers' and the registration's transactions. */
    readonly workers: DataSource,
    /** Users, sessions, tokens. */
    readonly auth: pg.Pool,
    /** The owner's URL, for the queue's own pool and for development's clock. */
    readonly ownerUrl: string,
  ) {}

  static async connect(ownerUrl: string, poolSize = 10, wait = longestWait): Promise<Database> {
    const source = (role: 'app_rt' | 'worker_rt') =>
      new DataSource({
        type: 'postgres',
        // The bundle has it; TypeORM would look for the package.
        driver: pg,
        url: roleUrl(ownerUrl, role),
        synchronize: false,
        extra: {
          max: poolSize,
          // What is asked side by side is sent at once, and answered in that order.
          pipeline: true,
          application_name: `yoriai ${role}`,
          statement_timeout: 30_000,
          connectionTimeoutMillis: wait,
          keepAlive: true,
        },
      });
    const [members, workers] = [source('app_rt'), source('worker_rt')];
    await Promise.all([members.initialize(), workers.initialize()]);
    const auth = new pg.Pool({
      connectionString: roleUrl(ownerUrl, 'auth_rt'),
      max: poolSize,
      application_name: 'yoriai auth_rt',
      connectionTimeoutMillis: wait,
      keepAlive: true,
    });
    // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
    auth.on('error', () => undefined);
    return new Database(members, workers, auth, ownerUrl);
  }

  async close(): Promise<void> {
    await Promise.all([this.members.destroy(), this.workers.destroy(), this.auth.end()]);
  }
}

/** What is asked of a connection before the event loop goes on leaves in one write. */
export function inOneWrite(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}
