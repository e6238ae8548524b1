//! Elements and texts built by calls, for views that put their parts together from lists. What listens to events is written
//! with `html!`.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, VTag, VText};

/// An element in the making.
pub(crate) struct Element(Box<VTag>);

impl Element {
    /// An element of that name: `p`, `span`.
    #[inline(never)]
    pub(crate) fn new(name: &'static str) -> Self {
        Self(Box::new(VTag::new(name)))
    }

    /// The element with attributes of these names and values, and no others. That the names are there once tells Yew that
    /// only values can have changed, so they are compared one by one.
    pub(crate) fn with<const COUNT: usize>(
        mut self,
        names: &'static [&'static str; COUNT],
        values: [impl Into<AttrValue>; COUNT],
    ) -> Self {
        let values = values.map(|value| Some(AttributeOrProperty::Attribute(value.into())));
        self.0.attributes = Attributes::Dynamic { keys: names, values: Box::new(values) };
        self
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
}

/// An element with a class, which may be empty, and what stands in it.
#[inline(never)]
pub(crate) fn element(name: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let element = Element::new(name);
    let element = if class.is_empty() { element } else { element.with(&["class"], [class]) };
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
