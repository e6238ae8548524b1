import AxeBuilder from "@axe-core/playwright";

import { expect, test, type ComparePage } from "./compare-page";

const states: Record<string, (compare: ComparePage) => Promise<void>> = {
  "the starting estimate": (compare) => compare.open(),
  "a field with a problem": async (compare) => {
    await compare.open();
    await compare.volume.fill("abc");
    await compare.months.fill("0");
  },
  "an empty field": async (compare) => {
    await compare.open();
    await compare.volume.fill("");
  },
  "long numbers": (compare) => compare.open("v1/reads=999999999999999/period=month/usage=government-end-user/months=120/prices=2023-03"),
  "a tier that is closed": (compare) => compare.open("v1/reads=5000/period=week/usage=commercial-scale/months=1/prices=2023-03"),
  "the free era": (compare) => compare.open("v1/reads=3000000/period=month/usage=academic/months=12/prices=free-era"),
  "a damaged link": (compare) => compare.open("v1/reads=5"),
  "every explanation open": async (compare) => {
    await compare.open();
    for (const summary of await compare.page.locator("summary").all()) await summary.click();
  },
  "the link to copy by hand": async (compare) => {
    await compare.page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
    await compare.open();
    await compare.share.click();
    await expect(compare.page.getByRole("textbox", { name: "Copy this link:" })).toBeVisible();
  },
};

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1280, 390]) {
    test.describe(`${colorScheme}, ${width} pixels wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 } });
      for (const [name, arrange] of Object.entries(states)) {
        test(`${name} has no accessibility violation`, async ({ compare, page }) => {
          await arrange(compare);
          const { violations } = await new AxeBuilder({ page })
            .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
            .analyze();
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`)).toEqual([]);
        });
      }
    });
  }
}

// 320 CSS pixels are also what 1,280 pixels become at 400 % zoom, and 640 what they become at 200 %.
for (const width of [320, 640]) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 800 } });
    for (const [name, arrange] of Object.entries(states)) {
      test(`${name} needs no sideways scrolling`, async ({ compare, page }) => {
        await arrange(compare);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide).toBeLessThanOrEqual(width);
      });
    }
  });
}

test("answers and problems are announced", async ({ compare, page }) => {
  await compare.open();
  await expect(page.locator("[aria-live=polite]")).toContainText("$42,000");
  await compare.volume.fill("abc");
  await expect(compare.alerts.filter({ hasText: "is not a number" })).toBeVisible();
});
