import AxeBuilder from "@axe-core/playwright";

import { expect, setDay, test, TODAY, type QuotesPage } from "./quotes-page";

/** A quote with everything, its explanations closed. */
async function fillFully(quotes: QuotesPage) {
  await quotes.fill({
    customer: "A customer with quite a long name, Inc. & Sons",
    preparedBy: "Sam Seller",
    contact: "sam.seller@a-rather-long-domain.example.com",
    notes: "Notes of\nseveral lines.",
    terms: "Net 30 days.",
  });
  await quotes.addOption();
  await quotes.addOption();
  await quotes.option(1).discount.fill("12.5");
  await quotes.option(1).reason.fill("launch partner");
  await quotes.option(2).recommended.check();
  await quotes.addItem(1, "Set-up and training on your premises", "1500.5");
}

const states: Record<string, (quotes: QuotesPage) => Promise<void>> = {
  "an empty list": (quotes) => quotes.open(),
  "a list with many quotes, one damaged, one deleted": async (quotes) => {
    await quotes.make({ customer: "A customer with quite a long name, Inc. & Sons" });
    await quotes.make({ customer: "Run out", validUntil: "2026-08-20" });
    await quotes.startDraft();
    await quotes.fill({ customer: "Draft" });
    await quotes.expectSaved("Draft");
    await quotes.page.evaluate(() => localStorage.setItem("quota-calculator/quote/9", "nonsense"));
    await setDay(quotes.page.context(), "2026-08-21");
    await quotes.open();
    await quotes.entry("Delete quote 2026-001 for A customer with quite a long name, Inc. & Sons").click();
    await expect(quotes.page.getByRole("button", { name: /^Undo/ })).toBeVisible();
  },
  "what came of an import": async (quotes) => {
    await quotes.open();
    await quotes.page.getByLabel("Import a file").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("no export") });
    await expect(quotes.alerts.filter({ hasText: "Nothing was imported" })).toBeVisible();
  },
  "a new draft": (quotes) => quotes.startDraft(),
  "a draft with everything": async (quotes) => {
    await quotes.startDraft();
    await fillFully(quotes);
  },
  "a draft of large amounts with a discount": async (quotes) => {
    await quotes.startDraft();
    await quotes.fill({ posts: "200M", months: "120" });
    await quotes.option(1).discount.fill("12.3456");
    await quotes.addItem(1, "Set-up and training on your premises", "999999999999.99");
    await expect(quotes.sheet).toContainText("Discount");
  },
  "a quote of long words and the largest amount": async (quotes) => {
    await quotes.startDraft();
    await quotes.fill({ customer: "c".repeat(50), number: "N".repeat(20), preparedBy: "Sam", notes: "n".repeat(200) });
    await quotes.addOption();
    await quotes.option(1).discount.fill("12.3456");
    await quotes.option(1).reason.fill("r".repeat(40));
    await quotes.addItem(1, "y".repeat(40), "1000000000000");
    await quotes.issue();
    await expect(quotes.sheet).toContainText("Not signed");
  },
  "a draft with problems": async (quotes) => {
    await quotes.startDraft();
    await fillFully(quotes);
    await quotes.option(1).discount.fill("lots");
    await quotes.fill({ months: "0", customer: "x".repeat(51), validUntil: "" });
    await expect(quotes.issueButton).toBeDisabled();
  },
  "a draft that isn't issued": async (quotes) => {
    await quotes.startDraft();
    await quotes.issueButton.click();
    await expect(quotes.alerts.getByText("Say who the quote is for.")).toBeVisible();
  },
  "a quote with other prices today, every explanation open": async (quotes) => {
    await quotes.startDraft();
    await fillFully(quotes);
    await quotes.issue();
    await expect(quotes.sheet).toContainText("Not signed");
    for (const summary of await quotes.page.locator("summary").all()) await summary.click();
  },
  "a quote of months that differ": async (quotes) => {
    await quotes.open("v2/given=1000*11,700000/usage=hobby/prices=2026-08");
    await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
    await quotes.issue();
    await quotes.sheet.getByText("Arithmetic").click();
    await expect(quotes.sheet.getByRole("columnheader", { name: "To pay" })).toBeVisible();
  },
  "a quote that has run out": async (quotes) => {
    const address = await quotes.make();
    await setDay(quotes.page.context(), "2027-01-01");
    await quotes.open(address.split("#")[1]);
    await expect(quotes.page.getByText("Expired: its last day was")).toBeVisible();
  },
  "a damaged link": async (quotes) => {
    await quotes.open("q1/damaged");
    await expect(quotes.alerts.filter({ hasText: "Nothing was opened" })).toBeVisible();
  },
  "the link to copy by hand": async (quotes) => {
    const address = await quotes.make();
    await quotes.page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
    await quotes.open(address.split("#")[1]);
    await quotes.page.getByRole("button", { name: "Copy link" }).click();
    await expect(quotes.page.getByRole("textbox", { name: "Copy this by hand:" })).toBeVisible();
  },
  "blocked storage": async (quotes) => {
    await quotes.page.addInitScript(() =>
      Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
    await quotes.open();
    await expect(quotes.alerts.filter({ hasText: "Quotes can’t be kept here just now" })).toBeVisible();
  },
};

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Expects a check of the page to find nothing. */
async function expectNoViolation(check: AxeBuilder, when: string) {
  const { violations } = await check.analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join("\n")}`), when).toEqual([]);
}

test.use({ viewport: { width: 1280, height: 900 }, colorScheme: "light", contextOptions: { reducedMotion: "reduce" } });

for (const [name, arrange] of Object.entries(states)) {
  test(`${name}: no accessibility violation, wide or narrow, light or dark`, async ({ quotes, page }) => {
    await arrange(quotes);
    await expectNoViolation(new AxeBuilder({ page }).withTags(tags), "wide");
    await page.setViewportSize({ width: 390, height: 800 });
    await expectNoViolation(new AxeBuilder({ page }).withTags(tags), "narrow");
    // The scheme changes nothing but colours.
    await page.emulateMedia({ colorScheme: "dark" });
    await expectNoViolation(new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]), "in dark");
  });
}

/** The parts of a sheet that stand out of what holds them, and how far. */
const standingOut = (): string[] =>
  [...document.querySelectorAll(".sheet table")].flatMap((table) => {
    const [inner, outer] = [table.getBoundingClientRect().right, table.parentElement!.getBoundingClientRect().right];
    return inner > outer + 0.5 ? [`${table.className} by ${Math.round(inner - outer)}`] : [];
  });

/** The amounts of a sheet that stand on more than one line. */
const brokenAmounts = (): string[] =>
  [...document.querySelectorAll(".sheet td")].flatMap((cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const bottoms = [...range.getClientRects()].map(({ bottom }) => bottom);
    return Math.max(...bottoms) - Math.min(...bottoms) > 8 ? [cell.textContent!] : [];
  });

// 320 CSS pixels are also what 1,280 pixels become at 400 % zoom, and 640 what they become at 200 %.
test.describe("on narrow screens", () => {
  test.use({ viewport: { width: 320, height: 800 } });
  for (const [name, arrange] of Object.entries(states)) {
    test(`${name}: no sideways scrolling, and nothing out of its frame`, async ({ quotes, page }) => {
      await arrange(quotes);
      for (const width of [640, 412, 390, 360, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(standingOut), `at ${width} pixels`).toEqual([]);
        expect(await page.evaluate(brokenAmounts), `at ${width} pixels`).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `at ${width} pixels`).toBeLessThanOrEqual(width);
      }
    });
  }
});

/** The marks of changed figures that are broken into several boxes. */
const brokenMarks = (): string[] =>
  [...document.querySelectorAll(".sheet .changed")].filter((mark) => mark.getClientRects().length > 1).map((mark) => mark.textContent!);

for (const locale of ["en-US", "fr-FR"]) {
  test.describe(`in ${locale}, amounts beside today's`, () => {
    test.use({ locale, viewport: { width: 320, height: 800 } });
    test("stay whole on narrow screens", async ({ quotes, page }) => {
      await setDay(page.context(), "2024-11-10");
      await quotes.open("v2/reads=500000/period=month/usage=hobby/months=24/prices=2024-10");
      await quotes.option(1).billing.selectOption("billed annually in advance");
      await quotes.option(1).discount.fill(locale === "fr-FR" ? "24,5366" : "24.5366");
      await quotes.fill({ customer: "Acme", preparedBy: "Sam" });
      const address = await quotes.issue();
      for (const [day, today] of [["2026-03-10", /90.?556/], [TODAY, /90.?556/], ["2023-04-01", "no price"]] as const) {
        await setDay(page.context(), day);
        await quotes.open(address.split("#")[1]);
        await expect(quotes.figure("Pro", "Whole term")).toHaveText(/81.?500.48/);
        await expect(quotes.figure("Pro", "Whole term", "Today")).toHaveText(today);
        for (const width of [412, 390, 360, 320]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate(standingOut), `at ${width} pixels`).toEqual([]);
          expect(await page.evaluate(brokenAmounts), `at ${width} pixels`).toEqual([]);
          expect(await page.evaluate(brokenMarks), `at ${width} pixels`).toEqual([]);
        }
      }
    });
  });
}
