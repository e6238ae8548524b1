//! Elements and texts built by calls, for views that put their parts together from lists. What listens to events is written
//! with `html!`.

use yew::prelude::*;
use yew::virtual_dom::{Key, VTag, VText};

/// An element in the making.
pub(crate) struct Element(Box<VTag>);

impl Element {
    /// An element of that name: `p`, `span`.
    #[inline(never)]
    pub(crate) fn new(name: &'static str) -> Self {
        Self(Box::new(VTag::new(name)))
    }

    /// The element with an attribute.
    pub(crate) fn with(self, attribute: &'static str, value: impl Into<AttrValue>) -> Self {
        self.put(attribute, value.into())
    }

    /// The element with what tells it from its neighbours in a list.
    pub(crate) fn key(mut self, key: impl Into<Key>) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// The element with what stands in it.
    #[inline(never)]
    pub(crate) fn holding(mut self, children: Vec<Html>) -> Html {
        self.0.add_children(children);
        (*self.0).into()
    }

    // Not generic, so that it is in the program once.
    #[inline(never)]
    fn put(mut self, attribute: &'static str, value: AttrValue) -> Self {
        self.0.add_attribute(attribute, value);
        self
    }
}

/// An element with a class, which may be empty, and what stands in it.
#[inline(never)]
pub(crate) fn element(name: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let element = Element::new(name);
    let element = if class.is_empty() { element } else { element.with("class", class) };
    element.holding(children)
}

/// A text.
pub(crate) fn text(words: impl Into<AttrValue>) -> Html {
    written(words.into())
}

#[inline(never)]
fn written(words: AttrValue) -> Html {
    VText::new(words).into()
}
