import jsQR from "jsqr";
import { PNG } from "pngjs";
import { getDocumentProxy } from "unpdf";

import { expect, setDay, test, type QuotesPage } from "./quotes-page";

/** Points in a millimetre. */
const MILLIMETRE = 72 / 25.4;

/** The margins that the style sheet gives to paper, in points. */
const MARGIN = { top: 16 * MILLIMETRE, side: 15 * MILLIMETRE, bottom: 18 * MILLIMETRE };

/** A point, for what rounding does over a line of text. */
const SLACK = 1;

const formats = { A4: { width: 595, height: 842 }, Letter: { width: 612, height: 792 } } as const;

interface Item {
  text: string;
  left: number;
  right: number;
  /** The line that letters stand on, from the bottom of the paper. */
  base: number;
  height: number;
}

/** A printed page: its size in points, what stands in the foot of it, and everything above. */
interface Paper {
  width: number;
  height: number;
  foot: string;
  items: Item[];
}

async function print({ page }: QuotesPage, format: keyof typeof formats): Promise<Paper[]> {
  const document = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
  const papers: Paper[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const paper = await document.getPage(number);
    const [, , width, height] = paper.view as [number, number, number, number];
    const content = await paper.getTextContent();
    const all = content.items.flatMap((item): Item[] => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [, , , , left, base] = item.transform as number[] as [number, number, number, number, number, number];
      return [{ text: item.str, left, right: left + item.width, base, height: item.height }];
    });
    const isFoot = (item: Item) => item.base < MARGIN.bottom - SLACK;
    const foot = all.filter(isFoot).map((item) => item.text).join(" ");
    papers.push({ width, height, foot, items: all.filter((item) => !isFoot(item)) });
  }
  return papers;
}

/** How often each word stands there. Marks at their ends may be set apart from them. */
function words(texts: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap((text) => text.toLowerCase().split(/\s+/)).map((word) => word.replace(/[.,]+$/, ""))) {
    if (word !== "") counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** What stands on a page, with what touches each other put together: a word may be of several pieces. */
function lines({ items }: Paper): string[] {
  const texts: string[] = [];
  let before: Item | undefined;
  for (const item of items) {
    const isNext = before && Math.abs(before.base - item.base) < SLACK && Math.abs(before.right - item.left) < SLACK;
    if (isNext) texts.push(`${texts.pop()}${item.text}`);
    else texts.push(item.text);
    before = item;
  }
  return texts;
}

/** The texts that are to be seen in an element. What opens and closes an explanation is none of them. */
const readable = (element: Element): string[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement!;
    if (parent.checkVisibility() && !parent.closest(".unseen, summary")) texts.push(node.textContent!);
  }
  return texts;
};

/** Expects every word of the sheet on the papers, as often as it stands on the screen, and inside the margins. */
async function expectWhole(quotes: QuotesPage, papers: Paper[]) {
  const printed = words(papers.flatMap(lines));
  const shown = words(await quotes.sheet.evaluate(readable));
  expect(shown.size).toBeGreaterThan(40);
  const missing = [...shown].filter(([word, count]) => (printed.get(word) ?? 0) < count);
  expect(missing, "words that are fewer on paper than on the screen").toEqual([]);
  for (const { width, height, items } of papers) {
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      expect(item.left, item.text).toBeGreaterThanOrEqual(MARGIN.side - SLACK);
      expect(item.right, item.text).toBeLessThanOrEqual(width - MARGIN.side + SLACK);
      expect(item.base + item.height, item.text).toBeLessThanOrEqual(height - MARGIN.top + item.height * 0.4);
    }
  }
}

/** Expects the number of the quote and of the page in the foot of every page, and nothing else. */
function expectNumbered(papers: Paper[], title: string) {
  for (const [place, { foot }] of papers.entries()) {
    expect(foot).toBe(`Page ${place + 1} of ${papers.length} Quote ${title}`);
  }
}

function expectSize(papers: Paper[], format: keyof typeof formats) {
  for (const paper of papers) {
    // Browsers round the size to whole pixels.
    expect(Math.abs(paper.width - formats[format].width)).toBeLessThan(1.5);
    expect(Math.abs(paper.height - formats[format].height)).toBeLessThan(1.5);
  }
}

const tiers = "!((id:alpha,name:Alpha,charges:!((model:perUnit,unitPrice:0.004))),(id:beta,name:Beta,charges:!((model:perUnit,unitPrice:0.006))))";

