import type { QueryRunner } from 'typeorm';

/** What a column says about a person: a key that points at one, text they wrote or that describes them, or nothing. */
export type Personal = 'key' | 'text' | 'none';

export interface TenantTable {
  readonly name: string;
  /** Column definitions after `tenant_id uuid not null`, one per line, without keys. */
  readonly columns: string;
  /** Columns of the primary key after tenant_id. */
  readonly key: readonly string[];
  /** Unique constraints and foreign keys; each must begin with tenant_id. `check (…)` is welcome. */
  readonly constraints?: readonly string[];
  /** Columns that are personal; the others are declared `none`. */
  readonly personal?: Readonly<Record<string, Exclude<Personal, 'none'>>>;
  /**
   * Which rows a member may see, beyond being of the tenant: `tenant` all, `group` those of groups that are mine (admins: all),
   * `content` those whose audience I am in, `own` those whose member_id is me, `system` none (members may only add),
   * or an SQL condition.
   */
  readonly see: 'tenant' | 'group' | 'content' | 'own' | 'system' | { readonly sql: string };
  /** Which rows a member may write; as `see` unless said. `tenant`: any row of the tenant. */
  readonly write?: 'tenant' | 'none' | { readonly sql: string };
  /** Rows may be deleted (rarely: most things end by a state). */
  readonly deletable?: boolean;
  /** The worker looks over all tenants for what is due: only tables that hold ids and times. */
  readonly workerSeesAllTenants?: boolean;
}

const ofTenant = `tenant_id = (select app.tenant_id())`;
const sights = {
  tenant: 'true',
  group: `(group_id = any ((select app.my_groups())::uuid[]) or (select app.is_admin()))`,
  content: `audience_id = any ((select app.my_audiences())::uuid[])`,
  own: `member_id = (select app.me())`,
  system: 'false',
} as const;

/**
 * Creates a tenant's table the one way: tenant_id first in its key, row-level security enabled and forced, a policy for
 * members (app_rt) and one for readers and timers (worker_rt), grants, and a `personal:` comment on every column.
 */
export async function tenantTable(q: QueryRunner, table: TenantTable): Promise<void> {
  const name = `public."${table.name}"`;
  const see = typeof table.see === 'string' ? sights[table.see] : table.see.sql;
  const write =
    table.write === undefined
      ? table.see === 'system'
        ? 'true'
        : see
      : table.write === 'tenant'
        ? 'true'
        : table.write === 'none'
          ? 'false'
          : table.write.sql;
  const lines = [
    'tenant_id uuid not null',
    ...table.columns.trim().split('\n'),
    `primary key (${['tenant_id', ...table.key].join(', ')})`,
    ...(table.constraints ?? []),
  ].map((line) => line.trim().replace(/,$/, ''));
  const verbs = `select, insert, update${table.deletable ? ', delete' : ''}`;
  await q.query(`
    create table ${name} (${lines.join(',\n')});
    alter table ${name} enable row level security;
    alter table ${name} force row level security;
    create policy worker on ${name} to worker_rt
      using (${table.workerSeesAllTenants ? 'true' : ofTenant}) with check (${ofTenant});
    create policy member_sees on ${name} for select to app_rt using (${ofTenant} and ${see});
    create policy member_adds on ${name} for insert to app_rt with check (${ofTenant} and ${write});
    create policy member_changes on ${name} for update to app_rt
      using (${ofTenant} and ${see}) with check (${ofTenant} and ${write});
    ${table.deletable ? `create policy member_deletes on ${name} for delete to app_rt using (${ofTenant} and ${see});` : ''}
    grant ${verbs} on ${name} to app_rt, worker_rt;
  `);
  const columns = (await q.query(
    `select attname from pg_attribute where attrelid = '${name}'::regclass and attnum > 0 and not attisdropped`,
  )) as { attname: string }[];
  const unknown = Object.keys(table.personal ?? {}).filter(
    (c) => !columns.some((column) => column.attname === c),
  );
  if (unknown.length > 0) throw new Error(`${table.name}: no such column: ${unknown.join(', ')}`);
  for (const { attname } of columns)
    await declarePersonal(q, name, attname, table.personal?.[attname] ?? 'none');
}

/** For a column added by a later migration. */
export async function declarePersonal(
  q: QueryRunner,
  table: string,
  column: string,
  personal: Personal,
): Promise<void> {
  await q.query(`comment on column ${table}."${column}" is 'personal: ${personal}'`);
}
