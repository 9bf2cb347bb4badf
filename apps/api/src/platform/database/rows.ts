import type { FieldDef, QueryArrayConfig, QueryArrayResult } from 'pg';

type Make = (values: readonly unknown[]) => object;

const makers = new Map<string, Make>();

/** A prepared statement whose rows come as lists of values, for `rowsOf`. */
export const statement = (name: string, text: string, params: readonly unknown[]): QueryArrayConfig => ({
  name,
  text,
  values: params as unknown[],
  rowMode: 'array',
});

/**
 * Rows as objects. pg gives the rows of each answer a hidden class of their own: code that reads them is never optimised, adding a property takes
 * ten times as long, and each class is garbage in the old generation. Here rows with the same columns have one class for the life of the process.
 */
export function rowsOf({ fields, rows }: QueryArrayResult): object[] {
  return rows.length === 0 ? [] : rows.map(makerOf(fields));
}

function makerOf(fields: readonly FieldDef[]): Make {
  const names = fields.map(({ name }) => name);
  const key = names.join('\n');
  const known = makers.get(key);
  if (known) return known;
  const properties = names.map((name, i) => `${JSON.stringify(name)}: values[${i}]`);
  // An object literal is the one way to a small and fast object of many properties. The names are those of our own statements.
  const make = new Function('values', `return { ${properties.join(', ')} };`) as Make;
  makers.set(key, make);
  return make;
}
