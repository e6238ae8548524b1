// Keeps all files of one build on the reader's device and answers with them when there is no network. With a network
// everything comes from there, so that nobody is shown old prices for longer than they are offline.

// The build puts in what it made: the files, and a name for just these files.
const VERSION = "version";
const FILES = ["files"];

const NAME = `quota-calculator-${VERSION}`;

addEventListener("install", (event) => event.waitUntil(keepAll().then(skipWaiting)));
addEventListener("activate", (event) => event.waitUntil(takeOver()));
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event));
});

/** Keeps every file, one after the other: what the reader waits for goes first. */
async function keepAll() {
  const cache = await caches.open(NAME);
  for (const file of FILES) {
    const response = await fetch(file, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    // Some servers lead from one address to another, and browsers don't take such an answer for a page.
    await cache.put(file, new Response(response.body, { headers: response.headers }));
  }
}

/** Throws away what earlier builds kept, and answers from now on. */
async function takeOver() {
  // A page is asked for while this script is still starting.
  await registration.navigationPreload?.enable();
  const others = (await caches.keys()).filter((name) => name.startsWith("quota-calculator-") && name !== NAME);
  await Promise.all(others.map((name) => caches.delete(name)));
  await clients.claim();
}

async function answer({ request, preloadResponse }) {
  try {
    return (await preloadResponse) ?? (await fetch(request));
  } catch (error) {
    const cache = await caches.open(NAME);
    const address = request.url.replace(/index\.html(?=$|[?#])/, "");
    const kept = await cache.match(address, { ignoreSearch: true, ignoreVary: true });
    if (!kept) throw error;
    return kept;
  }
}
