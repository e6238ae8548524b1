import { readFile } from "node:fs/promises";

import { ComparePage } from "./compare-page";
import { expect, QuotesPage, setDay, test, TODAY } from "./quotes-page";

/** Fills a draft with two options, a discount with its reason, and a one-off item. */
async function fillFully(quotes: QuotesPage) {
  await quotes.fill({
    customer: "Ada & Söhne, Inc.",
    preparedBy: "Sam Seller",
    contact: "sam@example.com",
    validUntil: "2026-09-30",
    notes: "Prices per year.\nCall me.",
    terms: "Net 30 days.",
  });
  await quotes.option(1).discount.fill("12.5");
  await quotes.option(1).reason.fill("launch partner");
  await quotes.addOption();
  await quotes.option(1).recommended.check();
  await quotes.option(2).recommended.check();
  await expect(quotes.option(1).recommended, "one is recommended").not.toBeChecked();
  await quotes.addItem(1, "Set-up", "1,500.50");
}

/** The content of the file that a link of the Download list gives. */
async function downloaded({ page }: QuotesPage, name: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name, exact: true }).click();
  return readFile(await (await download).path(), "utf8");
}

test("a quote goes from the salesperson to the customer, with the same figures", async ({ quotes, profile }) => {
  await quotes.open();
  await quotes.page.getByRole("link", { name: "New quote" }).click();
  await expect(quotes.heading).toHaveText("Draft of 2026-001");
  await expect(quotes.priceBook.locator("option:checked"), "it begins at the prices of the day").toHaveText("August 2026");
  await quotes.priceBook.selectOption("March 2023");
  await expect(quotes.statuses.filter({ hasText: "March 2023 doesn’t list Pay-per-use, so option 1 is for Enterprise Small now." })).toBeVisible();
  await fillFully(quotes);
  await expect(quotes.offered("Enterprise Medium")).toContainText("recommended");
  await expect(quotes.offered("Enterprise Small")).not.toContainText("recommended");
  const address = await quotes.issue();
  await expect(quotes.sheet).toContainText("Not signed");
  const sent = await quotes.sheetText();

  const customer = await profile();
  await customer.page.goto(address);
  await expect(customer.heading).toHaveText("Quote 2026-001");
  await expect(customer.sheet).toContainText("Not signed");
  expect(await customer.sheetText()).toEqual(sent);
  await expect(customer.statuses.filter({ hasText: "Valid until 2026-09-30: 41 more days." })).toBeVisible();
  for (const text of ["Ada & Söhne, Inc.", "Sam Seller", "sam@example.com", "Net 30 days.", "before tax", "An estimate, not an offer."]) {
    await expect(customer.sheet).toContainText(text);
  }
  await expect(customer.offered("Enterprise Small")).toContainText("billed monthly, 12.5% discount (launch partner)");
  await expect(customer.figure("Enterprise Small", "A month, after discount")).toHaveText("$36,750");
  await expect(customer.figure("Enterprise Small", "A year, after discount")).toHaveText("$441,000");
  await expect(customer.figure("Enterprise Small", "Discount")).toHaveText("−$63,000");
  await expect(customer.figure("Enterprise Small", "Whole term")).toHaveText("$442,500.50");
  await expect(customer.offered("Enterprise Medium")).toContainText("recommended");
  await expect(customer.figure("Enterprise Medium", "Whole term")).toHaveText("$1,501,500.50");
  await expect(customer.sheet.getByRole("row", { name: "Set-up $1,500.50" })).toBeVisible();
  await expect(customer.page.getByRole("textbox"), "it is only read").toHaveCount(0);
  await expect(customer.sheet.getByRole("combobox")).toHaveCount(0);
  await customer.page.reload();
  await expect(customer.sheet).toContainText("Not signed");
  expect(await customer.sheetText()).toEqual(sent);
});

test("an estimate of the Compare page becomes a quote", async ({ quotes, page }) => {
  const compare = new ComparePage(page);
  await compare.open("v1/reads=9000/period=month/usage=hobby/months=6/prices=2024-10");
  await page.getByRole("link", { name: "Make a quote" }).click();
  await expect(quotes.heading).toHaveText("Draft of 2026-001");
  await expect(quotes.fields.posts).toHaveValue("9,000");
  await expect(quotes.fields.months).toHaveValue("6");
  await expect(quotes.figure("Basic", "Whole term")).toHaveText("$1,200");
  await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
  const address = await quotes.issue();
  expect(address.split("#")[1]!.length, "the link of a plain estimate").toBeLessThanOrEqual(300);
});

