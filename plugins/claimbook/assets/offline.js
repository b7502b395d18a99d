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
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  event.respondWith(fetched(request));
});

async function fetched(request) {
  try {
    const answer = await fetch(request);
    if (answer.status === 200) shelved(request, answer.clone());
    return answer;
  } catch (error) {
    const known = await caches.match(request, { ignoreSearch: true, cacheName: SHELF });
    if (known) return known;
    throw error;
  }
}

// One answer for each page, whatever is asked behind its address.
async function shelved({ url }, answer) {
  try {
    await (await caches.open(SHELF)).put(url.replace(/[?#].*/, ""), answer);
  } catch {
    // The browser has no room, or keeps nothing; the answer is there all the same.
  }
}
