//! The meaning of `site.yaml`.
//!
//! Owns [`Config`]: every setting with its default. Must never know files on disk
//! or the command line's flags; the reading of the YAML text is in `read`.

mod read;
mod statement;

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::decode::{CommentState, Person};
use crate::diagnostic::{Severity, Spanned};
use crate::media::derive::Plan;
use crate::parse::RawHtml;
use crate::parse::document::TermKind;
use crate::path::{BaseUrl, SourcePath};

pub use read::{PermalinkProblem, read};
pub use statement::{Conformity, Method, SITUATIONS, Shortcoming, Statement, Supervisor};

/// A site's configuration, valid.
#[derive(Debug, Clone)]
pub struct Config {
    /// Its file.
    pub source: SourcePath,
    /// The blog's name.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// Where it lives.
    pub base_url: BaseUrl,
    /// What tells its posts from those of all other blogs in feeds.
    pub id: Option<Uuid>,
    /// BCP 47, the main language.
    pub language: String,
    /// The zone of every civil date.
    pub timezone: TimeZone,
    /// The theme's name.
    pub theme: Spanned<String>,
    /// The form of a post's URL.
    pub permalink: Permalink,
    /// Posts a list page, at least 1.
    pub paginate_by: usize,
    /// URL words of the taxonomies; absent ones come from the language.
    pub taxonomies: TaxonomyPaths,
    /// Which feeds, and what is in them.
    pub feeds: Feeds,
    /// Whether there is a search page.
    pub search: bool,
    /// Whether there are archive pages.
    pub archive: bool,
    /// How many related posts are shown; 0 for none.
    pub related: usize,
    /// The menu.
    pub menu: Vec<MenuItem>,
    /// Informationsansvarig: the responsible officer.
    pub responsible: Option<Person>,
    /// Whom to write to.
    pub contact: Option<Person>,
    /// A short text about the blog, or a page.
    pub about: Option<Spanned<String>>,
    /// Comments, unless a post says otherwise.
    pub comments: CommentSettings,
    /// Subscription by e-mail.
    pub subscribe_email: Option<String>,
    /// The author of posts that name none.
    pub default_author: Option<Spanned<String>>,
    /// What happens to HTML in Markdown.
    pub raw_html: RawHtml,
    /// Severities that the site sets for codes; `None` is `allow`.
    pub severities: BTreeMap<&'static str, Option<Severity>>,
    /// The accessibility statement.
    pub accessibility: Option<Statement>,
    /// What others may do with the texts.
    pub license: Option<License>,
    /// Files and folders under `static/` that may do in browsers what they like, without
    /// `static/` and a final `/`.
    pub trusted_files: Vec<Spanned<String>>,
    /// Smaller versions of pictures.
    pub images: Images,
    /// Free data for themes.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

impl Config {
    /// Whether a file is one of `trusted_files`, or lies in one.
    pub fn trusts(&self, file: &SourcePath) -> bool {
        let Some(name) = file.as_str().strip_prefix("static/") else {
            return false;
        };
        self.trusted_files.iter().any(|trusted| {
            name.strip_prefix(trusted.value.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    }
}

/// The parts of `permalink`, between its slashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permalink {
    /// Each segment is a list of literals and fields.
    pub segments: Vec<Vec<PermalinkPart>>,
}

/// A piece of a segment of a permalink.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PermalinkPart {
    /// Text as it is.
    Literal(String),
    /// Four digits.
    Year,
    /// Two digits.
    Month,
    /// Two digits.
    Day,
    /// The slug.
    Slug,
    /// The post's language.
    Lang,
}

/// URL words of the taxonomies, where the site sets them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaxonomyPaths {
    /// `tags: {path: …}`.
    pub tags: Option<Spanned<String>>,
    /// `authors: {path: …}`.
    pub authors: Option<Spanned<String>>,
    /// `networks: {path: …}`.
    pub networks: Option<Spanned<String>>,
}

impl TaxonomyPaths {
    /// The word of one kind, where the site sets it.
    pub fn of(&self, kind: TermKind) -> Option<&Spanned<String>> {
        match kind {
            TermKind::Tag => self.tags.as_ref(),
            TermKind::Author => self.authors.as_ref(),
            TermKind::Network => self.networks.as_ref(),
        }
    }
}

/// `images`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Images {
    /// Which versions there are; none if they are turned off.
    pub plan: Option<Plan>,
    /// Whether originals are published beside them, though nothing links to them.
    pub keep_original: bool,
}

/// `feeds`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Feeds {
    /// Newest posts in each.
    pub limit: usize,
    /// Whole posts, or their summaries.
    pub full_content: bool,
    /// RSS 2.0.
    pub rss: bool,
    /// Atom 1.0.
    pub atom: bool,
    /// JSON Feed 1.1.
    pub json: bool,
    /// For the whole site.
    pub site: bool,
    /// For each tag.
    pub tags: bool,
    /// For each author.
    pub authors: bool,
    /// For each network.
    pub networks: bool,
}

/// An item of the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// Its words.
    pub title: String,
    /// A path of the site, or an absolute address.
    pub url: Spanned<String>,
}

/// `license` of the site's texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct License {
    /// Its name, `CC BY 4.0`.
    pub name: String,
    /// Where it can be read.
    pub url: Option<Spanned<String>>,
}

/// `comments` of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommentSettings {
    /// For posts that say nothing.
    pub default: CommentState,
    /// A page under `content/`, for example `pages/kommentarsregler.md`.
    pub rules: Option<Spanned<String>>,
    /// The longest comment that the editors accept, in characters.
    pub max_length: Option<usize>,
    /// Where comments by e-mail go.
    pub email: Option<String>,
}
