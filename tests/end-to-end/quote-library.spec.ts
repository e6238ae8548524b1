import { readFile } from "node:fs/promises";

import { expect, QuotesPage, setDay, test } from "./quotes-page";

/** Lets the storage of an open page refuse to take more. */
const fillStorage = ({ page }: QuotesPage) =>
  page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });

/** Everything that is kept, as the page's own file. */
async function exported({ page }: QuotesPage): Promise<{ name: string; text: string }> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export everything" }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

async function importFile({ page }: QuotesPage, text: string) {
  const file = { name: "quotes.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
  await page.getByLabel("Import a file").setInputFiles(file);
}

test("quotes are found by customer, number and preparer, and sorted", async ({ quotes, page }) => {
  await quotes.make({ customer: "Gamma", number: "2026-010", validUntil: "2026-08-25" });
  await quotes.make({ customer: "acme", number: "2026-001", validUntil: "2026-09-30", preparedBy: "Petra" });
  await quotes.make({ customer: "Beta", number: "2026-009", validUntil: "2026-12-24", contact: "beta@example.com" });
  await quotes.openList();
  const [gamma, acme, beta] = ["2026-010: Gamma", "2026-001: acme", "2026-009: Beta"] as const;
  for (const [words, found] of [
    ["ACME", [acme]],
    ["2026-0", [beta, acme, gamma]],
    ["010", [gamma]],
    ["petra", [acme]],
    ["beta 2026", [beta]],
    ["nobody", []],
    ["", [beta, acme, gamma]],
  ] as const) {
    await quotes.search.fill(words);
    await expect(quotes.titles(), words).toHaveText([...found]);
    await expect(page.getByText("No quote has these words."), words).toHaveCount(found.length === 0 ? 1 : 0);
  }
  for (const [order, sorted] of [
    ["Customer", [acme, beta, gamma]],
    ["Number", [gamma, beta, acme]],
    ["Valid until", [gamma, acme, beta]],
    ["Last changed", [beta, acme, gamma]],
  ] as const) {
    await page.getByRole("combobox", { name: "Sort by" }).selectOption(order);
    await expect(quotes.titles(), order).toHaveText([...sorted]);
  }
  await setDay(page.context(), "2026-10-01");
  await page.reload();
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("Valid until");
  await expect(quotes.titles(), "what has run out comes last").toHaveText([beta, acme, gamma]);
  await expect(quotes.list.getByRole("listitem").filter({ hasText: gamma })).toContainText("Expired: its last day was 2026-08-25.");
});

test("a copy of a quote is a draft under the next number", async ({ quotes }) => {
  await quotes.make();
  await quotes.openList();
  await quotes.entry("Duplicate quote 2026-001 for Acme, Inc.").click();
  await expect(quotes.heading).toHaveText("Draft of 2026-002");
  await expect(quotes.fields.customer).toHaveValue("Acme, Inc.");
  await quotes.fields.customer.fill("Beta");
  await quotes.expectSaved("Beta");
  await quotes.openList();
  await expect(quotes.titles()).toHaveText(["2026-002: Beta", "2026-001: Acme, Inc."]);
});

test("a new draft has the next number and the seller of the last quote", async ({ quotes, page }) => {
  await quotes.make({ number: "A-041", contact: "sam@example.com", terms: "Net 30." });
  const expectSeller = async () => {
    await expect(quotes.fields.number).toHaveValue("A-042");
    await expect(quotes.fields.preparedBy).toHaveValue("Sam Seller");
    await expect(quotes.fields.contact).toHaveValue("sam@example.com");
    await expect(quotes.fields.terms).toHaveValue("Net 30.");
    await expect(quotes.fields.customer).toHaveValue("");
  };
  await quotes.openList();
  await page.getByRole("link", { name: "New quote" }).click();
  await expectSeller();
  await quotes.startDraft();
  await expectSeller();
});

test("a deleted quote comes back", async ({ quotes, page }) => {
  await quotes.make();
  const before = await quotes.kept();
  await quotes.openList();
  await quotes.entry("Delete quote 2026-001 for Acme, Inc.").click();
  await expect(quotes.titles()).toHaveCount(0);
  expect(await quotes.kept()).not.toEqual(before);
  const undo = page.getByRole("button", { name: "Undo: Deleted quote 2026-001 for Acme, Inc." });
  await expect(undo).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(quotes.titles()).toHaveText(["2026-001: Acme, Inc."]);
  await expect(quotes.entry("Open quote 2026-001 for Acme, Inc.")).toBeFocused();
  expect(await quotes.kept()).toMatchObject(before);
});

test("the address of a deleted draft never opens another one", async ({ quotes }) => {
  await quotes.startDraft();
  await quotes.fill({ customer: "Acme" });
  await expect.poll(() => quotes.fragment()).toBe("draft=1");
  await quotes.openList();
  await quotes.entry("Delete draft 2026-001 for Acme").click();
  await quotes.startDraft();
  await quotes.fill({ customer: "Beta" });
  await expect.poll(() => quotes.fragment()).toBe("draft=2");
  await quotes.open("draft=1");
  await expect(quotes.alerts.filter({ hasText: "this draft isn’t on this device" })).toBeVisible();
});

test("everything goes to another device as one file, and twice does no harm", async ({ quotes, profile }) => {
  const address = await quotes.make();
  await quotes.startDraft();
  await quotes.fill({ customer: "Beta" });
  await quotes.expectSaved("Beta");
  await quotes.openList();
  const { name, text } = await exported(quotes);
  expect(name).toBe("quota-calculator-2026-08-20.txt");
  const other = await profile("2026-08-21");
  await other.make({ customer: "Own" });
  await other.openList();
  await importFile(other, text);
  await expect(other.page.getByText("Added 2 quotes.")).toBeVisible();
  await expect(other.titles()).toHaveCount(3);
  expect((await other.titles().allInnerTexts()).sort()).toEqual(["2026-001: Acme, Inc.", "2026-001: Own", "2026-002: Beta"]);
  const once = await other.kept();
  await importFile(other, text);
  await expect(other.page.getByText("Nothing was added. 2 entries were here already.")).toBeVisible();
  expect(await other.kept()).toEqual(once);
  await other.entry("Open quote 2026-001 for Acme, Inc.").click();
  await expect(other.sheet).toContainText("Acme, Inc.");
  expect(other.page.url()).toBe(address);
});

test("the export has what came after the list was shown, and says when there is none", async ({ quotes, page }) => {
  await quotes.make();
  await quotes.openList();
  const estimate = "estimate 1\n  name Corpus\n  saved 2026-08-14\n  link v1/reads=9000/period=month/usage=hobby/months=6/prices=2023-03";
  await importFile(quotes, `quota-calculator everything 1\n\n- ${estimate}\n\nend\n`);
  await expect(page.getByText("Added 1 saved estimate.")).toBeVisible();
  expect((await exported(quotes)).text).toContain(`- ${estimate}\n`);
  await page.evaluate(() =>
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
  await page.getByRole("button", { name: "Export everything" }).click();
  await expect(quotes.alerts.getByText("Couldn’t export everything: this browser keeps nothing for this page")).toBeVisible();
});

test("a file that was cut off or isn't one is refused as far as it is bad", async ({ quotes, page }) => {
  await quotes.make();
  await quotes.openList();
  const { text } = await exported(quotes);
  const before = await quotes.kept();
  await importFile(quotes, "a shopping list");
  await expect(quotes.alerts.filter({ hasText: "Nothing was imported: " })).toBeVisible();
  await importFile(quotes, text.replace(/link q1\/.{30}/, "link q1/"));
  await expect(page.getByText("1 entry can’t be read.")).toBeVisible();
  await expect(page.getByText(/^Line \d+: .*its link can’t be opened/)).toBeVisible();
  expect(await quotes.kept()).toEqual(before);
});

test("a damaged entry is listed and left as it is", async ({ quotes, page }) => {
  await quotes.make();
  const damaged = {
    "quota-calculator/quote/7": "quote 1\nchanged 2026-08-01\nlink q1/abc",
    "quota-calculator/quote/8": "quote 4\nof a later version",
    "quota-calculator/quote/9": "nonsense",
  };
  await page.evaluate((entries) => Object.entries(entries).forEach(([key, text]) => localStorage.setItem(key, text)), damaged);
  await quotes.open();
  await expect(quotes.titles()).toHaveText(["2026-001: Acme, Inc."]);
  const items = quotes.list.getByRole("listitem");
  await expect(items).toHaveCount(4);
  for (const reason of ["its link can’t be opened: its end is missing", "its version is 4, which this calculator doesn’t know", "it doesn’t begin like a kept quote"]) {
    await expect(items.filter({ hasText: `A damaged entry: ${reason}` })).toHaveCount(1);
  }
  await quotes.startDraft();
  await quotes.fill({ customer: "Beta" });
  await quotes.expectSaved("Beta");
  expect(await quotes.kept()).toMatchObject(damaged);
  await quotes.openList();
  const { text } = await exported(quotes);
  expect(text).toContain("nonsense");
  await quotes.entry("Delete the damaged entry").first().click();
  await page.getByRole("button", { name: "Undo: Deleted the damaged entry." }).click();
  await expect(items).toHaveCount(5);
  expect(await quotes.kept()).toMatchObject(damaged);
});

test("full storage keeps the work: the quote can be issued and sent", async ({ quotes, profile }) => {
  await quotes.make({ customer: "Kept before" });
  const before = await quotes.kept();
  await quotes.page.getByRole("link", { name: "All quotes on this device" }).click();
  await quotes.page.getByRole("link", { name: "New quote" }).click();
  await fillStorage(quotes);
  await quotes.fill({ customer: "Acme", preparedBy: "Sam", notes: "Much work" });
  await quotes.issueButton.click();
  await expect(quotes.statuses.filter({ hasText: "Issued, but not kept on this device, so keep the link: Couldn’t keep quote 2026-002 for Acme: this browser’s storage for this page is full" })).toBeVisible();
  await expect(quotes.sheet).toContainText("Much work");
  expect(await quotes.kept()).toEqual(before);
  const customer = await profile();
  await expect.poll(() => quotes.fragment()).toMatch(/^q1\//);
  await customer.page.goto(quotes.page.url());
  await expect(customer.sheet).toContainText("Much work");
});

test("full storage is said in the list, too", async ({ quotes }) => {
  await quotes.make();
  await quotes.openList();
  await fillStorage(quotes);
  await quotes.entry("Duplicate quote 2026-001 for Acme, Inc.").click();
  await expect(quotes.alerts.getByText("Couldn’t duplicate quote 2026-001 for Acme, Inc.: this browser’s storage for this page is full")).toBeVisible();
  await expect(quotes.titles()).toHaveText(["2026-001: Acme, Inc."]);
});

for (const isKept of [false, true]) {
  test(`full storage is said while a draft is written that was ${isKept ? "kept before" : "never kept"}`, async ({ quotes }) => {
    await quotes.startDraft();
    if (isKept) {
      await quotes.fill({ customer: "Acme" });
      await quotes.expectSaved("Acme");
    }
    await fillStorage(quotes);
    await quotes.fill({ customer: "Acme, Inc." });
    await expect(quotes.page.getByText("this browser’s storage for this page is full")).toBeVisible();
    await expect(quotes.form.getByText("Saved on this device.", { exact: true })).toHaveCount(0);
  });
}

test("a draft that the storage refuses is not left without a question", async ({ quotes, page }) => {
  const answers: string[] = [];
  let isAgreed = false;
  page.on("dialog", async (dialog) => {
    answers.push(dialog.message());
    await (isAgreed ? dialog.accept() : dialog.dismiss());
  });
  await quotes.startDraft();
  await quotes.fill({ customer: "Acme" });
  await quotes.expectSaved("Acme");
  await fillStorage(quotes);
  await quotes.fill({ notes: "Only written here" });
  // Left before the typing rests, so that nothing is known of the storage yet.
  await page.getByRole("link", { name: "All quotes on this device" }).click();
  await expect.poll(() => answers).toEqual([expect.stringContaining("This browser didn’t take this draft")]);
  await expect(quotes.form.getByRole("textbox", { name: "Notes" })).toHaveValue("Only written here");
  await page.getByRole("link", { name: "All quotes on this device" }).click();
  await expect.poll(() => answers.length).toBe(2);
  isAgreed = true;
  await page.getByRole("link", { name: "All quotes on this device" }).click();
  await expect(quotes.titles()).toHaveText(["2026-001: Acme"]);
});

test("blocked storage is said, and quotes work by their links", async ({ quotes, page, profile }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
  await quotes.open();
  await expect(quotes.alerts.filter({ hasText: "Quotes can’t be kept here just now: this browser keeps nothing for this page" })).toBeVisible();
  await page.getByRole("link", { name: "New quote" }).click();
  await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
  await quotes.issueButton.click();
  await expect(quotes.statuses.filter({ hasText: "Issued, but not kept on this device, so keep the link" })).toBeVisible();
  await expect.poll(() => quotes.fragment()).toMatch(/^q1\//);
  const customer = await profile();
  await customer.page.goto(page.url());
  await expect(customer.sheet).toContainText("Acme");
});

test.describe("two tabs", () => {
  test("show the same list, each with what the other did", async ({ quotes, context }) => {
    await quotes.open();
    const other = new QuotesPage(await context.newPage());
    await other.make({ customer: "From there" });
    await expect(quotes.titles()).toHaveText(["2026-001: From there"]);
    await quotes.entry("Delete quote 2026-001 for From there").click();
    await other.openList();
    await expect(other.titles()).toHaveCount(0);
  });

  test("with different drafts keep both, though begun under the same number", async ({ quotes, context }) => {
    const other = new QuotesPage(await context.newPage());
    await quotes.startDraft();
    await other.startDraft();
    await quotes.fill({ customer: "Here" });
    await quotes.expectSaved("Here");
    await other.fill({ customer: "There" });
    await other.expectSaved("There");
    await quotes.fill({ notes: "Written here" });
    await other.fill({ notes: "Written there" });
    await quotes.expectSaved("Written here");
    await other.expectSaved("Written there");
    await expectNotes(quotes, ["Written here", "Written there"]);
  });

  /** A draft for Acme that is open in two tabs. */
  async function openInBoth(quotes: QuotesPage, other: QuotesPage) {
    await quotes.startDraft();
    await quotes.fill({ customer: "Acme" });
    await quotes.expectSaved("Acme");
    await other.page.goto(quotes.page.url());
    await expect(other.fields.customer).toHaveValue("Acme");
  }

  test("with the same draft show each other's changes, and say so", async ({ quotes, context }) => {
    const other = new QuotesPage(await context.newPage());
    await openInBoth(quotes, other);
    await other.fill({ notes: "Written there" });
    await other.expectSaved("Written there");
    await expect(quotes.fields.notes).toHaveValue("Written there");
    await expect(quotes.page.getByText("This draft was changed in another tab")).toBeVisible();
    await quotes.fill({ terms: "Written here" });
    await expect(other.fields.terms).toHaveValue("Written here");
    expect(Object.keys(await quotes.kept()), "it is one draft").toHaveLength(1);
  });

  test("that write the same draft at the same time keep both versions, the later in its place", async ({ quotes, context }) => {
    const other = new QuotesPage(await context.newPage());
    await openInBoth(quotes, other);
    await quotes.fill({ months: "0", notes: "Written here" });
    await other.fill({ notes: "Written there" });
    await other.expectSaved("Written there");
    await expect(quotes.fields.notes, "it isn't kept while a field needs mending").toHaveValue("Written here");
    await quotes.fill({ months: "12" });
    await expect(quotes.page.getByText("Another tab had changed this draft meanwhile.")).toBeVisible();
    expect(quotes.fragment()).toBe("draft=1");
    await expect(other.fields.notes).toHaveValue("Written here");
    await expectNotes(quotes, ["Written here", "Written there"]);
  });

  test("of which one deletes what the other writes lose nothing", async ({ quotes, context }) => {
    await quotes.startDraft();
    await quotes.fill({ customer: "Acme" });
    await quotes.expectSaved("Acme");
    const other = new QuotesPage(await context.newPage());
    await other.open();
    await other.entry("Delete draft 2026-001 for Acme").click();
    await expect(other.titles()).toHaveCount(0);
    await expect(quotes.page.getByText("This draft was deleted in another tab.")).toBeVisible();
    await quotes.fill({ notes: "Written here" });
    await expect(other.titles()).toHaveText(["2026-001: Acme"]);
    await expectNotes(quotes, ["Written here"]);
  });

  test("of which one issues what the other writes show the issued one in both", async ({ quotes, context }) => {
    const other = new QuotesPage(await context.newPage());
    await quotes.startDraft();
    await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
    await quotes.expectSaved("Acme");
    await other.page.goto(quotes.page.url());
    await other.issue();
    await expect(quotes.heading).toHaveText("Quote 2026-001");
    await expect(quotes.page.getByText("This quote was issued in another tab.")).toBeVisible();
    expect(quotes.fragment()).toBe(other.fragment());
    await quotes.openList();
    await expect(quotes.titles()).toHaveText(["2026-001: Acme"]);
  });
});

/** Goes to the list once everything is kept, and expects drafts with just these notes. */
async function expectNotes(quotes: QuotesPage, notes: string[]) {
  const edit = quotes.page.getByRole("link", { name: /^Edit draft / });
  await expect
    .poll(async () => {
      const found: string[] = [];
      await quotes.openList();
      for (const link of await edit.all()) {
        await link.click();
        found.push(await quotes.fields.notes.inputValue());
        await quotes.openList();
      }
      return found.sort();
    })
    .toEqual(notes);
}