test("the months and tiers of the Compare page come along", async ({ quotes, page }) => {
  const compare = new ComparePage(page);
  await compare.open("v2/given=1000*11,70000/usage=hobby/tiers=!((id:ours,name:Ours,charges:!((model:perUnit,unitPrice:0.004))))/prices=2026-08");
  await page.getByRole("link", { name: "Make a quote" }).click();
  await expect(quotes.form.getByText("The posts are given month by month")).toBeVisible();
  await quotes.option(1).tier.selectOption("Ours (your own)");
  await expect(quotes.figure("Ours", "The first month")).toHaveText("$4");
  await expect(quotes.figure("Ours", "Whole term")).toHaveText("$324");
  await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
  await quotes.issue();
  await expect(quotes.figure("Ours", "Whole term")).toHaveText("$324");
});

test("the reader's day decides whether a quote holds", async ({ quotes, profile }) => {
  await quotes.startDraft();
  await quotes.fill({ customer: "Acme", preparedBy: "Sam", validUntil: "2026-09-30" });
  const address = await quotes.issue();
  const customer = await profile();
  for (const [day, sentence] of [
    ["2026-08-19", "Not valid yet: it is issued for 2026-08-20."],
    ["2026-08-20", "Valid until 2026-09-30: 41 more days."],
    ["2026-09-29", "Valid until 2026-09-30: one more day."],
    ["2026-09-30", "Valid until the end of today."],
    ["2026-10-01", "Expired: its last day was 2026-09-30. Ask for a new one."],
  ] as const) {
    await setDay(customer.page.context(), day);
    await customer.open(address.split("#")[1]);
    await expect(customer.page.getByText(sentence, { exact: true }), day).toBeVisible();
    await expect(customer.figure("Enterprise Small", "Whole term"), day).toHaveText("$504,000");
  }
});

test("a tab that stays open over night knows the new day", async ({ quotes, page }) => {
  await quotes.startDraft();
  await quotes.fill({ customer: "Acme", preparedBy: "Sam", validUntil: "2026-08-22" });
  await setDay(page.context(), "2026-08-21");
  await quotes.issue();
  await expect(quotes.sheet.getByRole("definition").filter({ hasText: "2026-08-21" })).toBeVisible({ timeout: 2_000 });
  await setDay(page.context(), "2026-08-23");
  await quotes.openList();
  await quotes.entry("Open quote 2026-001 for Acme").click();
  await expect(page.getByText("Expired: its last day was 2026-08-22.")).toBeVisible({ timeout: 2_000 });
});

test("what a salesperson writes is shown as text", async ({ quotes, page }) => {
  const text = "<img src=x onerror=alert(1)> & <b>bold</b>";
  await quotes.make({ customer: text, notes: `${text}\n=cmd()` });
  await expect(quotes.sheet.getByRole("definition").filter({ hasText: text })).toBeVisible();
  await expect(quotes.sheet.locator("img, b")).toHaveCount(0);
  await quotes.openList();
  await expect(quotes.titles()).toHaveText([`2026-001: ${text}`]);
  await expect(page.locator("main img, main b")).toHaveCount(0);
});

test("a revision names the one that it replaces, and both stay", async ({ quotes, profile, page }) => {
  const first = await quotes.make();
  await page.getByRole("button", { name: "Revise" }).click();
  await expect(quotes.heading).toHaveText("Draft of 2026-001, revision 2");
  await quotes.option(1).discount.fill("10");
  await expect(quotes.figure("Enterprise Small", "Whole term")).toHaveText("$453,600");
  const second = await quotes.issue();
  await expect(quotes.heading).toHaveText("Quote 2026-001, revision 2");
  await expect(quotes.sheet).toContainText("It replaces revision 1.");
  await quotes.openList();
  await expect(quotes.titles()).toHaveText(["2026-001, revision 2: Acme, Inc.", "2026-001: Acme, Inc."]);
  await expect(quotes.list.getByRole("listitem").last()).toContainText("Revision 2 replaces it.");
  await quotes.entry("Open quote 2026-001 for Acme, Inc.").click();
  await expect(quotes.figure("Enterprise Small", "Whole term")).toHaveText("$504,000");
  expect(page.url()).toBe(first);
  await expect(page.getByText("Revision 2, which is on this device, replaces this quote.")).toBeVisible();
  await page.getByRole("link", { name: "Open revision 2" }).click();
  await expect(quotes.heading).toHaveText("Quote 2026-001, revision 2");
  expect(page.url()).toBe(second);

  const customer = await profile();
  await customer.page.goto(second);
  await expect(customer.sheet).toContainText("It replaces revision 1.");
  await customer.page.goto(first);
  await expect(customer.sheet).not.toContainText("It replaces");
  await expect(customer.figure("Enterprise Small", "Whole term")).toHaveText("$504,000");
});

