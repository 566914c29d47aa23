//! What stands behind tags, authors and networks: their kinds and profiles.

use super::{Body, Picture};
use crate::diagnostic::Spanned;
use crate::path::{Slug, SourcePath};

/// Which taxonomy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TermKind {
    /// Labels.
    Tag,
    /// Bloggers.
    Author,
    /// Networks.
    Network,
}

impl TermKind {
    /// Every kind, each at its [`TermKind::slot`].
    pub const ALL: [Self; 3] = [Self::Tag, Self::Author, Self::Network];

    /// Every kind in the order in which readers see them: what says most of a post first.
    pub const SHOWN: [Self; 3] = [Self::Network, Self::Author, Self::Tag];

    /// What people call one of it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Tag => "tag",
            Self::Author => "author",
            Self::Network => "network",
        }
    }

    /// What people call several: the key in front matter, settings and templates, and
    /// the folder of profiles in `content/`.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Tag => "tags",
            Self::Author => "authors",
            Self::Network => "networks",
        }
    }

    /// The kind's place in arrays by kind.
    pub const fn slot(self) -> usize {
        match self {
            Self::Tag => 0,
            Self::Author => 1,
            Self::Network => 2,
        }
    }
}

/// A profile of an author, a network or a tag.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Its file.
    pub source: SourcePath,
    /// Which taxonomy it belongs to.
    pub kind: TermKind,
    /// The file's (or folder's) name: what posts refer to.
    pub id: String,
    /// The name that readers see.
    pub name: Spanned<String>,
    /// Its URL word where `slug:` is given; else made of the id.
    pub slug: Option<Spanned<Slug>>,
    /// One line about it (`short`).
    pub short: Option<String>,
    /// What the person does.
    pub role: Option<String>,
    /// Where the person works.
    pub organisation: Option<String>,
    /// Photo or logotype.
    pub image: Option<Picture>,
    /// E-mail, only if `public_contact`.
    pub email: Option<String>,
    /// Telephone, only if `public_contact`.
    pub phone: Option<String>,
    /// Its own web page.
    pub url: Option<String>,
    /// Networks: from year, to year.
    pub period: Option<Period>,
    /// Networks: who works with whom.
    pub partnerships: Vec<Partnership>,
    /// Language of name and body, where it is not the site's.
    pub lang: Option<Spanned<String>>,
    /// Old URLs that lead here.
    pub aliases: Vec<Spanned<String>>,
    /// Free data for themes.
    pub extra: serde_json::Map<String, serde_json::Value>,
    /// Biography or description.
    pub body: Body,
}

/// Years; either end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// First year.
    pub from: Option<i16>,
    /// Last year.
    pub to: Option<i16>,
}

/// Partners in any number, in any number of countries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Partnership {
    /// Municipalities and others.
    pub partners: Vec<String>,
    /// Countries.
    pub countries: Vec<String>,
    /// Themes.
    pub themes: Vec<String>,
}
