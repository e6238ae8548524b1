// Times the page from a keystroke to the updated page, in Chromium, with the processor as it is and slowed down: by 4, and by 3,
// since Chromium slows tasks as short as these down by more than it is told.
//
//     cargo xtask build
//     npm ci --prefix tests/end-to-end
//     node benches/keystroke.mjs
//
// It needs Chromium: the one that the environment variable CHROMIUM names, otherwise /usr/bin/chromium. `--page NAME`
// times only the pages whose name contains NAME, `--profile` says as well which functions take the time.
//
// Numbers of seven digits are typed into the volume, each over the one before, with keys that the page can't tell from a
// reader's. Time starts when the page hears of the input (a listener before any of the program's) and is taken when
//
//   a. the program has changed the document: answer computed, rendered and compared with what stood there;
//   b. style and layout are done too, which is forced in the same task: answer and table are ready to be painted;
//   c. the next frame is handed over: (b) and painting, and the wait for the screen's rhythm, up to 17 ms by itself;
//   d. the pictures and ways under the table have followed, laid out as well; they wait 20 ms so that the answer is first.
//
// The numbers are typed nine times over, and (b) is told a second time, as the middle of each keystroke's nine: what else the machine
// does meets one keystroke now and then, what the page makes of a digit comes back every time.
//
// Every keystroke must change the answer, and the pictures must follow, or the run fails; how long it takes is reported and
// never a failure. Beside each slow-down stands by how much it slowed a loop of plain arithmetic, and the page itself (the middle
// of b). If the loop isn't slowed by about what it should be, something else kept the machine busy.

import { launch, serve } from "./served_page.mjs";

const NUMBERS = ["2500000", "1340000", "9876543", "4080200", "3333333", "7150500", "6000001"];
const DIGITS = 7;
const KEYSTROKES = NUMBERS.length * DIGITS;
const WARM_UP = 3 * DIGITS;
const ROUNDS = 9;

/** Negotiated tiers as a part of a link: each a fee and a price in three bands. */
const customTiers = (count) => {
  const bands = (place) => `!((upTo:${10_000 * place},unitPrice:'0.0${place + 10}'),(upTo:${1_000_000 * place},unitPrice:'0.008'),(unitPrice:'0.006'))`;
  const tier = (place) => `(id:offer-${place},name:Offer+${place},charges:!((model:flat,fee:${100 * place}),(model:graduated,bands:${bands(place)})))`;
  return `!(${Array.from({ length: count }, (_, place) => tier(place + 1)).join(",")})`;
};

const PAGES = [
  { name: "5 tiers, 12 months", tiers: 5, fragment: "v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03" },
  { name: "5 tiers, 120 months", tiers: 5, fragment: "v1/reads=2000000/period=month/usage=academic/months=120/prices=2023-03" },
  {
    name: "5 and 20 custom tiers, 12 months",
    tiers: 25,
    fragment: `v2/reads=2000000/period=month/usage=academic/months=12/tiers=${customTiers(20)}/prices=2023-03`,
  },
];

/** Runs in the page: takes the times of every keystroke, and gives them to the one who asks for the next. */
const watch = () => {
  const frame = new MessageChannel();
  let keystroke = {};
  let told = () => {};
  // Answer, frame and pictures, in whatever order the last two come.
  const tell = () => {
    if (["laidOut", "framed", "pictured"].every((end) => end in keystroke)) told(keystroke);
  };
  frame.port1.onmessage = () => {
    keystroke.framed = performance.now();
    tell();
  };
  // A listener of the window in the capture phase comes before every other.
  window.addEventListener("input", () => {
    keystroke.started = performance.now();
    requestAnimationFrame(() => frame.port2.postMessage(null));
  }, true);
  // Told in a microtask after the program's, before the browser looks at style and layout by itself.
  new MutationObserver((changes) => {
    if (!keystroke.started) return;
    const changed = performance.now();
    keystroke.height = document.body.offsetHeight;
    const laidOut = performance.now();
    if (!keystroke.laidOut) Object.assign(keystroke, { changed, laidOut });
    const pictures = document.querySelector(".charts");
    if (changes.some(({ target }) => pictures.contains(target))) keystroke.pictured = laidOut;
    tell();
  }).observe(document.body, { attributes: true, characterData: true, childList: true, subtree: true });
  window.nextKeystroke = () => new Promise((resolve) => {
    keystroke = {};
    told = resolve;
  });
  window.answerText = () => document.querySelector(".answer").textContent + document.querySelector(".tiers").textContent;
  window.loopTime = () => {
    const started = performance.now();
    let looped = 0;
    for (let round = 0; round < 4e6; round += 1) looped = (looped * 31 + round) | 0;
    window.looped = looped;
    return performance.now() - started;
  };
};

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

const middle = (times) => quantile(times.toSorted((a, b) => a - b), 0.5);

/** The middle of each keystroke's rounds: `times` are of all keystrokes, one round after the other. */
const middles = (times) => Array.from({ length: KEYSTROKES }, (_, place) => middle(times.filter((_, each) => each % KEYSTROKES === place)));

