import { test as plain } from "@playwright/test";

import { ComparePage, expect, test } from "./compare-page";

const tier = "!((id:ours,name:Ours,charges:!((model:perUnit,unitPrice:0.004))))";
const withTier = `v2/reads=2000000/period=month/usage=academic/months=12/tiers=${tier}/prices=2023-03`;

test("a tier of one's own is compared as it is typed", async ({ compare, page }) => {
  await compare.open();
  await compare.volume.fill("5M");
  await page.getByRole("button", { name: "New tier" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Acme");
  await expect(compare.volume).toHaveValue("5,000,000");
  await page.getByRole("textbox", { name: "Flat fee in dollars" }).fill("30,000");
  await expect(compare.tier("Acme")).toContainText("$30,000");
  await expect(compare.answer).toContainText("Acme");
  await page.getByRole("textbox", { name: "Flat fee in dollars" }).fill("lots");
  await expect(page.getByRole("textbox", { name: "Flat fee in dollars" })).toHaveAttribute("aria-invalid", "true");
  await expect(compare.tier("Acme")).toContainText("$30,000");
  await page.getByRole("textbox", { name: "Flat fee in dollars" }).fill("29,000");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(compare.answer).toContainText("$29,000 a month");
  await page.getByRole("button", { name: /^Delete.*Acme/ }).click();
  await expect(compare.tier("Acme")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(compare.tier("Acme")).toContainText("$29,000");
});

test("a link with tiers opens with them, in the first view and from within the page", async ({ compare, page, context }) => {
  await compare.open(withTier);
  await expect(compare.answer).toContainText("$8,000 a month");
  const tab = await context.newPage();
  await tab.goto(page.url().split("#")[0]!);
  await expect(tab.getByRole("region", { name: "Answer" })).toBeVisible();
  await tab.evaluate((link) => (location.hash = link), withTier);
  await expect(tab.getByRole("region", { name: "Answer" })).toContainText("$8,000 a month");
});

test("tiers leave and come back as JSON", async ({ compare, page }) => {
  await compare.open(withTier);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export JSON" }).click();
  const stream = await (await download).createReadStream();
  let json = "";
  for await (const chunk of stream) json += chunk;
  expect(JSON.parse(json)).toEqual([{ id: "ours", name: "Ours", charges: [{ model: "perUnit", unitPrice: "0.004", includedReads: 0 }] }]);
  await page.getByRole("button", { name: "Import JSON" }).click();
  const text = page.getByRole("textbox", { name: /JSON/ });
  await text.fill("{ broken");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText(/Nothing was imported/)).toBeVisible();
  await expect(text).toHaveValue("{ broken");
  await text.fill(json.replace("Ours", "Theirs"));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(compare.tier("Theirs")).toContainText("$8,000");
});

test("estimates are saved, opened, and deleted with a way back", async ({ compare, page }) => {
  await compare.open();
  await compare.volume.fill("10k");
  await page.getByRole("button", { name: "Saved" }).click();
  await page.getByRole("textbox", { name: "Name of this estimate" }).fill("Small one");
  await page.getByRole("button", { name: "Save this estimate" }).click();
  await expect(page.getByRole("button", { name: "Saved (1)" })).toBeVisible();
  await page.keyboard.press("Escape");
  await compare.volume.fill("60M");
  await page.getByRole("button", { name: "Saved (1)" }).click();
  await page.getByRole("button", { name: "Open “Small one”" }).click();
  await expect(compare.volume).toHaveValue("10,000");
  if (!(await page.getByRole("button", { name: /^Delete/ }).isVisible())) await page.getByRole("button", { name: "Saved (1)" }).click();
  await page.getByRole("button", { name: /^Delete/ }).click();
  await expect(page.getByRole("button", { name: "Open “Small one”" })).toHaveCount(0);
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expect(page.getByRole("button", { name: "Open “Small one”" })).toBeVisible();
});

test("the last estimate is there again at the next visit", async ({ compare, page, context }) => {
  await compare.open();
  await compare.volume.fill("12345");
  await compare.expectFragment("v1/reads=12345/period=month/usage=academic/months=12/prices=2023-03");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("quota-calculator/last"))).toContain("reads=12345");
  const tab = await context.newPage();
  await tab.goto(page.url().split("#")[0]!);
  await expect(tab.getByRole("textbox", { name: "Posts to read" })).toHaveValue("12,345");
});

test("blocked storage is said, and everything else works", async ({ compare, page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
  await compare.open();
  await compare.volume.fill("10k");
  await expect(compare.answer).toContainText("$100 a month");
  await page.getByRole("button", { name: "Saved" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /browser/ }).first()).toBeVisible();
});

test("a theme is chosen and kept", async ({ compare, page }) => {
  await compare.open();
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the copied text has the figures of the page", async ({ compare, page }) => {
  await compare.open();
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByText("Text copied")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("Cheapest tier that fits: Enterprise Small, $42,000 a month, $504,000 a year");
  expect(text).toContain("#v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03");
});

plain("a part that can't be loaded is said, and the page goes on", async ({ page }) => {
  const compare = new ComparePage(page);
  await compare.open();
  await page.route("**/quota-calculator-whole*", (route) => route.abort());
  await page.getByRole("button", { name: "New tier" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "couldn’t be loaded" })).toBeVisible();
  await compare.volume.fill("10k");
  await expect(compare.answer).toContainText("$100 a month");
});

for (const { locale, month, thousand, volume } of [
  { locale: "en-US", month: "$42,000 a month", thousand: "$21.00", volume: "2,000,000" },
  { locale: "de-DE", month: "42.000 $ a month", thousand: "21,00 $", volume: "2.000.000" },
  { locale: "fr-FR", month: "42 000 $US a month", thousand: "21,00 $US", volume: "2 000 000" },
  { locale: "ja-JP", month: "$42,000 a month", thousand: "$21.00", volume: "2,000,000" },
  { locale: "hi-IN", month: "$42,000 a month", thousand: "$21.00", volume: "20,00,000" },
]) {
  test.describe(locale, () => {
    test.use({ locale });
    test("numbers are written as the reader's language writes them", async ({ compare }) => {
      await compare.open();
      const spaces = (text: string) => text.replace(/\s/g, " ");
      expect(spaces(await compare.answer.innerText())).toContain(month);
      expect(spaces(await compare.answer.innerText())).toContain(thousand);
      expect(spaces(await compare.volume.inputValue())).toBe(volume);
    });
  });
}

for (const { name, heading } of [
  { name: "Sources", heading: "Where every figure comes from" },
  { name: "Method", heading: "How this is computed" },
]) {
  test.describe(`the ${name} page`, () => {
    test("opens from the navigation, and Back returns to the estimate", async ({ compare, page }) => {
      await compare.open();
      await compare.volume.fill("777");
      await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await page.goBack();
      await expect(compare.volume).toHaveValue("777");
    });
  });
}
