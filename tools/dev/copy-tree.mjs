import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../set-up.mjs';

/** The files as a clone would have them, with what is not committed yet, in a folder of their own where they may be edited. */
export function copyTree() {
  const copy = mkdtempSync(join(realpathSync(tmpdir()), 'yoriai-tree-'));
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  for (const path of list.split('\0').filter((path) => path && existsSync(join(root, path)))) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  return copy;
}

/** For root the rows lie outside the data folder, behind a link. */
export function removeTree(copy, dataDir) {
  const rows = join(dataDir, 'pg');
  for (const folder of [...(existsSync(rows) ? [realpathSync(rows)] : []), dataDir, copy])
    rmSync(folder, { recursive: true, force: true });
}

/** Lets a copy use the packages that are installed here; its own workspaces stay its own. */
export function linkPackages(copy) {
  for (const room of [
    '.',
    'apps/api',
    'apps/web',
    'apps/web-e2e',
    'libs/domain',
    'libs/embedded-postgres',
    'bench',
  ]) {
    const [from, to] = [root, copy].map((place) => join(place, room, 'node_modules'));
    if (!existsSync(from)) continue;
    mkdirSync(to);
    for (const name of readdirSync(from).filter((name) => name !== '.cache' && !name.startsWith('.vite')))
      if (name === '@yoriai')
        cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
      else symlinkSync(join(from, name), join(to, name));
  }
}
