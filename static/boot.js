// Starts the program, or says in plain words why it can't. Trunk names the program's two files in the page's head, each with
// its integrity, which the browser enforces on the WebAssembly before a byte of it runs.

// The reader's theme comes first, so that the page doesn't flash; index.html lets the first paint wait for this. Where storage
// is blocked, already asking for it throws.
try {
  const theme = localStorage.getItem("quota-calculator/theme");
  if (["light", "dark"].includes(theme)) document.documentElement.dataset.theme = theme;
} catch {
  // The device's own theme it is.
}

// The program of the first view leaves out what only some readers ask for. The whole program takes its place when they do, or
// at once when the estimate has tiers of the reader's own, or when one is unfinished.
const module = document.querySelector("link[rel=modulepreload]");
const program = document.querySelector("link[rel=preload][as=fetch]");
const whole = { module: "./quota-calculator-whole.js", program: "./quota-calculator-whole_bg.wasm", styles: ["display.css", "whole.css"] };

const asksForTiers = () => {
  if (document.documentElement.dataset.page) return false;
  try {
    const fragment = location.hash.slice(1) || localStorage.getItem("quota-calculator/last") || "";
    return fragment.includes("/tiers=") || sessionStorage.getItem("quota-calculator/unfinished-tier");
  } catch {
    return location.hash.includes("/tiers=");
  }
};

/** Fetches a program; a file that isn't the one that was published never arrives. */
async function fetchProgram(address, integrity) {
  const response = await fetch(address, integrity ? { integrity } : {});
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** Both files of the first view's program, or of the whole one. */
const fetchFirst = () => Promise.all([import(module.href), fetchProgram(program.href, program.integrity)]);
const fetchWhole = () => Promise.all([import(whole.module), fetchProgram(whole.program), ...whole.styles.map(loadStyle)]);

/** Loads a style sheet, once. */
function loadStyle(href) {
  if (document.querySelector(`link[href="${href}"]`)) return;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  document.head.append(link);
  return new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
}

/** Shows what needs no program at once, with the reason why there is nothing more. */
function giveUp(reason) {
  document.documentElement.classList.add("failed");
  document.getElementById("fallback-reason").textContent = reason;
}

let running;

async function start() {
  if (typeof WebAssembly !== "object") {
    return giveUp("The calculator can’t start: this browser doesn’t support WebAssembly, or it is switched off.");
  }
  let response;
  try {
    [running, response] = await (asksForTiers() ? fetchWhole() : fetchFirst());
  } catch (error) {
    console.warn(error);
    return giveUp("The calculator can’t start: its program didn’t arrive, or it isn’t the one that was published.");
  }
  try {
    await running.default({ module_or_path: response });
  } catch (error) {
    console.warn(error);
    return giveUp("The calculator can’t start: this browser refused to run its program.");
  }
  // From here on an error means that the program has stopped: it doesn't go on after one.
  addEventListener("error", () => (document.getElementById("stopped").hidden = false));
  // What keeps the calculator for times without a network doesn't stand in the way of the first answers.
  setTimeout(() => import("./offline.js").catch(console.warn), 2_000);
}

/** Puts the whole program in the place of the first view's; what was typed comes along in the address, or else `opened` does. */
async function becomeWhole(opened) {
  const [next, response] = await fetchWhole();
  const wasOpen = document.querySelector(".assumptions")?.open ?? false;
  running.stop();
  // It writes what was typed into the address as it goes, which is once the scripts at work are done.
  await new Promise((resolve) => setTimeout(resolve));
  // It knows nothing of a link with tiers, and wrote its own estimate over it.
  if (opened) history.replaceState(null, "", opened);
  running = next;
  await running.default({ module_or_path: response });
  document.querySelector(".assumptions")?.toggleAttribute("open", wasOpen);
}

/** Does what a control asks for and what has to be loaded first, or says that it couldn't be. */
async function load(control, work) {
  if (control.ariaBusy === "true") return;
  const unavailable = document.getElementById("unavailable");
  unavailable.hidden = true;
  control.ariaBusy = "true";
  try {
    await work();
  } catch (error) {
    console.warn(error);
    unavailable.hidden = false;
  }
  control.ariaBusy = null;
}

document.addEventListener("click", ({ target }) => {
  const whole = target.closest("[data-whole]");
  if (whole) {
    load(whole, async () => {
      await becomeWhole();
      const wanted = document.getElementById(whole.id);
      wanted?.focus();
      wanted?.click();
    });
  }
  // A budget as a spreadsheet is written by a program of its own.
  const budget = target.closest("[data-spreadsheet]");
  if (budget) load(budget, async () => (await import("./spreadsheet.js")).save(budget.dataset));
});

// On paper a page says where it is found, and of which day it is: Swedish dates are written like 2026-11-24.
addEventListener("beforeprint", () => {
  const words = `${location.href} · ${new Date().toLocaleDateString("sv")}`;
  document.documentElement.style.setProperty("--printed", JSON.stringify(words));
});

// Links of some kinds belong to pages of their own, by their first letter.
const pages = { q: "quotes", b: "budget" };
const leadElsewhere = () => {
  const page = pages[/^#([a-z])\d/.exec(location.hash)?.[1]];
  const leads = Boolean(page) && page !== document.documentElement.dataset.page;
  if (leads) location.replace(`${page}.html${location.hash}`);
  return leads;
};

// Some programs percent-encode the slashes of a link, and all else in it along with them.
const decodeLink = () => {
  try {
    if (/^#[a-z]\d+%2f/i.test(location.hash)) history.replaceState(null, "", decodeURIComponent(location.hash));
  } catch {
    // It wasn't encoded that way: the program says so.
  }
};

// A link with tiers may also be opened from within the page; this comes before the program's own listener.
addEventListener("hashchange", (event) => {
  // What waited for the typing to rest may have been written over what was opened.
  history.replaceState(null, "", event.newURL);
  decodeLink();
  if (leadElsewhere()) return event.stopImmediatePropagation();
  if (running?.isFirstView?.() && asksForTiers()) {
    event.stopImmediatePropagation();
    becomeWhole(location.hash).catch(() => (document.getElementById("unavailable").hidden = false));
  }
});

decodeLink();
if (!leadElsewhere()) start();
