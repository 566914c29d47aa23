//! The letters of an index, A–Z and what each language has beside them.
//!
//! Owns which letters those are, and where each stands. Must never know names.

use std::cmp::Ordering;

use icu_collator::CollatorBorrowed;

use super::languages::general_tags;

/// The index of a language that is written in Latin letters.
#[derive(Debug)]
pub(super) struct Alphabet {
    /// In the language's order.
    letters: Vec<Letter>,
}

/// A letter of an index.
#[derive(Debug)]
struct Letter {
    shown: &'static str,
    /// As names are compared with it.
    compared: String,
}

/// How a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// In Latin letters: a–z, and these.
    Latin(&'static str),
    /// In others, each of which has a place of its own in an index.
    Other,
}

/// How a language is written, by its tag in small letters.
pub(super) fn script(lang: &str) -> Script {
    let of_tag = |tag: &str| {
        let more = MORE.iter().find(|(known, _)| *known == tag);
        let other = OTHER_SCRIPTS.contains(&tag).then_some(Script::Other);
        more.map(|(_, letters)| Script::Latin(letters)).or(other)
    };
    general_tags(lang)
        .find_map(of_tag)
        .unwrap_or(Script::Latin(""))
}

impl Alphabet {
    /// A–Z and `more`, in the order of a collator that looks at letters alone. A letter
    /// that it does not tell from another, such as Ą in Lithuanian, stands with that one.
    pub(super) fn new(
        more: &'static str,
        collator: &CollatorBorrowed<'_>,
        compared: impl Fn(&str) -> String,
    ) -> Self {
        let mut letters: Vec<Letter> = LATIN
            .split(' ')
            .chain(more.split_whitespace())
            .map(|shown| Letter {
                shown,
                compared: compared(shown),
            })
            .filter(|letter| is_one_letter(&letter.compared, collator))
            .collect();
        letters.sort_by(|a, b| collator.compare(&a.compared, &b.compared));
        letters.dedup_by(|b, a| collator.compare(&a.compared, &b.compared) == Ordering::Equal);
        Self { letters }
    }

    /// The last letter that does not stand after a text.
    pub(super) fn letter(&self, words: &str, collator: &CollatorBorrowed<'_>) -> &'static str {
        let after = |letter: &Letter| collator.compare(&letter.compared, words);
        let next = self
            .letters
            .partition_point(|letter| after(letter) != Ordering::Greater);
        self.letters[next.saturating_sub(1)].shown
    }

    /// All letters, in order.
    #[cfg(test)]
    pub(super) fn letters(&self) -> impl Iterator<Item = &'static str> {
        self.letters.iter().map(|letter| letter.shown)
    }
}

/// Every language whose letters are known.
#[cfg(test)]
pub(super) fn known_languages() -> impl Iterator<Item = &'static str> {
    MORE.iter().map(|(lang, _)| *lang)
}

/// What stands after every other character.
pub(super) const GREATEST: char = '\u{ffff}';

/// Whether two letters, such as Č or CH, are one in this order: nothing that begins with
/// the first of them comes after.
fn is_one_letter(letter: &str, collator: &CollatorBorrowed<'_>) -> bool {
    let mut letters = letter.chars();
    let Some(first) = letters.next() else {
        return false;
    };
    let end = String::from_iter([first, GREATEST]);
    letters.next().is_none() || collator.compare(letter, &end) != Ordering::Less
}

const LATIN: &str = "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z";

