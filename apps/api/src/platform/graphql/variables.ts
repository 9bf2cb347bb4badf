import { isCleanText } from '@yoriai/domain/kernel';
import {
  getNamedType,
  getNullableType,
  getVariableValues,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { http, longestText, mostErrors, tooLong, unclean } from './limits.js';

/** Longest list in a variable. */
const mostInList = 500;
/** Values in all variables of one operation, however they are nested. */
const mostValues = 5_000;
const mostNesting = 20;
/** What a field of an input says of itself with `@Extensions`: its text may be as long as this. */
export interface TextExtensions {
  readonly longestText?: number;
}

/**
 * No NUL, no half characters, no endless text, list or nesting in any variable; looked at before anything is made of them, with the type
 * that the operation declares for them beside it.
 */
export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | null | undefined,
  variables: unknown,
): void {
  let values = 0;
  const look = (value: unknown, type: GraphQLInputType | undefined, longest: number, depth: number): void => {
    if (++values > mostValues) throw tooMany(mostValues);
    if (typeof value === 'string') {
      if (value.length > longest) throw tooLong(longest);
      if (!isCleanText(value)) throw unclean();
      return;
    }
    if (value === null || typeof value !== 'object') return;
    if (depth > mostNesting) throw unclean();
    const bare = type && getNullableType(type);
    if (Array.isArray(value)) {
      if (value.length > mostInList) throw tooMany(mostInList);
      const item = isListType(bare) ? (bare.ofType as GraphQLInputType) : bare;
      for (const one of value) look(one, item, longest, depth + 1);
      return;
    }
    // Where one is given for a list, it stands for the list.
    const named = bare && getNamedType(bare);
    const fields = isInputObjectType(named) ? named.getFields() : {};
    for (const [key, inner] of Object.entries(value)) {
      look(key, undefined, longestText, depth + 1);
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
      look(inner, field?.type, (field?.extensions as TextExtensions)?.longestText ?? longestText, depth + 1);
    }
  };
  if (variables === null || typeof variables !== 'object') return;
  const declared = new Map(
    operation?.variableDefinitions?.map((one) => [one.variable.name.value, typeFromAST(schema, one.type)]),
  );
  for (const [name, value] of Object.entries(variables)) {
    look(name, undefined, longestText, 1);
    const type = declared.get(name);
    look(value, isInputType(type) ? type : undefined, longestText, 1);
  }
}

const tooMany = (limit: number): GraphQLError =>
  new GraphQLError('A list or the variables together are too long.', {
    extensions: { code: 'BAD_USER_INPUT', params: { rule: 'TOO_MANY', limit }, http },
  });

/** What is wrong with the variables of an operation: at most fifty errors, also where it runs compiled; that counts none. */
export function variableErrors(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode | null | undefined,
  variables: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] {
  const definitions = operation?.variableDefinitions ?? [];
  if (definitions.length === 0) return [];
  return getVariableValues(schema, definitions, variables, { maxErrors: mostErrors }).errors ?? [];
}
