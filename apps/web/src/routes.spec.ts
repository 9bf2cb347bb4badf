import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { componentOf, tenantRoutes, visitorRoutes } from './routes.js';

const pages = 'apps/web/src/pages';

test('every route leads to a page, and every page has a route', () => {
  const routed = new Set<string>([...Object.values(visitorRoutes), ...Object.values(tenantRoutes)]);
  const written = readdirSync(pages).flatMap((file) => /^(.*)\.page\.tsx$/.exec(file)?.[1] ?? []);
  expect([...routed].sort()).toEqual(written.sort());
});

test('every page exports the component that its file is named after', () => {
  const missing = readdirSync(pages).flatMap((file) => {
    const name = /^(.*)\.page\.tsx$/.exec(file)?.[1];
    if (!name) return [];
    return readFileSync(`${pages}/${file}`, 'utf8').includes(`export function ${componentOf(name)}(`)
      ? []
      : [file];
  });
  expect(missing).toEqual([]);
});
