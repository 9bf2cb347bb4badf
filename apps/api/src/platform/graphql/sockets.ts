import type { IncomingMessage, Server } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import {
  GraphQLError,
  getOperationAST,
  parse,
  validate,
  specifiedRules,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer } from 'ws';
import { CONFIG, LOGGER } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { errorFormatter } from '../errors/format-error.js';
import type { RequestContext } from './context.js';
import { Contexts } from './contexts.js';
import { checkVariables, documentLimits, mostTokens } from './limits.js';
import { Safelist } from './safelist.js';

const mostPerSocket = 20;
const mostPayload = 64 * 1024;

/**
 * Live updates over graphql-ws, wired to the schema directly. A socket carries subscriptions only, obeys the same limits and the
 * same safelist as a request, and comes from our own pages: another origin's page cannot ride on the cookie.
 */
@Injectable()
export class Sockets {
  private server: WebSocketServer | null = null;
  private dispose: (() => Promise<void>) | null = null;

  constructor(
    private readonly contexts: Contexts,
    private readonly safelist: Safelist,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  attach(http: Server, schema: GraphQLSchema): void {
    const sockets = new WebSocketServer({ noServer: true, maxPayload: mostPayload });
    this.server = sockets;
    http.on('upgrade', (request, socket, head) => {
      // Node leaves this socket to us alone: an error that nobody hears, such as a caller who hangs up, would end the process.
      socket.on('error', () => socket.destroy());
      if (request.url?.split('?')[0] !== '/graphql' || !this.isOurs(request)) {
        socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
    });
    const format = errorFormatter(this.logger);
    const open = new WeakMap<object, number>();
    const server = useServer(
      {
        onSubscribe: async (socket, _id, payload) => {
          const count = (open.get(socket) ?? 0) + 1;
          if (count > mostPerSocket)
            return [new GraphQLError('RATE_LIMITED', { extensions: { code: 'RATE_LIMITED' } })];
          try {
            const args = this.prepare(schema, payload.query, payload.operationName, payload.variables);
            if (Array.isArray(args)) return args;
            const contextValue = await this.contexts.ofSocket(
              (socket.extra as unknown as { request: IncomingMessage }).request,
              socket.connectionParams ?? {},
            );
            open.set(socket, count);
            return { ...(args as ExecutionArgs), contextValue };
          } catch (error) {
            return [this.shaped(format, error)];
          }
        },
        onNext: async (_socket, _id, _payload, args, result) => {
          const context = args.contextValue as RequestContext;
          // The screen closed while this was being read: what was still to be read failed on purpose.
          if (context.isOver) return { data: null };
          await context.close();
          return this.shapeResult(format, result);
        },
        onError: (_socket, _id, _payload, errors) =>
          errors.map((error) => this.shaped(format, error)).map((e) => e.toJSON()),
        onComplete: async (socket) => void open.set(socket, Math.max(0, (open.get(socket) ?? 1) - 1)),
      },
      sockets,
    );
    this.dispose = async () => server.dispose();
  }

  async close(): Promise<void> {
    for (const client of this.server?.clients ?? []) client.terminate();
    await this.dispose?.();
  }

  private isOurs(request: IncomingMessage): boolean {
    const origin = request.headers.origin;
    if (origin === undefined) return true;
    const host = URL.canParse(origin) ? new URL(origin).host : '';
    return (
      host === new URL(this.config.publicUrl).host ||
      // Tried out on one machine, it is asked for under more than one name.
      (!this.config.secureCookies && host === request.headers.host)
    );
  }

  private prepare(
    schema: GraphQLSchema,
    query: string,
    operationName: string | null | undefined,
    variableValues: Record<string, unknown> | null | undefined,
  ): Omit<ExecutionArgs, 'contextValue'> | GraphQLError[] {
    checkVariables(variableValues);
    this.safelist.check(query);
    const document = parse(query, { maxTokens: mostTokens });
    const errors = validate(schema, document, [...specifiedRules, documentLimits]);
    if (errors.length > 0) return [...errors];
    if (getOperationAST(document, operationName)?.operation !== 'subscription')
      return [
        new GraphQLError('Only subscriptions come this way.', { extensions: { code: 'BAD_USER_INPUT' } }),
      ];
    return { schema, document, operationName: operationName ?? null, variableValues: variableValues ?? {} };
  }

  private shapeResult(format: ReturnType<typeof errorFormatter>, result: ExecutionResult): ExecutionResult {
    return result.errors
      ? { ...result, errors: result.errors.map((error) => this.shaped(format, error)) }
      : result;
  }

  private shaped(format: ReturnType<typeof errorFormatter>, error: unknown): GraphQLError {
    const real =
      error instanceof GraphQLError ? error : new GraphQLError('INTERNAL', { originalError: error as Error });
    const { message, extensions } = format(real.toJSON(), real);
    return new GraphQLError(message, { path: real.path ?? null, extensions: extensions ?? {} });
  }
}