test("a quote has one draft that replaces it, and an earlier revision is taken up again knowingly", async ({ quotes, page }) => {
  const said = (sentence: string) => quotes.statuses.filter({ hasText: sentence });
  await quotes.make();
  await page.getByRole("button", { name: "Revise" }).click();
  await expect(said("Made draft 2026-001, revision 2 for Acme, Inc., which replaces quote 2026-001 for Acme, Inc.")).toBeVisible();
  await quotes.option(1).discount.fill("10");
  await expect(quotes.figure("Enterprise Small", "Whole term")).toHaveText("$453,600");
  await quotes.openList();
  await quotes.entry("Revise quote 2026-001 for Acme, Inc.").click();
  await expect(quotes.heading).toHaveText("Draft of 2026-001, revision 2");
  await expect(said("which was begun before and replaces quote 2026-001 for Acme, Inc.")).toBeVisible();
  await expect(quotes.option(1).discount).toHaveValue("10");
  await quotes.issue();
  await quotes.openList();
  await quotes.entry("Revise quote 2026-001 for Acme, Inc.").click();
  await expect(quotes.heading).toHaveText("Draft of 2026-001, revision 3");
  await expect(said("What it says comes from revision 1, though revision 2 was issued later.")).toBeVisible();
  await expect(quotes.figure("Enterprise Small", "Whole term")).toHaveText("$504,000");
});

test("of two drafts that replace the same quote the second is issued only after it was renumbered", async ({ quotes, page, context }) => {
  await quotes.make();
  await page.getByRole("button", { name: "Revise" }).click();
  await expect(quotes.heading).toHaveText("Draft of 2026-001, revision 2");
  const draft = page.url();
  const twin = (await quotes.kept())["quota-calculator/quote/2"]!;
  await quotes.fill({ notes: "One" });
  await quotes.expectSaved("One");
  await page.evaluate((text) => localStorage.setItem("quota-calculator/quote/9", text), twin);
  await quotes.issue();
  const other = new QuotesPage(await context.newPage());
  await other.page.goto(draft.replace("draft=2", "draft=9"));
  await expect(other.heading).toHaveText("Draft of 2026-001, revision 2");
  await other.issueButton.click();
  await expect(other.alerts.getByText("Revision 2 was issued meanwhile, so this draft is revision 3 now and replaces that one.")).toBeVisible();
  await expect(other.heading).toHaveText("Draft of 2026-001, revision 3");
  await other.issue();
  await expect(other.sheet).toContainText("It replaces revision 2.");
});

/** Issues a quote of November 2024, for 9,000 posts a month on Basic, paid each year in advance. */
async function quoteOf2024(seller: QuotesPage): Promise<string> {
  await setDay(seller.page.context(), "2024-11-10");
  await seller.open("v1/reads=9000/period=month/usage=hobby/months=12/prices=2024-10");
  await seller.option(1).billing.selectOption("billed annually in advance");
  await seller.fill({ customer: "Acme", preparedBy: "Sam" });
  return seller.issue();
}

