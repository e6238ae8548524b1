import AxeBuilder from "@axe-core/playwright";

import { expect, FILE, test, type HistoryPage } from "./history-page";

/** Months with counts of every size. */
const LONG = `month,reads\n${Array.from({ length: 15 }, (_, place) => `${2010 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")},${7 ** (place % 15)}`).join("\n")}\n`;

const states: Record<string, (history: HistoryPage) => Promise<void>> = {
  "nothing chosen": (history) => history.open(),
  "a file that can't be used": async (history) => {
    await history.open();
    await history.choose("PK\u0003\u0004", "a-workbook-with-quite-a-long-name-that-goes-on-and-on.xlsx");
    await expect(history.alerts.filter({ hasText: "can’t be used" })).toBeVisible();
  },
  "the display menu open": async (history) => {
    await history.open();
    await history.page.getByRole("button", { name: "Display" }).click();
    await expect(history.page.getByRole("dialog", { name: "Display" })).toBeVisible();
  },
  "a preview with problems": async (history) => {
    await history.open();
    await history.choose("date;reads;a note that is rather long;another\n2021-03-01;5;\"several words, and more of them\";x\nsoon;6;y;z\n");
    await expect(history.preview).toBeVisible();
  },
  "a preview without dates": async (history) => {
    await history.open();
    await history.choose("a,b\n1,2\n");
    await expect(history.page.getByText("No column of dates was found")).toBeVisible();
  },
  "a preview of years and months apart": async (history) => {
    await history.open();
    await history.choose("year,month,reads\n2021,March,5\n2021,Mai,6\n2021,,7\n");
    await expect(history.page.getByText("their years from “year”")).toBeVisible();
  },
  "a result, its rows that couldn't be read open": async (history) => {
    await history.open();
    await history.read(`${FILE}02/03/2021,7\n`);
    for (const summary of await history.page.locator("summary").all()) await summary.click();
  },
  "a long result": async (history) => {
    await history.open();
    await history.read(LONG);
  },
  "more tiers of one's own than a screen has room for": async (history) => {
    const tiers = Array.from({ length: 14 }, (_, place) => `(id:own-tier-${place},name:'A+tier+of+one’s+own+${place}',charges:!((model:flat,fee:${place})))`);
    const link = `v2/reads=5/period=month/usage=hobby/months=1/tiers=!(${tiers.join(",")})/prices=2023-03`;
    await history.page.goto("sources.html");
    await history.page.evaluate((link) => localStorage.setItem("quota-calculator/last", link), link);
    await history.open();
    await history.read(FILE);
    await history.priceBook.selectOption({ label: "your own tiers" });
    await expect(history.table("Month by month, at your own tiers")).toBeVisible();
  },
  "kept histories, one damaged, one forgotten": async (history) => {
    await history.open();
    await history.page.evaluate(() => {
      localStorage.setItem("quota-calculator/history/1", "nonsense");
      for (const place of [2, 3]) {
        localStorage.setItem(`quota-calculator/history/${place}`, `history 1\nname a-record-with-quite-a-long-name-${"x".repeat(40)}\nkept 2026-08-14\nfrom 2021-03\nreads 5`);
      }
    });
    await history.open();
    await history.page.getByRole("button", { name: /^Forget “/ }).first().click();
    await expect(history.page.getByRole("button", { name: /^Undo/ })).toBeVisible();
  },
  "blocked storage": async (history) => {
    await history.page.addInitScript(() =>
      Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
    await history.open();
    await expect(history.page.getByText("Histories can’t be kept here just now")).toBeVisible();
  },
};

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Expects a check of the page to find nothing. */
async function expectNoViolation(check: AxeBuilder, when: string) {
  const { violations } = await check.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html).join("\n")}`), when).toEqual([]);
}

test.use({ viewport: { width: 1280, height: 900 }, colorScheme: "light", contextOptions: { reducedMotion: "reduce" } });

for (const [name, arrange] of Object.entries(states)) {
  test(`${name}: no accessibility violation, wide or narrow, light or dark`, async ({ history, page }) => {
    await arrange(history);
    await expectNoViolation(new AxeBuilder({ page }).withTags(tags), "wide");
    await page.setViewportSize({ width: 390, height: 800 });
    await expectNoViolation(new AxeBuilder({ page }).withTags(tags), "narrow");
    // The scheme changes nothing but colours.
    await page.emulateMedia({ colorScheme: "dark" });
    await expectNoViolation(new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]), "in dark");
  });

  // 320 CSS pixels are also what 1,280 pixels become at 400 % zoom, and 640 what they become at 200 %.
  test(`${name}: no sideways scrolling`, async ({ history, page }) => {
    await arrange(history);
    for (const width of [1280, 640, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width} pixels`).toBeLessThanOrEqual(width);
    }
  });
}

test("everything is reached by the keyboard alone", async ({ history, page }) => {
  await history.open();
  await history.rows.fill(FILE);
  await history.useRows.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "How “Pasted rows” is read" })).toBeFocused();
  await history.count.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Usage history, 2021-03 to 2021-06" })).toBeFocused();
  await history.button("Read another file").focus();
  await page.keyboard.press("Enter");
  await expect(history.heading).toBeFocused();
});
