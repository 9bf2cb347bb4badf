import 'reflect-metadata';
import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { migrations } from '../../apps/api/migrations/index.js';
import { startApplication } from '../../apps/api/src/application.js';
import { readConfig } from '../../apps/api/src/platform/config.js';
import { startEmbeddedPostgres } from '@yoriai/embedded-postgres';
import { migrate } from '../../apps/api/src/platform/database/migrate.js';
import { createLogger } from '../../apps/api/src/platform/logger.js';
import { document, variables, type Plan, type Told } from './screen.js';
import { seed } from './seed.js';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 4);
/** Until V8 has compiled what is hot and every connection has planned its statements. */
const warmUp = 1_500;
const connections = 8;
/** Clock ticks of /proc: 100 a second on every Linux that node runs on. */
const tickMs = 10;

const servers = { 'hand-written': 'hand-written-server.ts', 'real stack': 'stack-server.ts' } as const;
type Name = keyof typeof servers;

interface Running {
  readonly url: string;
  readonly process: ChildProcess;
}
interface Measured {
  readonly node: number;
  readonly postgres: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const headers = ({ slug, cookie }: Plan) => ({
  'content-type': 'application/json',
  'yoriai-tenant': slug,
  cookie,
});
const body = JSON.stringify({ query: document, variables });

const load = (url: string, plan: Plan, much: { duration: number } | { amount: number }) =>
  autocannon({ url: `${url}/graphql`, method: 'POST', headers: headers(plan), body, connections, ...much });

const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'yoriai-bench-'));
const postgres = await startEmbeddedPostgres(dataDir, { forTests: true });
try {
  const plan = await prepare(postgres.url);
  const postmaster = await postmasterOf(postgres.url);
  const running = {} as Record<Name, Running>;
  for (const name of Object.keys(servers) as Name[]) running[name] = await start(name, plan);
  const answers = await Promise.all(Object.values(running).map(({ url }) => answerOf(url, plan)));
  assert.deepEqual(
    JSON.parse(answers[0]!),
    JSON.parse(answers[1]!),
    'both servers must give the same answer',
  );
  console.log(
    `One screen: 20 requests, 40 offers, ${(Buffer.byteLength(answers[0]!) / 1000).toFixed(1)} kB of JSON, the same from both.`,
  );
  console.log(
    `${rounds} rounds of ${seconds} s each, ${connections} connections, node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`,
  );

  const results: Record<Name, Measured[]> = { 'hand-written': [], 'real stack': [] };
  for (const name of Object.keys(servers) as Name[]) await load(running[name].url, plan, { amount: warmUp });
  for (let round = 0; round < rounds; round++)
    for (const name of Object.keys(servers) as Name[])
      results[name].push(await measure(running[name], plan, postmaster));

  const middle = Object.fromEntries(
    Object.entries(results).map(([name, all]) => [name, medians(all)]),
  ) as Record<Name, Measured>;
  console.log('\nCPU ms per operation     node  Postgres  together   req/s   p50 ms   p99 ms');
  for (const [name, m] of Object.entries(middle))
    console.log(
      `${name.padEnd(21)} ${cell(m.node, 8)} ${cell(m.postgres, 9)} ${cell(m.node + m.postgres, 9)} ${m.perSecond.toFixed(0).padStart(7)} ${cell(m.p50, 8)} ${cell(m.p99, 8)}`,
    );
  const [hand, stack] = [middle['hand-written'], middle['real stack']];
  const ratio = (stack.node + stack.postgres) / (hand.node + hand.postgres);
  console.log(
    `\nratio ${ratio.toFixed(2)} (node ${(stack.node / hand.node).toFixed(2)}, Postgres ${(stack.postgres / hand.postgres).toFixed(2)}); the aim is at most 1.70`,
  );
  for (const { process: child } of Object.values(running)) await stop(child);
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);

async function prepare(ownerUrl: string): Promise<Plan> {
  await migrate(ownerUrl, migrations);
  const config = readConfig({ PORT: '0', DEMO: '0', LOG_LEVEL: 'fatal', DATA_DIR: dataDir });
  const application = await startApplication(config, ownerUrl, createLogger('fatal'), { workers: false });
  const plan = { ownerUrl, ...(await seed(application)) };
  await application.close();
  await sql(ownerUrl, 'vacuum analyze');
  return plan;
}

async function start(name: Name, plan: Plan): Promise<Running> {
  const child = fork(join(import.meta.dirname, servers[name]), [JSON.stringify(plan)], {
    execArgv: ['--import', join(import.meta.dirname, '../../tools/typescript.mjs')],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [told] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${name} did not start`))),
  ])) as [Told];
  if (!('ready' in told)) throw new Error(`${name} did not say where it listens`);
  return { url: told.ready, process: child };
}

async function stop(child: ChildProcess): Promise<void> {
  child.send('stop');
  await once(child, 'exit');
}

async function answerOf(url: string, plan: Plan): Promise<string> {
  // Three times, so that a document compiled on its second coming answers as it will under load.
  for (let i = 0; i < 2; i++) await fetch(`${url}/graphql`, { method: 'POST', headers: headers(plan), body });
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: headers(plan), body });
  assert.equal(response.status, 200);
  return response.text();
}

async function measure(server: Running, plan: Plan, postmaster: number): Promise<Measured> {
  const [node, database] = [await cpuOf(server.process), cpuOfPostgres(postmaster)];
  const result = await load(server.url, plan, { duration: seconds });
  assert.equal(result.non2xx + result.errors, 0, 'every answer must be a good one');
  const done = result['2xx'];
  return {
    node: ((await cpuOf(server.process)) - node) / done,
    postgres: (cpuOfPostgres(postmaster) - database) / done,
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  const [told] = (await once(child, 'message')) as [Told];
  return 'cpuMs' in told ? told.cpuMs : NaN;
}

/** Milliseconds of CPU of the database's processes, those of ended ones included. */
function cpuOfPostgres(postmaster: number): number {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const fields = statOf(pid);
    if (!fields) continue;
    const [parent, user, system, endedUser, endedSystem] = [
      fields[1],
      fields[11],
      fields[12],
      fields[13],
      fields[14],
    ].map(Number) as [number, number, number, number, number];
    if (Number(pid) === postmaster) ticks += user + system + endedUser + endedSystem;
    else if (parent === postmaster) ticks += user + system;
  }
  return ticks * tickMs;
}

/** The fields after the command's name. */
function statOf(pid: string): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

async function postmasterOf(ownerUrl: string): Promise<number> {
  const [directory] = await sql<{ data_directory: string }>(ownerUrl, 'show data_directory');
  assert(directory);
  return Number(readFileSync(join(directory.data_directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

async function sql<Row extends object>(ownerUrl: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

function medians(all: readonly Measured[]): Measured {
  const median = (of: (m: Measured) => number): number =>
    all.map(of).toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
  return {
    node: median((m) => m.node),
    postgres: median((m) => m.postgres),
    perSecond: median((m) => m.perSecond),
    p50: median((m) => m.p50),
    p99: median((m) => m.p99),
  };
}

function cell(n: number, width: number): string {
  return n.toFixed(2).padStart(width);
}
