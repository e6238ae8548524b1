import type { Page } from "@playwright/test";

import { expect, test } from "./compare-page";

test.use({ serviceWorkers: "allow" });

/** Waits until the service worker has kept everything and answers for the page. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active!.state !== "activated") {
      await new Promise<void>((resolve) => active!.addEventListener("statechange", () => resolve(), { once: true }));
    }
  });

test("without a network every page opens and answers", async ({ compare, page, context }) => {
  await compare.open();
  await kept(page);
  await context.setOffline(true);

  await page.reload();
  await compare.volume.fill("10,000");
  await expect(compare.answer).toContainText("$100 a month");
  // What only some readers ask for comes as well.
  await page.getByRole("button", { name: "Copy as text" }).click();
  await expect(page.getByText("Text copied")).toBeVisible();

  const follow = (name: string) =>
    page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name }).click();
  const heading = page.getByRole("heading", { level: 1 });
  await follow("Budget");
  await expect(page.getByText("Proven: no schedule costs less")).toBeVisible();
  await follow("Quotes");
  await page.getByRole("link", { name: "New quote" }).click();
  await expect(heading).toContainText("Draft");
  await follow("History");
  await page.getByRole("textbox", { name: "Or paste rows" }).fill("date,reads\n2023-01-05,1200");
  await page.getByRole("button", { name: "Use these rows" }).click();
  await page.getByRole("button", { name: "Count the reads" }).click();
  await expect(page.getByRole("article", { name: /^Usage history, / })).toContainText("1,200 reads");
  await follow("Sources");
  await expect(heading).toHaveText("Where every figure comes from");
  await follow("Method");
  await expect(heading).toHaveText("How this is computed");
});

test("with a network nothing that was kept is shown", async ({ compare, page, context }) => {
  await compare.open();
  await kept(page);
  const builds = await page.evaluate(() => caches.keys());
  expect(builds).toHaveLength(1);
  await page.evaluate(async ([build]) => {
    const html = '<link rel="icon" href="data:,"><h1>An old price</h1>';
    const old = new Response(html, { headers: { "Content-Type": "text/html" } });
    await (await caches.open(build)).put("method.html", old);
  }, builds);

  await page.goto("method.html");
  await expect(page.getByRole("heading", { level: 1 })).not.toContainText("An old price");
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("An old price");
});
