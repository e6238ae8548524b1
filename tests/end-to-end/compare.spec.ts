import { expect, test } from "./compare-page";

const questions = [
  { volume: "10,000", usage: "hobby", now: ["Basic", "$100 a month", "$1,200 a year"], then: ["Essential", "$0 a month"] },
  { volume: "10001", usage: "hobby", now: ["Enterprise Small", "$42,000 a month", "$504,000 a year"], then: ["Essential", "$0"] },
  { volume: "2,000,000", usage: "academic", now: ["Enterprise Small", "$42,000 a month"], then: ["Elevated", "$0 a month"] },
  { volume: "10 000 000", usage: "academic", now: ["Enterprise Small"], then: ["Academic Research", "$0 a month"] },
  { volume: "60M", usage: "academic", now: ["Enterprise Medium", "$125,000 a month"], then: ["Beyond it"] },
  { volume: "200000001", usage: "academic", now: ["No listed tier fits", "custom terms"], then: ["Beyond it"] },
  { volume: "0", usage: "hobby", now: ["Free (write-only)", "$0 a month"], then: ["Essential", "$0 a month"] },
];

for (const { volume, usage, now, then } of questions) {
  test(`${volume} posts a month for ${usage} are priced`, async ({ compare }) => {
    await compare.open();
    await compare.usageType.selectOption(usage);
    await compare.volume.fill(volume);
    for (const text of [...now, ...then]) {
      await expect(compare.answer).toContainText(text);
    }
    await expect(compare.alerts.filter({ hasText: /./ })).toHaveCount(0);
  });
}

test("the lists of the sentence follow when an act is taken back", async ({ compare, page }) => {
  await compare.open();
  await compare.period.selectOption("week");
  await compare.usageType.selectOption("hobby");
  await compare.priceBook.selectOption("2026-08");
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(compare.period).toHaveValue("month");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(compare.period).toHaveValue("week");
  await expect(compare.usageType).toHaveValue("hobby");
  await expect(compare.priceBook).toHaveValue("2026-08");
});

test("a period that is pasted with the posts is chosen in the list", async ({ compare, page }) => {
  await compare.open();
  await compare.period.selectOption("week");
  await compare.volume.fill("");
  await compare.volume.pressSequentially("2.5M posts a day");
  await expect(compare.volume).toHaveValue("2.5M posts a day");
  await expect(compare.period).toHaveValue("day");
  await compare.period.focus();
  await expect(compare.volume).toHaveValue("2,500,000");
  await compare.expectFragment("v1/reads=2500000/period=day/usage=academic/months=12/prices=2023-03");
  await page.reload();
  await expect(compare.period).toHaveValue("day");
});

test("every tier says what it costs and whether it fits", async ({ compare }) => {
  await compare.open();
  await expect(compare.tiers.getByRole("row")).toHaveCount(6);
  await expect(compare.tier("Enterprise Small")).toContainText("cheapest that fits");
  await expect(compare.tier("Enterprise Small").getByRole("cell")).toHaveText(["$42,000", "$504,000", "$21.00", "4%", "Yes"]);
  await expect(compare.tier("Enterprise Small")).toContainText("reported by press");
  await expect(compare.tier("Basic")).toContainText("official");
  await expect(compare.tier("Basic").getByRole("cell").last()).toHaveText(
    "No: 1,990,000 short. It stops at its cap; one month’s reads would take 200 months.",
  );
});

for (const { typed, full } of [
  { typed: "2.5M", full: "2,500,000" },
  { typed: "10k", full: "10,000" },
  { typed: "1 000 000", full: "1,000,000" },
  { typed: "1,000,000", full: "1,000,000" },
  { typed: "10k reads", full: "10,000" },
]) {
  test(`${typed} is understood and written out when the field is left`, async ({ compare }) => {
    await compare.open();
    await compare.volume.fill(typed);
    await expect(compare.volume).toHaveValue(typed);
    await compare.months.focus();
    await expect(compare.volume).toHaveValue(full);
  });
}

