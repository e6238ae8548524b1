use super::error::TierTextError;
use crate::text::{plain_text, shortened};
use crate::tree::Value;

/// Where in the tree the reader is, and what it left out on its way.
#[derive(Default)]
pub(super) struct Place {
    path: String,
    left_out: Vec<String>,
}

/// The place that was entered from, for [`Place::leave`].
pub(super) struct Outer(usize);

impl Place {
    /// Goes to the value of a key.
    pub(super) fn enter(&mut self, key: &str) -> Outer {
        let outer = Outer(self.path.len());
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(if key.is_empty() { "\"\"" } else { key });
        outer
    }

    /// Goes to an item of a list, counted from 0.
    pub(super) fn enter_item(&mut self, index: usize) -> Outer {
        let outer = Outer(self.path.len());
        self.path.push_str(&format!("[{index}]"));
        outer
    }

    /// Goes back.
    pub(super) fn leave(&mut self, Outer(length): Outer) {
        self.path.truncate(length);
    }

    /// Notes that what stands here was left out.
    pub(super) fn leave_out(&mut self) {
        self.left_out.push(self.path.clone());
    }

    /// Everything that was left out.
    pub(super) fn into_left_out(self) -> Vec<String> {
        self.left_out
    }

    /// What stands here breaks a rule.
    pub(super) fn refuse(&self, rule: impl ToString) -> TierTextError {
        // Only a tier that stands alone has no path.
        let path = if self.path.is_empty() { "tier".to_owned() } else { self.path.clone() };
        TierTextError::Field { path, rule: plain_text(&rule.to_string()) }
    }

    /// What stands here isn't what the schema has here.
    pub(super) fn expected(&self, expected: &str, found: &Value) -> TierTextError {
        let found = match found {
            Value::Null => "null".to_owned(),
            Value::Bool(true) => "true".to_owned(),
            Value::Bool(false) => "false".to_owned(),
            Value::Number(number) => format!("the number {}", shortened(number)),
            Value::Text(text) => format!("the text “{}”", shortened(text)),
            Value::List(_) => "a list".to_owned(),
            Value::Object(_) => "an object".to_owned(),
        };
        self.refuse(format!("{found} stands here, but it should be {expected}"))
    }
}
