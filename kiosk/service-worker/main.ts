// Entrance of the service worker: holds the application's own files and starts it without a network.
import { clientsClaim } from 'workbox-core';
import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { onlyWholeAnswers } from './only-whole-answers.ts';
import { foreignPaths } from './routes.ts';

declare const self: ServiceWorkerGlobalScope & {
  /** Every file of the built kiosk; the build puts the list here. */
  readonly __PRECACHE_MANIFEST: (PrecacheEntry | string)[];
};

cleanupOutdatedCaches();
addPlugins([onlyWholeAnswers]);
precacheAndRoute(self.__PRECACHE_MANIFEST, {
  cleanURLs: false,
  ignoreURLParametersMatching: [/^lang$/, /^terminal$/, /^layout$/],
  // Whoever leaves the last slash out still gets the wall screen, also without the hub that would put it there.
  urlManipulation: ({ url }) => (url.pathname === '/screen' ? [new URL('/screen/', url)] : []),
});
registerRoute(new NavigationRoute(createHandlerBoundToURL('/'), { denylist: [...foreignPaths] }));

// A page that came without a worker is taken over at once; one that has a worker waits for the page's word.
clientsClaim();
self.addEventListener('message', (event) => {
  if ((event.data as { readonly type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
