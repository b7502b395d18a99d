// Keeps the claim builder at hand without a connection; with one, everything is fetched anew.

const SHELF = "claimbook-builder";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => event.waitUntil(kept(event)));

// Says so when all is kept.
async function kept({ data, source }) {
  const shelf = await caches.open(SHELF);
  await Promise.all(data.map((each) => shelf.add(each)));
  source.postMessage("kept");
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(location.origin)) return;
  event.respondWith(fetched(request));
});

async function fetched(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok) (await caches.open(SHELF)).put(request, answer.clone());
    return answer;
  } catch (error) {
    const known = await caches.match(request, { ignoreSearch: true });
    if (known) return known;
    throw error;
  }
}
