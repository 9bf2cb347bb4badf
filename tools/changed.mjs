import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { root } from './set-up.mjs';

/** What has been changed, added or taken away since the last commit; where nothing has, what the last commit did. */
export function changedFiles() {
  const uncommitted = [
    ...git('diff', '--name-only', 'HEAD'),
    ...git('ls-files', '--others', '--exclude-standard'),
  ];
  return uncommitted.length > 0 ? uncommitted : git('diff', '--name-only', 'HEAD~1', 'HEAD');
}

/**
 * The specs on a database that a change is near to: those in its folder and those that import it themselves. By their imports alone all would
 * be, since each starts the whole application.
 */
export function specsBeside(changed, all, read = readSpec) {
  const code = changed.filter((file) => /^(apps\/api|libs)\/.*\.ts$/.test(file));
  const folders = new Set(code.map(dirname));
  const names = new Set(code.map((file) => basename(file, '.ts')));
  return all.filter(
    (spec) =>
      // Those of Redis are left to the whole run; those without a database are found by all that they import.
      /(?<!\.redis)\.int-spec\.ts$/.test(spec) &&
      (folders.has(dirname(spec)) ||
        [...read(spec).matchAll(/from '\.[^']*\/([^/']+)\.js'/g)].some(([, name]) => names.has(name))),
  );
}

const readSpec = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const git = (...args) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
    .split('\n')
    .filter(Boolean);
