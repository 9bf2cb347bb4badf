import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './free-port.js';
import { beginAfresh, CannotStart, findPlace, type Place } from './postgres-place.js';
import { AlreadyRunning, holderOf, takeRunLock } from './run-lock.js';

export interface EmbeddedPostgres {
  /** Superuser, database `yoriai`. */
  readonly url: string;
  readonly port: number;
  /** The folder the rows really lie in; for root it is outside the data folder, so it is worth telling. */
  readonly home: string;
  /** Shuts the server down cleanly. May be called twice. */
  stop(): Promise<void>;
}

const DATABASE = 'yoriai';

/**
 * Starts the real PostgreSQL that comes from npm, keeping its data under `dataDir`, on 127.0.0.1 and a free port that
 * stays the same from run to run. Whatever a killed run left behind (a lock, a half-made cluster, a server without
 * an owner) is put in order first; a run that is alive is left alone and `CannotStart` is thrown.
 *
 * `forTests` trades durability for speed and removes the cluster on `stop`.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  { forTests = false }: { forTests?: boolean } = {},
): Promise<EmbeddedPostgres> {
  try {
    const place = findPlace(dataDir, forTests);
    const lent = lentByParent(place);
    if (lent) return lent;
    const lock = lockOf(place);
    try {
      await stopOrphan(place);
      beginAfresh(place);
      if (!existsSync(place.data)) await initialise(place);
      return await serve(place, lock.release);
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'].includes(code ?? '')) throw error;
    throw new CannotStart(
      `The data folder ${dataDir} cannot be used (${message}). Choose another with DATA_DIR.`,
    );
  }
}

/** The superuser's address of the server that another process has running on this data folder, or null. */
export function runningPostgresUrl(dataDir: string): string | null {
  const data = join(dataDir, 'pg', 'data');
  if (!existsSync(data) || orphanOf(realpathSync(data)) === null) return null;
  return urlOf(
    realpathSync(join(dataDir, 'pg')),
    Number(readFileSync(join(dataDir, 'port'), 'utf8')),
    DATABASE,
  );
}

/** A process shares the server it runs with the processes it starts itself: it outlives them, and theirs to stop it is not. */
function lentByParent({ home, dataDir }: Place): EmbeddedPostgres | null {
  if (holderOf(join(home, 'lock')) !== process.ppid) return null;
  const port = Number(readFileSync(join(dataDir, 'port'), 'utf8'));
  return { url: urlOf(home, port, DATABASE), port, home, stop: () => Promise.resolve() };
}

function lockOf(place: Place) {
  try {
    return takeRunLock(join(place.home, 'lock'));
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    throw new CannotStart(
      `Yoriai is already running on ${place.dataDir} (process ${error.pid}). Stop that one first, or choose another folder with DATA_DIR.`,
    );
  }
}

/** The process that serves this cluster, or null. A number in the file that another process has by now does not count. */
function orphanOf(data: string): number | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return pid > 0 && serves(pid, data) ? pid : null;
}

function serves(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    try {
      return execFileSync('/bin/ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(
        data,
      );
    } catch {
      return false;
    }
  }
}

/** After `kill -9` of its owner a server goes on alone; it is shut down cleanly so that the next one may take its place. */
async function stopOrphan({ home, data }: Place): Promise<void> {
  if (!existsSync(data)) return;
  const orphan = orphanOf(data);
  if (orphan !== null) {
    for (const [signal, seconds] of [
      ['SIGINT', 30],
      ['SIGQUIT', 10],
    ] as const) {
      process.kill(orphan, signal);
      for (let waited = 0; waited < seconds * 20 && serves(orphan, data); waited++) await pause(50);
      if (!serves(orphan, data)) return;
    }
    throw new CannotStart(`A PostgreSQL left behind by an earlier run (process ${orphan}) does not stop.`);
  }
  // PostgreSQL itself would take any living process of the same user with that number for its sibling.
  const sockets = readdirSync(home).filter((name) => name.startsWith('.s.PGSQL.'));
  for (const left of [join(data, 'postmaster.pid'), ...sockets.map((name) => join(home, name))])
    rmSync(left, { force: true });
}

