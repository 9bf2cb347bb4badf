import { createBrowserRouter, type RouteObject } from 'react-router';
import { componentOf, tenantRoutes, visitorRoutes } from './routes.js';
import { Crash } from './shell/crash.js';
import { giveEntryKey } from './shell/entry-key.js';
import { NotFound } from './shell/not-found.js';
import { PublicLayout } from './shell/public-layout.js';
import { Waiting } from './shell/waiting.js';
import { loadWords } from './words/i18n.js';

const modules = import.meta.glob<Record<string, unknown>>('./pages/*.page.tsx');

/** What visitors read has come with the first file. */
const nothing = (): undefined => undefined;
const wordsOf = async (page: string): Promise<void> =>
  loadWords((await import('virtual:page-words')).pageWords[page] ?? []);

function pagesOf(
  routes: Readonly<Record<string, string>>,
  words: (page: string) => Promise<void> | undefined,
): RouteObject[] {
  return Object.entries(routes).map(([path, name]) => ({
    path,
    lazy: async () => {
      const [page] = await Promise.all([modules[`./pages/${name}.page.tsx`]!(), words(name)]);
      return { Component: page[componentOf(name)] as () => React.ReactNode };
    },
  }));
}

giveEntryKey();
export const router = createBrowserRouter([
  {
    ErrorBoundary: Crash,
    HydrateFallback: Waiting,
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./shell/last-tenant.js')).LastTenant }) },
      {
        Component: PublicLayout,
        children: [...pagesOf(visitorRoutes, nothing), { path: '*', Component: NotFound }],
      },
      {
        path: 't/:tenant',
        lazy: async () => {
          const [{ TenantRoot }] = await Promise.all([
            import('./shell/tenant-root.js'),
            loadWords(['errors']),
          ]);
          return { Component: TenantRoot };
        },
        children: [
          {
            ErrorBoundary: Crash,
            children: [...pagesOf(tenantRoutes, wordsOf), { path: '*', Component: NotFound }],
          },
        ],
      },
    ],
  },
]);
