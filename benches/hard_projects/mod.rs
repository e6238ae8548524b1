//! Projects made up to be hard to plan: 60 months in three phases and twenty tiers of one's own, always the same ones.

use quota_calculator::pricing::{Months, Posts, Reads, RereadFactor, Tier, UsageType};
use quota_calculator::project::{Phase, PhaseName, PriceBasis, Project, ProjectFields};
use serde_json::{Value, json};

/// What makes the tiers of a project hard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// A fee up to a cap, so that every sum of caps is another number of reads.
    FlatCaps,
    /// Bands, prices of a read, and overage beyond the cap.
    Graduated,
    /// Both, with terms of 3 to 24 months, and prices and maxima of a year.
    Terms,
    /// Packages, a few or thousands to a month.
    Packages,
    /// Some of each.
    Mixed,
}

impl Family {
    pub const ALL: [Self; 5] = [Self::FlatCaps, Self::Graduated, Self::Terms, Self::Packages, Self::Mixed];

    pub const fn name(self) -> &'static str {
        match self {
            Self::FlatCaps => "flat caps",
            Self::Graduated => "graduated",
            Self::Terms => "with terms",
            Self::Packages => "packages",
            Self::Mixed => "mixed",
        }
    }
}

/// Numbers that look random and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    fn from(&mut self, least: u64, most: u64) -> u64 {
        least + self.below(most - least + 1)
    }

    fn one_of(&mut self, some: &[u64]) -> u64 {
        let place = self.below(some.len() as u64);
        usize::try_from(place).ok().and_then(|place| some.get(place)).copied().unwrap_or_default()
    }

    /// From a thousand on up to that many thousands, with as many small ones as large ones.
    fn spread(&mut self, thousands: u64) -> u64 {
        let doublings = self.below(u64::from(thousands.ilog2()) + 1);
        (self.from(500, 1_000) << doublings) + self.below(100)
    }
}

/// Hundred-thousandths of a dollar, as a price.
fn dollars(hundred_thousandths: u64) -> String {
    format!("{}.{:05}", hundred_thousandths / 100_000, hundred_thousandths % 100_000)
}

/// A tier of a family, dearer by the read where its cap is low.
fn tier(family: Family, place: u64, numbers: &mut Numbers) -> Tier {
    let cap = numbers.spread(1_000);
    // A read costs 0.1 to 1 cent; whoever buys many pays less.
    let unit = 100 + numbers.below(800) / (1 + u64::from((cap / 1_000 + 1).ilog2()) / 2);
    let kind = match family {
        Family::FlatCaps => 0,
        Family::Graduated => numbers.from(1, 4),
        Family::Terms => numbers.from(0, 3),
        Family::Packages => numbers.one_of(&[5, 5, 5, 1]),
        Family::Mixed => numbers.from(0, 5),
    };
    let mut bands = || {
        json!([{ "upTo": cap / 4, "unitPrice": dollars(unit * 5 / 4) },
               { "upTo": cap / 2, "unitPrice": dollars(unit), "flatFee": numbers.from(5, 40).to_string() },
               { "upTo": null, "unitPrice": dollars(unit * numbers.from(5, 9) / 10) }])
    };
    let fee = (unit * cap / 100_000 + 1).to_string();
    let charges = match kind {
        0 => json!([{ "model": "flat", "fee": fee }]),
        1 => json!([{ "model": "perUnit", "unitPrice": dollars(unit), "includedReads": cap / 20 },
                    { "model": "flat", "fee": (unit * cap / 1_000_000).to_string() }]),
        2 => json!([{ "model": "graduated", "bands": bands() }]),
        3 => json!([{ "model": "volume", "bands": bands() }]),
        4 => json!([{ "model": "flat", "fee": (unit * (cap / 2) / 100_000 + 5).to_string() },
                    { "model": "perUnit", "unitPrice": dollars(unit), "includedReads": cap / 2 }]),
        _ => {
            let size = (cap / numbers.one_of(&[4, 11, 40, 300, 5_000])).max(1);
            json!([{ "model": "package", "packageSize": size, "packagePrice": dollars(unit * size) }])
        }
    };
    let mut fields = json!({ "id": format!("own-{place}"), "charges": charges, "readCap": cap });
    if family == Family::Graduated && numbers.below(2) == 0 {
        fields["overage"] = json!([{ "model": "perUnit", "unitPrice": dollars(unit * 3 / 2) }]);
    }
    let with_terms = match family {
        Family::Terms => 2,
        Family::Mixed => 1,
        _ => 0,
    };
    if numbers.below(3) < with_terms {
        fields["termMonths"] = json!(numbers.one_of(&[3, 6, 12, 24]));
    }
    let year = numbers.below(6);
    if year < with_terms {
        fields["annualPrice"] = json!((unit * cap / 100_000 * numbers.from(8, 11) + 7).to_string());
    } else if year < 2 * with_terms {
        fields["annualMaximum"] = json!((unit * cap / 100_000 * numbers.from(8, 11) + 3).to_string());
    }
    serde_json::from_value::<Tier>(Value::clone(&fields)).expect("a tier")
}

/// The project of that number: the same number, the same project.
pub fn hard_project(family: Family, number: u64) -> Project {
    let mut numbers = Numbers(number * 1_000 + family as u64);
    let custom_tiers: Vec<Tier> = (0..20).map(|place| tier(family, place, &mut numbers)).collect();
    let caps: u64 = custom_tiers.iter().filter_map(|tier| tier.read_cap).map(Reads::get).sum();
    let largest = custom_tiers.iter().filter_map(|tier| tier.read_cap).map(Reads::get).max().unwrap_or_default();
    let mut phase = |name: &str, months: u64| {
        // The middle tier can't do it, the largest can.
        let posts = months * numbers.from(caps / 40, largest * 2 / 3);
        Phase {
            name: PhaseName::new(name).expect("a name"),
            posts: Posts::new(posts).expect("posts"),
            months: Months::try_from(i128::from(months)).expect("months"),
        }
    };
    let phases = vec![phase("Pilot", 12), phase("Collection", 36), phase("Refresh", 12)];
    Project::new(ProjectFields {
        start: "2026-12-01".parse().expect("a day"),
        phases,
        // Nothing listed is sold for it at a public price.
        usage_type: UsageType::AiTraining,
        reread_factor: RereadFactor::NONE,
        prices: PriceBasis::ByDate,
        custom_tiers,
        assumed_term: None,
        limit: Some("10000".parse().expect("a price")),
    })
    .expect("a project")
}