test("what a later price book changes stands beside what was quoted, marked", async ({ quotes, profile }) => {
  const address = await quoteOf2024(quotes);
  await expect(quotes.page.getByText(/^The price book that it was made with is in force today, as far as is known\./)).toBeVisible();
  await expect(quotes.sheet.getByRole("columnheader", { name: "Today" })).toHaveCount(0);

  // In March 2026 Basic had no price for a whole year any more.
  const customer = await profile("2026-03-10");
  await customer.page.goto(address);
  await expect(customer.sheet).toContainText("As quoted at the prices of October 2024, beside what those of today, as far as they are known, make of it: February 2026.");
  await expect(customer.figure("Basic", "A year")).toHaveText("$2,100");
  await expect(customer.figure("Basic", "A year", "Today")).toHaveText("$2,400");
  await expect(customer.figure("Basic", "Whole term", "Today").getByRole("strong")).toHaveText("$2,400");

  // In August 2026 it isn't listed.
  await setDay(customer.page.context(), TODAY);
  await customer.open(address.split("#")[1]);
  await expect(customer.offered("Basic")).toContainText("No longer listed today.");
  await expect(customer.figure("Basic", "Whole term")).toHaveText("$2,100");
  await expect(customer.figure("Basic", "Whole term", "Today")).toHaveText("no price");
});

test("what today's prices leave alone isn't marked", async ({ quotes, profile }) => {
  await setDay(quotes.page.context(), "2024-11-10");
  await quotes.open("v1/reads=9000/period=month/usage=hobby/months=6/prices=2024-10");
  await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
  const address = await quotes.issue();
  const customer = await profile("2026-03-10");
  await customer.page.goto(address);
  await expect(customer.page.getByText("At today’s prices (February 2026) it would come to the same.")).toBeVisible();
  await expect(customer.figure("Basic", "Whole term", "Today")).toHaveText("same");
  await expect(customer.sheet.getByRole("strong")).toHaveCount(0);
});

test("the number of marked figures is the one that is said", async ({ quotes, profile }) => {
  const address = await quoteOf2024(quotes);
  const customer = await profile("2026-03-10");
  await customer.page.goto(address);
  await expect(customer.sheet.getByRole("strong").first()).toBeVisible();
  const marked = await customer.sheet.getByRole("strong").count();
  expect(marked).toBeGreaterThan(1);
  await expect(customer.page.getByText(`${marked} figures would differ. They are marked.`)).toBeVisible();
});

test("opening a link changes nothing that is kept", async ({ quotes, profile }) => {
  const address = await quotes.make();
  const reader = await profile();
  await reader.make({ customer: "Own customer", preparedBy: "Rita Reader" });
  await reader.startDraft();
  await reader.fill({ customer: "Own draft" });
  await reader.expectSaved("Own draft");
  const before = await reader.kept();
  expect(Object.keys(before).length).toBeGreaterThan(1);
  await reader.page.goto(address);
  await expect(reader.sheet).toContainText("Acme, Inc.");
  await reader.page.reload();
  await expect(reader.sheet).toContainText("Acme, Inc.");
  expect(await reader.kept()).toEqual(before);

  // It is kept once the reader asks for that, and beside the quote of the same number.
  await reader.page.getByRole("button", { name: "Keep on this device" }).click();
  await expect(reader.page.getByRole("status").getByText("Kept quote 2026-001 for Acme, Inc. on this device.")).toBeVisible();
  await expect(reader.heading, "the button is gone").toBeFocused();
  await expect(reader.page.getByRole("button", { name: "Keep on this device" })).toHaveCount(0);
  await expect(reader.page.getByRole("button", { name: "Duplicate" })).toBeVisible();
  await expect(reader.page.getByRole("button", { name: "Revise" }), "it is somebody else's").toHaveCount(0);
  await reader.openList();
  await expect(reader.entry("Revise quote 2026-001 for Acme, Inc.")).toHaveCount(0);
  await expect(reader.entry("Revise quote 2026-001 for Own customer")).toBeVisible();
  await expect(reader.titles()).toHaveCount(3);
  await expect(reader.titles().filter({ hasText: "2026-001: Acme, Inc." })).toHaveCount(1);
  await expect(reader.titles().filter({ hasText: "2026-001: Own customer" })).toHaveCount(1);
});

