// Writes the spreadsheet of a budget and saves it. boot.js loads this, and this the program, only when somebody asks for one.

// The build puts in what the browser checks the files against.
const module = { href: "./quota-calculator-spreadsheet.js", integrity: "integrity-of-module" };
const program = { href: "./quota-calculator-spreadsheet_bg.wasm", integrity: "integrity-of-program" };

let running;

/** The program, once it has arrived. */
async function start() {
  const response = fetch(program.href, { integrity: program.integrity });
  // Importing takes the module that was checked here.
  const link = Object.assign(document.createElement("link"), { rel: "modulepreload", crossOrigin: "anonymous", ...module });
  await new Promise((resolve, reject) => {
    Object.assign(link, { onload: resolve, onerror: reject });
    document.head.append(link);
  });
  const exports = await import(module.href);
  await exports.default({ module_or_path: response });
  return exports;
}

/** Saves a spreadsheet of that name: of the budget that the link `fragment`, without its `#`, stands for. */
export async function save({ spreadsheet: fragment, name }) {
  running ??= start().catch((error) => {
    running = undefined;
    throw error;
  });
  const { spreadsheet } = await running;
  const address = new URL(`budget.html#${fragment}`, document.baseURI).href;
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const href = URL.createObjectURL(new Blob([spreadsheet(fragment, today, address)], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  // The browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
