import { idPrefixes } from '@yoriai/domain/kernel';
import pg from 'pg';
import { known, knownColumns, ofOtherTables } from './known-types.js';
import type { NamedStatement } from './named-statements.js';
import {
  describeStatement,
  PlanReader,
  planOf,
  type Catalogue,
  type ColumnType,
  type PlanNode,
  type TableColumn,
} from './row-types.js';

/** How the database is spoken to by each role that may run a statement. */
export type UrlOf = (role: Role) => string;
type Role = 'app_rt' | 'worker_rt' | 'auth_rt';
const rolesOf: Readonly<Record<NamedStatement['by'], readonly Role[]>> = {
  // Policies of workers are the simpler ones: their plan says more.
  tenant: ['worker_rt', 'app_rt'],
  auth: ['auth_rt'],
};

export interface Generated {
  readonly text: string;
  /** What the database refuses, and what can neither be inferred nor is declared: each must be fixed. */
  readonly wrong: readonly string[];
}

interface Column extends TableColumn {
  readonly schema: string;
  readonly hasDefault: boolean;
  readonly isJson: boolean;
}

/** Prepares each statement as a role that may run it, and writes down what the tables and the answers are made of. */
export async function databaseTypes(urlOf: UrlOf, statements: readonly NamedStatement[]): Promise<Generated> {
  const clients = new Map<Role, pg.Client>();
  const wrong: string[] = [];
  try {
    for (const role of ['app_rt', 'worker_rt', 'auth_rt'] as const) {
      const client = new pg.Client({ connectionString: urlOf(role) });
      await client.connect();
      clients.set(role, client);
    }
    const reading = clients.get('app_rt')!;
    const columns = await columnsOf(reading);
    const types = await typeNames(reading);
    const catalogue = catalogueOf(columns);
    const used = new Set<string>();
    const rows: Described[] = [];
    for (const statement of statements)
      try {
        rows.push(await describedAs(statement, { clients, catalogue, types, used }));
      } catch (error) {
        wrong.push(`${statement.name} (${statement.file}): ${(error as Error).message}`);
      }
    for (const key of Object.keys(known))
      if (!used.has(key)) wrong.push(`${key} needs no word: take it off the list`);
    return { text: written([...columns.values()], rows), wrong };
  } finally {
    for (const client of clients.values()) await client.end();
  }
}

interface Described {
  readonly name: string;
  readonly columns: readonly (readonly [name: string, type: ColumnType & { type: string }])[];
  readonly params: readonly string[];
  /** The one role that may run it, of those that begin transactions in a tenant. */
  readonly only: Role | null;
}
interface Reading {
  readonly clients: ReadonlyMap<Role, pg.Client>;
  readonly catalogue: Catalogue;
  readonly types: ReadonlyMap<number, string>;
  readonly used: Set<string>;
}

async function describedAs(
  statement: NamedStatement,
  { clients, catalogue, types, used }: Reading,
): Promise<Described> {
  const { name, text, by } = statement;
  const plans = await plansOf(clients, statement);
  const [[role, plan]] = [...plans] as [[Role, PlanNode]];
  const { params, fields } = await describeStatement(clients.get(role)!, text);
  const reader = new PlanReader(plan, catalogue);
  const columns = fields.map((field, i) => {
    const key = `${name.replace(/ .*/, '')}: ${field.name}`;
    const read = reader.output(i, field);
    const word = known[key];
    const isNullable = read.isNullable && !word?.isThere;
    if (word && ((word.isThere && read.isNullable) || (word.type && word.type !== read.type))) used.add(key);
    const type = word?.type ?? read.type ?? typeScript(types.get(field.typeId) ?? '');
    return [field.name, { type, isNullable }] as const;
  });
  const only = by === 'tenant' && plans.size === 1 ? role : null;
  return { name, columns, params: params.map((id) => paramType(types.get(id) ?? '')), only };
}

/** A statement of a tenant is run by members or by workers; one of them must be allowed to. */
async function plansOf(
  clients: Reading['clients'],
  { by, text }: NamedStatement,
): Promise<Map<Role, PlanNode>> {
  const plans = new Map<Role, PlanNode>();
  let refused: unknown;
  for (const role of rolesOf[by])
    try {
      plans.set(role, await planOf(clients.get(role)!, text));
    } catch (error) {
      refused = error;
    }
  if (plans.size === 0) throw refused;
  return plans;
}

