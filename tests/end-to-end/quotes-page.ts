import { expect, test as base, type BrowserContext, type Locator, type Page } from "@playwright/test";

/** 2,000,000 posts a month at the prices of the paid launch. */
const LAUNCH = "v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03";

/** What a salesperson writes into a draft; what isn't given stays as it stands there. */
export type Words = Partial<Record<"customer" | "number" | "preparedBy" | "contact" | "validUntil" | "posts" | "months" | "notes" | "terms", string>>;

/** The Quotes page as a person meets it: by the names and roles of what is on it. */
export class QuotesPage {
  readonly heading: Locator;
  readonly form: Locator;
  readonly fields: Record<keyof Words, Locator>;
  readonly usageType: Locator;
  readonly priceBook: Locator;
  readonly issueButton: Locator;
  readonly issueSigned: Locator;
  readonly sheet: Locator;
  readonly alerts: Locator;
  readonly statuses: Locator;
  readonly list: Locator;
  readonly search: Locator;
  readonly allQuotes: Locator;
  readonly code: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.form = page.getByRole("form", { name: "Draft of the quote" });
    const text = (name: string) => this.form.getByRole("textbox", { name, exact: true });
    this.fields = {
      customer: text("Customer"),
      number: text("Quote number"),
      preparedBy: text("Prepared by"),
      contact: text("Contact"),
      validUntil: this.form.getByLabel("Valid until"),
      posts: text("Posts to read"),
      months: text("Term in months"),
      notes: text("Notes"),
      terms: text("Terms"),
    };
    this.usageType = this.form.getByRole("combobox", { name: "Usage type" });
    this.priceBook = this.form.getByRole("combobox", { name: "Price book" });
    this.issueButton = this.form.getByRole("button", { name: "Issue this quote" });
    this.issueSigned = this.form.getByRole("button", { name: "Issue and sign" });
    this.sheet = page.getByRole("article", { name: /^(Quote|Offer) / });
    this.alerts = page.getByRole("alert");
    this.statuses = page.getByRole("status");
    this.list = page.getByRole("list", { name: "Quotes", exact: true });
    this.search = page.getByRole("searchbox", { name: "Find by customer, number or preparer" });
    this.allQuotes = page.getByRole("link", { name: "All quotes on this device" });
    this.code = page.getByRole("img", { name: "QR code of this quote’s link" });
  }

  /** Loads the page with this fragment, even where only the fragment is another. */
  async open(fragment = "") {
    await this.page.goto("about:blank");
    await this.page.goto(`quotes.html${fragment === "" ? "" : `#${fragment}`}`);
    await expect(this.heading).not.toHaveText("");
  }

  /** Begins a draft for the paid launch, whose prices don't change any more. */
  async startDraft() {
    await this.open(LAUNCH);
    await expect(this.fields.customer).toBeVisible();
  }

  async fill(words: Words) {
    for (const [field, text] of Object.entries(words)) await this.fields[field as keyof Words].fill(text);
  }

  /** The fields of an option, counted from 1. */
  option(place: number) {
    const group = this.form.getByRole("group", { name: `Option ${place}`, exact: true });
    return {
      group,
      tier: group.getByRole("combobox", { name: `Tier of option ${place}` }),
      billing: group.getByRole("combobox", { name: "Billing" }),
      discount: group.getByRole("textbox", { name: "Discount, %" }),
      reason: group.getByRole("textbox", { name: "Reason for the discount" }),
      recommended: group.getByRole("checkbox", { name: "Recommended" }),
    };
  }

  async addOption() {
    await this.form.getByRole("button", { name: "Add an option" }).click();
  }

  async addItem(place: number, label: string, amount: string) {
    await this.form.getByRole("button", { name: "Add an item" }).click();
    const item = this.form.getByRole("group", { name: `Item ${place}`, exact: true });
    await item.getByRole("textbox", { name: `Item ${place}` }).fill(label);
    await item.getByRole("textbox", { name: "Dollars, once" }).fill(amount);
  }

  /** An option on the sheet, by the name of its tier. */
  offered(tier: string) {
    return this.sheet.getByRole("region", { name: tier, exact: true });
  }

  /** A cell of an option on the sheet. */
  figure(tier: string, label: string, column: "As quoted" | "Today" = "As quoted") {
    const row = this.offered(tier).getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: label, exact: true }) });
    return row.getByRole("cell").nth(column === "As quoted" ? 0 : 1);
  }

  /** Everything that the sheet says, line by line, with explanations closed. */
  async sheetText() {
    return (await this.sheet.innerText()).split("\n").map((line) => line.trim()).filter((line) => line !== "");
  }

  /** Issues the draft that is open and hands back its address. */
  async issue({ signed = false } = {}): Promise<string> {
    await (signed ? this.issueSigned : this.issueButton).click();
    await expect(this.statuses.filter({ hasText: "Issued. Send the link, or print the sheet." })).toBeVisible();
    await expect.poll(() => this.fragment()).toMatch(/^q1\//);
    return this.page.url();
  }

  /** Makes a quote from a new draft, issues it, and hands back its address. */
  async make(words: Words = {}): Promise<string> {
    await this.startDraft();
    await this.fill({ customer: "Acme, Inc.", preparedBy: "Sam Seller", ...words });
    return this.issue();
  }

  /** Waits until the draft that is kept on this device says this. What the page says of it comes earlier. */
  async expectSaved(text: string) {
    const links = async () => Object.values(await this.kept()).map((kept) => Buffer.from(kept.split("q1/")[1] ?? "", "base64url"));
    await expect.poll(async () => (await links()).some((link) => link.includes(text)), `“${text}” is kept`).toBe(true);
    await expect(this.form.getByText("Saved on this device.", { exact: true })).toBeVisible();
  }

  fragment() {
    return new URL(this.page.url()).hash.slice(1);
  }

  async openList() {
    await this.allQuotes.click();
    await expect(this.heading).toHaveText("Quotes");
  }

  /** The entries of the list, from the top, by what stands first in them. */
  titles() {
    return this.list.locator(".quote-title");
  }

  /** A button or link of the list, by what it does: `Edit draft 2026-001 for Acme, Inc.` */
  entry(deed: string) {
    return this.page.getByRole(/^(Edit|Open) /.test(deed) ? "link" : "button", { name: deed, exact: true });
  }

  /** Everything that this browser keeps for the page. */
  kept(): Promise<Record<string, string>> {
    return this.page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
  }
}

