import { test as plain, type Locator, type Page } from "@playwright/test";

import { ComparePage, expect, test } from "./compare-page";

const tier = "!((id:ours,name:Ours,charges:!((model:perUnit,unitPrice:0.004))))";
const withTier = `v2/reads=2000000/period=month/usage=academic/months=12/tiers=${tier}/prices=2023-03`;
const threeTiers = JSON.stringify(
  ["First", "Second", "Third"].map((name, place) => ({ id: name.toLowerCase(), name, charges: [{ model: "flat", fee: `${place + 1}00` }] })),
);

/** The editor of a tier, as the reader meets it. */
const editor = (page: Page) => ({
  name: page.getByRole("textbox", { name: "Name" }),
  fee: page.getByRole("textbox", { name: "Flat fee in dollars" }),
  done: page.getByRole("button", { name: "Done" }),
});

/** The names of the reader's own tiers, in their order. */
const ownNames = (page: Page): Locator =>
  page.getByRole("region", { name: "Your own tiers" }).getByRole("listitem").locator(".tier-name");

async function importTiers(compare: ComparePage, json: string) {
  const { page } = compare;
  await page.getByRole("button", { name: "Import JSON" }).click();
  await page.getByRole("textbox", { name: /Export JSON/ }).fill(json);
  await page.getByRole("button", { name: "Import", exact: true }).click();
}

async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export JSON" }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

test("the whole program takes over what was typed", async ({ compare, page }) => {
  await compare.open();
  await compare.volume.fill("5M");
  await compare.usageType.selectOption("hobby");
  await compare.months.fill("7");
  await compare.openAssumptions();
  await page.getByLabel("Each wanted post costs").fill("3");
  await compare.becomeWhole("New tier");
  await expect(compare.volume).toHaveValue("5,000,000");
  await expect(compare.usageType).toHaveValue("hobby");
  await expect(compare.months).toHaveValue("7");
  await expect(page.getByText("Each wanted post counts as 3 reads")).toBeVisible();
  await expect(editor(page).name).toBeFocused();
});

test("what is typed while the whole program loads is taken over, too", async ({ compare, page }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route("**/quota-calculator-whole_bg.wasm", async (route) => {
    await arrived;
    await route.continue();
  });
  await compare.open();
  await page.getByRole("button", { name: "New tier" }).click();
  await compare.volume.fill("4M");
  arrive();
  await expect(editor(page).name).toBeFocused();
  await expect(compare.volume).toHaveValue("4,000,000");
});

test("a tier of one's own is compared as it is typed", async ({ compare, page }) => {
  await compare.open();
  await compare.becomeWhole("New tier");
  const { name, fee, done } = editor(page);
  await name.fill("Acme");
  await expect(page.getByText("Something is still missing. Until then it is not compared.")).toBeVisible();
  await expect(compare.tier("Acme")).toHaveCount(0);
  await fee.fill("30,000");
  await expect(compare.tier("Acme").getByRole("cell").first()).toHaveText("$30,000");
  await expect(compare.answer).toContainText("Acme");
  const chart = page.getByRole("figure", { name: "Cost against volume" });
  await chart.getByText("Show the data as a table").click();
  const drawn = chart.getByRole("table", { name: "Every tier" }).getByRole("row", { name: /^Acme \(yours\)/ });
  await expect(drawn).toContainText("$30,000");
  await fee.fill("lots");
  await expect(fee).toHaveAttribute("aria-invalid", "true");
  await expect(fee).toHaveAccessibleDescription(/“lots”, which is not a number/);
  await expect(page.getByText("Until then the last good version stays in the comparison.")).toBeVisible();
  await expect(compare.tier("Acme").getByRole("cell").first()).toHaveText("$30,000");
  await done.click();
  await expect(fee).toBeFocused();
  await fee.fill("29,000");
  await done.click();
  await expect(compare.answer).toContainText("$29,000 a month");
  await expect(ownNames(page)).toHaveText(["Acme"]);
});

test("bands, a cap with overage and more terms make up a price", async ({ compare, page }) => {
  await compare.open();
  await compare.becomeWhole("New tier");
  await editor(page).name.fill("Banded");
  await page.getByRole("combobox", { name: "How it is charged" }).selectOption("each read, by its band");
  await page.getByRole("button", { name: "Add a band" }).click();
  await page.getByRole("textbox", { name: "Band 1: up to read" }).fill("1M");
  await page.getByRole("textbox", { name: "Band 1: dollars a read" }).fill("0.01");
  await page.getByRole("textbox", { name: "Band 2: dollars a read" }).fill("0.005");
  const head = page.locator(".own-bands thead").locator("th, td");
  for (const cell of await head.all()) await expect(cell, "one line under the whole head").toHaveCSS("border-bottom-width", "1px");
  // 1,000,000 at $0.01 and 1,000,000 at $0.005.
  await expect(compare.tier("Banded").getByRole("cell").first()).toHaveText("$15,000");
  await page.getByRole("combobox", { name: "At the cap" }).selectOption("each further read costs extra");
  await page.getByRole("textbox", { name: "Read cap, reads a month" }).fill("1.5M");
  await page.getByRole("group", { name: "Overage charge 1" }).getByRole("textbox", { name: "Price of a read in dollars" }).fill("0.02");
  // $12,500 up to the cap, then 500,000 at $0.02.
  await expect(compare.tier("Banded").getByRole("cell").first()).toHaveText("$22,500");
  await page.getByText("More terms").click();
  await page.getByRole("textbox", { name: "Discount, %" }).fill("10");
  await expect(compare.tier("Banded").getByRole("cell").first()).toHaveText("$20,250");
});

