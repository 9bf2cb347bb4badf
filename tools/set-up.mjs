/** What `npm start` and `npm test` do first. Nothing but node's own modules: there may be no node_modules yet. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const quiet = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NO_UPDATE_NOTIFIER: '1' };

export function say(text) {
  console.log(`\u25b8 ${text}`);
}

/** Ends the process with a sentence instead of a stack. */
export function giveUp(text) {
  console.error(`\n${text}`);
  process.exit(1);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    giveUp(`Yoriai needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

/** Installs exactly what the lockfile says, unless it is installed already. */
export function install() {
  if (isInstalled()) return;
  say('Installing packages (a minute or two, only when they have changed) …');
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  if (run([...npm, ...args]) !== 0) giveUp('The packages could not be installed; npm says why above.');
}

/** npm notes what it has put into node_modules; every package the lockfile asks of this machine must be there. */
function isInstalled() {
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'));
  const wanted = packagesOf(join(root, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      !path.startsWith('node_modules/') ||
      (installed[path] ? installed[path].version === version : optional || devOptional),
  );
}

function packagesOf(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : {};
}

/** Builds what has changed, or only as far as a target that comes before; Nx remembers the rest. */
export function build(target = 'build') {
  const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
  const outcome = spawnSync(process.execPath, [nx, 'run-many', '-t', target, '--outputStyle=static'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...quiet },
    maxBuffer: 2 ** 26,
  });
  if (outcome.status !== 0)
    giveUp(`${outcome.stdout}${outcome.stderr}\nThe build failed; the reason stands above.`);
}

/** Killing the npm that started this script means killing this script. Between npm and this process is a shell, which lives on without npm. */
export function endWithNpm(script) {
  process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));
  const parents = () => [process.ppid, parentOf(process.ppid)].join();
  const before = parents();
  if (process.env.npm_lifecycle_event === script)
    setInterval(() => parents() === before || process.kill(process.pid, 'SIGTERM'), 250).unref();
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return null;
  }
}

/** No command takes this long: one that hangs is a failure and must not block the rest. */
const longest = 30 * 60_000;

/** Runs a command in the repository with its output shown; answers with its exit code. */
export function run([command, ...args], env = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...quiet, ...env },
    shell: process.platform === 'win32' && command === 'npm',
    timeout: longest,
  });
  if (error) console.error(error.message);
  return status ?? 1;
}

/** The same beside others, on the core of its lane: its output is kept together and given with its exit code. */
export async function runAside(wanted, env = {}, lane = []) {
  const [command, ...args] = [...lane, ...wanted];
  const started = Date.now();
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...quiet, ...env },
    timeout: longest,
  });
  const parts = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => parts.push(part));
  const code = await new Promise((done) => {
    child.once('error', (error) => {
      parts.push(Buffer.from(error.message));
      done(1);
    });
    child.once('close', (status, signal) => {
      if (signal)
        parts.push(
          Buffer.from(`\nIt was ended by ${signal} after ${Math.round((Date.now() - started) / 1000)} s.\n`),
        );
      done(status ?? 1);
    });
  });
  return { code, output: Buffer.concat(parts).toString('utf8') };
}
