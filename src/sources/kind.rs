//! What a file is, by its path alone.
//!
//! Owns the folders of a site, and which files are read, passed over in silence, or
//! mentioned because somebody probably expects them to be read. Must never look
//! into a file or a folder.

use crate::path::draft_part;

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// site.yaml.
    Config,
    /// A post: `content/posts/**.md`.
    Post,
    /// A page outside the flow of posts: `content/pages/**.md`.
    Page,
    /// A blogger's profile: `content/authors/**.md`.
    Author,
    /// A network's profile: `content/networks/**.md`.
    Network,
    /// A tag's description: `content/tags/**.md`.
    Tag,
    /// Archived comments beside a post: `*.comments.yaml`.
    Comments,
    /// Any other file under `content/`: published if something refers to it.
    Media,
    /// Published as it is: `static/**`.
    Static,
    /// A template that overrides the theme's: `templates/**`.
    Template,
    /// A theme's file: `themes/**`.
    Theme,
}

impl Kind {
    /// The kinds of documents, in the order in which they are read.
    pub const DOCUMENTS: [Self; 5] = [
        Self::Post,
        Self::Page,
        Self::Author,
        Self::Network,
        Self::Tag,
    ];
}

/// The folders of a site that are looked at.
pub const FOLDERS: [&str; 4] = ["content", "static", "templates", "themes"];

/// The folders of documents under `content/`.
pub(super) const SECTIONS: [(&str, Kind); 5] = [
    ("authors", Kind::Author),
    ("networks", Kind::Network),
    ("pages", Kind::Page),
    ("posts", Kind::Post),
    ("tags", Kind::Tag),
];

/// Names under which people keep images for several posts.
const SHARED: [&str; 16] = [
    "assets",
    "attachments",
    "audio",
    "bilagor",
    "bilder",
    "documents",
    "dokument",
    "files",
    "filer",
    "foton",
    "images",
    "img",
    "media",
    "photos",
    "pictures",
    "video",
];

/// Extensions of texts, templates and data that other systems make pages of.
const FOREIGN: [&str; 24] = [
    "adoc",
    "asciidoc",
    "creole",
    "ejs",
    "haml",
    "hbs",
    "ipynb",
    "json",
    "liquid",
    "mediawiki",
    "njk",
    "org",
    "pug",
    "rest",
    "rst",
    "tex",
    "textile",
    "toml",
    "txt",
    "wiki",
    "xml",
    "yaml",
    "yml",
    "typ",
];

/// What becomes of a file or folder.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is a file of the site.
    Read(Kind),
    /// It is nobody's business.
    Quiet,
    /// It is not read, and that is said.
    Mention(Why),
    /// It is published if something refers to it, but was probably meant as a post.
    Doubt(Kind, Why),
}

/// Why a file is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// Markdown under another name than `*.md`.
    NotMd,
    /// A word processor's document.
    Document,
    /// A text or data of another system, which may be an enclosure.
    Foreign,
    /// HTML under `content/`.
    Html,
    /// Markdown directly under `content/`.
    NoSection,
    /// Markdown in a folder under `content/` that means nothing.
    UnknownSection,
    /// A document or a folder whose name begins with `_`.
    Underscore,
    /// Something like `comments.yml` beside a post.
    CommentsName,
    /// What a word processor lays beside a document that is open.
    Lock,
    /// A hidden file under `static/`.
    Hidden,
    /// A backup or an editor's own format under `static/`.
    Backup,
    /// Something under `static/` that looks like a secret.
    Secret,
    /// Something under `static/` whose name speaks of a draft.
    Draft,
}

/// What becomes of the file at `path`, which lies in one of [`FOLDERS`].
pub(super) fn judge(path: &str) -> Verdict {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (top, rest) = path.split_once('/').unwrap_or((path, ""));
    if name.starts_with("~$") || name.starts_with(".~lock.") {
        return Verdict::Mention(Why::Lock);
    }
    if top == "static" {
        return judge_static(name);
    }
    if is_leftover(name) {
        return Verdict::Quiet;
    }
    match top {
        "content" => judge_content(rest, name),
        "templates" => Verdict::Read(Kind::Template),
        "themes" => Verdict::Read(Kind::Theme),
        _ => Verdict::Quiet,
    }
}

/// Whether a folder is entered, by its name.
pub(super) fn judge_folder(path: &str) -> Verdict {
    let name = path.rsplit('/').next().unwrap_or(path);
    let hidden = name.starts_with('.');
    if let Some(("content", inside)) = path.split_once('/')
        && name.starts_with('_')
        && inside
            .split_once('/')
            .is_some_and(|(folder, _)| section(folder).is_some())
    {
        return Verdict::Mention(Why::Underscore);
    }
    if path.starts_with("static/") && draft_part(&format!("{name}/")).is_some() {
        Verdict::Mention(Why::Draft)
    } else if name == "node_modules" || (hidden && !path.starts_with("static/")) {
        Verdict::Quiet
    } else if hidden && name == ".git" {
        Verdict::Mention(Why::Secret)
    } else if hidden && name != ".well-known" {
        Verdict::Mention(Why::Hidden)
    } else {
        Verdict::Read(Kind::Media)
    }
}