test("a tier that isn't finished is still there when the page is loaded anew", async ({ compare, page }) => {
  await compare.open();
  await compare.becomeWhole("New tier");
  await editor(page).name.fill("Acme");
  await editor(page).fee.fill("29k");
  await expect.poll(() => page.url()).toContain("fee:29000");
  await page.getByRole("combobox", { name: "How it is charged" }).selectOption("packages");
  await expect(page.getByRole("textbox", { name: "Price of a package in dollars" })).toHaveValue("29k");
  await page.reload();
  await expect(editor(page).name).toHaveValue("Acme");
  await expect(page.getByRole("textbox", { name: "Price of a package in dollars" })).toHaveValue("29k");
  await page.getByRole("textbox", { name: "Reads in a package" }).fill("1M");
  await editor(page).done.click();
  await expect(ownNames(page)).toHaveText(["Acme"]);
  await page.reload();
  await expect(ownNames(page)).toHaveText(["Acme"]);
  await expect(editor(page).name).toBeHidden();
});

test("an unfinished tier doesn't come along to another estimate", async ({ compare, page }) => {
  await compare.open();
  await compare.becomeWhole("New tier");
  await editor(page).name.fill("Acme");
  await page.goto("about:blank");
  await page.goto(`./#v1/reads=7/period=day/usage=hobby/months=3/prices=2026-08`);
  await expect(compare.volume).toHaveValue("7");
  await expect(editor(page).name).toBeHidden();
});

test("on paper the tiers of one's own have a heading only where there are some", async ({ compare, page }) => {
  const heading = page.getByRole("heading", { name: "Your own tiers" });
  await compare.open();
  await page.emulateMedia({ media: "print" });
  await expect(heading).toBeHidden();
  await compare.open(withTier);
  await expect(ownNames(page)).toHaveText(["Ours"]);
  await expect(heading).toBeVisible();
});

test("a listed tier is copied and negotiated", async ({ compare, page }) => {
  await compare.open();
  await compare.becomeWhole("Copy and negotiate");
  await page.getByRole("combobox", { name: "or start from" }).selectOption("Enterprise Small");
  await page.getByRole("button", { name: "Copy and negotiate" }).click();
  await expect(editor(page).name).toHaveValue("Enterprise Small, negotiated");
  await expect(editor(page).fee).toHaveValue("42000");
  // Its term stands among the other terms, so they are open.
  await page.getByRole("textbox", { name: "Discount, %" }).fill("20");
  await editor(page).done.click();
  await expect(compare.tier("Enterprise Small, negotiated").getByRole("cell").first()).toHaveText("$33,600");
  await expect(compare.answer).toContainText("Enterprise Small, negotiated");
});

test("cancelling leaves the comparison as it was", async ({ compare, page }) => {
  await compare.open(withTier);
  await page.getByRole("button", { name: "Edit Ours" }).click();
  await page.getByRole("textbox", { name: "Price of a read in dollars" }).fill("0.001");
  await expect(compare.answer).toContainText("$2,000 a month");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(compare.answer).toContainText("$8,000 a month");
});

