import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Refusal } from './must.js';

/** Codes of GraphQL's own that mean "this document or these variables cannot be run". */
const clientMistakes = new Set([
  'BAD_USER_INPUT',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** GraphQL's words show the value that does not fit, however long it is. */
const longestMessage = 300;

/** Postgres: a value that no column of ours can hold got past every check. */
const unstorable = new Set(['22021', '22P02', '22P05', '22003', '22008', '22007']);

/**
 * The only way an error leaves the server. What we said ourselves goes out as code and params; a mistake in the document goes out
 * with GraphQL's words; everything else is INTERNAL, with a number that finds the details in the log.
 */
export function errorFormatter(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const where = {
      ...(formatted.path ? { path: formatted.path } : {}),
      ...(formatted.locations ? { locations: formatted.locations } : {}),
    };
    const cause = originOf(error);
    if (cause instanceof Refusal) {
      const { code, ...params } = cause.failure as { code: string } & Record<string, unknown>;
      return {
        message: code,
        ...where,
        extensions: { code, ...(Object.keys(params).length > 0 ? { params } : {}) },
      };
    }
    const code = formatted.extensions?.['code'];
    // Thrown by GraphQL itself, which marks its own errors and never wraps another.
    if (
      cause instanceof GraphQLError &&
      (code === undefined || clientMistakes.has(String(code))) &&
      !cause.originalError
    ) {
      const params = formatted.extensions?.['params'];
      return {
        message: formatted.message.slice(0, longestMessage),
        ...where,
        extensions: { code: 'BAD_USER_INPUT', ...(params ? { params } : {}) },
      };
    }
    if (unstorable.has(String((cause as { code?: unknown } | null)?.code)))
      return {
        message: 'BAD_USER_INPUT',
        ...where,
        extensions: { code: 'BAD_USER_INPUT', params: { rule: 'MALFORMED' } },
      };
    const correlationId = randomUUID();
    logger.error({ err: cause, correlationId, path: formatted.path }, 'a request failed unexpectedly');
    return { message: 'INTERNAL', ...where, extensions: { code: 'INTERNAL', correlationId } };
  };
}

/** What was thrown, under however many wrappers. */
function originOf(error: unknown): unknown {
  let cause = unwrapResolverError(error);
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}
