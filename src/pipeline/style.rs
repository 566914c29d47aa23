//! The site's theme, loaded again only when a file of it changed.
//!
//! Owns what a theme depends on. Must never know documents.

use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

use crate::config::{Config, RawHtml};
use crate::diagnostic::{Diagnostic, Parsed, Span};
use crate::parse::document::{HoleKind, LinkTarget};
use crate::parse::{self, Settings};
use crate::path::{BaseUrl, SourcePath, UrlPath, encode_fragment};
use crate::sources::{Content, Kind, SourceFile, Sources};
use crate::theme::{self, Theme, ThemeFile};

/// A loaded theme, and what was wrong with it.
#[derive(Debug, Clone)]
pub(super) struct Style {
    /// Of all that it was made from.
    key: u128,
    pub(super) theme: Arc<Theme>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The theme of a site; the one from before if it was made from the same.
pub(super) fn load(sources: &Sources, config: &Config, before: Option<&Style>) -> Style {
    let site_file = sources
        .iter_kind(Kind::Config)
        .next()
        .map_or_else(|| SourcePath::new("site.yaml"), |file| file.path.clone());
    let key = key(sources, config, &site_file);
    if let Some(before) = before.filter(|before| before.key == key) {
        return before.clone();
    }
    let files: Vec<ThemeFile> = files(sources).filter_map(theme_file).collect();
    let options = theme::Options {
        theme: &config.theme,
        config: &site_file,
        language: &config.language,
        base_url: &config.base_url,
        markdown: inline_markdown,
    };
    let Parsed { value, diagnostics } = Theme::load(&files, options);
    let theme =
        value.expect("a theme is always loaded: what the site's own lacks is in the binary");
    Style {
        key,
        theme: Arc::new(theme),
        diagnostics,
    }
}

fn files(sources: &Sources) -> impl Iterator<Item = &SourceFile> {
    [Kind::Template, Kind::Theme]
        .into_iter()
        .flat_map(|kind| sources.iter_kind(kind))
}

fn theme_file(file: &SourceFile) -> Option<ThemeFile> {
    let bytes = match &file.content {
        Content::Text(text) => text.as_bytes().into(),
        Content::Bytes(bytes) => bytes.clone(),
        Content::OnDisk => return None,
    };
    Some(ThemeFile {
        path: file.path.clone(),
        bytes,
    })
}

fn key(sources: &Sources, config: &Config, site_file: &SourcePath) -> u128 {
    let mut hash = Xxh3::new();
    let mut add = |bytes: &[u8]| {
        hash.update(&bytes.len().to_le_bytes());
        hash.update(bytes);
    };
    add(config.theme.value.as_bytes());
    add(&config.theme.span.start.to_le_bytes());
    add(&config.theme.span.end.to_le_bytes());
    add(site_file.as_str().as_bytes());
    add(config.language.as_bytes());
    add(config.base_url.absolute(&UrlPath::root()).as_bytes());
    for file in files(sources) {
        add(file.path.as_str().as_bytes());
        add(&file.hash.to_le_bytes());
    }
    hash.digest128()
}

/// The filter `markdown` of templates: one line, cleaned as a post is. Links by path
/// get the base path; links by file belong to documents and lead to the start page.
fn inline_markdown(text: &str, base: &BaseUrl) -> String {
    let settings = Settings {
        language: String::from("en"),
        timezone: jiff::tz::TimeZone::UTC,
        raw_html: RawHtml::Sanitize,
        default_author: None,
        base_url: None,
        labels: parse::Labels::default(),
    };
    let file = SourcePath::new("templates");
    let (body, _) = parse::markdown::inline(&file, text, Span::default(), "", &settings);
    let mut html = String::with_capacity(body.html.len());
    let mut from = 0;
    for hole in &body.holes {
        let at = hole.at as usize;
        html.push_str(&body.html[from..at]);
        from = at;
        let HoleKind::Href(index) = hole.kind else {
            continue;
        };
        let (path, fragment) = match &body.links[index as usize].target {
            LinkTarget::Fragment(fragment) => (None, Some(fragment)),
            LinkTarget::File { fragment, .. } => (Some("/"), fragment.as_ref()),
            LinkTarget::Rooted { path, fragment, .. } => (Some(path.as_str()), fragment.as_ref()),
        };
        let url = path.map(|path| UrlPath::new(path).unwrap_or_else(|_| UrlPath::root()));
        html.push_str(&url.map_or_else(String::new, |url| base.href(&url)));
        html.extend(fragment.map(|fragment| format!("#{}", encode_fragment(fragment))));
    }
    html.push_str(&body.html[from..]);
    html
}
