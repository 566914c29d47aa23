//! From bytes to lines and columns: computed only when something is shown.
//!
//! Owns the index of a text's lines, which is made once a file, however many problems
//! the file has. Must never know how places are shown.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

use crate::path::SourcePath;

/// The byte order mark that some editors put first: in no column, and never shown.
const BOM: char = '\u{feff}';

/// Gives the text of a file.
pub type Source<'a, 's> = &'a dyn Fn(&SourcePath) -> Option<&'s str>;

/// The texts of files, each indexed when it is first asked for.
pub struct Texts<'a, 's> {
    source: Source<'a, 's>,
    known: RefCell<BTreeMap<SourcePath, Option<Rc<Lines<'s>>>>>,
}

impl<'a, 's> Texts<'a, 's> {
    /// No text is looked at yet.
    pub fn new(source: Source<'a, 's>) -> Self {
        Self {
            source,
            known: RefCell::default(),
        }
    }

    /// The text of a file, if there is one.
    pub fn get(&self, file: &SourcePath) -> Option<Rc<Lines<'s>>> {
        let mut known = self.known.borrow_mut();
        if let Some(lines) = known.get(file) {
            return lines.clone();
        }
        let lines = (self.source)(file).map(|text| Rc::new(Lines::new(text)));
        known.insert(file.clone(), lines.clone());
        lines
    }
}

/// A text and where its lines begin.
#[derive(Debug)]
pub struct Lines<'s> {
    /// The whole text.
    pub text: &'s str,
    /// The first byte of each line.
    starts: Vec<usize>,
    /// How many characters begin before each step of [`STEP`] bytes.
    letters: Vec<usize>,
}

/// So many bytes are looked at for a column, at most twice.
const STEP: usize = 256;

impl<'s> Lines<'s> {
    /// Looks at the text once.
    pub fn new(text: &'s str) -> Self {
        let bytes = text.as_bytes();
        let newlines = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let starts = std::iter::once(0).chain(newlines.map(|(at, _)| at + 1));
        let mut before = 0;
        let letters = bytes.chunks(STEP).map(|chunk| {
            let here = before;
            before += letters_in(chunk);
            here
        });
        Self {
            text,
            starts: starts.collect(),
            letters: letters.collect(),
        }
    }

    /// The line and the column of a byte, both from 1. A column is a character; a byte
    /// order mark at the file's start is none. Beyond the end means the end.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let offset = floor(self.text, offset);
        let line = self.line_of(offset);
        let start = self.starts[line - 1];
        let column = self.letters_before(offset) - self.letters_before(start) + 1;
        let marked = start == 0 && offset > 0 && self.text.starts_with(BOM);
        (line, column - usize::from(marked))
    }

    /// The bytes of a line by its number, without its end and without a byte order mark.
    pub(super) fn line(&self, number: usize) -> Range<usize> {
        let start = match self.starts[number - 1] {
            0 if self.text.starts_with(BOM) => BOM.len_utf8(),
            start => start,
        };
        let end = self
            .starts
            .get(number)
            .map_or(self.text.len(), |next| next - 1);
        let end = match self.text[..end].ends_with('\r') {
            true => end - 1,
            false => end,
        };
        start..end.max(start)
    }

    /// The number of the line that holds a byte.
    fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    /// How many characters begin before a byte.
    fn letters_before(&self, offset: usize) -> usize {
        let step = (offset / STEP).min(self.letters.len().saturating_sub(1));
        let known = self.letters.get(step).copied().unwrap_or_default();
        known + letters_in(&self.text.as_bytes()[step * STEP..offset])
    }
}