test("a damaged link says what is wrong with it, and nothing is lost", async ({ quotes, page }) => {
  const whole = (await quotes.make()).split("#")[1]!;
  await quotes.startDraft();
  await quotes.fill({ customer: "Draft of mine" });
  await quotes.expectSaved("Draft of mine");
  const before = await quotes.kept();
  const other = (character: string) => (character === "A" ? "B" : "A");
  const altered = whole.slice(0, 40) + other(whole[40]!) + whole.slice(41);
  for (const [link, reason] of [
    [whole.slice(0, 60), "its end is missing"],
    [whole.slice(0, -1), "its end is missing"],
    ["q1/", "its end is missing"],
    [altered, "it was altered on its way: its checksum doesn’t fit"],
    [`${whole}A`, "it was altered on its way"],
    [`${whole}.A`, "it was altered on its way"],
    [whole.replace("q1/", "q2/"), "its version is q2, which this calculator doesn’t know"],
    [`q1/${"A".repeat(2100)}`, "it is 2103 characters long, and the link of a quote has at most 2000"],
    ["nonsense", "it doesn’t begin like the link of a quote"],
    ["v1/reads=5", "months"],
    ["draft=99", "this draft isn’t on this device"],
  ] as const) {
    await quotes.open(link);
    await expect(quotes.heading, link).toHaveText("This quote can’t be opened");
    await expect(quotes.alerts.filter({ hasText: "Nothing was opened: " }), link).toContainText(reason);
    await expect(quotes.titles(), link).toHaveText(["2026-002: Draft of mine", "2026-001: Acme, Inc."]);
    expect(quotes.fragment(), "the address keeps the link as it came").toBe(link);
    expect(await quotes.kept(), link).toEqual(before);
  }
  await page.goto(`quotes.html#${whole}`);
  await expect(quotes.sheet).toContainText("Acme, Inc.");
});

