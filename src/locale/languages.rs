//! What is known about languages by their tags.
//!
//! Owns directions, names in the languages themselves, and what a well-formed tag
//! (BCP 47) is. Must never know the site's texts.

/// The direction in which a language is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The direction of a language tag, by its script where it names one.
pub fn direction_of(lang: &str) -> Direction {
    let lang = lang.to_ascii_lowercase();
    let mut subtags = lang.split('-');
    let language = subtags.next().unwrap_or_default();
    let script = subtags.find(|subtag| {
        subtag.len() == 4 && subtag.bytes().all(|letter| letter.is_ascii_alphabetic())
    });
    let rtl = match script {
        Some(script) => RTL_SCRIPTS.contains(&script),
        None => RTL_LANGUAGES.contains(&language),
    };
    if rtl { Direction::Rtl } else { Direction::Ltr }
}

/// What a language calls itself, for tags and their primary subtag.
pub fn language_name(lang: &str) -> Option<&'static str> {
    let lang = lang.to_ascii_lowercase();
    let find = |tag: &str| {
        NAMES
            .iter()
            .find(|(known, _)| *known == tag)
            .map(|(_, name)| *name)
    };
    general_tags(&lang).find_map(find)
}

/// Whether a text is a well-formed language tag (BCP 47): `sv`, `sv-FI`,
/// `ku-Arab`, `x-private`; not `sv_SE`, and not `svenska`.
pub fn is_language_tag(text: &str) -> bool {
    let mut subtags = text.split('-').peekable();
    let alphabetic = |subtag: &str| subtag.bytes().all(|b| b.is_ascii_alphabetic());
    let alphanumeric = |subtag: &str| subtag.bytes().all(|b| b.is_ascii_alphanumeric());
    let Some(language) = subtags.next() else {
        return false;
    };
    if language.eq_ignore_ascii_case("x") {
        let rest: Vec<&str> = subtags.collect();
        return !rest.is_empty()
            && rest
                .iter()
                .all(|subtag| (1..=8).contains(&subtag.len()) && alphanumeric(subtag));
    }
    if !(2..=3).contains(&language.len()) || !alphabetic(language) {
        return false;
    }
    // Up to three extended languages, a script, a region, then variants and extensions.
    let mut extended = 0;
    while extended < 3 && subtags.next_if(|s| s.len() == 3 && alphabetic(s)).is_some() {
        extended += 1;
    }
    let _script = subtags.next_if(|s| s.len() == 4 && alphabetic(s));
    let _region = subtags.next_if(|s| {
        (s.len() == 2 && alphabetic(s)) || (s.len() == 3 && s.bytes().all(|b| b.is_ascii_digit()))
    });
    let is_variant = |s: &str| {
        alphanumeric(s)
            && ((5..=8).contains(&s.len()) || (s.len() == 4 && s.as_bytes()[0].is_ascii_digit()))
    };
    while subtags.next_if(|s| is_variant(s)).is_some() {}
    are_extensions(subtags)
}

/// The tag that somebody meant who wrote a language's name, or a locale of POSIX.
pub fn known_language_hint(text: &str) -> Option<&'static str> {
    let lower = text.trim().to_lowercase();
    let by_name = NAMES
        .iter()
        .find(|(_, name)| name.to_lowercase() == lower)
        .map(|(tag, _)| *tag);
    let other = || {
        OTHER_NAMES
            .iter()
            .find(|(name, _)| *name == lower)
            .map(|(_, tag)| *tag)
    };
    let posix = || {
        let (language, _) = lower.split_once(['_', '.'])?;
        // Sweden and its language have changed places.
        let language = if lower == "se_sv" { "sv" } else { language };
        NAMES
            .iter()
            .find(|(tag, _)| *tag == language)
            .map(|(tag, _)| *tag)
    };
    by_name.or_else(other).or_else(posix)
}

/// A tag and the more general ones, as RFC 4647 looks them up: `sr-Latn-RS`, `sr-Latn`, `sr`.
pub(crate) fn general_tags(lang: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(lang), |tag| {
        let (general, _) = tag.rsplit_once('-')?;
        // A single letter only introduces what came after it.
        let general = match general.rsplit_once('-') {
            Some((before, single)) if single.len() == 1 => before,
            _ => general,
        };
        Some(general)
    })
}

