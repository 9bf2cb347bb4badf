import type { TenantTx } from '../work/tenant-tx.js';

type Batch<K, V> = (tx: TenantTx, keys: readonly K[]) => Promise<ReadonlyMap<K, V>>;

/** A way to load many things in one statement; each request has its own cache of it. */
export interface Loader<K, V> {
  readonly name: string;
  readonly batch: Batch<K, V>;
}

/** `batch` answers with a map; what it leaves out does not exist for this viewer. */
export function defineLoader<K, V>(
  name: string,
  batch: (
    tx: TenantTx,
    keys: readonly K[],
  ) => Promise<ReadonlyMap<K, V> | readonly (V & { readonly id: K })[]>,
): Loader<K, V> {
  return {
    name,
    async batch(tx, keys) {
      const found = await batch(tx, keys);
      return found instanceof Map
        ? found
        : new Map((found as readonly (V & { id: K })[]).map((one) => [one.id, one]));
    },
  };
}

/** Groups rows by a key, for loaders of one-to-many. */
export function groupRows<K, R>(rows: readonly R[], keyOf: (row: R) => K): Map<K, R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
