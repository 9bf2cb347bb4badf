import { idPrefixes, type IdName } from '@yoriai/domain/kernel';
import {
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { mostCost, repeatsOf } from '../graphql/limits.js';

/** A document that asks for as much of a root field as fits. */
export interface Asking {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}
/** One place in the arguments where an id or a text can be put: `input.requestId` of `replyToSupportRequest`. */
export interface Place {
  readonly path: readonly string[];
  readonly kind: 'ID' | 'String';
}

const fieldsPerDocument = 300;
/** What surrounds a piece costs a little more. */
const costPerDocument = 0.9 * mostCost;
const deepest = 9;
const mostHops = 3;

/** Writes documents that together visit every field that can be reached from a root field. */
export class SchemaWalk {
  /** `Type.field` of everything asked for so far. */
  readonly visited = new Set<string>();
  private readonly known = new Map<string, Piece[]>();

  constructor(readonly schema: GraphQLSchema) {}

  rootFields(kind: 'Query' | 'Mutation' | 'Subscription'): GraphQLField<unknown, unknown>[] {
    return Object.values((this.schema.getType(kind) as GraphQLObjectType).getFields());
  }

  /** Every field of every type that a query can reach. */
  reachable(): Set<string> {
    const seen = new Set<string>();
    const types = new Set<string>();
    const enter = (type: GraphQLOutputType): void => {
      const named = getNamedType(type);
      if (isLeafType(named) || types.has(named.name)) return;
      types.add(named.name);
      if (isInterfaceType(named)) return this.schema.getPossibleTypes(named).forEach(enter);
      if (!isObjectType(named)) return;
      for (const field of Object.values(named.getFields())) {
        seen.add(`${named.name}.${field.name}`);
        enter(field.type);
      }
    };
    enter(this.schema.getQueryType()!);
    return seen;
  }

  /** Where ids and texts go in a field's arguments. */
  places(field: GraphQLField<unknown, unknown>): Place[] {
    const within = (args: readonly (GraphQLArgument | GraphQLInputField)[], path: string[]): Place[] =>
      args.flatMap((arg) => {
        const type = getNamedType(arg.type);
        const here = [...path, arg.name];
        if (isInputObjectType(type)) return within(Object.values(type.getFields()), here);
        return type.name === 'ID' || type.name === 'String' ? [{ path: here, kind: type.name }] : [];
      });
    return within(field.args, []);
  }

  /** Arguments of a field: what it needs, said by `say`, and what stands at the given place. */
  args(
    field: GraphQLField<unknown, unknown>,
    say: (name: string, type: string) => unknown,
    at: Place | null = null,
    put: unknown = null,
  ): Record<string, unknown> {
    const within = (
      args: readonly (GraphQLArgument | GraphQLInputField)[],
      path: string[],
    ): Record<string, unknown> =>
      Object.fromEntries(
        args.flatMap((arg) => {
          const here = [...path, arg.name];
          const isOnTheWay = at?.path.slice(0, here.length).join('.') === here.join('.');
          const named = getNamedType(arg.type);
          if (!isOnTheWay && !isNonNullType(arg.type)) return [];
          const isList = isListType(isNonNullType(arg.type) ? arg.type.ofType : arg.type);
          const one = isInputObjectType(named)
            ? within(Object.values(named.getFields()), here)
            : isOnTheWay
              ? put
              : say(arg.name, named.name);
          return [[arg.name, isList ? [one] : one]];
        }),
      );
    return within(field.args, []);
  }

  /** Documents that ask a root field, with these arguments, for everything. */
  askings(
    kind: 'query' | 'mutation' | 'subscription',
    field: GraphQLField<unknown, unknown>,
    args: Record<string, unknown>,
    onlyType: string | null = null,
  ): Asking[] {
    const given = field.args.filter((arg) => arg.name in args);
    // How long a list may get is written out: where a variable says it, the limits must think of the longest.
    const isLength = (name: string): boolean => name === 'first';
    const head = given
      .filter(({ name }) => !isLength(name))
      .map((arg) => `$${arg.name}: ${String(arg.type)}`)
      .join(', ');
    const tail = given
      .map(({ name }) => `${name}: ${isLength(name) ? String(args[name]) : `$${name}`}`)
      .join(', ');
    const length = 'first' in args ? Number(args['first']) : null;
    const root = this.schema.getQueryType()!;
    const pieces = this.wholeOf(field.type, repeatsOf(root, field, length), onlyType);
    this.visited.add(
      `${kind === 'query' ? 'Query' : kind === 'mutation' ? 'Mutation' : 'Subscription'}.${field.name}`,
    );
    return (pieces.length > 0 ? pieces.map(({ text }) => text) : ['']).map((piece) => ({
      document: `${kind}${head && `(${head})`} { ${field.name}${tail && `(${tail})`}${piece && ` { ${piece} }`} }`,
      variables: args,
    }));
  }

  /** A spec asks for the same thousands of times. */
  private wholeOf(type: GraphQLOutputType, times: number, onlyType: string | null): Piece[] {
    const key = `${String(type)} ${times} ${onlyType ?? ''}`;
    const pieces = this.known.get(key) ?? this.pieces(type, 2, [], 0, times, onlyType);
    this.known.set(key, pieces);
    return pieces;
  }

  /** Selections of a type, each small enough for one document; `times` is how often the lists around it may repeat it. */
  private pieces(
    type: GraphQLOutputType,
    depth: number,
    path: readonly string[],
    hops: number,
    times: number,
    onlyType: string | null = null,
  ): Piece[] {
    const named = getNamedType(type);
    if (isLeafType(named)) return [];
    if (isInterfaceType(named))
      return this.schema
        .getPossibleTypes(named)
        .filter((one) => onlyType === null || one.name === onlyType)
        .flatMap((one) =>
          this.pieces(one, depth, path, hops, times).map(({ text, cost }) => ({
            text: `... on ${one.name} { ${text} }`,
            cost: cost + times,
          })),
        );
    if (!isObjectType(named)) return [];
    const isWrapping = /(Connection|Edge)$/.test(named.name);
    const leaves: Piece[] = [];
    const parts: Piece[] = [];
    for (const field of Object.values(named.getFields())) {
      const few = field.args.some(({ name }) => name === 'first') ? 5 : null;
      const repeats = times * repeatsOf(named, field, few);
      if (isLeafType(getNamedType(field.type))) {
        leaves.push({ text: field.name, cost: repeats });
        this.visited.add(`${named.name}.${field.name}`);
        continue;
      }
      const next = getNamedType(field.type).name;
      if (path.includes(next) || depth >= deepest || hops >= mostHops) continue;
      const onwards = isWrapping ? hops : hops + 1;
      const inner = this.pieces(field.type, depth + 1, [...path, named.name], onwards, repeats);
      if (inner.length > 0) this.visited.add(`${named.name}.${field.name}`);
      parts.push(
        ...inner.map(({ text, cost }) => ({
          text: `${field.name}${few ? `(first: ${few})` : ''} { ${text} }`,
          cost: cost + times,
        })),
      );
    }
    const packed: Piece[] = [];
    let open: Piece = { text: '', cost: 0 };
    for (const part of [...leaves, ...parts]) {
      // A field stands once in a selection: two halves of it go into two documents.
      const name = part.text.split(/[ (]/)[0]!;
      if (
        open.text !== '' &&
        (size(open.text) + size(part.text) > fieldsPerDocument ||
          open.cost + part.cost > costPerDocument ||
          new RegExp(`\\b${name}\\b`).test(open.text))
      ) {
        packed.push(open);
        open = { text: '', cost: 0 };
      }
      open = { text: `${open.text} ${part.text}`.trim(), cost: open.cost + part.cost };
    }
    if (open.text !== '') packed.push(open);
    return packed;
  }
}

interface Piece {
  readonly text: string;
  readonly cost: number;
}

const size = (selection: string): number => selection.split(/\s+/).length;

/** Which kind of thing an id argument names. A new name of an argument is taught here. */
export function kindOf(argument: string): IdName | null {
  const special: Record<string, IdName | null> = {
    request: 'SupportRequest',
    round: 'StrengthsRound',
    offer: 'SupportOffer',
    reply: 'SupportReply',
    toMember: 'Member',
    proposal: 'MemberProposal',
    step: 'AgendaStep',
    poll: 'DatePoll',
    option: 'DatePollOption',
    template: 'AgendaTemplate',
    owner: 'Member',
    nudge: 'SupportNudge',
    note: 'PrivateNote',
    comment: 'GoodNewsComment',
    flag: 'GiveAndTakeFlag',
    chosenMemberIds: 'Member',
    ids: 'Notification',
    moving: 'Meeting',
    id: null,
  };
  const stem = argument.replace(/Id$/, '');
  if (argument in special) return special[argument] ?? null;
  if (stem in special) return special[stem] ?? null;
  const name = stem[0]!.toUpperCase() + stem.slice(1);
  if (name in idPrefixes) return name as IdName;
  throw new Error(`What kind of id is ${argument}? Say so in kindOf().`);
}
