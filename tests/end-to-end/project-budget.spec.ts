import { test as plain, type Page } from "@playwright/test";
import { getDocumentProxy } from "unpdf";

import { BudgetPage, STARTING, expect, setDay, test } from "./budget-page";

const FULL =
  "b1/start=2023-04-10/phases=Pilot*10000*1,Collection*10000000*8,Refresh*300000*4/usage=academic/limit=50000" +
  "/funder=horizon-europe/contingency=10/indirect=40/rate=EUR*0.92*2026-11-20/prices=by-date";

test("a new visitor finds an answer, and the address follows what is typed", async ({ budget }) => {
  await budget.open();
  await expect(budget.posts).toHaveValue("10,000,000");
  await expect(budget.answer).toContainText("$50,000");
  await expect(budget.answer).toContainText("free era");
  await budget.expectFragment(STARTING);
  await budget.prices.selectOption("March 2023");
  await expect(budget.answer).toContainText("Cheapest schedule: Enterprise Small");
  await expect(budget.answer).toContainText("$42,000");
  await budget.posts.fill("60k");
  await budget.months.fill("6");
  await budget.months.blur();
  await expect(budget.answer).toContainText("Cheapest schedule: Basic");
  await expect(budget.answer).toContainText("$600");
  await budget.expectFragment("b1/start=2026-12-01/phases=60000*6/usage=academic/prices=2023-03");
});

test("a link opens to the same figures in another browser", async ({ budget, browser, baseURL }) => {
  await budget.open(FULL);
  const figures = await budget.figures();
  await budget.expectFragment(FULL);
  expect(figures.join(" ")).toContain("EUR");
  const context = await browser.newContext({ baseURL, locale: "en-US" });
  await setDay(context);
  const other = new BudgetPage(await context.newPage());
  await other.open(FULL);
  expect(await other.figures()).toEqual(figures);
  await context.close();
});

test("the last budget is there at the next visit, one that was only opened isn't", async ({ budget, page, context }) => {
  await budget.open();
  await budget.posts.fill("5M");
  const own = STARTING.replace("10000000", "5000000");
  await budget.expectFragment(own);
  await expect.poll(() => page.evaluate(() => localStorage.getItem("quota-calculator/last-budget"))).toBe(own);
  const opened = new BudgetPage(await context.newPage());
  await opened.open(FULL);
  await opened.page.waitForTimeout(500);
  await opened.page.close();
  await page.goto("about:blank");
  await budget.open();
  await expect(budget.posts).toHaveValue("5,000,000");
});

test("a damaged link says why, and the address keeps it", async ({ budget, page }) => {
  await budget.open("b1/start=2026-12-01/phases=10*8");
  await expect(budget.alerts.filter({ hasText: "This link can’t be opened" })).toContainText("a part is missing: usage, prices");
  await budget.expectFragment("b1/start=2026-12-01/phases=10*8");
  await budget.posts.fill("7M");
  await expect(budget.alerts.filter({ hasText: "This link can’t be opened" })).toHaveCount(0);
  await budget.expectFragment(STARTING.replace("10000000", "7000000"));
  await page.goto("budget.html#b9/later");
  await expect(budget.alerts.filter({ hasText: "its version is b9" })).toBeVisible();
});

