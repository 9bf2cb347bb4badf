import fastifyCookie from '@fastify/cookie';
import type { Server } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { ExternalContextCreator, NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { AppModule } from './app.module.js';
import { AuditTrail } from './platform/audit/audit-trail.js';
import type { Config } from './platform/config.js';
import { Database } from './platform/database/database.js';
import { isOurProxy } from './platform/graphql/caller-address.js';
import { callDirectly } from './platform/graphql/direct-calls.js';
import { ShortWay } from './platform/graphql/short-way.js';
import { Sockets } from './platform/graphql/sockets.js';
import { BullAlarm } from './platform/queue/bull-alarm.js';
import { Dispatcher } from './platform/queue/dispatcher.js';
import { Sweep } from './platform/queue/sweep.js';
import { serveWeb } from './platform/web/serve-web.js';

/** A running process: what `main.ts` starts and what tests start. */
export interface Application {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly url: string;
  close(): Promise<void>;
}

interface Options {
  readonly workers?: boolean;
  /** Runs before the first request and before any worker starts. */
  readonly beforeOpening?: (app: NestFastifyApplication, database: Database) => Promise<void>;
}

/** Roster files come as base64 inside a document. */
const largestBody = 3 * 1024 * 1024;

/** Milliseconds that a request may take to arrive, whole or only its head; for slow lines and roster files. */
const longestRequest = 60_000;
const longestHead = 20_000;
/** How often that is looked at. */
const lookEvery = 5_000;
/** A connection on which nothing moves either way for so long is closed: its client has gone. */
const longestSilence = 120_000;

/** All that a process answers which only works. */
const forOperators = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * V8 guesses which objects will live long and allocates them in the old generation. What a request makes lives as long as the request. Guessed wrongly,
 * its rows and all that they hold wait for a full collection, which costs a list up to a third of its time.
 */
const noPretenuring = '--no-allocation-site-pretenuring';

/** Starts the API, the workers or both on a migrated database. */
export async function startApplication(
  config: Config,
  ownerUrl: string,
  logger: Logger,
  options: Options = {},
): Promise<Application> {
  setFlagsFromString(noPretenuring);
  const database = await Database.connect(ownerUrl);
  let app: NestFastifyApplication | null = null;
  const close = async () => {
    // First, and not by a hook of Nest's: Apollo's own comes before, and waits for every open connection.
    await app?.get(Sockets).close();
    await app?.close();
    await database.close();
  };
  try {
    app = await build(config, database, logger);
    const url = await open(app, database, config, options);
    return { app, database, url, close };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

async function build(config: Config, database: Database, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: largestBody,
    trustProxy: isOurProxy(config),
    requestTimeout: longestRequest,
    connectionTimeout: longestSilence,
    http: { headersTimeout: longestHead, connectionsCheckingInterval: lookEvery },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    await AppModule.with(config, database, logger),
    adapter,
    {
      logger: false,
      abortOnError: false,
    },
  );
  callDirectly(app.get(ExternalContextCreator));
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyCookie as never);
  fastify.addHook('onRequest', (request, reply, goOn) => {
    const path = request.url.split('?')[0] ?? '';
    if (config.role === 'worker' && !forOperators.has(path))
      return reply.code(404).send({ error: 'NOT_FOUND' });
    // No GET and no form can run a document.
    if (path !== '/graphql' || request.headers.upgrade) return goOn();
    if (request.method !== 'POST') return reply.code(405).send({ error: 'POST only' });
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
      return reply.code(415).send({ error: 'application/json only' });
    if (request.headers['content-encoding']) return reply.code(415).send({ error: 'no content-encoding' });
    goOn();
  });
  const shortWay = app.get(ShortWay);
  fastify.addHook('preHandler', (request, reply) => shortWay.answer(request, reply));
  await serveWeb(app, config, config.role !== 'worker');
  return app;
}

/** Lets people in and workers begin; answers with the address. */
async function open(
  app: NestFastifyApplication,
  database: Database,
  config: Config,
  options: Options,
): Promise<string> {
  await app.init();
  const alarm = app.get(BullAlarm);
  // The sweep does what is due before there is a worker to wake; the queue would bring each of it a second time.
  alarm.quiet = true;
  await options.beforeOpening?.(app, database);
  alarm.quiet = options.workers === false;
  if (config.role !== 'worker') {
    const { schema } = app.get(GraphQLSchemaHost, { strict: false });
    app.get(ShortWay).open(schema);
    app.get(Sockets).attach(app.getHttpServer() as Server, schema);
  }
  if (config.role !== 'api' && options.workers !== false) {
    const dispatcher = app.get(Dispatcher);
    alarm.work((job) => dispatcher.run(job));
    app.get(Sweep).start();
    app.get(AuditTrail).start();
  }
  await app.listen(config.port, config.host);
  const address = (app.getHttpServer() as Server).address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return `http://127.0.0.1:${port}`;
}
