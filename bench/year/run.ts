import 'reflect-metadata';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { days, plus, type MemberId, type NoIds, type TenantId } from '@yoriai/domain/kernel';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { migrations } from '../../apps/api/migrations/index.js';
import { startApplication, type Application } from '../../apps/api/src/application.js';
import { notificationsStore } from '../../apps/api/src/notifications/notifications.store.js';
import { AuditTrail } from '../../apps/api/src/platform/audit/audit-trail.js';
import { readConfig } from '../../apps/api/src/platform/config.js';
import { startEmbeddedPostgres } from '@yoriai/embedded-postgres';
import { migrate } from '../../apps/api/src/platform/database/migrate.js';
import { shiftClock } from '../../apps/api/src/platform/dev/clock.js';
import { createLogger } from '../../apps/api/src/platform/logger.js';
import { Reads } from '../../apps/api/src/platform/outbox/reader.js';
import { dueStatement } from '../../apps/api/src/platform/queue/sweep.js';
import { PurgeHourly } from '../../apps/api/src/platform/retention/purge-hourly.js';
import type { TestApp } from '../../apps/api/src/platform/testing/start-app.js';
import { workshop } from '../../apps/api/src/platform/testing/workshop.js';
import { RunsTimer } from '../../apps/api/src/platform/timers/timer.js';

declare module '../../apps/api/src/platform/outbox/event.js' {
  interface KnownEvents {
    'bench.happened': { requestId: string; memberId: MemberId };
    'bench.unheard': { of: string };
  }
}
declare module '../../apps/api/src/platform/timers/timers.js' {
  interface Timers {
    'bench.later': NoIds;
  }
}

/**
 * A busy tenant: 500 members who do two things a day each, every day. That is ten times what a member's three minutes a month allow for. Each act is an
 * event that two readers hear, a key that is kept for a day, two notices, a mail, and something to be done later.
 */
const members = 500;
const actsADay = Number(process.env['BENCH_ACTS_A_DAY'] ?? 1_000);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 201);
const months = 12;
const daysOfMonth = 365 / months;
const looked = new Set([0, 3, 6, 9, 12]);
const tables = [
  'domain_event',
  'delivery',
  'timer',
  'notification',
  'mail_message',
  'idempotent_answer',
  'audit_entry',
];

@Reads({ reader: 'bench.first', events: ['bench.happened'], queue: 'normal' })
class First {
  async handle(): Promise<void> {}
}
@Reads({ reader: 'bench.second', events: ['bench.happened'], queue: 'normal' })
class Second {
  async handle(): Promise<void> {}
}
@RunsTimer({ timer: 'bench.later', queue: 'normal' })
class Later {
  async run(): Promise<void> {}
}

/** Milliseconds by the clock, and of processor time in Postgres: that hardly knows what else the machine does. */
interface Cost {
  readonly clock: number;
  readonly cpu: number;
}
type Figures = Readonly<Record<string, Cost>>;

/** Of a tenth of the times at least: what else the machine does comes and goes, what the work itself takes does not. */
const usual = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 10)]!;

class Year {
  private readonly worker;
  private readonly tenantId = uuidv7() as TenantId;
  private readonly people = Array.from({ length: members }, () => uuidv7() as MemberId);
  private act = 0;
  purged = { rows: 0, ms: 0 };

  constructor(
    private readonly application: Application,
    private readonly owner: pg.Client,
  ) {
    this.worker = workshop({ application } as unknown as TestApp, [new First(), new Second(), new Later()]);
  }

  async found(): Promise<void> {
    await this.owner.query(
      `insert into tenant (tenant_id, slug, name, time_zone, locale, created_at) values ($1, 'busy', '商店会', 'Asia/Tokyo', 'ja', app.now())`,
      [this.tenantId],
    );
    await this.owner.query(
      `insert into member (tenant_id, id, display_name, role, status, created_at)
       select $1, id, '山田 花子', 'MEMBER', 'ACTIVE', app.now() from unnest($2::uuid[]) as id`,
      [this.tenantId, this.people],
    );
  }

