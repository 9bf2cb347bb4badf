import 'reflect-metadata';
import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import autocannon from 'autocannon';
import pg from 'pg';
import { migrations } from '../../apps/api/migrations/index.js';
import { startApplication } from '../../apps/api/src/application.js';
import { readConfig } from '../../apps/api/src/platform/config.js';
import { startEmbeddedPostgres } from '@yoriai/embedded-postgres';
import { migrate } from '../../apps/api/src/platform/database/migrate.js';
import { createLogger } from '../../apps/api/src/platform/logger.js';
import { operations, type Operation, type Plan, type Told } from './operations.js';
import { seed } from './seed.js';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 7);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 4);
/** Until V8 has compiled what is hot and every connection has planned its statements. */
const warmUp = 1_500;
const connections = 8;
/** Clock ticks of /proc: 100 a second on every Linux that node runs on. */
const tickMs = 10;

const servers = {
  'hand-written': 'hand-written-server.ts',
  Yoriai: 'stack-server.ts',
  'Mercurius with JIT': 'mercurius-server.ts',
  'Apollo Server': 'apollo-server.ts',
} as const;
type Name = keyof typeof servers;
/** BENCH_SERVERS=Yoriai leaves the others out; BENCH_PROFILE=<folder> has each server write where its time goes. */
const wanted = process.env['BENCH_SERVERS']?.split(',');
const names = (Object.keys(servers) as Name[]).filter((name) => wanted?.includes(name) ?? true);
const profile = process.env['BENCH_PROFILE'];

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
/** BENCH_OPERATIONS=SupportList leaves the others out. */
const asked = process.env['BENCH_OPERATIONS']?.split(',');
let sent = 0;
const bodyOf = (name: string, { document, variables }: Operation, plan: Plan): string =>
  JSON.stringify({ operationName: name, query: document, variables: variables(plan, sent++) });

const load = (
  url: string,
  nextBody: () => string,
  plan: Plan,
  much: { duration: number } | { amount: number },
) =>
  autocannon({
    url: `${url}/graphql`,
    method: 'POST',
    headers: headers(plan),
    requests: [{ setupRequest: (request) => ({ ...request, body: nextBody() }) }],
    connections,
    ...much,
  });

