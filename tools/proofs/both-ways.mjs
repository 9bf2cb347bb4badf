/**
 * Sends every operation of the client to two servers with the same data: one answers all of it through Apollo Server, one nothing that it can answer
 * the short way. Each answer must be the same to the byte. Then the attacker's and the fuzz spec run with Apollo Server alone; `npm test` has them the short way.
 *
 *   npm run proof:both-ways
 */
import { spawnSync } from 'node:child_process';
import { jest, nodeOptions } from '../jest/run.mjs';
import { build, root } from '../set-up.mjs';

process.chdir(root);
build();
const run = (specs, env) =>
  spawnSync(
    process.execPath,
    [jest, '--selectProjects', 'api-int', '--runTestsByPath', ...specs.map(pathOf)],
    { stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: nodeOptions, YORIAI_BUILT: '1', ...env } },
  ).status;
const pathOf = (name) => `apps/api/src/platform/testing/${name}.int-spec.ts`;

const compared = run(['both-ways'], { BOTH_WAYS: 'all' });
const attacked = run(['attacker', 'fuzz'], { YORIAI_WAY: 'long' });
process.exitCode = compared || attacked || 0;