async function columnsOf(
  client: pg.Client,
): Promise<Map<string, Column & { tableId: number; columnId: number }>> {
  const { rows } = await client.query<{
    schema: string;
    table: string;
    name: string;
    sql: string;
    required: boolean;
    default: boolean;
    key: string | null;
    check: string | null;
    table_id: number;
    column_id: number;
  }>(
    `select n.nspname as schema, c.relname as table, a.attname as name, format_type(a.atttypid, null) as sql, a.attnotnull as required,
            a.atthasdef as default, c.oid::int as table_id, a.attnum as column_id,
            (select f.relname || '.' || fa.attname from pg_constraint k join pg_class f on f.oid = k.confrelid
             join pg_attribute fa on fa.attrelid = f.oid and fa.attnum = k.confkey[array_position(k.conkey, a.attnum)]
             where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey) order by f.relname limit 1) as key,
            (select pg_get_constraintdef(k.oid) from pg_constraint k
             where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] order by k.conname limit 1) as check
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
       and c.relname not in ('migrations', 'typeorm_metadata')
     order by n.nspname, c.relname, a.attname`,
  );
  const keys = new Map(rows.map((row) => [`${row.table}.${row.name}`, row.key]));
  /** The table whose rows an id names: its own, or the one that the key leads to in the end. */
  const ownerOf = (table: string, name: string): string | null => {
    const key = name === 'tenant_id' ? null : keys.get(`${table}.${name}`);
    if (key) return ownerOf(...(key.split('.') as [string, string]));
    return name === 'id' ? table : null;
  };
  return new Map(
    rows.map((row) => {
      const written = `${row.schema === 'public' ? '' : `${row.schema}.`}${row.table}.${row.name}`;
      const type =
        knownColumns[written]?.type ??
        (row.sql === 'uuid' ? idType(row.name, ownerOf(row.table, row.name)) : null) ??
        literals(row.check) ??
        typeScript(row.sql);
      return [
        `${row.schema}.${row.table}.${row.name}`,
        {
          schema: row.schema,
          table: row.table,
          name: row.name,
          type,
          isNullable: !row.required && !knownColumns[written]?.isThere,
          hasDefault: row.default,
          isJson: row.sql === 'jsonb',
          tableId: row.table_id,
          columnId: row.column_id,
        },
      ];
    }),
  );
}

/** By the table, or where no key leads to one, by the column's name: `session_id`. */
function idType(name: string, table: string | null): string | null {
  const brands = Object.keys(idPrefixes).concat('Audience');
  const wanted = [
    table && (ofOtherTables[table] ?? pascal(table)),
    /_id$/.test(name) && pascal(name.slice(0, -3)),
  ];
  const brand = wanted.find((one) => one && brands.includes(one));
  return brand ? `Id<'${brand}'>` : null;
}
const pascal = (name: string): string =>
  name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `check (x in ('A', 'B'))` → `'A' | 'B'` */
