//! What is asked of every post when a site is made.
//!
//! Owns the copy of it beside the others': to visit each post where it lies costs more
//! than all that is done there. Must never know what follows from a mark.
//!
//! At 10,000 posts the copy saves 4 to 5 ms of an edit that moves a post or adds one, or a
//! tag, and nothing of others (November 2026, `docs/serve.md`).

use crate::parse::document::Post;
use crate::path::SourcePath;

/// A post's marks.
#[derive(Debug, Clone, Copy)]
pub struct Marks {
    /// When it was published.
    pub(super) instant: jiff::Timestamp,
    /// In which year, where it was written.
    pub year: i16,
    /// Running words of its text.
    pub(super) words: usize,
    /// Whether it has old addresses.
    pub has_aliases: bool,
    /// Whether it has corrections.
    pub has_corrections: bool,
    /// Whether it shows or links to files that are no documents.
    pub has_files: bool,
    /// Whether it may be the translation of another one.
    pub(super) has_translations: bool,
}

impl Marks {
    /// Those of a post as it is now.
    pub(super) fn of(post: &Post) -> Self {
        let (placement, meta) = (&post.placement, &post.meta);
        let corrections = meta.corrections.iter();
        let mut bodies =
            std::iter::once(&post.body).chain(corrections.map(|correction| &correction.text));
        let is_other = |path: &SourcePath| path.extension() != "md";
        Self {
            instant: placement.date.instant,
            year: placement.date.civil.year(),
            words: post.body.words,
            has_aliases: !placement.aliases.is_empty(),
            has_corrections: !meta.corrections.is_empty(),
            has_files: meta.image.is_some() || bodies.any(|body| body.files().any(is_other)),
            has_translations: placement.translation_key.is_some(),
        }
    }
}
