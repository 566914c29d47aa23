//! What a word is found by: its stem, by its language.
//!
//! Owns which languages have a stemmer (Snowball) and which join words into
//! compounds. The script of the search page has a twin of these stemmers, and a test
//! compares the two. Must never know where a word stands.

use std::borrow::Cow;

use icu_normalizer::DecomposingNormalizerBorrowed;
use pagefind_stem::{Algorithm, Stemmer};

/// A language that words are stemmed by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Swedish.
    Swedish,
    /// English.
    English,
    /// Finnish.
    Finnish,
    /// Any other: words are found as they are written, and by their beginnings.
    Other,
}

impl Language {
    /// The language of a tag (BCP 47).
    pub fn of(tag: &str) -> Self {
        let primary = tag.split('-').next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "sv" => Self::Swedish,
            "en" => Self::English,
            "fi" => Self::Finnish,
            _ => Self::Other,
        }
    }

    /// The code that the script knows it by.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Swedish => "sv",
            Self::English => "en",
            Self::Finnish => "fi",
            Self::Other => "",
        }
    }

    /// Whether words are joined without a space.
    pub const fn has_compounds(self) -> bool {
        matches!(self, Self::Swedish | Self::Finnish)
    }

    /// Words that hold a sentence together and say nothing of its subject.
    pub const fn stop_words(self) -> &'static str {
        match self {
            Self::Swedish => {
                "alla allt att av bara blev bli blir de dem den denna deras dess dessa det detta \
                 dig din du där då efter eller en er ett från för han har hade hon honom hur här i \
                 in inga ingen inte jag kan kunde man med mellan men mig min mot mycket ni nu när \
                 någon något några och också om oss på sedan sig sin sina sitt ska skulle som så \
                 till under upp ut utan vad var vara vare vi vid vilka vilken vill är än även över"
            }
            Self::English => {
                "a about all also an and any are as at be been but by can could did do does for \
                 from had has have he her his how i if in into is it its me more my no not of on \
                 or our she should so some such than that the their them then there these they \
                 this those to too up us was we were what when where which who will with would \
                 you your"
            }
            Self::Finnish => {
                "ei eikä en että hän he ja jos jotka joka jonka kuin kun me mikä minä mitä mutta \
                 myös ne niin nyt olen oli olla on ovat se sekä sen siitä sinä sitä tai te tämä \
                 tämän vai"
            }
            Self::Other => "",
        }
    }
}

/// Stems words of any language; cheap to make.
pub struct Stems([Stemmer; 3]);

impl Default for Stems {
    fn default() -> Self {
        Self([
            Stemmer::create(Algorithm::Swedish),
            Stemmer::create(Algorithm::English),
            Stemmer::create(Algorithm::Finnish),
        ])
    }
}

impl Stems {
    /// The stem of a word in lower case.
    pub fn stem<'a>(&self, word: &'a str, language: Language) -> Cow<'a, str> {
        let stemmer = match language {
            Language::Swedish => &self.0[0],
            Language::English => &self.0[1],
            Language::Finnish => &self.0[2],
            Language::Other => return Cow::Borrowed(word),
        };
        stemmer.stem(word)
    }
}

/// What stems are ordered by: without marks, and a double letter as one, so that a
/// word stands beside its likely misspellings, and `ratt` beside `rätt`.
pub fn key(stem: &str) -> String {
    let mut key = String::with_capacity(stem.len());
    let mut last = None;
    let mut push = |letter: char| {
        if last != Some(letter) {
            key.push(letter);
        }
        last = Some(letter);
    };
    if stem.is_ascii() {
        stem.chars().for_each(push);
        return key;
    }
    let plain = DecomposingNormalizerBorrowed::new_nfd();
    for letter in plain.normalize(stem).chars() {
        match letter {
            '\u{300}'..='\u{36f}' => {}
            'ø' => push('o'),
            'æ' => push('a'),
            letter => push(letter),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections_meet_in_their_stem() {
        let stems = Stems::default();
        let stem = |word| stems.stem(word, Language::Swedish).into_owned();
        assert_eq!(stem("kommunernas"), stem("kommunens"));
        assert_eq!(stem("rättigheter"), stem("rättigheterna"));
        assert_ne!(stem("hår"), stem("här"));
        assert_eq!(stems.stem("rights", Language::English), "right");
        assert_eq!(stems.stem("oikeudet", Language::of("fi-FI")), "oikeud");
        assert_eq!(stems.stem("rettigheter", Language::of("nb")), "rettigheter");
    }

    #[test]
    fn keys_put_misspellings_side_by_side() {
        assert_eq!(key("rätt"), key("ratt"));
        assert_eq!(key("komun"), key("kommun"));
        assert_eq!(key("øre"), "ore");
        assert_eq!(key("éé"), "e");
    }
}
