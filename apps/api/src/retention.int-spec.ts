import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { days } from '@yoriai/domain/kernel';
import pg from 'pg';
import { brokenAt, readTrail } from './platform/audit/trail.factory.js';
import { AuthDb } from './platform/auth/auth-db.js';
import { createLogger } from './platform/logger.js';
import { PurgeHourly } from './platform/retention/purge-hourly.js';
import { purges, type Retention } from './platform/retention/retention.js';
import { asked, explain } from './platform/testing/explain.js';
import { startApp, type TestApp, type TestMember, type TestTenant } from './platform/testing/start-app.js';
import { until } from './platform/testing/server-process.js';
import { dueStatement } from './platform/queue/sweep.js';
import { retention } from './retention.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({});
});
afterAll(() => app?.stop());

const purge = (): Promise<number> => app.application.app.get(PurgeHourly).once();
const day = days(1) / 1_000;

/** Tables without a word on how long they are kept, and words on tables that are not there. */
async function unsaid(of: Retention): Promise<string[]> {
  const tables = await app.sql<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth', 'app') and c.relkind in ('r', 'p') and not c.relispartition`,
  );
  const there = new Set(tables.map(({ name }) => name));
  return [
    ...[...there].filter((name) => !(name in of)),
    ...Object.keys(of).filter((name) => !there.has(name)),
  ].sort();
}

