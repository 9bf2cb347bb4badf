/** Rows that go when their time is over. */
export interface Term {
  /** In plain words; `docs/how-long-things-are-kept.md` says it so. */
  readonly what: string;
  readonly after: `${number} ${'hours' | 'days' | 'years'}`;
  /** The column from which that is counted, as words and as SQL. */
  readonly since: string;
  readonly sinceWords: string;
  /** Only these; `x` is the row. */
  readonly when?: string;
  readonly because: string;
  /**
   * Where taking away is more than deleting rows: in tenant $1 at the moment $2 at most $3 of them, with a row for each in the answer; in `auth`,
   * $1 at most.
   */
  readonly sql?: string;
}

/** How long the rows of a table are kept: as long as who they belong to, because…; or for a time; or, of some parts, for a time. */
export interface Kept {
  readonly always?: string;
  readonly terms?: readonly Term[];
}

type Table = `${'public' | 'auth' | 'app'}.${string}`;
export type Retention = Readonly<Record<Table, Kept>>;

/** What the word of a table says to people: what, for how long, why. */
export const inWords = (retention: Retention): (readonly [what: string, howLong: string, why: string])[] =>
  Object.values(retention)
    .flatMap(({ terms = [] }) => terms)
    .map(({ what, after, sinceWords, because }) => {
      const [n = '', unit = ''] = after.split(' ');
      const length = n === '0' ? 'at once after' : `${n} ${n === '1' ? unit.slice(0, -1) : unit} after`;
      return [what, `${length} ${sinceWords}`, because] as const;
    });

/** Many tables that are kept for the same reason. */
export const always = (because: string, tables: readonly Table[]): Retention =>
  Object.fromEntries(tables.map((table) => [table, { always: because }]));

/** What runs: a name for the statement, and whether it looks at one tenant or at people's accounts. */
export interface Purge {
  readonly name: `retention.${Table}.${number}`;
  readonly sql: string;
  readonly of: 'tenant' | 'auth';
}

/** In the order in which they were declared: what points at a row goes before it. */
export const purges = (retention: Retention): Purge[] =>
  (Object.entries(retention) as [Table, Kept][]).flatMap(([table, { terms = [] }]) =>
    terms.map((term, i): Purge => {
      const of = table.startsWith('auth.') ? 'auth' : 'tenant';
      return { of, name: `retention.${table}.${i}`, sql: term.sql ?? statement(table, of, term) };
    }),
  );

/** The oldest first, by an index, past those that another transaction holds; found again by where they lie, without another look-up. */
function statement(table: string, of: Purge['of'], { since, after, when }: Term): string {
  const [tenant, now, most] =
    of === 'tenant' ? ['tenant_id = $1', '$2::timestamptz', '$3'] : ['true', 'app.now()', '$1'];
  return `delete from ${table} where ${tenant} and ctid = any (array(
    select x.ctid from ${table} x where ${tenant} and x.${since} < ${now} - interval '${after}'${when ? ` and ${when}` : ''}
    order by x.${since} limit ${most} for update skip locked)) returning 1`;
}
