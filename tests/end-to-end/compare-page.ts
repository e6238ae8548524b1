import { expect, test as base, type Locator, type Page } from "@playwright/test";

/** The Compare page as a person meets it: by the names and roles of what is on it. */
export class ComparePage {
  readonly volume: Locator;
  readonly period: Locator;
  readonly usageType: Locator;
  readonly direction: Locator;
  readonly budget: Locator;
  readonly months: Locator;
  readonly priceBook: Locator;
  readonly answer: Locator;
  readonly tiers: Locator;
  readonly share: Locator;
  readonly alerts: Locator;

  constructor(readonly page: Page) {
    this.volume = page.getByRole("textbox", { name: "Posts to read" });
    this.period = page.getByRole("combobox", { name: "Period" });
    this.usageType = page.getByRole("combobox", { name: "Usage type" });
    this.direction = page.getByRole("combobox", { name: "Question" });
    this.budget = page.getByRole("textbox", { name: "Dollars a month" });
    this.months = page.getByRole("textbox", { name: "Months", exact: true });
    this.priceBook = page.getByRole("combobox", { name: "Price book" });
    this.answer = page.getByRole("region", { name: /^(Answer|Last good answer, not updated)$/ });
    this.tiers = page.getByRole("table", { name: "Every tier, for these reads" });
    this.share = page.getByRole("button", { name: "Share this estimate" });
    this.alerts = page.getByRole("alert");
  }

  async open(fragment = "") {
    await this.page.goto(fragment === "" ? "" : `#${fragment}`);
    await expect(this.months).toBeVisible();
  }

  tier(name: string): Locator {
    return this.tiers.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name }) });
  }

  /** Opens the panel of assumptions under the sentence. */
  async openAssumptions() {
    await this.page.getByText("Change assumptions", { exact: true }).click();
  }

  /** Presses a control that the whole program serves, and waits until it has taken the first one's place. */
  async becomeWhole(name: "New tier" | "Import JSON" | "Copy and negotiate" | "Display" | "Saved") {
    await this.page.getByRole("button", { name, exact: true }).click();
    await expect(this.page.locator("[data-whole]")).toHaveCount(0);
  }

  /** Expects the address bar to hold this fragment soon. */
  async expectFragment(fragment: string) {
    await expect.poll(() => new URL(this.page.url()).hash).toBe(`#${fragment}`);
  }
}

/** A test with the Compare page at hand, which fails when the browser's console shows an error. */
export const test = base.extend<{ compare: ComparePage }>({
  compare: async ({ page }, use) => {
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    await use(new ComparePage(page));
    expect(errors, "errors in the console").toEqual([]);
  },
});

export { expect };
