//! XML namespaces, as far as they decide what belongs to a drawing.
//!
//! Owns the scopes of prefixes. Must never know what an element does.

use std::collections::BTreeMap;

use super::attributes::Attribute;
use super::shorten;
use crate::media::{Problem, malformed};
use crate::message;

/// Whose a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Namespace {
    /// No namespace at all.
    None,
    /// The drawing.
    Svg,
    /// Its references.
    Xlink,
    /// `xml:lang` and its like.
    Xml,
    /// A web page.
    Html,
    /// A drawing program's own; browsers ignore it.
    Foreign,
}

impl Namespace {
    /// By its URI.
    pub(super) fn of(uri: &str) -> Self {
        match uri {
            "" => Self::None,
            "http://www.w3.org/2000/svg" => Self::Svg,
            "http://www.w3.org/1999/xlink" => Self::Xlink,
            "http://www.w3.org/XML/1998/namespace" => Self::Xml,
            "http://www.w3.org/1999/xhtml" | "http://www.w3.org/1998/Math/MathML" => Self::Html,
            _ => Self::Foreign,
        }
    }
}

/// The prefixes in force, innermost last.
#[derive(Debug, Default)]
pub(super) struct Scopes<'a> {
    bindings: BTreeMap<&'a str, Vec<Namespace>>,
    /// What each open element declares.
    open: Vec<Vec<&'a str>>,
}

impl<'a> Scopes<'a> {
    /// Opens an element.
    pub(super) fn enter(&mut self, attributes: &[Attribute<'a>]) {
        let mut declared = Vec::new();
        for attribute in attributes {
            let prefix = match split(attribute.name) {
                ("", "xmlns") => "",
                ("xmlns", prefix) => prefix,
                _ => continue,
            };
            let namespace = Namespace::of(&attribute.value);
            self.bindings.entry(prefix).or_default().push(namespace);
            declared.push(prefix);
        }
        self.open.push(declared);
    }

    /// Closes the innermost element.
    pub(super) fn leave(&mut self) {
        for prefix in self.open.pop().unwrap_or_default() {
            if let Some(stack) = self.bindings.get_mut(prefix) {
                stack.pop();
            }
        }
    }

    /// The namespace of an element with this prefix.
    pub(super) fn element(&self, prefix: &str) -> Result<Namespace, Problem> {
        let bound = self.bindings.get(prefix).and_then(|stack| stack.last());
        match (prefix, bound) {
            ("xml", _) => Ok(Namespace::Xml),
            ("", None) => Ok(Namespace::None),
            (_, Some(&namespace)) => Ok(namespace),
            (_, None) => Err(malformed(message!("svg-prefix", prefix = shorten(prefix)))),
        }
    }

    /// The namespace of an attribute: without a prefix, none.
    pub(super) fn attribute(&self, prefix: &str) -> Result<Namespace, Problem> {
        match prefix {
            "" => Ok(Namespace::None),
            prefix => self.element(prefix),
        }
    }
}

/// Prefix and local name.
pub(super) fn split(name: &str) -> (&str, &str) {
    name.split_once(':').unwrap_or(("", name))
}
