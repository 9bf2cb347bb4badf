import type { IncomingMessage, Server } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import {
  GraphQLError,
  getOperationAST,
  validate,
  specifiedRules,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { CONFIG, LOGGER } from '../boot/tokens.js';
import type { Config } from '../config.js';
import { errorFormatter } from '../errors/format-error.js';
import { Refusal } from '../errors/must.js';
import type { RequestContext } from './context.js';
import { Contexts } from './contexts.js';
import { callerAddress } from './caller-address.js';
import { documentLimits, parseDocument } from './limits.js';
import { Safelist } from './safelist.js';
import { checkVariables } from './variables.js';

/** Subscriptions of one socket; and those of them that are being begun at the same moment, stopped again or not. */
const mostPerSocket = 20;
/** Open sockets of one person at one process: each tab has one. */
const mostPerPerson = 30;
/** Open sockets of one network address at one process: an office, or a whole meeting in one room. */
const mostPerAddress = 300;
const mostPayload = 64 * 1024;
/** As HTTP would say it; the web client tries again later. */
const tooManyRequests = 4429;

const wrapped = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('INTERNAL', { originalError: error as Error });

/** How many there are of each; looked at and taken in one step, so that nothing can come between. */
class Count {
  private readonly taken = new Map<string, number>();

  constructor(private readonly most: number) {}

  isFull(key: string): boolean {
    return (this.taken.get(key) ?? 0) >= this.most;
  }

  /** Takes one, or answers null; what it answers gives it back, once. */
  take(key: string): (() => void) | null {
    if (this.isFull(key)) return null;
    this.taken.set(key, (this.taken.get(key) ?? 0) + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      const left = (this.taken.get(key) ?? 1) - 1;
      if (left > 0) this.taken.set(key, left);
      else this.taken.delete(key);
    };
  }
}

interface Line {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
}

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
      // Node leaves this socket to us alone: an error without a listener, such as a caller who hangs up, would end the process.
      socket.on('error', () => socket.destroy());
      if (socket.destroyed) return;
      const refuse = (status: string) => {
        // Ended only, it would stay open for as long as the other side likes.
        socket.once('finish', () => socket.destroy());
        socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`);
      };
      if (request.url?.split('?')[0] !== '/graphql' || !this.isOurs(request)) return refuse('403 Forbidden');
      const address = callerAddress(request, this.config);
      if (perAddress.isFull(address)) return refuse('429 Too Many Requests');
      sockets.handleUpgrade(request, socket, head, (ws) => {
        const release = perAddress.take(address);
        if (!release) return ws.terminate();
        ws.once('close', release);
        sockets.emit('connection', ws, request);
      });
    });
    const format = errorFormatter(this.logger);
    const perAddress = new Count(mostPerAddress);
    const perPerson = new Count(mostPerPerson);
    const beginning = new WeakMap<object, number>();
    const server = useServer(
      {
        // A caller who has not signed in has nothing to hear, and no socket to keep open.
        onConnect: async (socket) => {
          const { socket: ws, request } = socket.extra as unknown as Line;
          const context = await this.contexts.ofSocket(request, socket.connectionParams ?? {});
          if (!context.signedIn) return false;
          const release = ws.readyState === ws.OPEN ? perPerson.take(context.signedIn.userId) : null;
          if (!release) {
            ws.close(tooManyRequests, 'Too many lines');
            return false;
          }
          ws.once('close', release);
          return true;
        },
        onSubscribe: async (socket, _id, payload) => {
          // Itself included; a client that stops it while it begins has it begun all the same.
          const under = beginning.get(socket) ?? 0;
          if (under >= mostPerSocket || Object.keys(socket.subscriptions).length > mostPerSocket)
            return [wrapped(new Refusal({ code: 'RATE_LIMITED' }))];
          beginning.set(socket, under + 1);
          try {
            const args = this.prepare(schema, payload.query, payload.operationName, payload.variables);
            if (Array.isArray(args)) return args;
            const contextValue = await this.contexts.ofSocket(
              (socket.extra as unknown as Line).request,
              socket.connectionParams ?? {},
            );
            return { ...(args as ExecutionArgs), contextValue };
          } catch (error) {
            // Put into words once, by `onError`.
            return [wrapped(error)];
          } finally {
            beginning.set(socket, (beginning.get(socket) ?? 1) - 1);
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
    this.safelist.check(query);
    const document = parseDocument(query);
    const errors = validate(schema, document, [...specifiedRules, documentLimits]);
    if (errors.length > 0) return [...errors];
    const operation = getOperationAST(document, operationName);
    checkVariables(schema, operation, variableValues);
    if (operation?.operation !== 'subscription')
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
    const real = wrapped(error);
    const { message, extensions } = format(real.toJSON(), real);
    return new GraphQLError(message, { path: real.path ?? null, extensions: extensions ?? {} });
  }
}
