import { isCleanText, limits } from '@yoriai/domain/kernel';
import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  parse,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLOutputType,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

export const mostTokens = 1_000;
/** In characters; the web client's longest document has some 5,400. */
const longestDocument = 100_000;
const mostDepth = 10;
const mostAliases = 30;
/** The sum over all fields of how often the lists around them may repeat them. */
export const mostCost = 50_000;
/** Things that lists bring while one operation is answered. */
export const mostNodes = 20_000;
/** A connection without `first` brings this many. */
const usualPage = 20;
/** Any other list counts as this many: what groups of about eight people bring. What it really brings is counted too, by `countNodes`. */
const usualList = 10;
/** Longest text in a variable or a document: the longest that people write, letters apart from their marks. A field may say otherwise. */
export const longestText = 4 * limits.body;
/** Errors that one answer tells, whatever found them. graphql-js stops at as many variables that fail. */
export const mostErrors = 50;

export const isConnection = (type: unknown): boolean =>
  isObjectType(type) && type.name.endsWith('Connection');

/** How often a field may bring what is asked of it: a connection its `first`, a list its usual length, anything else once. */
export function repeatsOf(
  parent: GraphQLOutputType,
  field: GraphQLField<unknown, unknown>,
  first: number | 'variable' | null,
): number {
  const type = getNullableType(field.type);
  if (isConnection(type))
    return first === null ? usualPage : first === 'variable' ? limits.page : Math.max(1, first);
  // The edges were counted when their connection was.
  return isListType(type) && !(isConnection(parent) && field.name === 'edges') ? usualList : 1;
}

function firstOf(field: FieldNode): number | 'variable' | null {
  const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
  return first ? (first.kind === Kind.INT ? Number(first.value) : 'variable') : null;
}

export const tooMuch = (what: string, limit: number, node?: ASTNode): GraphQLError =>
  new GraphQLError(`This document asks for too much: ${what}, at most ${limit}.`, {
    ...(node ? { nodes: node } : {}),
    extensions: { code: 'BAD_USER_INPUT', params: { rule: 'OUT_OF_RANGE', limit, what } },
  });

/** Depth, aliases and cost of each operation, fragments followed; `__schema` may go as deep as it likes where it may be asked. */
export const documentLimits: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const named = (name: string): GraphQLOutputType | null => {
      const type = context.getSchema().getType(name);
      return isCompositeType(type) ? type : null;
    };
    let aliases = 0;
    let cost = 0;
    const visit = (
      set: SelectionSetNode,
      parent: GraphQLOutputType | null | undefined,
      depth: number,
      times: number,
      seen: ReadonlySet<string>,
    ): boolean => {
      for (const selection of set.selections) {
        // Spreads count too: sixty fragments that each spread the next one twice end in nothing, after 2^60 steps.
        cost += times;
        if (cost > mostCost) return false;
        if (selection.kind === Kind.FIELD) {
          if (selection.alias) aliases += 1;
          if (selection.name.value === '__schema') continue;
          if (depth > mostDepth || aliases > mostAliases) return false;
          const field = fieldOf(parent, selection.name.value);
          const type = field && getNamedType(field.type);
          const repeats = parent && field ? repeatsOf(parent, field, firstOf(selection)) : 1;
          if (isLeafType(type)) cost += times * (repeats - 1);
          if (
            selection.selectionSet &&
            !visit(selection.selectionSet, type, depth + 1, times * repeats, seen)
          )
            return false;
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          const within = selection.typeCondition ? named(selection.typeCondition.name.value) : parent;
          if (!visit(selection.selectionSet, within, depth, times, seen)) return false;
        } else if (!seen.has(selection.name.value)) {
          const fragment: FragmentDefinitionNode | null | undefined = context.getFragment(
            selection.name.value,
          );
          const within = new Set(seen).add(selection.name.value);
          const type = fragment && named(fragment.typeCondition.name.value);
          if (fragment && !visit(fragment.selectionSet, type, depth, times, within)) return false;
        }
      }
      return true;
    };
    const root = context.getSchema().getRootType(operation.operation);
    if (visit(operation.selectionSet, root, 1, 1, new Set())) return;
    const error =
      aliases > mostAliases
        ? tooMuch('aliases', mostAliases, operation)
        : cost > mostCost
          ? tooMuch('rows', mostCost, operation)
          : tooMuch('depth', mostDepth, operation);
    context.reportError(error);
  },
  StringValue(node) {
    if (node.value.length > longestText) context.reportError(tooLong(longestText));
    else if (!isCleanText(node.value)) context.reportError(unclean());
  },
});

const fieldOf = (
  parent: GraphQLOutputType | null | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined =>
  isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;

/** Thrown from a plugin: without a status Apollo would call it a fault of its own. */
export const http = { status: 400 };

export const unclean = (): GraphQLError =>
  new GraphQLError('A text holds characters that cannot be stored.', {
    extensions: { code: 'BAD_USER_INPUT', params: { rule: 'MALFORMED' }, http },
  });

export const tooLong = (limit: number): GraphQLError =>
  new GraphQLError('A text is too long.', {
    extensions: { code: 'BAD_USER_INPUT', params: { rule: 'TOO_LONG', limit }, http },
  });

/**
 * What can be said of a document before it is validated. Live updates come over a socket, and a subscription must not get as far as
 * validation here: `@include` on its field is evaluated there, and where its variable has no value graphql-js throws.
 */
export function checkPosted(query: unknown): void {
  if (typeof query !== 'string') return;
  if (query.length > longestDocument) throw tooLong(longestDocument);
  if (!query.includes('subscription') || !hasSubscription(query)) return;
  throw new GraphQLError('Subscriptions come over a socket.', {
    extensions: { code: 'BAD_USER_INPUT', http },
  });
}

function hasSubscription(query: string): boolean {
  try {
    return parse(query, { maxTokens: mostTokens, noLocation: true }).definitions.some(
      (one) => one.kind === Kind.OPERATION_DEFINITION && one.operation === 'subscription',
    );
  } catch {
    // No document at all: the parser says why.
    return false;
  }
}

/** The document of a socket, which must not be longer than one that is posted. */
export function parseDocument(query: string): DocumentNode {
  if (query.length > longestDocument) throw tooLong(longestDocument);
  return parse(query, { maxTokens: mostTokens });
}
