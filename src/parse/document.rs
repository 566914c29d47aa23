//! What parsing makes of one file: posts, pages, profiles and bodies.
//!
//! Owns the types between parsing and the site. Must never know other files,
//! URLs, or how anything looks: links and images are holes in a body's HTML
//! that are filled when it is rendered, as a linker does.

use crate::diagnostic::{Span, Spanned};
use crate::path::{Slug, SourcePath};

mod profile;

pub use crate::decode::{CommentState, Date, Name, Person};
pub use profile::{Partnership, Period, Profile, TermKind};

/// A blog post.
#[derive(Debug, Clone)]
pub struct Post {
    /// Its file.
    pub source: SourcePath,
    /// What moves it between lists and URLs.
    pub placement: Placement,
    /// What lists show of it.
    pub meta: Meta,
    /// Its text.
    pub body: Body,
}

/// What decides where a post stands, and whether at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// The last part of its URL; the span is that of `slug:` or 0..0.
    pub slug: Spanned<Slug>,
    /// `date`, or the date in the file's name; long ago where there is none.
    pub date: Date,
    /// Whether there is no date, as drafts may have it: where such a post is shown,
    /// its date is now.
    pub undated: bool,
    /// Whether the front matter couldn't be read so far that nobody knows where the post
    /// would be: then it claims no address that another one may have.
    pub unreadable: bool,
    /// Ids or plain names, as written.
    pub authors: Vec<Spanned<Name>>,
    /// Ids or plain names, as written.
    pub networks: Vec<Spanned<Name>>,
    /// As written.
    pub tags: Vec<Spanned<Name>>,
    /// Unpublished until somebody says otherwise.
    pub draft: bool,
    /// Not before.
    pub publish_date: Option<Date>,
    /// Not after.
    pub expires: Option<Date>,
    /// Old URLs that lead here, as written.
    pub aliases: Vec<Spanned<String>>,
    /// Permanent identity, where the front matter gives one.
    pub id: Option<Spanned<String>>,
    /// BCP 47 language, where it is not the site's.
    pub lang: Option<Spanned<String>>,
    /// Translations find each other by it.
    pub translation_key: Option<String>,
}

impl Placement {
    /// The names of one kind.
    pub fn names(&self, kind: TermKind) -> &[Spanned<Name>] {
        match kind {
            TermKind::Tag => &self.tags,
            TermKind::Author => &self.authors,
            TermKind::Network => &self.networks,
        }
    }
}

/// What is shown of a post beside its text.
#[derive(Debug, Clone)]
pub struct Meta {
    /// Plain text, with typography.
    pub title: Spanned<String>,
    /// Plain text of `summary`, with typography; where absent, [`Body::lead`] serves.
    pub summary: Option<Spanned<String>>,
    /// A substantive change.
    pub updated: Option<Date>,
    /// The post's image.
    pub image: Option<Picture>,
    /// `comments`, where the post says something of its own.
    pub comments: Option<Comments>,
    /// Archived comments from `<post>.comments.yaml`.
    pub archived: Vec<Comment>,
    /// The responsible officer, where it is not the site's.
    pub responsible: Option<Person>,
    /// A contact, where it is not the site's.
    pub contact: Option<Person>,
    /// A call to action.
    pub cta: Option<CallToAction>,
    /// Newest last, as written.
    pub corrections: Vec<Correction>,
    /// Free data for themes.
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// An image in front matter. `alt` is empty only if `decorative`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Where its file lies.
    pub target: Spanned<ImageTarget>,
    /// What it shows.
    pub alt: String,
    /// Text below it.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
    /// Carries no information.
    pub decorative: bool,
}

/// Where an image's file lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImageTarget {
    /// A file under `content/`, resolved against the document.
    File(SourcePath),
    /// A path from the site's root: a file under `static/` (decoded, begins with `/`).
    Rooted(String),
}

impl ImageTarget {
    /// The file that is named by where it lies.
    pub fn file(&self) -> Option<&SourcePath> {
        match self {
            Self::File(path) => Some(path),
            Self::Rooted(_) => None,
        }
    }

    /// Whether the file's name says that it is something else, such as a film.
    pub fn is_no_image(&self) -> bool {
        let path = match self {
            Self::File(path) => path.as_str(),
            Self::Rooted(path) => path,
        };
        let name = path.rsplit('/').next().unwrap_or(path);
        let extension = name.rsplit_once('.').map(|(_, extension)| extension);
        extension.is_some_and(|extension| {
            !IMAGES.contains(&extension.to_ascii_lowercase().as_str())
                && extension.bytes().all(|b| b.is_ascii_alphanumeric())
        })
    }
}

impl Picture {
    /// The file that is named by where it lies.
    pub fn file(&self) -> Option<&SourcePath> {
        self.target.value.file()
    }
}

/// Images by their names, those included that can't be published as they are.
const IMAGES: [&str; 21] = [
    "apng", "avif", "avifs", "bmp", "cur", "eps", "gif", "heic", "heif", "ico", "jfif", "jpe",
    "jpeg", "jpg", "jxl", "png", "svg", "svgz", "tif", "tiff", "webp",
];