/// Whether files of this kind and extension are texts.
pub(super) fn is_text(kind: Kind, extension: &str) -> bool {
    match kind {
        Kind::Media | Kind::Static => false,
        Kind::Template | Kind::Theme => matches!(
            extension,
            "" | "atom"
                | "css"
                | "htm"
                | "html"
                | "js"
                | "json"
                | "md"
                | "mjs"
                | "rss"
                | "svg"
                | "toml"
                | "txt"
                | "webmanifest"
                | "xhtml"
                | "xml"
                | "xsl"
                | "yaml"
                | "yml"
        ),
        _ => true,
    }
}

/// Whether a folder of this name holds files that several posts show.
pub(super) fn is_shared(name: &str) -> bool {
    SHARED.contains(&name.to_lowercase().as_str())
}

/// The kind of documents in a folder under `content/`.
pub(super) fn section(name: &str) -> Option<Kind> {
    let found = SECTIONS.iter().find(|(section, _)| *section == name);
    found.map(|(_, kind)| *kind)
}

fn judge_content(rest: &str, name: &str) -> Verdict {
    let lower = name.to_lowercase();
    let extension = lower
        .rsplit_once('.')
        .map_or("", |(_, extension)| extension);
    let section_kind = rest.split_once('/').map(|(folder, _)| section(folder));
    if name.ends_with(".md") {
        return match section_kind {
            _ if lower.ends_with(".md.md") => Verdict::Mention(Why::NotMd),
            Some(Some(_)) if name.starts_with('_') => Verdict::Mention(Why::Underscore),
            Some(Some(kind)) => Verdict::Read(kind),
            Some(None) => Verdict::Mention(Why::UnknownSection),
            None => Verdict::Mention(Why::NoSection),
        };
    }
    if name.ends_with(".comments.yaml") && section_kind == Some(Some(Kind::Post)) {
        return Verdict::Read(Kind::Comments);
    }
    match extension {
        "md" | "markdown" | "mdown" | "mkd" | "mkdn" | "mdwn" | "mdtxt" | "mdtext" | "mdx"
        | "rmd" | "qmd" => Verdict::Mention(Why::NotMd),
        "txt" if lower.ends_with(".md.txt") || lower.ends_with(".markdown.txt") => {
            Verdict::Mention(Why::NotMd)
        }
        "html" | "htm" | "xhtml" | "shtml" | "php" => Verdict::Mention(Why::Html),
        "yaml" | "yml" if lower.contains("comments") || lower.contains("kommentarer") => {
            Verdict::Mention(Why::CommentsName)
        }
        _ if rest.split('/').any(is_shared) => Verdict::Read(Kind::Media),
        "doc" | "docx" | "odt" | "rtf" | "pages" => Verdict::Doubt(Kind::Media, Why::Document),
        _ if FOREIGN.contains(&extension) => Verdict::Doubt(Kind::Media, Why::Foreign),
        _ => Verdict::Read(Kind::Media),
    }
}

fn judge_static(name: &str) -> Verdict {
    let lower = name.to_lowercase();
    let extension = lower
        .rsplit_once('.')
        .map_or("", |(_, extension)| extension);
    let keys = ["id_rsa", "id_dsa", "id_ecdsa", "id_ed25519"];
    match extension {
        _ if keys.contains(&lower.as_str()) => Verdict::Mention(Why::Secret),
        _ if lower.starts_with(".env") || lower == ".htpasswd" => Verdict::Mention(Why::Secret),
        "env" | "key" | "pem" | "p12" | "pfx" | "kdbx" | "sql" | "sqlite" => {
            Verdict::Mention(Why::Secret)
        }
        "ai" | "psd" | "psb" | "xcf" | "kra" | "indd" | "sketch" | "bak" | "orig" | "rej"
        | "old" => Verdict::Mention(Why::Backup),
        _ if name.ends_with('~') => Verdict::Mention(Why::Backup),
        _ if is_housekeeping(name) => Verdict::Quiet,
        _ if name.starts_with('.') => Verdict::Mention(Why::Hidden),
        _ if draft_part(name).is_some() => Verdict::Mention(Why::Draft),
        _ => Verdict::Read(Kind::Static),
    }
}

/// Hidden files and what editors and systems leave behind.
fn is_leftover(name: &str) -> bool {
    name.starts_with('.') || name.ends_with('~') || is_housekeeping(name)
}

/// What editors and systems leave behind and nobody wonders about.
fn is_housekeeping(name: &str) -> bool {
    let fixed = [
        "4913",
        "Thumbs.db",
        "desktop.ini",
        ".DS_Store",
        ".gitkeep",
        ".keep",
        ".gitignore",
        ".gitattributes",
    ];
    let numbered_swap = name.starts_with('.') && name.len() > 4 && {
        let tail: Vec<char> = name.chars().rev().take(4).collect();
        matches!(tail[..], ['a'..='z', 'w', 's', '.'])
    };
    fixed.contains(&name)
        || name.ends_with(".swp")
        || name.ends_with(".tmp")
        || name.starts_with(".#")
        || (name.starts_with('#') && name.ends_with('#'))
        || numbered_swap
}