/// Every tag with a known name.
#[cfg(test)]
pub(crate) fn known_tags() -> impl Iterator<Item = &'static str> {
    NAMES.iter().map(|(tag, _)| *tag)
}

/// The first subtag.
pub(crate) fn primary(lang: &str) -> &str {
    lang.split('-').next().unwrap_or(lang)
}

/// Extensions (`u-co-trad`) and private use (`x-…`), to the end of a tag.
fn are_extensions<'a>(subtags: impl Iterator<Item = &'a str>) -> bool {
    // 0 outside, else how many subtags the open extension has had, plus one.
    let mut open = 0;
    let mut private = false;
    for subtag in subtags {
        let length = subtag.len();
        if !(1..=8).contains(&length) || !subtag.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return false;
        }
        if length == 1 && !private {
            if open == 1 {
                return false;
            }
            open = 1;
            private = subtag.eq_ignore_ascii_case("x");
        } else if open == 0 {
            return false;
        } else {
            open += 1;
        }
    }
    open != 1
}

/// Languages that are written from right to left unless their script says otherwise:
/// `layout.json` in CLDR 48.2, and more varieties of Arabic and languages near it.
const RTL_LANGUAGES: &[&str] = &[
    "acm", "aeb", "apc", "apd", "ar", "arc", "arq", "ary", "arz", "bal", "bgn", "bqi", "ckb", "dv",
    "fa", "he", "iw", "ji", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd",
    "sdh", "skr", "syr", "trw", "ug", "ur", "yi",
];

/// Scripts that are written from right to left.
const RTL_SCRIPTS: &[&str] = &[
    "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
];

/// Languages by tag, each in its own words and as it capitalises itself.
const NAMES: &[(&str, &str)] = &[
    ("sv", "svenska"),
    ("en", "English"),
    ("fi", "suomi"),
    ("nb", "norsk bokmål"),
    ("nn", "norsk nynorsk"),
    ("no", "norsk"),
    ("da", "dansk"),
    ("is", "íslenska"),
    ("fo", "føroyskt"),
    ("de", "Deutsch"),
    ("fr", "français"),
    ("es", "español"),
    ("pt", "português"),
    ("it", "italiano"),
    ("nl", "Nederlands"),
    ("pl", "polski"),
    ("et", "eesti"),
    ("lv", "latviešu"),
    ("lt", "lietuvių"),
    ("bs", "bosanski"),
    ("hr", "hrvatski"),
    ("sr", "српски"),
    ("sq", "shqip"),
    ("tr", "Türkçe"),
    ("ar", "العربية"),
    ("fa", "فارسی"),
    ("prs", "دری"),
    ("ps", "پښتو"),
    ("he", "עברית"),
    ("ur", "اردو"),
    ("uk", "українська"),
    ("ru", "русский"),
    ("so", "Soomaali"),
    ("ti", "ትግርኛ"),
    ("am", "አማርኛ"),
    ("sw", "Kiswahili"),
    ("ku", "kurdî"),
    ("kmr", "kurmancî"),
    ("ckb", "کوردیی ناوەندی"),
    ("zh", "中文"),
    ("th", "ไทย"),
    ("vi", "Tiếng Việt"),
    ("yi", "ייִדיש"),
    ("se", "davvisámegiella"),
    ("smj", "julevsámegiella"),
    ("sma", "åarjelsaemien gïele"),
    ("sju", "ubmejesámiengiälla"),
    ("sje", "bidumsámegiella"),
    ("fit", "meänkieli"),
    ("fkv", "kvääni"),
    ("rom", "romani chib"),
    ("rmf", "romani chib (kale)"),
    ("rmn", "romani chib (arli)"),
    ("rmu", "romani chib (resande)"),
    ("rmy", "romani chib (kelderaš)"),
    ("swl", "svenskt teckenspråk"),
];