test("a budget's link opens from every page's address", async ({ budget, page }) => {
  for (const other of ["", "quotes.html"]) {
    await page.goto(`${other}#${FULL}`);
    await expect(page).toHaveURL(/budget\.html#b1/);
    await expect(budget.phase(1).name).toHaveValue("Pilot");
  }
});

test("an estimate of the Compare page becomes a project with its tiers", async ({ budget, page }) => {
  const tiers = "!((id:ours,name:Ours,charges:!((model:flat,fee:100))))";
  await page.goto(`#v2/reads=2000000/period=month/usage=academic/months=12/tiers=${tiers}/prices=2023-03`);
  await page.getByRole("link", { name: "Plan a project budget with this" }).click();
  await expect(budget.posts).toHaveValue("24,000,000");
  await expect(budget.months).toHaveValue("12");
  await expect(budget.prices).toHaveValue("by-date");
  await expect(budget.answer).toContainText("Cheapest schedule: Ours");
  await budget.page.getByText("Change assumptions").click();
  await page.getByRole("button", { name: "Remove Ours" }).click();
  await expect(budget.answer).toContainText("Pay-per-use");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(budget.answer).toContainText("Cheapest schedule: Ours");
});

test("phases are added, moved and removed, with the keyboard", async ({ budget, page }) => {
  await budget.open();
  await page.getByRole("button", { name: "Add a pilot before" }).press("Enter");
  await expect(budget.phase(1).posts).toBeFocused();
  await expect(budget.phase(2).name).toHaveValue("Collection");
  await page.keyboard.type("0");
  await expect(budget.phase(1).posts).toHaveValue("10,0000");
  await budget.phase(1).posts.fill("20k");
  await page.getByRole("button", { name: "Add a refresh after" }).press("Enter");
  await expect(budget.phase(3).posts).toBeFocused();
  await budget.expectFragment(STARTING.replace("10000000*8", "Pilot*20000*1,Collection*10000000*8,Refresh*100000*1"));
  await page.getByRole("button", { name: "Move down “Pilot”" }).press("Enter");
  await expect(page.getByRole("button", { name: "Move down “Pilot”" })).toBeFocused();
  await expect(budget.phase(2).name).toHaveValue("Pilot");
  await expect(page.getByText("“Pilot” is now in place 2.")).toBeVisible();
  await page.getByRole("button", { name: "Remove “Pilot”" }).press("Enter");
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await expect(budget.phases.getByRole("listitem")).toHaveCount(2);
  await page.keyboard.press("Enter");
  await expect(budget.phases.getByRole("listitem")).toHaveCount(3);
});

test("a wrong field says its rule, and the last good answer stays, marked", async ({ budget, page }) => {
  await budget.open();
  await budget.months.fill("0");
  await expect(budget.alerts.getByText("“0” months can’t be priced")).toBeVisible();
  await expect(budget.months).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("region", { name: "Last good answer, not updated" })).toContainText("$50,000");
  await expect(budget.share).toBeDisabled();
  await budget.months.fill("9");
  await expect(page.getByRole("region", { name: "Answer", exact: true })).toBeVisible();
  await expect(budget.share).toBeEnabled();
});

test("the chosen schedule is the one in the budget, and in the link", async ({ budget, page }) => {
  await budget.open("b1/start=2023-04-10/phases=10010000*8/usage=academic/limit=30000/prices=2023-03");
  await expect(budget.answer).toContainText("Over your limit of $30,000");
  await expect(budget.row("Total")).toContainText("$42,000");
  const most = budget.plan("Most posts within the limit");
  await most.getByRole("radio").check();
  await expect(most).toContainText("80,000 posts");
  await expect(budget.row("Total")).toContainText("$800");
  await expect(budget.answer).toContainText("$800");
  await budget.expectFragment("b1/start=2023-04-10/phases=10010000*8/usage=academic/limit=30000/plan=within-limit/prices=2023-03");
  await budget.plan("Fastest").getByRole("radio").focus();
  await page.keyboard.press("Space");
  await expect(budget.row("Total")).toContainText("$42,000");
});

test("what can't be collected says why", async ({ budget }) => {
  await budget.open("b1/start=2023-04-10/phases=900000000*1/usage=academic/prices=2023-03");
  await expect(budget.answer).toContainText("No schedule");
  await expect(budget.answer).toContainText("900,000,000 reads are needed for the collection");
  await expect(budget.page.getByText("Without a schedule there is no budget.")).toBeVisible();
});

