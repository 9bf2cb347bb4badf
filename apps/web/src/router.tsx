import { createBrowserRouter, type LoaderFunctionArgs, type RouteObject } from 'react-router';
import { componentOf, tenantRoutes, visitorRoutes } from './routes.js';
import { Crash } from './shell/crash.js';
import { giveEntryKey } from './shell/entry-key.js';
import { NotFound } from './shell/not-found.js';
import { PublicLayout } from './shell/public-layout.js';
import { Waiting } from './shell/waiting.js';

/** `<Name>Page`, and for pages that many people open first what asks for their data while the frame is still being drawn. */
type PageModule = Record<string, unknown> & { askAhead?: (params: LoaderFunctionArgs['params']) => void };

const modules = import.meta.glob<PageModule>('./pages/*.page.tsx');

function pagesOf(routes: Readonly<Record<string, string>>): RouteObject[] {
  return Object.entries(routes).map(([path, name]) => ({
    path,
    lazy: async () => {
      const page = await modules[`./pages/${name}.page.tsx`]!();
      return {
        Component: page[componentOf(name)] as () => React.ReactNode,
        loader: ({ params }) => {
          page.askAhead?.(params);
          return null;
        },
      };
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
        lazy: async () => ({ Component: (await import('./shell/tenant-root.js')).TenantRoot }),
        children: [
          { ErrorBoundary: Crash, children: [...pagesOf(tenantRoutes), { path: '*', Component: NotFound }] },
        ],
      },
    ],
  },
]);
