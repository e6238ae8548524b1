//! A tier's prices in words, before any reads are known.

use crate::numbers::NumberStyle;
use crate::pricing::{Band, Bands, Charge, Discount, Price, Reads, Tier};

/// What a month of a tier costs: `$100 a month`, `$0.005 a read`, or `no public price`, with every discount, minimum and
/// maximum, and the price of reads beyond the cap.
#[must_use]
pub fn price_phrase(tier: &Tier, style: NumberStyle) -> String {
    let Some(charges) = &tier.charges else { return "no public price".to_owned() };
    let mut phrase = charges_phrase(charges, style);
    if tier.discount_percent != Discount::NONE {
        phrase += &format!(", less {}%", tier.discount_percent);
    }
    let bounds = [
        ("at least", tier.monthly_minimum, "a month"),
        ("at most", tier.monthly_maximum, "a month"),
        ("at most", tier.annual_maximum, "in twelve months"),
    ];
    for (bound, price, span) in bounds {
        if let Some(price) = price {
            phrase += &format!(", {bound} {} {span}", style.price(price));
        }
    }
    if let Some((_, overage)) = tier.beyond_cap() {
        phrase += &format!("; beyond the read cap {}", charges_phrase(overage, style));
    }
    phrase
}

fn charges_phrase(charges: &[Charge], style: NumberStyle) -> String {
    let phrases: Vec<_> = charges.iter().map(|charge| charge_phrase(charge, style)).collect();
    phrases.join(" plus ")
}

/// One charge in words: `$5 for each started package of 1,000 reads`.
fn charge_phrase(charge: &Charge, style: NumberStyle) -> String {
    let mut phrase = match charge {
        Charge::Flat { fee } => format!("{} a month", style.price(*fee)),
        Charge::PerUnit { unit_price, .. } => format!("{} a read", style.price(*unit_price)),
        Charge::Package { package_size, package_price, .. } => {
            format!(
                "{} for each started package of {} reads",
                style.price(*package_price),
                style.reads(package_size.reads())
            )
        }
        Charge::Graduated { bands, .. } => {
            format!("each read at the price of its band ({})", bands_phrase(bands, style))
        }
        Charge::Volume { bands, .. } => {
            format!("all reads at the price of the band that their total falls into ({})", bands_phrase(bands, style))
        }
    };
    let included = charge.included_reads();
    if included != Reads::ZERO {
        phrase += &format!(" after {} included reads", style.reads(included));
    }
    phrase
}

fn bands_phrase(bands: &Bands, style: NumberStyle) -> String {
    let band_phrase = |band: &Band| {
        let bound = band.up_to.map_or_else(|| "then".to_owned(), |up_to| format!("up to {}", style.reads(up_to)));
        let fee = (band.flat_fee != Price::ZERO).then(|| format!(" and {} once", style.price(band.flat_fee)));
        format!("{bound} {} a read{}", style.price(band.unit_price), fee.unwrap_or_default())
    };
    let phrases: Vec<_> = bands.list().iter().map(band_phrase).collect();
    phrases.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn case(tier: &str, expected: &str) {
        let tier: Tier = serde_json::from_str(tier).expect("a tier");
        assert_eq!(price_phrase(&tier, NumberStyle::ENGLISH), expected);
    }

    #[test]
    fn every_model_says_its_price() {
        case("{}", "no public price");
        case(r#"{ "charges": [{ "model": "flat", "fee": "0" }] }"#, "$0 a month");
        case(
            r#"{ "charges": [
                { "model": "flat", "fee": "42000" },
                { "model": "perUnit", "unitPrice": "0.005", "includedReads": 1000 }
            ] }"#,
            "$42,000 a month plus $0.005 a read after 1,000 included reads",
        );
        case(
            r#"{ "charges": [{ "model": "package", "packageSize": 1000, "packagePrice": "5" }] }"#,
            "$5 for each started package of 1,000 reads",
        );
        case(
            r#"{ "charges": [{ "model": "graduated", "bands": [
                { "upTo": 1000000, "unitPrice": "0.004", "flatFee": "10" }, { "unitPrice": "0.002" }
            ] }] }"#,
            "each read at the price of its band (up to 1,000,000 $0.004 a read and $10 once, then $0.002 a read)",
        );
        case(
            r#"{ "charges": [{ "model": "volume", "bands": [{ "upTo": 10, "unitPrice": "2" }, { "unitPrice": "1" }] }] }"#,
            "all reads at the price of the band that their total falls into (up to 10 $2 a read, then $1 a read)",
        );
    }

    #[test]
    fn every_rule_on_the_total_is_said() {
        case(
            r#"{ "charges": [{ "model": "flat", "fee": "100" }], "discountPercent": "12.5", "monthlyMinimum": "60",
                "monthlyMaximum": "80.5", "annualMaximum": "900", "readCap": 30,
                "overage": [{ "model": "perUnit", "unitPrice": "3" }] }"#,
            "$100 a month, less 12.5%, at least $60 a month, at most $80.50 a month, at most $900 in twelve months; beyond the \
             read cap $3 a read",
        );
        case(r#"{ "charges": [{ "model": "flat", "fee": "1" }], "readCap": 30, "overage": [] }"#, "$1 a month");
    }
}
