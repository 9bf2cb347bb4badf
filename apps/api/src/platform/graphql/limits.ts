import { isCleanText, limits } from '@yoriai/domain/kernel';
import {
  GraphQLError,
  Kind,
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

export const mostTokens = 1_000;
const mostDepth = 10;
const mostAliases = 30;
/** The sum over all fields of how often their lists may repeat them. */
const mostCost = 25_000;
/** A list without `first` counts as this many. */
const usualLength = 20;
/** Longest text in a variable: a roster file of 1 MB in base64. */
const longestText = 1_500_000;

/** How many things a connection may bring: its `first`, or the most it allows where that is a variable. */
function lengthOf(field: FieldNode): number {
  const first = field.arguments?.find((argument) => argument.name.value === 'first')?.value;
  if (first) return first.kind === Kind.INT ? Math.max(1, Number(first.value)) : limits.page;
  const isConnection = field.selectionSet?.selections.some(
    (one) => one.kind === Kind.FIELD && one.name.value === 'edges',
  );
  return isConnection ? usualLength : 1;
}

const tooMuch = (what: string, limit: number, node: ASTNode): GraphQLError =>
  new GraphQLError(`This document asks for too much: ${what}, at most ${limit}.`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT', params: { rule: 'OUT_OF_RANGE', limit, what } },
  });

/** Depth, aliases and cost of each operation, fragments followed; `__schema` may go as deep as it likes where it may be asked. */
export const documentLimits: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    let aliases = 0;
    let cost = 0;
    const visit = (
      set: SelectionSetNode,
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
          const next = times * lengthOf(selection);
          if (selection.selectionSet && !visit(selection.selectionSet, depth + 1, next, seen)) return false;
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (!visit(selection.selectionSet, depth, times, seen)) return false;
        } else if (!seen.has(selection.name.value)) {
          const fragment: FragmentDefinitionNode | null | undefined = context.getFragment(
            selection.name.value,
          );
          const within = new Set(seen).add(selection.name.value);
          if (fragment && !visit(fragment.selectionSet, depth, times, within)) return false;
        }
      }
      return true;
    };
    if (visit(operation.selectionSet, 1, 1, new Set())) return;
    const error =
      aliases > mostAliases
        ? tooMuch('aliases', mostAliases, operation)
        : cost > mostCost
          ? tooMuch('rows', mostCost, operation)
          : tooMuch('depth', mostDepth, operation);
    context.reportError(error);
  },
  StringValue(node) {
    if (!isCleanText(node.value)) context.reportError(unclean());
  },
});

/** Thrown from a plugin: without a status Apollo would call it a fault of its own. */
const http = { status: 400 };

const unclean = (): GraphQLError =>
  new GraphQLError('A text holds characters that cannot be stored.', {
    extensions: { code: 'BAD_USER_INPUT', params: { rule: 'MALFORMED' }, http },
  });

/** Live updates come over a socket. Undefined: Apollo asks also about a document in which it finds no operation of that name. */
export function refuseSubscription(operation: OperationDefinitionNode | undefined): void {
  if (operation?.operation === 'subscription')
    throw new GraphQLError('Subscriptions come over a socket.', {
      extensions: { code: 'BAD_USER_INPUT', http },
    });
}

/** No NUL, no half characters and no endless text in any variable, however deep. */
export function checkVariables(value: unknown, depth = 0): void {
  if (typeof value === 'string') {
    if (value.length > longestText)
      throw new GraphQLError('A text is too long.', {
        extensions: { code: 'BAD_USER_INPUT', params: { rule: 'TOO_LONG', limit: longestText }, http },
      });
    if (!isCleanText(value)) throw unclean();
  } else if (value !== null && typeof value === 'object') {
    if (depth > 20) throw unclean();
    for (const [key, inner] of Object.entries(value)) {
      checkVariables(key, depth + 1);
      checkVariables(inner, depth + 1);
    }
  }
}
