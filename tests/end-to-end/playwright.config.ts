import { defineConfig } from "@playwright/test";

const port = Number(process.env.PORT ?? 4173);

export default defineConfig({
  testDir: ".",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Both leave room for a machine that builds something else meanwhile.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  outputDir: "../../target/end-to-end",
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "en-US",
    // Its answers don't go through a test's own routes; offline.spec.ts allows it.
    serviceWorkers: "block",
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // As root the browser's own sandbox can't start; the page under test is ours.
      args: ["--no-sandbox", "--disable-background-networking"],
    },
  },
  webServer: {
    command: `cargo xtask serve --port ${port}`,
    cwd: "../..",
    url: `http://127.0.0.1:${port}/`,
    timeout: 300_000,
    reuseExistingServer: !process.env.CI,
  },
});
