import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { runningPostgresUrl } from './index.js';

const root = resolve(import.meta.dirname, '../../..');
/** `npm test` has just built it, which starts sooner; a spec that runs alone takes the source. */
const [library, loader] =
  process.env['YORIAI_BUILT'] === '1'
    ? ['dist/index.js', []]
    : ['src/index.ts', ['--import', './tools/typescript.mjs']];
const own = `import { startEmbeddedPostgres } from './libs/embedded-postgres/${library}';`;
const program = `${own}
  try {
    const postgres = await startEmbeddedPostgres(process.env.DATA_DIR);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => postgres.stop().then(() => process.exit(0)));
    console.log(postgres.url);
    setInterval(() => undefined, 60_000);
  } catch (error) {
    console.log(error.name + ': ' + error.message);
    process.exit(1);
  }`;

/** All tests have the same data: each begins where the last one has stopped it, as runs of `npm start` do. */
const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'yoriai-データ '));
const started: ChildProcess[] = [];

afterEach(async () => {
  for (const run of started.splice(0)) await end(run, 'SIGTERM');
});

afterAll(() => {
  rmSync(realpathSync(join(dataDir, 'pg')), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

/** A process of its own, as `npm start` is, and the first line it prints. */
async function start(what = program): Promise<{ run: ChildProcess; line: string }> {
  const run = spawn(process.execPath, [...loader, '--input-type=module', '--eval', what], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(run);
  const [line] = (await once(run.stdout!.setEncoding('utf8'), 'data')) as [string];
  return { run, line: line.trim() };
}

async function end(run: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (run.exitCode !== null || run.signalCode !== null) return run.exitCode;
  const exit = once(run, 'exit');
  run.kill(signal);
  return ((await exit) as [number | null])[0];
}

async function query<Row>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Row[];
  } finally {
    await client.end();
  }
}

const postmaster = () =>
  Number.parseInt(readFileSync(join(dataDir, 'pg', 'data', 'postmaster.pid'), 'utf8'), 10);
/** A zombie does not run. */
const isRunning = (pid: number) =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout);

test('a fresh database speaks UTF-8 the same way on every machine and answers only to its own machine', async () => {
  const { line: url } = await start();
  const [row] = await query(
    url,
    `select current_database() as name, datcollate, datlocale, pg_encoding_to_char(encoding) as encoding,
      current_setting('listen_addresses') as listens, current_setting('fsync') as fsync, lower('ＡÉ') as folded
      from pg_database where datname = current_database()`,
  );
  expect(row).toEqual({
    name: 'yoriai',
    datcollate: 'C',
    datlocale: 'C.UTF-8',
    encoding: 'UTF8',
    listens: '127.0.0.1',
    fsync: 'on',
    folded: 'ａé',
  });
  await expect(query(url.replace(/postgres:\w+@/, 'postgres:guess@'), 'select 1')).rejects.toThrow(
    'password authentication failed',
  );
});

test('what was written is there after kill -9, on the same port, and nothing of the killed run is left', async () => {
  const first = await start();
  await query(first.line, 'create table t (x int); insert into t values (1)');
  const orphan = postmaster();
  await end(first.run, 'SIGKILL');
  expect(isRunning(orphan)).toBe(true);
  expect(runningPostgresUrl(dataDir)).toBe(first.line);

  const second = await start();
  expect(second.line).toBe(first.line);
  expect(await query(second.line, 'select x from t')).toEqual([{ x: 1 }]);
  expect(postmaster()).not.toBe(orphan);
  expect(isRunning(orphan)).toBe(false);
});

test('it starts when the killed run took the database server down with it', async () => {
  const first = await start();
  await query(first.line, 'create table u (x int); insert into u values (1)');
  const server = postmaster();
  await end(first.run, 'SIGKILL');
  process.kill(server, 'SIGKILL');
  const second = await start();
  expect(await query(second.line, 'select x from u')).toEqual([{ x: 1 }]);
});

test('a second start on the same data says so plainly and leaves the first alone', async () => {
  const first = await start();
  const second = await start();
  expect(second.line).toContain('CannotStart: Yoriai is already running');
  expect(second.line).toContain(String(first.run.pid));
  if (second.run.exitCode === null) await once(second.run, 'exit');
  expect(second.run.exitCode).toBe(1);
  expect(await query(first.line, 'select 1 as x')).toEqual([{ x: 1 }]);
});

test('a process that it starts itself shares its server, and leaves it running', async () => {
  const parent = `
    import { spawnSync } from 'node:child_process';
    ${own}
    const postgres = await startEmbeddedPostgres(process.env.DATA_DIR);
    const child = \`${own}
      const lent = await startEmbeddedPostgres(process.env.DATA_DIR);
      console.log(lent.url);
      await lent.stop();\`;
    const told = spawnSync(process.execPath, [...${JSON.stringify(loader)}, '--input-type=module', '--eval', child]);
    process.once('SIGTERM', () => postgres.stop().then(() => process.exit(0)));
    console.log([postgres.url, String(told.stdout).trim()].join());
    setInterval(() => undefined, 60_000);`;
  const { line } = await start(parent);
  const [url = '', lent] = line.split(',');
  expect(lent).toBe(url);
  expect(await query(url, 'select 1 as x')).toEqual([{ x: 1 }]);
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s leaves nothing running', async (signal) => {
  const { run } = await start();
  const server = postmaster();
  expect(await end(run, signal)).toBe(0);
  expect(isRunning(server)).toBe(false);
  expect(runningPostgresUrl(dataDir)).toBeNull();
});

test('the server comes back when it is killed', async () => {
  const { line: url } = await start();
  process.kill(postmaster(), 'SIGKILL');
  let answer: unknown[] = [];
  while (answer.length === 0) answer = await query(url, 'select 1 as x').catch(() => []);
  expect(answer).toEqual([{ x: 1 }]);
});

test('a half-made cluster is made again', async () => {
  const first = await start();
  await end(first.run, 'SIGTERM');
  const home = realpathSync(join(dataDir, 'pg'));
  rmSync(join(home, 'data'), { recursive: true });
  mkdirSync(join(home, 'data.new'));
  writeFileSync(join(home, 'data.new', 'PG_VERSION'), '18\n');
  const second = await start();
  expect(await query(second.line, 'select 1 as x')).toEqual([{ x: 1 }]);
});

test('a process that has inherited the number of a dead server is not mistaken for it', async () => {
  const first = await start();
  await end(first.run, 'SIGTERM');
  writeFileSync(join(dataDir, 'pg', 'data', 'postmaster.pid'), `${process.pid}\n${dataDir}\n`);
  const second = await start();
  expect(await query(second.line, 'select 1 as x')).toEqual([{ x: 1 }]);
});
