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

test("keys that are faster than the pictures all count", async ({ compare, page }) => {
  await compare.open();
  const marker = page.getByRole("slider", { name: "Reads a month" });
  await marker.evaluate((slider) => {
    for (const [key, shiftKey] of [["ArrowRight", false], ["ArrowLeft", true], ["ArrowLeft", true]] as const) {
      slider.dispatchEvent(new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true }));
    }
  });
  await expect(compare.volume).toHaveValue("10,000");
  await expect(marker).toHaveAttribute("aria-valuenow", "10000");
  await marker.press("ArrowRight");
  await expect(compare.volume).toHaveValue("15,000");
});

test("dragging the marker takes the volume and the answer along", async ({ compare, page }) => {
  await compare.open();
  const marker = page.getByRole("slider", { name: "Reads a month" });
  await marker.scrollIntoViewIfNeeded();
  const from = (await marker.boundingBox())!;
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y, { steps: 4 });
  await page.mouse.move(x - 250, y + 10, { steps: 8 });
  await page.mouse.up();
  await expect(compare.answer).toContainText("$100 a month");
  const volume = Number((await compare.volume.inputValue()).replaceAll(",", ""));
  expect(volume).toBeGreaterThan(0);
  expect(volume).toBeLessThanOrEqual(10_000);
  await expect(marker).toHaveAttribute("aria-valuenow", `${volume}`);
  // Once the button is up, the pointer goes its own way.
  await page.mouse.move(x, y);
  await expect(marker).toHaveAttribute("aria-valuenow", `${volume}`);
});

test("every key of a slider moves the marker, and stays within the axis", async ({ compare, page }) => {
  await compare.open();
  const marker = page.getByRole("slider", { name: "Reads a month" });
  await marker.focus();
  await page.keyboard.press("PageUp");
  await expect(compare.volume).toHaveValue("20,000,000");
  await page.keyboard.press("PageDown");
  await expect(compare.volume).toHaveValue("2,000,000");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(compare.volume).toHaveValue("50,000,000");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(compare.volume).toHaveValue("50,000,001");
  await expect(compare.answer).toContainText("Enterprise Medium");
  for (const [key, end] of [["End", "aria-valuemax"], ["Home", "aria-valuemin"]] as const) {
    await page.keyboard.press(key);
    const limit = (await marker.getAttribute(end))!;
    await expect(marker).toHaveAttribute("aria-valuenow", limit);
    await page.keyboard.press(key === "End" ? "ArrowRight" : "ArrowLeft");
    await expect(marker).toHaveAttribute("aria-valuenow", limit);
  }
});

test("the marker keeps the keyboard while charts come and go", async ({ compare, page }) => {
  // With few reads a month costs its minimum, and all months are equal: the chart of months goes.
  const tier = "(id:acme,name:Acme,charges:!((model:perUnit,unitPrice:'0.004')),monthlyMinimum:1000,termMonths:12)";
  await compare.open(`v2/reads=1500000/period=month/usage=academic/months=6/tiers=!(${tier})/prices=2026-08`);
  await expect(compare.tier("Acme")).toBeVisible();
  const months = page.getByRole("figure", { name: /by month/ });
  await expect(months).toBeVisible();
  const marker = page.getByRole("slider", { name: "Reads a month" });
  await marker.focus();
  for (const key of ["Home", "End"]) {
    await page.keyboard.press(key);
    await expect(months).toBeVisible({ visible: key === "End" });
    await expect(marker).toBeFocused();
  }
});

test("the table of costs says what the answer and the table of tiers say", async ({ compare, page }) => {
  await compare.open();
  const figure = page.getByRole("figure", { name: "Cost against volume" });
  await figure.getByText("Show the data as a table").click();
  const cheapest = figure.getByRole("table", { name: "The cheapest tier that fits" });
  await expect(cheapest.getByRole("row").filter({ hasText: "Enterprise Small" })).toContainText("$42,000");
  await expect(cheapest.getByRole("row").filter({ hasText: "Basic" })).toContainText("$100");
  const every = figure.getByRole("table", { name: "Every tier" });
  for (const name of ["Basic", "Enterprise Small", "Enterprise Medium", "Enterprise Large"]) {
    const monthly = await compare.tier(name).getByRole("cell").first().innerText();
    await expect(every.getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) })).toContainText(monthly);
  }
  await expect(page.getByRole("slider")).toHaveAttribute("aria-valuetext", "2,000,000 reads a month: $42,000 with Enterprise Small");
});

test("the table of the years says what the line shows", async ({ compare, page }) => {
  await compare.open();
  const figure = page.getByRole("figure", { name: /What these reads have cost/ });
  await figure.getByText("Show the data as a table").click();
  await expect(figure.getByRole("row", { name: /March 2023/ })).toContainText("$42,000");
  await expect(figure.getByRole("row", { name: /October 2024/ })).toContainText("no public price");
});

/** Tiers whose lines lie close together, so that their labels would, too. */
const similarTiers = `!(${[40, 41, 43, 45]
  .map((fee) => `(id:own-${fee},name:An+offer+of+${fee}+thousand,charges:!((model:flat,fee:${fee}000)))`)
  .join(",")})`;

for (const width of [320, 390, 768, 1280]) {
  test(`no two labels of a chart overlap at ${width} pixels`, async ({ compare, page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const link of [
      "v1/reads=2000000/period=month/usage=academic/months=12/prices=2023-03",
      "v1/reads=500/period=month/usage=hobby/months=12/prices=2026-08",
      "v1/reads=150000000/period=month/usage=academic/months=12/prices=2023-05",
      "v2/reads=1000/period=month/growth=90/usage=academic/months=12/prices=2026-08",
      "v2/reads=5/period=month/usage=academic/months=12/budget=41000/prices=2023-03",
      `v2/reads=2000000/period=month/usage=academic/months=12/tiers=${similarTiers}/prices=2023-03`,
    ]) {
      await compare.open(link);
      // A link with tiers takes the whole program, which comes a moment later.
      if (link.includes("/tiers=")) await expect(compare.tier("An offer of 40 thousand")).toBeVisible();
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
      expect(overlaps, link).toEqual([]);
    }
  });
}