/// The letters of an index beside A–Z: `index` in `characters.json` of each language
/// in CLDR 48.2 (Unicode License V3), with the Đ of Bosnian and Serbian; and of the languages
/// of Sweden that it lacks or sorts otherwise than their speakers do here.
const MORE: &[(&str, &str)] = &[
    ("agq", "Ɛ Ɨ Ŋ Ɔ Ʉ ʔ"),
    ("ak", "Ɛ Ɔ"),
    ("ann", "ch n̄ ọ"),
    ("arn", "CH Ḻ LL Ñ Ṉ NG SH Ṯ TR Ü"),
    ("ast", "Ñ"),
    ("az", "Ç Ə Ğ İ Ö Ş Ü"),
    ("bas", "Ɓ Ɛ Ŋ Ɔ"),
    ("bem", "SH"),
    ("bm", "Ɛ Ɲ Ŋ Ɔ"),
    ("bs", "Č Ć DŽ LJ NJ Š Ž Đ"),
    ("bss", "Ə Ɛ Ŋ Ɔ"),
    ("cad", "CH SH TS"),
    ("cho", "A̱ CH HL I̱ O̱ SH Ʋ"),
    ("cic", "A̱ CH I̱ LH O̱ SH"),
    ("co", "CHJ GHJ SC SG"),
    ("cs", "Č CH Ř Š Ž"),
    ("cy", "CH DD FF NG LL PH RH TH"),
    ("da", "Æ Ø Å"),
    ("dje", "Ɲ Ŋ"),
    ("dsb", "Č Ć Ch Ł Š Ś Ž Ź"),
    ("dua", "Ɓ Ɗ Ɛ Ŋ Ɔ"),
    ("dyo", "Ñ Ŋ"),
    ("ebu", "Ĩ Ũ"),
    ("ee", "Ɖ Ɛ Ƒ Ɣ Ŋ Ɔ Ʋ"),
    ("eo", "Ĉ Ĝ Ĥ Ĵ Ŝ"),
    ("es", "Ñ"),
    ("et", "Š Ž Õ Ä Ö Ü"),
    ("ewo", "Ə Ɛ Ŋ Ɔ"),
    ("ff", "Ɓ Ɗ Ñ Ŋ Ƴ"),
    ("fi", "Å Ä Ö"),
    ("fil", "Ñ Ng"),
    ("fit", "Å Ä Ö"),
    ("fkv", "Å Ä Ö"),
    ("fo", "Á Ð Í Ó Ú Ý Æ Ø"),
    ("fur", "Ç"),
    ("gl", "Ñ"),
    ("gn", "Ã CH Ẽ G̃ Ĩ MB Ñ ND NG NT Õ RR Ũ Ỹ"),
    ("ha", "Ɓ Ɗ Ƙ Ƴ"),
    ("hr", "Č Ć DŽ Đ LJ NJ Š Ž"),
    ("hsb", "Č Ć DŹ CH Ł Š Ž"),
    ("hu", "Á CS DZ DZS É GY Í LY NY Ó Ö Ő SZ TY Ú Ü Ű ZS"),
    ("ig", "CH GB GH GW Ị KP KW Ṅ NW NY Ọ SH Ụ"),
    (
        "ii",
        "BB CH DD GG HL HM HN HX IE JJ MG NB ND NG NJ NR NY NZ RR SH SS UO ZH ZZ",
    ),
    ("is", "Á Ð É Í Ó Ú Ý Þ Æ Ö"),
    ("jgo", "Ɛ Ŋ Ɔ Pf Sh Ts Ʉ Ʉ̈ Ẅ Ꞌ"),
    ("jv", "Â Å É È Ê Ì Ò Ù"),
    ("kaa-latn", "Á Ch Ǵ Í Ń Ó Sh Ú"),
    ("kab", "Č Ḍ Ɛ Ǧ Ɣ Ḥ Ṛ Ṣ Ṭ Ẓ"),
    ("ken", "Ɛ Ɨ Ŋ Ɔ Ʉ"),
    ("khq", "Ã Ẽ Ɲ Ŋ Õ Š Ž"),
    (
        "kkj",
        "Ɓ Ɗ Ɗy Ɛ Gb Gw I̧ Kp Kw Mb Nd Nj Ny Ŋ Ŋg Ŋgb Ŋgw Ɔ Ɔ̧ U̧",
    ),
    ("kl", "Æ Ø Å"),
    ("ksf", "Ǝ Ɛ Ŋ Ɔ"),
    ("ku", "Ç Ê Î Ş Û"),
    ("lag", "Ɨ Ʉ"),
    ("lg", "Ŋ"),
    ("lkt", "Č Ǧ Ȟ Ŋ Š Ž"),
    ("ln", "Ɛ Gb Mb Mp Nd Ng Nk Ns Nt Ny Nz Ɔ"),
    ("lt", "Ą Č Ę Ė Į Š Ų Ū Ž"),
    ("lv", "Ā Č Ē Ģ Ī Ķ Ļ Ņ Š Ū Ž"),
    ("lzz", "Ç Ç̌ Ğ İ Ǩ P̌ Ş T̆"),
    ("mas", "Ɛ Ɨ Ŋ Ɔ Ʉ"),
    ("mgo", "CH Ə GH Ŋ Ɔ"),
    ("mic", "Á É Ɨ Ó Ú"),
    ("mua", "Ɓ Ɗ Ǝ Ŋ"),
    ("nb", "Æ Ø Å"),
    ("nmg", "Ɓ Ǝ Ɛ Ŋ Ɔ"),
    ("nn", "Æ Ø Å"),
    ("nnh", "Ɛ Ŋ Ɔ Pf Sh Ts Ʉ Ẅ Ÿ"),
    ("no", "Æ Ø Å"),
    ("nus", "Ɛ Ɣ Ŋ Ɔ"),
    ("pcm", "CH"),
    ("pl", "Ć Ł Ó Ś Ź Ż"),
    ("prg", "Ā Ḑ Ē Ģ Ī Ķ Ņ Ō Ŗ Š Ț Ū Ž"),
    ("qu", "CH Ll Ñ"),
    ("quc", "Ä Bʼ CH CHʼ Kʼ Qʼ TZ TZʼ Tʼ"),
    ("rif", "Ḍ Ɛ Ɣ Ḥ Ṣ Ṭ Ẓ"),
    ("rm", "À É È Ì Ò Ù"),
    ("rmf", "Å Ä Ö"),
    ("rmn", "Å Ä Ö"),
    ("rmu", "Å Ä Ö"),
    ("rmy", "Å Ä Ö"),
    ("ro", "Ă Â Î Ș Ț"),
    ("rom", "Å Ä Ö"),
    ("sc", "TZ"),
    ("se", "Á Č Đ Ŋ Š Ŧ Ž Å Ä Ö"),
    ("ses", "Ã Ẽ Ɲ Ŋ Õ Š Ž"),
    ("sgs", "Ā Č Ē Ė Ė̄ Ī Ō Š Ū Ž"),
    ("sje", "Á Đ Ŋ Ŧ Å Ä Ö"),
    ("sju", "Á Đ Ï Ŋ Ŧ Å Ä Ö"),
    ("sk", "Ä Č Ď CH Ľ Ô Š Ť Ž"),
    ("sl", "Č Ć Đ Š Ž"),
    ("sma", "Ï Å Ä Ö"),
    ("smj", "Á Ń Ŋ Å Ä Ö"),
    ("smn", "Â Č Đ Ŋ Š Ž Ä Á"),
    ("sms", "Â Å Ä Č Đ Ǧ Ǥ Ǩ Ŋ Õ Š Ž Ʒ Ǯ"),
    ("sq", "Ç DH Ë GJ LL NJ RR SH TH XH ZH"),
    ("sr-latn", "Č Ć DŽ LJ NJ Š Ž Đ"),
    ("su", "É"),
    ("sv", "Å Ä Ö"),
    ("sw", "CH"),
    ("swl", "Å Ä Ö"),
    ("szl", "Ć Ł Ń Ô Ō Ś Ź Ż"),
    ("tk", "Ç Ä Ž Ň Ö Ş Ü Ý"),
    ("to", "NG"),
    ("tr", "Ç İ Ö Ş Ü"),
    ("tzm", "Ḍ Ɛ Ɣ Ḥ Ṛ Ṣ Ṭ"),
    ("uz", "Oʻ Gʻ Sh Ch"),
    ("vi", "Ă Â Đ Ê Ô Ơ Ư"),
    ("vo", "Ä Ö Ü"),
    ("wo", "Ŋ"),
    ("yav", "Ɛ Ŋ Ɔ"),
];

/// Languages in other scripts, by the letters that CLDR 48.2 gives them.
const OTHER_SCRIPTS: &[&str] = &[
    "ab", "am", "apc", "ar", "as", "ba", "bal", "be", "bg", "bgc", "bgn", "bho", "bn", "bo", "bqi",
    "brx", "bua", "byn", "ccp", "ce", "chr", "ckb", "cop", "csw", "cu", "cv", "doi", "dv", "dz",
    "el", "fa", "gez", "gu", "he", "hi", "hnj", "hy", "ii", "iu", "ja", "ka", "kaa", "kk", "km",
    "kn", "ko", "kok", "ks", "ky", "lo", "lrc", "mai", "mdf", "mk", "ml", "mn", "mni", "mr", "my",
    "myv", "mzn", "ne", "nqo", "or", "os", "osa", "pa", "prs", "ps", "raj", "rhg", "ru", "sa",
    "sah", "sat", "sd", "sdh", "shi", "shn", "si", "skr", "sr", "suz", "syr", "ta", "te", "tg",
    "th", "ti", "tig", "tt", "tyv", "ug", "uk", "ur", "vai", "wal", "xnr", "yi", "yue", "zgh",
    "zh",
];
