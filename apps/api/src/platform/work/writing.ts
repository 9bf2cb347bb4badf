import { createHash } from 'node:crypto';
import { jsonColumns, type Tables } from '../database/generated/database.js';

export type TableName = keyof Tables;
/** A list is written without being changed. */
type Sent<Value> = Value extends (infer Element)[] ? readonly Element[] : Value;
type Row<Table extends TableName> = {
  readonly [Column in Exclude<keyof Tables[Table]['row'], 'tenantId'>]: Sent<Tables[Table]['row'][Column]>;
};
type Optional<Table extends TableName> = Extract<Tables[Table]['optional'], keyof Row<Table>>;
/** A row to add: what has a default or may be null can be left out. Whose tenant it is says the transaction. */
export type NewRow<Table extends TableName> = Omit<Row<Table>, Optional<Table>> &
  Partial<Pick<Row<Table>, Optional<Table>>>;
export type Changes<Table extends TableName> = Partial<Row<Table>>;
/** Columns by which rows are found, each with one value. */
export type Key<Table extends TableName> = {
  readonly [Column in keyof Row<Table>]?: NonNullable<Row<Table>[Column]>;
};
/** Forbids what is no column of the table, also where an object is spread. */
export type OnlyColumns<Table extends TableName, Given> = {
  readonly [Column in Exclude<keyof Given, keyof Row<Table>>]: never;
};

interface Statement {
  readonly name: string;
  readonly text: string;
}
type Values = Readonly<Record<string, unknown>>;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const given = (row: Values): string[] => Object.keys(row).filter((column) => row[column] !== undefined);

/** One text per table and set of columns, under a name that is the same in every process. */
const statements = new Map<string, Statement>();
function statement(verb: string, table: string, columns: readonly string[], text: () => string): Statement {
  const key = `${verb} ${table} ${columns.join()}`;
  const known = statements.get(key);
  if (known) return known;
  const made = text();
  const name = `${table}.${verb} ${createHash('sha256').update(made).digest('hex').slice(0, 12)}`;
  statements.set(key, { name, text: made });
  return { name, text: made };
}

/** A list would be sent as an array of Postgres otherwise. */
const sent = (table: string, column: string, value: unknown): unknown =>
  value !== null && jsonColumns[table]?.includes(column) ? JSON.stringify(value) : value;

export function insertOf(table: string, tenantId: string, row: Values): Statement & { params: unknown[] } {
  const columns = given(row);
  const { name, text } = statement('insert', table, columns, () => {
    const names = ['tenant_id', ...columns.map((column) => `"${snake(column)}"`)];
    return `insert into "${table}" (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`;
  });
  return { name, text, params: [tenantId, ...columns.map((column) => sent(table, column, row[column]))] };
}

/** Many rows with the same columns are one parameter, so that their number does not make another statement. */
export function insertAllOf(
  table: string,
  tenantId: string,
  rows: readonly Values[],
): Statement & { params: unknown[] } {
  const columns = given(rows[0] ?? {});
  if (rows.some((row) => given(row).join() !== columns.join()))
    throw new Error(`Rows of ${table} that are added together must have the same columns`);
  const { name, text } = statement('insert-all', table, columns, () => {
    const names = columns.map((column) => `"${snake(column)}"`).join(', ');
    return `insert into "${table}" (tenant_id, ${names}) select $1, ${names} from jsonb_populate_recordset(null::"${table}", $2)`;
  });
  const list = rows.map((row) => Object.fromEntries(columns.map((column) => [snake(column), row[column]])));
  return { name, text, params: [tenantId, JSON.stringify(list)] };
}

export function updateOf(
  table: string,
  tenantId: string,
  key: Values,
  changes: Values,
): Statement & { params: unknown[] } {
  const [by, columns] = [given(key), given(changes)];
  if (by.length === 0) throw new Error(`Rows of ${table} are changed by a key`);
  if (columns.length === 0) throw new Error(`A change of ${table} changes nothing`);
  const { name, text } = statement('update', table, [...by, 'set', ...columns], () => {
    const equals = (column: string, i: number) => `"${snake(column)}" = $${i + 2}`;
    const where = by.map((column, i) => `and ${equals(column, i)}`).join(' ');
    const set = columns.map((column, i) => equals(column, i + by.length)).join(', ');
    return `update "${table}" set ${set} where tenant_id = $1 ${where}`;
  });
  const values = [
    ...by.map((column) => key[column]),
    ...columns.map((column) => sent(table, column, changes[column])),
  ];
  return { name, text, params: [tenantId, ...values] };
}
