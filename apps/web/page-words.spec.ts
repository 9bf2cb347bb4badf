import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { wordsUnder } from './page-words.js';
import { tenantRoutes, visitorRoutes } from './src/routes.js';
import { loadWords, words } from './src/words/i18n.js';
import { en } from './src/words/en/index.js';
import { atHand } from './src/words/ja/index.js';
import { later } from './src/words/ja/later.js';

test('a page says words that exist, and all of its parts are asked', () => {
  const known = Object.keys(later);
  const pages = Object.values(tenantRoutes).map((name) => wordsUnder(`pages/${name}.page.tsx`));
  expect(pages.flat().filter((name) => !known.includes(name))).toEqual([]);
  expect(wordsUnder('pages/group.page.tsx')).toEqual(
    expect.arrayContaining(['groups', 'support', 'meetings']),
  );
  expect([...new Set([...pages.flat(), 'errors'])].sort()).toEqual(known.sort());
});

test('visitors and the frames around pages wait for no words', () => {
  const entries = [
    'shell/tenant-root.tsx',
    'shell/public-layout.tsx',
    'shell/last-tenant.tsx',
    ...Object.values(visitorRoutes).map((name) => `pages/${name}.page.tsx`),
  ];
  expect(entries.filter((entry) => wordsUnder(entry).length > 0)).toEqual([]);
});

test('words are called by their names, not by a variable that nobody can read beforehand', () => {
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
  await loadWords(Object.keys(later));
  const japanese = [...Object.keys(atHand), ...Object.keys(later)].sort();
  expect(japanese.filter((name) => !words.hasResourceBundle('ja', name))).toEqual([]);
  expect(Object.keys(en).sort()).toEqual(japanese);
});

test('words that do not come fail as a page does, and are asked for again the next time', async () => {
  await expect(loadWords(['nowhere'])).rejects.toThrow(TypeError);
  await expect(loadWords(['nowhere'])).rejects.toThrow('import of words failed: nowhere');
});
