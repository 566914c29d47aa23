//! The same text in several languages.
//!
//! Owns which posts are translations of each other: those of one `translation_key`,
//! one a language. Must never know where they are shown.

use std::collections::HashMap;
use std::sync::Arc;

use super::PostId;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Span, site as report};
use crate::parse::document::Post;
use crate::path::SourcePath;

/// Posts by key, newest first.
pub(super) type Translations = HashMap<String, Vec<PostId>>;

/// Groups `posts` that are translated by their keys; a second post of the same language
/// is reported.
pub(super) fn collect(
    posts: &[&Arc<Post>],
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) -> Translations {
    let mut translations = Translations::new();
    for (id, post) in posts.iter().enumerate() {
        let Some(key) = &post.placement.translation_key else {
            continue;
        };
        let known = translations.entry(key.clone()).or_default();
        let own = language(post, config);
        let same = known
            .iter()
            .find(|&&other| language(posts[other], config).eq_ignore_ascii_case(own));
        match same {
            Some(&other) => {
                let other = title(posts[other]);
                diagnostics.push(report::duplicate_translation(title(post), key, other));
            }
            None => known.push(id),
        }
    }
    translations
}

fn title(post: &Post) -> (&SourcePath, Span) {
    (&post.source, post.meta.title.span)
}

/// The language of a post: its own, or the site's.
pub(super) fn language<'a>(post: &'a Post, config: &'a Config) -> &'a str {
    post.placement
        .lang
        .as_ref()
        .map_or(&config.language, |lang| &lang.value)
}
