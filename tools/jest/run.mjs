/** `node tools/jest/run.mjs …` is jest with what our projects ask of node. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const jest = fileURLToPath(new URL('../../node_modules/jest/bin/jest.js', import.meta.url));
export const nodeOptions = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  // A tenth of the work would be moving young objects to and fro.
  '--max-semi-space-size=64',
  `--import=${new URL('node.mjs', import.meta.url)}`,
].join(' ');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { status } = spawnSync(process.execPath, [jest, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: nodeOptions },
  });
  process.exit(status ?? 1);
}
