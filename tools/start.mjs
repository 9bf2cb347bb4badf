import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, checkNode, install, root, say } from './set-up.mjs';

checkNode();
process.chdir(root);
install();
say('Building what has changed …');
build();
say('Starting …');

// Ctrl-C reaches us twice, from the terminal and from npm; the server acts on the first, and the second must not cut it short.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
process.on('SIGHUP', () => process.kill(process.pid, 'SIGTERM'));

// Whoever kills npm means us. Between npm and us stands a shell, which lives on without it.
const elders = () => [process.ppid, parentOf(process.ppid)].join();
const family = elders();
if (process.env.npm_lifecycle_event === 'start')
  setInterval(() => elders() === family || process.kill(process.pid, 'SIGTERM'), 250).unref();

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return null;
  }
}

process.setSourceMapsEnabled(true);
// The same process, so that there is nothing to pass signals on to and nothing to be left behind.
await import(pathToFileURL(join(root, 'apps/api/dist/src/main.js')).href);
