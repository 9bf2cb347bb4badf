import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root, say } from '../set-up.mjs';

/** How long the api may take to stop; work that is cut off is still due in its row, and the next process does it. */
const stopTimeoutMs = 1_500;

/** The process of the api, again and again; while one runs, the next waits with all libraries loaded. */
export class Api {
  #settings;
  #flags;
  #current = null;
  #spare = null;
  #ending = false;
  /** Starts follow each other; a start that another has been asked for meanwhile is not begun. */
  #line = Promise.resolve(null);
  #asked = 0;

  constructor(settings, flags) {
    this.#settings = settings;
    this.#flags = flags;
  }

  /** Waits until it is open: null then, otherwise the reason why it is not. */
  opened() {
    return this.#line;
  }

  /** Ends the one that runs and starts one from the files as they are now; answers as `opened` does. */
  start() {
    const turn = ++this.#asked;
    return (this.#line = this.#line.then((before) => (turn === this.#asked ? this.#replace() : before)));
  }

  async #replace() {
    const began = performance.now();
    const first = this.#current === null;
    await leave(this.#current);
    if (this.#ending) return 'The api has ended.';
    const next = this.#spare ?? this.#spawn();
    this.#spare = null;
    this.#current = next;
    next.send({ again: !first });
    const reason = await Promise.race([
      once(next, 'message').then(([{ mistake }]) => mistake),
      once(next, 'exit').then(() => 'The api has ended by itself; the terminal says why.'),
    ]);
    if (this.#ending) return reason;
    this.#spare = this.#spawn();
    if (reason === null) {
      next.once('exit', () => this.#wasLost(next));
      if (!first) say(`The api is new after ${((performance.now() - began) / 1_000).toFixed(1)} s.`);
    } else {
      console.error(`\n${reason}\n`);
      say('The api did not start. The next save tries again.');
    }
    return reason;
  }

  #wasLost(child) {
    if (child !== this.#current || child.leaving) return;
    say('The api has ended by itself. The next save starts it again.');
    this.#line = Promise.resolve('The api has ended by itself; the terminal says why.');
  }

  async end() {
    this.#ending = true;
    await Promise.all([leave(this.#current, 10_000), leave(this.#spare)]);
  }

  /** A group of its own: Ctrl-C is for us, and it ends with us in any case. */
  #spawn() {
    const child = spawn(
      process.execPath,
      ['--max-semi-space-size=64', join(root, 'tools/dev/api-process.mjs'), ...this.#flags],
      {
        cwd: root,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        detached: true,
        env: { ...process.env, ...this.#settings },
      },
    );
    child.on('error', () => undefined);
    return child;
  }
}

async function leave(child, timeoutMs = stopTimeoutMs) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.leaving = true;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const killTimer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
  await gone;
  clearTimeout(killTimer);
}
