// Times the Project budget page finding schedules, in Chromium: the projects of `benches/schedule.rs`, as links.
//
//     cargo xtask build
//     npm ci --prefix tests/end-to-end
//     cargo bench --bench schedule -- --links > links.tsv
//     node benches/schedule.mjs links.tsv [--of 3]
//
// It needs Chromium: the one that the environment variable CHROMIUM names, otherwise /usr/bin/chromium. Of each family of
// projects it opens the first few links (`--of`), one after the other, on the same page:
//
//   first, all   from the link's coming to the page's worker to what it found first, and to all that it found
//   shown, whole from the link's coming to the address bar to the first schedules in the document, and to all of them
//   gap          the longest time between two frames of the page meanwhile, which says whether it stayed at hand
//
// Milliseconds: the middle one and the longest. They are reported and never a failure.

import { readFileSync } from "node:fs";

import { launch, serve } from "./served_page.mjs";

const OF = process.argv.includes("--of") ? Number(process.argv[process.argv.indexOf("--of") + 1]) : 3;

/** The links of the table that `benches/schedule.rs` writes, by the names of their families. */
const families = () => {
  const found = new Map();
  for (const line of readFileSync(process.argv[2], "utf8").trim().split("\n")) {
    const [name, link] = line.split("\t");
    found.set(name, [...(found.get(name) ?? []), link].slice(0, OF));
  }
  return found;
};

/** How long the worker alone takes to what it finds first, and to all; runs in the page. */
const find = async (link) => {
  const worker = await globalThis.startWorker();
  const answers = (link, isLast) =>
    new Promise((resolve, reject) => {
      const times = [];
      worker.onerror = reject;
      worker.onmessage = ({ data }) => {
        times.push(performance.now());
        if (isLast(data)) resolve(times);
      };
      worker.postMessage(link);
    });
  // What isn't a link makes it start, and no more.
  await answers("", () => true);
  const before = performance.now();
  const times = await answers(link, (found) => !found || found.others);
  worker.terminate();
  return { first: times[0] - before, all: times.at(-1) - before };
};

/** How long the page takes to the first schedules, and to all, and the longest gap between its frames; runs in the page. */
const show = async (link) => {
  let [shown, whole] = [];
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  const before = performance.now();
  const is = (name) => document.querySelector(name) !== null;
  let hasBegun = false;
  const observer = new MutationObserver(() => {
    hasBegun ||= is(".answers-behind");
    if (!hasBegun || whole) return;
    // Reading a size lays the document out.
    document.body.getBoundingClientRect();
    if (!is(".answers-behind")) shown ??= performance.now() - before;
    if (!is(".budget-planning")) whole = performance.now() - before;
  });
  observer.observe(document.querySelector("main"), { attributeFilter: ["class"], subtree: true });
  location.hash = link;
  let [last, gap] = [before, 0];
  while (!whole) {
    await frame();
    const now = performance.now();
    [last, gap] = [now, Math.max(gap, now - last)];
  }
  observer.disconnect();
  return { shown, whole, gap };
};

const spread = (times) => {
  const sorted = times.toSorted((one, other) => one - other);
  return [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((time) => time.toFixed(0).padStart(7)).join("");
};

const { address, stop } = await serve();
const browser = await launch();
const page = await browser.newPage({ serviceWorkers: "block" });
await page.goto(`${address}budget.html`);
await page.waitForFunction(() => document.querySelector("#plans") !== null);
const COLUMNS = ["first", "all", "shown", "whole", "gap"];
console.log(["milliseconds: middle and longest".padEnd(36), ...COLUMNS.map((column) => column.padStart(14))].join(""));
for (const [name, links] of families()) {
  const rows = [];
  for (const link of links) rows.push({ ...(await page.evaluate(find, link)), ...(await page.evaluate(show, link)) });
  console.log([name.padEnd(36), ...COLUMNS.map((column) => spread(rows.map((row) => row[column])))].join(""));
}
await browser.close();
stop();
