import type { Rows } from '../database/generated/database.js';
import type { TenantTx } from '../work/tenant-tx.js';
import type { Page } from './connection.js';

/** Statements that there are of a first page and of those after it. */
type Audible = keyof { [Name in keyof Rows as `${Name}.after` extends keyof Rows ? Name : never]: never };

export interface NewestAudible<Name extends string = string> {
  /** Of the prepared statement; one per distinct `where`. */
  readonly name: Name;
  /** A content table with tenant_id, audience_id, created_at, id and the index (tenant_id, audience_id, created_at desc, id desc). */
  readonly from: string;
  /** Columns of `from`, which is called `r`; `r.created_at as "createdAt"` and `id` among them. */
  readonly select: string;
  /** More conditions on `r`; its parameters begin at $5. */
  readonly where?: string;
  readonly params?: readonly unknown[];
  /** Columns whose values are asked one by one, and the place of the array that holds them: `[{ column: 'type', values: '$6::text[]' }]`. */
  readonly among?: readonly { readonly column: string; readonly values: string }[];
  /** Also rows of one's own whose audience one has left: a condition on `r` that an index serves. */
  readonly own?: string;
  readonly page: Page;
}

/**
 * Newest first of what the viewer's audiences show: the first page of each audience, merged. Reads at most
 * audiences × (first + 1) rows, however many the tenant has. Pages go on by keyset (created_at, id).
 */
export async function newestAudible<Name extends Audible>(
  tx: TenantTx,
  list: NewestAudible<Name>,
): Promise<Rows[Name][]> {
  const { name, text } = audibleStatement(list, Boolean(list.page.after));
  const [at, id] = list.page.after ?? [];
  const params = [tx.tenantId, list.page.first + 1, at ?? null, id ?? null, ...(list.params ?? [])];
  return (await tx.sql(name as Name, text, params as never)) as Rows[Name][];
}

/** Of the first page, or of those after it. */
export function audibleStatement(
  { name, from, select, where, among = [], own }: NewestAudible,
  isAfter: boolean,
): { name: string; text: string } {
  const after = isAfter
    ? 'and (r.created_at, r.id) < ($3::timestamptz, $4::uuid)'
    : 'and $3::text is null and $4::text is null';
  const tail = `${after} ${where ? `and (${where})` : ''} order by r.created_at desc, r.id desc limit $2`;
  const each = among.map(({ column, values }) => `cross join unnest(${values}) as each_${column} (value)`);
  const ofEach = among.map(({ column }) => `and r.${column} = each_${column}.value`);
  const mine = own
    ? `union select ${select} from ${from} r where r.tenant_id = $1 and (${own}) ${tail.replace(/ order by.*/, '')}`
    : '';
  return {
    name: `${name}${isAfter ? '.after' : ''}`,
    text: `select * from (
       select m.* from unnest((select app.my_audiences())::uuid[]) as a (id) ${each.join(' ')}
       cross join lateral (select ${select} from ${from} r where r.tenant_id = $1 and r.audience_id = a.id ${ofEach.join(' ')} ${tail}) m
       ${mine}
     ) merged order by "createdAt" desc, id desc limit $2`,
  };
}
