//! Tags of languages.
//!
//! Owns their form, and what people write for them. Must never know which languages
//! the site has words for.

/// Whether `tag` has the form of a BCP 47 tag: `sv`, `sv-FI`, `zh-Hant-TW`.
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let letters = |part: &str| part.bytes().all(|b| b.is_ascii_alphabetic());
    let language = parts
        .next()
        .is_some_and(|part| (2..=3).contains(&part.len()) && letters(part));
    language
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

/// The tag of a language that was written as a word: `svenska` → `sv`.
pub fn language_hint(word: &str) -> Option<&'static str> {
    let lower = crate::path::nfc(word.trim()).to_lowercase();
    let found = NAMES
        .iter()
        .find(|(names, _)| names.contains(&lower.as_str()));
    found.map(|(_, tag)| *tag)
}

/// What languages are called in Swedish, English and their own language.
const NAMES: &[(&[&str], &str)] = &[
    (&["svenska", "swedish", "swe", "sv_se", "ruotsi"], "sv"),
    (&["engelska", "english", "eng", "en_gb", "en_us"], "en"),
    (&["finska", "finnish", "suomi", "suomeksi"], "fi"),
    (&["norska", "norwegian", "norsk", "bokmål", "nynorsk"], "nb"),
    (&["danska", "danish", "dansk"], "da"),
    (&["tyska", "german", "deutsch"], "de"),
    (&["franska", "french", "français"], "fr"),
    (&["spanska", "spanish", "español"], "es"),
    (&["arabiska", "arabic", "العربية"], "ar"),
    (&["jiddisch", "yiddish", "ייִדיש"], "yi"),
    (&["hebreiska", "hebrew", "עברית"], "he"),
    (&["persiska", "persian", "farsi", "فارسی"], "fa"),
    (&["somaliska", "somali", "soomaali"], "so"),
    (&["romani", "romani chib", "romska"], "rom"),
    (&["meänkieli", "tornedalsfinska"], "fit"),
    (&["samiska", "nordsamiska", "sami", "davvisámegiella"], "se"),
    (&["ukrainska", "ukrainian", "українська"], "uk"),
    (&["ryska", "russian", "русский"], "ru"),
    (&["polska", "polish", "polski"], "pl"),
    (&["turkiska", "turkish", "türkçe"], "tr"),
];
