import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyTree } from './dev/copy-tree.mjs';
import { writeAct } from './new.mjs';

describe('npm run new', () => {
  let tree;
  const read = (path) => readFileSync(join(tree, path), 'utf8');
  beforeAll(() => {
    tree = copyTree();
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  test('writes an act in all three rooms, and enters it where others look for it', () => {
    const files = writeAct(tree, 'cases', 'stories', 'share-story');
    expect(files.sort()).toEqual([
      'apps/api/src/cases/stories/share-story.int-spec.ts',
      'apps/api/src/cases/stories/share-story.resolver.ts',
      'apps/api/src/cases/stories/share-story.ts',
      'apps/web/src/cases/stories/share-story.tsx',
      'apps/web/src/words/en/index.ts',
      'apps/web/src/words/en/stories.ts',
      'apps/web/src/words/ja/pages.ts',
      'apps/web/src/words/ja/stories.ts',
      'libs/domain/src/cases/index.ts',
      'libs/domain/src/cases/stories/share-story.spec.ts',
      'libs/domain/src/cases/stories/share-story.ts',
      'libs/domain/src/cases/stories/stories-events.ts',
      'libs/domain/src/events/index.ts',
    ]);
    for (const file of files)
      expect(() =>
        transformSync(read(file), {
          jsc: { parser: { syntax: 'typescript', tsx: file.endsWith('x'), decorators: true } },
        }),
      ).not.toThrow();
    expect(read('libs/domain/src/events/index.ts')).toMatch(/\.\.\.storiesEvents,/);
  });

  test('adds a second act to a noun that is there', () => {
    const files = writeAct(tree, 'cases', 'stories', 'withdraw-story');
    expect(files).toContain('libs/domain/src/cases/index.ts');
    expect(files).not.toContain('libs/domain/src/events/index.ts');
    expect(read('libs/domain/src/cases/stories/stories-events.ts')).toMatch(/'stories.withdraw-story'/);
    expect(read('apps/web/src/words/ja/stories.ts')).toMatch(/withdrawStory/);
    expect(read('libs/domain/src/cases/index.ts').split('stories-events.js')).toHaveLength(2);
  });

  test('overwrites nothing, and wants three names that files can have', () => {
    expect(() => writeAct(tree, 'cases', 'stories', 'share-story')).toThrow('There is an act of this name');
    expect(() => writeAct(tree, 'cases', 'Stories', 'share')).toThrow('kebab-case');
    expect(() => writeAct(tree, 'cases', '../up', 'share')).toThrow('kebab-case');
    expect(() => writeAct(tree, 'cases', 'stories', '')).toThrow('kebab-case');
  });
});
