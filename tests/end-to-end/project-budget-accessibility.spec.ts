import AxeBuilder from "@axe-core/playwright";

import { expect, test, type BudgetPage } from "./budget-page";

const FULL =
  "b1/start=2023-04-10/phases=Pilot*10000*1,Collection*10000000*8,Refresh*300000*30/usage=academic/limit=50000" +
  "/funder=horizon-europe/contingency=10/indirect=40/rate=EUR*0.92*2026-11-20/prices=by-date";

/** What a budget warns of, together with the link that makes it do so. */
const WARNINGS: Record<string, [link: string, sentences: RegExp[]]> = {
  "modules and past prices": [
    "b1/start=2026-12-01/phases=10000000*12/usage=academic/funder=nih-modular/inflation=3/contingency=10/other=240000/prices=2023-03",
    [/modules go up to \$250,000/, /allows no inflation/, /had ended when months/, /assumes no minimum term/, /\$240,000 of other direct costs/],
  ],
  "a mark and old prices": [
    "b1/start=2026-12-01/phases=100000*12/usage=academic/funder=nih-detailed/other=520000/prices=by-date",
    [/must agree at least 6 weeks/, /Prices were last checked on/, /the price isn’t public/],
  ],
  "an old rate and what isn't used": [
    "b1/start=2026-12-01/phases=10000000*12/usage=academic/funder=horizon-europe/contingency=10/indirect=40/other=5000/rate=EUR*0.92*2026-09-01/prices=2023-03",
    [/exchange rate of 2026-09-01/, /pays no contingency/, /takes the place of the 40%/, /no limit that counts other direct costs/],
  ],
  "a disputed price": [
    "b1/start=2024-12-01/phases=180000*12/usage=academic/prices=2024-10",
    [/The price of Basic is disputed or rests on little/],
  ],
  "a rate of tomorrow": [
    "b1/start=2026-12-01/phases=10000000*12/usage=academic/rate=JPY*151*2027-01-15/prices=2023-03",
    [/2027-01-15, is still to come/],
  ],
};

const states: Record<string, (budget: BudgetPage) => Promise<void>> = {
  "the starting budget": (budget) => budget.open(),
  "a budget with everything": (budget) => budget.open(FULL),
  "every explanation open": async (budget) => {
    await budget.open(FULL);
    for (const summary of await budget.page.locator("summary").all()) await summary.click();
  },
  "fields with problems": async (budget) => {
    await budget.open(FULL);
    await budget.phase(1).posts.fill("lots");
    await budget.phase(2).months.fill("0");
    await budget.limit.fill("-");
    await budget.page.getByLabel("One US dollar buys").fill("");
  },
  "a problem in the panel of assumptions": async (budget) => {
    await budget.open();
    await budget.page.getByText("Change assumptions").click();
    await budget.page.getByLabel("Each wanted post costs").fill("0");
  },
  "schedules that take long": async (budget) => {
    await budget.withoutAnswers();
    await budget.open();
    await expect(budget.answer).toContainText("Being worked out");
  },
  "schedules of another project meanwhile": async (budget) => {
    await budget.open(FULL);
    await budget.figures();
    await budget.withoutAnswers();
    await budget.phase(1).posts.fill("20k");
    await expect(budget.page.getByText("Working out the schedules…")).toBeVisible();
    // It shows only after a while.
    await expect(budget.page.getByText("Working out the schedules…")).toHaveCSS("opacity", "1");
  },
  "a damaged link": (budget) => budget.open("b1/start=2026-12-01"),
  "no schedule": (budget) => budget.open("b1/start=2023-04-10/phases=900000000*1/usage=academic/prices=2023-03"),
  "long names and numbers": (budget) =>
    budget.open(`b1/start=2026-12-01/phases=${"W".repeat(40)}*999999999999999*60,5*60/usage=government-end-user/prices=by-date`),
  "something to take back": async (budget) => {
    await budget.open(FULL);
    await budget.page.getByRole("button", { name: "Remove “Pilot”" }).click();
    await expect(budget.page.getByRole("button", { name: "Undo" })).toBeVisible();
  },
  ...Object.fromEntries(
    Object.entries(WARNINGS).map(([name, [link, sentences]]) => [
      `warnings of ${name}`,
      async (budget: BudgetPage) => {
        await budget.open(link);
        for (const sentence of sentences) await expect(budget.page.getByText(sentence).filter({ visible: true }).first()).toBeVisible();
      },
    ]),
  ),
  "the panel of saved budgets": async (budget) => {
    await budget.open();
    await budget.page.getByRole("button", { name: "Saved", exact: true }).click();
    await budget.page.getByRole("button", { name: "Save this budget" }).click();
    await expect(budget.page.getByText(/Saved as/)).toBeVisible();
  },
};

for (const [name, reach] of Object.entries(states)) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${name} has no accessibility violations (${colorScheme})`, async ({ budget, page }) => {
      await page.emulateMedia({ colorScheme });
      await reach(budget);
      const results = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
      expect(results.violations).toEqual([]);
    });
  }

  test(`${name} fits 320 pixels`, async ({ budget, page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await reach(budget);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
  });
}

test("the page can be used at twice the size", async ({ budget, page }) => {
  await page.setViewportSize({ width: 640, height: 480 });
  await budget.open(FULL);
  await expect(budget.answer).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test("the answer is announced, and targets are large enough to touch", async ({ budget, page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await budget.open(FULL);
  await expect(budget.answer.locator("[aria-live=polite]")).toHaveCount(1);
  const small = await page.locator("main button, main input, main select, main summary").evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility())
      .map((element) => ({ text: element.textContent || element.id, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.height < 18 || box.width < 18)
      .map(({ text, box }) => `${text} ${box.width}x${box.height}`),
  );
  expect(small).toEqual([]);
});
