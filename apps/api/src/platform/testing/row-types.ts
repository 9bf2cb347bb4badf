import type pg from 'pg';

/** What a column of an answer can be: a TypeScript type, and whether null. */
export interface ColumnType {
  readonly type: string | null;
  readonly isNullable: boolean;
}
/** A column of a table, as the database declares it. */
export interface TableColumn extends ColumnType {
  readonly type: string;
  readonly table: string;
  readonly name: string;
}

/** Columns by `schema.table`, and by the numbers that the wire protocol uses. */
export interface Catalogue {
  column(table: string, name: string): TableColumn | undefined;
  columnOf(tableId: number, columnId: number): TableColumn | undefined;
}

export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Join Type'?: string;
  readonly 'Parent Relationship'?: string;
  readonly 'Subplan Name'?: string;
  readonly 'CTE Name'?: string;
  readonly 'Relation Name'?: string;
  readonly Schema?: string;
  readonly Alias?: string;
  readonly Strategy?: string;
  readonly 'Group Key'?: readonly string[];
  readonly Filter?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Output?: readonly string[];
  readonly Plans?: readonly PlanNode[];
}

export interface Field {
  readonly name: string;
  readonly tableId: number;
  readonly columnId: number;
  readonly typeId: number;
}

/** Asks the database to parse a statement and to say what it takes and what it answers with; nothing runs. */
export function describeStatement(
  client: pg.Client,
  text: string,
): Promise<{ params: readonly number[]; fields: readonly Field[] }> {
  return new Promise((resolve, reject) => {
    let params: readonly number[] = [];
    let fields: readonly Field[] = [];
    const { connection } = client as unknown as { connection: Wire };
    const onParams = (message: { dataTypeIDs: number[] }) => void (params = message.dataTypeIDs);
    const done = () => connection.removeListener('parameterDescription', onParams);
    client.query({
      submit() {
        connection.on('parameterDescription', onParams);
        connection.parse({ name: '', text, types: [] });
        connection.describe({ type: 'S', name: '' });
        connection.sync();
      },
      handleRowDescription(message: { fields: WireField[] }) {
        fields = message.fields.map(({ name, tableID, columnID, dataTypeID }) => ({
          name,
          tableId: tableID,
          columnId: columnID,
          typeId: dataTypeID,
        }));
      },
      handleError(error: Error) {
        done();
        reject(error);
      },
      handleReadyForQuery() {
        done();
        resolve({ params, fields });
      },
    } as unknown as pg.Submittable);
  });
}
interface Wire {
  parse(statement: { name: string; text: string; types: number[] }): void;
  describe(target: { type: 'S'; name: string }): void;
  sync(): void;
  on(event: string, hear: (message: never) => void): void;
  removeListener(event: string, hear: (message: never) => void): void;
}
interface WireField {
  readonly name: string;
  readonly tableID: number;
  readonly columnID: number;
  readonly dataTypeID: number;
}