for (const { typed, rule } of [
  { typed: "abc", rule: "“abc” is not a number" },
  { typed: "-5", rule: "posts are 0 or more" },
  { typed: "1e999", rule: "at most 1,000,000,000,000,000 (10^15) a month" },
  { typed: "10000000000000000", rule: "at most 1,000,000,000,000,000 (10^15) a month" },
  { typed: "", rule: "How many posts?" },
]) {
  test(`“${typed}” is refused with its rule and keeps the last good answer`, async ({ compare }) => {
    await compare.open();
    await compare.volume.fill("60M");
    await compare.volume.fill(typed);
    await expect(compare.volume).toHaveAttribute("aria-invalid", "true");
    await expect(compare.volume).toHaveAccessibleDescription(new RegExp(rule.replace(/[()^“”?]/g, "\\$&")));
    await expect(compare.answer).toContainText("Not updated. This is still the answer for 60,000,000 posts a month.");
    await expect(compare.answer).toContainText("$125,000 a month");
    await expect(compare.share).toBeDisabled();
    await compare.volume.fill("10k");
    await expect(compare.volume).not.toHaveAttribute("aria-invalid");
    await expect(compare.answer).toContainText("$100 a month");
    await expect(compare.answer).not.toContainText("Not updated");
  });
}

test("the months make the total", async ({ compare }) => {
  await compare.open();
  await compare.months.fill("7");
  await expect(compare.answer).toContainText("$294,000 over 7 months");
  await compare.months.fill("121");
  await expect(compare.months).toHaveAccessibleDescription(/from 1 to 120/);
});

test("the address opens to the same page, also in a new tab", async ({ compare, context }) => {
  await compare.open();
  await compare.volume.fill("250");
  await compare.period.selectOption("hour");
  await compare.usageType.selectOption("commercial-small");
  await compare.months.fill("6");
  await compare.expectFragment("v1/reads=250/period=hour/usage=commercial-small/months=6/prices=2023-03");
  const shown = await compare.answer.innerText();

  const tab = await context.newPage();
  await tab.goto(compare.page.url());
  await expect(tab.getByRole("textbox", { name: "Posts to read" })).toHaveValue("250");
  await expect(tab.getByRole("combobox", { name: "Usage type" })).toHaveValue("commercial-small");
  expect(await tab.getByRole("region", { name: "Answer" }).innerText()).toBe(shown);
});

test("typing leaves the history alone, so that Back leaves the page", async ({ compare, page }) => {
  await page.goto("about:blank");
  await compare.open();
  await compare.volume.press("End");
  await compare.volume.pressSequentially("000");
  await compare.expectFragment("v1/reads=2000000000/period=month/usage=academic/months=12/prices=2023-03");
  await page.goBack();
  expect(page.url()).toBe("about:blank");
  await page.goForward();
  await expect(compare.volume).toHaveValue("2,000,000,000");
});

test("reloading keeps the estimate", async ({ compare, page }) => {
  await compare.open();
  await compare.volume.fill("12345");
  await compare.expectFragment("v1/reads=12345/period=month/usage=academic/months=12/prices=2023-03");
  await page.reload();
  await expect(compare.volume).toHaveValue("12,345");
});

test("the button copies the link", async ({ compare, page }) => {
  await compare.open();
  await compare.volume.fill("10k");
  await compare.share.click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).hash).toBe("#v1/reads=10000/period=month/usage=academic/months=12/prices=2023-03");
});

test("a click right after a key finds the whole page up to date", async ({ compare, page }) => {
  await compare.open();
  const { x, y } = (await compare.share.boundingBox())!;
  await compare.volume.press("End");
  for (const typed of ["0", "5", "7"]) {
    await compare.volume.focus();
    // Without the checks that a locator makes first, which take longer than the page does.
    await page.keyboard.press(typed);
    await page.mouse.click(x + 5, y + 5);
    await expect(page.getByText("Link copied")).toBeVisible();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).hash).toContain(`reads=${(await compare.volume.inputValue()).replaceAll(",", "")}/`);
  }
});

