import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { circlesOfNouns } from './boundaries.mjs';

const root = dirname(import.meta.dirname);
const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

/** What each rule must turn away: the importing file, and what it imports. */
const bad = {
  'domain-knows-only-its-rules': ['libs/domain/src/groups/with-uuid.ts', 'uuid'],
  'domain-tests-bring-only-test-tools': ['libs/domain/src/groups/charter.spec.ts', 'node:fs'],
  'domain-areas-meet-at-the-index': ['libs/domain/src/groups/inside.ts', '../meetings/meeting/meeting.js'],
  'rooms-share-only-the-domain': [
    'apps/web/src/meetings/meeting/from-api.ts',
    '../../../../api/src/meetings/meeting/meeting.type.js',
  ],
  'rooms-enter-the-domain-by-the-index': [
    'apps/api/src/meetings/meeting/deep.ts',
    '../../../../../libs/domain/src/meetings/meeting/meeting.js',
  ],
  'platform-carries-areas-not-the-reverse': [
    'apps/api/src/platform/knows.ts',
    '../meetings/meeting/meeting.type.js',
  ],
  'api-areas-keep-their-tables-and-edges': [
    'apps/api/src/groups/thief.ts',
    '../meetings/meeting/meetings.store.js',
  ],
  'served-code-needs-no-test-data': ['apps/api/src/groups/demo.ts', './groups.factory.js'],
  'served-code-needs-no-dev-packages': ['apps/api/src/groups/checks.ts', 'fast-check'],
  'servers-load-no-demo-and-no-database': ['apps/api/src/groups/starts.ts', '../demo/load-demo.js'],
  'queue-behind-the-platform': ['apps/api/src/groups/queue.ts', 'bullmq'],
  'typeorm-behind-the-platform': ['apps/api/src/groups/groups.store.ts', 'typeorm'],
  'web-areas-do-not-know-each-other': ['apps/web/src/groups/card.tsx', '../meetings/meeting/meeting-card.js'],
  'web-ground-carries-areas': ['apps/web/src/ui/knows.tsx', '../meetings/meeting/meeting-card.js'],
  'browser-has-no-node': ['apps/web/src/groups/reader.ts', 'node:fs'],
  'no-cycles': ['libs/domain/src/meetings/chicken.ts', './egg.js'],
  'no-drawers': ['apps/api/src/groups/open.ts', './helpers/thing.js'],
  'every-import-leads-somewhere': ['apps/api/src/groups/lost.ts', './nowhere.js'],
};

/** A layout that keeps the rules; none of it may be refused. */
const good = {
  'libs/domain/src/kernel/index.ts': "export * from './time.js';",
  'libs/domain/src/kernel/time.ts': "export { Temporal } from 'temporal-polyfill';",
  'libs/domain/src/meetings/index.ts': "export * from './meeting/meeting.js';",
  'libs/domain/src/meetings/meeting/meeting.ts': "export { Temporal } from '../../kernel/index.js';",
  'libs/domain/src/meetings/meeting/meeting.spec.ts':
    "import fc from 'fast-check'; import './meeting.js'; import '@jest/globals';",
  'apps/api/src/platform/work.ts': "export { DataSource } from 'typeorm'; export { Queue } from 'bullmq';",
  'apps/api/src/meetings/meeting/meetings.store.ts': "export * from '../../platform/work.js';",
  'apps/api/src/meetings/meeting/meeting.type.ts': 'export const type = 1;',
  'apps/api/src/meetings/meeting/rsvp-to-meeting.ts':
    "export * from '../../../../../libs/domain/src/meetings/index.js'; export * from './meetings.store.js';",
  'apps/api/src/main.ts': "await import('./embedded.js');",
  'apps/api/src/embedded.ts': "export * from './demo/load-demo.js';",
  'apps/api/src/demo/load-demo.ts': 'export const demo = 1;',
  'apps/api/src/groups/groups.factory.ts': 'export const factory = 1;',
  'apps/api/src/groups/groups.int-spec.ts':
    "import './groups.factory.js'; import '../meetings/meeting/meetings.store.js'; import 'pg';",
  'apps/api/src/groups/leave-group.ts':
    "import '../meetings/meeting/rsvp-to-meeting.js'; import '../meetings/meeting/meeting.type.js';",
  'apps/web/src/ui/button.tsx': 'export const Button = 1;',
  'apps/web/src/meetings/meeting/meeting-card.tsx': "export * from '../../ui/button.js';",
  'apps/web/src/pages/meetings/meeting.page.tsx': "export * from '../../meetings/meeting/meeting-card.js';",
};
const also = {
  'apps/api/src/meetings/topics/topics.store.ts': "import '../check-ins/check-ins.store.js';",
  'apps/api/src/meetings/topics/topics.int-spec.ts': "import '../meeting/rsvp-to-meeting.js';",
  'apps/api/src/meetings/check-ins/check-ins.store.ts': "import '../minutes/minutes.store.js';",
  'apps/api/src/meetings/minutes/minutes.store.ts': "import '../topics/topics.store.js';",
  'apps/api/src/meetings/meeting/meetings.factory.ts': "import '../topics/topics.store.js';",
  'libs/domain/src/meetings/egg.ts': "import './chicken.js';",
  'apps/api/src/groups/helpers/thing.ts': 'export const thing = 1;',
};

let sample;
let violations;
let modules;

beforeAll(() => {
  sample = mkdtempSync(join(realpathSync(tmpdir()), 'yoriai-boundaries-'));
  const write = (path, text) => {
    mkdirSync(dirname(join(sample, path)), { recursive: true });
    writeFileSync(join(sample, path), text);
  };
  for (const [path, text] of Object.entries({ ...good, ...also })) write(path, text);
  for (const [path, imported] of Object.values(bad)) write(path, `import '${imported}';`);
  write(
    'package.json',
    JSON.stringify({
      type: 'module',
      dependencies: { bullmq: '*', pg: '*', 'temporal-polyfill': '*', typeorm: '*' },
      devDependencies: { 'fast-check': '*' },
    }),
  );
  symlinkSync(join(root, 'node_modules'), join(sample, 'node_modules'));
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', 'apps', 'libs'];
  const { stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: sample,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
    maxBuffer: 2 ** 26,
  });
  if (!stdout) throw new Error(stderr);
  const seen = JSON.parse(stdout);
  violations = seen.summary.violations;
  modules = seen.modules;
}, 60_000);

afterAll(() => rmSync(sample, { recursive: true, force: true }));

test('every rule gives its reason and has a sample that breaks it', () => {
  expect(Object.keys(bad)).toEqual(forbidden.map((rule) => rule.name));
  for (const rule of forbidden) expect(rule.comment).toMatch(/\.$/);
});

test.each(Object.entries(bad))('%s turns its bad sample away', (name, [path]) => {
  expect(violations.filter((found) => found.rule.name === name).map((found) => found.from)).toContain(path);
});

test('a layout that keeps the rules passes', () => {
  expect(violations.filter((found) => found.from in good)).toEqual([]);
});

test('nouns that need each other, over others too, are found; what only their tests need is not', () => {
  expect(circlesOfNouns(modules).map((circle) => circle.split(':')[0])).toEqual([
    'apps/api/src/meetings/check-ins and apps/api/src/meetings/minutes need each other',
    'apps/api/src/meetings/minutes and apps/api/src/meetings/topics need each other',
    'apps/api/src/meetings/topics and apps/api/src/meetings/check-ins need each other',
  ]);
});
