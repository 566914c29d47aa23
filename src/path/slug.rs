//! Slugs: what a title becomes in a URL.

use std::fmt;
use std::sync::Arc;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::props::{
    DefaultIgnorableCodePoint, GeneralCategory, GeneralCategoryGroup, Script,
};
use icu_properties::{CodePointMapData, CodePointSetData};

use super::nfc;

/// One segment of a URL: lower-case letters and digits of any script, and `-`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Slug(Arc<str>);

impl Slug {
    /// Makes a slug: NFC, lower case, Latin letters without their marks, other
    /// scripts kept with theirs, `:`, apostrophes and what is invisible dropped
    /// (`SKR:s roll` → `skrs-roll`), anything else a single `-`. `None` if nothing is
    /// left. Idempotent.
    pub fn from_text(text: &str) -> Option<Self> {
        let slug = of_plain_text(text).unwrap_or_else(|| of_any_text(text));
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

/// The slug of a text of ASCII and Latin letters with one mark, as most are; `None` if
/// there is anything else in it. The same as by way of both normal forms, at a tenth of
/// the cost.
fn of_plain_text(text: &str) -> Option<String> {
    let mut slug = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars() {
        let plain = match letter {
            ':' | '\'' => continue,
            letter if letter.is_ascii() => letter.to_ascii_lowercase(),
            'À'..='Å' | 'à'..='å' => 'a',
            'Ç' | 'ç' => 'c',
            'È'..='Ë' | 'è'..='ë' => 'e',
            'Ì'..='Ï' | 'ì'..='ï' => 'i',
            'Ñ' | 'ñ' => 'n',
            'Ò'..='Ö' | 'ò'..='ö' => 'o',
            'Ù'..='Ü' | 'ù'..='ü' => 'u',
            'Ý' | 'ý' | 'ÿ' => 'y',
            _ => return None,
        };
        let separates = !plain.is_ascii_alphanumeric();
        if !separates {
            if gap && !slug.is_empty() {
                slug.push('-');
            }
            slug.push(plain);
        }
        gap = separates;
    }
    Some(slug)
}

fn of_any_text(text: &str) -> String {
    let lower: String = nfc(text).chars().flat_map(char::to_lowercase).collect();
    let apart = DecomposingNormalizerBorrowed::new_nfd().normalize(&lower);
    let mut slug = String::with_capacity(apart.len());
    let (mut gap, mut keeps_marks) = (false, false);
    for letter in apart.chars().filter(|&letter| !is_dropped(letter)) {
        if is_mark(letter) {
            if keeps_marks {
                slug.push(letter);
            }
            continue;
        }
        let start = slug.len();
        gap |= is_fraction(letter);
        push_plain(letter, &mut slug);
        let separates = slug.len() == start;
        if gap && start > 0 && !separates {
            slug.insert(start, '-');
        }
        gap = separates;
        // What the letter became decides: a script p of mathematics is a plain one here.
        keeps_marks = slug[start..]
            .chars()
            .next_back()
            .is_some_and(belongs_with_marks);
    }
    nfc(&slug).into_owned()
}

/// What stands in a word without being a part of it.
fn is_dropped(letter: char) -> bool {
    matches!(letter, ':' | '\'' | '’' | '‘')
        || !letter.is_ascii()
            && CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(letter)
}

/// Accents, points, vowel signs: what belongs to the letter before it.
fn is_mark(letter: char) -> bool {
    !letter.is_ascii() && {
        let category = CodePointMapData::<GeneralCategory>::new().get(letter);
        GeneralCategoryGroup::Mark.contains(category)
    }
}

/// Whether words fall apart without the letter's marks, as Hebrew or Indic ones do.
fn belongs_with_marks(letter: char) -> bool {
    !letter.is_ascii()
        && letter.is_alphabetic()
        && CodePointMapData::<Script>::new().get(letter) != Script::Latin
}

/// Appends `letter`, which has lost its marks, as it stands in a slug, or nothing if it
/// separates words. Latin letters that no mark makes get the letters they are known by.
fn push_plain(letter: char, slug: &mut String) {
    match letter {
        'æ' => slug.push_str("ae"),
        'đ' | 'ð' => slug.push('d'),
        'ǥ' => slug.push('g'),
        'ħ' => slug.push('h'),
        'ı' => slug.push('i'),
        'ł' => slug.push('l'),
        'ŋ' => slug.push('n'),
        'ø' => slug.push('o'),
        'œ' => slug.push_str("oe"),
        'ß' => slug.push_str("ss"),
        'ŧ' => slug.push('t'),
        'þ' => slug.push_str("th"),
        'ʒ' => slug.push('z'),
        other if other.is_ascii_alphanumeric() => slug.push(other),
        other if other.is_alphanumeric() => push_compatible(other, slug),
        _ => {}
    }
}

/// Appends a letter or number as it is written in plain letters, where it is only a form
/// of them: `ﬁ`, `ĳ`, `½`, `²`. Those of other scripts stay.
fn push_compatible(letter: char, slug: &mut String) {
    let plain = plain_form(letter);
    if plain.chars().eq([letter]) {
        slug.push(letter);
        return;
    }
    for letter in plain.chars().filter(|&letter| !is_mark(letter)) {
        match letter {
            FRACTION => slug.push('-'),
            letter if letter.is_alphanumeric() => push_plain(letter, slug),
            _ => {}
        }
    }
}

/// The line of `½`, taken apart.
const FRACTION: char = '\u{2044}';

/// A number that stands apart from one before it.
fn is_fraction(letter: char) -> bool {
    !letter.is_ascii() && !letter.is_alphabetic() && plain_form(letter).contains(FRACTION)
}

fn plain_form(letter: char) -> String {
    let script = CodePointMapData::<Script>::new().get(letter);
    match script == Script::Latin || script == Script::Common {
        true => DecomposingNormalizerBorrowed::new_nfkd()
            .normalize(letter.encode_utf8(&mut [0; 4]))
            .to_lowercase(),
        false => letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn slug(text: &str, expected: &str) {
        let slug = Slug::from_text(text);
        assert_eq!(slug.as_ref().map(Slug::as_str), Some(expected), "{text}");
    }

    #[test]
    fn letters_of_the_north_are_as_they_always_were() {
        slug("Åäö på Ångström", "aao-pa-angstrom");
        slug("Smørrebrød, Æbler og Øl", "smorrebrod-aebler-og-ol");
        slug("Straße der Grüße", "strasse-der-grusse");
        slug("Þingvellir, Ísafjörður", "thingvellir-isafjordur");
        slug(
            "Sámi čállinvuohki: đŋŧžšáǥǧǩʒǯ",
            "sami-callinvuohki-dntzsaggkzz",
        );
        slug("Ääkköset, Šakki ja Žižek", "aakkoset-sakki-ja-zizek");
        slug("SKR:s roll & l’été", "skrs-roll-lete");
    }

    #[test]
    fn latin_letters_lose_every_mark() {
        slug("Nguyễn Thị Hồng", "nguyen-thi-hong");
        slug("İzmir, ISPARTA, Diyarbakır", "izmir-isparta-diyarbakir");
        slug("S\u{323}\u{30c} M\u{308}uller", "s-muller");
        slug("Łódź Đà Nẵng", "lodz-da-nang");
        slug("1\u{fe0f}\u{20e3} e\u{301}", "1-e");
    }

    #[test]
    fn words_of_other_scripts_stay_whole() {
        slug("বিশ্ব দর্শন", "বিশ্ব-দর্শন");
        slug("தமிழ்நாடு", "தமிழ்நாடு");
        slug("मानव अधिकार", "मानव-अधिकार");
        slug("เป็นสิทธิ", "เป็นสิทธิ");
        slug("ייִדיש און עברית", "ייִדיש-און-עברית");
        slug("Всеобщая декларация, й", "всеобщая-декларация-й");
        slug("한국 인권", "한국-인권");
    }

    #[test]
    fn forms_of_letters_are_the_letters() {
        slug("Eﬃciënte ﬁnanciering", "efficiente-financiering");
        slug("Ĳsselmeer, ǆep, ſtaat", "ijsselmeer-dzep-staat");
        slug("1½ år, ½ och ¼", "1-1-2-ar-1-2-och-1-4");
        slug("CO² och m³, nº 5", "co2-och-m3-no-5");
        slug("Ｆｕｌｌ １２", "full-12");
        slug("Nike™ och ℃", "nike-och");
        slug("𝓅\u{20d0}", "p");
        slug("ทำงาน", "ทำงาน");
        slug("データ ㄱ", "データ-ㄱ");
    }

    #[test]
    fn nothing_is_no_slug() {
        for text in ["", " – ", "\u{301}", "…\u{308}", "\u{200d}", "👩‍💻"] {
            assert_eq!(Slug::from_text(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn plain_texts_get_the_slug_that_any_text_gets(text in "[\u{0}-\u{17f}\u{300}-\u{302}]{0,8}|[ -~À-ÿ]{0,16}") {
            if let Some(slug) = of_plain_text(&text) {
                prop_assert_eq!(slug, of_any_text(&text));
            }
        }

        #[test]
        fn a_slug_is_its_own(text in "\\PC{0,12}|[a-zåäö :\u{300}-\u{36f}\u{900}-\u{97f}\u{1e00}-\u{1eff}]{0,12}") {
            if let Some(slug) = Slug::from_text(&text) {
                prop_assert_eq!(Slug::from_text(slug.as_str()), Some(slug.clone()));
                prop_assert!(!slug.as_str().starts_with('-') && !slug.as_str().ends_with('-'));
                prop_assert!(!slug.as_str().contains("--"));
            }
        }
    }
}
