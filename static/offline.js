// Has the whole calculator kept on the reader's device by a service worker, so that it opens without a network from now on.
// Browsers that have none, or are told to save data, go on needing a network.

const ADDRESS = "service-worker.js";

// The page's policy allows scripts by name only, and lets nothing but this one through here.
const policy = globalThis.trustedTypes?.createPolicy("service-worker", { createScriptURL: () => ADDRESS });

if (!navigator.connection?.saveData) {
  navigator.serviceWorker?.register(policy?.createScriptURL("") ?? ADDRESS).catch(console.warn);
}
