//! The entities that a document type declares.
//!
//! Owns reading the only kind that drawing programs write: a name for a namespace.
//! Must never resolve one in another, nor load one.

use std::collections::BTreeMap;

use quick_xml::escape::resolve_predefined_entity;

/// Names and what they stand for.
#[derive(Debug, Default)]
pub(super) struct Entities<'a>(BTreeMap<&'a str, &'a str>);

/// The longest text that a namespace needs.
const MAX_LENGTH: usize = 200;

impl<'a> Entities<'a> {
    /// From what stands in `<!DOCTYPE …>`; `None` if it declares anything else.
    pub(super) fn read(document_type: &'a str) -> Option<Self> {
        let Some((_, rest)) = document_type.split_once('[') else {
            return Some(Self::default());
        };
        let (declarations, after) = rest.rsplit_once(']')?;
        if !after.trim().is_empty() {
            return None;
        }
        let mut entities = BTreeMap::new();
        let mut rest = declarations.trim_ascii();
        while !rest.is_empty() {
            let declaration = rest.strip_prefix("<!ENTITY")?;
            let (name, value) = declaration
                .trim_ascii_start()
                .split_once(|c: char| c.is_ascii_whitespace())?;
            let value = value.trim_ascii_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, after) = value[1..].split_once(quote)?;
            if value.len() > MAX_LENGTH || value.contains(['&', '%', '<']) || name == "%" {
                return None;
            }
            entities.entry(name).or_insert(value);
            rest = after
                .trim_ascii_start()
                .strip_prefix('>')?
                .trim_ascii_start();
        }
        Some(Self(entities))
    }

    /// What a name stands for: one of the five of XML, or one of its own.
    pub(super) fn get(&self, name: &str) -> Option<&'a str> {
        resolve_predefined_entity(name).or_else(|| self.0.get(name).copied())
    }

    /// Whether one of its own is named in a text.
    pub(super) fn is_in(&self, raw: &str) -> bool {
        !self.0.is_empty()
            && raw.split('&').skip(1).any(|after| {
                let name = after.split_once(';').map_or(after, |(name, _)| name);
                self.0.contains_key(name)
            })
    }
}
