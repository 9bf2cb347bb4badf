import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from './context.js';
import { mostErrors } from './limits.js';
import { checkVariables, variableErrors } from './variables.js';

/**
 * What happens around each operation that Apollo Server answers: variables are looked at, and the operation's read transaction is closed
 * whatever became of it. Errors of variables are shaped here, because Apollo does not for a response of our own.
 */
export const operationPlugin = (
  format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, request, operation }) =>
      checkVariables(schema, operation, request.variables),
    responseForOperation: async ({ schema, operation, request }) => {
      const wrong = variableErrors(schema, operation, request.variables ?? {});
      if (wrong.length === 0) return null;
      return {
        body: {
          kind: 'single',
          singleResult: { errors: wrong.map((error) => format(error.toJSON(), error)) },
        },
        http: { status: 400, headers: new HeaderMap() },
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
});