/** A day on which the price book of August 2026 holds. */
export const TODAY = "2026-08-20";

/** The middle of a day, which is the same day in every time zone that tests run in. */
const noon = (day: string) => new Date(`${day}T12:00:00`);

/** Lets a profile live on this day. */
export async function setDay(context: BrowserContext, day: string) {
  await context.clock.setFixedTime(noon(day));
}

/** Opens another browser profile, on this day. */
export type OpenProfile = (day?: string) => Promise<QuotesPage>;

type Fixtures = { errors: string[]; quotes: QuotesPage; profile: OpenProfile };

const listen = (context: BrowserContext, errors: string[]) => {
  context.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  context.on("weberror", (error) => errors.push(error.error().message));
};

/** A test with the Quotes page at hand, which fails when the console of any profile shows an error. */
export const test = base.extend<Fixtures>({
  errors: async ({}, use) => {
    const errors: string[] = [];
    await use(errors);
    expect(errors, "errors in the console").toEqual([]);
  },
  quotes: async ({ page, context, errors }, use) => {
    listen(context, errors);
    await setDay(context, TODAY);
    await use(new QuotesPage(page));
  },
  profile: async ({ browser, errors }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (day = TODAY) => {
      const context = await browser.newContext();
      contexts.push(context);
      listen(context, errors);
      await setDay(context, day);
      return new QuotesPage(await context.newPage());
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };
