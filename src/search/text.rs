//! Words: what a text, or a post's HTML, is searched for by.
//!
//! Owns where a word begins and ends, and which words stand in headings. The script of
//! the search page cuts a query in the same way. Must never know languages or scores.

use std::ops::ControlFlow;

use crate::path::nfc;

/// Longer ones are no words but the remains of something else.
const MAX_LETTERS: usize = 40;

/// Elements inside which, and at whose edges, a word goes on.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "mark", "q", "s", "small",
    "span", "strong", "u", "wbr",
];

/// Calls `each` with every word of a plain text: NFC, in lower case.
pub fn words(text: &str, mut each: impl FnMut(&str)) {
    let text = nfc(text);
    let mut cutter = Cutter::default();
    cutter.read(&text, &mut each);
    cutter.finish(&mut each);
}

/// Calls `each` with every word of a body's HTML, and whether it stands in a heading.
/// The HTML is what the parser wrote: a `<` that is no tag is written `&lt;`.
pub fn words_of_html(html: &str, mut each: impl FnMut(&str, bool)) {
    let html = nfc(html);
    let mut cutter = Cutter::default();
    let mut in_heading = false;
    let mut rest: &str = &html;
    while let Some(start) = rest.find(['<', '&']) {
        cutter.read(&rest[..start], &mut |word| each(word, in_heading));
        let tag = &rest[start..];
        if tag.starts_with('&') {
            // What is escaped is no letter.
            cutter.finish(&mut |word| each(word, in_heading));
            rest = &tag[tag.find(';').map_or(1, |end| end + 1)..];
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

/// The word that is being read.
#[derive(Default)]
struct Cutter {
    word: String,
    letters: usize,
}

impl Cutter {
    fn read(&mut self, text: &str, each: &mut impl FnMut(&str)) {
        for letter in text.chars() {
            if letter.is_alphanumeric() {
                self.letters += 1;
                if letter.is_ascii() {
                    self.word.push(letter.to_ascii_lowercase());
                } else {
                    self.word.push(letter);
                }
            } else if letter != '\u{ad}' {
                self.finish(each);
            }
        }
    }

    fn finish(&mut self, each: &mut impl FnMut(&str)) {
        if self.letters > 0 {
            let single_letter = self.letters == 1 && !self.word.chars().all(char::is_numeric);
            if !single_letter && self.letters <= MAX_LETTERS {
                if self.word.is_ascii() {
                    each(&self.word);
                } else {
                    each(&self.word.to_lowercase());
                }
            }
            self.word.clear();
            self.letters = 0;
        }
    }
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn words_are_letters_and_digits() {
        assert_eq!(
            of_text("SKR:s roll – artikel 19, Åmål–Bergrivier: it's 300\u{a0}000 kr"),
            [
                "skr",
                "roll",
                "artikel",
                "19",
                "åmål",
                "bergrivier",
                "it",
                "300",
                "000",
                "kr"
            ]
        );
        assert_eq!(
            of_text("rättig\u{ad}heter A\u{30a}mål"),
            ["rättigheter", "åmål"]
        );
        assert_eq!(of_text(&"x".repeat(41)), Vec::<String>::new());
        assert_eq!(of_text("א שלום"), ["שלום"]);
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
}
