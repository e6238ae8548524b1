import { expect, test } from "./compare-page";

test("the assumptions stand in one line and can all be changed", async ({ compare, page }) => {
  await compare.open();
  await compare.openAssumptions();
  await page.getByLabel("Each month it grows by").fill("10");
  await expect(page.getByText("growing 10% a month")).toBeVisible();
  await page.getByLabel("Each wanted post costs").fill("2.5");
  await page.getByLabel("Contracts whose minimum term is not public").fill("24");
  await expect(page.getByText("Each wanted post counts as 2.5 reads · growing 10% a month · a minimum term of 24 months")).toBeVisible();
  await compare.expectFragment(
    "v2/reads=2000000/period=month/growth=10/usage=academic/months=12/reread=2.5/term=24/prices=2023-03",
  );
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(compare.answer).toContainText("$42,000 a month");
  await expect(page.getByText("growing 10% a month")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("growing 10% a month")).toBeVisible();
});

test("growth decides the tier by its largest month, and shrinking does too", async ({ compare, page }) => {
  await compare.open();
  await compare.usageType.selectOption("hobby");
  await compare.volume.fill("8000");
  await compare.months.fill("3");
  await compare.openAssumptions();
  // 8,000, 9,600 and 11,520: more than the 10,000 of Basic.
  await page.getByLabel("Each month it grows by").fill("20");
  await expect(compare.answer).toContainText("Enterprise Small");
  await expect(compare.tier("Basic")).toContainText("1,520 short");
  await page.getByLabel("Each month it grows by").fill("-20");
  await expect(compare.answer).toContainText("Basic");
  await expect(compare.answer).toContainText("$300 over 3 months");
  await page.getByLabel("Each month it grows by").fill("-101");
  await expect(page.getByLabel("Each month it grows by")).toHaveAttribute("aria-invalid", "true");
  await expect(compare.answer).toContainText("Not updated");
});

test("a re-read factor is in the reads that are paid for", async ({ compare, page }) => {
  await compare.open();
  await compare.usageType.selectOption("hobby");
  await compare.volume.fill("5000");
  await compare.openAssumptions();
  await page.getByLabel("Each wanted post costs").fill("2");
  await expect(compare.answer).toContainText("Basic");
  await expect(compare.answer).toContainText("100% of its 10,000 read cap used");
  await page.getByLabel("Each wanted post costs").fill("2.001");
  await expect(compare.answer).toContainText("Enterprise Small");
  await page.getByLabel("Each wanted post costs").fill("0");
  await expect(page.getByLabel("Each wanted post costs")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("An assumption above needs mending.")).toBeVisible();
});

test("an assumed term is paid to its end", async ({ compare, page }) => {
  await compare.open();
  await compare.months.fill("3");
  await expect(compare.answer).toContainText("$126,000 over 3 months");
  await compare.openAssumptions();
  await page.getByLabel("Contracts whose minimum term is not public").fill("6");
  await expect(compare.answer).toContainText("$252,000 for the 6 months of its term");
  await page.getByLabel("Contracts whose minimum term is not public").fill("");
  await expect(compare.answer).toContainText("$126,000 over 3 months");
});

test("a column from a spreadsheet fills the months", async ({ compare, page }) => {
  await compare.open();
  await compare.openAssumptions();
  await page.getByLabel("Give every month by itself").check();
  await page.evaluate(() => navigator.clipboard.writeText("1,000\n2k\n60000000\n"));
  await page.getByLabel("Month 1", { exact: true }).click();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(page.getByLabel("Month 1", { exact: true })).toHaveValue("1,000");
  await expect(page.getByLabel("Month 2", { exact: true })).toHaveValue("2,000");
  await expect(page.getByLabel("Month 3", { exact: true })).toHaveValue("60,000,000");
  await expect(page.getByLabel("Month 4", { exact: true })).toHaveValue("2,000,000");
  await expect(compare.answer).toContainText("Enterprise Medium");
  await compare.expectFragment("v2/given=1000,2000,60000000,2000000*9/usage=academic/prices=2023-03");
  await page.getByLabel("Month 3", { exact: true }).fill("lots");
  await expect(page.getByLabel("Month 3", { exact: true })).toHaveAccessibleDescription(/“lots” is not a number/);
  await expect(compare.answer).toContainText("Not updated");
  await page.getByLabel("Month 3", { exact: true }).fill("2m");
  await expect(compare.answer).toContainText("Enterprise Small");
});

test("a longer column than an estimate is cut, says so, and can be taken back", async ({ compare, page }) => {
  await compare.open();
  await compare.openAssumptions();
  await page.getByLabel("Give every month by itself").check();
  await page.evaluate(() => navigator.clipboard.writeText(Array.from({ length: 130 }, (_, place) => `${place + 1}`).join("\r\n")));
  await page.getByLabel("Month 1", { exact: true }).click();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(page.getByText("An estimate has at most 120 months: 10 pasted values after them were left out.")).toBeVisible();
  await expect(compare.months).toHaveValue("120");
  await expect(page.getByLabel("Month 120", { exact: true })).toHaveValue("120");
  await expect(page.getByLabel("Month 121", { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(compare.months).toHaveValue("12");
  await expect(page.getByLabel("Month 1", { exact: true })).toHaveValue("2,000,000");
});

test("low, expected and high stand side by side", async ({ compare, page }) => {
  await compare.open();
  await compare.openAssumptions();
  await page.getByLabel("Low:").fill("10k");
  await page.getByLabel("High:").fill("60M");
  const table = page.getByRole("table", { name: "If it turns out otherwise" });
  await expect(table.getByRole("row", { name: /^Low/ }).getByRole("cell")).toHaveText(
    ["Basic", "$100", "$1,200", "$1,200", "Essential"],
  );
  await expect(table.getByRole("row", { name: /^Expected/ }).getByRole("cell")).toHaveText(
    ["Enterprise Small", "$42,000", "$504,000", "$504,000", "Elevated"],
  );
  await expect(table.getByRole("row", { name: /^High/ }).getByRole("cell")).toHaveText(
    ["Enterprise Medium", "$125,000", "$1,500,000", "$1,500,000", "not covered"],
  );
  await page.getByLabel("Low:").fill("3M");
  await expect(page.getByLabel("Low:")).toHaveAttribute("aria-invalid", "true");
});

test("who knows requests gets a volume", async ({ compare, page }) => {
  await compare.open();
  await compare.openAssumptions();
  await page.getByLabel("accounts or searches").fill("100");
  await page.getByLabel("times a day each").fill("24");
  await expect(page.getByRole("button", { name: "Use this volume" })).toBeDisabled();
  await page.getByLabel("posts an answer").fill("20");
  await expect(page.getByText("= 48,000 posts a day at most")).toBeVisible();
  await page.getByRole("button", { name: "Use this volume" }).click();
  await expect(compare.volume).toHaveValue("48,000");
  await expect(compare.period).toHaveValue("day");
});
