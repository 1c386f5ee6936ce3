// The kill switch: served in the place of `/sw.js`, it undoes the service worker on every terminal that asks for it.

declare const self: ServiceWorkerGlobalScope;

/** Terminals ask for `/sw.js` past every cache, also when the worker they have is broken. */
async function retire(): Promise<void> {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
  // Only pages the old worker controlled are loaded again; afterwards none is, so this cannot go round in circles.
  for (const client of await self.clients.matchAll({ type: 'window' })) {
    await client.navigate(client.url).catch(() => null);
  }
}

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(retire()));

// Without an import or export this file would be a script whose `self` clashes with the global one.
export {};
