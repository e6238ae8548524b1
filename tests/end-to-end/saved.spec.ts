import type { Locator, Page } from "@playwright/test";

import { ComparePage, expect, test } from "./compare-page";

/** The panel of saved estimates, as the reader meets it. */
class SavedPanel {
  readonly dialog: Locator;
  readonly name: Locator;
  readonly save: Locator;
  readonly problems: Locator;

  constructor(readonly page: Page) {
    this.dialog = page.getByRole("dialog", { name: "Saved estimates" });
    this.name = this.dialog.getByRole("textbox", { name: "Name of this estimate" });
    this.save = this.dialog.getByRole("button", { name: "Save this estimate" });
    this.problems = this.dialog.getByRole("alert");
  }

  async open() {
    await this.page.getByRole("button", { name: /^Saved/ }).click();
    await expect(this.dialog).toBeVisible();
  }

  async saveAs(name: string) {
    await this.name.fill(name);
    await this.save.click();
    await expect(this.dialog.getByText(`Saved as “${name}”.`)).toBeVisible();
  }

  /** Begins to rename an estimate, and gives the field for its new name. */
  async rename(name: string) {
    await this.dialog.getByRole("button", { name: `Rename “${name}”` }).click();
    return this.dialog.getByRole("textbox", { name: `New name of “${name}”` });
  }

  estimate(name: string) {
    return this.dialog.getByRole("button", { name: `Open “${name}”` });
  }
}

test("estimates are saved and opened, and what was there before comes back", async ({ compare, page }) => {
  await compare.open();
  await compare.volume.fill("10k");
  const panel = new SavedPanel(page);
  await panel.open();
  await panel.saveAs("Small one");
  await expect(page.getByRole("button", { name: "Saved (1)" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel.dialog).toBeHidden();
  await compare.volume.fill("60M");
  await panel.open();
  await panel.estimate("Small one").click();
  await expect(panel.dialog).toBeHidden();
  await expect(compare.volume).toHaveValue("10,000");
  await expect(compare.answer).toContainText("$100 a month");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(compare.volume).toHaveValue("60,000,000");
});

test("a saved estimate gets another name, and the change can be taken back", async ({ compare, page }) => {
  await compare.open();
  const panel = new SavedPanel(page);
  await panel.open();
  await panel.saveAs("Corpus");
  const field = await panel.rename("Corpus");
  await expect(field).toBeFocused();
  await field.fill("Thesis");
  await page.keyboard.press("Enter");
  await expect(panel.estimate("Thesis")).toBeVisible();
  await expect(panel.estimate("Corpus")).toHaveCount(0);
  await panel.dialog.getByRole("button", { name: "Undo" }).click();
  await expect(panel.estimate("Corpus")).toBeVisible();
});

test("a name that is sent off as soon as it is typed counts", async ({ compare, page }) => {
  await compare.open();
  const panel = new SavedPanel(page);
  await panel.open();
  await panel.saveAs("Corpus");
  const field = await panel.rename("Corpus");
  await field.evaluate((input: HTMLInputElement) => {
    input.value = "Thesis";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    input.form!.requestSubmit();
  });
  await expect(panel.estimate("Thesis")).toBeVisible();
});

test("a deleted estimate comes back", async ({ compare, page }) => {
  await compare.open();
  const panel = new SavedPanel(page);
  await panel.open();
  await panel.saveAs("Corpus");
  await panel.dialog.getByRole("button", { name: "Delete “Corpus”" }).click();
  await expect(panel.estimate("Corpus")).toHaveCount(0);
  await expect(panel.dialog.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.estimate("Corpus")).toBeVisible();
  await page.reload();
  await panel.open();
  await expect(panel.estimate("Corpus")).toBeVisible();
});

test("a name that is taken is a question, not an overwriting", async ({ compare, page }) => {
  await compare.open();
  const panel = new SavedPanel(page);
  await panel.open();
  await panel.saveAs("Corpus");
  await page.keyboard.press("Escape");
  await compare.volume.fill("10k");
  await panel.open();
  await panel.name.fill("Corpus");
  await panel.save.click();
  await expect(panel.dialog.getByText("“Corpus” is already saved, with another estimate.")).toBeVisible();
  await panel.dialog.getByRole("button", { name: "Keep both" }).click();
  await expect(panel.dialog.getByRole("button", { name: /^Open “Corpus/ })).toHaveCount(2);
});

test("the last estimate is there again at the next visit", async ({ compare, page, context }) => {
  await compare.open();
  await compare.volume.fill("12345");
  await compare.expectFragment("v1/reads=12345/period=month/usage=academic/months=12/prices=2023-03");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("quota-calculator/last"))).toContain("reads=12345");
  const tab = await context.newPage();
  await tab.goto(page.url().split("#")[0]!);
  await expect(new ComparePage(tab).volume).toHaveValue("12,345");
});

test("the last estimate comes back with its own tiers, too", async ({ compare, page, context }) => {
  await compare.open();
  await compare.becomeWhole("New tier");
  await page.getByRole("textbox", { name: "Flat fee in dollars" }).fill("77");
  await page.getByRole("button", { name: "Done" }).click();
  await expect(compare.answer).toContainText("$77 a month");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("quota-calculator/last"))).toContain("/tiers=");
  const tab = await context.newPage();
  await tab.goto(page.url().split("#")[0]!);
  await expect(new ComparePage(tab).answer).toContainText("$77 a month");
});

test("two tabs show the same list, and neither overwrites the other", async ({ compare, page, context }) => {
  await compare.open();
  const here = new SavedPanel(page);
  await here.open();
  await here.saveAs("From here");
  const tab = new ComparePage(await context.newPage());
  await tab.page.goto("");
  await expect(tab.months).toBeVisible();
  const there = new SavedPanel(tab.page);
  await there.open();
  await expect(there.estimate("From here")).toBeVisible();
  await there.saveAs("From there");
  await expect(here.estimate("From there")).toBeVisible();
  await here.dialog.getByRole("button", { name: "Delete “From there”" }).click();
  await expect(there.estimate("From there")).toHaveCount(0);
  await expect(there.estimate("From here")).toBeVisible();
});

test("blocked storage is said, and everything else works", async ({ compare, page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
  await compare.open();
  await compare.volume.fill("10k");
  await expect(compare.answer).toContainText("$100 a month");
  const panel = new SavedPanel(page);
  await panel.open();
  await expect(panel.problems.filter({ hasText: "Estimates can’t be saved here." })).toBeVisible();
  await expect(panel.save).toHaveCount(0);
  await page.keyboard.press("Escape");
  await compare.volume.fill("60M");
  await expect(compare.answer).toContainText("$125,000 a month");
});

test("full storage is said, and keeps what was typed and saved", async ({ compare, page }) => {
  await compare.open();
  const panel = new SavedPanel(page);
  await panel.open();
  await panel.saveAs("Corpus");
  await page.evaluate(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await panel.name.fill("Another");
  await panel.save.click();
  await expect(panel.problems.getByText("Couldn’t save “Another”: this browser’s storage for this page is full")).toBeVisible();
  await expect(panel.name).toHaveValue("Another");
  await expect(panel.estimate("Corpus")).toBeVisible();
  await page.keyboard.press("Escape");
  await compare.volume.fill("10k");
  await expect(compare.answer).toContainText("$100 a month");
});
