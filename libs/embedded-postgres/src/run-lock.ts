import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** A running process holds the lock. */
export class AlreadyRunning extends Error {
  constructor(readonly pid: number) {
    super(`process ${pid} is running on this data already`);
    this.name = 'AlreadyRunning';
  }
}

/**
 * Takes the lock file for this process, or throws `AlreadyRunning`. A lock whose process has died (`kill -9`, power cut)
 * is taken over: the file names the process by number and birth, so a later one with the same number is not mistaken for it.
 */
export function takeRunLock(path: string): { release(): void } {
  const mine = `${process.pid} ${birthOf(process.pid)}`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o600 });
  try {
    while (!tryTo('EEXIST', () => linkSync(draft, path))) {
      const holder = read(path);
      if (holder !== null && isAlive(holder)) throw new AlreadyRunning(Number.parseInt(holder, 10));
      if (holder !== null) removeStale(path, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    release() {
      if (read(path) === mine) rmSync(path, { force: true });
    },
  };
}

/** The living process that holds the lock file, or null. */
export function holderOf(path: string): number | null {
  const holder = read(path);
  return holder !== null && isAlive(holder) ? Number.parseInt(holder, 10) : null;
}

/** Two starters may find the same stale lock; the slower one must not take away what the faster one has just put there. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  if (!tryTo('ENOENT', () => renameSync(path, aside))) return;
  if (read(aside) !== stale) tryTo('EEXIST', () => linkSync(aside, path));
  rmSync(aside, { force: true });
}

function isAlive(holder: string): boolean {
  const pid = Number.parseInt(holder, 10);
  return pid > 0 && holder === `${pid} ${birthOf(pid)}`;
}

/** When a process began, in the system's unit; null when there is none (a zombie is none). */
function birthOf(pid: number): string | null {
  if (existsSync('/proc/self/stat')) {
    const stat = read(`/proc/${pid}/stat`);
    // The name in parentheses may hold spaces; after it come the state and, 19 fields on, the start in ticks since boot.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (!fields || fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${fields[19]}@${read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}`;
  }
  try {
    return execFileSync('/bin/ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      env: { LC_ALL: 'C' },
    }).trim();
  } catch {
    return null;
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** False when it fails in the expected way. */
function tryTo(expected: string, act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === expected) return false;
    throw error;
  }
}
