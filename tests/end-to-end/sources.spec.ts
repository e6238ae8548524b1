import { test as plain } from "@playwright/test";

import { expect, test } from "./compare-page";

const documents = [
  { name: "Sources", heading: "Where every figure comes from" },
  { name: "Method", heading: "How this is computed" },
];

for (const { name, heading } of documents) {
  test(`the ${name} page opens from the navigation, and Back returns to the estimate`, async ({ compare, page }) => {
    await compare.open();
    await compare.volume.fill("777");
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await page.goBack();
    await expect(compare.volume).toHaveValue("777");
  });
}

test("from the Sources page, Compare goes back to the last estimate", async ({ compare, page }) => {
  await compare.open();
  await compare.volume.fill("777");
  await expect.poll(() => page.evaluate(() => localStorage.getItem("quota-calculator/last"))).toContain("reads=777");
  await page.goto("sources.html");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Compare" }).click();
  await expect(compare.volume).toHaveValue("777");
});

test("a tier's figures lead to the sources of its price book", async ({ compare, page }) => {
  await compare.open();
  await page.getByRole("link", { name: "All its figures and sources" }).click();
  await expect(page).toHaveURL(/sources\.html#book-2023-03$/);
  await expect(page.locator("#book-2023-03")).toBeInViewport();
});

plain.describe("without JavaScript", () => {
  plain.use({ javaScriptEnabled: false });
  for (const { name, heading } of documents) {
    plain(`the ${name} page opens from the navigation and leads back`, async ({ page }) => {
      await page.goto("");
      const navigation = page.getByRole("navigation", { name: "Pages" });
      await navigation.getByRole("link", { name }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
      await expect(navigation.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
      await navigation.getByRole("link", { name: "Compare" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("What will your reads cost?");
    });
  }
});

test("the footer says how old the prices are, more urgently with time", async ({ compare, page }) => {
  await page.clock.setFixedTime("2026-08-25T12:00:00Z");
  await compare.open();
  const footer = page.getByRole("contentinfo");
  const checked = /last checked on (\d{4}-\d\d-\d\d)/.exec(await footer.innerText())![1]!;
  const daysLater = (days: number) => new Date(Date.parse(`${checked}T12:00:00Z`) + days * 86_400_000);
  for (const { days, says } of [
    { days: 1, says: `Prices were last checked on ${checked}, 1 day ago.` },
    { days: 400, says: "These prices are more than a year old; expect them to have changed." },
  ]) {
    await page.clock.setFixedTime(daysLater(days));
    await page.reload();
    await expect(footer).toContainText(says);
  }
});
