import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { webRoot } from './web-root.js';

/** What a page of ours may load and talk to: itself. Mantine sets inline styles. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self' ws: wss:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ');

/** Headers for every answer, and the web client's files; any other path that a browser opens is a page of the client. */
export async function serveWeb(app: NestFastifyApplication, withFiles: boolean): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', async (request, reply) => {
    reply.header('X-Content-Type-Options', 'nosniff');
    reply.header('Referrer-Policy', 'no-referrer');
    reply.header('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (!reply.hasHeader('Content-Security-Policy'))
      reply.header('Content-Security-Policy', contentSecurityPolicy);
    if (request.protocol === 'https') reply.header('Strict-Transport-Security', 'max-age=31536000');
  });
  if (!withFiles || !existsSync(webRoot)) return;
  await fastify.register(fastifyStatic as never, {
    root: webRoot,
    wildcard: false,
    index: false,
    setHeaders: (reply: { header(name: string, value: string): unknown }, path: string) =>
      reply.header(
        'Cache-Control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  // Less particular than every other route: only what nobody else answers comes here.
  fastify.get('/*', (request, reply) => {
    if (!(request.headers.accept ?? '').includes('text/html'))
      return reply.code(404).send({ error: 'NOT_FOUND' });
    return (reply as unknown as { sendFile(name: string): unknown }).sendFile('index.html');
  });
}
