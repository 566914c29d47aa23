//! What a file is, by its path alone.

use crate::path::SourcePath;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// site.yaml.
    Config,
    /// `content/posts/**/*.md`.
    Post,
    /// `content/pages/**/*.md`.
    Page,
    /// `content/authors/*.md`.
    Author,
    /// `content/networks/*.md`.
    Network,
    /// `content/tags/*.md`.
    Tag,
    /// `*.comments.yaml` beside a post.
    Comments,
    /// Any other file under `content/`: published if a document shows it or links to it.
    Media,
    /// `static/**`: published as it is.
    Static,
    /// `templates/**`.
    Template,
    /// `themes/**`.
    Theme,
}

/// What a file under the site's folders is, or why it is nothing.
pub(super) fn of(path: &SourcePath) -> Result<Kind, Ignored> {
    let text = path.as_str();
    let (top, rest) = text.split_once('/').unwrap_or((text, ""));
    match top {
        "static" => return of_static(path),
        "templates" => return Ok(Kind::Template),
        "themes" => return Ok(Kind::Theme),
        _ => {}
    }
    let (folder, below) = rest.split_once('/').unwrap_or(("", rest));
    if let Some(problem) = unread_document(path) {
        return Err(problem);
    }
    let markdown = text.ends_with(".md");
    match folder {
        "posts" if markdown => Ok(Kind::Post),
        "posts" if text.ends_with(".comments.yaml") => Ok(Kind::Comments),
        "pages" if markdown => Ok(Kind::Page),
        "authors" if markdown && !below.contains('/') => Ok(Kind::Author),
        "networks" if markdown && !below.contains('/') => Ok(Kind::Network),
        "tags" if markdown && !below.contains('/') => Ok(Kind::Tag),
        "authors" | "networks" | "tags" if markdown => Err(Ignored::TooDeep),
        _ if markdown => Err(Ignored::UnknownFolder),
        _ => Ok(Kind::Media),
    }
}

/// Why a file is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ignored {
    /// Almost `.md`.
    Extension,
    /// A word processor's file, or HTML.
    Format,
    /// Markdown in a folder of `content/` that nitton doesn't know.
    UnknownFolder,
    /// A profile in a folder below its own.
    TooDeep,
    /// A hidden or secret-looking file, or an editor's, under `static/`.
    NotForPublication,
}

fn unread_document(path: &SourcePath) -> Option<Ignored> {
    let name = path.file_name();
    let lower = name.to_lowercase();
    if name.ends_with(".md") {
        return None;
    }
    let almost = [
        ".md",
        ".markdown",
        ".mdown",
        ".mkd",
        ".mdx",
        ".md.txt",
        ".comments.yml",
    ];
    if almost.iter().any(|ending| lower.ends_with(ending)) {
        return Some(Ignored::Extension);
    }
    let formats = [".docx", ".doc", ".odt", ".rtf", ".html", ".htm"];
    let is_page =
        path.as_str().starts_with("content/posts/") || path.as_str().starts_with("content/pages/");
    (is_page && formats.iter().any(|ending| lower.ends_with(ending)) && path.stem() == "index")
        .then_some(Ignored::Format)
}

fn of_static(path: &SourcePath) -> Result<Kind, Ignored> {
    let hidden = path
        .as_str()
        .split('/')
        .any(|part| part.starts_with('.') && part != ".well-known");
    let lower = path.file_name().to_lowercase();
    let leftovers = [
        ".bak", ".orig", ".psd", ".xcf", ".ai", ".sql", ".pem", ".key", ".env",
    ];
    if hidden || lower.ends_with('~') || leftovers.iter().any(|ending| lower.ends_with(ending)) {
        return Err(Ignored::NotForPublication);
    }
    Ok(Kind::Static)
}