describe('each table', () => {
  it('says how long it is kept', async () => {
    expect(await unsaid(retention)).toEqual([]);
  });

  it('that is new, or gone, and was not thought of here is found', async () => {
    await app.sql('create table auth.left_behind (id uuid primary key)');
    const { 'auth.session': _, ...less } = retention;
    expect(await unsaid({ ...less, 'public.not_there': { always: 'because' } })).toEqual([
      'auth.left_behind',
      'auth.session',
      'public.not_there',
    ]);
    await app.sql('drop table auth.left_behind');
  });

  it('finds what is over by an index that leads to it', async () => {
    const plans: Record<string, string> = {};
    const tenant = await app.tenant();
    const walks = (text: string, params: string) =>
      app.work.asSystem(tenant.id, 'test', async (tx) => {
        // A table of a few rows is read whole; forbidden to, the database shows which index would lead there.
        await tx.sql('', 'set local enable_seqscan = off');
        return JSON.stringify(
          await tx.sql(
            '',
            `explain (format json) ${text.replace(/\$\d/g, (n) => params.split('|')[Number(n[1]) - 1]!)}`,
          ),
        );
      });
    for (const { name, sql, of } of purges(retention)) {
      if (of === 'tenant') plans[name] = await walks(sql, `'${tenant.id}'|app.now()|500`);
      else {
        const client = await app.application.database.auth.connect();
        await client.query('begin; set local enable_seqscan = off');
        plans[name] = JSON.stringify(
          (await client.query(`explain (format json) ${sql.replace('$1', '500')}`)).rows,
        );
        await client.query('rollback');
        client.release();
      }
    }
    const terms = Object.entries(retention).flatMap(([table, { terms = [] }]) =>
      terms.map((term, i) => ({ ...term, name: `retention.${table}.${i}` })),
    );
    const wrong = terms.filter(({ name, since, sql }) => {
      const plan = plans[name]!;
      return (
        /"Seq Scan"/.test(plan) ||
        !(sql ? /Index/ : new RegExp(`"Index Cond":"[^"]*\\b${since} <`)).test(plan)
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
    expect(Object.keys(plans).length).toBeGreaterThan(15);
  });
});

describe('an hour later', () => {
  let here: TestMember;
  let there: TestMember;
  beforeEach(async () => {
    [here, there] = [await app.member(await app.tenant()), await app.member(await app.tenant())];
  });

  const count = async (table: string, tenantId: string, where = 'true'): Promise<number> =>
    (
      await app.sql<{ n: number }>(
        `select count(*)::int as n from ${table} where tenant_id = $1 and ${where}`,
        [tenantId],
      )
    )[0]!.n;
  const published = (who: TestMember, n = 1): Promise<void> =>
    app.work.inTenant(who, (tx) =>
      tx.publish(
        Array.from({ length: n }, (_, i) => ({
          name: 'test.happened' as const,
          ids: { n: String(i) },
        })),
      ),
    );
  /** As a reader's: the events of this spec have none of their own. */
  const delivered = (who: TestMember, state: string): Promise<unknown> =>
    app.sql(
      `insert into delivery (tenant_id, id, event_id, reader, queue, due_at, state, done_at)
       select tenant_id, gen_random_uuid(), id, 'test.reader', 'normal', app.now(), $2, case when $2 <> 'DUE' then app.now() end
       from domain_event where tenant_id = $1`,
      [who.tenantId, state],
    );
  const timers = (who: TestMember, state: string, n: number): Promise<unknown> =>
    app.sql(
      `insert into timer (tenant_id, id, name, key, ids, queue, state, due_at, promised_for, done_at)
       select $1, gen_random_uuid(), 'test.later', n::text, '{}', 'normal', $2, app.now() + interval '1000 days', app.now(),
              case when $2 <> 'DUE' then app.now() end
       from generate_series(1, $3::int) n`,
      [who.tenantId, state, n],
    );
  const written = async (...people: readonly TestMember[]): Promise<void> => {
    for (const { tenantId } of people)
      await until(async () => {
        await app.drain();
        return (await count('domain_event', tenantId)) === (await count('audit_entry', tenantId));
      });
  };

  it.each([
    ['delivery', 'DONE', 7],
    ['delivery', 'FAILED', 90],
    ['timer', 'DONE', 7],
    ['timer', 'CANCELLED', 7],
    ['timer', 'FAILED', 90],
  ])('a %s that is %s goes after %i days, and not before', async (table, state, after) => {
    if (table === 'timer') await timers(here, state, 3);
    else {
      await published(here, 3);
      await delivered(here, state);
    }
    await app.advance(after * day - 60);
    await purge();
    expect(await count(table, here.tenantId)).toBe(3);
    await app.advance(120);
    await purge();
    expect(await count(table, here.tenantId)).toBe(0);
  });

  it('what is still to be done is there, however late it is; and so is the event that a reader waits for', async () => {
    await published(here, 2);
    await delivered(here, 'DUE');
    await timers(here, 'DUE', 2);
    await written(here);
    await app.advance(700 * day);
    await purge();
    for (const table of ['delivery', 'timer', 'domain_event'])
      expect(await count(table, here.tenantId)).toBe(2);
    await app.sql(
      `update delivery set state = 'DONE', done_at = app.now() - interval '8 days' where tenant_id = $1`,
      [here.tenantId],
    );
    await purge();
    for (const table of ['delivery', 'domain_event']) expect(await count(table, here.tenantId)).toBe(0);
  });

  it('an event is there until it stands in the audit trail, then for a month', async () => {
    await published(here, 2);
    await app.advance(31 * day);
    await purge();
    expect(await count('domain_event', here.tenantId)).toBe(2);
    await written(here);
    await published(here);
    await purge();
    expect(await count('domain_event', here.tenantId)).toBe(1);
    expect(await count('audit_entry', here.tenantId)).toBe(2);
  });

  it('the audit trail can be checked from its first entry to its last, and goes on, when its oldest entries have gone', async () => {
    await published(here, 1_100);
    await written(here);
    await app.advance(4 * 365 * day);
    await published(here, 3);
    await written(here);
    await app.advance(365 * day);
    await purge();
    expect(await count('audit_entry', here.tenantId)).toBe(1_103);
    await app.advance(3 * day);
    await purge();
    const trail = await readTrail(app, here.tenantId);
    expect(trail.entries.map(({ seq }) => seq)).toEqual([1_101, 1_102, 1_103]);
    expect(trail.chain).toMatchObject({ seq: 1_103, goneSeq: 1_100 });
    expect(brokenAt(trail)).toBeNull();
    expect(brokenAt({ ...trail, entries: trail.entries.slice(1) })).not.toBeNull();
    await published(here);
    await until(async () => (await app.drain(), (await count('audit_entry', here.tenantId)) === 4));
    expect(brokenAt(await readTrail(app, here.tenantId))).toBeNull();
    // All of it is over: the chain still knows where it goes on.
    await app.advance(6 * 365 * day);
    await purge();
    expect(await count('audit_entry', here.tenantId)).toBe(0);
    await published(here);
    await until(async () => (await app.drain(), (await count('audit_entry', here.tenantId)) === 1));
    const anew = await readTrail(app, here.tenantId);
    expect(anew.entries[0]!.seq).toBe(1_105);
    expect(brokenAt(anew)).toBeNull();
  });

  it('a mail that still waits is there with its notice; one that went, or whose timer is gone, is not', async () => {
    const notice = (who: TestMember, state: string) =>
      app.sql(
        `with told as (
           insert into notification (tenant_id, id, member_id, kind, ids, once_key, batch_id, created_at)
           values ($1, gen_random_uuid(), $2, 'group.joined', '{}', 'k', gen_random_uuid(), app.now()) returning id)
         insert into mail_message (tenant_id, id, member_id, notification_id, kind, ids, once_key, created_at, due_at, state)
         select $1, gen_random_uuid(), $2, id, 'group.joined', '{}', 'k', app.now(), app.now(), $3 from told`,
        [who.tenantId, who.memberId, state],
      );
    await notice(here, 'QUEUED');
    await app.sql(
      `insert into timer (tenant_id, id, name, key, ids, queue, due_at, promised_for)
       select tenant_id, gen_random_uuid(), 'notifications.mail', id, '{}', 'normal', app.now() + interval '1000 days', app.now()
       from mail_message where tenant_id = $1`,
      [here.tenantId],
    );
    await notice(there, 'SENT');
    const given = await app.member(await app.tenant());
    await notice(given, 'QUEUED');
    await app.advance(90 * day - 60);
    await purge();
    for (const { tenantId } of [here, there, given]) expect(await count('notification', tenantId)).toBe(1);
    await app.advance(120);
    await purge();
    for (const table of ['mail_message', 'notification']) {
      expect(await count(table, here.tenantId)).toBe(1);
      expect(await count(table, there.tenantId)).toBe(0);
      expect(await count(table, given.tenantId)).toBe(0);
    }
  });

  it('nothing of one organisation has gone with another’s', async () => {
    for (const who of [here, there]) {
      await published(who, 3);
      await delivered(who, 'DONE');
      await timers(who, 'DONE', 3);
      await app.sql(
        `insert into idempotent_answer (tenant_id, member_id, op, key, fingerprint, created_at) values ($1, $2, 'op', 'k', '', app.now())`,
        [who.tenantId, who.memberId],
      );
    }
    await written(here, there);
    await app.advance(6 * 365 * day);
    const tables = ['delivery', 'timer', 'domain_event', 'audit_entry', 'idempotent_answer'];
    const all = async (who: TestMember) => Promise.all(tables.map((table) => count(table, who.tenantId)));
    for (const { name, sql, of } of purges(retention))
      if (of === 'tenant')
        await app.work.asSystem(here.tenantId, 'test', (tx) =>
          tx.sql(name, sql, [here.tenantId, tx.now, 500]),
        );
    expect(await all(here)).toEqual([0, 0, 0, 0, 0]);
    expect(await all(there)).toEqual([3, 3, 3, 3, 1]);
    // Not even a statement that named another organisation would reach it, also where the sweep sees all of them.
    for (const table of tables)
      await app.work.asSystem(here.tenantId, 'test', (tx) =>
        tx.sql('', `delete from ${table} where tenant_id = '${there.tenantId}'`),
      );
    expect(await all(there)).toEqual([3, 3, 3, 3, 1]);
  });

  it('three at once have taken each row away once, however many there were', async () => {
    await purge();
    await timers(here, 'DONE', 1_700);
    await app.advance(8 * day);
    const gone = await Promise.all([purge(), purge(), purge()]);
    expect(gone.reduce((a, b) => a + b)).toBe(1_700);
    expect(await count('timer', here.tenantId)).toBe(0);
  });

  it('what another transaction holds is passed over without waiting', async () => {
    await timers(here, 'DONE', 5);
    await app.advance(8 * day);
    const client = new pg.Client({ connectionString: app.application.database.ownerUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(`select from timer where tenant_id = $1 and key = '2' for update`, [here.tenantId]);
      await purge();
    } finally {
      await client.end();
    }
    expect(await app.sql(`select key from timer where tenant_id = $1`, [here.tenantId])).toEqual([
      { key: '2' },
    ]);
  });

  it('one that cannot be done has kept nothing else', async () => {
    const broken: Retention = {
      'public.delivery': {
        terms: [{ ...retention['public.delivery']!.terms![0]!, when: '1 / 0 = (x.attempts + 1)' }],
      },
      'public.timer': retention['public.timer']!,
    };
    await published(here);
    await delivered(here, 'DONE');
    await timers(here, 'DONE', 2);
    await app.advance(8 * day);
    const { application } = app;
    await new PurgeHourly(application.app.get(AuthDb), app.work, broken, createLogger('silent')).once();
    expect(await count('timer', here.tenantId)).toBe(0);
    expect(await count('delivery', here.tenantId)).toBe(1);
  });
});

it('an hourly purge and the sweep look into an index, however much is there and whether or not the database has counted it', async () => {
  const [a, b]: TestTenant[] = [await app.tenant(), await app.tenant()];
  await app.sql('alter table timer set (autovacuum_enabled = off)');
  for (const [tenant, state] of [
    [a!, 'DUE'],
    [b!, 'DONE'],
  ] as const)
    await app.sql(
      `insert into timer (tenant_id, id, name, key, ids, queue, state, due_at, promised_for, done_at)
       select $1, gen_random_uuid(), 'test.later', n::text, '{}', 'normal', $2, app.now() + interval '1 day', app.now(), case when $2 = 'DONE' then app.now() end
       from generate_series(1, 8000) n`,
      [tenant.id, state],
    );
  const scans = async (): Promise<string[]> => {
    const found: string[] = [];
    await app.work.asSystem(a!.id, 'test', async (tx) => {
      for (const keys of [['1'], Array.from({ length: 300 }, (_, n) => String(n))]) {
        const [cancel] = await asked(tx, (listening) => listening.cancelTimers('test.later', keys));
        found.push(...(await explain(tx, cancel!)).scans);
      }
      for (const { name, sql, of } of purges(retention))
        if (of === 'tenant' && name.startsWith('retention.public.timer')) {
          const params = [a!.id, tx.now, 500];
          await tx.sql(name, sql, params);
          found.push(...(await explain(tx, { name, text: sql, params })).scans);
        }
    });
    return found;
  };
  const sweep = async (): Promise<string> =>
    JSON.stringify(await app.application.database.workers.query(`explain ${dueStatement}`, [[]]));
  for (const counted of [false, true]) {
    if (counted) await app.sql('analyze timer, delivery');
    const found = await scans();
    expect(found.filter((scan) => scan.startsWith('Seq Scan'))).toEqual([]);
    expect(found.filter((scan) => /timer_tenant_id_name_key_key/.test(scan))).toHaveLength(2);
    expect(await sweep()).toMatch(/timer_due/);
    expect(await sweep()).not.toMatch(/Seq Scan on timer/);
  }
});

it('an hour’s purge that finds nothing reads none of the tables that keep much', async () => {
  const tenant = await app.tenant();
  const { memberId } = await app.member(tenant);
  const many = 'from generate_series(1, 8000) n';
  const much = {
    domain_event: `id, name, ids, at) select $1, gen_random_uuid(), 'test.said', '{}', app.now() ${many}`,
    delivery: `id, event_id, reader, queue, state, due_at, done_at)
      select $1, gen_random_uuid(), id, 'test.reader', 'normal', 'DONE', at, at from domain_event where tenant_id = $1`,
    timer: `id, name, key, ids, queue, state, due_at, promised_for, done_at)
      select $1, gen_random_uuid(), 'test.later', n::text, '{}', 'normal', 'DONE', app.now(), app.now(), app.now() ${many}`,
    notification: `id, member_id, kind, ids, once_key, batch_id, created_at)
      select $1, gen_random_uuid(), '${memberId}', 'support.reply', '{}', n::text, gen_random_uuid(), app.now() ${many}`,
    mail_message: `id, member_id, notification_id, kind, ids, once_key, state, created_at, due_at, sent_at)
      select $1, gen_random_uuid(), member_id, id, kind, '{}', once_key, 'SENT', created_at, created_at, created_at from notification where tenant_id = $1`,
    idempotent_answer: `member_id, op, key, fingerprint, answer, created_at) select $1, '${memberId}', 'test', n::text, '', '{}', app.now() ${many}`,
    audit_entry: `seq, event_id, name, ids, at, hash)
      select $1, row_number() over (), id, name, ids, at, '' from domain_event where tenant_id = $1`,
  };
  for (const [table, rows] of Object.entries(much)) {
    await app.sql(`insert into ${table} (tenant_id, ${rows}`, [tenant.id]);
    await app.sql(`analyze ${table}`);
  }
  const found = await app.work.asSystem(tenant.id, 'test', async (tx) => {
    const scans: string[] = [];
    for (const { name, sql, of } of purges(retention)) {
      if (of !== 'tenant') continue;
      const params = [tenant.id, tx.now, 500];
      expect(await tx.sql(name, sql, params)).toEqual([]);
      scans.push(...(await explain(tx, { name, text: sql, params })).scans.map((scan) => `${name}: ${scan}`));
    }
    return scans;
  });
  expect(found.length).toBeGreaterThan(Object.keys(much).length);
  const whole = new RegExp(`Seq Scan of (${Object.keys(much).join('|')})$`);
  expect(found.filter((scan) => whole.test(scan))).toEqual([]);
});