/** Makes a quote of three options at today's prices, each of whose months costs something else. */
async function makeLong(quotes: QuotesPage, { months, terms }: { months: number; terms: number }) {
  const given = Array.from({ length: months }, (_, month) => 10_000 + month * 137).join(",");
  await quotes.open(`v2/given=${given}/usage=hobby/tiers=${tiers}/prices=2026-08`);
  await quotes.addOption();
  await quotes.addOption();
  for (const [place, tier] of ["Pay-per-use", "Alpha (your own)", "Beta (your own)"].entries()) {
    await quotes.option(place + 1).tier.selectOption(tier);
  }
  await quotes.option(1).discount.fill("7.25");
  await quotes.option(1).reason.fill("launch partner");
  await quotes.option(2).recommended.check();
  await quotes.addItem(1, "Set-up", "1500");
  await quotes.fill({
    customer: "Ada & Söhne, Inc.",
    preparedBy: "Sam Seller",
    contact: "sam@example.com",
    notes: "Words and words. ".repeat(11),
    terms: Array.from({ length: terms }, (_, line) => `Term ${line + 1} of these terms.`).join("\n"),
  });
}

for (const format of ["A4", "Letter"] as const) {
  test(`a quote prints whole on ${format}, without the page around it`, async ({ quotes }) => {
    await makeLong(quotes, { months: 3, terms: 2 });
    await quotes.issue();
    await expect(quotes.sheet).toContainText("Not signed");
    const papers = await print(quotes, format);
    expectSize(papers, format);
    expectNumbered(papers, "2026-001");
    await expectWhole(quotes, papers);
    const text = papers.flatMap(lines).join(" ");
    for (const chrome of ["Quota Calculator", "Compare", "Copy link", "Print", "Download", "Revise", "Duplicate", "All quotes", "Arithmetic", "nothing is uploaded", "At today"]) {
      expect(text, chrome).not.toContain(chrome);
    }
  });

  test(`a plain quote fits on one page of ${format}`, async ({ quotes }) => {
    await quotes.make({ notes: "A note.", terms: "Net 30 days." });
    const papers = await print(quotes, format);
    expectSize(papers, format);
    expectNumbered(papers, "2026-001");
    expect(papers).toHaveLength(1);
  });

  test(`a quote of three options, items and words fits on one page of ${format}`, async ({ quotes }) => {
    await quotes.startDraft();
    await quotes.addOption();
    await quotes.addOption();
    await quotes.addItem(1, "Set-up", "1500");
    await quotes.addItem(2, "Training", "250");
    await quotes.fill({
      customer: "Acme, Inc.",
      preparedBy: "Sam Seller",
      notes: "Notes\nof three\nlines.",
      terms: "Payment within 30 days. ".repeat(8).trim(),
    });
    await quotes.issue();
    await expect(quotes.sheet).toContainText("Not signed");
    const papers = await print(quotes, format);
    expect(papers).toHaveLength(1);
    const text = lines(papers[0]!).join(" ");
    for (const words of ["An estimate, not an offer.", "Training", "Payment within 30 days.", "Not signed", "Scan the code"]) {
      expect(text, words).toContain(words);
    }
  });

  test(`a list of payments goes over pages of ${format}, with the question on the first`, async ({ quotes }) => {
    await makeLong(quotes, { months: 24, terms: 2 });
    await quotes.issue();
    await expect(quotes.sheet).toContainText("Not signed");
    const papers = await print(quotes, format);
    const first = lines(papers[0]!).join(" ");
    for (const text of ["at the prices of August 2026", "Each returned post counts as one read", "An estimate, not an offer", "Each payment"]) {
      expect(first, text).toContain(text);
    }
  });

  test(`a long quote goes over pages of ${format}, and nothing is cut`, async ({ quotes }) => {
    await makeLong(quotes, { months: 60, terms: 10 });
    await quotes.issue();
    await expect(quotes.sheet).toContainText("Not signed");
    for (const summary of await quotes.sheet.getByText("Arithmetic").all()) await summary.click();
    await expect(quotes.sheet.getByRole("rowheader", { name: "60", exact: true })).toHaveCount(3);
    const papers = await print(quotes, format);
    expectSize(papers, format);
    expect(papers.length).toBeGreaterThan(1);
    expectNumbered(papers, "2026-001");
    await expectWhole(quotes, papers);
  });
}

