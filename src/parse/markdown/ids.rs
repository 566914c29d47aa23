//! The ids of one text.
//!
//! Owns their uniqueness, and which ids are the page's own. Must never know what
//! they name.

use std::collections::HashMap;

use crate::path::Slug;

/// What themes call the parts of a page around its text;
/// docs/themes.md promises them.
const PAGE_IDS: [&str; 13] = [
    "articles",
    "comments",
    "corrections",
    "filter",
    "main",
    "menu",
    "other-ways",
    "page-search",
    "partnerships",
    "report",
    "search-help",
    "search-words",
    "site-search",
];

/// How the ids of footnotes, and others of themes, begin.
const PAGE_PREFIXES: [&str; 3] = ["fn-", "fnref-", "theme-"];

/// Whether an id belongs to the page around a text, so that no text can have it.
pub(super) fn is_reserved(id: &str) -> bool {
    PAGE_IDS.contains(&id) || PAGE_PREFIXES.iter().any(|prefix| id.starts_with(prefix))
}

/// Ids that are taken, each with the number that was last tried behind it.
#[derive(Debug, Default)]
pub(super) struct Ids {
    taken: HashMap<String, u32>,
}

impl Ids {
    /// Takes an id that somebody gave; false if it is taken.
    pub(super) fn claim(&mut self, id: &str) -> bool {
        if self.taken.contains_key(id) {
            return false;
        }
        self.taken.insert(id.to_owned(), 1);
        true
    }

    /// Takes an id made of text: `-2` and so on is added until it is free.
    pub(super) fn unique(&mut self, text: &str) -> String {
        let slug = Slug::from_text(text);
        let base = slug.as_ref().map_or("section", Slug::as_str);
        self.number(free(base))
    }

    /// A given id that is taken or reserved, changed so that it is neither.
    pub(super) fn instead(&mut self, id: &str) -> String {
        self.number(free(id))
    }

    /// `base`, or `base-2` and so on if it is taken.
    fn number(&mut self, base: String) -> String {
        if self.claim(&base) {
            return base;
        }
        let mut number = self.taken.get(&base).copied().unwrap_or(1);
        loop {
            number += 1;
            let id = format!("{base}-{number}");
            if self.claim(&id) {
                self.taken.insert(base, number);
                return id;
            }
        }
    }

    /// All ids, sorted.
    pub(super) fn into_sorted(self) -> Vec<String> {
        let mut ids: Vec<String> = self.taken.into_keys().collect();
        ids.sort_unstable();
        ids
    }
}

/// `h-` before an id that is reserved.
fn free(id: &str) -> String {
    if is_reserved(id) {
        format!("h-{id}")
    } else {
        id.to_owned()
    }
}