  /** A month of rows as they stand when everything in it has been done, in bulk; the trail is written by its own way, and so is the purge. */
  async month(purge: boolean): Promise<void> {
    await shiftClock(this.application.database, daysOfMonth * 86_400);
    const acts = Math.round(actsADay * daysOfMonth);
    await this.owner.query(
      `
      create temp table act as select uuidv7() as id, ($1::uuid[])[1 + n % ${members}] as member_id, uuidv7() as notice, n::text || ' of ' || app.now() as key,
        date_trunc('milliseconds', app.now() - n * interval '${daysOfMonth} days' / ${acts}) as at
      from generate_series(${acts}, 1, -1) n`.replace('$1', `'{${this.people.join(',')}}'`),
    );
    const each = (columns: string, values: string, more = '') =>
      this.owner.query(`insert into ${columns} select '${this.tenantId}', ${values} from act ${more}`);
    await each(
      `domain_event (tenant_id, id, name, ids, actor_id, at)`,
      `id, 'support.reply', jsonb_build_object('requestId', id, 'memberId', member_id), member_id, at`,
    );
    await each(
      `delivery (tenant_id, id, event_id, reader, queue, state, due_at, done_at)`,
      `uuidv7(), id, reader, 'normal', 'DONE', at, at`,
      `cross join unnest('{bench.first,bench.second}'::text[]) as reader`,
    );
    await each(
      `timer (tenant_id, id, name, key, ids, queue, state, due_at, promised_for, done_at)`,
      `uuidv7(), 'bench.later', key, '{}', 'normal', 'DONE', at, at, at`,
    );
    await each(
      `notification (tenant_id, id, member_id, kind, ids, once_key, batch_id, created_at, read_at)`,
      `case n when 1 then notice else uuidv7() end, member_id, 'support.reply', jsonb_build_object('requestId', id), key || n, id, at, at`,
      `cross join generate_series(1, 2) n`,
    );
    await each(
      `mail_message (tenant_id, id, member_id, notification_id, kind, ids, once_key, state, created_at, due_at, sent_at)`,
      `uuidv7(), member_id, notice, 'support.reply', jsonb_build_object('requestId', id), key, 'SENT', at, at, at`,
    );
    await each(
      `idempotent_answer (tenant_id, member_id, op, key, answer, created_at, fingerprint)`,
      `member_id, 'replyToSupportRequest', key, jsonb_build_object('value', id), at, 'lengthy fingerprint of what was asked for'`,
    );
    await this.owner.query('drop table act');
    await this.application.app.get(AuditTrail).write();
    if (purge) {
      const begun = performance.now();
      this.purged.rows += await this.application.app.get(PurgeHourly).once();
      this.purged.ms += performance.now() - begun;
    }
    // What autovacuum does in the course of a month.
    await this.owner.query(`vacuum analyze ${tables.join(', ')}`);
  }

  /** As a use case and its readers write: through the stores, one transaction for each. */
  private once(): Promise<void> {
    return this.worker.work.asSystem(this.tenantId, 'bench', async (tx) => {
      const n = String(this.act++);
      const [a, b] = [this.people[this.act % members]!, this.people[(this.act + 1) % members]!];
      await tx.sql(
        'bench.key',
        `insert into idempotent_answer (tenant_id, member_id, op, key, fingerprint, created_at) values ($1, $2, 'bench', $3, '', $4)`,
        [this.tenantId, a, `${n} ${tx.now.getTime()}`, tx.now],
      );
      const ids = { requestId: tx.newId(), memberId: a };
      const notice = {
        kind: 'support.reply',
        ids,
        once: `${n} ${tx.now.getTime()}`,
        batchId: tx.newId(),
      } as const;
      const told = await notificationsStore.add(tx, { ...notice, to: [a, b] });
      await notificationsStore.addMail(tx, {
        ...notice,
        memberId: a,
        notificationId: told.get(a)!,
        dueAt: tx.now,
        gather: null,
      });
      await tx.at(plus(tx.now, days(1)), { name: 'bench.later', key: `${n} ${tx.now.getTime()}`, ids: {} });
      await tx.publish([{ name: 'bench.happened', ids }]);
    });
  }

  async look(purge: boolean): Promise<Figures> {
    const { database, app } = this.application;
    const trail = app.get(AuditTrail);
    const act = await this.timed(rounds, () => this.once());
    const { rows: due } = await this.owner.query<{ id: string }>(
      `select id from delivery where state = 'DUE' order by due_at`,
    );
    const sweep = await this.timed(rounds, () => database.workers.query(dueStatement, [[]]));
    const deliver = await this.timed(due.length, (n) =>
      this.worker.dispatcher.run({ table: 'delivery', tenantId: this.tenantId, id: due[n]!.id }),
    );
    const keys = (
      await this.owner.query<{ key: string }>(
        `select key from timer where state = 'DUE' and name = 'bench.later'`,
      )
    ).rows.map(({ key }) => key);
    const cancel = await this.timed(keys.length, (n) =>
      this.worker.work.asSystem(this.tenantId, 'bench', (tx) => tx.cancelTimers('bench.later', [keys[n]!])),
    );
    await trail.write();
    const audit = await this.timed(5, async () => {
      const happened = Array.from({ length: 500 }, () => ({
        name: 'bench.unheard' as const,
        ids: { of: uuidv7() },
      }));
      await this.worker.work.asSystem(this.tenantId, 'bench', (tx) => tx.publish(happened));
    });
    // Several batches: a look at who is behind, and one round for each.
    const write = await this.timed(1, () => trail.write());
    const behind = await this.timed(rounds, () =>
      database.workers.query('select count(*) from app.behind_in_audit()'),
    );
    const bell = await this.timed(rounds, (n) =>
      this.worker.work.asSystem(this.tenantId, 'bench', (tx) =>
        notificationsStore.newest(tx, this.people[n % members]!, false, { first: 20, after: null }),
      ),
    );
    const hour: Figures = purge
      ? { 'an hour’s purge that finds nothing': await this.timed(9, () => app.get(PurgeHourly).once()) }
      : {};
    return {
      'an act, with all it leaves': act,
      'the sweep looks': sweep,
      'a delivery is taken and done': deliver,
      'a timer is cancelled': cancel,
      '500 events are published at once': audit,
      '2,500 events enter the trail': write,
      'is the trail behind': behind,
      'a page of the bell': bell,
      ...hour,
    };
  }

