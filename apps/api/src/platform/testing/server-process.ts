import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@yoriai/embedded-postgres';

const root = resolve(import.meta.dirname, '../../../../..');

/** `npm test` has just built the server, which starts sooner; a spec that runs alone takes the source. */
export const programOf = (file: string): string[] =>
  process.env['YORIAI_BUILT'] === '1'
    ? [`apps/api/dist/server/${file.replace(/\.ts$/, '.js')}`]
    : ['--import', './tools/typescript.mjs', `apps/api/src/${file}`];

/** A process of ours as a server runs it, and everything it has written. */
export class ServerProcess {
  readonly ended: Promise<number | null>;
  output = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => (this.output += part.toString('utf8')));
    this.ended = once(child, 'close').then(([code]) => code as number | null);
  }

  /** Runs `apps/api/src/<file>` with these settings and no others. */
  static async spawn(
    settings: Readonly<Record<string, string>>,
    file = 'main.ts',
    args: readonly string[] = [],
  ): Promise<ServerProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, [...programOf(file), ...args], {
      cwd: root,
      env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServerProcess(child, `http://127.0.0.1:${port}`);
  }

  /** The status of `/readyz`; 0 while nothing listens. */
  readiness(): Promise<number> {
    return fetch(`${this.url}/readyz`).then(
      ({ status }) => status,
      () => 0,
    );
  }

  async ready(): Promise<this> {
    await until(async () => {
      if (this.child.exitCode !== null)
        throw new Error(`It ended with ${this.child.exitCode}: ${this.output}`);
      return (await this.readiness()) === 200;
    });
    return this;
  }

  async kill(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** Waits until it is so. Only what never comes fails: a busy machine takes its time. */
export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 240_000; !(await done()); await pause(50))
    if (performance.now() > end) throw new Error('It did not come to that within four minutes');
}
