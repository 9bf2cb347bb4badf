import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Logger } from 'pino';
import { Database } from '../database/database.js';
import { roleUrl } from '../database/roles.js';
import { LiveChannel } from './live-channel.js';

const channel = 'yoriai_live';
const beatMs = 10_000;
const longestBreakMs = 5_000;

/**
 * LISTEN/NOTIFY. The listening connection says a word to itself every ten seconds: one that is frozen, or cut off without
 * being told, does not hear it and is replaced.
 */
export class PostgresChannel extends LiveChannel {
  private client: pg.Client | null = null;
  private hear: (text: string) => void = () => undefined;
  private heartbeat: NodeJS.Timeout | null = null;
  private retry: NodeJS.Timeout | null = null;
  private heard = true;
  private failures = 0;
  private closed = false;
  private readonly beat = randomUUID();

  constructor(
    private readonly database: Database,
    private readonly logger: Logger,
    private readonly everyMs = beatMs,
  ) {
    super();
  }

  listen(hear: (text: string) => void): void {
    this.hear = hear;
    void this.connect();
    this.heartbeat = setInterval(() => this.checkPulse(), this.everyMs);
    this.heartbeat.unref();
  }

  async say(text: string): Promise<void> {
    await this.database.workers.query('select pg_notify($1, $2)', [channel, text]);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.heartbeat) clearInterval(this.heartbeat);
    if (this.retry) clearTimeout(this.retry);
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: roleUrl(this.database.ownerUrl, 'worker_rt'),
      application_name: 'yoriai live',
      keepAlive: true,
      connectionTimeoutMillis: longestBreakMs,
    });
    client.on('error', () => this.replace(client));
    client.on('end', () => this.replace(client));
    client.on('notification', ({ payload }) => this.take(payload ?? ''));
    this.client = client;
    this.heard = true;
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      this.failures = 0;
      if (this.closed) await client.end();
    } catch (error) {
      this.logger.warn({ err: error }, 'live updates pause until the database can be reached');
      this.replace(client);
    }
  }

  private take(text: string): void {
    if (text === this.beat) this.heard = true;
    else if (text.startsWith('{')) this.hear(text);
  }

  private checkPulse(): void {
    const { client } = this;
    if (!client) return;
    if (!this.heard) return this.replace(client);
    this.heard = false;
    client.query('select pg_notify($1, $2)', [channel, this.beat]).catch(() => this.replace(client));
  }

  private replace(client: pg.Client): void {
    if (this.client !== client || this.closed) return;
    this.client = null;
    // A frozen connection would not answer a farewell either.
    (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
    const wait = Math.min(longestBreakMs, 100 * 2 ** this.failures++);
    this.retry = setTimeout(() => void this.connect(), wait).unref();
  }
}
