// Keeps the built files so that the ticket and the door open without network. VERSION and FILES are written above by
// offline-plugin.ts. A newer build waits until no page of the older one is open, whose files it would take away.
/* global VERSION, FILES */
const CACHE = `openday-${VERSION}`;
const PAGE = '/';
/** The page without the list that the server sends along: one that is kept would be of another day. */
const KEPT_PAGE = '/index.html';
const PAGE_WAIT_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([KEPT_PAGE, ...FILES.map((file) => `/${file}`)])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((keys) => Promise.all(keys.filter((key) => key !== CACHE).map((key) => caches.delete(key))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && pathname === PAGE) event.respondWith(freshPage(request));
  else if (FILES.includes(pathname.slice(1))) event.respondWith(keptFile(request));
});

/** The newest page where the network answers in time, else the kept one. */
async function freshPage(request) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('late')), PAGE_WAIT_MS));
  try {
    return await Promise.race([fetch(request), late]);
  } catch {
    return (await caches.match(KEPT_PAGE)) ?? Response.error();
  }
}

/** Its name holds its hash: what is kept is what was asked for. */
async function keptFile(request) {
  return (await caches.match(request)) ?? fetch(request);
}
