import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../testing/server-process.js';
import { startApp, type TestApp, type TestMember, type TestTenant } from '../testing/start-app.js';
import { asked, explain } from '../testing/explain.js';
import { AuditTrail } from './audit-trail.js';
import { brokenAt, readTrail, type Trail } from './trail.factory.js';

let app: TestApp;
let tenant: TestTenant;
let member: TestMember;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  tenant = await app.tenant();
  member = await app.member(tenant);
});
afterAll(() => app?.stop());

const happened = (n: number, extra: { anonymous?: true } = {}) =>
  ({ name: 'test.happened', ids: { n: String(n) }, ...extra }) as const;
const publish = (...ns: number[]): Promise<void> =>
  app.work.inTenant(member, (tx) => tx.publish(ns.map((n) => happened(n))));
const trail = (): AuditTrail => app.application.app.get(AuditTrail);
const kept = (of: TestTenant = tenant): Promise<Trail> => readTrail(app, of.id);
const order = async (): Promise<string[]> => (await kept()).entries.map(({ ids }) => ids['n'] ?? '');
/** A transaction of another database of the cluster holds the trail up while it runs. */
const untilWritten = (count: number): Promise<void> =>
  until(async () => {
    await trail().write();
    return (await kept()).entries.length >= count;
  });

/** A transaction that has published and is not committed yet. */
async function open(n: number): Promise<() => Promise<void>> {
  let [commit, begun]: (() => void)[] = [];
  const held = new Promise<void>((resolve) => (commit = resolve));
  const started = new Promise<void>((resolve) => (begun = resolve));
  const done = app.work.inTenant(member, async (tx) => {
    await tx.publish([happened(n)]);
    begun!();
    await held;
  });
  await started;
  return () => {
    commit!();
    return done;
  };
}

it('holds one entry for each event in one chain, and no actor for events without one', async () => {
  for (let n = 0; n < 3; n++)
    await app.work.inTenant(member, (tx) => tx.publish([happened(n), happened(n, { anonymous: true })]));
  await untilWritten(6);
  await publish(3, 4, 5);
  await untilWritten(9);
  const { entries } = await kept();
  expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(await order()).toEqual(['0', '0', '1', '1', '2', '2', '3', '4', '5']);
  expect(entries.filter(({ actorId }) => actorId === member.memberId)).toHaveLength(6);
  expect(brokenAt(await kept())).toBeNull();
});

it('shows an entry that was changed, one that was taken out, and one that was taken off the end', async () => {
  await publish(1, 2, 3);
  await untilWritten(3);
  const { chain, entries } = await kept();
  const [first, second, third] = [entries[0]!, entries[1]!, entries[2]!];
  expect(brokenAt({ chain, entries: [first, { ...second, name: 'test.other' }, third] })).toBe(2);
  expect(brokenAt({ chain, entries: [first, third] })).toBe(3);
  expect(brokenAt({ chain, entries: [first, second] })).toBe(3);
  expect(brokenAt({ chain, entries: [second, third] })).toBe(2);
});

it('takes up more than fits into one batch, and costs no delivery', async () => {
  await publish(...Array.from({ length: 1_201 }, (_, n) => n));
  await untilWritten(1_201);
  expect(await order()).toEqual(Array.from({ length: 1_201 }, (_, n) => String(n)));
  expect(brokenAt(await kept())).toBeNull();
  expect(await app.sql(`select id from delivery where tenant_id = $1`, [tenant.id])).toEqual([]);
});

describe('an act that began first and is committed last', () => {
  it('is not passed over: what came after it waits', async () => {
    await publish(0);
    await untilWritten(1);
    const commitFirst = await open(1);
    const commitSecond = await open(2);
    await commitSecond();
    await trail().write();
    expect(await order()).toEqual(['0']);
    const commitThird = await open(3);
    await commitFirst();
    await until(async () => {
      await trail().write();
      return (await order()).length === 3;
    });
    expect(await order()).toEqual(['0', '1', '2']);
    await commitThird();
    await untilWritten(4);
    expect(await order()).toEqual(['0', '1', '2', '3']);
    expect(brokenAt(await kept())).toBeNull();
  });

  it('and is given up instead leaves no gap', async () => {
    const giveUp = app.work.inTenant(member, async (tx) => {
      await tx.publish([happened(1)]);
      throw new Error('given up');
    });
    await expect(giveUp).rejects.toThrow('given up');
    await publish(2);
    await untilWritten(1);
    expect((await kept()).entries.map(({ seq, ids }) => [seq, ids['n']])).toEqual([[1, '2']]);
  });
});

