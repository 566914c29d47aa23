//! What the tests of decoding and of those above it share: diagnostics as short text.

use crate::diagnostic::{Diagnostic, Severity};
use crate::path::SourcePath;

/// A line each: `code [place] -> help`, with `warning` before a warning; the place is
/// the text that the caret is under. Fails where a span lies outside its file.
pub(crate) fn brief(file: &SourcePath, text: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    let line = |d: &Diagnostic| {
        let place = d.span.filter(|_| d.file.as_ref() == Some(file));
        let place = place.map_or("", |span| {
            text.get(span.start..span.end)
                .expect("a span lies in its file, between letters")
        });
        let level = match d.severity {
            Severity::Warning => "warning ",
            Severity::Error => "",
        };
        let help = d.english().help.join("; ");
        format!("{level}{} [{place}] -> {help}", d.code.name)
    };
    diagnostics.iter().map(line).collect()
}

/// Every span of every diagnostic lies in the file, between letters.
pub(crate) fn assert_spans(text: &str, diagnostics: &[Diagnostic]) {
    for diagnostic in diagnostics {
        let labels = diagnostic.labels.iter().filter_map(|label| label.span);
        for span in diagnostic.span.into_iter().chain(labels) {
            assert!(
                text.get(span.start..span.end).is_some(),
                "{span:?} in {text:?}"
            );
        }
        assert!(!diagnostic.english().message.is_empty() && !diagnostic.english().help.is_empty());
    }
}
