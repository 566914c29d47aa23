//! `<!-- nitton-allow CODE: reason -->`.
//!
//! Owns which codes are lowered where in a text. Must never know what they mean.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Span, allow, emphasis, foreign, image, link, markdown};
use crate::path::SourcePath;

/// What is lowered.
#[derive(Debug, Default)]
pub(super) struct Allows {
    /// For the block that comes.
    pending: Vec<&'static str>,
    /// The comment they stand in.
    comment: Span,
    /// Ascending and apart, for each code.
    lowered: BTreeMap<&'static str, Vec<Span>>,
}

impl Allows {
    /// Reads the words behind `nitton-allow`.
    pub(super) fn read(
        &mut self,
        words: &str,
        file: &SourcePath,
        comment: Span,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let (codes, reason) = words.split_once(':').unwrap_or((words, ""));
        if reason.trim().is_empty() {
            diagnostics.push(allow::without_reason(file, comment));
            return;
        }
        for name in codes
            .split([',', ' ', '\n'])
            .map(str::trim)
            .filter(|n| !n.is_empty())
        {
            match known().find(|code| code.name == name) {
                None => diagnostics.push(allow::unknown_code(
                    file,
                    comment,
                    name,
                    known().map(|c| c.name),
                )),
                Some(code) if code.guarded => {
                    diagnostics.push(allow::guarded_code(file, comment, name));
                }
                Some(code) => {
                    self.pending.push(code.name);
                    self.comment = comment;
                }
            }
        }
    }

    /// Whether something waits for the next block.
    pub(super) fn is_waiting(&self) -> bool {
        !self.pending.is_empty()
    }

    /// The block that was waited for.
    pub(super) fn block(&mut self, block: Span) {
        for code in self.pending.drain(..) {
            let spans = self.lowered.entry(code).or_default();
            match spans.last_mut() {
                Some(last) if block.start < last.end => last.end = last.end.max(block.end),
                _ => spans.push(block),
            }
        }
    }

    /// Whether a code of this area (`link/`) is lowered at the block being read.
    pub(super) fn lowers_now(&self, area: &str, at: Span) -> bool {
        self.lowered
            .range(area..)
            .take_while(|(code, _)| code.starts_with(area))
            .any(|(_, spans)| spans.last().is_some_and(|span| contains(span, at)))
    }

    /// Leaves out what is lowered, and says what waits in vain.
    pub(super) fn apply(&self, file: &SourcePath, diagnostics: &mut Vec<Diagnostic>) {
        if self.is_waiting() {
            diagnostics.push(allow::misplaced(file, self.comment));
        }
        if self.lowered.is_empty() {
            return;
        }
        diagnostics.retain(|diagnostic| {
            let (Some(spans), Some(at)) = (self.lowered.get(diagnostic.code.name), diagnostic.span)
            else {
                return true;
            };
            let after = spans.partition_point(|span| span.start <= at.start);
            after == 0 || !contains(&spans[after - 1], at)
        });
    }
}

fn contains(outer: &Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.start < outer.end
}

/// The codes that a text can raise.
fn known() -> impl Iterator<Item = &'static Code> {
    [
        markdown::CODES,
        emphasis::CODES,
        foreign::CODES,
        link::CODES,
        image::CODES,
    ]
    .into_iter()
    .flatten()
}