  private async timed(times: number, run: (n: number) => Promise<unknown>): Promise<Cost> {
    const clock: number[] = [];
    const before = await this.cpu();
    for (let n = 0; n < times; n++) {
      const begun = performance.now();
      await run(n);
      clock.push(performance.now() - begun);
    }
    const after = await this.cpu();
    let cpu = 0;
    for (const [pid, ms] of after) cpu += ms - (before.get(pid) ?? 0);
    return { clock: usual(clock), cpu: cpu / times };
  }

  /** What each connection has used so far, as Linux counts it; nothing elsewhere. */
  private async cpu(): Promise<Map<number, number>> {
    const { rows } = await this.owner.query<{ pid: number }>(
      `select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    const used = new Map<number, number>();
    for (const { pid } of rows)
      try {
        used.set(pid, Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6);
      } catch {
        // It has ended, or this is no Linux.
      }
    return used;
  }

  async sizes(): Promise<[table: string, rows: number, mb: number][]> {
    const found: [string, number, number][] = [];
    for (const table of tables) {
      const { rows } = await this.owner.query<{ n: number; mb: number }>(
        `select count(*)::int as n, pg_total_relation_size('${table}') / 1e6 as mb from ${table}`,
      );
      found.push([table, rows[0]!.n, Number(rows[0]!.mb)]);
    }
    return found;
  }
}

interface Lived {
  readonly figures: Figures[];
  readonly sizes: [string, number, number][];
  readonly purged: { rows: number; ms: number };
}

async function live(purge: boolean): Promise<Lived> {
  const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'yoriai-bench-'));
  const postgres = await startEmbeddedPostgres(dataDir, { forTests: true });
  try {
    await migrate(postgres.url, migrations);
    const config = readConfig({ PORT: '0', DEMO: '0', LOG_LEVEL: 'fatal', DATA_DIR: dataDir });
    const application = await startApplication(config, postgres.url, createLogger('fatal'), {
      workers: false,
    });
    const owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
    try {
      const year = new Year(application, owner);
      await year.found();
      // Twice: the first time nothing is warm.
      await year.look(purge);
      const figures: Figures[] = [];
      for (let month = 0; month <= months; month++) {
        const begun = performance.now();
        if (month > 0) await year.month(purge);
        if (looked.has(month)) figures.push(await year.look(purge));
        console.error(
          `${purge ? 'with' : 'without'} purge, month ${month}: ${((performance.now() - begun) / 1000).toFixed(0)} s`,
        );
      }
      return { figures, sizes: await year.sizes(), purged: year.purged };
    } finally {
      await owner.end();
      await application.close();
    }
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const lived = [await live(true), await live(false)] as const;
const at = [...looked];
const number = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });
console.log(
  `\nA year of ${number(actsADay * 365)} acts of ${members} members, each with an event, two deliveries, two notices, a mail, a key and a timer. In ms, by the clock what a tenth of ${rounds} stay below; ` +
    `× is against the beginning of the same year. node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`,
);
for (const [kind, title] of [
  ['cpu', 'processor time in Postgres'],
  ['clock', 'by the clock'],
] as const)
  for (const [i, how] of ['with the hourly purge', 'without'].entries()) {
    const { figures } = lived[i]!;
    console.log(
      `\n${`${title}, ${how}`.padEnd(50)}${at.map((month) => `month ${month}`.padStart(18)).join('')}`,
    );
    for (const name of Object.keys(figures[0]!)) {
      const cells = figures.map((one) =>
        `${one[name]![kind].toFixed(2)} (× ${(one[name]![kind] / figures[0]![name]![kind]).toFixed(2)})`.padStart(
          18,
        ),
      );
      console.log(`${name.padEnd(50)}${cells.join('')}`);
    }
  }
console.log(`\n${'rows and MB after the year'.padEnd(36)}${'with'.padStart(24)}${'without'.padStart(24)}`);
for (const [i, [table]] of lived[0].sizes.entries())
  console.log(
    `${table.padEnd(36)}${lived
      .map(({ sizes }) => `${number(sizes[i]![1])} / ${number(sizes[i]![2])} MB`.padStart(24))
      .join('')}`,
  );
const { rows, ms } = lived[0].purged;
console.log(
  `\nThe purge took ${number(rows)} rows away in ${number(ms / 1000)} s: ${number((ms / rows) * 500)} ms for 500`,
);
process.exit(0);
