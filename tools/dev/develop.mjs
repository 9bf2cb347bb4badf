import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { freePort, startEmbeddedPostgres } from '@yoriai/embedded-postgres';
import { createServer as createVite } from 'vite';
import { giveUp, root, say } from '../set-up.mjs';
import { Api } from './api.mjs';
import { compile, isServed } from './compile.mjs';
import { schemaFile, writeOperationTypes, writeSchema } from './generated.mjs';

/** Saves that come together are one change. */
const settledMs = 60;

/**
 * One origin: Vite serves the web and hands the api's paths on to its process. The database belongs to this process and stays up while
 * the api comes and goes.
 */
export async function develop(flags) {
  const port = Number(process.env.PORT || 3000);
  const url = `http://localhost:${port}`;
  const http = createServer();
  await new Promise((done, fail) => http.once('error', fail).listen(port, '127.0.0.1', done)).catch((error) =>
    giveUp(`Port ${port} cannot be used (${error.message}). Choose another with PORT.`),
  );

  const postgres = await startEmbeddedPostgres(resolve(process.env.DATA_DIR || '.data')).catch((error) =>
    giveUp(error.message),
  );
  // For the editor: a clone has no types of operations yet. Nothing here waits for them.
  void writeOperationTypes([schemaFile]);
  const apiPort = await freePort();
  const api = new Api({ PORT: String(apiPort), PUBLIC_URL: url }, flags);
  process.env.API_URL = `http://127.0.0.1:${apiPort}`;

  const vite = await createVite({
    configFile: join(root, 'apps/web/vite.config.ts'),
    root: join(root, 'apps/web'),
    clearScreen: false,
    logLevel: 'warn',
    server: { middlewareMode: { server: http }, ws: { server: http } },
    plugins: [{ name: 'yoriai-api', configureServer: (server) => watch(server, api) }],
  });
  http.on('request', (request, response) => vite.middlewares(request, response));

  const stop = async () => {
    await api.end();
    http.closeAllConnections();
    await vite.close();
    await postgres.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());

  await api.start();
  say(`Every save shows at ${url}; Ctrl-C ends it.`);
}

/** Runs again when Vite has restarted itself after a change of its configuration. */
function watch(vite, api) {
  const apiPaths = Object.keys(vite.config.server.proxy ?? {});
  vite.middlewares.use(async (request, response, next) => {
    if (!apiPaths.some((path) => request.url.startsWith(path))) return next();
    const reason = await api.opened();
    if (reason === null) return next();
    response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' }).end(reason);
  });

  const changed = new Set();
  let settling;
  vite.watcher.add(
    ['apps/api/src', 'apps/api/migrations', 'apps/api/schema.graphql', 'libs/domain/src'].map((path) =>
      join(root, path),
    ),
  );
  vite.watcher.on('all', (kind, path) => {
    if (!['add', 'change', 'unlink'].includes(kind)) return;
    changed.add(path);
    clearTimeout(settling);
    settling = setTimeout(async () => {
      const paths = [...changed];
      changed.clear();
      await writeOperationTypes(paths);
      const served = paths.filter(isServed);
      if (served.length === 0) return;
      const mistakes = (await Promise.all(served.map(compile))).filter(Boolean);
      if (mistakes.length > 0) {
        console.error(`\n${mistakes.join('\n\n')}\n`);
        return say('That does not compile; the api goes on as it was. The next save tries again.');
      }
      if ((await api.start()) !== null) return;
      vite.hot.send({ type: 'full-reload', path: '*' });
      await writeSchema(process.env.API_URL);
    }, settledMs);
  });
}
