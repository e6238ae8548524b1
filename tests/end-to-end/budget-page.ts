import { expect, test as base, type BrowserContext, type Locator, type Page } from "@playwright/test";

/** The day on which all of these tests take place. */
const TODAY = "2026-11-24";

/** Sets the clock of a context, which then runs on. */
export async function setDay(context: BrowserContext, day = TODAY) {
  await context.clock.install({ time: new Date(`${day}T10:00:00`) });
}

/** What a new visitor's address says. */
export const STARTING = "b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=by-date";

/** The Project budget page as a person meets it: by the names and roles of what is on it. */
export class BudgetPage {
  readonly posts: Locator;
  readonly months: Locator;
  readonly start: Locator;
  readonly limit: Locator;
  readonly usageType: Locator;
  readonly prices: Locator;
  readonly phases: Locator;
  readonly answer: Locator;
  readonly plans: Locator;
  readonly schedule: Locator;
  readonly funder: Locator;
  readonly otherCosts: Locator;
  readonly share: Locator;
  readonly alerts: Locator;

  constructor(readonly page: Page) {
    this.posts = page.getByRole("textbox", { name: "Posts to collect" });
    this.months = page.getByRole("textbox", { name: "Months", exact: true });
    this.start = page.getByLabel("First day");
    this.limit = page.getByRole("textbox", { name: "Most dollars for access, empty for any amount" });
    this.usageType = page.getByRole("combobox", { name: "Usage type" });
    this.prices = page.getByRole("combobox", { name: "Prices" });
    this.phases = page.getByRole("list", { name: "Phases" });
    this.answer = page.getByRole("region", { name: /^(Answer|Last good answer, not updated)$/ });
    this.plans = page.getByRole("table", { name: "Ways to collect them" });
    this.schedule = page.getByRole("table", { name: "Month by month" });
    this.funder = page.getByRole("combobox", { name: "Funder" });
    this.otherCosts = page.getByRole("textbox", { name: "Other direct costs a year" });
    this.share = page.getByRole("button", { name: "Share this budget" });
    this.alerts = page.getByRole("alert");
  }

  async open(fragment = "") {
    await this.page.goto(fragment === "" ? "budget.html" : `budget.html#${fragment}`);
    await expect(this.start).toBeVisible();
  }

  /** Has the page's worker hear nothing from now on, so that it never answers. */
  async withoutAnswers() {
    const silence = () => void (Worker.prototype.postMessage = () => {});
    await this.page.addInitScript(silence);
    await this.page.evaluate(silence);
  }

  /** The fields of a phase, counted from 1. */
  phase(number: number) {
    return {
      name: this.page.getByRole("textbox", { name: `Name of phase ${number}` }),
      posts: this.page.getByRole("textbox", { name: `Posts of phase ${number}` }),
      months: this.page.getByRole("textbox", { name: `Months of phase ${number}` }),
    };
  }

  /** A row of the schedules to compare. */
  plan(name: string): Locator {
    return this.plans.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: new RegExp(`^${name}`) }) });
  }

  /** A row of the budget's first table. */
  row(name: string): Locator {
    const table = this.page.getByRole("table", { name: /^The budget in/ }).first();
    return table.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name, exact: true }) });
  }

  /** Expects the address bar to hold this fragment soon. */
  async expectFragment(fragment: string) {
    await expect.poll(() => new URL(this.page.url()).hash).toBe(`#${fragment}`);
  }

  /** Everything that the page says of money and posts, for comparing two of them. */
  async figures(): Promise<string[]> {
    await expect(this.page.getByText("Working out the schedules…")).toBeHidden();
    const parts = [this.answer, this.plans, this.schedule, this.page.getByRole("table", { name: /^The budget in/ })];
    return (await Promise.all(parts.map((part) => part.allInnerTexts()))).flat();
  }
}

type Fixtures = { errors: string[]; budget: BudgetPage };

/** A test with the page at hand, which fails when the browser's console shows an error, unless the test expects some. */
export const test = base.extend<Fixtures>({
  errors: async ({}, use) => {
    const errors: string[] = [];
    await use(errors);
    expect(errors, "errors in the console").toEqual([]);
  },
  budget: async ({ page, context, errors }, use) => {
    await setDay(context);
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    await use(new BudgetPage(page));
  },
});

export { expect };
