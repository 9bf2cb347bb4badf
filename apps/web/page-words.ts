import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { tenantRoutes } from './src/routes.js';
import { pageWords as byPages } from './src/words/ja/pages.js';

const source = fileURLToPath(new URL('./src/', import.meta.url));
const id = 'virtual:page-words';

/**
 * Which words a page says that do not come with its frame, read from the `useTranslation('…')` in all files that it imports. The router loads them together with the
 * page, so nothing is shown without its words, and no list has to be kept.
 */
export function wordsUnder(entry: string): string[] {
  const names = new Set<string>();
  const files = new Set([join(source, entry)]);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const [, list = ''] of text.matchAll(/useTranslation\(([^)]+)\)/g))
      for (const [, name = ''] of list.matchAll(/'(\w+)'/g)) if (name in byPages) names.add(name);
    for (const [, path = ''] of text.matchAll(/(?:from |import |import\()'(\.[^']*)\.js'/g)) {
      const imported = join(dirname(file), path);
      const found = [`${imported}.tsx`, `${imported}.ts`].find((one) => existsSync(one));
      if (found && !imported.includes('/words/')) files.add(found);
    }
  }
  return [...names].sort();
}

/** `virtual:page-words`: the words of each member's page. */
export function pageWords(): Plugin {
  return {
    name: 'yoriai-page-words',
    resolveId: (wanted) => (wanted === id ? `\0${id}` : null),
    load: (wanted) => {
      if (wanted !== `\0${id}`) return null;
      const words = Object.values(tenantRoutes)
        .map((page) => [page, wordsUnder(`pages/${page}.page.tsx`)] as const)
        .filter(([, names]) => names.length > 0);
      return `export const pageWords = ${JSON.stringify(Object.fromEntries(words))};`;
    },
  };
}
