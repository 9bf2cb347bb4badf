/**
 * Lets two facilitators, members and the clock do as they like with meetings, and holds the product against a model after each step.
 *
 *   npm run proof:meetings -- --runs 200 --seed 7      --path 12:3:1 replays the one failure that a run reported
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jest, nodeOptions } from '../jest/run.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '200' }, seed: { type: 'string' }, path: { type: 'string' } },
});
const seed = values.seed ?? String(Date.now() % 1_000_000);
console.log(`${values.runs} runs, seed ${seed}`);
const root = join(import.meta.dirname, '../..');
const { status } = spawnSync(
  process.execPath,
  [jest, 'apps/api/src/meetings/meeting/meetings-model', '--selectProjects', 'api-int'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_OPTIONS: nodeOptions,
      MODEL_RUNS: values.runs,
      MODEL_SEED: seed,
      ...(values.path ? { MODEL_PATH: values.path } : {}),
    },
  },
);
process.exitCode = status ?? 1;