test("a funder's rules shape the budget, and every figure explains itself", async ({ budget, page }) => {
  await budget.open("b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=2023-03");
  await budget.funder.selectOption("ERC / Horizon Europe");
  await expect(budget.alerts.getByText("What does one US dollar buy?")).toBeVisible();
  await page.getByLabel("One US dollar buys").fill("0.92");
  await page.getByLabel("Contingency, %").fill("10");
  await expect(budget.row("Total")).toContainText("48,300");
  await budget.row("Indirect costs").locator("summary").first().click();
  await expect(budget.row("Indirect costs")).toContainText("25%");
  await expect(page.getByText("The funder pays no contingency, so the 10% aren’t used.")).toBeVisible();
  await budget.expectFragment(
    "b1/start=2026-12-01/phases=10000000*8/usage=academic/funder=horizon-europe/contingency=10/rate=EUR*0.92*2026-11-24/prices=2023-03",
  );
});

test("other direct costs count for a funder's limits, and are no part of the budget", async ({ budget, page }) => {
  await budget.open("b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=2023-03");
  await expect(budget.otherCosts).toBeHidden();
  await budget.funder.selectOption("NIH, modular");
  await expect(budget.row("Total")).toContainText("$50,000");
  await budget.otherCosts.fill("180k");
  await budget.otherCosts.blur();
  await expect(budget.otherCosts).toHaveValue("180,000");
  await expect(budget.row("Total")).toContainText("$45,000");
  await budget.row("Rounded up to modules").locator("summary").first().click();
  await expect(budget.row("Rounded up to modules")).toContainText("9 modules of $25,000 for $42,000 and $180,000 of other direct costs: $3,000 more");
  await budget.otherCosts.fill("230k");
  await expect(page.getByText("of which $230,000 are not for access, and modules go up to $250,000")).toBeVisible();
  await budget.expectFragment(
    "b1/start=2026-12-01/phases=10000000*8/usage=academic/funder=nih-modular/other=230000/prices=2023-03",
  );
});

test("dates and numbers in tables stay in one line, however narrow it is", async ({ budget, page }) => {
  await budget.open(FULL);
  await budget.figures();
  await page.getByRole("figure", { name: "The schedule by month" }).getByText("Show the data as a table").click();
  for (const width of [320, 360, 390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const lines = await page.getByRole("table").evaluateAll((tables) => {
      const found: [text: string, lines: number][] = [];
      for (const table of tables) {
        const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
          for (const { 0: number, index } of text.textContent!.matchAll(/\d{4}-\d\d-\d\d|\d[\d,.]*\d/g)) {
            const range = document.createRange();
            range.setStart(text, index);
            range.setEnd(text, index + number.length);
            found.push([number, range.getClientRects().length]);
          }
        }
      }
      return found;
    });
    expect(lines.length).toBeGreaterThanOrEqual(50);
    expect(lines.filter(([, lines]) => lines > 1), `${width} pixels wide`).toEqual([]);
  }
});

test("every outlet says the total of the page", async ({ budget, page }) => {
  await budget.open(FULL);
  const total = (await budget.row("Total").locator("td").last().innerText()).replace(/[^0-9]/g, "");
  expect(Number(total)).toBeGreaterThan(0);
  for (const [name, ending] of [["CSV", "csv"], ["Markdown", "md"], ["JSON", "json"], ["Text", "txt"]] as const) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name, exact: true }).click()]);
    expect(download.suggestedFilename()).toBe(`api-budget-2023-04-10.${ending}`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    expect(text.replace(/[, .\u00a0](?=\d{3})/g, ""), name).toContain(total);
    expect(text, name).toContain(FULL);
  }
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByText("Text copied")).toBeVisible();
  expect((await page.evaluate(() => navigator.clipboard.readText())).replaceAll(",", "")).toContain(total);
  await page.getByRole("button", { name: "Copy the justification" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("What is paid for");
});

