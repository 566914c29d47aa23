//! Words: what a text, or a post's HTML, is searched for by.
//!
//! Owns where a word begins and ends, and which words stand in headings. The script of
//! the search page cuts a query in the same way. Must never know languages or scores.

use std::borrow::Cow;
use std::mem;
use std::ops::ControlFlow;

use icu_normalizer::ComposingNormalizerBorrowed;
use memchr::memchr2;

/// Longer ones are no words but the remains of something else.
const MAX_LETTERS: usize = 40;

/// Elements inside which, and at whose edges, a word goes on.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "mark", "q", "s", "small",
    "span", "strong", "sub", "u", "wbr",
];

/// Calls `each` with every word of a plain text: NFC, in lower case.
pub fn words(text: &str, mut each: impl FnMut(&str)) {
    let text = composed(text);
    let mut cutter = Cutter::default();
    cutter.read(&text, &mut each);
    cutter.finish(&mut each);
}

/// Calls `each` with every word of a body's HTML, and whether it stands in a heading.
/// The HTML is what the parser wrote: a `<` that is no tag is written `&lt;`.
pub fn words_of_html(html: &str, mut each: impl FnMut(&str, bool)) {
    let html = composed(html);
    let mut cutter = Cutter::default();
    let mut in_heading = false;
    let mut rest: &str = &html;
    while let Some(start) = memchr2(b'<', b'&', rest.as_bytes()) {
        cutter.read(&rest[..start], &mut |word| each(word, in_heading));
        let tag = &rest[start..];
        if let Some(name) = tag.strip_prefix('&') {
            // What is escaped is no letter.
            cutter.finish(&mut |word| each(word, in_heading));
            // In HTML that is taken as it is, `&` may stand alone.
            let is_name = |c: char| c.is_ascii_alphanumeric() || c == '#';
            let after = name.trim_start_matches(is_name).strip_prefix(';');
            rest = after.unwrap_or(name);
            continue;
        }
        let end = tag_end(tag);
        let name = tag[1..end].trim_start_matches('/');
        let name = name
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        if !INLINE.contains(&name) {
            cutter.finish(&mut |word| each(word, in_heading));
        }
        if matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") {
            in_heading = !tag.starts_with("</");
        }
        rest = &tag[end..];
        if matches!(name, "script" | "style") && !tag.starts_with("</") {
            rest = &rest[rest.find("</").unwrap_or(rest.len())..];
        }
    }
    cutter.read(rest, &mut |word| each(word, in_heading));
    cutter.finish(&mut |word| each(word, in_heading));
}

/// NFC; most texts are, and are not copied.
fn composed(text: &str) -> Cow<'_, str> {
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// Where the tag (or comment) that `text` begins with ends, its `>` included.
fn tag_end(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |end| end + 3);
    }
    let mut quote = None;
    let end = text.bytes().enumerate().try_for_each(|(at, byte)| {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return ControlFlow::Break(at + 1),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
        ControlFlow::Continue(())
    });
    end.break_value().unwrap_or(text.len())
}

/// Calls `each` with the words at the beginning of a text that are as they shall be where
/// they stand, in small letters, and returns what follows them: most words are.
fn plain_words<'a>(text: &'a str, each: &mut impl FnMut(&str)) -> &'a str {
    let mut rest = text;
    loop {
        let (mut end, mut letters) = (0, 0);
        let after = loop {
            match &rest.as_bytes()[end..] {
                [b'a'..=b'z' | b'0'..=b'9', ..] => end += 1,
                // ß and à to ÿ without ÷, in UTF-8.
                [0xc3, 0x9f..=0xb6 | 0xb8..=0xbf, ..] => end += 2,
                after => break after.first(),
            }
            letters += 1;
        };
        // What ends a word, and is no sign of anything else.
        if !matches!(
            after,
            Some(b' ' | b'\n' | b'.' | b',' | b':' | b';' | b'!' | b'?')
        ) {
            return rest;
        }
        let digit = || rest.as_bytes()[0].is_ascii_digit();
        if (2..=MAX_LETTERS).contains(&letters) || letters == 1 && digit() {
            each(&rest[..end]);
        }
        rest = &rest[end + 1..];
    }
}

/// The word that is being read.
#[derive(Default)]
struct Cutter {
    word: String,
    /// The words that hyphens tie to it, as one: `e-post` is also found as `epost`.
    joined: String,
    /// How many bytes more it has than letters.
    wide: usize,
    /// Whether it has letters beyond Latin-1, which are not in lower case yet.
    foreign: bool,
}