async function initialise({ home, data, bin, as, forTests }: Place): Promise<void> {
  const draft = `${data}.new`;
  const password = join(home, 'password');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(password, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) chownSync(password, as.uid, as.gid);
  const words = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${password}`];
  // The builtin provider is the same on every system and needs no installed locales.
  const encoding = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await promisify(execFile)(
      join(bin, 'initdb'),
      ['-D', draft, ...words, ...encoding, ...(forTests ? ['--no-sync'] : [])],
      {
        cwd: home,
        env: quietEnv,
        ...as,
      },
    );
  } catch (error) {
    throw new CannotStart(
      `PostgreSQL could not make its files in ${home}:\n${(error as { stderr?: string }).stderr ?? String(error)}`,
    );
  }
  renameSync(draft, data);
}

/** Nothing of the caller's PGDATA, PGPORT, locale or preloaded libraries. */
const quietEnv = { LC_ALL: 'C', TZ: 'UTC' };

const settings = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log tells what failed, never whose row or which words.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', scram_iterations: '1' };

async function serve(place: Place, release: () => void): Promise<EmbeddedPostgres> {
  const port = await keptPort(place.dataDir);
  let child = await launch(place, port);
  let stopped: Promise<void> | null = null;

  const lastWill = () => {
    child.kill('SIGINT');
    release();
  };
  process.once('exit', lastWill);
  try {
    await createDatabase(place.home, port);
  } catch (error) {
    await shutDown(child);
    process.off('exit', lastWill);
    throw error;
  }

  // The server never ends on its own; killed from outside, it comes back on the same port and the pools reconnect.
  const watch = () =>
    child.once('exit', async () => {
      if (stopped) return;
      child = await launch(place, port);
      watch();
    });
  watch();

  const stop = async () => {
    await shutDown(child);
    process.off('exit', lastWill);
    release();
    if (place.forTests) {
      rmSync(place.home, { recursive: true, force: true });
      rmSync(place.dataDir, { recursive: true, force: true });
    }
  };
  return { url: urlOf(place.home, port, DATABASE), port, home: place.home, stop: () => (stopped ??= stop()) };
}

/** Tries again for a while: after `kill -9` of a server its last children let go of the shared memory a little later. */
async function launch(place: Place, port: number): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    const child = run(place, port);
    if (await isReady(child, place.home, port)) return child;
    const log = readFileSync(join(place.home, 'postgres.log'), 'utf8').trim();
    if (attempt === 10) throw new CannotStart(`PostgreSQL does not start on ${place.home}:\n${log}`);
    await pause(500);
  }
}

function run({ home, data, bin, as, forTests }: Place, port: number): ChildProcess {
  const logFile = join(home, 'postgres.log');
  // Made anew rather than emptied: root may have made the last one.
  rmSync(logFile, { force: true });
  const log = openSync(logFile, 'w', 0o600);
  const flags = Object.entries({
    ...settings,
    unix_socket_directories: hasSocket(home) ? home : '',
    ...(forTests ? hasty : {}),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // A group of its own: Ctrl-C is for us, and we stop the server when the last transaction has ended.
  const child = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...flags], {
    cwd: home,
    env: quietEnv,
    stdio: ['ignore', log, log],
    detached: true,
    ...as,
  });
  closeSync(log);
  return child;
}

/** True as soon as it answers (recovery after a crash may take long), false when it has ended instead. */
async function isReady(child: ChildProcess, home: string, port: number): Promise<boolean> {
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  while (!ended) {
    const client = new pg.Client({ connectionString: urlOf(home, port, 'postgres') });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return !ended;
    } catch {
      await pause(25);
    }
  }
  return false;
}

async function createDatabase(home: string, port: number): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(home, port, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE} template template0`);
  } finally {
    await client.end();
  }
}

async function shutDown(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  const killTimer = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  await exited;
  clearTimeout(killTimer);
}

async function keptPort(dataDir: string): Promise<number> {
  const file = join(dataDir, 'port');
  const kept = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : 0;
  const port = await freePort(kept > 0 && kept < 65_536 ? kept : 0);
  if (port !== kept) {
    rmSync(file, { force: true });
    writeFileSync(file, `${port}\n`);
  }
  return port;
}

/** A socket in a private folder costs a fifth less per query than TCP. Its path may not be longer. */
const hasSocket = (home: string): boolean => process.platform !== 'win32' && home.length < 80;

/** The folder of the socket, or loopback. */
const urlOf = (home: string, port: number, database: string): string => {
  const password = readFileSync(join(home, 'password'), 'utf8').trim();
  const host = hasSocket(home) ? encodeURIComponent(home) : '127.0.0.1';
  return `postgres://postgres:${password}@${host}:${port}/${database}`;
};
