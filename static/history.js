// Lets the program of the Usage history page start its worker. The page's policy allows scripts by name only, so the name of
// this one worker is all that the policy below lets through.

const WORKER = "history-worker.js";

const policy = globalThis.trustedTypes?.createPolicy("history-worker", {
  createScriptURL(address) {
    if (address !== WORKER) throw new TypeError(`${address} is no worker of this page`);
    return address;
  },
});

let compiled;

/** The worker's program, which must be the one that was published. It is fetched once, when it is first needed. */
async function compile() {
  const { content, dataset } = document.querySelector("meta[name=history-worker]");
  return WebAssembly.compileStreaming(fetch(content, { integrity: dataset.integrity }));
}

/** Starts a worker that waits for its message. */
globalThis.startHistoryWorker = async () => {
  compiled ??= compile();
  try {
    const program = await compiled;
    const worker = new Worker(policy?.createScriptURL(WORKER) ?? WORKER, { type: "module" });
    worker.postMessage(program);
    return worker;
  } catch (error) {
    // Another try may find the network again.
    compiled = undefined;
    throw error;
  }
};
