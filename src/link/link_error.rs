use thiserror::Error;

use super::MAX_LENGTH;

/// What is wrong with a link.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum LinkError {
    /// More than [`MAX_LENGTH`] bytes.
    #[error("it is {length} characters long, and a link has at most {max}", max = MAX_LENGTH)]
    TooLong {
        /// Its length in bytes.
        length: usize,
    },
    /// It doesn't begin with a version.
    #[error("it doesn’t begin with a version, like v1")]
    NotALink,
    /// It doesn't begin like the link of a budget.
    #[error("it doesn’t begin like the link of a budget, with b1")]
    NotABudget,
    /// A version that this program doesn't know.
    #[error("its version is {0}, which this calculator doesn’t know; a newer one may have made it")]
    UnknownVersion(String),
    /// Parts that aren't there, as in a link that was cut off.
    #[error("a part is missing: {}", .0.join(", "))]
    Missing(Vec<&'static str>),
    /// A key that stands there twice.
    #[error("{0} stands there twice")]
    Twice(String),
    /// A part that means nothing in a link.
    #[error("the part “{0}” is unknown")]
    UnknownPart(String),
    /// A part that says of all months what is given for each of them.
    #[error("it has {0} and months one by one, which can’t both be meant")]
    BesideGiven(&'static str),
    /// A value that breaks a rule.
    #[error("{key} is “{value}”: {rule}")]
    BadValue {
        /// Which part.
        key: &'static str,
        /// What stands there, or its beginning.
        value: String,
        /// What should.
        rule: String,
    },
}
