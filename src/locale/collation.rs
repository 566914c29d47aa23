//! Alphabetical order, as each language has it.
//!
//! Owns all of `icu_collator`: [`Collation::sort_key`] and the letters of an index.
//! Must never know what is sorted.

use std::cmp::Ordering;

use icu_collator::options::{AlternateHandling, CollatorOptions, Strength};
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::{LanguageIdentifier, langid};
use icu_normalizer::DecomposingNormalizerBorrowed;

use super::alphabet::{Alphabet, GREATEST, Script, script};
use super::languages::primary;
use crate::path::nfc;

/// The index entry of names that begin with a digit.
const DIGITS: &str = "0–9";
/// The index entry of names that begin with anything that is not in the alphabet.
const OTHERS: &str = "#";

/// A language's alphabetical order.
#[derive(Debug)]
pub(crate) struct Collation {
    /// Letters, then accents, then case; digits by their value.
    order: CollatorBorrowed<'static>,
    /// Letters alone.
    letters: CollatorBorrowed<'static>,
    /// Of names in Latin letters.
    alphabet: Alphabet,
    /// Whether every letter of other scripts is its own entry.
    has_others: bool,
    spelling: Spelling,
}

/// What stands for letters in a language's texts.
#[derive(Debug, Clone, Copy)]
struct Spelling {
    /// Letters with marks that stand after their base letter, as letters of their own.
    own: &'static str,
    /// Whether a comma above makes letters of O and G, as in Uzbek.
    has_turned_commas: bool,
}

impl Collation {
    /// The order of a language; unknown ones get that of Unicode.
    pub(crate) fn new(lang: &str) -> Self {
        let lang = lang.to_ascii_lowercase();
        let language = primary(&lang);
        let letters = collator(&lang, Strength::Primary);
        let spelling = Spelling {
            own: own_letters(language),
            has_turned_commas: language == "uz",
        };
        let script = script(&lang);
        let more = match script {
            Script::Latin(more) => more,
            Script::Other => "",
        };
        Self {
            order: collator(&lang, Strength::Tertiary),
            alphabet: Alphabet::new(more, &letters, |letter| words(letter, spelling)),
            letters,
            has_others: script == Script::Other,
            spelling,
        }
    }

    /// Bytes that sort as the texts do: digits before letters, everything else
    /// last, word by word; quotation marks and other punctuation don't count.
    /// Different texts have different keys.
    pub(crate) fn sort_key(&self, text: &str) -> Vec<u8> {
        let words = words(text, self.spelling);
        let class = self.class(&words);
        let mut key = Vec::with_capacity(4 * words.len() + text.len() + 2);
        key.push(class as u8);
        if class == Class::Letter && !words.starts_with(is_latin) {
            // Where an index has whatever letters there are, they decide first, so
            // that each stands in it once.
            let letter = self.letter(&words);
            self.write_key(&letter, &mut key);
        }
        self.write_key(&words, &mut key);
        key.extend_from_slice(nfc(text).as_bytes());
        key
    }

    /// Where a text stands in an index: `0–9`, a letter, or `#`.
    pub(crate) fn index_letter(&self, text: &str) -> String {
        let words = words(text, self.spelling);
        match self.class(&words) {
            Class::Digit => DIGITS.to_owned(),
            Class::Letter => self.letter(&words),
            Class::Other => OTHERS.to_owned(),
        }
    }

    /// Appends the key of a text and its end.
    fn write_key(&self, text: &str, key: &mut Vec<u8>) {
        let Ok(()) = self.order.write_sort_key_to(text, key);
        key.push(0);
    }

    /// What kind of character a text begins with.
    fn class(&self, words: &str) -> Class {
        match words.chars().next() {
            Some(first) if first.is_numeric() => Class::Digit,
            Some(first) if first.is_alphabetic() && (is_latin(first) || self.has_others) => {
                Class::Letter
            }
            _ => Class::Other,
        }
    }

    /// The letter of the alphabet under which a text stands; of another script the text's
    /// own first letter without its accent.
    fn letter(&self, words: &str) -> String {
        if words.starts_with(is_latin) {
            return self.alphabet.letter(words, &self.letters).to_owned();
        }
        let letter: String = words.chars().take(1).flat_map(char::to_uppercase).collect();
        let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(&letter);
        let base: String = decomposed.chars().take(1).collect();
        if self.letters.compare(&base, &letter) == Ordering::Equal {
            base
        } else {
            letter
        }
    }
}

