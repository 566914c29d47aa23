//! Compounds, taken apart by the site's own words.
//!
//! Owns when one word is two: `kommunpartnerskap` is if the site also writes `kommun`
//! and `partnerskap` alone. Must never know documents or scores.

use super::stem::Language;
use crate::table::Set;

/// The least letters of a part.
const HEAD: usize = 3;
const TAIL: usize = 4;
/// How many times a part may be taken apart again.
const DEPTH: usize = 3;

/// Ends of words that are words too, and here hardly ever are.
const SUFFIXES: &[&str] = &[
    "ande", "anden", "andet", "ende", "enden", "ning", "ningen", "ningar", "skap", "skapet",
    "heten", "heter", "else", "elsen", "bara", "aktig", "aktiga", "lösa", "arna", "erna", "orna",
    "arens", "ares", "iska", "isten", "aren", "aste", "ligt", "liga",
];

/// The words that a language's compounds are made of.
pub(super) struct Parts<'a> {
    words: Set<&'a str>,
    /// What holds sentences together is no head, whatever longer word begins with it.
    small: Set<&'a str>,
}

impl<'a> Parts<'a> {
    /// The parts among `words`, which are all the words of a language but its stop words.
    pub(super) fn new(words: impl Iterator<Item = &'a str>, language: Language) -> Self {
        let stop_words: Set<&str> = language.stop_words().split_whitespace().collect();
        let words = words.filter(|word| {
            word.chars().nth(HEAD - 1).is_some()
                && word.chars().all(char::is_alphabetic)
                && !stop_words.contains(word)
        });
        Self {
            words: words.collect(),
            small: stop_words,
        }
    }

    /// The words that a compound consists of; none if it is none. The longest known
    /// end decides, and both parts may be compounds themselves.
    pub(super) fn of(&self, word: &str) -> Vec<String> {
        let mut parts = Vec::new();
        self.split(word, DEPTH, &mut parts);
        parts.sort();
        parts.dedup();
        parts
    }

    fn split(&self, word: &str, depth: usize, parts: &mut Vec<String>) -> bool {
        if depth == 0 {
            return false;
        }
        let starts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        if starts.len() < HEAD + TAIL {
            return false;
        }
        for &at in &starts[HEAD..=starts.len() - TAIL] {
            let (head, tail) = word.split_at(at);
            if !self.words.contains(tail) || SUFFIXES.contains(&tail) {
                continue;
            }
            if self.small.contains(head) {
                continue;
            }
            let known = self.head(head);
            let mut inner = Vec::new();
            // A head is a word, or a compound that was never written alone.
            let joined = known.is_none()
                && (self.split(head, depth - 1, &mut inner)
                    || self.split(head.trim_end_matches('s'), depth - 1, &mut inner));
            if known.is_none() && !joined {
                continue;
            }
            if let Some(head) = known {
                self.split(&head, depth - 1, &mut inner);
                parts.push(head);
            }
            self.split(tail, depth - 1, &mut inner);
            parts.push(tail.to_owned());
            parts.append(&mut inner);
            return true;
        }
        false
    }

    /// The word that stands before another as `head`: `skol` is `skola`, `människo` is
    /// `människa`, `rätts` is `rätt`.
    fn head(&self, head: &str) -> Option<String> {
        let known = |word: String| self.words.contains(word.as_str()).then_some(word);
        let last = head.chars().next_back()?;
        let short = &head[..head.len() - last.len_utf8()];
        let joint = match last {
            's' if short.chars().nth(HEAD - 1).is_some() => known(short.to_owned()),
            'o' | 'u' | 'e' => known(format!("{short}a")),
            _ => None,
        };
        known(head.to_owned())
            .or(joint)
            .or_else(|| known(format!("{head}a")))
            .or_else(|| known(format!("{head}e")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, word: &str, expected: &[&str]) {
        let parts = Parts::new(words.split(' '), Language::Swedish);
        assert_eq!(parts.of(word), expected);
    }

    #[test]
    fn compounds_are_made_of_words_that_stand_alone() {
        check(
            "kommun partnerskap",
            "kommunpartnerskap",
            &["kommun", "partnerskap"],
        );
        check("kommun", "kommunpartnerskap", &[]);
        check(
            "människa rätt stad",
            "människorättsstad",
            &["människa", "rätt", "stad"],
        );
        check(
            "skola barnen bok skolbarnen",
            "skolbarnen",
            &["barnen", "skola"],
        );
        check("flicka gata skolan", "flickskolan", &["flicka", "skolan"]);
    }

    #[test]
    fn endings_and_small_words_are_no_parts() {
        check("ledar skap", "ledarskap", &[]);
        check("under visning", "undervisning", &[]);
        check("för ändring", "förändring", &[]);
        check("före står", "förstår", &[]);
        check("kommun erna", "kommunerna", &[]);
    }
}
