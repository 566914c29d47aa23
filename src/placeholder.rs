//! What `nitton init` and `nitton new` write for people to replace.
//!
//! Owns these texts, for those who write them and for the check that finds them where
//! they would be published: one list, so that the two can't drift apart. Must never
//! know where they stand.

/// A text in Swedish and in English.
pub(crate) type Text = (&'static str, &'static str);

/// Who has written a post.
pub(crate) const AUTHOR: Text = ("Förnamn Efternamn", "First Last");
/// The summary of a post.
pub(crate) const SUMMARY: Text = (
    "En eller två meningar om det viktigaste.",
    "One or two sentences on what matters most.",
);
/// The text of a post or a page.
pub(crate) const BODY: Text = ("Skriv här.", "Write here.");
/// The last paragraph of the first post.
pub(crate) const FIRST_POST: &str =
    "Ändra den här filen, eller skriv en ny med `nitton new post \"Rubrik\"`.";
/// The text of the first profile.
pub(crate) const PROFILE: &str = "Några meningar om den som skriver. Byt ut dem mot dina egna.";
/// The text of the page about the blog.
pub(crate) const ABOUT: &str =
    "Vad bloggen handlar om, vilka som skriver och vem som svarar på frågor.";
/// Where the blog is to be. Nobody can ever have a name below `.example` (RFC 2606), so
/// that no true address is taken for one that was forgotten.
pub(crate) const BASE_URL: &str = "https://din-blogg.example/";

/// Whether a text is one of these.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let pairs = [AUTHOR, SUMMARY, BODY].into_iter();
    let mut all = pairs
        .flat_map(|(sv, en)| [sv, en])
        .chain([FIRST_POST, PROFILE, ABOUT]);
    all.any(|known| known == text.trim())
}

/// Whether the address of a site is the one above; `origin` is without its last `/`.
pub(crate) fn is_base_url(origin: &str) -> bool {
    origin == BASE_URL.trim_end_matches('/')
}
