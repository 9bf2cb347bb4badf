/// <reference lib="webworker" />
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

// The pages' code, so that the help lines open without a connection. Answers of the API are not kept here.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();

const page = createHandlerBoundToURL('/index.html');
const ours = /^\/(graphql|calendar|dev|auth|healthz|readyz|metrics)(\/|$)/;

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
