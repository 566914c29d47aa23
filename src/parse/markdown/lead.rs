//! The plain text that introduces a document, and the number of its words.
//!
//! Owns [`Lead`] and [`Words`]. Must never know HTML.

use super::suspicious::turns_direction;

/// Collects what stands before `<!-- more -->`, else the first paragraph.
#[derive(Debug, Default)]
pub(super) struct Lead {
    text: String,
    /// The text says where its lead ends.
    to_mark: bool,
    /// The first paragraph with words, wherever it stands.
    fallback: Option<String>,
    /// Where the open paragraph began in `text`.
    open: Option<usize>,
    done: bool,
    /// The first paragraph ends here, should the mark not come.
    first_end: usize,
}

impl Lead {
    /// For a text that has, or seems to have, `<!-- more -->`.
    pub(super) fn new(to_mark: bool) -> Self {
        Self {
            to_mark,
            ..Self::default()
        }
    }

    /// A paragraph or list item begins.
    pub(super) fn begin(&mut self) {
        if self.done {
            return;
        }
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
        self.open = Some(self.text.len());
    }

    /// It ends; `top` if nothing is around it.
    pub(super) fn end(&mut self, top: bool) {
        let Some(start) = self.open.take() else {
            return;
        };
        let words = self.text[start..].trim();
        if words.is_empty() || self.done {
            return;
        }
        if self.fallback.is_none() {
            self.fallback = Some(words.to_owned());
        }
        if top && self.first_end == 0 {
            self.first_end = self.text.len();
            self.fallback = Some(words.to_owned());
            self.done = !self.to_mark;
        }
        if !self.to_mark {
            self.text.clear();
        }
    }

    /// Set text.
    pub(super) fn push(&mut self, text: &str) {
        if self.open.is_some() {
            self.text.push_str(text);
        }
    }

    /// `<!-- more -->`.
    pub(super) fn mark(&mut self) {
        if !self.done {
            self.done = true;
            self.open = None;
            self.fallback = Some(self.text.trim().to_owned());
        }
    }

    /// The lead.
    pub(super) fn finish(self) -> String {
        let lead = self.fallback.unwrap_or_default();
        // Two spaces stand where something was left out.
        if !lead.contains("  ") {
            return lead;
        }
        lead.split(' ')
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Counts words: runs of letters and digits; `SKR:s` and `e-post` are one each.
#[derive(Debug, Default)]
pub(super) struct Words {
    /// So far.
    pub(super) count: usize,
    state: State,
    /// There was a character that turns the direction of the text.
    pub(super) turns: bool,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum State {
    #[default]
    Between,
    Inside,
    /// Behind a hyphen, colon or apostrophe, which may join.
    Joint,
}

impl Words {
    /// Text goes on.
    pub(super) fn push(&mut self, text: &str) {
        let mut state = self.state;
        let mut count = self.count;
        for byte in text.bytes() {
            state = match CLASSES[usize::from(byte)] {
                Class::Word => {
                    count += usize::from(state == State::Between);
                    State::Inside
                }
                Class::Joint if state == State::Inside => State::Joint,
                Class::Decode => return self.push_any(text),
                _ => State::Between,
            };
        }
        self.state = state;
        self.count = count;
    }

    /// The same for text with other letters than Latin ones.
    fn push_any(&mut self, text: &str) {
        for letter in text.chars() {
            self.state = if letter.is_alphanumeric() || is_mark(letter) {
                self.count += usize::from(self.state == State::Between);
                State::Inside
            } else if matches!(
                letter,
                '-' | ':' | '\'' | '’' | '\u{ad}' | '\u{5f3}' | '\u{5f4}' | '־'
            ) && self.state == State::Inside
            {
                State::Joint
            } else {
                self.turns |= turns_direction(letter);
                State::Between
            };
        }
    }

    /// A word can't go on from here.
    pub(super) fn stop(&mut self) {
        self.state = State::Between;
    }
}

/// Points that belong to a word.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{97f}')
}

#[derive(Clone, Copy)]
enum Class {
    Other,
    Word,
    Joint,
    Decode,
}

const CLASSES: [Class; 256] = {
    let mut table = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        let ascii = byte as u8;
        if ascii.is_ascii_alphanumeric() {
            table[byte] = Class::Word;
        } else if ascii >= 0xc0 {
            // Only å ä ö é and the like, which begin with C3, are told by their bytes.
            table[byte] = if ascii == 0xc3 {
                Class::Word
            } else {
                Class::Decode
            };
        } else if ascii == 0x97 || ascii == 0xb7 {
            // × and ÷ are the exceptions behind C3.
            table[byte] = Class::Decode;
        } else if ascii >= 0x80 {
            table[byte] = Class::Word;
        }
        byte += 1;
    }
    table[b'-' as usize] = Class::Joint;
    table[b':' as usize] = Class::Joint;
    table[b'\'' as usize] = Class::Joint;
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_as_people_do() {
        let count = |text: &str| {
            let mut words = Words::default();
            words.push(text);
            words.count
        };
        assert_eq!(count("SKR:s roll i e-post"), 4);
        assert_eq!(count("Lund – Malmö - Åmål"), 3);
        assert_eq!(count("it’s it's 2021, ja!"), 4);
        assert_eq!(count("אַ ייִדישער טעקסט"), 3);
        assert_eq!(count("2 × 3 ö"), 3);
        assert_eq!(count(""), 0);
    }

    #[test]
    fn words_go_on_between_pieces() {
        let mut words = Words::default();
        words.push("råd");
        words.push("givning -");
        words.push(" ja");
        words.stop();
        words.push("nej");
        assert_eq!(words.count, 3);
    }
}
