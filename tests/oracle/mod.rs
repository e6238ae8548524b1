//! What a tier costs, computed a second time and differently: from the raw fields, in fractions of big whole numbers, band
//! by band from overlaps of intervals. It shares no arithmetic with the engine.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_rational::Ratio;

/// A tier as the generator makes it; everything optional is really optional.
#[derive(Clone, Debug)]
pub struct RawTier {
    pub charges: Vec<RawCharge>,
    pub discount: Option<String>,
    pub minimum: Option<String>,
    pub maximum: Option<String>,
    pub cap: Option<(u64, Vec<RawCharge>)>,
}

#[derive(Clone, Debug)]
pub enum RawCharge {
    Flat(String),
    PerUnit(String, u64),
    Package(u64, String, u64),
    Graduated(Vec<RawBand>, u64),
    Volume(Vec<RawBand>, u64),
}

/// Upper bound, unit price, flat fee.
pub type RawBand = (Option<u64>, String, String);

/// A plain decimal number as a fraction.
pub fn fraction(text: &str) -> BigRational {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let digits: BigInt = format!("{whole}{decimals}").parse().expect("digits");
    Ratio::new(digits, BigInt::from(10).pow(u32::try_from(decimals.len()).expect("few digits")))
}

fn count(number: u64) -> BigRational {
    Ratio::from_integer(number.into())
}

fn charge(charge: &RawCharge, reads: u64) -> BigRational {
    match charge {
        RawCharge::Flat(fee) => fraction(fee),
        RawCharge::PerUnit(price, included) => fraction(price) * count(reads.saturating_sub(*included)),
        RawCharge::Package(size, price, included) => {
            let started = (count(reads.saturating_sub(*included)) / count(*size)).ceil();
            fraction(price) * started
        }
        RawCharge::Graduated(bands, included) => {
            let billable = reads.saturating_sub(*included);
            let mut below = 0;
            let mut sum = count(0);
            for (place, (up_to, price, fee)) in bands.iter().enumerate() {
                let end = up_to.unwrap_or(u64::MAX);
                // The reads numbered below+1 to end that are among 1 to billable.
                let overlap = billable.min(end).saturating_sub(below);
                if overlap > 0 || place == 0 {
                    sum += fraction(price) * count(overlap) + fraction(fee);
                }
                below = end;
            }
            sum
        }
        RawCharge::Volume(bands, included) => {
            let billable = reads.saturating_sub(*included);
            let holds = |band: &&RawBand| band.0.is_none_or(|up_to| billable <= up_to);
            let (_, price, fee) = bands.iter().find(holds).expect("the last band has no end");
            fraction(price) * count(billable) + fraction(fee)
        }
    }
}

/// The exact month.
pub fn month(tier: &RawTier, reads: u64) -> BigRational {
    let (within, overage): (u64, &[RawCharge]) = match &tier.cap {
        Some((cap, overage)) if !overage.is_empty() && reads > *cap => (*cap, overage),
        _ => (reads, &[]),
    };
    let mut sum: BigRational = tier.charges.iter().map(|it| charge(it, within)).sum();
    sum += overage.iter().map(|it| charge(it, reads - within)).sum::<BigRational>();
    if let Some(discount) = &tier.discount {
        sum = sum * (count(100) - fraction(discount)) / count(100);
    }
    if let Some(minimum) = &tier.minimum {
        sum = sum.max(fraction(minimum));
    }
    if let Some(maximum) = &tier.maximum {
        sum = sum.min(fraction(maximum));
    }
    sum
}

/// Rounded half up to the cent, as a fraction.
pub fn to_the_cent(amount: &BigRational) -> BigRational {
    (amount * count(100) + Ratio::new(1.into(), 2.into())).floor() / count(100)
}

/// The tier in the schema of the engine.
pub fn json(tier: &RawTier) -> serde_json::Value {
    use serde_json::json;
    let bands = |bands: &[RawBand]| {
        let band = |(up_to, price, fee): &RawBand| json!({ "upTo": up_to, "unitPrice": price, "flatFee": fee });
        bands.iter().map(band).collect::<Vec<_>>()
    };
    let charges = |charges: &[RawCharge]| {
        let charge = |charge: &RawCharge| match charge {
            RawCharge::Flat(fee) => json!({ "model": "flat", "fee": fee }),
            RawCharge::PerUnit(price, included) => {
                json!({ "model": "perUnit", "unitPrice": price, "includedReads": included })
            }
            RawCharge::Package(size, price, included) => {
                json!({ "model": "package", "packageSize": size, "packagePrice": price, "includedReads": included })
            }
            RawCharge::Graduated(list, included) => {
                json!({ "model": "graduated", "bands": bands(list), "includedReads": included })
            }
            RawCharge::Volume(list, included) => {
                json!({ "model": "volume", "bands": bands(list), "includedReads": included })
            }
        };
        charges.iter().map(charge).collect::<Vec<_>>()
    };
    let mut fields = json!({ "charges": charges(&tier.charges) });
    let texts =
        [("discountPercent", &tier.discount), ("monthlyMinimum", &tier.minimum), ("monthlyMaximum", &tier.maximum)];
    for (name, text) in texts {
        if let Some(text) = text {
            fields[name] = json!(text);
        }
    }
    if let Some((cap, overage)) = &tier.cap {
        fields["readCap"] = json!(cap);
        if !overage.is_empty() {
            fields["overage"] = json!(charges(overage));
        }
    }
    fields
}