const summary = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  return [sorted[0], quantile(sorted, 0.5), quantile(sorted, 0.95), sorted.at(-1)].map((time) => time.toFixed(1).padStart(8)).join("");
};

/** Types the numbers, and gives the times of the keystrokes after those that warm the page up. */
const type = async (page, session, count) => {
  const times = [];
  for (let place = 0; place < count; place += 1) {
    const number = NUMBERS[Math.floor(place / DIGITS) % NUMBERS.length];
    // A new number takes the place of the one before.
    if (place % DIGITS === 0) await page.locator("#volume").selectText();
    const before = await page.evaluate(() => window.answerText());
    // The promise itself must not be waited for here, so it is kept in the page.
    await page.evaluate(() => { window.awaited = window.nextKeystroke(); });
    const digit = number[place % DIGITS];
    const names = { key: digit, code: `Digit${digit}`, windowsVirtualKeyCode: digit.charCodeAt(0) };
    await session.send("Input.dispatchKeyEvent", { type: "keyDown", text: digit, ...names });
    await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...names });
    const taken = await page.evaluate(() => window.awaited);
    if (before === await page.evaluate(() => window.answerText())) {
      throw new Error(`the answer stayed as it was after digit ${place % DIGITS + 1} of ${number}`);
    }
    times.push(taken);
  }
  return times;
};

/** Which functions take the time, by themselves, in percent of the time that any took. */
const costs = ({ nodes, samples, timeDeltas }) => {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName || "(anonymous)"]));
  const spent = new Map();
  samples.forEach((id, place) => spent.set(names.get(id), (spent.get(names.get(id)) ?? 0) + timeDeltas[place]));
  for (const idle of ["(idle)", "(program)"]) spent.delete(idle);
  const total = [...spent.values()].reduce((sum, time) => sum + time, 0);
  return [...spent].toSorted(([, a], [, b]) => b - a).slice(0, 25).map(([name, time]) => `${(100 * time / total).toFixed(1).padStart(6)} %  ${name}`);
};

/** Times the keystrokes of one page, and says which the middle one is; `unslowedMedian` is that without a slow-down. */
const measure = async (browser, address, { name, tiers, fragment }, slowdown, unslowedMedian, profile) => {
  const page = await browser.newPage({ serviceWorkers: "block", locale: "en-US", viewport: { width: 1280, height: 800 } });
  try {
    await page.goto(`${address}#${fragment}`);
    await page.locator("table[aria-labelledby=tiers] tbody tr").first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    const rows = await page.locator("table[aria-labelledby=tiers] tbody tr").count();
    if (rows !== tiers) throw new Error(`${name}: the table has ${rows} rows, so the link wasn't opened`);
    await page.evaluate(watch);
    const session = await page.context().newCDPSession(page);
    // One loop may meet something else at work; the middle of several says how fast the processor is.
    const loopTime = async (rounds) => {
      const times = [];
      for (let round = 0; round < rounds; round += 1) times.push(await page.evaluate(() => window.loopTime()));
      return middle(times);
    };
    // The browser compiles the loop better once it has run often.
    await loopTime(100);
    const unslowed = await loopTime(9);
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await type(page, session, WARM_UP);
    if (profile) {
      await session.send("Profiler.enable");
      await session.send("Profiler.setSamplingInterval", { interval: 200 });
      await session.send("Profiler.start");
    }
    const times = await type(page, session, ROUNDS * KEYSTROKES);
    const loop = (await loopTime(9) / unslowed).toFixed(1);
    const taken = (end) => times.map((keystroke) => keystroke[end] - keystroke.started);
    const median = middle(taken("laidOut"));
    const itself = (median / (unslowedMedian ?? median)).toFixed(1);
    console.log(`\n${name}, slowed down ${slowdown}× (a loop: ${loop}×, the page: ${itself}×), ${times.length} keystrokes`);
    console.log(`  ${"ms".padEnd(22)}${["least", "median", "95%", "most"].map((word) => word.padStart(8)).join("")}`);
    const told = [
      ["a. document changed", taken("changed")],
      ["b. laid out", taken("laidOut")],
      [`   each, middle of ${ROUNDS}`, middles(taken("laidOut"))],
      ["c. next frame", taken("framed")],
      ["d. pictures followed", taken("pictured")],
    ];
    for (const [what, each] of told) console.log(`  ${what.padEnd(22)}${summary(each)}`);
    if (profile) console.log(costs((await session.send("Profiler.stop")).profile).join("\n"));
    return median;
  } finally {
    await page.close();
  }
};

const wanted = process.argv.includes("--page") ? process.argv[process.argv.indexOf("--page") + 1] : "";
const profile = process.argv.includes("--profile");
const { address, stop } = await serve();
const browser = await launch();
try {
  for (const each of PAGES.filter(({ name }) => name.includes(wanted))) {
    const unslowedMedian = await measure(browser, address, each, 1, undefined, profile);
    for (const slowdown of [3, 4]) await measure(browser, address, each, slowdown, unslowedMedian, profile);
  }
} finally {
  await browser.close();
  stop();
}