const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'yoriai-bench-'));
const postgres = await startEmbeddedPostgres(dataDir, { forTests: true });
try {
  const plan = await prepare(postgres.url);
  const postmaster = await postmasterOf(postgres.url);
  const running = {} as Record<Name, Running>;
  for (const name of names) running[name] = await start(name, plan);
  console.log(
    `${rounds} rounds of ${seconds} s each, ${connections} connections, node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model}`,
  );
  // All first, acts too: a process that has written something is what people are served by.
  for (const name of Object.keys(operations)) await mustAnswerAlike(name, running, plan);
  for (const [name, operation] of Object.entries(operations))
    if (asked?.includes(name) ?? true) await compare(name, operation, running, plan, postmaster);
  for (const { process: child } of Object.values(running)) await stop(child);
} finally {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit(0);

function serversOf(operation: Operation): Name[] {
  return names.filter((name) => operation.hasPeers || name === 'hand-written' || name === 'Yoriai');
}

async function mustAnswerAlike(title: string, running: Record<Name, Running>, plan: Plan): Promise<void> {
  const operation = operations[title]!;
  const [those, body] = [serversOf(operation), bodyOf(title, operation, plan)];
  const answers: string[] = [];
  for (const name of those) answers.push(await answerOf(running[name].url, plan, body));
  // Apollo Server ends its answers with a line break; what is new has an id of its own.
  const alike = (text: string) => text.trimEnd().replace(/(?<=srp_)[0-9a-f-]{36}/, '<new>');
  for (const [i, name] of those.entries())
    assert.equal(alike(answers[i]!), alike(answers[0]!), `${name} must give the same answer, to the byte`);
  console.log(
    `${title}: ${(Buffer.byteLength(answers[0]!) / 1000).toFixed(1)} kB, the same from ${those.join(', ')}`,
  );
}

async function compare(
  title: string,
  operation: Operation,
  running: Record<Name, Running>,
  plan: Plan,
  postmaster: number,
): Promise<void> {
  const those = serversOf(operation);
  const nextBody = () => bodyOf(title, operation, plan);
  console.log(`\n${title}, ${operation.title}`);

  const stopForgetting = operation.isCounted ? await forgetCounts(plan.ownerUrl) : async () => undefined;
  const results = Object.fromEntries(those.map((name) => [name, [] as Measured[]])) as Record<
    Name,
    Measured[]
  >;
  for (const name of those) await load(running[name].url, nextBody, plan, { amount: warmUp });
  // Each round asks all of them, so that what else the machine does falls on all alike.
  for (let round = 0; round < rounds; round++)
    for (const name of those) results[name].push(await measure(running[name], nextBody, plan, postmaster));
  await stopForgetting();

  const row = (name: string, m: Measured) =>
    `${name.padEnd(21)} ${cell(m.node, 8)} ${cell(m.postgres, 9)} ${cell(m.node + m.postgres, 9)} ${m.perSecond.toFixed(0).padStart(7)} ${cell(m.p50, 8)} ${cell(m.p99, 8)}`;
  const hand = results[those[0]!];
  console.log('CPU ms per operation     node  Postgres  together   req/s   p50 ms   p99 ms   (medians)');
  for (const name of those) console.log(row(name, medians(results[name])));
  console.log('ratio to the first       node  Postgres  together   least   most   (medians of rounds)');
  for (const name of those) {
    const each = results[name].map((m, i) => ({
      node: m.node / hand[i]!.node,
      postgres: m.postgres / hand[i]!.postgres,
      together: (m.node + m.postgres) / (hand[i]!.node + hand[i]!.postgres),
    }));
    const together = each.map((one) => one.together);
    console.log(
      `${name.padEnd(21)} ${cell(median(each.map((one) => one.node)), 8)} ${cell(median(each.map((one) => one.postgres)), 9)} ${cell(median(together), 9)} ${cell(Math.min(...together), 7)} ${cell(Math.max(...together), 6)}`,
    );
  }
}

/** One member acts hundreds of times a second here; each server counts them, and what is counted is forgotten again. */
async function forgetCounts(ownerUrl: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  const stopped = new AbortController();
  const forgetting = (async () => {
    while (!stopped.signal.aborted) {
      await client.query(
        'begin; lock table auth.throttle in exclusive mode; delete from auth.throttle; commit',
      );
      await pause(25);
    }
  })();
  return async () => {
    stopped.abort();
    await forgetting;
    await client.end();
  };
}

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
    execArgv: [
      // Our server sets it for itself; what it saves is not ours alone.
      '--no-allocation-site-pretenuring',
      '--import',
      join(import.meta.dirname, '../../tools/typescript.mjs'),
      ...(profile ? ['--cpu-prof', '--cpu-prof-dir', join(profile, name)] : []),
    ],
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

async function answerOf(url: string, plan: Plan, body: string): Promise<string> {
  // Three times, so that a document compiled on its second coming answers as it will under load.
  for (let i = 0; i < 2; i++) await fetch(`${url}/graphql`, { method: 'POST', headers: headers(plan), body });
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: headers(plan), body });
  assert.equal(response.status, 200);
  return response.text();
}

async function measure(
  server: Running,
  nextBody: () => string,
  plan: Plan,
  postmaster: number,
): Promise<Measured> {
  const [node, database] = [await cpuOf(server.process), cpuOfPostgres(postmaster)];
  const result = await load(server.url, nextBody, plan, { duration: seconds });
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

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function medians(all: readonly Measured[]): Measured {
  const of = (pick: (m: Measured) => number): number => median(all.map(pick));
  return {
    node: of((m) => m.node),
    postgres: of((m) => m.postgres),
    perSecond: of((m) => m.perSecond),
    p50: of((m) => m.p50),
    p99: of((m) => m.p99),
  };
}

function cell(n: number, width: number): string {
  return n.toFixed(2).padStart(width);
}