test("a deleted tier comes back where it was", async ({ compare, page }) => {
  await compare.open();
  await importTiers(compare, threeTiers);
  await expect(page.getByText("3 tiers imported: First, Second, Third.")).toBeVisible();
  await page.getByRole("button", { name: "Delete Second" }).click();
  await expect(ownNames(page)).toHaveText(["First", "Third"]);
  await expect(compare.tier("Second")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(ownNames(page)).toHaveText(["First", "Second", "Third"]);
  await expect(compare.tier("Second").getByRole("cell").first()).toHaveText("$200");
});

test("tiers are put in another order, by keyboard too", async ({ compare, page }) => {
  await compare.open();
  await importTiers(compare, threeTiers);
  await page.getByRole("button", { name: "Move up Third" }).click();
  await expect(ownNames(page)).toHaveText(["First", "Third", "Second"]);
  await expect(page.getByText("“Third” is now number 2 of 3.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Move up Third" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(ownNames(page)).toHaveText(["Third", "First", "Second"]);
  await page.keyboard.press("Enter");
  await expect(ownNames(page)).toHaveText(["Third", "First", "Second"]);
  await page.getByRole("button", { name: "Move down First" }).click();
  await expect(ownNames(page)).toHaveText(["Third", "Second", "First"]);
});

test("tiers leave as JSON and come back the same", async ({ compare, page }) => {
  await compare.open(withTier);
  const json = await exported(page);
  expect(JSON.parse(json)).toEqual([{ id: "ours", name: "Ours", charges: [{ model: "perUnit", unitPrice: "0.004", includedReads: 0 }] }]);
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(compare.tier("Ours")).toHaveCount(0);
  await importTiers(compare, json);
  await expect(compare.answer).toContainText("$8,000 a month");
  expect(await exported(page)).toBe(json);
});

test("a text that is no JSON of tiers is kept, with the place of its mistake", async ({ compare, page }) => {
  await compare.open();
  await importTiers(compare, '[{ "name": "Ours", }]');
  const text = page.getByRole("textbox", { name: /Export JSON/ });
  await expect(page.getByRole("alert").filter({ hasText: /^Nothing was imported: .*line 1/ })).toBeVisible();
  await expect(text).toHaveValue('[{ "name": "Ours", }]');
  await expect(text).toBeFocused();
  await text.fill(threeTiers);
  await expect(page.getByText("Nothing was imported")).toHaveCount(0);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(ownNames(page)).toHaveText(["First", "Second", "Third"]);
});

test("a file of tiers is imported as its text is", async ({ compare, page }) => {
  await compare.open();
  await compare.becomeWhole("Import JSON");
  await page.getByLabel("or choose its file:").setInputFiles({
    name: "tiers.json",
    mimeType: "application/json",
    buffer: Buffer.from(threeTiers),
  });
  await expect(ownNames(page)).toHaveText(["First", "Second", "Third"]);
});

/** As many flat offers, each $1 dearer than the one before. */
const offers = (count: number) =>
  JSON.stringify(Array.from({ length: count }, (_, place) => ({ name: `Offer ${place + 1}`, charges: [{ model: "flat", fee: `${1_000 + place}` }] })));

test("twenty tiers are compared, kept in the link and drawn", async ({ compare, page }) => {
  await compare.open();
  await importTiers(compare, offers(20));
  await expect(ownNames(page)).toHaveCount(20);
  await expect(compare.tiers.getByRole("row")).toHaveCount(26);
  await expect(compare.answer).toContainText("$1,000 a month");
  await expect(compare.tier("Offer 20").getByRole("cell").first()).toHaveText("$1,019");
  await expect.poll(() => new URL(page.url()).hash).toContain("/tiers=");
  await page.reload();
  await expect(ownNames(page)).toHaveCount(20);
  await expect(compare.answer).toContainText("$1,000 a month");
  await page.getByRole("button", { name: "Delete Offer 1", exact: true }).click();
  await expect(compare.answer).toContainText("$1,001 a month");
});

test("there is room for a hundred tiers, and what is left out is named", async ({ compare, page }) => {
  await compare.open();
  await importTiers(compare, offers(100));
  await importTiers(compare, offers(1));
  await expect(page.getByText("“Offer 1” was left out: there is room for 100 tiers of your own.")).toBeVisible();
  await expect(ownNames(page)).toHaveCount(100);
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("That is all there is room for, 100 tiers: delete one to add another.")).toBeVisible();
  await expect(page.getByRole("button", { name: "New tier" })).toHaveCount(0);
  await page.getByRole("button", { name: "Delete Offer 1", exact: true }).click();
  await expect(page.getByRole("button", { name: "New tier" })).toBeVisible();
});

test("a link with tiers opens with the same figures, in another tab and from within the page", async ({ compare, page, context }) => {
  await compare.open(withTier);
  await expect(compare.answer).toContainText("$8,000 a month");
  const shown = await compare.answer.innerText();
  const rows = await compare.tiers.innerText();
  const tab = new ComparePage(await context.newPage());
  await tab.page.goto(page.url());
  await expect(tab.answer).toContainText("$8,000 a month");
  expect(await tab.answer.innerText()).toBe(shown);
  expect(await tab.tiers.innerText()).toBe(rows);

  const other = new ComparePage(await context.newPage());
  await other.open("v1/reads=5/period=month/usage=hobby/months=1/prices=2023-03");
  await expect(other.answer).toContainText("$100 a month");
  // Typed just before, so that the address is still to be written when the link opens.
  await other.volume.fill("6");
  await other.page.evaluate((link) => (location.hash = link), withTier);
  await expect(other.answer).toContainText("$8,000 a month");
});

plain("a part that can't be loaded is said, and the page goes on", async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open();
  await page.route("**/quota-calculator-whole*", (route) => route.abort());
  await page.getByRole("button", { name: "New tier" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "couldn’t be loaded" })).toBeVisible();
  await compare.volume.fill("10k");
  await expect(compare.answer).toContainText("$100 a month");
  await page.unrouteAll();
  await page.getByRole("button", { name: "New tier" }).click();
  await expect(editor(page).name).toBeFocused();
  await expect(page.getByText("couldn’t be loaded")).toBeHidden();
  await expect(compare.volume).toHaveValue("10,000");
});
