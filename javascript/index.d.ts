// Money goes as decimal text: fields named `exact` unrounded, all others to the cent. `null` stands for a price that isn't
// public; it never means free. Prices are US dollars before tax.

/** A whole number from 0 to 10^15. */
export type Reads = number | bigint;

/** Dollars, 0 to 10^12 with at most 12 decimal places: text such as `"0.005"`, or a whole number. */
export type Dollars = string | number;

export type UsageType =
  | "hobby"
  | "academic"
  | "commercial-small"
  | "commercial-scale"
  | "public-utility"
  | "government-end-user"
  | "ai-training";

export type Fit = "fits" | "overCap" | "notEligible" | "noPublicPrice";

/** What a tier's terms say of a usage type. */
export type Access = "yes" | "apply" | "contract" | "poor-fit" | "no" | "unknown";

export interface Band {
  /** The last read of the band, itself included; absent or `null` on the last band. */
  upTo?: Reads | null;
  unitPrice: Dollars;
  /** Paid once for entering the band. */
  flatFee?: Dollars;
}

/** One priced component of a tier; `includedReads` are free before it applies. */
export type Charge =
  | { model: "flat"; fee: Dollars }
  | { model: "perUnit"; unitPrice: Dollars; includedReads?: Reads }
  | { model: "package"; packageSize: Reads; packagePrice: Dollars; includedReads?: Reads }
  | { model: "graduated"; bands: Band[]; includedReads?: Reads }
  | { model: "volume"; bands: Band[]; includedReads?: Reads };

export interface AccessRule {
  usageTypes: UsageType[];
  access: Access;
  reason?: string;
  sources?: string[];
}

export interface Evidence {
  status: "official" | "reported" | "derived" | "third-party";
  confidence: "high" | "medium" | "low";
  sources: string[];
}

/** What one can buy. Charges, discount, monthly minimum, monthly maximum and annual maximum apply in this order. */
export interface Tier {
  /** Letters, digits and hyphens; unique among the tiers that are compared. */
  id?: string;
  name?: string;
  /** Absent when there is no public price. */
  charges?: Charge[];
  discountPercent?: string | number;
  monthlyMinimum?: Dollars;
  monthlyMaximum?: Dollars;
  annualMaximum?: Dollars;
  /** Twelve months paid in advance. */
  annualPrice?: Dollars;
  /** The months one commits to. */
  termMonths?: number | "unknown";
  readCap?: Reads;
  /** What happens at the cap: by default it stops, or charges overage where `overage` is given. */
  atCap?: "stop" | "overage" | "contract" | "top-up";
  /** Charges for the reads beyond the cap. */
  overage?: Charge[];
  eligibility?: AccessRule[];
  existingCustomersOnly?: boolean;
  indicativePrice?: Dollars;
  /** Why it is listed but not compared. */
  aside?: string;
  evidence?: { price: Evidence; readCap?: Evidence; annualPrice?: Evidence };
  note?: string;
}

export interface PriceBook {
  id: string;
  name: string;
  title: string;
  /** The first day it applied, as YYYY-MM-DD. */
  from: string;
  /** The last day it applied; absent while it does. */
  until?: string;
  deduplication: "unknown" | "billing-cycle" | "billing-cycle-then-day" | "day" | "utc-day";
  evidence: Evidence;
  notes?: string[];
  tiers: (Tier & { id: string; name: string })[];
}

export interface Source {
  id: string;
  kind: "primary" | "vendor-forum" | "news" | "reprint" | "third-party" | "developer";
  title: string;
  url: string;
  date?: string;
}

/** One line of arithmetic; the lines of a bill add up to its `exact` amount. */
export interface Line {
  text: string;
  exact: string;
}

/** One month. */
export interface Price {
  exact: string | null;
  amount: string | null;
  lines: Line[];
}

