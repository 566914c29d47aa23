//! What is wrong with one text.
//!
//! Owns the problems found so far, where they stand in the file, and what the author
//! allows. Must never know HTML.

use std::ops::Range;

use super::allow::Allows;
use super::context::Context;
use crate::diagnostic::{Diagnostic, Span};
use crate::path::SourcePath;

/// The problems of one text.
pub(super) struct Reports<'a> {
    context: Context<'a>,
    /// The text that is parsed.
    pub(super) source: &'a str,
    found: Vec<Diagnostic>,
    allows: Allows,
}

impl<'a> Reports<'a> {
    /// For a text in which nothing was found yet.
    pub(super) fn new(context: Context<'a>, source: &'a str) -> Self {
        Self {
            context,
            source,
            found: Vec::new(),
            allows: Allows::default(),
        }
    }

    /// The place of these bytes in the file, without the line's end.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let text = &self.source[range.clone()];
        self.context
            .span(&(range.start..range.start + text.trim_end().len()))
    }

    /// Reports a problem.
    pub(super) fn push(&mut self, problem: Diagnostic) {
        self.found.push(problem);
    }

    /// Reports the problem that `problem` makes of these bytes' file and place.
    pub(super) fn at(
        &mut self,
        range: &Range<usize>,
        problem: impl FnOnce(&SourcePath, Span) -> Diagnostic,
    ) {
        let span = self.span(range);
        self.push(problem(self.context.file, span));
    }

    /// Forgets what stands within these places, which ascend: it follows from one cause.
    pub(super) fn forget_within(&mut self, places: &[Range<usize>]) {
        let whole: Vec<Span> = places.iter().map(|p| self.context.span(p)).collect();
        self.found.retain(|problem| {
            let within = problem.span.is_some_and(|span| {
                let after = whole.partition_point(|place| place.start <= span.start);
                after > 0 && span.start < whole[after - 1].end
            });
            !within
        });
    }

    /// Reads the words behind `nitton-allow` in a comment.
    pub(super) fn allow(&mut self, words: &str, comment: Span) {
        self.allows
            .read(words, self.context.file, comment, &mut self.found);
    }

    /// Whether something is allowed in the next block.
    pub(super) fn awaits_block(&self) -> bool {
        self.allows.is_waiting()
    }

    /// The block that was waited for.
    pub(super) fn block(&mut self, range: &Range<usize>) {
        let block = self.span(range);
        self.allows.block(block);
    }

    /// Whether a code of this area (`link/`) is allowed at the block being read.
    pub(super) fn allows_now(&self, area: &str, at: Span) -> bool {
        self.allows.lowers_now(area, at)
    }

    /// What is left to report.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.allows.apply(self.context.file, &mut self.found);
        self.found
    }
}
