import { AsyncLocalStorage } from 'node:async_hooks';
import { isUuid, type Instant, type TenantId } from '@yoriai/domain/kernel';
import { Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Acting } from '../auth/viewer.js';
import { Database, inOneWrite } from '../database/database.js';
import { ReaderCatalogue } from '../outbox/reader-catalogue.js';
import { Alarm } from '../queue/alarm.js';
import { systemTenant } from './system-tenant.js';
import { TenantTx } from './tenant-tx.js';

interface Scope {
  readonly tenantId: TenantId;
  readonly acting: Acting | null;
  readonly readOnly: boolean;
  /** Null: the database's. */
  readonly now?: Instant | null;
}

const setting = (name: string, place: number): string => `set_config('app.${name}', $${place}, true)`;
const settings = ['tenant_id', 'member_id', 'role', 'unproven'].map((name, i) => setting(name, i + 1));
const whoActs = { name: 'work.who-acts', text: `select ${settings.join(', ')}` };
const whoActsAndWhen = { name: 'work.begin', text: `${whoActs.text}, app.now() as now` };

/** A read-only transaction that stays open while one operation is answered. */
export interface Reading {
  readonly tx: TenantTx;
  close(): Promise<void>;
}

/**
 * Who asks from inside of a transaction. While node follows that through promises, each promise of the process takes three times as long; so it
 * does while something is being written, and no longer.
 */
class Inside {
  private readonly storage = new AsyncLocalStorage<true>();
  private running = 0;

  isInside(): boolean {
    return this.storage.getStore() === true;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    this.running += 1;
    try {
      return await this.storage.run(true, work);
    } finally {
      if (--this.running === 0) this.storage.disable();
    }
  }
}

/** The one way into a tenant's data. It alone begins transactions, and it never lets one begin inside another. */
@Injectable()
export class Work {
  private readonly inside = new Inside();

  constructor(
    private readonly database: Database,
    private readonly readers: ReaderCatalogue,
    private readonly alarm: Alarm,
  ) {}

  /** A member acts: role app_rt, row-level security as that member. */
  inTenant<T>(acting: Acting, run: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.write(this.database.members, { tenantId: acting.tenantId, acting, readOnly: false }, run);
  }

  /** A reader, a timer or a registration acts: role worker_rt, the whole of one tenant. */
  asSystem<T>(tenantId: TenantId, _reader: string, run: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.write(this.database.workers, { tenantId, acting: null, readOnly: false }, run);
  }

  /**
   * Opens the transaction that all loaders of an operation share. The caller closes it. Where the moment is known already, the first
   * question leaves together with the beginning.
   */
  async reading(acting: Acting, now: Instant | null = null): Promise<Reading> {
    const { tx, runner, client } = await this.begin(this.database.members, {
      tenantId: acting.tenantId,
      acting,
      readOnly: true,
      now,
    });
    // Nothing to keep; and a COMMIT after a statement that failed would fail too, and take the whole answer with it.
    return { tx, close: () => this.end(runner, client, 'rollback', tx) };
  }

  private async write<T>(source: DataSource, scope: Scope, run: (tx: TenantTx) => Promise<T>): Promise<T> {
    if (this.inside.isInside()) throw new Error('A transaction was begun inside another one');
    const { tx, runner, client } = await this.begin(source, scope);
    let result: T;
    try {
      result = await this.inside.run(() => run(tx));
    } catch (error) {
      await this.end(runner, client, 'rollback', tx).catch(() => undefined);
      throw error;
    }
    await this.end(runner, client, 'commit', tx);
    this.alarm.wake(tx.due);
    return result;
  }

  private async begin(source: DataSource, scope: Scope) {
    const [tenantId, memberId, role] = [
      scope.tenantId,
      scope.acting?.memberId ?? '',
      scope.acting?.role ?? '',
    ];
    if (!isUuid(tenantId) || (memberId !== '' && !isUuid(memberId)) || !/^[A-Z]*$/.test(role))
      throw new Error('A transaction needs a tenant and a member');
    if (scope.acting && tenantId === systemTenant)
      throw new Error('No member acts in the tenant of the system');
    const runner = source.createQueryRunner();
    const client = (await runner.connect()) as PoolClient;
    try {
      inOneWrite(client);
      const { name, text } = scope.now ? whoActs : whoActsAndWhen;
      const begun = Promise.all([
        client.query(`begin${scope.readOnly ? ' read only' : ''}`),
        client.query<{ now?: Date }>({
          name,
          text,
          values: [tenantId, memberId, role, scope.acting?.unproven ? 'yes' : ''],
        }),
      ]);
      // The first question tells who waits for it.
      begun.catch(() => undefined);
      const now = scope.now ?? (await begun)[1].rows[0]?.now ?? new Date(NaN);
      return {
        tx: new TenantTx(scope.tenantId, scope.acting, now, client, this.readers, begun),
        runner,
        client,
      };
    } catch (error) {
      await this.end(runner, client, 'rollback').catch(() => undefined);
      throw error;
    }
  }

  /** Ends the transaction before the connection goes back; a connection that cannot end it is thrown away. */
  private async end(
    runner: QueryRunner,
    client: PoolClient,
    how: 'commit' | 'rollback',
    tx?: TenantTx,
  ): Promise<void> {
    await tx?.end();
    try {
      const answer = await client.query(how);
      // COMMIT of a transaction that an error has aborted answers ROLLBACK instead of failing.
      if (how === 'commit' && answer.command !== 'COMMIT')
        throw new Error('The transaction could not be committed');
      await runner.release();
    } catch (error) {
      await runner.release().catch(() => undefined);
      throw error;
    }
  }
}
