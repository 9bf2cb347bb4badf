import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { retention } from '../../retention.js';
import { audibleStatement, type NewestAudible } from '../graphql/list.js';
import { purges } from '../retention/retention.js';

const src = join(import.meta.dirname, '../..');

/** Who runs a statement: a transaction in a tenant, or the pool of accounts. */
export type RunBy = 'tenant' | 'auth';
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly by: RunBy;
  readonly file: string;
}
export interface Scan {
  readonly statements: NamedStatement[];
  /** Calls whose name or text the scan cannot tell: `file: reason`. */
  readonly unknown: string[];
}

/** Sources that speak SQL at run time: specs, test data and the demo are no part of the product. */
export const sources = (): string[] =>
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(spec|int-spec|factory)\.ts$|(^|\/)testing\//.test(file))
    .sort()
    .map((file) => join(src, file));

/** Places that run statements made elsewhere, and who makes them. */
const madeElsewhere: Readonly<Record<string, string>> = {
  'platform/graphql/list.ts': 'The lists that call it; each of their statements is read there.',
  'platform/retention/purge-hourly.ts': '`purges(retention)`, which is asked itself.',
};

/** Reads each call `….sql('name', `text`)` of these files and works out name and text, one statement for each way they can come out. */
export async function namedStatements(
  files: readonly string[],
  textOf = (file: string) => readFileSync(file, 'utf8'),
): Promise<Scan> {
  const statements: NamedStatement[] = [];
  const unknown: string[] = [];
  for (const file of files) {
    const source = ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true);
    for (const call of callsIn(source)) {
      const where = relative(src, file);
      try {
        for (const { name, text } of await waysOf(call))
          statements.push({ name, text, by: call.by, file: where });
      } catch (error) {
        if (!(error instanceof CannotTell)) throw error;
        if (madeElsewhere[where]) continue;
        const line = source.getLineAndCharacterOfPosition(call.node.getStart()).line + 1;
        unknown.push(`${where}:${line}: ${error.message}`);
      }
    }
  }
  return { statements, unknown };
}

/** What is taken away hourly: its statements come from the words about how long things are kept. */
export const purgeStatements = (): NamedStatement[] =>
  purges(retention).map(({ name, sql, of }) => ({ name, text: sql, by: of, file: 'retention.ts' }));

class CannotTell extends Error {}

interface Call {
  readonly node: ts.CallExpression;
  readonly by: RunBy;
  readonly kind: 'sql' | 'audible';
}

