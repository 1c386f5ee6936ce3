// Keeps guides people opened on their phone readable without a network. Records it has not kept, files, searches and
// lists go to the network as they always did, and what lies outside /m/ it never sees.
const cacheName = 'mingchuang-guides-1';
const mostGuides = 30;
const guidePath = /^\/m\/([0-9A-Za-z]{8})(?:-\d{1,6})?$/;
const assetPath = /^\/m\/assets\/[\w.-]+$/;

/** The address a guide is kept under: its code and, where one was chosen, its language. */
function keyOf(address) {
  const url = new URL(address, location.origin);
  const code = guidePath.exec(url.pathname)?.[1];
  if (code === undefined || url.origin !== location.origin || url.searchParams.has('part')) return null;
  const language = url.searchParams.get('lang');
  return `/m/${code.toUpperCase()}${language === null ? '' : `?lang=${language === 'en' ? 'en' : 'zh'}`}`;
}

const isAsset = (address) => assetPath.test(new URL(address, location.origin).pathname);

/** The guides opened longest ago go first; assets no kept guide needs are few and stay. */
async function trim(cache) {
  const guides = (await cache.keys()).filter(({ url }) => keyOf(url) !== null);
  for (const old of guides.slice(0, Math.max(0, guides.length - mostGuides))) await cache.delete(old);
}

async function keep(page, assets) {
  const key = keyOf(page);
  if (key === null) return false;
  const cache = await caches.open(cacheName);
  for (const asset of assets.filter(isAsset).slice(0, 8)) {
    if ((await cache.match(asset)) === undefined) await cache.add(asset);
  }
  const answer = await fetch(page, { credentials: 'omit' }).catch(() => null);
  if (answer === null) return (await cache.match(key)) !== undefined;
  if (!answer.ok || answer.redirected) return false;
  await cache.delete(key);
  await cache.put(key, answer);
  await trim(cache);
  return true;
}

/** The network first, so that what is on show is what is public; the kept page when there is no answer. */
async function showGuide(request, key) {
  const cache = await caches.open(cacheName);
  const answer = await fetch(request).catch(() => null);
  // What was withdrawn from the public does not live on here.
  if (answer !== null && (answer.status === 404 || answer.status === 410)) await cache.delete(key);
  if (answer !== null && answer.status < 500) return answer;
  const kept = (await cache.match(key)) ?? (await cache.match(key.replace(/\?.*$/, '')));
  return kept ?? answer ?? Response.error();
}

async function showAsset(request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(request)) ?? fetch(request);
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => {
  const { keep: page, assets } = event.data ?? {};
  if (typeof page !== 'string' || !Array.isArray(assets)) return;
  const kept = keep(page, assets.map(String)).catch(() => false);
  event.waitUntil(kept.then((isKept) => event.ports[0]?.postMessage(isKept)));
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  const key = request.mode === 'navigate' ? keyOf(request.url) : null;
  if (key !== null) event.respondWith(showGuide(request, key));
  else if (assetPath.test(pathname)) event.respondWith(showAsset(request));
});
