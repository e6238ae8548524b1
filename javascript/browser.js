// The package in a browser or through a bundler: the program is fetched from beside this file.

import start from "./quota_calculator.js";

await start();

export { assess, fromLink, linkFor, mostReads, priceBooks, priceTier, sources } from "./quota_calculator.js";