test("the spreadsheet is written on request", async ({ budget, page }) => {
  await budget.open(FULL);
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  const button = page.getByRole("button", { name: "Spreadsheet with formulas (XLSX)" });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).subarray(0, 2).toString("latin1"), "a zip archive").toBe("PK");
  expect(loaded.some((path) => path.endsWith("quota-calculator-spreadsheet_bg.wasm")), "nothing is loaded before").toBe(true);
  await expect(button).not.toHaveAttribute("aria-busy", "true");
});

// The browser itself reports what it can't load, which the other tests take for an error.
plain("a spreadsheet that can't be loaded is said, and everything else goes on", async ({ page, context }) => {
  await setDay(context);
  const budget = new BudgetPage(page);
  await page.route("**/quota-calculator-spreadsheet*", (route) => route.abort());
  await budget.open(FULL);
  const button = page.getByRole("button", { name: "Spreadsheet with formulas (XLSX)" });
  await button.click();
  await expect(page.getByText("This part of the calculator couldn’t be loaded")).toBeVisible();
  await expect(button).not.toHaveAttribute("aria-busy", "true");
  await budget.phase(1).posts.fill("5k");
  await expect(budget.answer).toContainText("per 1,000 posts");
});

test("the link is copied", async ({ budget, page }) => {
  await budget.open(FULL);
  await budget.share.click();
  await expect(page.getByText("Link copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test("budgets are saved beside estimates, and what was there before comes back", async ({ budget, page }) => {
  await page.goto("");
  await page.evaluate(() => localStorage.setItem("quota-calculator/estimate/1", "estimate 1\nname E\nsaved 2026-08-14\nlink v1/a"));
  await budget.open();
  await budget.posts.fill("3M");
  await page.getByRole("button", { name: "Saved", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Saved budgets" });
  await panel.getByRole("textbox", { name: "Name of this budget" }).fill("Thesis");
  await panel.getByRole("button", { name: "Save this budget" }).click();
  await expect(panel.getByText("Saved as “Thesis”.")).toBeVisible();
  await expect(panel).not.toContainText("“E”");
  await page.keyboard.press("Escape");
  await budget.posts.fill("4M");
  await page.getByRole("button", { name: "Saved (1)" }).click();
  await panel.getByRole("button", { name: "Open “Thesis”" }).click();
  await expect(budget.posts).toHaveValue("3,000,000");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(budget.posts).toHaveValue("4,000,000");
});

test("what was chosen for a funder is there after a reload, though its rate is missing", async ({ budget, page }) => {
  await budget.open();
  await budget.posts.fill("3M");
  await budget.funder.selectOption("horizon-europe");
  await page.getByRole("textbox", { name: "Contingency, %" }).fill("10");
  await expect.poll(() => page.url()).toContain("/phases=3000000*8/");
  await page.reload();
  await expect(budget.funder).toHaveValue("horizon-europe");
  await expect(page.getByRole("textbox", { name: "Contingency, %" })).toHaveValue("10");
  await expect(page.getByRole("textbox", { name: "Currency" })).toHaveValue("EUR");
  await page.getByRole("textbox", { name: "One US dollar buys" }).fill("0.92");
  await expect.poll(() => page.url()).toContain("/funder=horizon-europe/contingency=10/rate=EUR*0.92*");
});

test("two tabs see each other's saved budgets", async ({ budget, page, context }) => {
  await budget.open();
  const other = new BudgetPage(await context.newPage());
  await other.open();
  await page.getByRole("button", { name: "Saved", exact: true }).click();
  await page.getByRole("button", { name: "Save this budget" }).click();
  await expect(other.page.getByRole("button", { name: "Saved (1)" })).toBeVisible();
});

test("storage that is full or blocked is said, and nothing else stops", async ({ budget, page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await budget.open();
  await budget.posts.fill("3M");
  await expect(budget.answer).toContainText("$15,000");
  await page.getByRole("button", { name: "Saved", exact: true }).click();
  const panel = page.getByRole("dialog", { name: "Saved budgets" });
  await expect(panel.getByText("The budget on the page isn’t kept for your next visit")).toBeVisible();
  await panel.getByRole("button", { name: "Save this budget" }).click();
  await expect(panel.getByRole("alert").getByText("Couldn’t save")).toBeVisible();
});

test("starting over can be taken back", async ({ budget, page }) => {
  await budget.open(FULL);
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(budget.posts).toHaveValue("10,000,000");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(budget.phase(3).name).toHaveValue("Refresh");
  await expect(budget.funder).toHaveValue("horizon-europe");
});

test("numbers are written as the reader's language writes them", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: "de-DE" });
  await setDay(context);
  const budget = new BudgetPage(await context.newPage());
  await budget.open(FULL);
  await expect(budget.phase(2).posts).toHaveValue("10.000.000");
  await expect(budget.limit).toHaveValue("50.000");
  await budget.phase(1).posts.fill("20.000");
  await expect.poll(() => new URL(budget.page.url()).hash).toContain("Pilot*20000*1");
  await context.close();
});

/** A worker in place of the page's, or only of the first one. */
async function inPlaceOfWorker(page: Page, body: string, times?: number) {
  const contentType = "text/javascript";
  await page.route("**/quota-calculator-budget-worker.js", (route) => route.fulfill({ contentType, body }), { times });
}

const SILENT = "export const initSync = () => {};";

test("the page stays at hand however long schedules take", async ({ budget, page }) => {
  await budget.withoutAnswers();
  await budget.open();
  await expect(page.getByText("Working out the schedules…")).toBeVisible();
  await expect(budget.answer).toContainText("Being worked out");
  await expect(budget.answer).toContainText("The same posts in the free era");
  await budget.posts.fill("60k");
  await budget.usageType.selectOption("commercial-small");
  await budget.expectFragment("b1/start=2026-12-01/phases=60000*8/usage=commercial-small/prices=by-date");
  await expect(budget.answer).toContainText("Being worked out");
});

test("a project doesn't wait for one that is no longer wanted", async ({ budget, page }) => {
  await inPlaceOfWorker(page, SILENT, 1);
  await budget.open();
  await expect(budget.answer).toContainText("Being worked out");
  await budget.posts.fill("60k");
  await expect(budget.answer).toContainText("Cheapest schedule: Pay-per-use");
  await expect(page.getByText("Working out the schedules…")).toBeHidden();
});

test("who goes back to a project gets the schedules that were still to come", async ({ budget, page }) => {
  // The worker's answers lose all but the cheapest schedule, and then it hears nothing.
  await page.addInitScript(() => {
    const { postMessage } = Worker.prototype;
    let [holdsOthers, holdsAll] = [true, false];
    Object.assign(globalThis, { holdAll: () => (holdsAll = true), holdNothing: () => ([holdsOthers, holdsAll] = [false, false]) });
    globalThis.Worker = class extends Worker {
      constructor(address: string, options: WorkerOptions) {
        super(address, options);
        this.addEventListener("message", ({ data }) => holdsOthers && delete data.others);
      }
    };
    Worker.prototype.postMessage = function (message: unknown) {
      if (!holdsAll) postMessage.call(this, message as string);
    };
  });
  await budget.open();
  await expect(budget.plan("Fastest")).toContainText("being worked out");
  await page.evaluate("holdAll()");
  const [atWork] = page.workers();
  const ended = new Promise((resolve) => atWork.once("close", resolve));
  await budget.posts.fill("60k");
  await ended;
  await page.evaluate("holdNothing()");
  await budget.posts.fill("10,000,000");
  await expect(budget.plan("Fastest")).toContainText("Pay-per-use");
});

test("a project of many tiers with terms is planned, and how sure that is stands beside it", async ({ budget }) => {
  const tier = (place: number) =>
    `(id:own-${place},name:Offer+${place},charges:!((model:perUnit,unitPrice:0.00${10 + place}),(model:flat,fee:${100 * place})),readCap:${place}00000,termMonths:${1 + (place % 5)})`;
  const tiers = `!(${Array.from({ length: 20 }, (_, place) => tier(place + 1)).join(",")})`;
  await budget.open(`b1/start=2026-12-01/phases=2000000*60/usage=academic/tiers=${tiers}/prices=by-date`);
  await expect(budget.answer).toContainText("per 1,000 posts");
  await expect(budget.page.getByText(/Proven: no schedule costs less|ithin \$.* of the cheapest there can be/)).toBeVisible();
});

test("the policy allows the one worker by its name", async ({ budget, page }) => {
  await budget.open();
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types service-worker budget-worker; worker-src 'self'");
});

test.describe("without the worker the page plans by itself", () => {
  test.use({ errors: async ({}, use) => use([]) });

  test.afterEach(async ({ budget, page }) => {
    await budget.open();
    await expect(budget.answer).toContainText("$50,000");
    await expect(page.getByText("Working out the schedules…")).toBeHidden();
  });

  test("when its program doesn't arrive", async ({ page }) => {
    await page.route("**/quota-calculator-budget-worker_bg.wasm", (route) => route.abort());
  });

  test("when the browser has none", async ({ page }) => {
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
  });

  test("when it stops because of an error", async ({ page }) => {
    await inPlaceOfWorker(page, "throw new Error('no')");
  });

  test("when it can't answer", async ({ page }) => {
    await inPlaceOfWorker(page, "export const initSync = () => addEventListener('message', () => postMessage(null));");
  });
});

for (const [years, months, terms, isWide] of [
  [4, 48, "", false],
  [10, 120, "", true],
  [11, 120, "/years=calendar/contingency=7.5/indirect=40/rate=CHF*0.8123*2026-11-20", true],
] as const) {
  test(`a printed budget of ${years} years keeps all its columns on the paper`, async ({ budget, page }) => {
    await budget.open(`b1/start=2026-12-01/phases=9000000000*${months}/usage=academic/prices=2023-03/inflation=3${terms}`);
    const plain = (text: string) => text.replace(/\s/g, " ");
    const total = plain(await budget.row("Total").locator("td").last().innerText());
    const document = await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" })));
    const found: boolean[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      const sheet = await document.getPage(number);
      const [, , width, height] = sheet.view;
      for (const item of (await sheet.getTextContent()).items) {
        // The space at the end of a line may hang over.
        if (!("str" in item) || item.str.trim() === "") continue;
        expect(item.transform[4] + item.width, `the right edge of “${item.str}”`).toBeLessThanOrEqual(width);
        if (plain(item.str) === total) found.push(width > height);
      }
    }
    expect(found, "the total of all years, on a sheet that is wider than high or not").toContain(isWide);
  });
}

test("the printed budget says what the page says", async ({ budget, page }) => {
  await budget.open(FULL);
  const total = await budget.row("Total").locator("td").last().innerText();
  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" })));
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const content = await (await document.getPage(number)).getTextContent();
    texts.push(...content.items.map((item) => ("str" in item ? item.str : "")));
  }
  const text = texts.join(" ").replace(/\s+/g, " ");
  expect(text).toContain(total.replace(/\s+/g, " "));
  const entered = ["Funder: ERC / Horizon Europe", "1 USD = 0.92 EUR, the rate of 2026-11-20", "Indirect costs: 25%, the funder’s flat rate"];
  for (const part of ["Pilot", "Enterprise Small", "What is paid for", "Independent estimate, not an offer", ...entered]) expect(text).toContain(part);
  for (const part of ["Share this budget", "Start over", "Add another phase", "Copy the justification", "For the funder"]) expect(text).not.toContain(part);
});
