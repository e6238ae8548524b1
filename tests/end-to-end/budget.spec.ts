import { expect, test } from "./compare-page";

test("a budget is answered with the most posts of each tier", async ({ compare, page }) => {
  await compare.open();
  await compare.direction.selectOption("I can spend");
  await compare.budget.fill("50k");
  await expect(compare.answer).toContainText("50,000,000 posts a month");
  await expect(compare.answer).toContainText("for $42,000 a month");
  const bought = page.getByRole("table", { name: "What $50,000 a month buys" });
  const row = (name: string) => bought.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
  await expect(row("Enterprise Small").getByRole("cell").first()).toHaveText("50,000,000");
  await expect(row("Enterprise Small")).toContainText("most posts");
  await expect(row("Basic").getByRole("cell").first()).toHaveText("10,000");
  await expect(row("Enterprise Medium").getByRole("cell").first()).toHaveText("nothing: it costs more");
  await compare.expectFragment("v2/reads=2000000/period=month/usage=academic/months=12/budget=50000/prices=2023-03");
});

test("what a budget buys can be taken over as the volume", async ({ compare, page }) => {
  await compare.open();
  await compare.direction.selectOption("I can spend");
  await compare.budget.fill("50k");
  await page.getByRole("button", { name: "Use the volume of Basic" }).press("Enter");
  await expect(compare.direction).toBeFocused();
  await expect(compare.direction).toHaveValue("reads");
  await expect(compare.volume).toHaveValue("10,000");
  await expect(compare.period).toHaveValue("month");
  await expect(compare.answer).toContainText("$100 a month");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(compare.budget).toHaveValue("50,000");
});

test("a budget that is too small says where reading begins", async ({ compare, page }) => {
  await compare.open();
  await compare.direction.selectOption("I can spend");
  await compare.budget.fill("99.99");
  await expect(compare.answer).toContainText("No posts");
  await expect(compare.answer).toContainText("Reading begins at $100 a month, with Basic.");
  await expect(page.getByRole("button", { name: /^Use the volume/ })).toHaveCount(0);
  await compare.budget.fill("100");
  await expect(compare.answer).toContainText("10,000 posts a month");
});

test("a budget that is no amount is refused with its rule", async ({ compare }) => {
  await compare.open();
  await compare.direction.selectOption("I can spend");
  await compare.budget.fill("100");
  await compare.budget.fill("lots");
  await expect(compare.budget).toHaveAttribute("aria-invalid", "true");
  await expect(compare.budget).toHaveAccessibleDescription(/“lots” is not a number/);
  await expect(compare.answer).toContainText("Not updated");
  await expect(compare.answer).toContainText("10,000 posts a month");
});
