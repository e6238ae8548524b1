//! Styles read off what `Intl` writes in many languages (Node 20 with the data of CLDR 48), and numbers written in them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that can't go on fails")]

use proptest::prelude::*;
use quota_calculator::numbers::{NumberStyle, NumberTextError, parse_decimal, parse_whole};
use quota_calculator::pricing::Price;
use rust_decimal::Decimal;

/// What `Intl` writes in one language, in Latin digits. Only the samples have its marks for the writing direction.
struct Written {
    tag: &'static str,
    /// 1234567.5 US dollars, 1234, and 0.5 as a percentage.
    samples: [&'static str; 3],
    /// 1234 and 12345678.
    whole: [&'static str; 2],
    /// 1234.5, 42000 without cents, and 12345678.905 with all its decimal places.
    money: [&'static str; 3],
    /// 0.125 as a percentage.
    percent: &'static str,
}

/// What a style has only one of, or another, is not as `Intl` writes it. Marks are the money's: en-DE has others for counts
/// and percentages, de-AT for counts, fr-CH for percentages. Signs are few: bg-BG has another for dollars, ar-SA for
/// percentages.
const LANGUAGES: [Written; 31] = [
    Written {
        tag: "en-US",
        samples: ["$1,234,567.50", "1,234", "50%"],
        whole: ["1,234", "12,345,678"],
        money: ["$1,234.50", "$42,000", "$12,345,678.905"],
        percent: "12.5%",
    },
    Written {
        tag: "en-GB",
        samples: ["US$1,234,567.50", "1,234", "50%"],
        whole: ["1,234", "12,345,678"],
        money: ["US$1,234.50", "US$42,000", "US$12,345,678.905"],
        percent: "12.5%",
    },
    Written {
        tag: "en-IN",
        samples: ["$12,34,567.50", "1,234", "50%"],
        whole: ["1,234", "1,23,45,678"],
        money: ["$1,234.50", "$42,000", "$1,23,45,678.905"],
        percent: "12.5%",
    },
    Written {
        tag: "en-DE",
        samples: ["US$1,234,567.50", "1.234", "50\u{a0}%"],
        whole: ["1,234", "12,345,678"],
        money: ["US$1,234.50", "US$42,000", "US$12,345,678.905"],
        percent: "12.5\u{a0}%",
    },
    Written {
        tag: "de-DE",
        samples: ["1.234.567,50\u{a0}$", "1.234", "50\u{a0}%"],
        whole: ["1.234", "12.345.678"],
        money: ["1.234,50\u{a0}$", "42.000\u{a0}$", "12.345.678,905\u{a0}$"],
        percent: "12,5\u{a0}%",
    },
    Written {
        tag: "de-CH",
        samples: ["$\u{a0}1'234'567.50", "1'234", "50%"],
        whole: ["1'234", "12'345'678"],
        money: ["$\u{a0}1'234.50", "$\u{a0}42'000", "$\u{a0}12'345'678.905"],
        percent: "12.5%",
    },
    Written {
        tag: "de-AT",
        samples: ["$\u{a0}1.234.567,50", "1\u{a0}234", "50\u{a0}%"],
        whole: ["1.234", "12.345.678"],
        money: ["$\u{a0}1.234,50", "$\u{a0}42.000", "$\u{a0}12.345.678,905"],
        percent: "12,5\u{a0}%",
    },
    Written {
        tag: "fr-FR",
        samples: ["1\u{202f}234\u{202f}567,50\u{a0}$US", "1\u{202f}234", "50\u{a0}%"],
        whole: ["1\u{202f}234", "12\u{202f}345\u{202f}678"],
        money: ["1\u{202f}234,50\u{a0}$US", "42\u{202f}000\u{a0}$US", "12\u{202f}345\u{202f}678,905\u{a0}$US"],
        percent: "12,5\u{a0}%",
    },
    Written {
        tag: "fr-CA",
        samples: ["1\u{a0}234\u{a0}567,50\u{a0}$\u{a0}US", "1\u{a0}234", "50\u{a0}%"],
        whole: ["1\u{a0}234", "12\u{a0}345\u{a0}678"],
        money: [
            "1\u{a0}234,50\u{a0}$\u{a0}US",
            "42\u{a0}000\u{a0}$\u{a0}US",
            "12\u{a0}345\u{a0}678,905\u{a0}$\u{a0}US",
        ],
        percent: "12,5\u{a0}%",
    },
    Written {
        tag: "fr-CH",
        samples: ["1\u{202f}234\u{202f}567.50\u{a0}$US", "1\u{202f}234", "50%"],
        whole: ["1\u{202f}234", "12\u{202f}345\u{202f}678"],
        money: ["1\u{202f}234.50\u{a0}$US", "42\u{202f}000\u{a0}$US", "12\u{202f}345\u{202f}678.905\u{a0}$US"],
        percent: "12.5%",
    },
    Written {
        tag: "es-ES",
        samples: ["1.234.567,50\u{a0}US$", "1234", "50\u{a0}%"],
        whole: ["1234", "12.345.678"],
        money: ["1234,50\u{a0}US$", "42.000\u{a0}US$", "12.345.678,905\u{a0}US$"],
        percent: "12,5\u{a0}%",
    },
    Written {
        tag: "es-MX",
        samples: ["USD\u{a0}1,234,567.50", "1,234", "50%"],
        whole: ["1,234", "12,345,678"],
        money: ["USD\u{a0}1,234.50", "USD\u{a0}42,000", "USD\u{a0}12,345,678.905"],
        percent: "12.5%",
    },
    Written {
        tag: "it-IT",
        samples: ["1.234.567,50\u{a0}USD", "1234", "50%"],
        whole: ["1234", "12.345.678"],
        money: ["1234,50\u{a0}USD", "42.000\u{a0}USD", "12.345.678,905\u{a0}USD"],
        percent: "12,5%",
    },
    Written {
        tag: "pt-BR",
        samples: ["US$\u{a0}1.234.567,50", "1.234", "50%"],
        whole: ["1.234", "12.345.678"],
        money: ["US$\u{a0}1.234,50", "US$\u{a0}42.000", "US$\u{a0}12.345.678,905"],
        percent: "12,5%",
    },
    Written {
        tag: "pt-PT",
        samples: ["1\u{a0}234\u{a0}567,50\u{a0}US$", "1234", "50%"],
        whole: ["1234", "12\u{a0}345\u{a0}678"],
        money: ["1234,50\u{a0}US$", "42\u{a0}000\u{a0}US$", "12\u{a0}345\u{a0}678,905\u{a0}US$"],
        percent: "12,5%",
    },
    Written {
        tag: "nl-NL",
        samples: ["US$\u{a0}1.234.567,50", "1.234", "50%"],
        whole: ["1.234", "12.345.678"],
        money: ["US$\u{a0}1.234,50", "US$\u{a0}42.000", "US$\u{a0}12.345.678,905"],
        percent: "12,5%",
    },
    Written {
        tag: "pl-PL",
        samples: ["1\u{a0}234\u{a0}567,50\u{a0}USD", "1234", "50%"],
        whole: ["1234", "12\u{a0}345\u{a0}678"],
        money: ["1234,50\u{a0}USD", "42\u{a0}000\u{a0}USD", "12\u{a0}345\u{a0}678,905\u{a0}USD"],
        percent: "12,5%",
    },
    Written {
        tag: "sv-SE",
        samples: ["1\u{a0}234\u{a0}567,50\u{a0}US$", "1\u{a0}234", "50\u{a0}%"],
        whole: ["1\u{a0}234", "12\u{a0}345\u{a0}678"],
        money: ["1\u{a0}234,50\u{a0}US$", "42\u{a0}000\u{a0}US$", "12\u{a0}345\u{a0}678,905\u{a0}US$"],
        percent: "12,5\u{a0}%",
    },
    Written {
        tag: "tr-TR",
        samples: ["$1.234.567,50", "1.234", "%50"],
        whole: ["1.234", "12.345.678"],
        money: ["$1.234,50", "$42.000", "$12.345.678,905"],
        percent: "%12,5",
    },
    Written {
        tag: "eu-ES",
        samples: ["1.234.567,50\u{a0}US$", "1.234", "%\u{a0}50"],
        whole: ["1.234", "12.345.678"],
        money: ["1.234,50\u{a0}US$", "42.000\u{a0}US$", "12.345.678,905\u{a0}US$"],
        percent: "%\u{a0}12,5",
    },
    Written {
        tag: "ru-RU",
        samples: ["1\u{a0}234\u{a0}567,50\u{a0}$", "1\u{a0}234", "50\u{a0}%"],
        whole: ["1\u{a0}234", "12\u{a0}345\u{a0}678"],
        money: ["1\u{a0}234,50\u{a0}$", "42\u{a0}000\u{a0}$", "12\u{a0}345\u{a0}678,905\u{a0}$"],
        percent: "12,5\u{a0}%",
    },
    Written {
        tag: "bg-BG",
        samples: ["1\u{a0}234\u{a0}567,50\u{a0}щ.д.", "1234", "50%"],
        whole: ["1234", "12\u{a0}345\u{a0}678"],
        money: ["1234,50\u{a0}US$", "42\u{a0}000\u{a0}US$", "12\u{a0}345\u{a0}678,905\u{a0}US$"],
        percent: "12,5%",
    },
    Written {
        tag: "ja-JP",
        samples: ["$1,234,567.50", "1,234", "50%"],
        whole: ["1,234", "12,345,678"],
        money: ["$1,234.50", "$42,000", "$12,345,678.905"],
        percent: "12.5%",
    },
    Written {
        tag: "ko-KR",
        samples: ["US$1,234,567.50", "1,234", "50%"],
        whole: ["1,234", "12,345,678"],
        money: ["US$1,234.50", "US$42,000", "US$12,345,678.905"],
        percent: "12.5%",
    },
    Written {
        tag: "zh-CN",
        samples: ["US$1,234,567.50", "1,234", "50%"],
        whole: ["1,234", "12,345,678"],
        money: ["US$1,234.50", "US$42,000", "US$12,345,678.905"],
        percent: "12.5%",
    },
    Written {
        tag: "hi-IN",
        samples: ["$12,34,567.50", "1,234", "50%"],
        whole: ["1,234", "1,23,45,678"],
        money: ["$1,234.50", "$42,000", "$1,23,45,678.905"],
        percent: "12.5%",
    },
    Written {
        tag: "ne-NP",
        samples: ["US$\u{a0}12,34,567.50", "1,234", "50%"],
        whole: ["1,234", "1,23,45,678"],
        money: ["US$\u{a0}1,234.50", "US$\u{a0}42,000", "US$\u{a0}1,23,45,678.905"],
        percent: "12.5%",
    },
    Written {
        tag: "ar-EG",
        samples: ["\u{200f}1,234,567.50\u{a0}US$", "1,234", "50\u{200e}%\u{200e}"],
        whole: ["1,234", "12,345,678"],
        money: ["1,234.50\u{a0}US$", "42,000\u{a0}US$", "12,345,678.905\u{a0}US$"],
        percent: "12.5%",
    },
    Written {
        tag: "ar-SA",
        samples: ["\u{200f}1,234,567.50\u{a0}US$", "1,234", "50\u{66a}"],
        whole: ["1,234", "12,345,678"],
        money: ["1,234.50\u{a0}US$", "42,000\u{a0}US$", "12,345,678.905\u{a0}US$"],
        percent: "12.5%",
    },
    Written {
        tag: "he-IL",
        samples: ["\u{200f}1,234,567.50\u{a0}\u{200f}$", "1,234", "50%"],
        whole: ["1,234", "12,345,678"],
        money: ["1,234.50\u{a0}$", "42,000\u{a0}$", "12,345,678.905\u{a0}$"],
        percent: "12.5%",
    },
    Written {
        tag: "km-KH",
        samples: ["1,234,567.50$", "1,234", "50%"],
        whole: ["1,234", "12,345,678"],
        money: ["1,234.50$", "42,000$", "12,345,678.905$"],
        percent: "12.5%",
    },
];

fn style(written: &Written) -> NumberStyle {
    let [currency, whole, percent] = written.samples;
    NumberStyle::from_samples(currency, whole, percent).unwrap_or_else(|| panic!("{} can be read", written.tag))
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn price(text: &str) -> Price {
    text.parse().expect("a price")
}

#[test]
fn numbers_are_written_as_the_browser_writes_them() {
    for written in &LANGUAGES {
        let style = style(written);
        assert_eq!([1234, 12_345_678].map(|number| style.whole(number)), written.whole, "{}", written.tag);
        let money = ["1234.5", "42000", "12345678.905"].map(|amount| style.price(price(amount)));
        assert_eq!(money, written.money, "{}", written.tag);
        assert_eq!(style.percent(decimal("12.5")), written.percent, "{}", written.tag);
        assert_eq!(style.share(decimal("0.5")), style.percent(decimal("50")), "{}", written.tag);
    }
}

#[test]
fn english_needs_no_browser() {
    assert_eq!(style(&LANGUAGES[0]), NumberStyle::ENGLISH);
}

#[test]
fn what_a_field_holds_is_as_typed() {
    #[track_caller]
    fn case(tag: &str, prices: [&str; 4], factors: [&str; 3]) {
        let written = LANGUAGES.iter().find(|written| written.tag == tag).expect("a language");
        let style = style(written);
        assert_eq!(["42000", "50.5", "0.005", "0"].map(|amount| style.plain_price(price(amount))), prices, "{tag}");
        assert_eq!(["2.50", "-1234.5", "1000"].map(|factor| style.plain_decimal(decimal(factor))), factors, "{tag}");
    }
    case("en-US", ["42000", "50.50", "0.005", "0"], ["2.5", "-1234.5", "1000"]);
    case("de-DE", ["42000", "50,50", "0,005", "0"], ["2,5", "-1234,5", "1000"]);
    case("fr-CA", ["42000", "50,50", "0,005", "0"], ["2,5", "-1234,5", "1000"]);
    case("hi-IN", ["42000", "50.50", "0.005", "0"], ["2.5", "-1234.5", "1000"]);
}

#[test]
fn a_minus_stands_in_front_of_everything() {
    for (tag, percent) in [("en-US", "−2.5%"), ("de-DE", "−2,5\u{a0}%"), ("tr-TR", "−%2,5"), ("eu-ES", "−%\u{a0}2,5")]
    {
        let written = LANGUAGES.iter().find(|written| written.tag == tag).expect("a language");
        assert_eq!(style(written).percent(decimal("-2.5")), percent, "{tag}");
    }
}

#[test]
fn tiny_shares_are_words_in_every_style() {
    for (tag, share) in [("en-US", "under 0.1%"), ("fr-FR", "under 0,1\u{a0}%"), ("tr-TR", "under %0,1")] {
        let written = LANGUAGES.iter().find(|written| written.tag == tag).expect("a language");
        assert_eq!(style(written).share(decimal("0.0001")), share, "{tag}");
    }
}

#[test]
fn samples_that_no_style_has_are_refused() {
    let [currency, whole, percent] = ["$1,234,567.50", "1,234", "50%"];
    for other in [
        "",
        "$",
        "$1,234,567",
        "$1234567.50",
        "$1,234,567,50",
        "$1,234.567.50",
        "$1,23,45,67.50",
        "$1،234،567.50",
        "1\u{a0}234\u{a0}567$50\u{a0}US$",
        "$1,234,568.50",
        "1,234,567.50",
        "$1,234,567.50 USD",
        "$१२,३४,५६७.५०",
    ] {
        assert_eq!(NumberStyle::from_samples(other, whole, percent), None, "{other:?}");
    }
    for other in ["", "1,,234", "12,34", "1,235", "1234.5", "१,२३४"] {
        assert_eq!(NumberStyle::from_samples(currency, other, percent), None, "{other:?}");
    }
    for other in ["", "50", "5%", "50.0%", "%50%", "५०%"] {
        assert_eq!(NumberStyle::from_samples(currency, whole, other), None, "{other:?}");
    }
}

fn any_style() -> impl Strategy<Value = NumberStyle> {
    (0..LANGUAGES.len()).prop_map(|place| style(&LANGUAGES[place]))
}

/// Amounts of any size and any number of decimal places, many with few digits.
fn any_amount() -> impl Strategy<Value = Decimal> {
    let digits = prop_oneof![0..2_000_000_i128, 0..=1_000_000_000_000_000_000_000_000_i128];
    (digits, 0..=12_u32)
        .prop_map(|(digits, places)| Decimal::from_i128_with_scale(digits, places))
        .prop_filter("a price", |amount| *amount <= decimal("1000000000000"))
}

proptest! {
    #[test]
    fn whole_numbers_are_read_back(style in any_style(), number in prop_oneof![0..2_000_000_u64, any::<u64>()]) {
        prop_assert_eq!(parse_whole(&style.whole(number), style), Ok(number));
    }

    #[test]
    fn amounts_are_read_back(style in any_style(), amount in any_amount()) {
        let price = price(&amount.normalize().to_string());
        for text in [style.plain_price(price), style.price(price)] {
            prop_assert_eq!(parse_decimal(&text, style), Ok(amount), "{}", text);
        }
    }

    #[test]
    fn factors_and_percentages_are_read_back(style in any_style(), amount in any_amount(), below_zero: bool) {
        let number = if below_zero { -amount } else { amount };
        for text in [style.plain_decimal(number), style.percent(number)] {
            prop_assert_eq!(parse_decimal(&text, style), Ok(number), "{}", text);
        }
    }

    #[test]
    fn whatever_is_typed_is_read_or_refused(style in any_style(), text in "[-+$%0-9., 'kM]{0,12}|\\PC{0,12}") {
        if let Ok(number) = parse_decimal(&text, style) {
            prop_assert!(number.scale() <= 12 && number.abs() <= decimal("1000000000000000"));
        }
        if let Ok(number) = parse_whole(&text, style) {
            // A whole number that is also a decimal number is the same; only a group mark that groups nothing isn't.
            let same = parse_decimal(&text, style);
            let is_refused = same.is_err_and(|error| {
                [NumberTextError::Ambiguous, NumberTextError::ForeignMark, NumberTextError::TooLarge].contains(&error)
            });
            prop_assert!(is_refused || same == Ok(number.into()));
        }
    }
}