fn letters_in(bytes: &[u8]) -> usize {
    #[cfg(test)]
    tests::LOOKED_AT.set(tests::LOOKED_AT.get() + bytes.len());
    // What continues a character in UTF-8 is 0b10xxxxxx.
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

/// The nearest start of a character at or before a byte.
pub(super) fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Diagnostic, Span, human, json};
    use std::cell::Cell;

    thread_local! {
        /// How many bytes this thread has looked at for columns.
        pub(super) static LOOKED_AT: Cell<usize> = const { Cell::new(0) };
    }

    fn position(text: &str, offset: usize) -> (usize, usize) {
        Lines::new(text).position(offset)
    }

    fn line_around(text: &str, offset: usize) -> Range<usize> {
        let lines = Lines::new(text);
        lines.line(lines.position(offset).0)
    }

    #[track_caller]
    fn check(text: &str, needle: &str, expected: (usize, usize)) {
        let offset = text.find(needle).expect("the needle is in the text");
        assert_eq!(position(text, offset), expected);
    }

    #[test]
    fn columns_are_characters() {
        check("abc", "a", (1, 1));
        check("å🌍x", "x", (1, 3));
        check("a\tx", "x", (1, 3));
        check("a\nbc\nåäx\n", "x", (3, 3));
    }

    #[test]
    fn carriage_returns_end_lines_with_their_newline() {
        check("a\r\nb\r\nx", "x", (3, 1));
    }

    #[test]
    fn a_byte_order_mark_is_in_no_column() {
        assert_eq!(position("\u{feff}ab\nc", 0), (1, 1));
        check("\u{feff}ab\nc", "a", (1, 1));
        check("\u{feff}ab\nc", "b", (1, 2));
        check("\u{feff}ab\nc", "c", (2, 1));
    }

    #[test]
    fn any_offset_has_a_position() {
        assert_eq!(position("", 0), (1, 1));
        assert_eq!(position("ab\n", 3), (2, 1));
        assert_eq!(position("ab\n", 99), (2, 1));
        assert_eq!(position("å", 1), (1, 1));
    }

    #[test]
    fn lines_lose_their_ends() {
        let text = "\u{feff}one\r\ntwo\n";
        assert_eq!(&text[line_around(text, 0)], "one");
        assert_eq!(
            &text[line_around(text, text.find("wo").expect("there"))],
            "two"
        );
        assert_eq!(&text[line_around(text, text.len())], "");
        assert_eq!(&"\r"[line_around("\r", 1)], "");
    }

    #[test]
    fn columns_are_right_however_far_out() {
        let line = "å🌍x ".repeat(400);
        let text = format!("ett\n{line}\n{line}");
        let lines = Lines::new(&text);
        for (start, number) in [(4, 2), (5 + line.len(), 3)] {
            for (column, (at, _)) in line.char_indices().enumerate() {
                assert_eq!(lines.position(start + at), (number, column + 1));
            }
        }
    }

    /// Bytes looked at to show `count` problems, each a piece of `one` further on, in
    /// both forms; and how long what was shown is.
    fn cost(count: usize, one: &str) -> (usize, usize) {
        let text = one.repeat(count);
        let file = SourcePath::new("content/posts/a.md");
        let problem = |at: usize| {
            let start = at * one.len();
            Diagnostic::new(Code::error("link/missing-page"), "m")
                .at(&file, Span::new(start, start + 3))
                .label(&file, Some(Span::new(start + 4, start + 5)), "here")
        };
        let problems: Vec<Diagnostic> = (0..count).map(problem).collect();
        LOOKED_AT.set(0);
        let people = human::render(&problems, &|_| Some(&text), &human::Options::default());
        let programs = json::render(&problems, &|_| Some(&text));
        (LOOKED_AT.get(), people.len() + programs.len())
    }

    #[test]
    fn many_problems_cost_twice_as_much_when_there_are_twice_as_many() {
        for one in ["[ä](x.md) och så ", "[ä](x.md)\noch så\n"] {
            let ((few, short), (many, long)) = (cost(1_000, one), cost(2_000, one));
            assert!(many * 10 <= few * 22, "{few} bytes became {many}");
            assert!(long * 10 <= short * 22, "{short} letters became {long}");
        }
    }
}
