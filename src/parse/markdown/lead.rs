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

/// What people write where the lead ends.
const MARKS: [&str; 12] = [
    "cut",
    "endexcerpt",
    "excerpt",
    "fortsätt läsa",
    "las mer",
    "läs mer",
    "mer",
    "read more",
    "read-more",
    "readmore",
    "teaser",
    "truncate",
];

/// Whether the words of a comment end the lead. WordPress writes a text of its own behind
/// the word.
pub(super) fn ends_lead(comment: &str) -> bool {
    comment.trim().eq_ignore_ascii_case("more") || comment.starts_with("more ")
}

/// Whether they were meant to.
pub(super) fn was_to_end_lead(words: &str) -> bool {
    MARKS.contains(&words.to_lowercase().as_str())
}

/// Counts words: runs of letters and digits; `SKR:s`, `e-post` and `14.30` are one each.
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
        let mut rest = text;
        // The first look is wide, and enough for most text.
        if text.bytes().map(needs_decoding).fold(0, u8::max) > 0 {
            while let Some(at) = rest.bytes().position(|byte| needs_decoding(byte) > 0) {
                // The byte may be the second one of its character.
                let start = if rest.is_char_boundary(at) {
                    at
                } else {
                    at - 1
                };
                self.push_bytes(&rest.as_bytes()[..start]);
                let mut letters = rest[start..].chars();
                letters
                    .next()
                    .into_iter()
                    .for_each(|letter| self.push_letter(letter));
                rest = letters.as_str();
            }
        }
        self.push_bytes(rest.as_bytes());
    }

    /// Text of which each byte tells enough.
    fn push_bytes(&mut self, bytes: &[u8]) {
        for block in bytes.chunks(BLOCK) {
            let (begun, state) = begun(block, self.state);
            self.count += usize::from(begun);
            self.state = state;
        }
    }

    fn push_byte(&mut self, byte: u8) {
        self.step(is_word(byte), is_joint(byte));
    }

    fn push_letter(&mut self, letter: char) {
        match letter {
            '\0'..='\x7f' => self.push_byte(letter as u8),
            'à'..='ö' | 'ø'..='ÿ' => self.step(true, false),
            _ => {
                let word = letter.is_alphanumeric() || is_mark(letter);
                self.turns |= turns_direction(letter);
                self.step(
                    word,
                    matches!(letter, '’' | '\u{ad}' | '־' | '\u{5f3}' | '\u{5f4}'),
                );
            }
        }
    }

    fn step(&mut self, word: bool, joint: bool) {
        self.count += usize::from(word && self.state == State::Between);
        self.state = match self.state {
            _ if word => State::Inside,
            State::Inside if joint => State::Joint,
            _ => State::Between,
        };
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

/// So many bytes are looked at together.
const BLOCK: usize = 64;

/// How many words begin in a block, and how it ends. Written without branches and over
/// a whole block, so that the compiler looks at many bytes at a time.
fn begun(block: &[u8], before: State) -> (u8, State) {
    let mut bytes = [b' '; BLOCK];
    bytes[..block.len()].copy_from_slice(block);
    // Two places stand before the block: `a` and `-`, where a joint is open.
    let mut words = [0_u8; BLOCK + 2];
    let mut joints = [0_u8; BLOCK + 2];
    words[0] = u8::from(before == State::Joint);
    words[1] = u8::from(before == State::Inside);
    joints[1] = words[0];
    for (at, byte) in bytes.into_iter().enumerate() {
        words[at + 2] = u8::from(is_word(byte));
        joints[at + 2] = u8::from(is_joint(byte));
    }
    let mut count = 0;
    for at in 0..BLOCK {
        let goes_on = words[at + 1] | (joints[at + 1] & words[at]);
        count += words[at + 2] & !goes_on;
    }
    let last = block.len() + 1;
    let state = if words[last] == 1 {
        State::Inside
    } else if joints[last] & words[last - 1] == 1 {
        State::Joint
    } else {
        State::Between
    };
    (count, state)
}

/// Letters and digits; å ä ö é and the like, which begin with C3, by their bytes.
fn is_word(byte: u8) -> bool {
    ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10) | (byte >= 0x80)
}

fn is_joint(byte: u8) -> bool {
    (byte == b'-') | (byte == b':') | (byte == b'.') | (byte == b',') | (byte == b'\'')
}

/// Whether a byte tells less than its character: of those behind C3, × and ÷ are no letters.
fn needs_decoding(byte: u8) -> u8 {
    u8::from(((byte >= 0xc0) & (byte != 0xc3)) | (byte == 0x97) | (byte == 0xb7))
}

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