/// The text without punctuation: what joins words becomes a space, the rest
/// goes. A letter of its own becomes its base and the greatest character.
fn words(text: &str, spelling: Spelling) -> String {
    let text = nfc(text);
    let mut words = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_whitespace() || matches!(letter, '-' | '‐' | '‑' | '–' | '—' | '/' | '_')
        {
            if !words.is_empty() && !words.ends_with(' ') {
                words.push(' ');
            }
        } else if spelling.has_turned_commas
            && matches!(letter, '\'' | '`' | '‘' | '’')
            && words.ends_with(['O', 'o', 'G', 'g'])
        {
            words.push('ʻ');
        } else if spelling.own.contains(letter) {
            words.push(base_letter(letter));
            words.push(GREATEST);
        } else if !is_ignored(letter) {
            words.push(letter);
        }
    }
    words.truncate(words.trim_end().len());
    words
}

/// What a text begins with, in the order of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Other,
}

/// Punctuation within words and around them, and what can't be seen.
fn is_ignored(letter: char) -> bool {
    letter.is_ascii_punctuation()
        && !matches!(letter, '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~')
        || letter.is_control()
        || matches!(letter,
            '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{ad}'
            | '\u{200b}'..='\u{200f}' | '\u{2010}'..='\u{205e}' | '\u{2060}'..='\u{206f}'
            | '\u{5be}' | '\u{5f3}' | '\u{5f4}' | '،' | '؛' | '؟' | '\u{feff}')
}

/// Letters that Unicode's order has beside their base letters, and Sámi after them.
fn own_letters(language: &str) -> &'static str {
    match language {
        "se" => "áÁčČđĐŋŊšŠŧŦžŽ",
        "smj" => "áÁńŃŋŊ",
        "sma" => "ïÏ",
        "sju" => "áÁđĐïÏŋŊŧŦ",
        "sje" => "áÁđĐŋŊŧŦ",
        _ => "",
    }
}

/// The letter after which a letter of its own stands.
fn base_letter(letter: char) -> char {
    match letter {
        'đ' => 'd',
        'Đ' => 'D',
        'ŋ' => 'n',
        'Ŋ' => 'N',
        'ŧ' => 't',
        'Ŧ' => 'T',
        other => DecomposingNormalizerBorrowed::new_nfd()
            .normalize(other.encode_utf8(&mut [0; 4]))
            .chars()
            .next()
            .unwrap_or(other),
    }
}

/// Whether a letter belongs to the Latin script.
fn is_latin(letter: char) -> bool {
    matches!(letter,
        'a'..='z' | 'A'..='Z' | 'ª' | 'º' | '\u{c0}'..='\u{24f}' | '\u{250}'..='\u{2af}'
        | '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}' | '\u{a722}'..='\u{a7ff}' | '\u{fb00}'..='\u{fb06}')
}

