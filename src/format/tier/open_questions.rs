//! What the price books don't know, in words.

use crate::format::counts::plural;
use crate::numbers::NumberStyle;
use crate::pricing::{OpenQuestion, Seam};

/// What a price book leaves open and what the calculator makes of it, to be followed by the tiers that it concerns: `No public
/// price: Enterprise`.
#[must_use]
pub fn open_question_phrase(question: OpenQuestion) -> String {
    match question {
        OpenQuestion::Price => "No public price".to_owned(),
        OpenQuestion::BeyondCap => "No public price beyond the read cap, and none computed".to_owned(),
        OpenQuestion::Term => "No public minimum term, and none assumed".to_owned(),
        OpenQuestion::Figures => "A figure that is disputed or rests on little".to_owned(),
        OpenQuestion::Access(usage_type) => {
            format!("Not checked whether open to {}, and taken to be", usage_type.label())
        }
    }
}

/// How a price book doesn't follow smoothly on the one before; `None` where it does, to the day.
#[must_use]
pub fn seam_sentence(seam: &Seam, style: NumberStyle) -> Option<String> {
    let Seam { before, after, days_between } = seam;
    let Some(days) = *days_between else {
        return Some(format!("When the prices of {} ended is not known.", before.name));
    };
    let count = plural(days.unsigned_abs(), "day", style);
    match days {
        0 => None,
        1.. => Some(format!(
            "No price book covers the {count} between the prices of {} and of {}.",
            before.name, after.name
        )),
        _ => Some(format!(
            "The prices of {} and of {} applied side by side for {count}; for those days the newer ones are meant.",
            before.name, after.name
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seam_is_said_unless_it_is_smooth() {
        let books = crate::catalogue().price_books();
        let said = |days_between| {
            let seam = Seam { before: &books[0], after: &books[1], days_between };
            seam_sentence(&seam, NumberStyle::ENGLISH)
        };
        assert_eq!(said(Some(0)), None);
        assert_eq!(
            said(Some(1)).as_deref(),
            Some("No price book covers the 1 day between the prices of the free era and of March 2023.")
        );
        assert_eq!(
            said(Some(-31)).as_deref(),
            Some(
                "The prices of the free era and of March 2023 applied side by side for 31 days; for those days the newer ones \
                 are meant."
            )
        );
        assert_eq!(said(None).as_deref(), Some("When the prices of the free era ended is not known."));
    }
}
