import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { expect, test } from "@playwright/test";

const folder = join(import.meta.dirname, "../../target/package");
const types: Record<string, string> = { html: "text/html", js: "text/javascript", wasm: "application/wasm" };

// The package as a browser gets it from any static host: plain files, a plain import.
test.beforeEach(async ({ page }) => {
  await page.route("**/package/*", async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").pop()!;
    const body = name === "page.html" ? "<!doctype html><title>A page</title>" : await readFile(join(folder, name));
    await route.fulfill({ body, contentType: types[name.split(".").pop()!] });
  });
  await page.goto("package/page.html");
});

test("a browser imports the package and prices an estimate", async ({ page }) => {
  const answer = await page.evaluate(async () => {
    const { assess } = await import(new URL("browser.js", location.href).href);
    const { cheapest, tiers, freeEra } = assess({ reads: 10_001n, usageType: "hobby" });
    return { cheapest, monthly: tiers[0].monthly, free: freeEra.tier };
  });
  expect(answer).toEqual({ cheapest: "enterprise-small", monthly: "42000.00", free: "essential" });
});

test("an error names field, value and rule in a browser too, and the module goes on", async ({ page }) => {
  const said = await page.evaluate(async () => {
    const { assess, priceTier } = await import(new URL("browser.js", location.href).href);
    try {
      assess({ reads: 1, colour: "red" });
    } catch (error) {
      const { amount } = priceTier({ charges: [{ model: "flat", fee: "5" }] }, 0);
      return [error instanceof Error, (error as Error).message.slice(0, 29), amount];
    }
  });
  expect(said).toEqual([true, "colour: unknown field `colour", "5.00"]);
});
