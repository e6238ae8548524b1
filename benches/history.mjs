// Times the Usage history page counting a large file, in Chromium, beside a widely used CSV parser that does the same sums.
//
//     cargo xtask build
//     npm ci --prefix tests/end-to-end
//     node benches/history.mjs [--rows 1000000] [--rounds 5]
//
// It needs Chromium: the one that the environment variable CHROMIUM names, otherwise /usr/bin/chromium. The file has a row for
// each request: a time, an endpoint, and the posts that it returned. It is made anew each time, always the same.
//
//   page   from the press of “Count the reads” to the result in the document, rendered and laid out. The file is read in a
//          worker meanwhile; the gaps between the page's frames say whether it stayed at hand.
//   parser the same file with Papa Parse, in pieces, on a page of its own: every row split into cells, the month taken off its
//          date, the number added to it. It has no preview, no worker, no list of bad rows, and no prices.
//
// Both must come to the sum that the file was made with, or the run fails; how long they take is reported and never a failure.
// Memory is what the page's process holds at most while it counts, beyond what it held before.

import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { launch, serve, tested } from "./served_page.mjs";

const PARSER = tested.resolve("papaparse/papaparse.min.js");
const BLANK = "parser";

const option = (name, usual) => (process.argv.includes(name) ? Number(process.argv[process.argv.indexOf(name) + 1]) : usual);
const ROWS = option("--rows", 1_000_000);
const ROUNDS = option("--rounds", 5);

/** Writes the file, and says the sum of its reads. */
const write = async (path) => {
  const out = createWriteStream(path);
  const endpoints = ["/2/tweets", "/2/users", "/2/lists"];
  let [seed, sum, text] = [1, 0, "created_at,endpoint,posts\n"];
  const begin = Date.UTC(2021, 2, 1);
  const step = Math.floor((Date.UTC(2023, 3, 30) - begin) / ROWS);
  for (let row = 0; row < ROWS; row += 1) {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    const posts = seed % 100;
    sum += posts;
    text += `${new Date(begin + row * step).toISOString().slice(0, 19)}Z,${endpoints[seed % 3]},${posts}\n`;
    if (text.length > 1 << 20) {
      if (!out.write(text)) await new Promise((resolve) => out.once("drain", resolve));
      text = "";
    }
  }
  await new Promise((resolve) => out.end(text, resolve));
  return sum;
};

/** The processes that draw pages, by their ids. */
const renderers = async (browser) => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
};

const status = (id, field) => Number(/\d+/.exec(readFileSync(`/proc/${id}/status`, "utf8").split(`${field}:`)[1])[0]) * 1024;

/** Forgets the most that a process held, where the system lets us; the most it holds from now on is asked for later. */
const forgetPeak = (id) => {
  try {
    writeFileSync(`/proc/${id}/clear_refs`, "5");
  } catch {
    console.warn("The peak of memory can't be reset here, so it is that of the process's whole life.");
  }
};

const measurePage = async (browser, address, path, expected) => {
  const before = new Set(await renderers(browser));
  const page = await browser.newPage({ serviceWorkers: "block", locale: "en-US", viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(`${address}history.html`);
    await page.locator("#history-file").setInputFiles(path);
    await page.locator("#count:enabled").waitFor();
    // The page has one of these; which is for the browser to know.
    const processes = (await renderers(browser)).filter((id) => !before.has(id));
    const held = processes.map((id) => status(id, "VmRSS"));
    processes.forEach(forgetPeak);
    await page.evaluate(() => {
      window.gaps = [];
      let last = performance.now();
      const frame = () => {
        const now = performance.now();
        window.gaps.push(now - last);
        last = now;
        window.frame = requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      window.result = new Promise((resolve) => {
        const started = performance.now();
        const look = () => {
          if (!document.querySelector("#history-result")) return;
          window.counted = document.body.offsetHeight > 0 && performance.now() - started;
          cancelAnimationFrame(window.frame);
          resolve(window.counted);
        };
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
        document.querySelector("#count").click();
      });
    });
    const time = await page.evaluate(() => window.result);
    const text = await page.locator(".history-answer").innerText();
    if (!text.includes(`${expected.toLocaleString("en-US")} reads`)) throw new Error(`the page says: ${text}`);
    const gaps = await page.evaluate(() => window.gaps);
    const memory = processes.reduce((sum, id, place) => sum + status(id, "VmHWM") - held[place], 0);
    return { time, gap: Math.max(...gaps), late: gaps.filter((gap) => gap > 50).length, frames: gaps.length, memory };
  } finally {
    await page.close();
  }
};

const measureParser = async (browser, address, path, expected) => {
  const page = await browser.newPage({ serviceWorkers: "block" });
  try {
    await page.goto(`${address}${BLANK}`);
    await page.addScriptTag({ path: PARSER });
    await page.locator("input").setInputFiles(path);
    const { time, sum } = await page.evaluate(() => new Promise((resolve, reject) => {
      const started = performance.now();
      const months = new Map();
      window.Papa.parse(document.querySelector("input").files[0], {
        header: true,
        skipEmptyLines: true,
        chunk: ({ data }) => {
          for (const { created_at, posts } of data) {
            const date = new Date(created_at);
            const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
            months.set(month, (months.get(month) ?? 0) + Number(posts));
          }
        },
        complete: () => resolve({ time: performance.now() - started, sum: [...months.values()].reduce((all, one) => all + one, 0) }),
        error: reject,
      });
    }));
    if (sum !== expected) throw new Error(`the parser comes to ${sum}, not ${expected}`);
    return time;
  } finally {
    await page.close();
  }
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const milliseconds = (numbers) => `${median(numbers).toFixed(0)} ms (${numbers.map((number) => number.toFixed(0)).join(", ")})`;

const folder = mkdtempSync(join(tmpdir(), "history-"));
const path = join(folder, "reads.csv");
const sum = await write(path);
const size = statSync(path).size;
const { address, stop } = await serve({ [BLANK]: "<!doctype html><input type=file>" });
const browser = await launch();
try {
  console.log(`${ROWS.toLocaleString("en-US")} rows, ${(size / 1e6).toFixed(1)} MB, ${ROUNDS} rounds: medians`);
  const [pages, parsers] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    pages.push(await measurePage(browser, address, path, sum));
    parsers.push(await measureParser(browser, address, path, sum));
  }
  const of = (what) => pages.map((page) => page[what]);
  console.log(`page            ${milliseconds(of("time"))}`);
  console.log(`parser          ${milliseconds(parsers)}`);
  console.log(`parser ÷ page   ${(median(parsers) / median(of("time"))).toFixed(2)}`);
  console.log(`longest gap between frames  ${milliseconds(of("gap"))}; gaps over 50 ms: ${of("late").join(", ")} of ${of("frames").join(", ")} frames`);
  console.log(`memory beyond before        ${of("memory").map((bytes) => `${(bytes / 1e6).toFixed(0)} MB`).join(", ")}, ${(median(of("memory")) / size).toFixed(2)} × the file`);
} finally {
  await browser.close();
  stop();
  rmSync(folder, { recursive: true });
}