test("a quote's link opens from the Compare page's address, too", async ({ quotes, page }) => {
  const link = (await quotes.make()).split("#")[1]!;
  await page.goto("about:blank");
  await page.goto(`./#${link}`);
  await expect(quotes.heading).toHaveText("Quote 2026-001");
  await expect.poll(() => page.url()).toMatch(/\/quotes\.html#q1\//);
  await page.goto("./");
  await expect(new ComparePage(page).months).toBeVisible();
  await page.evaluate((link) => { location.hash = link; }, link);
  await expect(quotes.heading).toHaveText("Quote 2026-001");
});

test("a quote isn't issued without what it needs", async ({ quotes }) => {
  await quotes.startDraft();
  await quotes.priceBook.selectOption("August 2026");
  await quotes.option(1).tier.selectOption("Enterprise (custom contract)");
  await expect(quotes.sheet).toContainText("no public price");
  await expect(quotes.option(1).group.getByRole("link", { name: "Compare page" })).toHaveAttribute("href", /^\.\/#v\d.*prices=2026-08$/);
  await quotes.issueButton.click();
  for (const reason of [
    "Say who the quote is for.",
    "Say who prepared the quote.",
    "Enterprise (custom contract) has no public price: make a tier of your own with the price that you quote.",
  ]) {
    await expect(quotes.alerts.getByText(reason)).toBeVisible();
  }
  expect(quotes.fragment()).not.toMatch(/^q1/);
  await expect(quotes.fields.customer).toBeFocused();
  await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
  await expect(quotes.alerts.getByText("Say who"), "what was mended isn't said any more").toHaveCount(0);
  await quotes.option(1).tier.selectOption("Pay-per-use");
  await quotes.addOption();
  await quotes.option(2).tier.selectOption("Pay-per-use");
  await quotes.issueButton.click();
  await expect(quotes.alerts.getByText("Options 1 and 2 are the same.")).toBeVisible();
  await quotes.form.getByRole("button", { name: "Remove option 2" }).click();
  await quotes.fill({ validUntil: "2026-08-19" });
  await expect(quotes.fields.validUntil, "it is told beforehand").toHaveAccessibleDescription(/issued only on 2026-08-20: choose a later last day/);
  await expect(quotes.fields.validUntil, "and is no error yet").not.toHaveAttribute("aria-invalid");
  await quotes.issueButton.click();
  await expect(quotes.alerts.getByText("valid until 2026-08-19, but issued only on 2026-08-20: choose a later last day")).toBeVisible();
  await quotes.fill({ validUntil: "2026-08-20" });
  await quotes.issue();
});

test("a wrong field says its rule, and the last good sheet stays", async ({ quotes, page }) => {
  await quotes.startDraft();
  await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
  await quotes.addItem(1, "Set-up", "100");
  await quotes.expectSaved("Set-up");
  await expect(quotes.figure("Enterprise Small", "Whole term")).toHaveText("$504,100");
  const { discount, reason } = quotes.option(1);
  const amount = quotes.form.getByRole("textbox", { name: "Dollars, once" });
  for (const [field, wrong, right, rule] of [
    [discount, "lots", "0", "“lots” is not a number: a discount is 0 to 100 percent, with at most 4 decimal places."],
    [discount, "12,5", "", "“12,5” has the decimal mark of another language: decimals are written with “.” here, so write 12.5."],
    [discount, "100.1", "", "“100.1” doesn’t fit: a discount is 0 to 100 percent"],
    [reason, "x".repeat(41), "", "It has 41 characters, and at most 40 are kept."],
    [amount, "much", "100", "“much” is not a number: an amount is 0 to 1,000,000,000,000 dollars."],
    [quotes.fields.months, "0", "12", "“0” months can’t be priced: use a whole number from 1 to 120."],
    [quotes.fields.posts, "some", "2M", "“some” is not a number"],
    [quotes.fields.validUntil, "", "2026-09-01", "Choose the last day on which the quote holds"],
    [quotes.fields.customer, "x".repeat(51), "Acme", "It has 51 characters, and at most 50 are kept."],
    [quotes.fields.number, "a b", "2026-001", "1 to 20 letters, digits, hyphens, dots, underscores and slashes"],
    [quotes.fields.notes, "x".repeat(201), "", "It has 201 characters, and at most 200 are kept."],
    [quotes.fields.terms, "x".repeat(251), "", "It has 251 characters, and at most 250 are kept."],
  ] as const) {
    await field.fill(wrong);
    await expect(quotes.alerts.getByText(rule), wrong).toBeVisible();
    await expect(field, wrong).toHaveAttribute("aria-invalid", "true");
    await expect(field, wrong).toHaveAccessibleDescription(new RegExp(rule.slice(0, 20).replace(/[.()]/g, ".")));
    const last = page.getByRole("region", { name: "What the customer would see, not updated" });
    await expect(last, wrong).toContainText("Not updated: a field above needs mending. This is the last good version.");
    await expect(quotes.figure("Enterprise Small", "Whole term"), wrong).toHaveText("$504,100");
    await expect(quotes.issueButton, wrong).toBeDisabled();
    await field.fill(right);
    await expect(page.getByRole("region", { name: "What the customer will see" }), wrong).toBeVisible();
    await expect(field, wrong).not.toHaveAttribute("aria-invalid");
    await expect(quotes.issueButton, wrong).toBeEnabled();
  }
});

test("a year in advance needs whole years", async ({ quotes }) => {
  await quotes.startDraft();
  await quotes.fill({ months: "13" });
  await quotes.option(1).billing.selectOption("billed annually in advance");
  await expect(quotes.option(1).group.getByText("Annual billing needs a term in whole years, and the term is 13 months")).toBeVisible();
  await quotes.fill({ months: "24" });
  await expect(quotes.figure("Enterprise Small", "Whole term")).toHaveText("$1,008,000");
  await expect(quotes.figure("Enterprise Small", "A month, on average")).toHaveText("$42,000");
});

test("a removed option and a removed item come back", async ({ quotes, page }) => {
  await quotes.startDraft();
  await fillFully(quotes);
  const sheet = await quotes.sheetText();
  for (const [removed, sentence] of [["Remove option 2", "Option 2 was removed."], ["Remove item 1", "Item 1 was removed."]] as const) {
    await page.getByRole("button", { name: removed }).click();
    await expect(quotes.statuses.getByText(sentence)).toBeVisible();
    await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
    expect(await quotes.sheetText()).not.toEqual(sheet);
    await page.keyboard.press("Enter");
    await expect(quotes.statuses.getByText(sentence)).toHaveCount(0);
    expect(await quotes.sheetText()).toEqual(sheet);
  }
});

test("a tier that another price book lacks gives way to one that it has", async ({ quotes }) => {
  await quotes.startDraft();
  await quotes.priceBook.selectOption("August 2026");
  await expect(quotes.statuses.filter({ hasText: "August 2026 doesn’t list Enterprise Small, so option 1 is for Pay-per-use now." })).toBeVisible();
  await expect(quotes.option(1).tier.locator("option:checked")).toHaveText("Pay-per-use");
  await expect(quotes.offered("Pay-per-use")).toBeVisible();
  await quotes.form.getByRole("button", { name: "Undo" }).click();
  await expect(quotes.priceBook.locator("option:checked")).toHaveText("March 2023");
  await expect(quotes.offered("Enterprise Small")).toBeVisible();
});

test("a link with a mark behind it opens, and the address loses the mark", async ({ quotes }) => {
  const whole = (await quotes.make()).split("#")[1]!;
  for (const mark of [".", ")", ">", "”,"]) {
    await quotes.open(`${whole}${mark}`);
    await expect(quotes.heading, mark).toHaveText("Quote 2026-001");
    await expect.poll(() => quotes.fragment(), mark).toBe(whole);
  }
});

test("a draft is there again after a reload and in another tab", async ({ quotes, page, context }) => {
  await quotes.startDraft();
  await fillFully(quotes);
  await quotes.expectSaved("1500.5");
  const sheet = await quotes.sheetText();
  expect(quotes.fragment()).toBe("draft=1");
  await page.reload();
  await expect(quotes.fields.customer).toHaveValue("Ada & Söhne, Inc.");
  await expect(quotes.fields.notes).toHaveValue("Prices per year.\nCall me.");
  expect(await quotes.sheetText()).toEqual(sheet);
  const address = page.url();
  await page.close();
  const tab = await context.newPage();
  await tab.goto(address.split("#")[0]!);
  await tab.getByRole("link", { name: "Edit draft 2026-001 for Ada & Söhne, Inc." }).click();
  await expect(tab.getByRole("textbox", { name: "Item 1" })).toHaveValue("Set-up");
  await expect(tab.getByRole("textbox", { name: "Discount, %" }).first()).toHaveValue("12.5");
});

test("what was typed just before the tab is closed is kept", async ({ quotes, page, context }) => {
  await quotes.startDraft();
  await quotes.fill({ customer: "Acme" });
  await quotes.expectSaved("Acme");
  await quotes.fill({ customer: "Acme at the last moment" });
  await page.close({ runBeforeUnload: true });
  const tab = await context.newPage();
  await tab.goto("quotes.html");
  await expect(tab.getByText("2026-001: Acme at the last moment")).toBeVisible();
});

test("what was typed just before going to the list is kept", async ({ quotes }) => {
  await quotes.startDraft();
  await quotes.fill({ customer: "Acme" });
  await quotes.expectSaved("Acme");
  await quotes.page.evaluate(() => {
    const field = document.querySelector<HTMLInputElement>("#customer")!;
    field.value = "Acme at the last moment";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    location.hash = "";
  });
  await expect(quotes.heading).toHaveText("Quotes");
  await expect(quotes.titles()).toHaveText(["2026-001: Acme at the last moment"]);
});

test("Back and Forward go through list, draft and quote", async ({ quotes, page }) => {
  await quotes.open();
  await page.getByRole("link", { name: "New quote" }).click();
  await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
  await quotes.expectSaved("Acme");
  await quotes.issue();
  await expect(quotes.heading).toHaveText("Quote 2026-001");
  await quotes.openList();
  await page.goBack();
  await expect(quotes.heading).toHaveText("Quote 2026-001");
  await page.goBack();
  await expect(quotes.heading, "its draft is a quote now").toHaveText("Quote 2026-001");
  await page.goBack();
  await expect(quotes.heading).toHaveText("Quotes");
  await expect(quotes.titles()).toHaveText(["2026-001: Acme"]);
  await page.goForward();
  await expect(quotes.heading).toHaveText("Quote 2026-001");
});

test("a quote is made with the keyboard alone", async ({ quotes, page }) => {
  await quotes.open();
  const { keyboard } = page;
  /** Presses Tab until this has the focus. */
  const tabTo = async (target: import("@playwright/test").Locator) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await keyboard.press("Tab");
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`Tab doesn't lead to ${target}`);
  };
  await tabTo(page.getByRole("link", { name: "New quote" }));
  await keyboard.press("Enter");
  await expect(quotes.fields.customer).toBeVisible();
  await tabTo(quotes.fields.customer);
  await keyboard.type("Acme, Inc.");
  await tabTo(quotes.fields.preparedBy);
  await keyboard.type("Sam Seller");
  await tabTo(quotes.option(1).discount);
  await keyboard.type("10");
  await tabTo(quotes.form.getByRole("button", { name: "Add an option" }));
  await keyboard.press("Enter");
  await expect(quotes.option(2).tier).toBeFocused();
  await tabTo(quotes.option(2).recommended);
  await keyboard.press("Space");
  await expect(quotes.option(2).recommended).toBeChecked();
  await tabTo(quotes.issueButton);
  await keyboard.press("Enter");
  await expect(quotes.heading).toHaveText("Quote 2026-001");
  await expect(quotes.offered("Pro (legacy)")).toContainText("recommended");
  await tabTo(page.getByRole("button", { name: "Copy link" }));
  await keyboard.press("Enter");
  await expect(page.getByText("Link copied")).toBeVisible();
  await tabTo(page.getByText("Download", { exact: true }));
  await keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "CSV" })).toBeVisible();
  await tabTo(quotes.sheet.getByText("Arithmetic").first());
  await keyboard.press("Enter");
  await expect(quotes.sheet.getByText("12 months × $10,000.", { exact: true })).toBeVisible();
});