/// The collator of a language tag. Languages that Unicode has no order for take that
/// of the language beside which their speakers write.
fn collator(lang: &str, strength: Strength) -> CollatorBorrowed<'static> {
    let id: LanguageIdentifier = match primary(lang) {
        "se" | "smj" | "sma" | "sju" | "sje" | "fit" | "rom" | "rmf" | "rmn" | "rmu" | "rmy"
        | "swl" => {
            langid!("sv")
        }
        "fkv" => langid!("fi"),
        "kl" => langid!("da"),
        _ => lang.parse().unwrap_or(LanguageIdentifier::UNKNOWN),
    };
    let mut preferences = CollatorPreferences::from(&id);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    let mut options = CollatorOptions::default();
    options.strength = Some(strength);
    options.alternate_handling = Some(AlternateHandling::NonIgnorable);
    Collator::try_new(preferences, options)
        .expect("the data of every collation is compiled in, and unknown languages get the root's")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::locale::alphabet::known_languages;
    use crate::locale::languages;

    const LANGUAGES: &[&str] = &[
        "sv", "fi", "nb", "da", "en", "de", "is", "se", "smj", "yi", "tlh",
    ];

    /// The texts in a language's order, between bars.
    fn sorted(lang: &str, texts: &str) -> String {
        let collation = Collation::new(lang);
        let mut texts: Vec<&str> = texts.split('|').collect();
        texts.sort_by_key(|text| collation.sort_key(text));
        texts.join("|")
    }

    #[track_caller]
    fn assert_order(lang: &str, expected: &str) {
        let mut shuffled: Vec<&str> = expected.split('|').collect();
        shuffled.reverse();
        let middle = shuffled.len() / 3;
        shuffled.rotate_left(middle);
        assert_eq!(sorted(lang, &shuffled.join("|")), expected, "{lang}");
    }

    #[test]
    fn swedish_letters_stand_last_and_v_is_not_w() {
        assert_order(
            "sv",
            "Alingsås|Vadstena|Vårgårda|Växjö|Wadköping|Ystad|Zinkgruvan|Åmål|Åre|Älmhult|Öland|Örebro",
        );
        assert_order(
            "sv",
            "Zetterlund|Å|åberg|Åkesson|Ä|Æ|Ægir|Ärlig|Ö|Ø|Öberg|Ødegaard|Œuvre",
        );
        assert_order("sv", "Muller|Mx|My|Müller|Myrdal|Mz");
        assert_order("sv", "Andre|André|Andrea|Andrén");
    }

    #[test]
    fn digits_come_first_and_count() {
        assert_order("sv", "2 frågor|10 frågor|100 steg|agenda 2030|Ödeshög");
        assert_order("sv", "Agenda 9|Agenda 21|Agenda 2030");
    }

    #[test]
    fn punctuation_does_not_count_and_words_do() {
        assert_order("sv", "Anna-Karin Åsén|Anna Zorn|Annas");
        assert_order("sv", "FN|”FN-dagen”|FN:s roll|fred|Frihet");
        assert_order("sv", "De Geer|de la Gardie|Degerfors");
    }

    #[test]
    fn case_decides_last() {
        assert_order("sv", "rätt|Rätt|rätta");
        assert_order("en", "polish|Polish|Zoe|Zoë");
    }

    #[test]
    fn other_languages_have_their_own_order() {
        assert_order("fi", "Vaasa|Wille|Yrjö|Zeus|Åbo|Äänekoski|Öja");
        assert_order("nb", "Zoo|Ærlig|Østfold|Ås");
        assert_order("da", "Zoo|Ærø|Øster|Ålborg");
        assert_order("en", "Ale|Åmål|Angle|Zoo");
        assert_order("se", "Anár|Árjepluovvi|Čáhput|Deatnu|Đ|Eatnu");
        assert_order(
            "uz",
            "Gulbahor|Olma|Ovoz|Zamon|O'rda|Oʻzbekiston|O‘sh|G'alaba|Gʻoya|Shahar|Chirchiq",
        );
        for lang in ["smj", "sma", "fit", "rom"] {
            assert_order(lang, "Aurora|Vitangi|Zeus|Åbo|Äijä|Öja");
        }
    }

    #[test]
    fn index_letters() {
        let letters = |lang: &str, texts: &[&str]| -> String {
            let collation = Collation::new(lang);
            let letters: Vec<String> = texts
                .iter()
                .map(|text| collation.index_letter(text))
                .collect();
            letters.join(" ")
        };
        assert_eq!(
            letters(
                "sv",
                &[
                    "åsa",
                    "Ärlig",
                    "Ægir",
                    "Ødegaard",
                    "Wille",
                    "Vera",
                    "Ülle",
                    "Émile",
                    "Đorđe",
                    "Þór"
                ]
            ),
            "Å Ä Ä Ö W V Y E D T"
        );
        assert_eq!(
            letters("sv", &["2030", "”Fred”", "-1", "$", "", "…", "שלום", "Ж"]),
            "0–9 F 0–9 # # # # #"
        );
        assert_eq!(letters("nb", &["Ås", "Aasen", "Ærlig", "Øst"]), "Å Å Æ Ø");
        assert_eq!(letters("en", &["Åmål", "Œuvre", "Zoë"]), "A O Z");
        assert_eq!(letters("se", &["Áilu", "Šaddi", "Ánne", "Anne"]), "Á Š Á A");
        assert_eq!(letters("yi", &["שלום", "Anna"]), "ש A");
        assert_eq!(letters("ru", &["жизнь"]), "Ж");
    }

    #[test]
    fn every_alphabet_is_in_its_own_order() {
        for lang in known_languages().chain(languages::known_tags()) {
            let collation = Collation::new(lang);
            for letter in collation.alphabet.letters() {
                assert_eq!(collation.index_letter(letter), letter, "{lang}");
            }
            assert!(
                collation
                    .alphabet
                    .letters()
                    .is_sorted_by_key(|letter| collation.sort_key(letter)),
                "{lang}"
            );
        }
    }

    /// No letter of a language stands under one that comes before or after it, as Ž of
    /// Estonian under Z.
    #[test]
    fn letters_of_a_language_stand_under_themselves() {
        for (lang, names, letters) in [
            (
                "et",
                "Žanna Õie Ööbik Ülle Šiš Tallinn Wiiralt Xenia",
                "Ž Õ Ö Ü Š T W X",
            ),
            (
                "lt",
                "Žemaitė Čiurlionis Šilutė Ąžuolas Vilnius",
                "Ž Č Š A V",
            ),
            ("lv", "Ķegums Ņina Ģederts Žanis Ludza", "Ķ Ņ Ģ Ž L"),
            ("az", "Əli Çingiz Şəki Xəzər Qarabağ", "Ə Ç Ş X Q"),
            (
                "uz",
                "Oʻzbekiston O'rda G‘oya G’azal Ma'no Shahrisabz Chirchiq Samarqand",
                "Oʻ Oʻ Gʻ Gʻ M Sh Ch S",
            ),
            (
                "fo",
                "Ánna Ísland Ólavur Tórshavn Ægir Øravík",
                "A I O T Æ Ø",
            ),
            ("kl", "Ærø Øster Ålborg Nuuk", "Æ Ø Å N"),
            (
                "cs",
                "Cheb České Řím Šumava Žilina Hora Cesta",
                "CH Č Ř Š Ž H C",
            ),
            ("pl", "Łódź Żywiec Ćma Świnoujście Zakopane", "Ł Ż Ć Ś Z"),
            (
                "hu",
                "Csaba Győr Szeged Zsolt Örs Óbuda Zala",
                "CS GY SZ ZS Ö O Z",
            ),
            (
                "hr",
                "Čakovec Đakovo Šibenik Ljubljana Njivice",
                "Č Đ Š LJ NJ",
            ),
            ("sr-Latn", "Čačak Đerdap Žabljak Ljig", "Č Đ Ž LJ"),
            ("tr", "Çorum Şırnak İzmir Ürgüp Ödemiş", "Ç Ş İ Ü Ö"),
            ("vi", "Đà Ăn Ơn Uông", "Đ Ă Ơ U"),
            ("es", "Ñu Nube", "Ñ N"),
            ("kk", "Абай Шымкент", "А Ш"),
        ] {
            let collation = Collation::new(lang);
            let found: Vec<String> = names
                .split(' ')
                .map(|name| collation.index_letter(name))
                .collect();
            assert_eq!(found.join(" "), letters, "{lang}");
        }
    }

    proptest! {
        #[test]
        fn keys_are_a_total_order_on_texts(lang in proptest::sample::select(LANGUAGES), a in ".{0,12}", b in ".{0,12}") {
            let collation = Collation::new(lang);
            prop_assert_eq!(collation.sort_key(&a) == collation.sort_key(&b), nfc(&a) == nfc(&b));
        }

        #[test]
        fn an_index_has_each_letter_once(
            lang in proptest::sample::select(LANGUAGES),
            mut names in proptest::collection::vec("[ -~]{0,4}|[A-ZÅÄÖÆØÜÉÞĐŋšžאבжд¡$€·0-9]{1,5}|.{1,4}", 0..24),
        ) {
            let collation = Collation::new(lang);
            names.sort_by_key(|name| collation.sort_key(name));
            let mut letters: Vec<String> = names.iter().map(|name| collation.index_letter(name)).collect();
            letters.dedup();
            let count = letters.len();
            letters.sort();
            letters.dedup();
            prop_assert_eq!(letters.len(), count);
        }
    }
}
