/** One life of the api: loads the libraries, waits for its turn, and then runs what is built. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import inspector from 'node:inspector';
import { join } from 'node:path';
import { root } from '../set-up.mjs';

// Without the parent process nothing would end this one.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
const turn = once(process, 'message');

const { dependencies } = JSON.parse(readFileSync(join(root, 'apps/api/package.json'), 'utf8'));
const libraries = Object.keys(dependencies).filter((name) => !name.startsWith('@yoriai/'));
await Promise.all(libraries.map((name) => import(name).catch(() => undefined)));

const [{ again }] = await turn;
// The first has said where it is and who may sign in.
const { log } = console;
if (again) console.log = () => undefined;
process.setSourceMapsEnabled(true);
const [flag] = process.argv.slice(2);
if (flag) {
  inspector.open(Number(flag.split('=')[1] ?? 9229), '127.0.0.1');
  if (flag.startsWith('--inspect-brk')) inspector.waitForDebugger();
}
try {
  await import('../../apps/api/dist/src/main.js');
  console.log = log;
  process.send({ mistake: null });
} catch (error) {
  process.send({ mistake: error.stack ?? String(error) }, () => process.exit(1));
}