/// What people write for a tag, beside the languages' own names.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("swedish", "sv"),
    ("se-se", "sv"),
    ("engelska", "en"),
    ("finska", "fi"),
    ("finnish", "fi"),
    ("norska", "nb"),
    ("norwegian", "nb"),
    ("bokmål", "nb"),
    ("nynorsk", "nn"),
    ("danska", "da"),
    ("danish", "da"),
    ("isländska", "is"),
    ("icelandic", "is"),
    ("tyska", "de"),
    ("german", "de"),
    ("franska", "fr"),
    ("french", "fr"),
    ("spanska", "es"),
    ("spanish", "es"),
    ("arabiska", "ar"),
    ("arabic", "ar"),
    ("persiska", "fa"),
    ("farsi", "fa"),
    ("persian", "fa"),
    ("dari", "prs"),
    ("ukrainska", "uk"),
    ("ukrainian", "uk"),
    ("ryska", "ru"),
    ("russian", "ru"),
    ("somaliska", "so"),
    ("somali", "so"),
    ("tigrinja", "ti"),
    ("tigrinya", "ti"),
    ("kurdiska", "ku"),
    ("kurdish", "ku"),
    ("jiddisch", "yi"),
    ("yiddish", "yi"),
    ("nordsamiska", "se"),
    ("northern sami", "se"),
    ("lulesamiska", "smj"),
    ("sydsamiska", "sma"),
    ("umesamiska", "sju"),
    ("pitesamiska", "sje"),
    ("samiska", "se"),
    ("sami", "se"),
    ("tornedalsfinska", "fit"),
    ("romani", "rom"),
    ("teckenspråk", "swl"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_follow_the_script_before_the_language() {
        for lang in [
            "ar",
            "he",
            "yi",
            "fa",
            "ur",
            "ps",
            "dv",
            "ckb",
            "apc",
            "ary",
            "lrc",
            "rhg",
            "skr",
            "ku-Arab",
            "AR-eg",
            "uz-Arab-AF",
        ] {
            assert_eq!(direction_of(lang), Direction::Rtl, "{lang}");
        }
        for lang in [
            "sv", "en", "fi", "ku", "ku-Latn", "yi-Latn", "ar-Latn", "ti", "so", "se", "",
        ] {
            assert_eq!(direction_of(lang), Direction::Ltr, "{lang}");
        }
    }

    #[test]
    fn languages_name_themselves() {
        assert_eq!(language_name("se"), Some("davvisámegiella"));
        assert_eq!(language_name("fit"), Some("meänkieli"));
        assert_eq!(language_name("rom"), Some("romani chib"));
        assert_eq!(language_name("sv-FI"), Some("svenska"));
        assert_eq!(language_name("yi"), Some("ייִדיש"));
        assert_eq!(language_name("tlh"), None);
    }

    #[test]
    fn tags_are_well_formed_or_not() {
        for tag in [
            "sv",
            "sv-SE",
            "en-GB",
            "fit",
            "se",
            "smj",
            "ku-Arab",
            "zh-Hant-TW",
            "es-419",
            "sl-rozaj",
            "de-1901",
            "sv-u-co-trad",
            "en-x-plain",
            "x-private",
            "zh-yue-HK",
        ] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for tag in [
            "", "s", "sv_SE", "svenska", "sv-", "-sv", "sv--SE", "sv-S", "x", "sv-u", "12",
            "sv SE", "åå", "sv-åå", "sv-SE-SE",
        ] {
            assert!(!is_language_tag(tag), "{tag}");
        }
    }

    #[test]
    fn names_lead_to_tags() {
        assert_eq!(known_language_hint("svenska"), Some("sv"));
        assert_eq!(known_language_hint("Swedish"), Some("sv"));
        assert_eq!(known_language_hint("sv_SE"), Some("sv"));
        assert_eq!(known_language_hint("en_GB.UTF-8"), Some("en"));
        assert_eq!(known_language_hint("Meänkieli"), Some("fit"));
        assert_eq!(known_language_hint("klingonska"), None);
    }

    #[test]
    fn every_known_tag_is_well_formed_and_named_once() {
        let mut seen = std::collections::BTreeSet::new();
        for (tag, name) in NAMES {
            assert!(is_language_tag(tag), "{tag}");
            assert!(seen.insert(tag), "{tag} twice");
            assert!(!name.is_empty());
        }
        for (_, tag) in OTHER_NAMES {
            assert!(seen.contains(tag), "{tag}");
        }
    }
}