test("the link is copied, or shown where the clipboard is closed", async ({ quotes, page, profile }) => {
  const address = await quotes.make();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  const refused = await profile();
  await refused.page.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
  await refused.page.goto(address);
  await refused.page.getByRole("button", { name: "Copy link" }).click();
  await expect(refused.page.getByRole("textbox", { name: "Copy this by hand:" })).toHaveValue(address);
});

test("every download says the total of the sheet", async ({ quotes, page }) => {
  await quotes.startDraft();
  await fillFully(quotes);
  const address = await quotes.issue();
  const total = await quotes.figure("Enterprise Small", "Whole term").innerText();
  expect(total).toBe("$442,500.50");
  await page.getByText("Download", { exact: true }).click();
  const csv = (await downloaded(quotes, "CSV")).split("\r\n");
  expect(csv).toContain("Option 1: Enterprise Small,Whole term,442500.50,");
  expect(csv.filter((line) => line.startsWith("Option 2: Enterprise Medium (recommended),Whole term,1501500.50,"))).toHaveLength(1);
  const json = await downloaded(quotes, "JSON");
  expect(JSON.parse(json).link).toBe(address);
  expect(json).toContain('"442500.50"');
  expect(json).toContain('"1501500.50"');
  const markdown = await downloaded(quotes, "Markdown");
  expect(markdown).toContain(`| Whole term | ${total} | $1,501,500.50 |`);
  const text = await downloaded(quotes, "Plain text");
  expect(text.split("\n").filter((line) => line.startsWith("- Whole term: "))).toEqual([`- Whole term: ${total}`, "- Whole term: $1,501,500.50"]);
  for (const file of [markdown, text]) expect(file).toContain(address);
});