function literals(check: string | null): string | null {
  const list = /^CHECK \(\(\(?"?\w+"? = ANY \(ARRAY\[(.*)\]\)\)?\)\)$/.exec(check ?? '')?.[1];
  return list ? [...list.matchAll(/'[^']*'/g)].join(' | ') : null;
}

function catalogueOf(columns: Awaited<ReturnType<typeof columnsOf>>): Catalogue {
  const byNumber = new Map([...columns.values()].map((one) => [`${one.tableId}.${one.columnId}`, one]));
  return {
    column: (table, name) => columns.get(`${table}.${name}`),
    columnOf: (tableId, columnId) => byNumber.get(`${tableId}.${columnId}`),
  };
}

async function typeNames(client: pg.Client): Promise<Map<number, string>> {
  const { rows } = await client.query<{ oid: number; name: string }>(
    `select oid::int, format_type(oid, null) as name from pg_type where typnamespace = 'pg_catalog'::regnamespace`,
  );
  return new Map(rows.map(({ oid, name }) => [oid, name]));
}

/** What our parsers make of a value: a day stays a text, and so does a number that JavaScript cannot hold. */
function typeScript(sql: string): string {
  if (sql.endsWith('[]')) return `${typeScript(sql.slice(0, -2))}[]`;
  if (/^(?:integer|smallint|double precision|real|oid)$/.test(sql)) return 'number';
  if (sql.startsWith('timestamp')) return 'Instant';
  if (sql === 'boolean') return 'boolean';
  if (sql === 'bytea') return 'Buffer';
  if (/^jsonb?$/.test(sql)) return 'unknown';
  return 'string';
}

/** What a parameter may be: moments also as texts of a cursor, JSON as a text or as an object. */
function paramType(sql: string): string {
  if (sql.endsWith('[]')) return `readonly ${bracketed(paramType(sql.slice(0, -2)))}[] | null`;
  const type = typeScript(sql);
  if (type === 'Instant') return 'Instant | string | null';
  if (type === 'unknown') return 'unknown';
  return sql === 'bigint' || sql === 'numeric' ? 'number | string | null' : `${type} | null`;
}
const bracketed = (type: string): string => (/[|&]| /.test(type) ? `(${type})` : type);

const camel = (name: string): string =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const quoted = (name: string): string =>
  /^[a-z_]\w*$/i.test(name) ? name : `'${name.replaceAll("'", "\\'")}'`;
const orNull = ({ type, isNullable }: ColumnType): string =>
  isNullable && type !== 'unknown' ? `${type} | null` : type!;

function written(columns: readonly Column[], statements: readonly Described[]): string {
  const tables = new Map<string, Column[]>();
  for (const column of columns)
    if (column.schema === 'public') tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  const ofTenants = [...tables].filter(([, own]) =>
    own.some(({ name, isNullable }) => name === 'tenant_id' && !isNullable),
  );
  const sorted = [...statements].sort((a, b) => (a.name < b.name ? -1 : 1));
  const only = (role: Role): string =>
    sorted
      .filter((one) => one.only === role)
      .map(({ name }) => `\n  | '${name}'`)
      .join('') || ' never';
  const body = [
    '/** The columns of each table under their names in TypeScript: what is read, and what may be left out when a row is added. */',
    'export interface Tables {',
    ...ofTenants.map(([table, own]) => {
      const row = own.map((column) => `${camel(column.name)}: ${orNull(column)}`).join('; ');
      const optional = own
        .filter(({ isNullable, hasDefault }) => isNullable || hasDefault)
        .map(({ name }) => `'${camel(name)}'`);
      return `  ${table}: { row: { ${row} }; optional: ${optional.join(' | ') || 'never'} };`;
    }),
    '}',
    '',
    '/** Columns that hold JSON: they are sent as text. */',
    'export const jsonColumns: Readonly<Record<string, readonly string[]>> = {',
    ...ofTenants.flatMap(([table, own]) => {
      const json = own.filter(({ isJson }) => isJson).map(({ name }) => `'${camel(name)}'`);
      return json.length > 0 ? [`  ${table}: [${json.join(', ')}],`] : [];
    }),
    '};',
    '',
    '/** What each named statement answers with, row by row. */',
    'export interface Rows {',
    ...entries('Rows', sorted, ({ columns: own }) =>
      own.length === 0
        ? 'Record<string, never>'
        : `{ ${own.map(([name, type]) => `${quoted(name)}: ${orNull(type)}`).join('; ')} }`,
    ),
    '}',
    '',
    '/** What each named statement takes, in the order of `$1`, `$2`, …. */',
    'export interface Params {',
    ...entries('Params', sorted, ({ params }) => `readonly [${params.join(', ')}]`),
    '}',
    '',
    '/** Statements that the database lets only workers run, and those that it lets only members run. */',
    `export type OnlyWorkers =${only('worker_rt')};`,
    `export type OnlyMembers =${only('app_rt')};`,
    '',
  ].join('\n');
  const areas = new Map<string, Set<string>>([['kernel', new Set(['Id', 'Instant'])]]);
  for (const { type, from } of [...Object.values(knownColumns), ...Object.values(known)])
    if (from)
      for (const [name] of (type ?? '').matchAll(/\b[A-Z]\w+/g))
        areas.set(from, (areas.get(from) ?? new Set()).add(name));
  const imports = [...areas].sort().map(([area, names]) => {
    const used = [...names].filter((name) => new RegExp(`\\b${name}\\b`).test(body)).sort();
    return `import type { ${used.join(', ')} } from '@yoriai/domain/${area}';`;
  });
  return [
    '// Written by `npm run schema` from the migrated database and the named statements of the sources.',
    ...imports,
    '',
    body,
  ].join('\n');
}

/** One line per statement; one that answers like an earlier one points at it. */
function entries(
  of: string,
  statements: readonly Described[],
  shape: (statement: Described) => string,
): string[] {
  const first = new Map<string, string>();
  return statements.map((statement) => {
    const own = shape(statement);
    const same = own.length > (of === 'Rows' ? 80 : 240) ? first.get(own) : undefined;
    if (!same) first.set(own, statement.name);
    return `  '${statement.name}': ${same ? `${of}['${same}']` : own};`;
  });
}
