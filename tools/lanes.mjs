/** Suites run side by side, each lane on a core of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { root } from './set-up.mjs';

/** More would each start a database for a handful of specs. */
const most = 4;

/**
 * A lane is what is put before a command. A spec and its database wait for each other all the time; held to one core they need a third less of it
 * (docs/decisions/010). Where nothing can hold them they run as they like.
 */
export function findLanes() {
  const count = Math.max(1, Math.min(most, availableParallelism()));
  if (spawnSync('taskset', ['--version']).status !== 0) return Array(count).fill([]);
  const [, list = ''] = /^Cpus_allowed_list:\s*(\S+)$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  const cores = list.split(',').flatMap((range) => {
    const [from, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, n) => from + n);
  });
  return cores.slice(0, count).map((core) => ['taskset', '-c', String(core)]);
}

const memory = join(root, 'node_modules/.cache/yoriai-seconds.json');
const remembered = () => {
  try {
    return JSON.parse(readFileSync(memory, 'utf8'));
  } catch {
    return {};
  }
};

/** How long each file of specs took. */
export function remember({ testResults }) {
  const seconds = remembered();
  for (const { name, startTime, endTime } of testResults)
    if (endTime > startTime) seconds[relative(root, name)] = (endTime - startTime) / 1_000;
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, JSON.stringify(seconds));
}

/** What no length tells of files that have never run here: they wait, or ask the same of many. */
const longer = {
  'apps/api/src/platform/testing/attacker.int-spec.ts': 70,
  'apps/api/src/support/anonymity/no-field-leads-to-the-asker.int-spec.ts': 60,
  'apps/api/src/platform/testing/server-mode.int-spec.ts': 50,
  'apps/api/src/platform/testing/server-mode.redis.int-spec.ts': 45,
  'apps/api/src/platform/queue/deliveries-and-timers.int-spec.ts': 25,
  'apps/api/src/support/anonymity/askers-look-alike.int-spec.ts': 25,
  'apps/api/src/notifications/survive-kills.int-spec.ts': 20,
  'apps/api/src/platform/testing/fuzz.int-spec.ts': 20,
  'apps/api/src/platform/queue/deliveries-and-timers.redis.int-spec.ts': 15,
};

/** Files in parts that take about as long as each other; one that has never run counts by its length. */
export function split(
  files,
  count,
  seconds = { ...longer, ...remembered() },
  lengthOf = (file) => statSync(join(root, file)).size,
) {
  const parts = Array.from({ length: count }, () => ({ weight: 0, files: [] }));
  const weights = new Map(files.map((file) => [file, seconds[file] ?? lengthOf(file) / 2_000]));
  for (const [file, weight] of [...weights].sort(([, a], [, b]) => b - a)) {
    const lightest = parts.reduce((one, other) => (other.weight < one.weight ? other : one));
    lightest.weight += weight;
    lightest.files.push(file);
  }
  return parts.map(({ files }) => files).filter((files) => files.length > 0);
}