/** The plan says what is joined how; it also fails where the role may not. */
export async function planOf(client: pg.Client, text: string): Promise<PlanNode> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain (verbose, generic_plan, costs off, format json) ${text}`,
  );
  return rows[0]!['QUERY PLAN'][0].Plan;
}

/** Functions that answer with something whenever they get something. */
const strict = new Set(
  `abs array_length ceil char_length date_part date_trunc encode extract floor left length lower make_interval md5 right round
   split_part substr substring to_char trim translate upper hashtextextended cardinality jsonb_array_length btrim to_jsonb
   date_bin timezone pg_snapshot_xmax pg_snapshot_xmin octet_length replace array_remove`.split(/\s+/),
);
/** Functions that always answer with something. */
const always = new Set(
  `count row_number rank dense_rank exists array jsonb_build_object jsonb_build_array concat now app.now app.my_audiences app.my_groups
   app.my_muted app.is_admin app.proven pg_current_xact_id pg_current_snapshot pg_advisory_xact_lock num_nonnulls num_nulls`.split(
    /\s+/,
  ),
);
const aggregates = new Set(
  `max min sum avg array_agg string_agg bool_or bool_and jsonb_agg jsonb_object_agg`.split(' '),
);

/** Works out of a plan whether each output can be null, and of which table's column it is. */
export class PlanReader {
  private readonly subplans = new Map<string, PlanNode>();

  constructor(
    private readonly root: PlanNode,
    private readonly catalogue: Catalogue,
  ) {
    for (const node of everyNode(root))
      if (node['Subplan Name']) this.subplans.set(node['Subplan Name'], node);
  }

  /** `field`: what the wire says of its origin, which sees through subqueries but not through outer joins. */
  output(index: number, field: Field): ColumnType {
    const origin = this.catalogue.columnOf(field.tableId, field.columnId);
    const read = this.outputOf(this.root, index, origin);
    return { type: origin?.type ?? read.type, isNullable: read.isNullable };
  }

  private outputOf(node: PlanNode, index: number, origin?: TableColumn): ColumnType {
    const members = unionBelow(node);
    const expression = node.Output?.[index];
    if (members && (!expression || isVariable(expression))) {
      const parts = members.map((member) => this.outputOf(member, index));
      const [first] = parts;
      return {
        type: first && parts.every(({ type }) => type === first.type) ? first.type : null,
        isNullable: parts.some(({ isNullable }) => isNullable),
      };
    }
    return expression === undefined ? unknown : new ExpressionReader(this, node, origin).read(expression);
  }

  subplan(name: string): { node: PlanNode; output: ColumnType } | null {
    const node = this.subplans.get(name);
    if (!node) return null;
    // Only whether there are rows is asked where they have no columns.
    return { node, output: node.Output ? this.outputOf(node, 0) : { type: null, isNullable: false } };
  }

  variable(alias: string, name: string, within: PlanNode, origin?: TableColumn): ColumnType {
    const scan = scansOf(within).find(
      ({ node }) => !alias || (node.Alias ?? node['Relation Name']) === alias,
    );
    if (!scan)
      return origin && !isJoinedLoosely(within) ? origin : { type: origin?.type ?? null, isNullable: true };
    const { node, isOptional } = scan;
    const own = this.inScan(node, name, origin);
    return { type: own.type, isNullable: (own.isNullable && !isAskedFor(node, name)) || isOptional };
  }

  private inScan(node: PlanNode, name: string, origin?: TableColumn): ColumnType {
    if (node['Relation Name'] && node['Node Type'] !== 'CTE Scan')
      return this.catalogue.column(`${node.Schema}.${node['Relation Name']}`, name) ?? unknown;
    const below = node['CTE Name']
      ? this.subplans.get(`CTE ${node['CTE Name']}`)
      : node.Plans?.find((one) => one['Parent Relationship'] === 'Subquery');
    if (!below) return unknown;
    const named = (below.Output ?? []).findIndex((one) => isVariable(one) && variableOf(one).name === name);
    const at = named >= 0 ? named : placeOf(name, node, below);
    if (at >= 0) return this.outputOf(below, at);
    // Under another name: where nothing in there can be missing, the origin says enough.
    if (origin && !isJoinedLoosely(below)) return origin;
    return { type: origin?.type ?? null, isNullable: true };
  }
}

const unknown: ColumnType = { type: null, isNullable: true };

/** Reads one output as Postgres writes it: every operation stands in brackets. */
class ExpressionReader {
  constructor(
    private readonly plans: PlanReader,
    private readonly node: PlanNode,
    private readonly origin?: TableColumn,
  ) {}

  read(written: string): ColumnType {
    const text = unwrapped(written);
    const some = (type: string | null = null): ColumnType => ({ type, isNullable: false });
    if (/^NULL(::|$)/.test(text)) return unknown;
    const subplan = /^(?:\()?((?:SubPlan|InitPlan) \w+)\)?(?:\.col\d+)?$/.exec(text);
    if (subplan) return this.scalar(subplan[1]!);
    const literal = /^('[\w-]+')::text$/.exec(text);
    if (literal) return some(literal[1]);
    const cast = castOf(text);
    if (cast) return { type: null, isNullable: this.read(cast).isNullable };
    if (/^(?:'(?:[^']|'')*'|-?\d[\d.]*|true|false)$/.test(text)) return some();
    if (text.startsWith('CASE ')) return this.cases(text);
    if (text.startsWith('NOT ')) return { type: null, isNullable: this.read(text.slice(4)).isNullable };
    if (/^(?:hashed )?SubPlan \w+$|^ANY /.test(text)) return some();
    const words = wordsOf(text);
    if (words.includes('IS')) return some();
    const array = /^ARRAY[([](.*)[)\]]$/.exec(text);
    if (array) {
      const sub = /^SubPlan \w+$/.exec(array[1]!);
      const of = sub ? this.plans.subplan(sub[0])?.output.type : null;
      return some(of ? `${bracketed(of)}[]` : null);
    }
    const call = callOf(text);
    if (call) return this.call(call.name, call.args);
    if (words.length === 4 && /^(?:=|<>)$/.test(words[1]!) && /^(?:ANY|ALL)$/.test(words[2]!))
      return { type: null, isNullable: this.read(words[0]!).isNullable || !this.isList(words[3]!) };
    if (isVariable(text)) {
      const { alias, name } = variableOf(text);
      return this.plans.variable(alias, name, this.node, this.origin);
    }
    // What is looked up in JSON may not be there.
    if (words.some((word) => /^[-#]>>?$/.test(word))) return unknown;
    if (words.length >= 3)
      return {
        type: null,
        isNullable: words.filter((_, i) => i % 2 === 0).some((word) => this.read(word).isNullable),
      };
    return unknown;
  }

  private scalar(name: string): ColumnType {
    const found = this.plans.subplan(name);
    if (!found) return unknown;
    // Without groups an aggregate always answers with one row; anything else may answer with none.
    const { node, output } = found;
    const isOneRow =
      !node.Output ||
      (node['Node Type'] === 'Aggregate' && !node['Group Key']) ||
      (node['Node Type'] === 'Result' && !node.Plans);
    return { type: output.type, isNullable: output.isNullable || !isOneRow };
  }

  /** `any (array(select …))` stands in a plan as the rows of a query; `any ((select list))` as its one list. */
  private isList(text: string): boolean {
    const [, name] = /((?:SubPlan|InitPlan) \w+)/.exec(text) ?? [];
    const type = name && this.plans.subplan(name)?.output.type;
    return Boolean(type && !type.endsWith('[]')) || !this.read(text).isNullable;
  }

  private call(name: string, args: readonly string[]): ColumnType {
    const read = args.map((one) => this.read(one.replace(/^DISTINCT /, '').replace(/ ORDER BY .*$/, '')));
    const same = unionOf(read);
    const areAllThere = read.every(({ isNullable }) => !isNullable);
    if (['COALESCE', 'GREATEST', 'LEAST'].includes(name))
      return { type: same, isNullable: read.every(({ isNullable }) => isNullable) };
    if (aggregates.has(name)) {
      const isGrouped = everyNode(this.node).some((one) => one['Group Key']);
      const first = read[0]?.type ?? null;
      return {
        type:
          name === 'max' || name === 'min'
            ? first
            : name === 'array_agg' && first
              ? `${bracketed(first)}[]`
              : null,
        isNullable: !isGrouped || !areAllThere,
      };
    }
    if (always.has(name.toLowerCase())) return { type: null, isNullable: false };
    return { type: null, isNullable: !strict.has(name.toLowerCase()) || !areAllThere };
  }

  private cases(text: string): ColumnType {
    const words = wordsOf(text.slice('CASE '.length, -' END'.length));
    const results: string[] = [];
    let [current, hasElse]: [string[] | null, boolean] = [null, false];
    for (const word of [...words, 'WHEN']) {
      if (['WHEN', 'THEN', 'ELSE'].includes(word)) {
        if (current) results.push(current.join(' '));
        current = word === 'WHEN' ? null : [];
        hasElse ||= word === 'ELSE';
      } else current?.push(word);
    }
    const read = results.map((one) => this.read(one));
    return {
      type: unionOf(read),
      isNullable: !hasElse || read.some(({ isNullable }) => isNullable),
    };
  }
}

function unionOf(types: readonly ColumnType[]): string | null {
  if (types.length === 0 || types.some(({ type }) => type === null)) return null;
  return [...new Set(types.flatMap(({ type }) => type!.split(' | ')))].join(' | ');
}

const bracketed = (type: string): string => (/[|&]/.test(type) ? `(${type})` : type);

/** `where x is not null`, or any comparison that a null would not pass. */
function isAskedFor(node: PlanNode, name: string): boolean {
  const conditions = [node.Filter, node['Index Cond'], node['Recheck Cond']].flatMap((one) =>
    one ? split(unwrapped(one), ' AND ') : [],
  );
  return conditions.some((one) => {
    const [left = '', operator = '', ...rest] = wordsOf(unwrapped(one));
    const isStrict = /^[=<>]+$/.test(operator) || [operator, ...rest].join(' ') === 'IS NOT NULL';
    return isStrict && isVariable(left) && variableOf(left).name === name;
  });
}

function everyNode(root: PlanNode): PlanNode[] {
  const nodes = [root];
  for (const node of nodes) nodes.push(...(node.Plans ?? []));
  return nodes;
}

const isJoinedLoosely = (node: PlanNode): boolean =>
  everyNode(node).some((one) => ['Left', 'Right', 'Full'].includes(one['Join Type'] ?? ''));

/** Tables and subqueries whose columns reach a node, and whether an outer join can leave them out. */
function scansOf(root: PlanNode, isOptional = false): { node: PlanNode; isOptional: boolean }[] {
  const own = root.Alias || root['Relation Name'] ? [{ node: root, isOptional }] : [];
  if (root['Node Type'] === 'Subquery Scan') return own;
  const join = root['Join Type'];
  return [
    ...own,
    ...(root.Plans ?? []).flatMap((child) => {
      const side = child['Parent Relationship'];
      if (side === 'InitPlan' || side === 'SubPlan') return [];
      const isMissing =
        join === 'Full' || (join === 'Left' && side === 'Inner') || (join === 'Right' && side === 'Outer');
      return scansOf(child, isOptional || isMissing);
    }),
  ];
}

/**
 * Where a column of a subquery that is called otherwise inside stands: at its own place, when the subquery is passed on whole and those that
 * have one name inside and outside stand at their own places too.
 */
function placeOf(name: string, node: PlanNode, below: PlanNode): number {
  const [outside, inside] = [node.Output ?? [], below.Output ?? []];
  const isWhole =
    outside.length === inside.length &&
    outside.every((one, i) => {
      if (!isVariable(one)) return false;
      const at = inside.findIndex(
        (other) => isVariable(other) && variableOf(other).name === variableOf(one).name,
      );
      return at < 0 || at === i;
    });
  return isWhole ? outside.findIndex((one) => variableOf(one).name === name) : -1;
}

/** The parts of a union that a node passes on as they come. */
function unionBelow(node: PlanNode): readonly PlanNode[] | null {
  if (['Append', 'Merge Append', 'SetOp', 'Recursive Union'].includes(node['Node Type']))
    return (node.Plans ?? []).filter((one) => !/Plan$/.test(one['Parent Relationship'] ?? ''));
  const passes = ['Sort', 'Incremental Sort', 'Limit', 'Unique', 'Aggregate', 'LockRows', 'Materialize'];
  const [below] = (node.Plans ?? []).filter((one) => one['Parent Relationship'] === 'Outer');
  return below && passes.includes(node['Node Type']) ? unionBelow(below) : null;
}

const variable = /^(?:("[^"]+"|[a-z_]\w*)\.)?("[^"]+"|[a-z_]\w*)$/;
const isVariable = (text: string): boolean => variable.test(text);
function variableOf(text: string): { alias: string; name: string } {
  // Where there is one table only, its name may be left out.
  const [, alias = '', name = ''] = variable.exec(text)!;
  return { alias: alias.replaceAll('"', ''), name: name.replaceAll('"', '') };
}

/** How deep in brackets each character stands; texts in quotes count as deep. */
function depths(text: string): number[] {
  let [depth, isQuoted] = [0, false];
  return [...text].map((character) => {
    if (character === "'") isQuoted = !isQuoted;
    if (isQuoted) return depth + 1;
    if (character === '(' || character === '[') return depth++;
    if (character === ')' || character === ']') return --depth;
    return depth;
  });
}

function unwrapped(text: string): string {
  let inner = text.trim();
  while (inner.startsWith('(') && depths(inner).indexOf(0, 1) === inner.length - 1)
    inner = inner.slice(1, -1).trim();
  return inner;
}

/** Splits where no bracket is open. */
function split(text: string, at: string): string[] {
  const depth = depths(text);
  const parts: string[] = [];
  let begin = 0;
  for (let i = 0; i < text.length; i++)
    if (depth[i] === 0 && text.startsWith(at, i)) {
      parts.push(text.slice(begin, i));
      begin = i + at.length;
    }
  return [...parts, text.slice(begin)].map((part) => part.trim()).filter((part) => part !== '');
}
const wordsOf = (text: string): string[] => split(text, ' ');

function castOf(text: string): string | null {
  const depth = depths(text);
  for (let i = text.length - 2; i > 0; i--)
    if (depth[i] === 0 && text.startsWith('::', i)) {
      const type = text.slice(i + 2);
      return /^[\w". ]+(?:\(\d+(?:,\d+)?\))?(?: with(?:out)? time zone)?(?:\[\])*$/.test(type)
        ? text.slice(0, i)
        : null;
    }
  return null;
}

function callOf(text: string): { name: string; args: string[] } | null {
  const bare = text.replace(/ OVER (?:\w+|\(.*\))$/, '').replace(/ FILTER \(.*\)$/, '');
  const [, quoted, args] = /^([\w."]+)\((.*)\)$/s.exec(bare) ?? [];
  if (!quoted || depths(bare).indexOf(0, quoted.length + 1) !== bare.length - 1) return null;
  const name = quoted.replaceAll('"', '');
  const isFiltered = text.includes(' FILTER ') && name !== 'count';
  return { name: isFiltered ? 'nullif' : name, args: split(args!, ',') };
}
