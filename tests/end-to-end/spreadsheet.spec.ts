// A budget as a spreadsheet: the program that writes it is loaded when somebody asks for one, and not before.

import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";

import { expect, test, type Page } from "@playwright/test";

const link = "b1/start=2026-12-01/phases=10000000*8/usage=academic/prices=2023-03";

/** The Budget page, and the button on it that saves the spreadsheet. */
async function open(page: Page) {
  await page.goto(`budget.html#${link}`);
  const button = page.getByRole("button", { name: "Spreadsheet with formulas (XLSX)" });
  await expect(button).toBeVisible();
  return button;
}

/** The files of a ZIP archive as texts, by their names. */
function unzipped(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = archive.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let entry = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [size, nameLength, extra, comment] = [20, 28, 30, 32].map((at) =>
      at === 20 ? archive.readUInt32LE(entry + at) : archive.readUInt16LE(entry + at),
    );
    const name = archive.toString("utf8", entry + 46, entry + 46 + nameLength);
    const local = archive.readUInt32LE(entry + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = archive.subarray(start, start + size);
    const isDeflated = archive.readUInt16LE(entry + 10) === 8;
    files.set(name, (isDeflated ? inflateRawSync(content) : content).toString("utf8"));
    entry += 46 + nameLength + extra + comment;
  }
  return files;
}

test("a spreadsheet is saved by a program that comes only when it is asked for", async ({ page, baseURL }) => {
  const programs: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("spreadsheet")) programs.push(request.url());
  });
  const button = await open(page);
  expect(programs).toEqual([]);
  for (const _ of ["the first time", "once more"]) {
    const saved = page.waitForEvent("download");
    await button.click();
    const download = await saved;
    expect(download.suggestedFilename()).toBe("api-budget-2026-12-01.xlsx");
    const files = unzipped(await readFile(await download.path()));
    expect([...files.keys()].filter((name) => name.startsWith("xl/worksheets/sheet"))).toHaveLength(5);
    expect(files.get("xl/workbook.xml")).toContain('<definedName name="Exchange_rate">Inputs!$B$');
    expect(files.get("xl/sharedStrings.xml")).toContain(`${baseURL}budget.html#${link}`);
    expect(files.get("xl/worksheets/sheet3.xml")).toMatch(/<f>SUMIF\(Schedule!.*?<\/f><v>42000<\/v>/);
  }
  expect(programs.filter((url) => url.endsWith(".wasm")), "the program is loaded once").toHaveLength(1);
});

test("an altered program writes no spreadsheet, and the page says that it didn't come", async ({ page }) => {
  await page.route("**/quota-calculator-spreadsheet_bg.wasm", async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  const button = await open(page);
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: "couldn’t be loaded" })).toBeVisible();
  await expect(button).not.toHaveAttribute("aria-busy", "true");
});

test("an altered module is refused too", async ({ page }) => {
  await page.route("**/quota-calculator-spreadsheet.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n// altered` });
  });
  await (await open(page)).click();
  await expect(page.getByRole("alert").filter({ hasText: "couldn’t be loaded" })).toBeVisible();
});
