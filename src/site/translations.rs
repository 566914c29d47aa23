//! The same text in several languages.
//!
//! Owns which posts are translations of each other: those of one `translation_key`,
//! one a language. Must never know where they are shown.

use std::collections::HashMap;

use super::{PostEntry, PostId, report};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::parse::document::Post;

/// Posts by key, newest first.
pub(super) type Translations = HashMap<String, Vec<PostId>>;

/// Groups posts by their keys; a second post of the same language is reported.
pub(super) fn collect(
    posts: &[PostEntry],
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Translations {
    let mut translations = Translations::new();
    for (id, entry) in posts.iter().enumerate() {
        let Some(key) = &entry.post.placement.translation_key else {
            continue;
        };
        let known = translations.entry(key.clone()).or_default();
        let own = language(&entry.post, config);
        let same = known
            .iter()
            .find(|&&other| language(&posts[other].post, config).eq_ignore_ascii_case(own));
        match same {
            Some(&other) => diagnostics.push(report::duplicate_translation(
                &entry.post,
                key,
                &posts[other].post,
            )),
            None => known.push(id),
        }
    }
    translations
}

/// The language of a post: its own, or the site's.
pub(super) fn language<'a>(post: &'a Post, config: &'a Config) -> &'a str {
    post.placement
        .lang
        .as_ref()
        .map_or(&config.language, |lang| &lang.value)
}
