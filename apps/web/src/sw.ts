/// <reference lib="webworker" />
import { ExpirationPlugin } from 'workbox-expiration';
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

// The frame, home, dates, meetings and the help lines open without a connection; any other page does once it has been opened. Answers of the
// API are not kept here.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: 'pages', plugins: [new ExpirationPlugin({ maxEntries: 100 })] }),
);

const page = createHandlerBoundToURL('/index.html');
const ours = /^\/(graphql|calendar|dev|auth|healthz|readyz|metrics)(\/|$)/;

// Without navigation preload: what is not answered here, such as the way back from a sign-in elsewhere, would be asked for twice.
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.mode !== 'navigate' || ours.test(pathname)) return;
  event.respondWith(
    fetch(event.request).catch(() =>
      page({ url: new URL(event.request.url), request: event.request, event }),
    ),
  );
});
self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
