import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { wordsUnder } from './page-words.js';
import { tenantRoutes, visitorRoutes } from './src/routes.js';
import { loadWords, words } from './src/words/i18n.js';
import { en } from './src/words/en/index.js';
import { atHand } from './src/words/ja/index.js';
import { memberWords } from './src/words/ja/member.js';
import { pageWords } from './src/words/ja/pages.js';
import './src/words/member-words.js';

test('a page says what its parts say, and no words are left that no page says', () => {
  const pages = Object.values(tenantRoutes).map((page) => wordsUnder(`pages/${page}.page.tsx`));
  expect(wordsUnder('pages/groups/group.page.tsx')).toEqual(['agendas', 'groups']);
  expect(wordsUnder('pages/overview/home.page.tsx')).toEqual([]);
  expect([...new Set(pages.flat())].sort()).toEqual(Object.keys(pageWords).sort());
});

test('visitors and the frames around pages wait for no words', () => {
  const entries = [
    'shell/tenant-root.tsx',
    'shell/public-layout.tsx',
    'shell/last-tenant.tsx',
    ...Object.values(visitorRoutes).map((page) => `pages/${page}.page.tsx`),
  ];
  expect(entries.filter((entry) => wordsUnder(entry).length > 0)).toEqual([]);
});

test('words are called by their names, not by a variable that cannot be read beforehand', () => {
  const files = readdirSync('apps/web/src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.tsx'),
  );
  const calls = files.flatMap((name) =>
    [...readFileSync(`apps/web/src/${name}`, 'utf8').matchAll(/useTranslation\(([^)]*)\)/g)].map(
      ([, names]) => names!,
    ),
  );
  expect(calls.length).toBeGreaterThan(300);
  expect(calls.filter((names) => !/^(|'\w+'|\[('\w+'(, )?)+\])$/.test(names))).toEqual([]);
});

test('both languages have the same words', async () => {
  await loadWords(Object.keys(pageWords));
  const japanese = [atHand, memberWords, pageWords].flatMap((some) => Object.keys(some)).sort();
  expect(japanese.filter((name) => !words.hasResourceBundle('ja', name))).toEqual([]);
  expect(Object.keys(en).sort()).toEqual(japanese);
});

test('words that do not come fail as a page does, and are asked for again the next time', async () => {
  await expect(loadWords(['nowhere'])).rejects.toThrow(TypeError);
  await expect(loadWords(['nowhere'])).rejects.toThrow('import of words failed: nowhere');
});
