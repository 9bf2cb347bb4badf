import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import fastifyCompress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';
import { webRoot } from './web-root.js';

/** What a page of ours may load and talk to: itself. Mantine sets inline styles. */
const contentSecurityPolicy = ({ publicUrl }: Pick<Config, 'publicUrl'>): string =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    // Older browsers do not count the sockets of this host as 'self'.
    `connect-src 'self' ${publicUrl.replace(/^http/, 'ws')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
  ].join('; ');

/** Headers for every answer, and the web client's files; any other path that a browser opens is a page of the client. */
export async function serveWeb(
  app: NestFastifyApplication,
  config: Pick<Config, 'publicUrl'>,
  withFiles: boolean,
): Promise<void> {
  const policy = contentSecurityPolicy(config);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', (request, reply, _, goOn) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('Referrer-Policy', 'no-referrer');
    reply.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (!reply.hasHeader('Content-Security-Policy')) reply.header('Content-Security-Policy', policy);
    // What is not a file of the client is one person's answer at one moment.
    if (!reply.hasHeader('Cache-Control')) reply.header('Cache-Control', 'no-store');
    if (request.protocol === 'https') reply.header('Strict-Transport-Security', 'max-age=31536000');
    goOn();
  });
  // What is built lies there compressed already, and better. No secret and no word of a stranger's choosing meet in one answer that
  // another site can ask for (the API takes JSON from our own pages only), so lengths tell nothing.
  await fastify.register(fastifyCompress as never, {
    threshold: 1_024,
    // What is sent to us is read as it comes: a packed kilobyte may unfold to a gigabyte.
    globalDecompression: false,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  if (!withFiles || !existsSync(webRoot)) return;
  await fastify.register(fastifyStatic as never, {
    root: webRoot,
    wildcard: false,
    index: false,
    preCompressed: true,
    globIgnore: ['**/*.{br,gz}', 'pages/**', 'pages.json', 'operations.json'],
    setHeaders: (reply: { header(name: string, value: string): unknown }, path: string) =>
      reply.header(
        'Cache-Control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  const pages = JSON.parse(readFileSync(join(webRoot, 'pages.json'), 'utf8')) as Record<string, string>;
  for (const [path, file] of Object.entries(pages)) fastify.get(path, page(file));
  // Less particular than every other route: only what no other route answers comes here.
  fastify.get('/*', page('index.html'));
}

const page =
  (file: string) =>
  (request: FastifyRequest, reply: FastifyReply): unknown => {
    if (!(request.headers.accept ?? '').includes('text/html'))
      return reply.code(404).send({ error: 'NOT_FOUND' });
    return reply.sendFile(file);
  };