test("where the clipboard is closed, the link is shown to copy by hand", async ({ compare, page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
  await compare.open();
  await compare.share.click();
  await expect(page.getByRole("textbox", { name: "Copy this by hand:" })).toHaveValue(/#v1\/reads=2000000\//);
});

for (const link of [
  "v1/reads=5/period=month/usage=hobby/months=3/prices=2026-08",
  "v2/reads=5/period=month/usage=hobby/months=3/tiers=!((id:own,name:A%2BB,charges:!((model:flat,fee:1))))/prices=2026-08",
]) {
  test(`the link ${link.slice(0, 2)} opens when all of it was percent-encoded`, async ({ compare }) => {
    await compare.open();
    for (const posts of ["5", "7"]) {
      const opened = link.replace("reads=5", `reads=${posts}`);
      await compare.open(encodeURIComponent(opened));
      await expect(compare.volume).toHaveValue(posts);
      await compare.expectFragment(opened);
    }
  });
}

for (const fragment of ["v1/reads=5", "v9/reads=5", "nonsense", "%00%ff", `v1/${"x".repeat(5_000)}`]) {
  test(`the damaged link #${fragment.slice(0, 12)} is explained`, async ({ compare, page }) => {
    await compare.open(fragment);
    await expect(compare.alerts.filter({ hasText: "This link is damaged." })).toBeVisible();
    await expect(compare.volume).toHaveValue("2,000,000");
    await expect(compare.share).toBeDisabled();
    await page.waitForTimeout(500);
    expect(new URL(page.url()).hash).toBe(`#${fragment}`);
    await compare.volume.fill("7");
    await expect(page.getByText("This link is damaged.")).toHaveCount(0);
  });
}

test("the keyboard alone can do everything", async ({ compare, page }) => {
  await compare.open();
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press("Tab");
      const label = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        return focused.getAttribute("aria-label") ?? focused.textContent ?? "";
      });
      if (label.startsWith(name)) return;
    }
    throw new Error(`Tab never reached ${name}`);
  };
  await tabTo("Posts to read");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("5k");
  await tabTo("Period");
  await page.keyboard.press("ArrowUp");
  await tabTo("Usage type");
  await page.keyboard.type("a hobby");
  await tabTo("Months");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("3");
  await tabTo("Price book");
  await page.keyboard.press("ArrowUp");
  await compare.expectFragment("v1/reads=5000/period=week/usage=hobby/months=3/prices=free-era");
  await tabTo("Arithmetic and sources of Essential");
  await page.keyboard.press("Enter");
  await expect(page.getByText("flat fee $0", { exact: false }).first()).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
});

test("the enter key changes nothing and reloads nothing", async ({ compare, page }) => {
  await compare.open();
  await compare.volume.fill("9k");
  await page.keyboard.press("Enter");
  await expect(compare.volume).toHaveValue("9k");
  await expect(compare.answer).toContainText("$100 a month");
});

for (const width of [320, 390, 1280]) {
  test(`the answer stays where it is while digits are typed, ${width} pixels wide`, async ({ compare, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await compare.open();
    await compare.volume.fill("1");
    await expect(compare.answer).toContainText("Basic");
    const top = async () => (await compare.answer.boundingBox())?.y;
    const before = await top();
    let volume = "1";
    for (const digit of "234567") {
      await compare.volume.press(digit);
      volume += digit;
      const digits = Number(volume).toLocaleString("en-US");
      await expect(page.getByRole("slider")).toHaveAttribute("aria-valuenow", volume);
      expect(await top(), digits).toBe(before);
    }
  });
}

for (const width of [320, 1280]) {
  test(`the end of the page stays where it is once it is scrolled to, ${width} pixels wide`, async ({ compare, page }) => {
    await page.setViewportSize({ width, height: 720 });
    await compare.open();
    const tops = await page.getByRole("button", { name: "New tier" }).evaluate(async (button) => {
      button.scrollIntoView({ block: "center" });
      const tops = [button.getBoundingClientRect().top];
      for (let frame = 0; frame < 8; frame += 1) {
        await new Promise(requestAnimationFrame);
        tops.push(button.getBoundingClientRect().top);
      }
      return tops;
    });
    expect(new Set(tops).size, tops.join(", ")).toBe(1);
  });
}

for (const [kind, link, volume] of [
  ["a link", "v1/reads=7000/period=day/usage=hobby/months=3/prices=2026-08", "7,000"],
  ["a link with tiers", "v2/reads=8000/period=month/usage=hobby/months=3/tiers=!((id:ours,name:Ours,charges:!((model:flat,fee:9))))/prices=2026-08", "8,000"],
] as const) {
  test(`${kind} is opened though the address is written at that moment`, async ({ compare, page }) => {
    await compare.open();
    await expect(page).toHaveURL(/#v1\/reads=2000000/);
    // The page's own writing may come before the browser tells it of the link.
    await page.evaluate((opened) => {
      const own = location.hash;
      location.hash = opened;
      history.replaceState(null, "", own);
    }, link);
    await expect(compare.volume).toHaveValue(volume);
    await expect(page).toHaveURL(new RegExp(`#${link.slice(0, 10)}`));
  });
}
