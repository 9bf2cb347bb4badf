import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../testing/start-app.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

test('answers of more than a kilobyte travel compressed, small ones as they are', async () => {
  const long = await ask(
    '/graphql',
    { 'accept-encoding': 'br, gzip' },
    '{ __schema { types { name description } } }',
  );
  expect(long.headers['content-encoding']).toBe('br');
  expect(JSON.parse(brotliDecompressSync(long.body).toString()).data.__schema.types.length).toBeGreaterThan(
    50,
  );
  const older = await ask(
    '/graphql',
    { 'accept-encoding': 'gzip' },
    '{ __schema { types { name description } } }',
  );
  expect(older.headers['content-encoding']).toBe('gzip');
  expect(JSON.parse(gunzipSync(older.body).toString())).toEqual(
    JSON.parse(brotliDecompressSync(long.body).toString()),
  );
  const short = await ask('/graphql', { 'accept-encoding': 'br, gzip' }, '{ __typename }');
  expect(short.headers['content-encoding']).toBeUndefined();
});

test('nothing that is sent packed is unpacked', async () => {
  const document = '{"query":"{ __typename }"}';
  for (const body of [document, gzipSync(document)]) {
    const answer = await app.client().fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body,
    });
    expect(answer.status).toBe(415);
  }
});

test('a page names every file it needs, and each comes compressed and for good', async () => {
  const html = await ask('/t/anybody/meetings/MTI', { accept: 'text/html', 'accept-encoding': 'br' });
  expect(html.headers['cache-control']).toBe('no-cache');
  const files = [...plain(html).matchAll(/(?:src|href)="(\/assets\/[^"]*)"/g)].map(([, path]) => path!);
  expect(files.some((path) => path.startsWith('/assets/meeting.page'))).toBe(true);
  expect(files.length).toBeLessThanOrEqual(12);
  for (const path of files) {
    const file = await ask(path, { 'accept-encoding': 'br' });
    expect([path, file.status, file.headers['cache-control']]).toEqual([
      path,
      200,
      'public, max-age=31536000, immutable',
    ]);
    if (plain(file).length > 1_024) expect([path, file.headers['content-encoding']]).toEqual([path, 'br']);
  }
});

test('an unknown path is a page for a browser and 404 for a program', async () => {
  expect((await ask('/t/anybody/no/such/page', { accept: 'text/html' })).status).toBe(200);
  expect((await ask('/t/anybody', { accept: 'application/json' })).status).toBe(404);
  for (const path of ['/pages/home.html', '/pages.json', '/operations.json', '/index.html.br'])
    expect([path, (await ask(path, { accept: '*/*' })).status]).toEqual([path, 404]);
});

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

const plain = ({ headers, body }: Answer): string =>
  (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString();

/** As the bytes come: fetch would unpack them. */
function ask(path: string, headers: Record<string, string>, query?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      app.url + path,
      {
        method: query ? 'POST' : 'GET',
        headers: { ...headers, ...(query && { 'content-type': 'application/json' }) },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(query && JSON.stringify({ query }));
  });
}
