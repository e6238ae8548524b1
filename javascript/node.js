// The package in Node.js: the program is read from beside this file.

import { readFile } from "node:fs/promises";

import { initSync } from "./quota_calculator.js";

initSync({ module: await readFile(new URL("./quota_calculator_bg.wasm", import.meta.url)) });

export { assess, fromLink, linkFor, mostReads, priceBooks, priceTier, sources } from "./quota_calculator.js";
