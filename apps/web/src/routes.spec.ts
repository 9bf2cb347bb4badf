import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { componentOf, nameOf, tenantRoutes, visitorRoutes } from './routes.js';

const source = 'apps/web/src';
const routed = [...new Set<string>([...Object.values(visitorRoutes), ...Object.values(tenantRoutes)])].sort();
const written = readdirSync(`${source}/pages`, { recursive: true, encoding: 'utf8' })
  .flatMap((file) => /^(.*)\.page\.tsx$/.exec(file)?.[1] ?? [])
  .sort();

test('every route leads to a page, and every page has a route', () => {
  expect(routed).toEqual(written);
});

test('every page exports the component that its file is named after', () => {
  const text = (page: string): string => readFileSync(`${source}/pages/${page}.page.tsx`, 'utf8');
  expect(written.filter((page) => !text(page).includes(`export function ${componentOf(page)}(`))).toEqual([]);
});

test('a page stands in the folder of an area, and its name says which page it is without it', () => {
  const areas = new Set(written.filter((page) => page.includes('/')).map((page) => page.split('/')[0]!));
  expect([...areas].filter((area) => !existsSync(`${source}/${area}`))).toEqual([]);
  // What this site says of itself is of no area.
  expect(written.filter((page) => !page.includes('/'))).toEqual(['accessibility']);
  expect(new Set(written.map(nameOf)).size).toBe(written.length);
});
