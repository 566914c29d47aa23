//! The attributes of one tag, with their places.
//!
//! Owns splitting a tag as strictly as XML demands, so that no browser sees an
//! attribute that isn't seen here. Must never know what an attribute means.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use quick_xml::escape::{EscapeError, escape, unescape_with};

use super::entities::Entities;
use super::{active, shorten};
use crate::diagnostic::media::Active;
use crate::media::{Problem, malformed};
use crate::message;

/// An attribute.
#[derive(Debug)]
pub(super) struct Attribute<'a> {
    /// As written, prefix included.
    pub(super) name: &'a str,
    /// With its references resolved.
    pub(super) value: Cow<'a, str>,
    /// Where the value begins, after its quotation mark.
    pub(super) value_at: usize,
    /// Whether it names an entity of the document's own.
    pub(super) has_entity: bool,
    /// Where the name begins.
    pub(super) at: usize,
    /// All of it and the white space before.
    pub(super) place: Range<usize>,
}

impl Attribute<'_> {
    /// Where a byte of the value stands in the file; the name where that isn't known.
    pub(super) fn place_in_value(&self, byte: usize) -> usize {
        match &self.value {
            Cow::Borrowed(_) => self.value_at + byte,
            Cow::Owned(_) => self.at,
        }
    }

    /// The attribute as it is in a tag, with another value.
    pub(super) fn with(&self, value: &str) -> String {
        format!(" {}=\"{}\"", self.name, escape(value))
    }
}

/// Reads what follows the name in a tag; `base` is where it begins in the file.
pub(super) fn read<'a>(
    tag: &'a str,
    base: usize,
    entities: &Entities<'_>,
) -> Result<Vec<Attribute<'a>>, Problem> {
    let mut attributes = Vec::new();
    let mut names = BTreeSet::new();
    let mut rest = tag;
    loop {
        let start = base + (tag.len() - rest.len());
        let trimmed = rest.trim_ascii_start();
        if trimmed.is_empty() {
            return Ok(attributes);
        }
        let at = base + (tag.len() - trimmed.len());
        let broken = || malformed(message!("svg-attribute", at = at.to_string()));
        if trimmed.len() == rest.len() {
            return Err(broken());
        }
        let (name, after) = trimmed.split_once('=').ok_or_else(broken)?;
        let name = name.trim_ascii_end();
        check_name(name, at)?;
        let after = after.trim_ascii_start();
        let quote = after
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '\''))
            .ok_or_else(broken)?;
        let value_at = base + (tag.len() - after.len()) + 1;
        let (value, after) = after[1..].split_once(quote).ok_or_else(broken)?;
        if value.contains('<') {
            return Err(broken());
        }
        if !names.insert(name) {
            return Err(malformed(message!(
                "svg-attribute-twice",
                name = shorten(name)
            )));
        }
        rest = after;
        attributes.push(Attribute {
            name,
            value: decode(value, at, entities)?,
            value_at,
            has_entity: entities.is_in(value),
            at,
            place: start..base + (tag.len() - rest.len()),
        });
    }
}

/// Resolves numeric references, the five named ones, and those that the document
/// declares; any other name is refused.
pub(super) fn decode<'a>(
    raw: &'a str,
    at: usize,
    entities: &Entities<'_>,
) -> Result<Cow<'a, str>, Problem> {
    unescape_with(raw, |name| entities.get(name)).map_err(|error| match error {
        EscapeError::UnrecognizedEntity(_, name) => {
            active(Active::Entity(format!("&{};", shorten(&name))), at)
        }
        other => malformed(message!(
            "svg-reference",
            at = at.to_string(),
            words = other.to_string()
        )),
    })
}

/// Refuses names that XML doesn't allow, at least those that could be read in two ways.
pub(super) fn check_name(name: &str, at: usize) -> Result<(), Problem> {
    let allowed =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':') || !c.is_ascii();
    if name.is_empty() || !name.chars().all(allowed) {
        return Err(malformed(message!(
            "svg-name",
            name = shorten(name),
            at = at.to_string()
        )));
    }
    Ok(())
}