export interface Estimate {
  /** The id of a price book; `2023-03` by default. */
  priceBook?: string;
  /** Posts wanted in a period: one number for every period, or a list with a number for each of 1 to 120 months. */
  reads: Reads | Reads[];
  /** `month` by default; not with a list. */
  period?: "hour" | "day" | "week" | "month" | "year";
  /** 1 to 120; 12 by default, or as many as the list has. */
  months?: number;
  /** From month to month, -100 to 1,000; not with a list. */
  growthPercent?: string | number;
  /** `academic` by default. */
  usageType?: UsageType;
  /** Reads that one wanted post costs, 0.0001 to 1,000; 1 by default. */
  rereadFactor?: string | number;
  /** At most 100. */
  customTiers?: Tier[];
  /** The minimum term of contracts whose term is not public, 1 to 120; none by default. */
  assumedTermMonths?: number;
  /** A lower and a higher volume to look at beside `reads`, in the same period. Links keep them; `assess` answers `reads`. */
  low?: Reads;
  high?: Reads;
  /** Dollars a month to spend: `assess` then answers the most reads that they buy at any tier. */
  budget?: Dollars;
}

export interface TierAssessment {
  id: string;
  name: string;
  fit: Fit;
  /** Why it doesn't fit, as a sentence; `null` when it fits. */
  reason: string | null;
  access: Access;
  /** The first month. */
  monthly: string | null;
  /** Twelve months; `null` also when fewer than twelve were given one by one, or when growth goes over the cap by then. */
  annual: string | null;
  /** Twelve months paid in advance; `null` also when that isn't offered. */
  annualBilled: string | null;
  /** All months of the estimate, or of the tier's term where that is longer. */
  total: string | null;
  /** The average, to a millionth of a dollar; `null` also without reads. */
  perThousand: string | null;
  /** Every month that is paid. */
  months: string[];
  /** The first month's arithmetic. */
  lines: Line[];
  readCap: number | null;
  atCap: "stop" | "overage" | "contract" | "top-up" | null;
  /** The busiest month over the cap; 1 is exactly full. */
  capUsed: string | null;
  shortfall: number | null;
  /** Months in which it would serve the busiest month. */
  monthsNeeded: number | null;
  termMonths: number | "unknown" | null;
  existingCustomersOnly: boolean;
}

/** A number of reads a month, the first at which something changes. */
export type Breakpoint =
  | {
      kind: "cheapestChanges";
      reads: number;
      from: { tier: string; exact: string } | null;
      to: { tier: string; exact: string } | null;
    }
  | { kind: "capStops"; reads: number; tier: string }
  | { kind: "totalFalls"; reads: number; tier: string; fromExact: string; toExact: string };

export interface Assessment {
  priceBook: string;
  usageType: UsageType;
  /** The reads of each month, with the re-read factor. */
  reads: number[];
  rereadFactor: string;
  /** The id of the cheapest tier that fits. */
  cheapest: string | null;
  /** What fits first, cheapest first. */
  tiers: TierAssessment[];
  /** The programme that would have covered the reads, and the largest that was open to the usage type. */
  freeEra: {
    tier: string | null;
    monthly: string | null;
    total: string | null;
    readCap: number | null;
    largest: { tier: string; reads: number; cheapestNow: string | null; monthlyNow: string | null } | null;
  };
  /** The cheapest tier in every price book, oldest first; `otherwise` says why none fits. */
  history: {
    priceBook: string;
    from: string;
    cheapest: string | null;
    monthly: string | null;
    total: string | null;
    otherwise: Exclude<Fit, "fits"> | null;
  }[];
  /** Where the answer for one month changes, rising from 0. */
  breakpoints: Breakpoint[];
  /** The last number of reads that was searched for breakpoints. */
  breakpointsCompleteTo: number;
  /** The next volume above the busiest month at which the cheapest tier changes or none fits any more. */
  nextCliff: Breakpoint | null;
  assumptions: string[];
}

