import { createBrowserRouter, type RouteObject } from 'react-router';
import { pageWords } from 'virtual:page-words';
import { componentOf, tenantRoutes, visitorRoutes } from './routes.js';
import { Crash } from './shell/crash.js';
import { giveEntryKey } from './shell/entry-key.js';
import { NotFound } from './shell/not-found.js';
import { PublicLayout } from './shell/public-layout.js';
import { Waiting } from './shell/waiting.js';
import { loadWords } from './words/i18n.js';

const modules = import.meta.glob<Record<string, unknown>>('./pages/**/*.page.tsx');

function pagesOf(routes: Readonly<Record<string, string>>): RouteObject[] {
  return Object.entries(routes).map(([path, page]) => ({
    path,
    lazy: async () => {
      const [module] = await Promise.all([
        modules[`./pages/${page}.page.tsx`]!(),
        loadWords(pageWords[page] ?? []),
      ]);
      return { Component: module[componentOf(page)] as () => React.ReactNode };
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
        children: [...pagesOf(visitorRoutes), { path: '*', Component: NotFound }],
      },
      {
        path: 't/:tenant',
        lazy: async () => {
          const { TenantRoot, loadMemberWords } = await import('./shell/tenant-root.js');
          await loadMemberWords();
          return { Component: TenantRoot };
        },
        children: [
          {
            ErrorBoundary: Crash,
            children: [...pagesOf(tenantRoutes), { path: '*', Component: NotFound }],
          },
        ],
      },
    ],
  },
]);
