use std::rc::Rc;

use crate::app::signing::Signer;
use crate::pricing::Date;
use crate::quote::link::OpenedQuote;
use crate::quote::{Comparison, Validity};

/// A quote that is only read.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The quote, as its link says it.
    pub opened: Rc<OpenedQuote>,
    /// What it comes to, as quoted and today.
    pub comparison: Rc<Comparison>,
    /// What it is worth today.
    pub validity: Validity,
    /// Who signed it; `None` until that is known.
    pub signer: Option<Signer>,
}

impl Reading {
    /// Opens a quote to read it; `None` where its amounts can't be stated.
    #[must_use]
    pub fn new(opened: OpenedQuote, today: Date) -> Option<Self> {
        let comparison = Comparison::new(crate::catalogue(), &opened.quote, today).ok()?;
        let validity = Validity::on(today, &opened.quote);
        Some(Self { opened: Rc::new(opened), comparison: Rc::new(comparison), validity, signer: None })
    }
}