/// `comments` of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comments {
    /// The state.
    pub state: CommentState,
    /// When they were closed.
    pub closed_on: Option<Date>,
    /// The thread's address.
    pub thread: Option<String>,
}

/// An archived comment; plain text, an empty line between paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Who wrote it.
    pub name: String,
    /// When.
    pub date: Date,
    /// What.
    pub text: String,
}

/// What the reader is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallToAction {
    /// Words on the link.
    pub text: String,
    /// http, https, mailto, tel, or a path on the site.
    pub url: Spanned<String>,
    /// Last day.
    pub deadline: Option<Date>,
}

/// A correction; its text is inline Markdown.
#[derive(Debug, Clone)]
pub struct Correction {
    /// When it was made.
    pub date: Date,
    /// What was wrong, and what is right.
    pub text: Body,
}

/// A page outside the flow of posts.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its file.
    pub source: SourcePath,
    /// Its URL's segments: folders below `content/pages/`, then its slug.
    pub segments: Vec<Slug>,
    /// Where `slug:` was written, or 0..0.
    pub slug_span: Span,
    /// Plain text.
    pub title: Spanned<String>,
    /// Plain text.
    pub summary: Option<Spanned<String>>,
    /// A substantive change.
    pub updated: Option<Date>,
    /// What it says holds until then; it stays published.
    pub valid_until: Option<Date>,
    /// Unpublished.
    pub draft: bool,
    /// Not before.
    pub publish_date: Option<Date>,
    /// Not after.
    pub expires: Option<Date>,
    /// Old URLs that lead here.
    pub aliases: Vec<Spanned<String>>,
    /// Language, where it is not the site's.
    pub lang: Option<Spanned<String>>,
    /// The page's image.
    pub image: Option<Picture>,
    /// Free data for themes.
    pub extra: serde_json::Map<String, serde_json::Value>,
    /// Its text.
    pub body: Body,
}

/// A text as HTML with holes for links and images.
#[derive(Debug, Clone, Default)]
pub struct Body {
    /// HTML; whole once its holes are filled.
    pub html: String,
    /// In ascending order of `at`.
    pub holes: Vec<Hole>,
    /// What the link holes point to.
    pub links: Vec<Link>,
    /// What the image holes show.
    pub images: Vec<BodyImage>,
    /// h2 and deeper, in order.
    pub headings: Vec<Heading>,
    /// Every id in the HTML, sorted, for the check of `#fragment`s.
    pub ids: Vec<String>,
    /// Running words.
    pub words: usize,
    /// Plain text of what stands before `<!-- more -->`, else of the first paragraph.
    pub lead: String,
}

impl Body {
    /// The files that the text shows or links to, documents too, whether they exist or
    /// not.
    pub fn files(&self) -> impl Iterator<Item = &SourcePath> {
        let images = self.images.iter().filter_map(|image| image.target.file());
        let links = self.links.iter().filter_map(|link| match &link.target {
            LinkTarget::File { path, .. } => Some(path),
            LinkTarget::Fragment(_) | LinkTarget::Rooted { .. } => None,
        });
        images.chain(links)
    }
}

/// A place in [`Body::html`] where something is written when the page is rendered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hole {
    /// Byte offset.
    pub at: u32,
    /// What belongs there.
    pub kind: HoleKind,
}

/// What a hole is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoleKind {
    /// The address of `links[i]`, escaped, inside the quotes of an `href`.
    Href(u32),
    /// ` src="…" width="…" height="…" loading="…" decoding="…"` of `images[i]`, after `<img`.
    Src(u32),
    /// What stands before the tag of `images[i]`: `<picture>` with its other kinds.
    Before(u32),
    /// What stands behind it: `</picture>`.
    After(u32),
}

/// A link of the site's own: external addresses stand in the HTML and have no hole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it points to.
    pub target: LinkTarget,
    /// Where it was written.
    pub span: Span,
    /// Lowered by `<!-- nitton-allow link/…: reason -->`.
    pub allowed: bool,
}

/// What a link points to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// `#id` on the same page (decoded).
    Fragment(String),
    /// A file under `content/`, resolved against the document: `.md` is a post,
    /// page or profile; anything else is published as it is.
    File {
        /// The file.
        path: SourcePath,
        /// As written, with its `?`.
        query: Option<String>,
        /// `#id` in it (decoded).
        fragment: Option<String>,
    },
    /// A path from the site's root.
    Rooted {
        /// Decoded, begins with `/`.
        path: String,
        /// As written, with its `?`.
        query: Option<String>,
        /// `#id` in it (decoded).
        fragment: Option<String>,
    },
}

/// An image in a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyImage {
    /// Where its file lies.
    pub target: ImageTarget,
    /// How wide it is to be shown, where that was written.
    pub width: Option<u32>,
    /// Its author wrote which versions browsers may choose from.
    pub has_own_versions: bool,
    /// Where it was written.
    pub span: Span,
    /// Lowered by `<!-- nitton-allow image/…: reason -->`.
    pub allowed: bool,
}

/// A heading, for the table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 2–6.
    pub level: u8,
    /// Unique in its document.
    pub id: String,
    /// HTML of its inline text, without links.
    pub html: String,
    /// Where it was written.
    pub span: Span,
}
