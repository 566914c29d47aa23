//! The one door from front matter to Markdown and typography.

use super::document::Body;
use super::settings::Settings;
use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;

/// Typography for plain text in a language.
pub(super) fn plain(text: &str, _lang: &str) -> String {
    text.to_owned()
}

/// One line of inline Markdown that was written at `span`.
pub(super) fn inline(
    _file: &SourcePath,
    text: &str,
    _span: Span,
    _lang: &str,
    _settings: &Settings,
) -> (Body, Vec<Diagnostic>) {
    let body = Body {
        lead: text.to_owned(),
        ..Body::default()
    };
    (body, Vec::new())
}

/// The Markdown of `text` from `start` on.
pub(super) fn body(
    file: &SourcePath,
    text: &str,
    start: usize,
    _slug: &str,
    lang: &str,
    settings: &Settings,
) -> (Body, Vec<Diagnostic>) {
    inline(
        file,
        &text[start..],
        Span::new(start, text.len()),
        lang,
        settings,
    )
}
