import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { Failure } from '@yoriai/domain/kernel';

/** What an operation that failed tells the screen: a code with words in both languages, and the figures they need. */
export interface AskFailure extends Failure {
  readonly [param: string]: unknown;
}

/** Reads the code out of the error of an operation. Unreachable is OFFLINE; anything unforeseen is INTERNAL. */
export function failureOf(error: unknown): AskFailure {
  if (CombinedGraphQLErrors.is(error)) {
    const { code, params, correlationId } = (error.errors[0]?.extensions ?? {}) as Extensions;
    return { ...params, code: code ?? 'INTERNAL', ...(correlationId && { correlationId }) };
  }
  if (ServerError.is(error)) return { code: error.statusCode === 429 ? 'RATE_LIMITED' : 'INTERNAL' };
  return { code: isNetworkFailure(error) ? 'OFFLINE' : 'INTERNAL' };
}

interface Extensions {
  code?: string;
  params?: Record<string, unknown>;
  correlationId?: string;
}

const isNetworkFailure = (error: unknown): boolean =>
  (typeof navigator !== 'undefined' && !navigator.onLine) || error instanceof TypeError;
