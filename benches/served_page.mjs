// The built page and a browser, for the benchmarks that time it.

import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join } from "node:path";

/** Loads what the end-to-end tests have installed. */
export const tested = createRequire(join(import.meta.dirname, "../tests/end-to-end/package.json"));

const { chromium } = tested("@playwright/test");

const DIST = join(import.meta.dirname, "../dist");
const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".woff2": "font/woff2" };

/** Serves `dist`, with other documents by their names, and says where. */
export const serve = async (others = {}) => {
  const server = createServer((request, response) => {
    const name = new URL(request.url, "http://localhost").pathname.slice(1) || "index.html";
    if (name in others) return response.writeHead(200, { "Content-Type": "text/html" }).end(others[name]);
    const file = join(DIST, name);
    if (!/^[\w.-]+$/.test(name) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "Content-Type": TYPES[extname(name)] ?? "text/plain" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
};

/** The Chromium that the environment variable CHROMIUM names, otherwise /usr/bin/chromium. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // As root the browser's own sandbox can't start; the page under test is ours.
    args: ["--no-sandbox", "--disable-background-networking"],
  });
