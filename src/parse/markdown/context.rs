//! What one text's parse starts from, and where its bytes stand in the file.
//!
//! Owns [`Context`] and the mapping from parsed bytes to spans. Must never know HTML.

use std::ops::Range;

use crate::diagnostic::Span;
use crate::parse::settings::Settings;
use crate::path::SourcePath;

/// The surroundings of a text.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// Its file.
    pub(super) file: &'a SourcePath,
    /// What makes the ids of its footnotes unique on a page with other texts.
    pub(super) slug: &'a str,
    /// The title that stands above it, empty if none does.
    pub(super) title: &'a str,
    /// Its language.
    pub(super) lang: &'a str,
    /// The site's facts.
    pub(super) settings: &'a Settings,
    /// Where it stands in its file.
    pub(super) place: Place,
}

/// Where parsed bytes stand in the file.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// They begin at this byte.
    From(usize),
    /// They are the value at this span behind [`super::INLINE_PREFIX`], byte for byte.
    Value(Span),
    /// They are a value that was written in other bytes.
    Folded(Span),
}

impl Context<'_> {
    /// Whether the text is one line without blocks.
    pub(super) fn is_inline(&self) -> bool {
        !matches!(self.place, Place::From(_))
    }

    /// The place of parsed bytes in the file.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        match self.place {
            Place::From(base) => Span::new(base + range.start, base + range.end),
            Place::Folded(span) => span,
            Place::Value(span) => {
                let at = |offset: usize| {
                    let offset = offset.saturating_sub(super::INLINE_PREFIX.len());
                    (span.start + offset).min(span.end)
                };
                Span::new(at(range.start), at(range.end))
            }
        }
    }
}
