import type { Id, Instant, TenantId } from '@yoriai/domain/kernel';
import type { PoolClient, QueryArrayResult } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Acting } from '../auth/viewer.js';
import { inOneWrite } from '../database/database.js';
import type { Params, Rows } from '../database/generated/database.js';
import { rowsOf, statement } from '../database/rows.js';
import type { ReaderCatalogue } from '../outbox/reader-catalogue.js';
import type { PublishedEvent } from '../outbox/event.js';
import type { TimerName, TimerSpec } from '../timers/timers.js';
import {
  insertAllOf,
  insertOf,
  updateOf,
  type Changes,
  type Key,
  type NewRow,
  type OnlyColumns,
  type TableName,
} from './writing.js';

/** What a committed transaction left to be done: a hint for the queue, never the record. */
export interface DueWork {
  readonly table: 'delivery' | 'timer';
  readonly tenantId: string;
  readonly id: string;
  readonly queue: string;
  readonly dueAt: Instant;
  readonly attempt: number;
}

/** Statements that the scan of the sources does not see: of specs, test data and benches, of what is taken away hourly, of plans that are looked at. */
export type Unlisted =
  | `${'test' | 'bench'}.${string}`
  | `retention.${'public' | 'auth' | 'app'}.${string}`
  | '';

/** One SQL transaction inside one tenant. Made only by `Work`. */
export class TenantTx {
  readonly due: DueWork[] = [];
  /** Loaders ask side by side; a connection answers one after the other, so the last answer is that to the last question. */
  private last: Promise<unknown>;
  private ended = false;
  private failed: unknown = null;

  constructor(
    readonly tenantId: TenantId,
    /** Who acts; null for readers, timers and registration. */
    readonly viewer: Acting | null,
    /** `app.now()` when the transaction began. */
    readonly now: Instant,
    private readonly client: PoolClient,
    private readonly readers: ReaderCatalogue,
    /** Until it has begun nothing is answered: what was asked may have run outside of it. */
    private readonly begun: Promise<unknown>,
  ) {
    this.last = begun;
  }

  /**
   * Before the connection goes back: what was asked already is waited for, and nothing more is taken. Of things done side by side
   * the others go on when one fails; their statements would land in the transaction that borrows the connection next.
   */
  async end(): Promise<void> {
    this.ended = true;
    await this.last.catch(() => undefined);
  }

  private mustBeOpen(): void {
    if (this.ended) throw new Error('This transaction has ended');
  }

  newId<N extends string>(): Id<N> {
    return uuidv7() as Id<N>;
  }

  /** Runs a prepared statement; `name` belongs to one text in the whole code base; its parameters and rows are typed by it. */
  sql<Name extends keyof Rows>(name: Name, text: string, params?: Params[Name]): Promise<Rows[Name][]>;
  sql<Row>(name: Unlisted, text: string, params?: readonly unknown[]): Promise<Row[]>;
  async sql(name: string, text: string, params: readonly unknown[] = []): Promise<unknown[]> {
    return rowsOf(await this.run(name, text, params));
  }

  /** Adds a row, or many that have the same columns. What is undefined gets the column's default. */
  async insert<Table extends TableName, Row extends NewRow<Table>>(
    table: Table,
    rows: (Row & OnlyColumns<Table, Row>) | readonly (Row & OnlyColumns<Table, Row>)[],
  ): Promise<void> {
    const list: readonly Row[] = Array.isArray(rows) ? (rows as readonly Row[]) : [rows as Row];
    const [first] = list;
    if (!first) return;
    const { name, text, params } =
      list.length === 1 ? insertOf(table, this.tenantId, first) : insertAllOf(table, this.tenantId, list);
    await this.run(name, text, params);
  }

  /** Changes the rows that the key names, and answers with how many there were. What is undefined stays as it is. */
  async update<Table extends TableName, Change extends Changes<Table>>(
    table: Table,
    key: Key<Table>,
    changes: Change & OnlyColumns<Table, Change>,
  ): Promise<number> {
    const { name, text, params } = updateOf(table, this.tenantId, key, changes);
    return (await this.run(name, text, params)).rowCount ?? 0;
  }

  private async run(name: string, text: string, params: readonly unknown[]): Promise<QueryArrayResult> {
    this.mustBeOpen();
    inOneWrite(this.client);
    const answer = this.client.query(statement(name, text, params)).catch((error: unknown) => {
      // After a statement that failed, Postgres says to every other one only that the transaction is broken.
      const isAftermath = (error as { code?: string }).code === '25P02';
      throw (this.failed = isAftermath && this.failed ? this.failed : error);
    });
    this.last = answer;
    const result = await answer;
    await this.begun;
    return result;
  }

