/**
 * Sends a hundred thousand documents, valid, nearly valid and noise, to the real application. No answer may be a fault of ours.
 *
 *   npm run proof:fuzz                 FUZZ_DOCUMENTS=5000 FUZZ_SEED=7 replays a run; FUZZ_ONLY=4711 one document of it
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { jest, nodeOptions } from '../jest/run.mjs';

const root = join(import.meta.dirname, '../..');
const { status } = spawnSync(
  process.execPath,
  [jest, 'apps/api/src/platform/testing/fuzz', '--selectProjects', 'api-int'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { FUZZ_DOCUMENTS: '100000', ...process.env, NODE_OPTIONS: nodeOptions },
  },
);
process.exitCode = status ?? 1;
