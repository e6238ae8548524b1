import { expect, test, type ComparePage } from "./compare-page";

async function copied({ page }: ComparePage): Promise<string> {
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByText("Text copied")).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Expects a line for every tier of the table on the page, with the amounts that stand there. */
async function expectTiersOf(compare: ComparePage, text: string) {
  const rows = await compare.tiers.getByRole("row").filter({ has: compare.page.getByRole("rowheader") }).all();
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) {
    const name = await row.locator(".tier-name").innerText();
    const [monthly, annual] = await row.getByRole("cell").allInnerTexts();
    const line = text.split("\n").find((line) => line.startsWith(`- ${name}: `));
    expect(line, name).toContain(monthly === "no public price" ? monthly : `${monthly} a month`);
    if (annual?.startsWith("$")) expect(line, name).toContain(`${annual} a year`);
  }
}

test("the copied text has the figures of the page and its link", async ({ compare, page }) => {
  await compare.open();
  const text = await copied(compare);
  expect(text).toContain("Cheapest tier that fits: Enterprise Small, $42,000 a month, $504,000 a year");
  await expectTiersOf(compare, text);
  expect(text.split("\n").at(-1)).toBe(page.url().split("#")[0] + "#v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03");
});

test("the copied text follows the estimate, with the total, the other ways and one's own tiers", async ({ compare, page }) => {
  await compare.open("v2/reads=2000000/period=month/growth=5/usage=academic/months=7/tiers=!((id:ours,name:Ours,charges:!((model:flat,fee:50000))))/prices=2023-03");
  await expect(compare.answer).toContainText("$294,000 over 7 months");
  const text = await copied(compare);
  expect(text).toContain("growing 5% a month");
  expect(text).toContain("$42,000 a month");
  expect(text).toContain("$294,000 over 7 months");
  await expectTiersOf(compare, text);
  expect(text).toContain("- Ours (yours): $50,000 a month");
  for (const row of await page.getByRole("table", { name: "Could you do it for less?" }).getByRole("row").filter({ hasText: "$" }).all()) {
    if (await row.getByText("as asked").count()) continue;
    const [, total] = await row.getByRole("cell").allInnerTexts();
    expect(text).toContain(`: ${total}`);
  }
  expect(text.split("\n").at(-1)).toBe(page.url());
});

test("the copied text of a budget says what it buys", async ({ compare }) => {
  await compare.open("v2/reads=5/period=month/usage=academic/months=12/budget=50000/prices=2023-03");
  const text = await copied(compare);
  expect(text).toContain("What $50,000 a month buys");
  expect(text).toContain("- Basic: 10,000 posts a month for $100");
  expect(text).toContain("- Enterprise Medium: nothing: it costs more");
});

test("where the clipboard is closed, the text is shown to copy by hand", async ({ compare, page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
  await compare.open();
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByRole("textbox", { name: "Copy this by hand:" })).toHaveValue(/Enterprise Small, \$42,000 a month/);
});

test("the assumptions stay open when the whole program takes the place of the first", async ({ compare, page }) => {
  await compare.open();
  await compare.openAssumptions();
  await copied(compare);
  await expect(page.getByLabel("Each month it grows by")).toBeVisible();
  await page.getByText("Change assumptions", { exact: true }).click();
  await copied(compare);
  await expect(page.getByLabel("Each month it grows by")).toBeHidden();
});