  /** Writes events, and one delivery for each of their readers. */
  async publish(events: readonly PublishedEvent[]): Promise<void> {
    if (events.length === 0) return;
    const happened = events.map(({ name, ids, anonymous }) => ({
      id: uuidv7(),
      name,
      ids,
      actor: anonymous ? null : (this.viewer?.memberId ?? null),
    }));
    const deliveries = happened.flatMap(({ id: eventId, name }) =>
      this.readers.of(name).map(({ reader, queue }) => ({ id: uuidv7(), eventId, reader, queue })),
    );
    await this.sql(
      'platform.publish',
      `with happened as (
         insert into domain_event (tenant_id, id, name, ids, actor_id, at)
         select $1, e.id, e.name, e.ids, e.actor, $2 from unnest($3::uuid[], $4::text[], $5::jsonb[], $6::uuid[]) as e (id, name, ids, actor)
       )
       insert into delivery (tenant_id, id, event_id, reader, queue, due_at)
       select $1, d.id, d.event_id, d.reader, d.queue, $2
       from unnest($7::uuid[], $8::uuid[], $9::text[], $10::text[]) as d (id, event_id, reader, queue)`,
      [
        this.tenantId,
        this.now,
        happened.map(({ id }) => id),
        happened.map(({ name }) => name),
        happened.map(({ ids }) => JSON.stringify(ids)),
        happened.map(({ actor }) => actor),
        deliveries.map(({ id }) => id),
        deliveries.map(({ eventId }) => eventId),
        deliveries.map(({ reader }) => reader),
        deliveries.map(({ queue }) => queue),
      ],
    );
    for (const { id, queue } of deliveries)
      this.due.push({
        table: 'delivery',
        tenantId: this.tenantId,
        id,
        queue,
        dueAt: this.now,
        attempt: 0,
      });
  }

  /** Sets a timer for `dueAt`. The same name and key again moves it, also after it was done or cancelled. */
  at(dueAt: Instant, timer: TimerSpec): Promise<void> {
    return this.atEach([{ ...timer, dueAt }]);
  }

  /** Sets many timers at once, each name and key once. */
  async atEach(timers: readonly (TimerSpec & { readonly dueAt: Instant })[]): Promise<void> {
    if (timers.length === 0) return;
    const rows = await this.sql(
      'platform.at',
      `insert into timer (tenant_id, id, name, key, ids, queue, due_at, promised_for)
       select $1, t.id, t.name, t.key, t.ids, t.queue, t.due_at, t.due_at
       from unnest($2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::text[], $7::timestamptz[]) as t (id, name, key, ids, queue, due_at)
       order by t.name, t.key
       on conflict (tenant_id, name, key) do update
         set due_at = excluded.due_at, promised_for = excluded.promised_for, ids = excluded.ids, state = 'DUE', attempts = 0,
             done_at = null, last_error = null
       returning id, queue, due_at, attempts`,
      [
        this.tenantId,
        timers.map(() => uuidv7()),
        timers.map(({ name }) => name),
        timers.map(({ key }) => key),
        timers.map(({ ids }) => JSON.stringify(ids)),
        timers.map(({ name }) => this.readers.queueOfTimer(name)),
        timers.map(({ dueAt }) => dueAt),
      ],
    );
    for (const { id, queue, due_at: dueAt, attempts: attempt } of rows)
      if (dueAt.getTime() <= this.now.getTime())
        this.due.push({ table: 'timer', tenantId: this.tenantId, id, queue, dueAt, attempt });
  }

  async cancelTimers(name: TimerName, keys: readonly string[]): Promise<void> {
    await this.cancel('cancel-timers', name, keys);
  }

  /** Only those that no worker holds; answers with their keys. */
  cancelIdleTimers(name: TimerName, keys: readonly string[]): Promise<string[]> {
    return this.cancel('cancel-idle-timers', name, keys);
  }

  /** Key by key through the index, also while the table has no statistics yet. */
  private async cancel(
    which: 'cancel-timers' | 'cancel-idle-timers',
    name: string,
    keys: readonly string[],
  ): Promise<string[]> {
    if (keys.length === 0) return [];
    const rows = await this.sql(
      `platform.${which}`,
      `update timer set state = 'CANCELLED', done_at = $4 where tenant_id = $1 and ctid = any (array(
         select t.ctid from unnest($3::text[]) as k cross join lateral (
           select ctid from timer where tenant_id = $1 and name = $2 and key = k and state = 'DUE' offset 0 for update ${which === 'cancel-idle-timers' ? 'skip locked' : ''}) t)) returning key`,
      [this.tenantId, name, [...keys].sort(), this.now],
    );
    return rows.map(({ key }) => key);
  }
}
