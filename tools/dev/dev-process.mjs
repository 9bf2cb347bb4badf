import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@yoriai/embedded-postgres';

/** `npm run dev` on a copy of the files, for those who look at it from outside. */
export class DevProcess {
  output = '';

  static async begin(copy, settings, command = [process.execPath, 'tools/dev.mjs']) {
    const port = await freePort();
    const [program, ...args] = command;
    const child = spawn(program, args, {
      cwd: copy,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    return new DevProcess(child, copy, `http://localhost:${port}`);
  }

  constructor(child, copy, url) {
    Object.assign(this, { child, copy, url });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (this.output += part));
    this.ended = once(child, 'close').then(([code]) => code);
  }

  /** Waits until it is so. Only what never comes fails. */
  async until(done) {
    for (const end = performance.now() + 600_000; !(await done()); await pause(20)) {
      if (this.child.exitCode !== null || performance.now() > end)
        throw new Error(`It does not come:\n${this.output}`);
    }
  }

  opens() {
    return this.until(() => this.output.includes('Every save shows'));
  }

  /** Changes the file of that name in any folder; returns an undo. */
  edit(name, from, to) {
    const files = execFileSync(
      'find',
      ['apps', 'libs', '-name', name, '-path', '*/src/*', '-not', '-path', '*/dist/*'],
      {
        cwd: this.copy,
        encoding: 'utf8',
      },
    ).split('\n');
    const [file] = files.filter((path) => basename(path) === name);
    const path = join(this.copy, file);
    const before = readFileSync(path, 'utf8');
    if (!before.includes(from)) throw new Error(`${file} has no ${from}`);
    writeFileSync(path, before.replace(from, to));
    return () => writeFileSync(path, before);
  }

  /** Ctrl-C reaches all that the terminal has started. */
  async end() {
    if (this.child.exitCode === null && this.child.signalCode === null)
      process.kill(-this.child.pid, 'SIGINT');
    return this.ended;
  }
}
