// The package beside what a user would write instead: the same totals in plain JavaScript with a decimal library. Both must
// say the same before either is timed.

import assert from "node:assert/strict";

import Decimal from "decimal.js";

import { assess, priceBooks, priceTier } from "../../target/package/node.js";

Decimal.set({ precision: 40, rounding: Decimal.ROUND_HALF_UP });

const isOpen = (tier, usageType) => {
  const rule = (tier.eligibility ?? []).find(({ usageTypes }) => usageTypes.includes(usageType));
  return !["no", "poor-fit"].includes(rule?.access);
};

/** One month of a tier, exactly; only the models that the price books use. */
function plainMonth(tier, reads) {
  return tier.charges.reduce((sum, charge) => {
    if (charge.model === "flat") return sum.plus(charge.fee);
    if (charge.model === "perUnit") return sum.plus(new Decimal(charge.unitPrice).times(reads));
    throw new Error(`${charge.model} is not needed here`);
  }, new Decimal(0));
}

/** The total of every tier of a price book over the months, stated to the cent each month; `null` without a public price. */
function plainTotals(book, months, usageType) {
  return book.tiers
    .filter((tier) => !tier.aside)
    .map((tier) => {
      const cap = tier.readCap ?? Infinity;
      const fits = isOpen(tier, usageType) && Math.max(...months) <= cap && tier.charges;
      const total =
        tier.charges &&
        months.reduce(
          (sum, reads) => sum.plus(plainMonth(tier, Math.min(reads, cap)).toDecimalPlaces(2)),
          new Decimal(0),
        );
      return { id: tier.id, fits: Boolean(fits), total: total?.toFixed(2) ?? null };
    });
}

const book = priceBooks().find(({ id }) => id === "2023-05");
const usageType = "academic";
const months = Array.from({ length: 12 }, (_, month) => Math.round(1_234_567 * 1.015 ** month));
const estimate = { priceBook: book.id, reads: months, usageType };

const expected = new Map(plainTotals(book, months, usageType).map((tier) => [tier.id, tier]));
const answer = assess(estimate);
assert.equal(answer.tiers.length, expected.size);
for (const { id, fit, total } of answer.tiers) {
  assert.deepEqual({ id, fits: fit === "fits", total }, expected.get(id));
}

/** The median time of one call in microseconds, over rounds long enough to trust the clock. */
function time(call) {
  for (let warm = 0; warm < 2_000; warm += 1) call();
  const rounds = Array.from({ length: 21 }, () => {
    const calls = 500;
    const start = process.hrtime.bigint();
    for (let count = 0; count < calls; count += 1) call();
    return Number(process.hrtime.bigint() - start) / calls / 1_000;
  });
  return rounds.sort((one, other) => one - other)[10];
}

const payPerUse = priceBooks().find(({ id }) => id === "2026-08").tiers.find(({ id }) => id === "pay-per-use");
const { evidence, eligibility, ...plainTier } = payPerUse;

console.log("equal results; microseconds a call, median of 21 rounds");
const row = (name, call) => console.log(`${time(call).toFixed(2).padStart(10)}  ${name}`);
row("package: assess, 12 months, with free era, history and breakpoints", () => assess(estimate));
row("plain JavaScript: the totals alone", () => plainTotals(book, months, usageType));
row("package: priceTier, with its lines", () => priceTier(plainTier, 1_234_567));
row("plain JavaScript: one month", () => plainMonth(plainTier, 1_234_567).toString());