/** An estimate with a tier, commercial terms and a validity date, addressed to a customer. */
export interface Quote {
  /** 1 to 20 letters, digits, hyphens, dots, underscores and slashes; it stays the same through all revisions. */
  number: string;
  /** 1 to 255; 1 by default. */
  revision?: number;
  /** The earlier revision that it replaces. */
  replaces?: number;
  /** At most 50 characters. */
  customer?: string;
  /** At most 50 characters. */
  preparedBy?: string;
  /** At most 60 characters. */
  contact?: string;
  /** The first day on which it holds, as YYYY-MM-DD; absent in a draft. */
  issued?: string;
  /** The last day on which it holds, as YYYY-MM-DD. */
  validUntil: string;
  /** Its months are the term. Its range, its budget and custom tiers that no option offers aren't kept. */
  estimate: Estimate;
  /** The tiers that are offered side by side, 1 to 3. */
  options: QuoteOption[];
  /** The place of the recommended option: the first is 0. */
  recommended?: number;
  /** What is paid once, whichever option is chosen; at most 4. */
  items?: OneOffItem[];
  /** At most 200 characters, in several lines if need be. */
  notes?: string;
  /** At most 250 characters, in several lines if need be. */
  terms?: string;
  /** Whether it is meant as an offer; otherwise it is an estimate. */
  isOffer?: boolean;
}

export interface QuoteOption {
  /** The id of a tier of the price book, or of a custom tier. */
  tier: string;
  /** Off every payment: 0 to 100. */
  discountPercent?: string | number;
  /** Why there is a discount, in at most 40 characters. */
  reason?: string;
  /** `monthly` by default; `annual` needs a term in whole years. */
  billing?: "monthly" | "annual";
}

export interface OneOffItem {
  /** At most 40 characters. */
  label: string;
  amount: Dollars;
}

/** What a quote comes to at the prices of its price book. */
export interface Quotation {
  priceBook: string;
  /** What it is for, as a sentence. */
  question: string;
  assumptions: string;
  /** One for each option of the quote. */
  options: QuotedOption[];
  items: { label: string; amount: string }[];
  /** All items together. */
  oneOff: string;
  /** What it is worth, as a sentence. */
  standing: string;
}

/** All amounts are `null` when the tier has no public price. */
export interface QuotedOption {
  tier: string;
  name: string;
  /** What was agreed, and the tier's own terms, in words. */
  agreed: string;
  tierTerms: string;
  fit: Fit;
  /** Why it doesn't do, as a sentence; `null` when it does. */
  warning: string | null;
  /** The reads of the busiest month. */
  peakReads: number;
  /** The first month after the discount; on average where a year is paid in advance. */
  monthly: string | null;
  /** The first twelve months after the discount, without one-off items; `null` also for a shorter term. */
  annual: string | null;
  /** The whole term before the discount. */
  list: string | null;
  /** What the discount takes off the whole term: not positive. */
  discount: string | null;
  oneOff: string | null;
  /** The whole term after the discount, with one-off items. */
  total: string | null;
  /** The payments of the term, in order. */
  payments: { months: number; list: string; discount: string; net: string }[];
  /** The first month's arithmetic; empty where a year has a price of its own. */
  lines: Line[];
}

/** What a link stands for. `linkFor` takes it as it is, and `assess` an estimate. */
export type Linked =
  | (Estimate & { kind: "estimate" })
  | (Quote & {
      kind: "quote";
      /** The number with the revision, from the second on. */
      title: string;
      quotation: Quotation;
      /** Whether it bears a signature, which is not checked here. */
      isSigned: boolean;
      /** Whether the price book charges the same as when the quote was made; if not, it was corrected since. */
      isPriceBookSame: boolean;
    });

/** Every price book, oldest first. */
export function priceBooks(): PriceBook[];

/** The documents that the price books' figures come from. */
export function sources(): Source[];

/** Prices one month of a tier. Throws an `Error` that names the field, the value and the rule it breaks. */
export function priceTier(tier: Tier, reads: Reads): Price;

/** Answers an estimate. Throws an `Error` that names the field, the value and the rule it breaks. */
export function assess(estimate: Estimate): Assessment;

/** The most reads a month that a budget buys at each tier, most first; `reads` is `null` where it buys not even none. */
export function mostReads(
  estimate: Estimate,
  budget: Dollars,
): { tier: string; reads: number | null; monthly: string | null }[];

/**
 * The part of an address behind `#` that stands for an estimate, or for a quote, which is told by its `options`. It carries
 * what was entered, and is never signed. Throws an `Error` that names the field, the value and the rule it breaks.
 */
export function linkFor(estimateOrQuote: Estimate | Quote): string;

/** What a link stands for: a whole address, or its part behind the first `#`. Throws an `Error` that says what is wrong. */
export function fromLink(link: string): Linked;