it('is written once though many processes write at the same moment', async () => {
  for (let n = 0; n < 20; n++) await publish(n);
  await until(async () => {
    await Promise.all(Array.from({ length: 8 }, () => trail().write()));
    return (await kept()).entries.length >= 20;
  });
  expect(await order()).toEqual(Array.from({ length: 20 }, (_, n) => String(n)));
  expect(brokenAt(await kept())).toBeNull();
});

it('of one organisation says nothing of another', async () => {
  const other = await app.tenant();
  const stranger = await app.member(other);
  await publish(1);
  await app.work.inTenant(stranger, (tx) => tx.publish([happened(2)]));
  await untilWritten(1);
  await until(async () => (await kept(other)).entries.length === 1 || (await trail().write(), false));
  expect(await order()).toEqual(['1']);
  expect((await kept(other)).entries.map(({ ids }) => ids['n'])).toEqual(['2']);
  const office = await app.member(tenant, { role: 'ADMIN' });
  const seen = (table: string) =>
    app.work.inTenant(office, (tx) =>
      tx.sql<{ tenant_id: string }>(`test.${table}`, `select distinct tenant_id from ${table}`),
    );
  expect(await seen('audit_entry')).toEqual([{ tenant_id: tenant.id }]);
  expect(await seen('audit_chain')).toEqual([{ tenant_id: tenant.id }]);
});

it('goes on in a cluster that counts its transactions from a smaller number, as after a backup was restored', async () => {
  await publish(1, 2);
  await untilWritten(2);
  await publish(3);
  await app.sql(
    `update domain_event set written_by = (written_by::text::bigint + 1000000)::text::xid8 where tenant_id = $1`,
    [tenant.id],
  );
  await app.sql(
    `update audit_chain set written_by = (written_by::text::bigint + 1000000)::text::xid8 where tenant_id = $1`,
    [tenant.id],
  );
  await publish(4);
  await untilWritten(4);
  expect(await order()).toEqual(['1', '2', '3', '4']);
  await publish(5);
  await untilWritten(5);
  expect(brokenAt(await kept())).toBeNull();
});

it('finds what it has not read by an index, however much it has', async () => {
  await app.sql(
    `insert into domain_event (tenant_id, id, name, ids, at)
     select $1, gen_random_uuid(), 'test.old', '{}', app.now() from generate_series(1, 20000)`,
    [tenant.id],
  );
  await app.sql('analyze domain_event');
  await untilWritten(20_000);
  await publish(1);
  const scans = await app.work.asSystem(tenant.id, 'test', async (tx) => {
    const statements = await asked(tx, (listening) => trail().writeBatch(listening));
    const plans = [];
    for (const one of statements.filter(({ name }) => ['audit.take', 'audit.unread'].includes(name)))
      plans.push(await explain(tx, one));
    return plans.flatMap((plan) => plan.scans);
  });
  const onEvents = scans.filter((scan) => scan.includes('domain_event'));
  expect(onEvents).toHaveLength(2);
  expect(
    onEvents.every((scan) =>
      /^Index (Only )?Scan( Backward)? of domain_event by domain_event_in_order$/.test(scan),
    ),
  ).toBe(true);
  const [looked] = (await app.application.database.workers.query(
    'explain (analyze, buffers, format json) select app.behind_in_audit()',
  )) as { 'QUERY PLAN': [{ Plan: Record<string, number> }] }[];
  const { Plan: plan } = looked!['QUERY PLAN'][0];
  // Some four hundred pages lie in the table.
  expect(plan['Shared Hit Blocks']! + plan['Shared Read Blocks']!).toBeLessThan(200);
});
