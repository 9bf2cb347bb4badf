import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { tablesWithoutPolicy } from '../boot/boot-checks.js';
import { startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const housekeeping = `('migrations', 'typeorm_metadata')`;
/** SECURITY DEFINER functions, each reviewed: owned by app_gate, search_path fixed, tenant named in the text. */
const listedDefiners = [
  'app.addresses',
  'app.behind_in_audit',
  'app.index_join_link',
  'app.index_member',
  'app.index_tenant',
  'app.my_audiences',
  'app.my_groups',
  'app.proven',
];

async function tenantTables(): Promise<string[]> {
  const rows = await app.sql<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ${housekeeping} order by 1`,
  );
  return rows.map((row) => row.name);
}

describe('every table of a tenant', () => {
  it('is guarded by row-level security, even against its owner', async () => {
    expect(await tenantTables()).toContain('domain_event');
    expect(await app.sql(tablesWithoutPolicy)).toEqual([]);
  });

  it('has the tenant first in its primary key, in each unique index and in each foreign key', async () => {
    const indexes = await app.sql(
      `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_namespace n on n.oid = c.relnamespace
       left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where n.nspname = 'public' and c.relname not in ${housekeeping} and i.indisunique and a.attname is distinct from 'tenant_id'`,
    );
    const keys = await app.sql(
      `select k.conname as name from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
       where n.nspname = 'public' and k.contype = 'f' and a.attname <> 'tenant_id'`,
    );
    const without = await app.sql(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname not in ${housekeeping}
         and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
    );
    expect({ indexes, keys, without }).toEqual({ indexes: [], keys: [], without: [] });
  });

  it('names the tenant in every policy, for reading and for writing', async () => {
    const policies = await app.sql<{
      table: string;
      name: string;
      roles: string;
      using: string | null;
      check: string | null;
    }>(
      `select tablename as table, policyname as name, roles::text, qual as using, with_check as check from pg_policies where schemaname = 'public'`,
    );
    const mine = /tenant_id = \( ?SELECT app\.tenant_id\(\)/;
    const loose = policies.filter(({ table, name, roles, using, check }) => {
      if (roles === '{app_gate}') return !(using === 'true' && check === null);
      // The sweep looks over all tenants for what is due: rows of ids and times.
      const sweeps = name === 'worker' && ['delivery', 'timer'].includes(table) && using === 'true';
      return (using !== null && !sweeps && !mine.test(using)) || (check !== null && !mine.test(check));
    });
    expect(loose).toEqual([]);
    expect(policies.length).toBeGreaterThan(30);
  });

  it('says of every column whether it is personal', async () => {
    const silent = await app.sql(
      `select n.nspname || '.' || c.relname || '.' || a.attname as column from pg_attribute a
       join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and c.relname not in ${housekeeping}
         and a.attnum > 0 and not a.attisdropped
         and coalesce(col_description(c.oid, a.attnum), '') !~ '^personal: (key|text|none)$'`,
    );
    expect(silent).toEqual([]);
  });

  it('keeps moments to the millisecond, so that a cursor loses none', async () => {
    const fine = await app.sql(
      `select table_schema || '.' || table_name || '.' || column_name as column from information_schema.columns
       where table_schema in ('public', 'auth') and table_name not in ${housekeeping}
         and data_type like 'timestamp%' and (datetime_precision <> 3 or data_type not like '%with time zone')`,
    );
    expect(fine).toEqual([]);
  });
});

describe('roles and functions', () => {
  it('give no role at run time more than rows', async () => {
    expect(
      await app.sql(
        `select rolname from pg_roles where rolname in ('app_rt', 'worker_rt', 'auth_rt', 'app_gate', 'app_owner')
           and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
      ),
    ).toEqual([]);
    expect(
      await app.sql(
        `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner
         where r.rolname in ('app_rt', 'worker_rt', 'auth_rt', 'app_gate')`,
      ),
    ).toEqual([]);
  });

  it('let a definer function be only one that is on the list', async () => {
    const definers = await app.sql<{ name: string; owner: string; config: string[] | null }>(
      `select n.nspname || '.' || p.proname as name, r.rolname as owner, p.proconfig as config from pg_proc p
       join pg_namespace n on n.oid = p.pronamespace join pg_roles r on r.oid = p.proowner
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    expect(definers.map((one) => one.name)).toEqual(listedDefiners);
    expect(
      definers.every(
        (one) => one.owner === 'app_gate' && one.config?.some((c) => c.startsWith('search_path=')),
      ),
    ).toBe(true);
  });

  it('leave no view that reads as its owner', async () => {
    expect(
      await app.sql(
        `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('v', 'm') and n.nspname in ('public', 'app', 'auth')
           and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
      ),
    ).toEqual([]);
  });
});