function callsIn(source: ts.SourceFile): Call[] {
  const calls: Call[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const callee = node.expression;
      const isSql = (ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText()) === 'sql';
      const from = ts.isPropertyAccessExpression(callee) ? callee.expression.getText() : '';
      // `this.sql` of a transaction is the transaction's; of the pool of accounts the pool's.
      const isTenant = from === 'tx' || (from === 'this' && source.fileName.endsWith('tenant-tx.ts'));
      if (isSql && node.arguments.length >= 2)
        calls.push({ node, by: isTenant ? 'tenant' : 'auth', kind: 'sql' });
      if (callee.getText() === 'newestAudible' && node.arguments.length === 2)
        calls.push({ node, by: 'tenant', kind: 'audible' });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

interface Way {
  readonly name: string;
  readonly text: string;
}

async function waysOf({ node, kind }: Call): Promise<Way[]> {
  const ways: Way[] = [];
  const pending: number[][] = [[]];
  for (let prefix = pending.pop(); prefix; prefix = pending.pop()) {
    const choices = new Choices(prefix);
    const values = await withModules((modules) => {
      choices.again();
      const evaluator = new Evaluator(choices, modules);
      if (kind === 'sql')
        return [evaluator.value(node.arguments[0]!), evaluator.value(node.arguments[1]!)] as const;
      const list = evaluator.known(node.arguments[1]!) as unknown as NewestAudible;
      return [list.name, list] as const;
    });
    pending.push(...choices.others());
    if (kind === 'audible')
      for (const isAfter of [false, true]) ways.push(audibleStatement(values[1] as NewestAudible, isAfter));
    else {
      const [name, text] = values;
      if (typeof name !== 'string' || typeof text !== 'string')
        throw new CannotTell('name or text is no text');
      ways.push({ name, text });
    }
  }
  const unique = new Map(ways.map((way) => [`${way.name}\n${way.text}`, way]));
  return [...unique.values()];
}

/** Walks all ways in which conditions can come out; the same condition comes out the same in name and text. */
class Choices {
  private readonly made = new Map<string, { index: number; count: number }>();
  constructor(private readonly prefix: readonly number[]) {}
  again(): void {
    this.made.clear();
  }
  pick(key: string, count: number): number {
    const made = this.made.get(key);
    if (made) return made.index;
    const index = this.prefix[this.made.size] ?? 0;
    this.made.set(key, { index, count });
    return index;
  }
  /** The ways that branch off where this one decided for itself. */
  others(): number[][] {
    const path = [...this.made.values()];
    return path.flatMap(({ count }, at) =>
      at < this.prefix.length
        ? []
        : Array.from({ length: count - 1 }, (_, i) => [
            ...path.slice(0, at).map(({ index }) => index),
            i + 1,
          ]),
    );
  }
}

class NeedsModule extends Error {
  constructor(readonly specifier: string) {
    super(specifier);
  }
}
type Modules = ReadonlyMap<string, Record<string, unknown>>;

/** What a file imports is not read but loaded, so that its constants and functions are the real ones. */
async function withModules<T>(run: (modules: Modules) => T): Promise<T> {
  const modules = new Map<string, Record<string, unknown>>();
  for (;;)
    try {
      return run(modules);
    } catch (error) {
      if (!(error instanceof NeedsModule)) throw error;
      modules.set(error.specifier, (await import(error.specifier)) as Record<string, unknown>);
    }
}

type Env = ReadonlyMap<string, unknown>;
const atRunTime = Symbol('at run time');

class Evaluator {
  constructor(
    private readonly choices: Choices,
    private readonly modules: Modules,
  ) {}

  /** Properties that cannot be told are left out. */
  known(node: ts.Expression): Record<string, unknown> {
    if (!ts.isObjectLiteralExpression(node)) throw new CannotTell(`${node.getText()} is no object`);
    const entries = node.properties.flatMap((property): [string, unknown][] => {
      if (ts.isSpreadAssignment(property)) return Object.entries(this.value(property.expression) as object);
      const name = property.name?.getText() ?? '';
      if (!['name', 'from', 'select', 'where', 'among', 'own'].includes(name)) return [];
      if (ts.isShorthandPropertyAssignment(property)) return [[name, this.value(property.name)]];
      if (!ts.isPropertyAssignment(property)) throw new CannotTell(`${property.getText()} is no value`);
      return [[name, this.value(property.initializer)]];
    });
    return Object.fromEntries(entries);
  }

  value(node: ts.Expression, env: Env = new Map()): unknown {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
    if (ts.isNumericLiteral(node)) return Number(node.text.replaceAll('_', ''));
    if (node.kind === ts.SyntaxKind.TrueKeyword) return true;
    if (node.kind === ts.SyntaxKind.FalseKeyword) return false;
    if (node.kind === ts.SyntaxKind.NullKeyword) return null;
    if (
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isSatisfiesExpression(node) ||
      ts.isNonNullExpression(node)
    )
      return this.value(node.expression, env);
    if (ts.isTemplateExpression(node))
      return node.templateSpans.reduce(
        (text, span) => text + this.shown(span.expression, env) + span.literal.text,
        node.head.text,
      );
    if (ts.isBinaryExpression(node)) return this.binary(node, env);
    if (ts.isConditionalExpression(node))
      return this.value(this.isTrue(node.condition, env) ? node.whenTrue : node.whenFalse, env);
    if (ts.isArrayLiteralExpression(node))
      return node.elements.flatMap((one) =>
        ts.isSpreadElement(one) ? (this.value(one.expression, env) as unknown[]) : [this.value(one, env)],
      );
    if (ts.isObjectLiteralExpression(node))
      return Object.fromEntries(
        node.properties.map((property): [string, unknown] => {
          if (ts.isShorthandPropertyAssignment(property))
            return [property.name.text, this.value(property.name, env)];
          if (!ts.isPropertyAssignment(property)) throw new CannotTell(`${property.getText()} is no value`);
          const name = property.name;
          return [
            ts.isStringLiteral(name) ? name.text : name.getText(),
            this.value(property.initializer, env),
          ];
        }),
      );
    if (ts.isArrowFunction(node)) return this.closure(node, env);
    if (ts.isIdentifier(node)) return node.text === 'undefined' ? undefined : this.named(node, env);
    if (ts.isPropertyAccessExpression(node))
      return this.property(this.value(node.expression, env), node.name.text, node);
    if (ts.isElementAccessExpression(node))
      return this.property(
        this.value(node.expression, env),
        String(this.value(node.argumentExpression, env)),
        node,
      );
    if (ts.isCallExpression(node)) {
      const run = ts.isPropertyAccessExpression(node.expression)
        ? this.method(this.value(node.expression.expression, env), node.expression.name.text, node)
        : this.value(node.expression, env);
      if (typeof run !== 'function') throw new CannotTell(`${node.expression.getText()} is no function`);
      return (run as (...args: unknown[]) => unknown)(...node.arguments.map((one) => this.given(one, env)));
    }
    throw new CannotTell(`${ts.SyntaxKind[node.kind]} ${node.getText().slice(0, 60)}`);
  }

  /** An argument that only run time knows may still be handed on: only who looks at it cannot tell. */
  private given(node: ts.Expression, env: Env): unknown {
    try {
      return this.value(node, env);
    } catch (error) {
      if (error instanceof CannotTell) return atRunTime;
      throw error;
    }
  }

  private shown(node: ts.Expression, env: Env): string {
    const value = this.value(node, env);
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new CannotTell(`${node.getText().slice(0, 60)} is no text`);
    return String(value);
  }

  private binary(node: ts.BinaryExpression, env: Env): unknown {
    const kind = node.operatorToken.kind;
    if (kind === ts.SyntaxKind.PlusToken) {
      const [left, right] = [this.value(node.left, env), this.value(node.right, env)];
      return typeof left === 'number' && typeof right === 'number'
        ? left + right
        : String(left) + String(right);
    }
    if (kind === ts.SyntaxKind.AsteriskToken)
      return (this.value(node.left, env) as number) * (this.value(node.right, env) as number);
    if (kind === ts.SyntaxKind.EqualsEqualsEqualsToken)
      return this.value(node.left, env) === this.value(node.right, env);
    if (kind === ts.SyntaxKind.QuestionQuestionToken)
      return this.value(node.left, env) ?? this.value(node.right, env);
    throw new CannotTell(node.getText().slice(0, 60));
  }

  /** A condition that depends on what is asked comes out both ways. */
  private isTrue(node: ts.Expression, env: Env): boolean {
    try {
      return Boolean(this.value(node, env));
    } catch (error) {
      if (!(error instanceof CannotTell)) throw error;
      return this.choices.pick(node.getText(), 2) === 1;
    }
  }

  private property(value: unknown, name: string, node: ts.Node): unknown {
    if (value === null || value === undefined || !(name in Object(value)))
      throw new CannotTell(`${node.getText().slice(0, 60)} is not there`);
    return (value as Record<string, unknown>)[name];
  }
  private method(value: unknown, name: string, node: ts.Node): unknown {
    const method = this.property(value, name, node);
    return typeof method === 'function' ? method.bind(value) : method;
  }

  private closure(
    node: ts.ArrowFunction | ts.FunctionDeclaration,
    env: Env,
  ): (...args: unknown[]) => unknown {
    return (...args) => {
      const inner = new Map(env);
      node.parameters.forEach(({ name, initializer }, i) => {
        const given = args[i] === undefined && initializer ? this.value(initializer, env) : args[i];
        this.bind(name, given, inner);
      });
      return this.value(resultOf(node), inner);
    };
  }
  private bind(name: ts.BindingName, given: unknown, into: Map<string, unknown>): void {
    if (ts.isIdentifier(name)) return void into.set(name.text, given);
    name.elements.forEach((element, i) => {
      if (ts.isOmittedExpression(element)) return;
      const key = ts.isArrayBindingPattern(name) ? i : (element.propertyName ?? element.name).getText();
      const part = given === atRunTime ? atRunTime : (given as Record<string | number, unknown>)[key];
      this.bind(element.name, part, into);
    });
  }

  private named(node: ts.Identifier, env: Env): unknown {
    if (env.get(node.text) === atRunTime) throw new CannotTell(`${node.text} is given at run time`);
    if (env.has(node.text)) return env.get(node.text);
    for (let scope: ts.Node = node.parent; scope; scope = scope.parent) {
      if (ts.isBlock(scope) || ts.isSourceFile(scope)) {
        const found = this.inStatements(scope.statements, node.text);
        if (found) return found.value;
      }
      if (ts.isForOfStatement(scope) && ts.isVariableDeclarationList(scope.initializer)) {
        const [one] = scope.initializer.declarations;
        if (one?.name.getText() === node.text) return this.oneOf(scope.expression, node.text);
      }
      if (ts.isFunctionLike(scope)) {
        const parameter = scope.parameters.find(({ name }) => namesIn(name).includes(node.text));
        if (parameter) return this.parameter(parameter, node);
      }
    }
    const global = { Object, String, Number }[node.text];
    if (global) return global;
    throw new CannotTell(`${node.text} is not known`);
  }

  /** The element that a loop is at comes out as each of them. */
  private oneOf(list: ts.Expression, name: string): unknown {
    const elements = this.value(list) as unknown[];
    return elements[this.choices.pick(`${name} of ${list.getText()}`, elements.length)];
  }

  private inStatements(statements: readonly ts.Statement[], name: string): { value: unknown } | null {
    for (const statement of statements) {
      if (ts.isVariableStatement(statement))
        for (const one of statement.declarationList.declarations) {
          if (!namesIn(one.name).includes(name) || !one.initializer) continue;
          const scope = new Map<string, unknown>();
          this.bind(one.name, this.value(one.initializer), scope);
          return { value: scope.get(name) };
        }
      if (ts.isFunctionDeclaration(statement) && statement.name?.text === name)
        return { value: this.closure(statement, new Map()) };
      if (ts.isImportDeclaration(statement)) {
        const bindings = statement.importClause?.namedBindings;
        if (!bindings || !ts.isNamedImports(bindings)) continue;
        const one = bindings.elements.find((element) => element.name.text === name);
        if (!one) continue;
        const module = this.module(
          (statement.moduleSpecifier as ts.StringLiteral).text,
          statement.getSourceFile().fileName,
        );
        return { value: module[(one.propertyName ?? one.name).text] };
      }
    }
    return null;
  }

  private module(specifier: string, from: string): Record<string, unknown> {
    const file = join(dirname(from), specifier).replace(/\.js$/, '.ts');
    const address = specifier.startsWith('.') && existsSync(file) ? pathToFileURL(file).href : specifier;
    const module = this.modules.get(address);
    if (!module) throw new NeedsModule(address);
    return module;
  }

  /** A parameter of a few literals comes out as each of them. */
  private parameter({ type, name }: ts.ParameterDeclaration, node: ts.Identifier): unknown {
    const members = type && ts.isIdentifier(name) ? (ts.isUnionTypeNode(type) ? type.types : [type]) : [];
    const values = members.flatMap((one) =>
      ts.isLiteralTypeNode(one) && ts.isStringLiteral(one.literal) ? [one.literal.text] : [],
    );
    if (values.length === 0 || values.length < members.length)
      throw new CannotTell(`${node.text} is given at run time`);
    return values[this.choices.pick(`${node.text} of ${name.pos}`, values.length)];
  }
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((one) => (ts.isOmittedExpression(one) ? [] : namesIn(one.name)));
}

function resultOf(node: ts.ArrowFunction | ts.FunctionDeclaration): ts.Expression {
  if (node.body && !ts.isBlock(node.body)) return node.body;
  const [only] = node.body?.statements ?? [];
  if (only && ts.isReturnStatement(only) && only.expression) return only.expression;
  throw new CannotTell(`${node.name?.getText() ?? 'a function'} does more than answer`);
}
