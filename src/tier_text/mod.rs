//! Custom tiers as text: JSON for files and programs, and a compact form for links and saved estimates.
//!
//! Both are syntaxes of one small tree, and the tree says a tier in the schema of the JavaScript API. The engine's serde
//! derives say the same schema, but a reader made from them would cost the page more than all of this; tests hold the two
//! against each other.
//!
//! ```
//! use quota_calculator::tier_text::{tiers_from_compact, tiers_from_json, tiers_to_compact};
//!
//! let imported = tiers_from_json(r#"{ "name": "Acme, Inc.", "charges": [{ "model": "flat", "fee": "99.50" }] }"#)?;
//! let compact = tiers_to_compact(&imported.tiers);
//! assert_eq!(compact, "!((name:'Acme,+Inc.',charges:!((model:flat,fee:99.5))))");
//! assert_eq!(tiers_from_compact(&compact)?, imported.tiers);
//!
//! let refused = tiers_from_json(r#"[{ "charges": [{ "model": "flat", "fee": 99.5 }] }]"#).unwrap_err();
//! assert_eq!(
//!     refused.to_string(),
//!     "tiers[0].charges[0].fee: the number 99.5 stands here, but it should be a price as text, like \"0.005\", or a \
//!      whole number"
//! );
//! # Ok::<(), quota_calculator::tier_text::TierTextError>(())
//! ```

mod error;
mod form;
mod ids;
mod leaves;
mod place;
mod tier;

pub use error::TierTextError;

use crate::pricing::{CustomTiersError, MOST_CUSTOM_TIERS, Tier};
use crate::text::shortened;
use crate::tree::{Value, compact, json};
use form::Detail;
use ids::Ids;
use place::Place;

/// The longest text that is looked at, in bytes.
pub const MAX_TEXT_LENGTH: usize = 1_000_000;

/// The most characters in the name of a tier.
pub const MAX_NAME_LENGTH: usize = 80;

/// The most characters in any other text of a tier: its note, or the reason of an eligibility rule.
pub const MAX_NOTE_LENGTH: usize = 500;

/// The key of the tiers in an estimate of the JavaScript API.
const CUSTOM_TIERS: &str = "customTiers";

/// The path of a list of tiers that stands alone.
const TIERS: &str = "tiers";

/// What a text of other people's making holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The tiers in the order of the text, each with an id of its own.
    pub tiers: Vec<Tier>,
    /// The paths of everything that was left out, like `customTiers[0].evidence`: what a tier of one's own can't have,
    /// and what stands beside the tiers of an estimate.
    pub left_out: Vec<String>,
}

/// Reads tiers from JSON: one tier, a list of tiers, or an estimate of the JavaScript API with its `customTiers`.
///
/// Tiers that have no id, or one that an earlier tier has, get one: `custom`, `custom-2`, `enterprise-2`. Evidence,
/// sources and the reason to keep a tier out of comparisons belong to price books; they are left out and listed. Control
/// and direction characters are taken out of texts, line breaks become spaces.
///
/// # Errors
/// [`TierTextError`] says where and why the text isn't JSON, or which field breaks which rule.
pub fn tiers_from_json(text: &str) -> Result<Imported, TierTextError> {
    check_length(text)?;
    let mut place = Place::default();
    let tiers = match json::read(text)? {
        Value::Object(pairs) if pairs.iter().any(|(key, _)| key == CUSTOM_TIERS) => {
            let mut tiers = Vec::new();
            for (key, value) in pairs {
                let outer = place.enter(&shortened(&key));
                if key == CUSTOM_TIERS {
                    tiers = import_list(value, "a list of tiers", &mut place)?;
                } else if !value.says_nothing() {
                    place.leave_out();
                }
                place.leave(outer);
            }
            tiers
        }
        tier @ Value::Object(_) => vec![tier::read(tier, None, &mut place)?],
        value => {
            place.enter(TIERS);
            let words = "a tier, a list of tiers, or an object with customTiers";
            import_list(value, words, &mut place)?
        }
    };
    Ok(Imported { tiers, left_out: place.into_left_out() })
}

/// Writes tiers as a JSON list, indented by two spaces, exactly as the JavaScript API writes and reads them.
///
/// Evidence, sources and the reason to keep a tier out of comparisons, which only a price book's tiers have, aren't
/// written.
#[must_use]
pub fn tiers_to_json(tiers: &[Tier]) -> String {
    json::write(&tiers_to_value(tiers))
}

/// Reads what [`tiers_to_compact`] wrote. Ids stay as they are, even if two are equal.
///
/// # Errors
/// [`TierTextError`] says where and why the text isn't in the compact syntax, or which field breaks which rule. Unlike
/// in an import nothing is left out: a field that a tier of one's own can't have is an error.
pub fn tiers_from_compact(text: &str) -> Result<Vec<Tier>, TierTextError> {
    check_length(text)?;
    let mut place = Place::default();
    place.enter(TIERS);
    let tiers = read_list(list(compact::read(text)?, "a list of tiers", &place)?, None, &mut place)?;
    match place.into_left_out().into_iter().next() {
        Some(path) => Err(TierTextError::Field { path, rule: "a tier of one’s own can’t have this".to_owned() }),
        None => Ok(tiers),
    }
}

/// Writes tiers as a part of a link: only letters, digits and `-._~!()*',;:@$=+%`, everything usual left out.
///
/// It may end in a character that chat programs cut off the end of a link, so something else should follow it. What
/// [`tiers_to_json`] doesn't write isn't written here either.
#[must_use]
pub fn tiers_to_compact(tiers: &[Tier]) -> String {
    compact::write(&write_list(tiers, Detail::Brief))
}

/// The value that says a list of tiers, as [`tiers_to_json`] writes it.
pub(crate) fn tiers_to_value(tiers: &[Tier]) -> Value {
    write_list(tiers, Detail::Full)
}

fn check_length(text: &str) -> Result<(), TierTextError> {
    let length = text.len();
    if length > MAX_TEXT_LENGTH { Err(TierTextError::TooLong { length }) } else { Ok(()) }
}

/// The tiers of a list, each with an id of its own.
fn import_list(value: Value, expected: &str, place: &mut Place) -> Result<Vec<Tier>, TierTextError> {
    let values = list(value, expected, place)?;
    let ids = Ids::given_by(&values);
    read_list(values, Some(ids), place)
}

fn list(value: Value, expected: &str, place: &Place) -> Result<Vec<Value>, TierTextError> {
    let Value::List(values) = value else { return Err(place.expected(expected, &value)) };
    let count = values.len();
    if count > MOST_CUSTOM_TIERS {
        return Err(place.refuse(CustomTiersError::TooMany { count }));
    }
    Ok(values)
}

fn read_list(values: Vec<Value>, mut ids: Option<Ids>, place: &mut Place) -> Result<Vec<Tier>, TierTextError> {
    let mut tiers = Vec::new();
    for (index, value) in values.into_iter().enumerate() {
        let outer = place.enter_item(index);
        tiers.push(tier::read(value, ids.as_mut(), place)?);
        place.leave(outer);
    }
    Ok(tiers)
}

fn write_list(tiers: &[Tier], detail: Detail) -> Value {
    Value::List(tiers.iter().map(|tier| tier::write(tier, detail)).collect())
}
