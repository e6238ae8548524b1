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

const { assess, fromLink, linkFor, mostReads, priceBooks, priceTier, sources } = await importIntoProject(
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
const draft = {
  number: "2026-014",
  validUntil: "2026-12-24",
  estimate: { reads: 2_000_000 },
  options: [{ tier: "enterprise-small" }],
};
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
  [() => assess({ reads: -1 }), "reads: -1 is negative: posts are 0 or more"],
  [() => assess({ reads: 2 ** 53 }), "reads: 9007199254740992 is beyond the whole numbers that a floating-point number keeps exactly"],
  [() => assess({ reads: 10 ** 15 + 1 }), "reads: 1000000000000001 is too many posts: at most 1000000000000000 (10^15) can be priced"],
  [() => assess({ reads: 2n ** 63n }), /^reads: 9223372036854775808 is too many posts/],
  [() => assess({ reads: -1n }), "reads: -1 is negative: posts are 0 or more"],
  [() => assess({ reads: "10" }), /^reads: invalid type: string "10", expected a whole number, or a list of whole numbers/],
  [() => assess({ reads: [] }), "reads: 0 months are given: an estimate has 1 to 120"],
  [() => assess({ reads: Array(121).fill(1) }), "reads: 121 months are given: an estimate has 1 to 120"],
  [() => assess({ reads: [1, -2] }), "reads[1]: -2 is negative: posts are 0 or more"],
  [() => assess({ reads: [1, 0.5] }), "reads[1]: 0.5 is not a whole number"],
  [() => assess({ reads: [1, 2], months: 3 }), "months is 3, but reads has 2 months: leave months out"],
  [() => assess({ reads: [1], growthPercent: 5 }), "growthPercent is given, but months that are given one by one don't grow"],
  [() => assess({ reads: 1, months: 0 }), "months: 0 months can't be priced: use 1 to 120"],
  [() => assess({ reads: 1, assumedTermMonths: 121 }), "assumedTermMonths: 121 months can't be priced: use 1 to 120"],
  [() => assess({ reads: 1, months: 1.5 }), "months: 1.5 is not a whole number"],
  [() => assess({ reads: 1, growthPercent: NaN }), /^growthPercent: `NaN` is not a growth/],
  [() => assess({ reads: 1, growthPercent: 1001 }), /^growthPercent: `1001` is not a growth: write -100 to 1000/],
  [() => assess({ reads: 10 ** 15, growthPercent: 1 }), "month 2 outgrows what can be priced: at most 1000000000000000 (10^15) posts a month"],
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
  [() => assess({ reads: 2 * 10 ** 12, period: "hour" }), "reads: 2000000000000 posts an hour are too many: at most 1000000000000000 (10^15) a month can be priced"],
  [() => assess({ reads: 1, period: "fortnight" }), /^period: unknown variant `fortnight`, expected one of `hour`/],
  [() => assess({ reads: [1], period: "day" }), "period is given, but reads that are given one by one are months"],
  [() => assess({ reads: 5, low: 6 }), "the low volume, 6 posts a month, is above the expected 5 a month"],
  [() => assess({ reads: [5], high: 6 }), "a low and a high volume need one expected volume, but the months are given one by one"],
  [() => assess({ reads: 5, low: -1 }), "low: -1 is negative: posts are 0 or more"],
  [() => assess({ reads: 5, budget: 0.5 }), /^budget: invalid type: floating point `0.5`, expected a price as text/],
  [() => assess({ reads: 5, kind: "quote" }), "kind: unknown variant `quote`, expected `estimate`"],
  [() => linkFor(), /^estimate: invalid type: unit value, expected an estimate/],
  [() => linkFor({}), "estimate: missing field `reads`"],
  [() => linkFor({ reads: 0.5 }), "reads: 0.5 is not a whole number"],
  [() => linkFor({ reads: 5, priceBook: "2022" }), /^priceBook: `2022` is not a price book/],
  [() => linkFor({ reads: 5, customTiers: [{ name: "x".repeat(81), charges: [flat] }] }), /^its link would not open: tiers is .*tiers\[0\]\.name: it has 81 characters, but at most 80 are kept$/],
  [() => linkFor({ ...draft, options: 5 }), /^options: /],
  [() => linkFor({ ...draft, options: [] }), "options: 0 are given, and a quote has 1 to 3"],
  [() => linkFor({ ...draft, options: [{ tier: "gold" }] }), "the tier `gold` is neither in the price book nor one of the quote’s own"],
  [() => linkFor({ ...draft, options: [{ tier: "basic", price: 5 }] }), /^options\[0\]\.price: unknown field `price`, expected one of `tier`/],
  [() => linkFor({ ...draft, options: [{ tier: "basic", discountPercent: 101 }] }), /^options\[0\]\.discountPercent: `101` is not a discount/],
  [() => linkFor({ ...draft, options: [{ tier: "basic", billing: "weekly" }] }), "options[0].billing: unknown variant `weekly`, expected `monthly` or `annual`"],
  [() => linkFor({ ...draft, number: "a b" }), "number: `a b` is not the number of a quote: write 1 to 20 letters, digits, hyphens, dots, underscores and slashes, like 2026-014"],
  [() => linkFor({ ...draft, number: 5 }), /^number: invalid type: floating point `5.0`, expected a string/],
  [() => linkFor({ ...draft, revision: 256 }), "revision: 256 is not a revision: use 1 to 255"],
  [() => linkFor({ ...draft, replaces: 1 }), "a revision replaces an earlier one"],
  [() => linkFor({ ...draft, recommended: 1 }), "the recommended option is none of the options"],
  [() => linkFor({ ...draft, recommended: -1 }), "recommended: -1 is not the place of an option: the first is 0"],
  [() => linkFor({ ...draft, customer: "x".repeat(51) }), "customer: it has 51 characters, and at most 50 are kept"],
  [() => linkFor({ ...draft, validUntil: "2026-13-01" }), "validUntil: `2026-13-01` is not a day: write year, month and day, like 2026-11-24"],
  [() => linkFor({ ...draft, issued: "2026-12-25" }), "it is valid until 2026-12-24, but issued only on 2026-12-25: choose a later last day"],
  [() => linkFor({ ...draft, validUntil: undefined }), /^validUntil: invalid type: unit value, expected a string/],
  [() => linkFor({ ...draft, items: [{ label: "Set-up", amount: 1.5 }] }), /^items\[0\]\.amount: invalid type: floating point `1.5`, expected a price as text/],
  [() => linkFor({ ...draft, estimate: { reads: -1 } }), "estimate.reads: -1 is negative: posts are 0 or more"],
  [() => linkFor({ ...draft, estimate: { reads: 1, priceBook: "2022" } }), /^estimate: priceBook: `2022` is not a price book/],
  [() => linkFor({ ...draft, estimate: { reads: 1, months: 18 }, options: [{ tier: "basic", billing: "annual" }] }), /^annual billing needs a term in whole years/],
  [() => linkFor({ ...draft, discount: 5 }), /^discount: unknown field `discount`, expected one of `number`/],
  [() => fromLink(5), /^link: invalid type: floating point `5.0`, expected a string/],
  [() => fromLink(""), "link: it doesn’t begin with a version, like v1"],
  [() => fromLink("https://example.org/"), "link: it doesn’t begin with a version, like v1"],
  [() => fromLink("v1/reads=5"), "link: a part is missing: period, usage, months, prices"],
  [() => fromLink("#v9/reads=5"), "link: its version is v9, which this calculator doesn’t know; a newer one may have made it"],
  [() => fromLink("#q1/BQ"), /^link: its end is missing/],
  [() => fromLink(linkFor(draft) + "A"), "link: it was altered on its way: its checksum doesn’t fit, so nothing in it can be trusted"],
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

/** The lines of a file that are links. */
function links(file) {
  const lines = readFileSync(join(root, "tests", file), "utf8").split("\n");
  return lines.filter((line) => /^[vq]\d/.test(line)).map((line) => line.split(" ")[0]);
}

test("every link of an estimate goes through the package and back", () => {
  const more = [
    "v2/reads=5000/period=day/growth=-7.25/usage=academic/months=18/reread=1.5/term=6/low=3000/high=9000/prices=2026-08",
    "v2/given=1000*3,25000,7/usage=hobby/term=6/prices=2023-03",
    "v2/reads=1/period=month/usage=academic/months=12/budget=777.77/prices=2026-08",
    "v2/reads=70000/period=week/usage=academic/months=12/tiers=!((name:Ours,charges:!((model:perUnit,unitPrice:0.0075,includedReads:1000)),discountPercent:10,termMonths:24))/prices=2023-05",
  ];
  const all = [...links("old-links.txt"), ...more];
  assert.ok(all.length > 14);
  for (const link of all) {
    const estimate = fromLink(link);
    assert.equal(estimate.kind, "estimate");
    assert.equal(linkFor(estimate), link);
    assert.deepEqual(fromLink(`https://example.org/a?b#${link}`), estimate);
    assert.equal(assess(estimate).priceBook, estimate.priceBook);
  }
});

test("every field of an estimate has its place in a link", () => {
  const custom = {
    id: "own", name: "Own, of '研究' & (more)", charges: [{ model: "graduated", bands: [{ upTo: 10, unitPrice: "1" }, { unitPrice: "0.5", flatFee: "3" }] }],
    discountPercent: 12.5, monthlyMinimum: 5, readCap: 100, overage: [flat], eligibility: [{ usageTypes: ["hobby"], access: "no", reason: "No" }],
  };
  const whole = {
    priceBook: "2026-08", reads: 5_000, period: "day", months: 18, growthPercent: 2.5, usageType: "hobby", rereadFactor: 1.5,
    assumedTermMonths: 6, low: 3_000, high: 9_000, budget: "100.50", customTiers: [custom],
  };
  const read = fromLink(linkFor(whole));
  assert.deepEqual(
    { ...read, customTiers: undefined },
    { ...whole, kind: "estimate", growthPercent: "2.5", rereadFactor: "1.5", budget: "100.5", customTiers: undefined },
  );
  const reads = 75;
  assert.deepEqual(priceTier(read.customTiers[0], reads), priceTier(custom, reads));
  assert.equal(read.customTiers[0].name, custom.name);
  assert.deepEqual(assess(read), assess(whole));
  assert.deepEqual(fromLink(linkFor({ reads: [5n, 5, 7] })).reads, [5, 5, 7]);
});

test("a budget is answered by what it buys", () => {
  const answer = assess({ priceBook: "2026-08", reads: 5, months: 1, budget: "100" });
  const [best] = mostReads({ priceBook: "2026-08", reads: 0 }, "100");
  assert.deepEqual(answer.reads, [best.reads]);
});

test("every link of a quote goes through the package and back", () => {
  const whole = {
    ...draft, number: "ACME/7", revision: 3, replaces: 1, customer: "Acme, “Inc.”", preparedBy: "Mia", contact: "mia@example.com",
    issued: "2026-11-24", recommended: 1, items: [{ label: "Set-up", amount: "250.005" }], notes: "one\n\ntwo", terms: "=1", isOffer: true,
    estimate: { priceBook: "2024-10", reads: [1_000, 2_000], customTiers: [{ id: "own", name: "Own", charges: [flat] }], assumedTermMonths: 24 },
    options: [{ tier: "basic", discountPercent: "0.0001", reason: "why not" }, { tier: "own" }, { tier: "pro" }],
  };
  const full = linkFor(whole);
  const { quotation, kind, title, isSigned, isPriceBookSame, ...read } = fromLink(full);
  assert.deepEqual({ kind, title, isSigned, isPriceBookSame }, { kind: "quote", title: "ACME/7, revision 3", isSigned: false, isPriceBookSame: true });
  for (const key of ["number", "revision", "replaces", "customer", "preparedBy", "contact", "issued", "validUntil", "recommended", "items", "notes", "terms", "isOffer"]) {
    assert.deepEqual(read[key], whole[key], key);
  }
  assert.deepEqual(read.estimate.reads, whole.estimate.reads);
  assert.equal(read.estimate.assumedTermMonths, 24);
  assert.deepEqual(read.options.map(({ tier, discountPercent, reason, billing }) => [tier, discountPercent, reason, billing]), [
    ["basic", "0.0001", "why not", "monthly"], ["own", "0", undefined, "monthly"], ["pro", "0", undefined, "monthly"],
  ]);
  assert.deepEqual(quotation.options.map((option) => option.total), ["650.01", "252.01", "10250.01"]);
  assert.equal(quotation.oneOff, "250.01");
  for (const link of [...links("old-quote-links.txt"), linkFor(draft), full]) {
    const quote = fromLink(`https://example.org/#${link}`);
    assert.equal(quote.kind, "quote");
    if (!quote.isSigned) assert.equal(linkFor(quote), link);
    assert.deepEqual(fromLink(linkFor(quote)), { ...quote, isSigned: false, isPriceBookSame: true });
    assert.equal(linkFor(JSON.parse(JSON.stringify({ ...quote, link: "https://example.org/" }))), linkFor(quote));
  }
});

test("a quote without a public price says null", () => {
  const quote = { ...draft, estimate: { reads: 2_000_000, priceBook: "2024-10", months: 1 }, options: [{ tier: "enterprise" }, { tier: "basic" }] };
  const [unknown, over] = fromLink(linkFor(quote)).quotation.options;
  assert.deepEqual(
    [unknown.monthly, unknown.annual, unknown.list, unknown.discount, unknown.oneOff, unknown.total, unknown.payments, unknown.lines],
    [null, null, null, null, null, null, [], []],
  );
  assert.deepEqual([unknown.fit, over.fit, over.annual], ["noPublicPrice", "overCap", null]);
  assert.match(over.warning, /^It doesn’t serve these reads: the busiest month needs 2,000,000/);
});
