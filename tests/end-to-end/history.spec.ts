import { readFileSync } from "node:fs";

import { type Page } from "@playwright/test";
import { extractText, getDocumentProxy } from "unpdf";

import { expect, FILE, HistoryPage, test } from "./history-page";

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types service-worker history-worker",
  "worker-src 'self'",
].join("; ");

test("a file becomes a preview, and the preview what its reads would have cost", async ({ history }) => {
  await history.open();
  await history.choose(FILE);
  await expect(history.page.getByRole("heading", { name: "How “reads.csv” is read" })).toBeFocused();
  await expect(history.preview.getByRole("row")).toHaveCount(6);
  await expect(history.preview.getByRole("row").nth(1)).toContainText("400,000 reads in 2021-03");
  await history.count.click();
  await expect(history.page.getByRole("heading", { name: "Usage history, 2021-03 to 2021-06" })).toBeFocused();
  await expect(history.result).toContainText("12,409,000 reads in 4 months");
  await expect(history.result).toContainText("1 month has no row that could be read and counts as 0 reads: 2021-05.");
  await expect(history.row(/^Over all 4 months/, "March 2023")).toContainText("$168,000");
  await expect(history.row("Month by month, by every price book", "2021-04")).toContainText("$100");
  await history.page.getByText("1 row couldn’t be read").click();
  await expect(history.page.getByText("Line 5: Its count, “soon”, is not a number.")).toBeVisible();
});

test("who has no record at hand sees the page at work with a made-up one", async ({ history }) => {
  await history.open();
  await history.button("Try a made-up example").click();
  await expect(history.page.getByRole("heading", { name: "How “Made-up example” is read" })).toBeFocused();
  await expect(history.preview.getByRole("row").nth(1)).toContainText("2022-01");
  await history.count.click();
  await expect(history.page.getByRole("heading", { name: "Usage history, 2022-01 to 2023-03" })).toBeFocused();
  await expect(history.result).toContainText("reads in 15 months");
});

test("rows can be pasted, and read in another way", async ({ history }) => {
  await history.open();
  const rows = "day;from;posts;answers\n31.12.2022;x;1.500;7\n01.01.2023;y;2.500;8\n";
  await history.rows.fill(rows);
  await history.useRows.click();
  await expect(history.dateColumn).toHaveValue("0");
  await expect(history.countColumn.locator("option:checked")).toHaveText("posts");
  await history.countColumn.selectOption({ label: "answers" });
  await expect(history.preview.getByRole("row").nth(1)).toContainText("7 reads in 2022-12");
  await history.countColumn.selectOption({ label: "nothing: each row is one read" });
  await expect(history.preview.getByRole("row").nth(1)).toContainText("1 read in 2022-12");
  await history.delimiter.selectOption("comma");
  await expect(history.page.getByText("No column of dates was found")).toBeVisible();
  await expect(history.count).toBeDisabled();
  await history.delimiter.selectOption("semicolon");
  await expect(history.dateColumn).toHaveValue("0");
  await history.countColumn.selectOption({ label: "posts" });
  await expect(history.preview.getByRole("row").nth(2)).toContainText("2,500 reads in 2023-01");
  await history.count.click();
  await expect(history.result).toContainText("Pasted rows");
  await expect(history.result).toContainText("4,000 reads in 2 months");
  await history.button("Change how it is read").click();
  await expect(history.countColumn.locator("option:checked")).toHaveText("posts");
  await history.button("Choose another file").click();
  await expect(history.rows).toHaveValue(rows);
});

test("numbers are read in millions once that is chosen", async ({ history }) => {
  await history.open();
  await history.choose("month,reads (millions)\n2022-01,1.5\n2022-02,2\n");
  await history.countUnit.selectOption("millions");
  await expect(history.preview.getByRole("row").nth(1)).toContainText("1,500,000 reads in 2022-01");
  await history.count.click();
  await expect(history.result).toContainText("3,500,000 reads in 2 months");
  await expect(history.result).toContainText("were taken to be in millions");
});