describe('a connection without its tenant, or with another', () => {
  it('sees and changes nothing, table by table', async () => {
    const [a, b] = [await app.tenant(), await app.tenant()];
    const [ann, ben] = [await app.member(a), await app.member(b)];
    await app.group(a, [ann]);
    await app.group(b, [ben]);
    const client = new pg.Client({ connectionString: app.roleUrl('app_rt') });
    await client.connect();
    const seen: string[] = [];
    let visible = 0;
    try {
      for (const table of await tenantTables()) {
        const rights = await client.query<{ can: boolean }>(
          `select has_table_privilege('public."${table}"', 'select') as can`,
        );
        if (!rights.rows[0]?.can) continue;
        for (const context of ['', 'garbage', a.id, b.id]) {
          await client.query('begin');
          await client.query(
            `select set_config('app.tenant_id', $1, true), set_config('app.member_id', $2, true)`,
            [context === 'garbage' ? '' : context, context === a.id ? ann.memberId : ''],
          );
          const { rows } = await client.query<{ tenant_id: string }>(
            `select tenant_id from public."${table}"`,
          );
          const foreign = rows.filter((row) => row.tenant_id !== context);
          if (foreign.length > 0) seen.push(`${table} under ${context || 'no'} context`);
          if (context === a.id) visible += rows.length;
          // Moving a row to another tenant, or writing one there, is refused or touches nothing.
          if (context === a.id) {
            const moved = await client
              .query(`update public."${table}" set tenant_id = $1`, [b.id])
              .then((result) => result.rowCount ?? 0)
              .catch(() => 0);
            if (moved > 0) seen.push(`${table} could be moved`);
          }
          await client.query('rollback');
        }
        await client.query('begin');
        await client.query(
          `select set_config('app.tenant_id', $1, true), set_config('app.role', 'ADMIN', true)`,
          [a.id],
        );
        const deleted = await client
          .query(`delete from public."${table}" where tenant_id = $1`, [b.id])
          .then((result) => result.rowCount ?? 0)
          .catch(() => 0);
        if (deleted > 0) seen.push(`${table} could be deleted from`);
        await client.query('rollback');
      }
    } finally {
      await client.end();
    }
    expect(seen).toEqual([]);
    expect(visible).toBeGreaterThan(3);
  });

  it('keeps five tenants apart who share few connections, while acts fail at random', async () => {
    const people = await Promise.all(
      Array.from({ length: 5 }, async () => app.member(await app.tenant(), { name: 'かなりや' })),
    );
    const wrong: string[] = [];
    await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const who = people[i % people.length]!;
        await app.work
          .inTenant(who, async (tx) => {
            const rows = await tx.sql<{ tenant_id: string }>('test.members', `select tenant_id from member`);
            if (rows.length !== 1 || rows[0]?.tenant_id !== who.tenantId) wrong.push(who.tenantId);
            if (i % 7 === 0) throw new Error('a passing fault');
            if (i % 11 === 0) await tx.sql(`test.broken-${i}`, 'select 1 / 0');
          })
          .catch(() => undefined);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('does not let one transaction begin inside another', async () => {
    const who = await app.member(await app.tenant());
    await expect(app.work.inTenant(who, () => app.work.inTenant(who, async () => 1))).rejects.toThrow(
      'inside another',
    );
  });

  it('notices it also when others have begun and ended meanwhile', async () => {
    const who = await app.member(await app.tenant());
    const nested = () => app.work.inTenant(who, async () => 1);
    for (let time = 0; time < 2; time++) {
      const long = app.work.inTenant(who, async (tx) => {
        await tx.sql('test.slow', 'select pg_sleep(0.05)');
        return nested();
      });
      await Promise.all([expect(long).rejects.toThrow('inside another'), nested()]);
      await expect(nested()).resolves.toBe(1);
    }
  });
});
