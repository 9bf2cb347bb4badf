import { readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

const domain = join(dirname(import.meta.dirname), 'libs/domain/src');
const files = readdirSync(domain, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => [file, readFileSync(join(domain, file), 'utf8')]);

/** What nouns say that the place where all of it is gathered does not hold, and what two of them say. */
function forgotten(all, isNouns, gatheredIn) {
  const [, place] = all.find(([file]) => file === gatheredIn);
  const nouns = all.filter(([file]) => isNouns(file) && file !== gatheredIn);
  const maps = nouns.flatMap(([, text]) =>
    [...text.matchAll(/^export const (\w+(?:Events|Notices)) = \{$/gm)].map(([, name]) => name),
  );
  const kinds = nouns.flatMap(([, text]) =>
    [...text.matchAll(/^ {2}'([\w.-]+)': /gm)].map(([, kind]) => kind),
  );
  return [
    ...maps.filter((name) => !place.includes(`...${name},`)),
    ...kinds.filter((kind, at) => kinds.indexOf(kind) !== at),
  ];
}

const isEvents = (file) => /-events\.ts$/.test(file);
const isNotices = (file) => basename(file) === 'notices.ts';

test('every noun’s events are gathered, and each stands in one map', () => {
  expect(files.filter(([file]) => isEvents(file)).length).toBeGreaterThan(20);
  expect(forgotten(files, isEvents, 'events/index.ts')).toEqual([]);
});

test('so are the notices', () => {
  expect(files.filter(([file]) => isNotices(file)).length).toBeGreaterThan(20);
  expect(forgotten(files, isNotices, 'notifications/notices.ts')).toEqual([]);
});

test('samples that break it', () => {
  const sample = (gathered) => [
    ['events/index.ts', `export const events = {\n${gathered}};\n`],
    [
      'cases/stories/stories-events.ts',
      "export const storiesEvents = {\n  'story.shared': carries<{}>(),\n};\n",
    ],
    [
      'cases/sequels/sequel-events.ts',
      "export const sequelEvents = {\n  'story.shared': carries<{}>(),\n};\n",
    ],
  ];
  expect(forgotten(sample('  ...storiesEvents,\n'), isEvents, 'events/index.ts')).toEqual([
    'sequelEvents',
    'story.shared',
  ]);
});
