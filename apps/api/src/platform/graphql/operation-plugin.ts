import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { RequestContext } from './context.js';
import { mostErrors } from './limits.js';
import { checkVariables, variableErrors } from './variables.js';

type Data = Record<string, unknown>;
type Compiled = CompiledQuery<Data, Data>;

/** Compiled documents kept; the web client has about a hundred. */
const mostCompiled = 500;
/** A document is compiled when it comes for the second time, so that one-off documents cost nothing. */
const compileFrom = 2;

/**
 * What happens around each operation: variables are looked at, then made what their types say (compiled or not, by graphql-js), known documents run compiled (graphql-jit), and the operation's read
 * transaction is closed whatever became of it. Errors are shaped here too, because Apollo does not for a response of our own.
 */
export function operationPlugin(
  format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<RequestContext> {
  const compiled = new Map<string, Compiled>();
  const seen = new Map<string, number>();
  const compiledFor = (
    key: string,
    compile: () => ReturnType<typeof compileQuery<Data, Data>>,
  ): Compiled | null => {
    const known = compiled.get(key);
    if (known) return known;
    const times = (seen.get(key) ?? 0) + 1;
    if (seen.size > 10 * mostCompiled) seen.clear();
    seen.set(key, times);
    if (times < compileFrom) return null;
    const query = compile();
    if (!isCompiledQuery(query)) return null;
    if (compiled.size >= mostCompiled) compiled.delete(compiled.keys().next().value as string);
    compiled.set(key, query);
    return query;
  };
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, request, operation }) =>
        checkVariables(schema, operation, request.variables),
      responseForOperation: async (asked) => {
        const { schema, document, operation, operationName, queryHash, request, contextValue } = asked;
        const wrong = variableErrors(schema, operation, request.variables ?? {});
        if (wrong.length > 0)
          return {
            body: {
              kind: 'single' as const,
              singleResult: { errors: wrong.map((error) => format(error.toJSON(), error)) },
            },
            http: { status: 400, headers: new HeaderMap() },
          };
        const query = compiledFor(`${queryHash}:${operationName ?? ''}`, () =>
          compileQuery<Data, Data>(schema, document, operationName ?? undefined, {
            disableLeafSerialization: false,
          }),
        );
        if (!query) return null;
        const result = await query.query(undefined, contextValue, request.variables ?? {});
        const errors = result.errors?.slice(0, mostErrors).map((error) => {
          const real =
            error instanceof GraphQLError ? error : new GraphQLError('INTERNAL', { originalError: error });
          return format(real.toJSON(), real);
        });
        return {
          body: {
            kind: 'single' as const,
            singleResult: { ...(errors ? { errors } : {}), data: result.data ?? null },
          },
          http: { status: 200, headers: new HeaderMap() },
        };
      },
      willSendResponse: async ({ contextValue, response }) => {
        if (response.body.kind === 'single') {
          const result = response.body.singleResult;
          if (result.errors) result.errors = result.errors.slice(0, mostErrors);
        }
        await contextValue.end();
      },
    }),
  };
}