test("an offer is one only where the salesperson says so", async ({ quotes, page }) => {
  await quotes.startDraft();
  await expect(quotes.sheet).toContainText("An estimate, not an offer. Prices in US dollars before tax.");
  await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
  await quotes.form.getByRole("checkbox", { name: /^This is an offer/ }).check();
  await quotes.issue();
  await expect(quotes.sheet).toContainText("An offer. Prices in US dollars before tax.");
  await expect(quotes.sheet).not.toContainText("estimate");
  await expect(quotes.heading).toHaveText("Offer 2026-001");
  await expect(page).toHaveTitle("Offer 2026-001 · Quota Calculator");
});

test("the largest quote fits into a link of 2,000 characters", async ({ quotes }) => {
  await quotes.startDraft();
  await quotes.fill({
    customer: "c".repeat(50), preparedBy: "p".repeat(50), contact: "k".repeat(60), number: "N".repeat(20),
    notes: "n".repeat(200), terms: "t".repeat(250),
  });
  await quotes.addOption();
  await quotes.addOption();
  for (const place of [1, 2, 3]) {
    await quotes.option(place).discount.fill("12.3456");
    await quotes.option(place).reason.fill("r".repeat(40));
  }
  await expect(quotes.form.getByRole("button", { name: "Add an option" })).toHaveCount(0);
  for (const place of [1, 2, 3, 4]) await quotes.addItem(place, "i".repeat(40), "999999.99");
  await expect(quotes.form.getByRole("button", { name: "Add an item" })).toHaveCount(0);
  const address = await quotes.issue();
  expect(address.split("#")[1]!.length).toBeLessThanOrEqual(2_000);
  await quotes.page.reload();
  await expect(quotes.sheet).toContainText("t".repeat(250));
});
