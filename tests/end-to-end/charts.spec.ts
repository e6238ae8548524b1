import { expect, test } from "./compare-page";

test("the marker follows the keys and the pointer, and the answer follows the marker", async ({ compare, page }) => {
  await compare.open();
  const marker = page.getByRole("slider", { name: "Reads a month" });
  await marker.focus();
  await page.keyboard.press("ArrowRight");
  await expect(compare.volume).not.toHaveValue("2,000,000");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(marker).toBeFocused();
  await expect(compare.volume).toHaveValue("10,000");
  await expect(compare.answer).toContainText("$100 a month");
  await expect(marker).toHaveAttribute("aria-valuenow", "10000");
  const box = (await page.getByRole("figure").filter({ has: marker }).locator("svg:visible").first().boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.8, box.y + box.height / 2);
  await expect(compare.answer).toContainText("Enterprise");
});

test("the table of the years says what the line shows", async ({ compare, page }) => {
  await compare.open();
  const figure = page.getByRole("figure", { name: /What these reads have cost/ });
  await figure.getByText("Show the data as a table").click();
  await expect(figure.getByRole("row", { name: /March 2023/ })).toContainText("$42,000");
  await expect(figure.getByRole("row", { name: /October 2024/ })).toContainText("no public price");
});

for (const width of [320, 390, 768, 1280]) {
  test(`no two labels of a chart overlap at ${width} pixels`, async ({ compare, page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const link of [
      "v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03",
      "v1/reads=500/period=month/usage=hobby/months=12/prices=2026-08",
      "v1/reads=150000000/period=month/usage=academic/months=12/prices=2023-05",
    ]) {
      await compare.open(link);
      const overlaps = await page.evaluate(() => {
        // A box holds the leading above and below the letters, which may overlap.
        const leading = 3;
        const found: string[] = [];
        for (const svg of document.querySelectorAll("figure svg")) {
          const boxes = [...svg.querySelectorAll("text")]
            .map((label) => ({ words: label.textContent, box: label.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0);
          boxes.forEach((one, place) => {
            for (const other of boxes.slice(place + 1)) {
              const apart =
                one.box.right <= other.box.left || other.box.right <= one.box.left ||
                one.box.bottom <= other.box.top + leading || other.box.bottom <= one.box.top + leading;
              if (!apart) found.push(`${one.words} / ${other.words}`);
            }
          });
        }
        return found;
      });
      expect(overlaps).toEqual([]);
    }
  });
}
