//! What parsing one file must know of the site.
//!
//! Owns [`Settings`], [`RawHtml`] and [`Labels`]: the few facts of the configuration and of the
//! site's language that change what a file means. Must never know any other file.

use jiff::tz::TimeZone;

use crate::path::BaseUrl;

/// The site's facts that parsing depends on: with the same settings and the same
/// text, a file always means the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// BCP 47, the site's main language.
    pub language: String,
    /// The zone of every civil date.
    pub timezone: TimeZone,
    /// What happens to HTML in Markdown.
    pub raw_html: RawHtml,
    /// Whether the site names an author for posts that name none.
    pub default_author: bool,
    /// Where the site lives: whole addresses below it are links within the site.
    pub base_url: Option<BaseUrl>,
    /// Words that parsing writes into bodies.
    pub labels: Labels,
}

/// What happens to HTML in Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawHtml {
    /// An allow-list decides (the default).
    Sanitize,
    /// It stays.
    Allow,
    /// It is shown as text.
    Escape,
}

/// Words that the parser writes into bodies, in the site's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Labels {
    /// The language of these words.
    pub lang: String,
    /// Title of `> [!NOTE]`.
    pub note: String,
    /// Title of `> [!TIP]`.
    pub tip: String,
    /// Title of `> [!IMPORTANT]`.
    pub important: String,
    /// Title of `> [!WARNING]`.
    pub warning: String,
    /// Title of `> [!CAUTION]`.
    pub caution: String,
    /// Heading of the footnotes.
    pub footnotes: String,
    /// Name of a reference to a footnote; `{n}` is its number.
    pub footnote: String,
    /// Name of the way back from a footnote; `{n}` is its number.
    pub footnote_back: String,
    /// A task that is done.
    pub task_done: String,
    /// A task that is not done.
    pub task_open: String,
}

impl Default for Labels {
    /// English, for when the site's language has no words of its own.
    fn default() -> Self {
        Self {
            lang: "en".into(),
            note: "Note".into(),
            tip: "Tip".into(),
            important: "Important".into(),
            warning: "Warning".into(),
            caution: "Caution".into(),
            footnotes: "Footnotes".into(),
            footnote: "Footnote {n}".into(),
            footnote_back: "Back to the text, footnote {n}".into(),
            task_done: "Done".into(),
            task_open: "Not done".into(),
        }
    }
}
