import { expect, test } from "./compare-page";

test("the assumptions stand in one line and can all be changed", async ({ compare, page }) => {
  await compare.open();
  await page.getByText("Change assumptions").click();
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
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("growing 10% a month")).toBeVisible();
});

test("a column from a spreadsheet fills the months", async ({ compare, page }) => {
  await compare.open();
  await page.getByText("Change assumptions").click();
  await page.getByLabel("Give every month by itself").check();
  await page.evaluate(() => navigator.clipboard.writeText("1,000\n2k\n60000000\n"));
  await page.getByLabel("Month 1", { exact: true }).click();
  await page.keyboard.press("ControlOrMeta+V");
  await expect(page.getByLabel("Month 2", { exact: true })).toHaveValue("2,000");
  await expect(compare.answer).toContainText("Enterprise Medium");
  await expect(page.getByRole("heading", { name: /month/i }).first()).toBeVisible();
  await page.getByLabel("Month 3", { exact: true }).fill("lots");
  await expect(page.getByLabel("Month 3", { exact: true })).toHaveAccessibleDescription(/“lots” is not a number/);
  await expect(compare.answer).toContainText("Not updated");
});

test("low, expected and high stand side by side", async ({ compare, page }) => {
  await compare.open();
  await page.getByText("Change assumptions").click();
  await page.getByLabel("Low:").fill("10k");
  await page.getByLabel("High:").fill("60M");
  const table = page.getByRole("table", { name: "If it turns out otherwise" });
  await expect(table.getByRole("row", { name: /^Low/ })).toContainText("Basic");
  await expect(table.getByRole("row", { name: /^High/ })).toContainText("$1,500,000");
});

test("who knows requests gets a volume", async ({ compare, page }) => {
  await compare.open();
  await page.getByText("Change assumptions").click();
  await page.getByLabel("accounts or searches").fill("100");
  await page.getByLabel("times a day each").fill("24");
  await page.getByLabel("posts an answer").fill("20");
  await expect(page.getByText("= 48,000 posts a day at most")).toBeVisible();
  await page.getByRole("button", { name: "Use this volume" }).click();
  await expect(compare.volume).toHaveValue("48,000");
  await expect(compare.period).toHaveValue("day");
});

test("a budget is answered with the most posts of each tier", async ({ compare, page }) => {
  await compare.open();
  await page.getByRole("combobox", { name: "Question" }).selectOption("I can spend");
  await page.getByRole("textbox", { name: "Dollars a month" }).fill("50k");
  await expect(compare.answer).toContainText("50,000,000 posts a month");
  await page.getByRole("button", { name: "Use the volume of Basic" }).click();
  await expect(compare.volume).toHaveValue("10,000");
  await expect(compare.answer).toContainText("$100 a month");
});

test("the answer stays where it is while digits are typed", async ({ compare }) => {
  await compare.open();
  const top = async () => (await compare.answer.boundingBox())?.y;
  const before = await top();
  await compare.volume.fill("");
  for (const digit of "12345678") {
    await compare.volume.press(digit);
    expect(await top()).toBe(before);
  }
});
