use super::tier::ID;
use crate::pricing::Identifier;
use crate::tree::Value;

/// Which ids the tiers of one text get: each its own, as far as the text leaves a choice.
#[derive(Default)]
pub(super) struct Ids {
    /// Ids that the text gives. Each belongs to the first tier that it is given to.
    given: Vec<String>,
    used: Vec<Identifier>,
}

impl Ids {
    /// The ids of `tiers`, before any of them is read: a tier without an id doesn't take the id of a later one.
    pub(super) fn given_by(tiers: &[Value]) -> Self {
        Self { given: tiers.iter().filter_map(given_id).map(str::to_owned).collect(), used: Vec::new() }
    }

    /// The id of the next tier: `id` itself, or with the first number behind it that makes it unique.
    pub(super) fn assign(&mut self, id: Identifier, is_given: bool) -> Identifier {
        let is_used = |id: &Identifier| self.used.contains(id);
        let is_free = |id: &Identifier| !is_used(id) && self.given.iter().all(|given| given != id.as_str());
        let unique = if is_free(&id) || (is_given && !is_used(&id)) {
            id
        } else {
            (2..).map_while(|number| id.numbered(number)).find(is_free).unwrap_or(id)
        };
        self.used.push(unique.clone());
        unique
    }
}

/// The id that the object of a tier gives.
pub(super) fn given_id(tier: &Value) -> Option<&str> {
    let Value::Object(pairs) = tier else { return None };
    pairs.iter().find_map(|(key, value)| match value {
        Value::Text(id) if key == ID => Some(&**id),
        _ => None,
    })
}
