import { extractText, getDocumentProxy } from "unpdf";

import { expect, test, type ComparePage } from "./compare-page";

const background = (compare: ComparePage) => compare.page.evaluate(() => getComputedStyle(document.body).backgroundColor);

for (const { device, theme } of [
  { device: "light", theme: "Dark" },
  { device: "dark", theme: "Light" },
] as const) {
  test.describe(`on a ${device} device`, () => {
    test.use({ colorScheme: device });
    test(`the ${theme} theme is chosen, kept, and given up again`, async ({ compare, page }) => {
      await compare.open();
      const before = await background(compare);
      await compare.becomeWhole("Display");
      await page.getByRole("radio", { name: theme }).check();
      await expect.poll(() => background(compare)).not.toBe(before);
      const after = await background(compare);
      await page.reload();
      await expect(compare.months).toBeVisible();
      expect(await background(compare)).toBe(after);
      await compare.becomeWhole("Display");
      await expect(page.getByRole("radio", { name: theme })).toBeChecked();
      await page.getByRole("radio", { name: "As this device" }).check();
      await expect.poll(() => background(compare)).toBe(before);
    });
  });
}

/** What the starting estimate says, in each reader's own way of writing; all their kinds of spaces count as one. */
const written = [
  { locale: "en-US", month: "$42,000 a month", year: "$504,000 a year", thousand: "$21.00 per 1,000", share: "4% of its 50,000,000", volume: "2,000,000" },
  { locale: "de-DE", month: "42.000 $ a month", year: "504.000 $ a year", thousand: "21,00 $ per 1.000", share: "4 % of its 50.000.000", volume: "2.000.000" },
  { locale: "fr-FR", month: "42 000 $US a month", year: "504 000 $US a year", thousand: "21,00 $US per 1 000", share: "4 % of its 50 000 000", volume: "2 000 000" },
  { locale: "ja-JP", month: "$42,000 a month", year: "$504,000 a year", thousand: "$21.00 per 1,000", share: "4% of its 50,000,000", volume: "2,000,000" },
  { locale: "hi-IN", month: "$42,000 a month", year: "$5,04,000 a year", thousand: "$21.00 per 1,000", share: "4% of its 5,00,00,000", volume: "20,00,000" },
];

async function expectWritten(compare: ComparePage, { month, year, thousand, share, volume }: (typeof written)[number]) {
  const spaces = (text: string) => text.replace(/\s/g, " ");
  await expect.poll(async () => spaces(await compare.answer.innerText())).toContain(month);
  for (const text of [year, thousand, share]) expect(spaces(await compare.answer.innerText())).toContain(text);
  expect(spaces(await compare.volume.inputValue())).toBe(volume);
}

for (const style of written) {
  test.describe(style.locale, () => {
    test.use({ locale: style.locale });
    test("numbers are written as the reader's language writes them", async ({ compare }) => {
      await compare.open();
      await expectWritten(compare, style);
    });

    test("and what is written so is understood", async ({ compare }) => {
      await compare.open();
      const written = await compare.volume.inputValue();
      await compare.volume.fill("7");
      await compare.volume.fill(written);
      await expectWritten(compare, style);
    });

    test("where the tiers are a table, no amount breaks in two and all of it can be seen", async ({ compare, page }) => {
      await compare.open();
      const amounts = compare.tiers.getByRole("cell").filter({ hasText: /^[^a-z]*\d[^a-z%]*$/ });
      const sizes = ["6001", "10", "1"].flatMap((volume) => [861, 1024, 1100, 1180, 1280].map((width) => ({ volume, width })));
      for (const { volume, width } of sizes) {
        await compare.volume.fill(volume);
        await expect(compare.answer).toContainText("Basic");
        await page.setViewportSize({ width, height: 900 });
        expect(await amounts.count()).toBeGreaterThanOrEqual(12);
        const broken = await amounts.evaluateAll((cells) => {
          const lines = (cell: Element) => {
            const text = document.createRange();
            text.selectNodeContents(cell);
            return new Set([...text.getClientRects()].map(({ top }) => top)).size;
          };
          return cells.filter((cell) => lines(cell) > 1).map((cell) => cell.textContent);
        });
        expect(broken, `${volume} posts, ${width} pixels wide`).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `at ${width} pixels`).toBeLessThanOrEqual(width);
      }
    });
  });
}

test("the writing of numbers is chosen and kept", async ({ compare, page }) => {
  await compare.open();
  await compare.becomeWhole("Display");
  const german = written.find(({ locale }) => locale === "de-DE")!;
  await page.getByRole("combobox", { name: "Numbers as in" }).selectOption("de-DE");
  await expectWritten(compare, german);
  await page.reload();
  await expectWritten(compare, german);
  await compare.becomeWhole("Display");
  await page.getByRole("combobox", { name: "Numbers as in" }).selectOption({ label: "Browser’s own" });
  await expectWritten(compare, written[0]!);
});

for (const { name, address, number, written } of [
  { name: "Project budget", address: "budget.html", number: "Posts to collect", written: "10.000.000" },
  { name: "Quotes", address: "quotes.html#new", number: "Posts to read", written: "2.000.000" },
  { name: "Usage history", address: "history.html", number: undefined, written: undefined },
]) {
  test(`theme and numbers are chosen and kept on the ${name} page, too`, async ({ page }) => {
    const shown = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const isWritten = async () => {
      if (number) await expect(page.getByRole("textbox", { name: number })).toHaveValue(written);
    };
    await page.goto(address);
    await page.getByRole("button", { name: "Display" }).click();
    const before = await shown();
    await page.getByRole("radio", { name: "Dark" }).check();
    await expect.poll(shown).not.toBe(before);
    const after = await shown();
    await page.getByRole("combobox", { name: "Numbers as in" }).selectOption("de-DE");
    await isWritten();
    await page.reload();
    await page.getByRole("button", { name: "Display" }).click();
    await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
    await expect(page.getByRole("combobox", { name: "Numbers as in" })).toHaveValue("de-DE");
    expect(await shown()).toBe(after);
    await isWritten();
  });
}

test("on paper a heading stands with its table, and two pictures on a page", async ({ compare, page }) => {
  await compare.open("v2/reads=120000/period=month/growth=10/low=100000/high=300000/usage=commercial-small/months=6/prices=2026-08");
  await expect(compare.tiers).toContainText("Pay-per-use");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" }))));
  const pageOf = (words: string) => text.findIndex((sheet) => sheet.replace(/\s+/g, " ").includes(words));
  expect(pageOf("Every tier, for these reads")).toBe(pageOf("Per thousand reads"));
  expect(pageOf("Cost by month")).toBe(pageOf("What these reads have cost"));
  expect(text.join()).not.toContain("Show the data as a table");
});

test("on paper the page says its link and the day", async ({ compare, page, context }) => {
  await context.clock.setFixedTime(new Date("2026-11-24T10:00:00"));
  await compare.open("v2/reads=120000/period=month/growth=10/usage=academic/months=6/prices=2026-08");
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await page.pdf({ format: "A4" }))), { mergePages: true });
  expect(text.replace(/\s+/g, "")).toContain(`${page.url()}·2026-11-24`);
});
