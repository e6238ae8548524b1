import { expect, test as base, type Locator, type Page } from "@playwright/test";

/** The Usage history page as a person meets it: by the names and roles of what is on it. */
export class HistoryPage {
  readonly heading: Locator;
  readonly file: Locator;
  readonly rows: Locator;
  readonly useRows: Locator;
  readonly count: Locator;
  readonly preview: Locator;
  readonly dateColumn: Locator;
  readonly yearColumn: Locator;
  readonly countColumn: Locator;
  readonly countUnit: Locator;
  readonly delimiter: Locator;
  readonly hasHeader: Locator;
  readonly result: Locator;
  readonly usageType: Locator;
  readonly priceBook: Locator;
  readonly alerts: Locator;
  readonly statuses: Locator;
  readonly kept: Locator;

  constructor(readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.file = page.getByLabel("Choose a file");
    this.rows = page.getByRole("textbox", { name: "Or paste rows" });
    this.useRows = page.getByRole("button", { name: "Use these rows" });
    this.count = page.getByRole("button", { name: "Count the reads" });
    this.preview = page.getByRole("table", { name: "The first rows, and what each is read as" });
    this.dateColumn = page.getByRole("combobox", { name: "Column with the dates" });
    this.yearColumn = page.getByRole("combobox", { name: "Column with the years" });
    this.countColumn = page.getByRole("combobox", { name: "Column with the reads" });
    this.countUnit = page.getByRole("combobox", { name: "The numbers are in" });
    this.delimiter = page.getByRole("combobox", { name: "Columns are set apart by" });
    this.hasHeader = page.getByRole("checkbox", { name: "The first row names the columns" });
    this.result = page.getByRole("article", { name: /^Usage history, / });
    this.usageType = page.getByRole("combobox", { name: "The reads were for" });
    this.priceBook = page.getByRole("combobox", { name: "Show the" });
    this.alerts = page.getByRole("alert");
    this.statuses = page.getByRole("status");
    this.kept = page.getByRole("list", { name: "Histories on this device" });
  }

  async open() {
    await this.page.goto("history.html");
    await expect(this.rows).toBeVisible();
  }

  /** Chooses a file of this content. */
  async choose(content: string | Buffer, name = "reads.csv") {
    await this.file.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
  }

  /** Chooses a file and has it counted. */
  async read(content: string, name = "reads.csv") {
    await this.choose(content, name);
    await this.count.click();
    await expect(this.result).toBeVisible();
  }

  table(name: string | RegExp) {
    return this.page.getByRole("table", { name });
  }

  row(table: string | RegExp, heading: string) {
    return this.table(table).getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: heading, exact: true }) });
  }

  button(name: string) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Everything that this browser keeps for the page. */
  storage(): Promise<Record<string, string>> {
    return this.page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
  }
}

type Fixtures = { errors: string[]; history: HistoryPage };

/** A test with the Usage history page at hand, which fails when the browser's console shows an error. */
export const test = base.extend<Fixtures>({
  errors: async ({}, use) => {
    const errors: string[] = [];
    await use(errors);
    expect(errors, "errors in the console").toEqual([]);
  },
  history: async ({ page, errors }, use) => {
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    await use(new HistoryPage(page));
  },
});

/** Two years of free reads: a month without a row, a row that can't be read, and a total. */
export const FILE = "date,reads\n2021-03-01,400000\n2021-04-10,9000\n2021-06-02,12000000\n2021-06-03,soon\nTotal,12409000\n";

export { expect };
