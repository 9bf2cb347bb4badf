import type { TenantTx } from '../work/tenant-tx.js';

/** A statement as a store asked it. */
export interface Asked {
  readonly name: string;
  readonly text: string;
  readonly params: readonly unknown[];
}
export interface Plan {
  /** Pages of 8 kB that were looked at, in memory or not. */
  readonly buffers: number;
  /** How each table was read: `Index Scan of support_reply by support_reply_…`. */
  readonly scans: readonly string[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

/** Runs what a store does and answers with the statements it asked. */
export async function asked(tx: TenantTx, run: (tx: TenantTx) => Promise<unknown>): Promise<Asked[]> {
  const statements: Asked[] = [];
  const listening = Object.create(tx) as TenantTx;
  listening.sql = (name: string, text: string, params: readonly unknown[] = []) => {
    statements.push({ name, text, params });
    return tx.sql<never>(name as '', text, params);
  };
  await run(listening);
  return statements;
}

/** Runs a prepared statement again in the same transaction, as the same member, and says what the database did for it. */
export async function explain(tx: TenantTx, { name, params }: Asked): Promise<Plan> {
  const values = params.length > 0 ? `(${params.map(literal).join(', ')})` : '';
  const [row] = await tx.sql<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    '',
    `explain (analyze, buffers, format json) execute "${name}"${values}`,
  );
  const root = row!['QUERY PLAN'][0].Plan;
  const nodes: PlanNode[] = [root];
  for (const node of nodes) nodes.push(...(node.Plans ?? []));
  return {
    buffers: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
    scans: nodes.flatMap((node) => {
      const [table, index] = [node['Relation Name'], node['Index Name']];
      if (!table && !index) return [];
      return [`${node['Node Type']}${table ? ` of ${table}` : ''}${index ? ` by ${index}` : ''}`];
    }),
  };
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return quoted(value.toISOString());
  if (Array.isArray(value)) return quoted(`{${value.map((one) => JSON.stringify(one)).join(',')}}`);
  return quoted(value as string);
}
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
