import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Logger } from 'pino';
import { LOGGER } from '../boot/tokens.js';
import { errorFormatter } from '../errors/format-error.js';
import { Contexts } from './contexts.js';
import { checkPosted, documentLimits, mostErrors, mostTokens } from './limits.js';
import { Safelist } from './safelist.js';
import { checkVariables, variableErrors } from './variables.js';

/** `long` leaves everything to Apollo Server: for tests that compare the two. */
export type Way = 'short' | 'long';

type Variables = Readonly<Record<string, unknown>>;
interface Known {
  readonly operation: OperationDefinitionNode;
  readonly run: (root: undefined, context: unknown, variables: Variables) => Promise<Result> | Result;
}
interface Result {
  readonly data?: unknown;
  readonly errors?: readonly Error[] | undefined;
}
interface Asked {
  readonly known: Known;
  readonly variables: Variables;
  readonly contentType: string;
}

/** The web client has about three hundred, none longer than some 5,400 characters. */
const longestKnown = 20_000;

const json = 'application/json; charset=utf-8';
/** What clients ask for, and what Apollo Server sends them; everything else is left to it. */
const answered = new Map([
  [undefined, json],
  ['*/*', json],
  ['application/json', json],
  [
    'application/graphql-response+json,application/json;q=0.9',
    'application/graphql-response+json; charset=utf-8',
  ],
]);

/**
 * A sound operation is answered without Apollo Server, from its first coming on, so that the same question is never answered in two ways: its
 * text is looked up, limits and validity are known since it was compiled, and what is left is who asks, the variables and the work itself. Whatever is not plainly in order before the work begins
 * (another text, another header, a variable that does not fit) is left to Apollo Server, which says why; so no rule stands here twice.
 */
@Injectable()
export class ShortWay {
  way: Way = 'short';
  /** Documents kept. Specs that ask more of them again and again keep more. */
  mostKnown = 500;
  /** Operations answered here, and those left to Apollo Server. */
  readonly counts = { short: 0, long: 0 };
  private schema: GraphQLSchema | null = null;
  private readonly known = new Map<string, Known>();
  private readonly format;

  constructor(
    private readonly contexts: Contexts,
    private readonly safelist: Safelist,
    @Inject(LOGGER) logger: Logger,
  ) {
    this.format = errorFormatter(logger);
  }

  open(schema: GraphQLSchema): void {
    this.schema = schema;
  }

  /** A hook before the handler: answers, or does nothing. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (request.method !== 'POST' || request.url !== '/graphql') return;
    const asked = this.read(request);
    this.counts[asked ? 'short' : 'long'] += 1;
    if (!asked) return;
    void reply.header('content-type', asked.contentType);
    try {
      return reply.send(await this.run(asked, request, reply));
    } catch (error) {
      // Who asks is not known yet.
      const errors = [this.format(new GraphQLError('INTERNAL').toJSON(), error)];
      return reply.code(500).send(JSON.stringify({ errors }));
    }
  }

  private async run(
    { known, variables }: Asked,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string> {
    const context = await this.contexts.ofRequest(request, reply);
    try {
      const { data, errors } = await known.run(undefined, context, variables);
      if (!errors?.length) return JSON.stringify({ data: data ?? null });
      return JSON.stringify({
        errors: errors.slice(0, mostErrors).map((error) => this.formatted(error)),
        data: data ?? null,
      });
    } finally {
      await context.end();
    }
  }

  private formatted(error: Error) {
    const real =
      error instanceof GraphQLError ? error : new GraphQLError('INTERNAL', { originalError: error });
    return this.format(real.toJSON(), real);
  }

  /** What is asked, where it is known and all in order; else null. */
  private read({ headers, body }: FastifyRequest): Asked | null {
    const contentType = answered.get(headers.accept);
    if (!contentType || !/^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? ''))
      return null;
    if (!/^[\w.-]+(:\d{1,5})?$/.test(headers.host ?? '') || !isRecord(body)) return null;
    const { query, operationName = null, extensions } = body;
    const variables = body['variables'] ?? {};
    if (typeof query !== 'string' || query.length > longestKnown || !isRecord(variables)) return null;
    if (operationName !== null && typeof operationName !== 'string') return null;
    if (extensions !== undefined && (!isRecord(extensions) || extensions['persistedQuery'])) return null;
    const known = this.find(query, operationName);
    if (!known) return null;
    try {
      checkVariables(this.schema!, known.operation, variables);
    } catch {
      return null;
    }
    if (variableErrors(this.schema!, known.operation, variables).length > 0) return null;
    return { known, variables, contentType };
  }

  private find(query: string, operationName: string | null): Known | null {
    const key = operationName === null ? query : `${operationName}\n${query}`;
    const known = this.known.get(key);
    if (known) return known;
    if (!this.schema || this.way === 'long') return null;
    const learned = this.learn(query, operationName);
    // What is refused is not remembered: a flood of it would push out what is known.
    if (!learned) return null;
    if (this.known.size >= this.mostKnown) this.known.delete(this.known.keys().next().value as string);
    this.known.set(key, learned);
    return learned;
  }

  /** Compiles what Apollo Server would run; null for what it would refuse, and for questions about the schema itself. */
  private learn(query: string, operationName: string | null): Known | null {
    if (/__(schema|type)\b/.test(query)) return null;
    try {
      this.safelist.check(query);
      checkPosted(query);
      const document = parse(query, { maxTokens: mostTokens });
      if (validate(this.schema!, document, [...specifiedRules, documentLimits]).length > 0) return null;
      const operation = getOperationAST(document, operationName);
      if (!operation || operation.operation === 'subscription') return null;
      const compiled = compileQuery(this.schema!, document, operationName ?? undefined);
      return isCompiledQuery(compiled) ? { operation, run: compiled.query } : null;
    } catch {
      return null;
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
