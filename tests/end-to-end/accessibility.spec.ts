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
  "the assumptions open": async (compare) => {
    await compare.open("v2/reads=5000/period=day/growth=2/usage=academic/months=12/low=3000/high=9000/prices=2023-03");
    await compare.page.getByText("Change assumptions", { exact: true }).click();
    await compare.page.getByLabel("accounts or searches").fill("many");
  },
  "months one by one, one of them wrong": async (compare) => {
    await compare.open("v2/given=1000*11,70000/usage=hobby/prices=2026-08");
    await compare.page.getByText("Change assumptions", { exact: true }).click();
    await compare.page.getByLabel("Month 3", { exact: true }).fill("lots");
  },
  "a budget": (compare) => compare.open("v2/reads=5/period=month/usage=academic/months=12/budget=5000/prices=2026-08"),
  "a budget for nothing": (compare) =>
    compare.open("v2/reads=5/period=month/usage=academic/months=12/budget=1/prices=2023-03"),
  "a tier of one's own with problems": async (compare) => {
    await compare.open();
    await compare.page.getByRole("button", { name: "New tier" }).click();
    await compare.page.getByRole("textbox", { name: "Flat fee in dollars" }).fill("lots");
    await compare.page.getByText("More terms").click();
    await compare.page.getByRole("textbox", { name: "Name" }).fill("");
  },
  "twenty tiers of one's own": async (compare) => {
    const tier = (_: unknown, place: number) =>
      `(id:own-${place},name:Offer+number+${place}+with+a+rather+long+name,charges:!((model:perUnit,unitPrice:0.00${place + 10})))`;
    const tiers = `!(${Array.from({ length: 20 }, tier).join(",")})`;
    await compare.open(`v2/reads=2000000/period=month/usage=academic/months=12/tiers=${tiers}/prices=2023-03`);
    await expect(compare.tier("Offer number 7 ")).toBeVisible();
  },
  "a tier of one's own with bands and overage": async (compare) => {
    await compare.open();
    await compare.becomeWhole("New tier");
    const { page } = compare;
    await page.getByRole("combobox", { name: "How it is charged" }).selectOption("each read, by its band");
    await page.getByRole("button", { name: "Add a band" }).click();
    await page.getByRole("textbox", { name: "Band 1: up to read" }).fill("many");
    await page.getByRole("combobox", { name: "At the cap" }).selectOption("each further read costs extra");
    await page.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("textbox", { name: "Band 1: up to read" })).toBeFocused();
  },
  "a deleted tier": async (compare) => {
    await compare.open("v2/reads=5/period=day/usage=hobby/months=1/tiers=!((id:a,name:A,charges:!((model:flat,fee:1))),(id:b,name:B))/prices=2023-03");
    await compare.page.getByRole("button", { name: "Delete B" }).click();
    await expect(compare.page.getByRole("button", { name: "Undo" })).toBeVisible();
  },
  "the import": async (compare) => {
    await compare.open();
    await compare.page.getByRole("button", { name: "Import JSON" }).click();
    await compare.page.getByRole("textbox", { name: /JSON/ }).fill("{");
    await compare.page.getByRole("button", { name: "Import", exact: true }).click();
  },
  "saved estimates": async (compare) => {
    await compare.open();
    await compare.page.getByRole("button", { name: "Saved" }).click();
    await compare.page.getByRole("button", { name: "Save this estimate" }).click();
    await expect(compare.page.getByRole("button", { name: /^Open “/ })).toBeVisible();
  },
  "saved estimates, one of them renamed, and a name that is taken": async (compare) => {
    const { page } = compare;
    await compare.open();
    await page.getByRole("button", { name: "Saved" }).click();
    const name = page.getByRole("textbox", { name: "Name of this estimate" });
    await name.fill("Corpus");
    await page.getByRole("button", { name: "Save this estimate" }).click();
    await page.keyboard.press("Escape");
    await compare.volume.fill("7");
    await page.getByRole("button", { name: "Saved (1)" }).click();
    await name.fill("Corpus");
    await page.getByRole("button", { name: "Save this estimate" }).click();
    await expect(page.getByRole("button", { name: "Keep both" })).toBeVisible();
    await page.getByRole("button", { name: "Rename “Corpus”" }).click();
    await expect(page.getByRole("textbox", { name: "New name of “Corpus”" })).toBeVisible();
  },
  "blocked storage": async (compare) => {
    await compare.page.addInitScript(() =>
      Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
    await compare.open();
    await compare.page.getByRole("button", { name: "Saved" }).click();
    await expect(compare.page.getByText("Estimates can’t be saved here.")).toBeVisible();
  },
  "the display menu": async (compare) => {
    await compare.open();
    await compare.page.getByRole("button", { name: "Display" }).click();
    await expect(compare.page.getByRole("radio", { name: "Dark" })).toBeVisible();
  },
  "the Sources page": async ({ page }) => void (await page.goto("sources.html")),
  "the Method page": async ({ page }) => void (await page.goto("method.html")),
  "the link to copy by hand": async (compare) => {
    await compare.page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
    await compare.open();
    await compare.share.click();
    await expect(compare.page.getByRole("textbox", { name: "Copy this by hand:" })).toBeVisible();
  },
};

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Expects a check of the page to find nothing. */
async function expectNoViolation(check: AxeBuilder) {
  const { violations } = await check.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`)).toEqual([]);
}

for (const width of [1280, 390]) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 900 }, colorScheme: "light", contextOptions: { reducedMotion: "reduce" } });
    for (const [name, arrange] of Object.entries(states)) {
      test(`${name} has no accessibility violation, light or dark`, async ({ compare, page }) => {
        await arrange(compare);
        await expectNoViolation(new AxeBuilder({ page }).withTags(tags));
        // The scheme changes nothing but colours.
        await page.emulateMedia({ colorScheme: "dark" });
        await expectNoViolation(new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]));
      });
    }
  });
}

// 320 CSS pixels are also what 1,280 pixels become at 400 % zoom, 640 what they become at 200 %, and 1,024 at 125 %. The first
// width at which the tiers are a table and not cards is 861.
test.describe("on screens of any width", () => {
  test.use({ viewport: { width: 320, height: 800 } });
  for (const [name, arrange] of Object.entries(states)) {
    test(`${name} needs no sideways scrolling`, async ({ compare, page }) => {
      await arrange(compare);
      for (const width of [320, 640, 861, 1024]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `at ${width} pixels`).toBeLessThanOrEqual(width);
      }
    });
  }
});

test("answers and problems are announced", async ({ compare, page }) => {
  await compare.open();
  await expect(page.locator("[aria-live=polite]")).toContainText("$42,000");
  await compare.volume.fill("abc");
  await expect(compare.alerts.filter({ hasText: "is not a number" })).toBeVisible();
});
