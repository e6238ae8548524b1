// Lets the program of a page start the page's worker. The page's policy allows scripts by name only, so the name of this one
// worker is all that the policy below lets through.

const NAME = `${document.documentElement.dataset.page}-worker`;
const ADDRESS = `${NAME}.js`;

const policy = globalThis.trustedTypes?.createPolicy(NAME, {
  createScriptURL(address) {
    if (address !== ADDRESS) throw new TypeError(`${address} is no worker of this page`);
    return address;
  },
});

let compiled;

/** The worker's program, which must be the one that was published. It is fetched once, when it is first needed. */
async function compile() {
  const { content, dataset } = document.querySelector("meta[name=worker]");
  return WebAssembly.compileStreaming(fetch(content, { integrity: dataset.integrity }));
}

/** Starts a worker that waits for messages. */
globalThis.startWorker = async () => {
  compiled ??= compile();
  try {
    const program = await compiled;
    const worker = new Worker(policy?.createScriptURL(ADDRESS) ?? ADDRESS, { type: "module" });
    worker.postMessage(program);
    return worker;
  } catch (error) {
    // Another try may find the network again.
    compiled = undefined;
    throw error;
  }
};