test("years in a column of their own are found, and can be chosen", async ({ history }) => {
  await history.open();
  await history.choose("fiscal,calendar,m,reads\n2021,2022,Dec,5\n2022,2023,Jan,6\n");
  await history.yearColumn.selectOption({ label: "calendar" });
  await expect(history.dateColumn.locator("option:checked")).toHaveText("m");
  await expect(history.preview.getByRole("row").nth(1)).toContainText("5 reads in 2022-12");
  await history.count.click();
  await expect(history.page.getByRole("heading", { name: "Usage history, 2022-12 to 2023-01" })).toBeFocused();
});

test("a file is dropped anywhere on the page", async ({ history, page }) => {
  await history.open();
  const data = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], "dropped.csv", { type: "text/csv" }));
    return data;
  }, FILE);
  await page.dispatchEvent("main", "drop", { dataTransfer: data });
  await expect(page.getByRole("heading", { name: "How “dropped.csv” is read" })).toBeVisible();
});

test("the order of days and months is said, and can be changed", async ({ history }) => {
  await history.open();
  await history.read("date,reads\n02/03/2023,5\n04/05/2023,6\n");
  await expect(history.result).toContainText("Nothing in the file tells days from months.");
  await history.page.getByRole("radio", { name: "the month first, as in 12/31/2022" }).check();
  await expect(history.page.getByRole("heading", { name: "Usage history, 2023-02 to 2023-04" })).toBeVisible();
  await expect(history.result).toContainText("As you chose, dates were read with the month first");
});

test("what isn't a table is refused in plain words", async ({ history }) => {
  await history.open();
  for (const [content, reason] of [
    ["", "It is empty."],
    ["PK\u0003\u0004", "It is a spreadsheet’s own file"],
    ["\u0000\u0001\u0002", "It isn’t text."],
    ["{\"a\":1}", "It is JSON, not a table."],
  ] as const) {
    await history.choose(content, "odd.csv");
    await expect(history.alerts.filter({ hasText: `“odd.csv” can’t be used. ${reason}` })).toBeVisible();
    await expect(history.heading).toBeFocused();
  }
  await history.choose(FILE);
  await expect(history.preview).toBeVisible();
});