impl Cutter {
    fn read(&mut self, text: &str, each: &mut impl FnMut(&str)) {
        let mut rest = text;
        loop {
            if self.word.is_empty() && self.joined.is_empty() {
                rest = plain_words(rest, each);
            }
            // Most letters are ASCII's, and are taken at one go.
            let bytes = rest.as_bytes().iter();
            let run = bytes
                .take_while(|byte| byte.is_ascii_alphanumeric())
                .count();
            self.word.push_str(&rest[..run]);
            rest = &rest[run..];
            let Some(letter) = rest.chars().next() else {
                return;
            };
            rest = &rest[letter.len_utf8()..];
            match letter {
                '\u{ad}' => {}
                '-' | '\u{2011}' => self.join(each),
                letter if letter.is_ascii() || letter == '×' || letter == '÷' => {
                    self.finish(each)
                }
                'ß'..='ÿ' => self.push(letter),
                'À'..='Þ' => self.push(char::from(letter as u8 + 32)),
                letter if !letter.is_alphanumeric() => self.finish(each),
                letter if stands_alone(letter) => {
                    self.finish(each);
                    each(letter.encode_utf8(&mut [0; 4]));
                }
                letter => {
                    self.push(letter);
                    self.foreign = true;
                }
            }
        }
    }

    fn push(&mut self, letter: char) {
        self.word.push(letter);
        self.wide += letter.len_utf8() - 1;
    }

    /// At a hyphen.
    fn join(&mut self, each: &mut impl FnMut(&str)) {
        if self.word.is_empty() {
            self.joined.clear();
        }
        let mut joined = mem::take(&mut self.joined);
        joined.push_str(&self.word);
        self.finish(each);
        self.joined = joined;
    }

    fn finish(&mut self, each: &mut impl FnMut(&str)) {
        if !self.joined.is_empty() {
            let mut joined = mem::take(&mut self.joined);
            if !self.word.is_empty() {
                joined.push_str(&self.word);
                if joined.chars().count() <= MAX_LETTERS {
                    each(&joined.to_lowercase());
                }
            }
        }
        let letters = self.word.len() - self.wide;
        if letters > 0 {
            let single_letter = letters == 1 && !self.word.chars().all(char::is_numeric);
            if !single_letter && letters <= MAX_LETTERS {
                self.word.make_ascii_lowercase();
                match self.foreign {
                    false => each(&self.word),
                    true => each(&self.word.to_lowercase()),
                }
            }
            self.word.clear();
            self.wide = 0;
            self.foreign = false;
        }
    }
}

/// Whether a letter is a word by itself: Chinese and Japanese don't part words.
fn stands_alone(letter: char) -> bool {
    matches!(
        letter,
        '\u{3005}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9d}' | '\u{20000}'..='\u{3ffff}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of_text(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        words(text, |word| all.push(word.to_owned()));
        all
    }

    fn of_html(html: &str) -> Vec<String> {
        let mut all = Vec::new();
        words_of_html(html, |word, in_heading| {
            all.push(format!("{word}{}", if in_heading { "!" } else { "" }));
        });
        all
    }

    /// The script's tests read the same table, for what a query asks for.
    #[test]
    fn a_text_is_cut_as_the_table_says() {
        let table: serde_json::Value =
            serde_json::from_str(include_str!("words.json")).expect("JSON");
        for case in table.as_array().expect("a list") {
            let text = case["text"].as_str().expect("a text");
            let expected = case["index"].as_array().expect("words");
            assert_eq!(of_text(text), *expected, "{text}");
        }
    }

    #[test]
    fn an_ampersand_alone_swallows_nothing() {
        assert_eq!(
            of_html("<p>Rätt & plikt; frågor&amp;svar"),
            ["rätt", "plikt", "frågor", "svar"]
        );
    }

    #[test]
    fn what_stands_low_goes_on_and_what_stands_high_does_not() {
        assert_eq!(
            of_html("CO<sub>2</sub>-fri<sup>1</sup>"),
            ["co2", "co2fri", "fri", "1"]
        );
    }

    #[test]
    fn words_of_html_know_headings_and_go_through_emphasis() {
        assert_eq!(
            of_html(
                "<h2 id=\"a\">Vad är <em>rätt</em>?</h2><p>Del<strong>ad</strong> text&amp;mer\
                 <a title=\"x > y\" href=\"\">länk</a>en<sup>1</sup>.</p><!-- dolt --><p>slut"
            ),
            [
                "vad!",
                "är!",
                "rätt!",
                "delad",
                "text",
                "merlänken",
                "1",
                "slut"
            ]
        );
    }

    proptest! {
        #[test]
        fn words_are_the_same_at_once_and_letter_by_letter(text in "([a-zåé0-9ÅßT×\u{ad}א\u{301}]{0,3}[ .,:;!?\n'–-]?){0,6}") {
            let text = composed(&text);
            let (mut words, mut slow) = (Vec::new(), Cutter::default());
            let mut letter = [0; 4];
            for one in text.chars() {
                slow.read(one.encode_utf8(&mut letter), &mut |word: &str| words.push(word.to_owned()));
            }
            slow.finish(&mut |word: &str| words.push(word.to_owned()));
            prop_assert_eq!(of_text(&text), words);
        }
    }
}
