// The JavaScript package in Node.js: its guide, its figures and its errors.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "../..");

/** A project that has installed the package. */
const project = mkdtempSync(join(root, "target/package-test-"));
mkdirSync(join(project, "node_modules"));
symlinkSync(join(root, "target/package"), join(project, "node_modules/quota-calculator"));

async function importIntoProject(name, text) {
  const file = join(project, name);
  writeFileSync(file, text);
  return import(pathToFileURL(file));
}

const { assess, mostReads, priceBooks, priceTier, sources } = await importIntoProject(
  "all.mjs",
  'export * from "quota-calculator";',
);

const guide = readFileSync(join(root, "docs/javascript.md"), "utf8");
const examples = [...guide.matchAll(/## (.+?)\n[^#]*?```js\n(.*?)```|```js\n(.*?)```/gs)];
examples.forEach(([, heading, code, followingCode], place) => {
  test(`example ${place + 1} of the guide${heading ? `: ${heading}` : ""}`, async () => {
    await importIntoProject(`example-${place}.mjs`, code ?? followingCode);
  });
});

test("the guide has examples", () => assert.equal(examples.length, guide.split("```js").length - 1));

test("the vectors of other billing engines are met", () => {
  const vectors = JSON.parse(readFileSync(join(root, "tests/vectors/price-models.json"), "utf8"));
  assert.equal(vectors.length, 76);
  for (const { id, tier, reads, expectedExact } of vectors) {
    assert.equal(priceTier(tier, reads).exact, expectedExact, id);
    assert.equal(priceTier(tier, BigInt(reads)).exact, expectedExact, id);
  }
});

test("the price books stand in order, with sources that exist", () => {
  const ids = ["free-era", "2023-03", "2023-05", "2024-10", "2026-02", "2026-04", "2026-06", "2026-08"];
  assert.deepEqual(priceBooks().map((book) => book.id), ids);
  const known = new Set(sources().map((source) => source.id));
  for (const book of priceBooks()) {
    for (const tier of book.tiers) {
      for (const id of tier.evidence.price.sources) assert.ok(known.has(id), `${book.id} ${tier.id} ${id}`);
    }
  }
  assert.equal(priceBooks()[1].tiers.find((tier) => tier.id === "basic").charges[0].fee, "100");
});

test("a listed tier can be priced as it is, or copied and negotiated", () => {
  const small = priceBooks()[1].tiers.find((tier) => tier.id === "enterprise-small");
  assert.equal(priceTier(small, 5).amount, "42000.00");
  const { evidence, eligibility, ...terms } = small;
  const answer = assess({ reads: 20_000, customTiers: [{ ...terms, id: "half", discountPercent: "50" }] });
  assert.equal(answer.cheapest, "half");
  assert.equal(answer.tiers[0].monthly, "21000.00");
});

test("no public price is null", () => {
  assert.deepEqual(priceTier({ name: "Enterprise" }, 5), { exact: null, amount: null, lines: [] });
});

const flat = { model: "flat", fee: "1" };
const refused = [
  [() => assess({}), "estimate: missing field `reads`"],
  [() => assess(), "estimate: invalid type: unit value, expected an estimate: an object with reads"],
  [() => assess(null), /^estimate: invalid type/],
  [() => assess("10"), /^estimate: invalid type: string "10"/],
  [() => assess({ reads: 1, customTiers: [5] }), "customTiers[0]: invalid type: integer `5`, expected a tier: an object with charges"],
  [() => assess({ reads: 1, customTiers: 5 }), /^customTiers: /],
  [() => assess({ reads: NaN }), "reads: NaN is not a whole number"],
  [() => assess({ reads: Infinity }), "reads: inf is not a whole number"],
  [() => assess({ reads: 1.5 }), "reads: 1.5 is not a whole number"],
  [() => assess({ reads: -1 }), "reads: -1 is negative: reads are 0 or more"],
  [() => assess({ reads: 2 ** 53 }), "reads: 9007199254740992 is beyond the whole numbers that a floating-point number keeps exactly"],
  [() => assess({ reads: 10 ** 15 + 1 }), "reads: 1000000000000001 is too many reads: at most 1000000000000000 (10^15) can be priced"],
  [() => assess({ reads: 2n ** 63n }), /^reads: 9223372036854775808 is too many reads/],
  [() => assess({ reads: -1n }), "reads: -1 is negative: reads are 0 or more"],
  [() => assess({ reads: "10" }), /^reads: invalid type: string "10", expected a whole number, or a list of whole numbers/],
  [() => assess({ reads: [] }), "reads: 0 months are given: an estimate has 1 to 120"],
  [() => assess({ reads: Array(121).fill(1) }), "reads: 121 months are given: an estimate has 1 to 120"],
  [() => assess({ reads: [1, -2] }), "reads[1]: -2 is negative: reads are 0 or more"],
  [() => assess({ reads: [1, 0.5] }), "reads[1]: 0.5 is not a whole number"],
  [() => assess({ reads: [1, 2], months: 3 }), "months is 3, but reads has 2 months: leave months out"],
  [() => assess({ reads: [1], growthPercent: 5 }), "growthPercent is given, but months that are given one by one don't grow"],
  [() => assess({ reads: 1, months: 0 }), "months: 0 months can't be priced: use 1 to 120"],
  [() => assess({ reads: 1, assumedTermMonths: 121 }), "assumedTermMonths: 121 months can't be priced: use 1 to 120"],
  [() => assess({ reads: 1, months: 1.5 }), "months: 1.5 is not a whole number"],
  [() => assess({ reads: 1, growthPercent: NaN }), /^growthPercent: `NaN` is not a growth/],
  [() => assess({ reads: 1, growthPercent: 1001 }), /^growthPercent: `1001` is not a growth: write -100 to 1000/],
  [() => assess({ reads: 10 ** 15, growthPercent: 1 }), "month 2 outgrows what can be priced: at most 1000000000000000 (10^15) reads a month"],
  [() => assess({ reads: 1, rereadFactor: 0 }), /^rereadFactor: `0` is not a re-read factor/],
  [() => assess({ reads: 1, usageType: "fun" }), /^usageType: unknown variant `fun`, expected one of `hobby`/],
  [() => assess({ reads: 1, priceBook: "2022" }), /^priceBook: `2022` is not a price book: use one of free-era, 2023-03/],
  [() => assess({ reads: 1, volume: 2 }), /^volume: unknown field `volume`, expected one of `priceBook`/],
  [() => assess({ reads: 1, customTiers: [{ charges: [{ ...flat, fee: "-1" }] }] }), /^customTiers\[0\]\.charges\[0\]\.fee: `-1` is not a price/],
  [() => assess({ reads: 1, customTiers: [{ charges: [{ ...flat, price: 1 }] }] }), /^customTiers\[0\]\.charges\[0\]\.price: unknown field/],
  [() => assess({ reads: 1, customTiers: [{ charges: [flat] }, { charges: [flat] }] }), "customTiers: the tier id `custom` stands twice: ids are unique among listed and custom tiers"],
  [() => assess({ reads: 1, customTiers: [{ id: "basic", charges: [flat] }] }), /^customTiers: the tier id `basic` stands twice/],
  [() => priceTier({ charges: [{ model: "volume", bands: [{ upTo: 5, unitPrice: "1" }] }] }, 1), /^charges\[0\]\.bands: upTo of the last band is 5/],
  [() => priceTier({ charges: [flat], colour: "red" }, 1), /^colour: unknown field `colour`/],
  [() => priceTier({ charges: [{ model: "perUnit", unitPrice: "0.000000000001" }, { model: "flat", fee: "1000000000000" }], discountPercent: "0.0001" }, 10 ** 15 - 1), /too large to be exact/],
  [() => mostReads({ reads: 0 }, -1), /^budget: `-1` is not a price/],
];

refused.forEach(([call, message], place) => {
  test(`refusal ${place + 1}: ${String(call).slice(6, 90)}`, () => {
    assert.throws(call, (error) => {
      assert.ok(error instanceof Error);
      if (message instanceof RegExp) assert.match(error.message, message);
      else assert.equal(error.message, message);
      return true;
    });
    assert.equal(assess({ reads: 10_000 }).cheapest, "basic", "the module stays usable");
  });
});

test("what is absent may also be undefined or null", () => {
  const answer = assess({ reads: 10n, priceBook: undefined, months: null, customTiers: undefined });
  assert.equal(answer.cheapest, "basic");
  assert.equal(priceTier({ charges: [flat], note: undefined, readCap: null }, 1).exact, "1");
});

test("an assessment holds what the page shows", () => {
  const answer = assess({ reads: 2_000_000, usageType: "academic", months: 12 });
  const basic = answer.tiers.find((tier) => tier.id === "basic");
  assert.deepEqual(
    { fit: basic.fit, monthly: basic.monthly, perThousand: basic.perThousand, shortfall: basic.shortfall, monthsNeeded: basic.monthsNeeded },
    { fit: "overCap", monthly: "100.00", perThousand: "10", shortfall: 1_990_000, monthsNeeded: 200 },
  );
  assert.match(basic.reason, /^No: 1,990,000 short\./);
  assert.deepEqual(answer.freeEra.largest, {
    tier: "academic",
    reads: 10_000_000,
    cheapestNow: "enterprise-small",
    monthlyNow: "42000.00",
  });
  assert.deepEqual(answer.assumptions, [
    "Each wanted post costs 1 reads.",
    "Contracts whose minimum term is not public are taken to have none.",
  ]);
  assert.equal(answer.breakpointsCompleteTo, 10 ** 15);
  const committed = assess({ reads: 2_000_000, months: 1, assumedTermMonths: 24 });
  assert.equal(committed.tiers[0].total, "1008000.00");
  assert.equal(committed.assumptions[1], "Contracts whose minimum term is not public are taken to run for at least 24 months.");
});