test("the months are carried to the Compare page and to the Project budget page", async ({ history, page }) => {
  await history.open();
  await history.read(FILE);
  await history.usageType.selectOption("hobby");
  await history.priceBook.selectOption("2023-05");
  await expect(history.table("Month by month, at every tier of May 2023")).toBeVisible();
  await page.getByRole("link", { name: "Use this as my estimate" }).click();
  await expect(page.getByRole("combobox", { name: "Price book" })).toHaveValue("2023-05");
  await expect(page.getByRole("combobox", { name: "Usage type" })).toHaveValue("hobby");
  expect(new URL(page.url()).hash).toContain("given=400000,9000,0,12000000");

  await history.open();
  await history.read(FILE);
  await page.getByRole("link", { name: "Plan a project budget with this" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What will collecting these posts cost?");
  await expect(page.getByText("can’t be opened")).toHaveCount(0);
});

test("the tiers of the last estimate take part", async ({ history, page }) => {
  await page.goto("#v2/reads=5/period=month/usage=hobby/months=1/tiers=!((id:ours,name:Ours,charges:!((model:flat,fee:'9.5'))))/prices=2023-03");
  await expect(page.getByRole("heading", { name: "Your own tiers" })).toBeVisible();
  await page.getByRole("textbox", { name: "Months", exact: true }).fill("2");
  await expect.poll(() => history.storage().then((kept) => kept["quota-calculator/last"] ?? "")).toContain("name:Ours");
  await history.open();
  await history.read(FILE);
  await expect(history.usageType).toHaveValue("hobby");
  await expect(history.row(/^Over all 4 months/, "Your own tier Ours")).toContainText("$38");
  await history.priceBook.selectOption({ label: "your own tiers" });
  await expect(history.table("Month by month, at your own tiers")).toBeVisible();
});

test("nothing is kept unless it is asked for, and what is kept can be forgotten and brought back", async ({ history, page }) => {
  await history.open();
  await history.read(FILE);
  expect(Object.keys(await history.storage())).toEqual([]);
  await history.button("Keep this history on this device").click();
  await expect(history.statuses.filter({ hasText: "“reads.csv” is kept on this device" })).toBeVisible();
  const kept = await history.storage();
  expect(Object.keys(kept)).toEqual(["quota-calculator/history/1"]);
  expect(kept["quota-calculator/history/1"]).toMatch(/^history 8\nname reads\.csv\nkept \d{4}-\d\d-\d\d\nusage academic\nrows 4\nunread 1\nmissing 2021-05\nrepeated none\nbegins none\nends none\nquoted none\nsame 0\ncounted column reads\nunit none\nassumed none\nfrom 2021-03\nreads 400000,9000,0,12000000$/);

  await history.open();
  await expect(history.kept).toContainText("2021-03 to 2021-06: 12,409,000 reads in 4 months.");
  await history.button("Open “reads.csv”").click();
  await expect(history.page.getByRole("heading", { name: "Usage history, 2021-03 to 2021-06" })).toBeFocused();
  await expect(history.result).toContainText("3 of 4 rows were counted; 1 couldn’t be read.");
  await expect(history.row(/^Over all 4 months/, "March 2023")).toContainText("$168,000");
  await history.button("Forget “reads.csv”").click();
  expect(await history.storage(), "only that a key isn't given again").toEqual({ "quota-calculator/history-last-removed": "1" });
  await expect(page.getByRole("button", { name: "Undo: Forgot “reads.csv”." })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(history.button("Open “reads.csv”")).toBeVisible();
  expect(await history.storage()).toMatchObject(kept);
});

test("what another tab forgets is no longer said to be kept", async ({ history, page, context }) => {
  await history.open();
  await history.read(FILE);
  await history.button("Keep this history on this device").click();
  const notice = history.statuses.filter({ hasText: "“reads.csv” is kept on this device" });
  await expect(notice).toBeVisible();
  const other = new HistoryPage(await context.newPage());
  await other.open();
  await other.button("Forget “reads.csv”").click();
  await expect(page.getByText("None yet.")).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test("storage that refuses is reported, and the page goes on", async ({ history, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("no room", "QuotaExceededError"); };
  });
  await history.open();
  await history.read(FILE);
  await history.button("Keep this history on this device").click();
  await expect(history.alerts.filter({ hasText: "Couldn’t keep “reads.csv”: this browser’s storage for this page is full" })).toBeVisible();
});

test("everything can be taken away as a file or as text", async ({ history, page }) => {
  await history.open();
  await history.read(FILE);
  const download = async (name: string) => {
    const [download] = await Promise.all([page.waitForEvent("download"), history.button(`Download ${name}`).click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  };
  const csv = await download("CSV");
  expect(csv.name).toBe("usage-history-2021-06.csv");
  expect(csv.text).toContain("\r\n2021-04,9000,March 2023,Basic,100.00,,academic research\r\n");
  expect(csv.text).toContain("2021-03,400000,March 2023,Basic,100.00,over the cap: 390000 reads short");
  const json = JSON.parse((await download("JSON")).text);
  expect([json.rows, json.rowsUnread, json.monthsWithoutRow]).toEqual([4, 1, ["2021-05"]]);
  expect(json.months.map(({ reads }: { reads: number }) => reads)).toEqual([400000, 9000, 0, 12000000]);
  expect((await download("Markdown")).text).toContain("| March 2023 | Enterprise Small");
  await history.button("Copy as text").click();
  await expect(page.getByText("Text copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("Usage history, 2021-03 to 2021-06\n2021-03 to 2021-06: 12,409,000 reads in 4 months");
  expect(copied).toContain("3 of 4 rows were counted; 1 couldn’t be read.\n1 month has no row that could be read and counts as 0 reads: 2021-05.");
  expect(copied).toContain("$168,000");
});

test("on paper there is what it comes to, without fields and buttons", async ({ history, page }) => {
  await history.open();
  await history.read(FILE);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" }))), { mergePages: true });
  for (const words of ["Usage history, 2021-03 to 2021-06", "$168,000", "Over all 4 months", "Prices in US dollars before tax"]) {
    expect(text).toContain(words);
  }
  for (const words of ["Use this as my estimate", "Choose a file", "Kept on this device", "The reads were for"]) expect(text).not.toContain(words);
});

/** Stops the counting as soon as that can be done: on a fast machine it may be over before a test has looked. Says whether there
 * was a progress bar. */
function cancelAtOnce(page: Page): Promise<boolean> {
  return page.evaluate(() => new Promise<boolean>((resolve) => {
    const observer = new MutationObserver(() => {
      const cancel = document.getElementById("cancel");
      if (!cancel) return;
      observer.disconnect();
      resolve(document.querySelector("progress, [role=progressbar]") !== null);
      cancel.click();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }));
}

test("a large file is counted while the page stays at hand, and can be stopped", async ({ history, page }) => {
  await history.open();
  const rows = "2021-03-01T00:00:00Z,/2/tweets,7\n".repeat(1_500_000);
  await history.choose(`created_at,endpoint,posts\n${rows}`, "large.csv");
  const progress = cancelAtOnce(page);
  await history.count.click();
  expect(await progress, "the progress when counting is stopped").toBe(true);
  await expect(history.statuses.filter({ hasText: "Counting was stopped. Nothing of the file was used." })).toBeVisible();
  await history.count.click();
  await expect(history.result).toContainText("2021-03: 10,500,000 reads in 1 month.", { timeout: 30_000 });
  await expect(page.getByText("All 1,500,000 rows were counted.")).toBeVisible();
});

test("nothing leaves the page, whose policy allows one worker by name", async ({ history, page, baseURL, errors }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(`${request.method()} ${request.url()}`));
  await history.open();
  await expect(page.locator("meta[http-equiv=Content-Security-Policy]")).toHaveAttribute("content", policy);
  await history.read(FILE);
  for (const request of requests) expect(request).toMatch(new RegExp(`^GET (${baseURL}|data:)`));
  const before = requests.length;
  await history.button("Read another file").click();
  await history.read(FILE);
  expect(requests.slice(before).filter((request) => request.endsWith(".wasm")), "the worker's program is fetched once").toEqual([]);
  const refused = await page.evaluate(() => {
    try {
      return String(new Worker("boot.js" as string));
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(refused).toBe("TypeError");
  // The browser says so, too.
  expect(errors.splice(0).join()).toContain("TrustedScriptURL");
});

/** Waits for the sentence that stands where the worker can't work. */
async function expectNoWorker(history: HistoryPage, reason: string) {
  await history.open();
  await history.choose(FILE);
  await expect(history.alerts.filter({ hasText: `The file couldn’t be read: ${reason}` })).toBeVisible();
}

test.describe("without the worker", () => {
  test.use({ errors: async ({}, use) => use([]) });

  test("a program that doesn't arrive is said in plain words, and another try may work", async ({ history, page }) => {
    await page.route("**/quota-calculator-history-worker_bg.wasm", (route) => route.abort());
    await expectNoWorker(history, "the part of this page that reads files couldn’t be loaded");
    await page.unroute("**/quota-calculator-history-worker_bg.wasm");
    await history.choose(FILE);
    await expect(history.preview).toBeVisible();
  });

  test("one altered byte of it stops it", async ({ history, page }) => {
    await page.route("**/quota-calculator-history-worker_bg.wasm", async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length - 1] ^= 1;
      await route.fulfill({ response, body });
    });
    await expectNoWorker(history, "the part of this page that reads files couldn’t be loaded");
  });

  test("a browser that has no workers is told so", async ({ history, page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
    await expectNoWorker(history, "the part of this page that reads files couldn’t be loaded, or your browser blocks it");
  });

  test("a worker that stops is said to have stopped", async ({ history, page }) => {
    await page.route("**/quota-calculator-history-worker.js", (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('no')" }));
    await expectNoWorker(history, "the part of this page that reads files has stopped because of an error of its own");
  });
});