test("options with a list of payments begin on the first page, and no amount touches another", async ({ quotes }) => {
  await makeLong(quotes, { months: 12, terms: 2 });
  await quotes.issue();
  await expect(quotes.sheet).toContainText("Not signed");
  const papers = await print(quotes, "A4");
  expect(lines(papers[0]!).join(" "), "with its option, a list begins on the first page").toContain("Each payment");
  for (const { items } of papers) {
    for (const [place, item] of items.entries()) {
      const beside = items.slice(place + 1).filter((other) => Math.abs(other.base - item.base) < SLACK && other.left > item.left);
      for (const other of beside.filter(({ text }) => text.startsWith("$"))) {
        expect(other.left - item.right, `${item.text} beside ${other.text}`).toBeGreaterThan(4);
      }
    }
  }
  expect(papers.flatMap(lines).join(" ")).toContain("Payments before discount: 12 months, from ");
});

test("what was done last isn't printed with the sheet", async ({ quotes }) => {
  await quotes.make();
  const text = (await print(quotes, "A4")).flatMap(lines).join(" ");
  expect(text).not.toContain("Send the link");
});

test("a quote that has run out says so on paper, and one that holds says nothing", async ({ quotes }) => {
  const address = await quotes.make({ validUntil: "2026-09-30" });
  expect((await print(quotes, "A4")).flatMap(lines).join(" ")).not.toContain("more days");
  await setDay(quotes.page.context(), "2026-10-01");
  await quotes.open(address.split("#")[1]);
  await expect(quotes.sheet).toContainText("Not signed");
  const text = (await print(quotes, "A4")).flatMap(lines).join(" ");
  expect(text).toContain("Expired: its last day was 2026-09-30. A revision can renew it.");
});

test("a revision and a draft print their names", async ({ quotes, page }) => {
  await quotes.make();
  await page.getByRole("button", { name: "Revise" }).click();
  await expect(quotes.heading).toHaveText("Draft of 2026-001, revision 2");
  const draft = await print(quotes, "A4");
  expectNumbered(draft, "2026-001, revision 2 (draft)");
  const text = draft.flatMap(lines).join(" ");
  expect(text).toContain("draft, not issued");
  expect(text, "the form stays on the screen").not.toContain("Discount, %");
  await quotes.issue();
  expectNumbered(await print(quotes, "A4"), "2026-001, revision 2");
});

test("a quote with other prices today prints what was quoted only", async ({ quotes }) => {
  await quotes.make();
  await expect(quotes.figure("Enterprise Small", "Whole term", "Today")).toHaveText("no price");
  const papers = await print(quotes, "A4");
  const text = papers.flatMap(lines).join(" ");
  expect(text).toContain("$504,000");
  expect(text).not.toContain("Today");
  expect(text).not.toContain("no price");
});

test.describe("the QR code", () => {
  /** What a scanner reads from the code as it stands on the screen. */
  async function scanned(quotes: QuotesPage): Promise<string | undefined> {
    const { data, width, height } = PNG.sync.read(await quotes.code.screenshot());
    return jsQR(new Uint8ClampedArray(data), width, height, { inversionAttempts: "dontInvert" })?.data;
  }

  test("says exactly the link, in light and dark", async ({ quotes, page }) => {
    const address = await quotes.make();
    expect(await scanned(quotes)).toBe(address);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await scanned(quotes), "in dark").toBe(address);
  });

  test.describe("on paper", () => {
    // Paper has more pixels than the screen on which it is shown here: 200 of them to the inch.
    test.use({ deviceScaleFactor: 200 / 96 });

    test("says exactly the link of a signed quote with long texts", async ({ quotes, page }) => {
      const address = await makeSigned(quotes);
      await page.emulateMedia({ media: "print" });
      expect(await scanned(quotes)).toBe(address);
    });
  });

  /** Makes a quote whose code is fine: a signature and long texts. */
  async function makeSigned(quotes: QuotesPage): Promise<string> {
    await quotes.startDraft();
    await quotes.fill({ customer: "Acme", preparedBy: "Sam", notes: "n".repeat(200), terms: "Ä".repeat(250) });
    const address = await quotes.issue({ signed: true });
    expect(address.length).toBeGreaterThan(1_200);
    return address;
  }

  test("says exactly the link of a signed quote with long texts", async ({ quotes }) => {
    const address = await makeSigned(quotes);
    expect(await scanned(quotes)).toBe(address);
  });

  test("is there only for what has been issued", async ({ quotes }) => {
    await quotes.startDraft();
    await expect(quotes.sheet).toBeVisible();
    await expect(quotes.code).toHaveCount(0);
  });
});
