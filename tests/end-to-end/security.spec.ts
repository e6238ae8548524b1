import { expect, test as plain } from "@playwright/test";

import { test } from "./compare-page";

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types service-worker",
].join("; ");

test("the policy stands in the page, and nothing is loaded from elsewhere", async ({ compare, page, baseURL }) => {
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await compare.open();
  await expect(page.locator("meta[http-equiv=Content-Security-Policy]")).toHaveAttribute("content", policy);
  expect(requests.length).toBeGreaterThan(4);
  for (const url of requests) expect(url.startsWith(baseURL!), url).toBe(true);
  expect(requests.filter((url) => url.endsWith(".wasm")), "the program is loaded once").toHaveLength(1);
});

test("no script and no style stand inside the page", async ({ compare, page }) => {
  await compare.open();
  expect(await page.locator("script:not([src]), style, [style], [onclick]").count()).toBe(0);
});

/** The static prices that every reader gets, whatever the browser can or can't do. */
async function expectStaticPrices(page: import("@playwright/test").Page) {
  await expect(page.getByRole("table")).toHaveCount(8);
  for (const row of ["Basic $100 10,000 reads", "Enterprise Small $42,000 50,000,000 reads", "Academic Research $0 10,000,000 reads"]) {
    // The price books share tiers; the first table that lists one will do.
    await expect(page.getByRole("row", { name: row }).first()).toBeVisible({ timeout: 10_000 });
  }
}

plain("one altered byte of the program stops it, and the prices are still there", async ({ page }) => {
  await page.route("**/*_bg.wasm", async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  await page.goto("");
  await expect(page.getByText("its program didn’t arrive, or it isn’t the one that was published")).toBeVisible();
  await expectStaticPrices(page);
  await expect(page.getByRole("textbox")).toHaveCount(0);
});

plain("a program that doesn't arrive is said in plain words", async ({ page }) => {
  await page.route("**/*_bg.wasm", (route) => route.abort());
  await page.goto("");
  await expect(page.getByText("The calculator can’t start: its program didn’t arrive")).toBeVisible();
  await expectStaticPrices(page);
});

plain("a browser without WebAssembly is told so", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto("");
  await expect(page.getByText("this browser doesn’t support WebAssembly, or it is switched off")).toBeVisible();
  await expectStaticPrices(page);
});

plain("a browser that refuses to compile the program is told so", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new WebAssembly.CompileError("refused"));
    WebAssembly.instantiateStreaming = refuse;
    WebAssembly.instantiate = refuse;
  });
  await page.goto("");
  await expect(page.getByText("this browser refused to run its program")).toBeVisible();
  await expectStaticPrices(page);
});

plain.describe("without JavaScript", () => {
  plain.use({ javaScriptEnabled: false });
  plain("the prices are there all the same", async ({ page }) => {
    await page.goto("");
    await expectStaticPrices(page);
    await expect(page.getByText("your browser blocks JavaScript or WebAssembly")).toBeVisible();
  });
});

test("an error of the program's own is admitted, and the address keeps the estimate", async ({ page }) => {
  await page.goto("");
  await expect(page.getByRole("textbox", { name: "Posts to read" })).toBeVisible();
  await page.evaluate(() => dispatchEvent(new ErrorEvent("error", { message: "unreachable" })));
  await expect(page.getByText("The calculator has stopped because of an error of its own.")).toBeVisible();
});
