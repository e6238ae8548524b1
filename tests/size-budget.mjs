// The size budget of the first view: everything a browser loads before the first answer, as a server sends it (brotli).

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const BUDGET = 200 * 1024;

const folder = join(import.meta.dirname, "../dist");
const page = readFileSync(join(folder, "index.html"), "utf8").replace(/<a .*?<\/a>/g, "");

// The page names its own files; what it doesn't name, or only leads to, is not part of the first view.
const files = readdirSync(folder).filter((name) => name === "index.html" || page.includes(name));
const sizes = files.map((name) => {
  const content = readFileSync(join(folder, name));
  return { name, raw: content.length, brotli: brotliCompressSync(content).length };
});

const total = sizes.reduce((sum, { brotli }) => sum + brotli, 0);
const row = (name, raw, brotli) => console.log(`${String(raw).padStart(8)} ${String(brotli).padStart(8)}  ${name}`);
row("file", "bytes", "brotli");
for (const { name, raw, brotli } of sizes) row(name, raw, brotli);
row(`first view, of ${BUDGET} allowed`, "", total);

const fits = total <= BUDGET;
console.log(fits ? "1 passed" : "1 failed");
process.exit(fits ? 0 : 1);
