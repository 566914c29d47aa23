//! Slugs: what a title becomes in a URL.

use std::fmt;
use std::sync::Arc;

use super::nfc;

/// One segment of a URL: lower-case letters and digits of any script, and `-`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Slug(Arc<str>);

impl Slug {
    /// Makes a slug: NFC, lower case, Latin letters without their marks, other
    /// scripts kept, `:` and apostrophes dropped (`SKR:s roll` → `skrs-roll`),
    /// anything else a single `-`. `None` if nothing is left. Idempotent.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut slug = String::with_capacity(text.len());
        let mut gap = false;
        for letter in nfc(text).chars().flat_map(char::to_lowercase) {
            if matches!(
                letter,
                ':' | '\'' | '’' | '‘' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}'
            ) {
                continue;
            }
            let start = slug.len();
            push_plain(letter, &mut slug);
            if slug.len() == start {
                gap = true;
            } else if gap && start > 0 {
                slug.insert(start, '-');
                gap = false;
            } else {
                gap = false;
            }
        }
        let slug = nfc(&slug);
        (!slug.is_empty()).then(|| Self(slug.into()))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Appends `letter` as it stands in a slug, or nothing if it separates words.
fn push_plain(letter: char, slug: &mut String) {
    match letter {
        'a'..='z' | '0'..='9' => slug.push(letter),
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => slug.push('a'),
        'æ' => slug.push_str("ae"),
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => slug.push('c'),
        'ď' | 'đ' | 'ð' => slug.push('d'),
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => slug.push('e'),
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' | 'ǥ' => slug.push('g'),
        'ĥ' | 'ħ' => slug.push('h'),
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'į' | 'ı' => slug.push('i'),
        'ĵ' => slug.push('j'),
        'ķ' | 'ǩ' => slug.push('k'),
        'ĺ' | 'ļ' | 'ľ' | 'ł' => slug.push('l'),
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => slug.push('n'),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => slug.push('o'),
        'œ' => slug.push_str("oe"),
        'ŕ' | 'ŗ' | 'ř' => slug.push('r'),
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => slug.push('s'),
        'ß' => slug.push_str("ss"),
        'ţ' | 'ť' | 'ŧ' | 'ț' => slug.push('t'),
        'þ' => slug.push_str("th"),
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => slug.push('u'),
        'ŵ' => slug.push('w'),
        'ý' | 'ÿ' | 'ŷ' => slug.push('y'),
        'ź' | 'ż' | 'ž' | 'ʒ' | 'ǯ' => slug.push('z'),
        // Combining marks: a Latin letter's are dropped, Hebrew or Indic ones belong to the word.
        '\u{300}'..='\u{36f}' => {}
        other if other.is_alphanumeric() || is_mark(other) => slug.push(other),
        _ => {}
    }
}

/// Vowel signs and points of scripts whose words would fall apart without them.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{97f}')
}
