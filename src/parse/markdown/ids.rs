//! The ids of one text.
//!
//! Owns their uniqueness. Must never know what they name.

use std::collections::HashMap;

use crate::path::Slug;

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
        // Ids of this form belong to the footnotes.
        let reserved = base.starts_with("fn-") || base.starts_with("fnref-");
        let base = if reserved {
            format!("h-{base}")
        } else {
            base.to_owned()
        };
        self.number(base)
    }

    /// `base`, or `base-2` and so on if it is taken.
    pub(super) fn number(&mut self, base: String) -> String {
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
