//! The site's theme, loaded again only when a file of it changed.
//!
//! Owns what a theme depends on. Must never know documents.

use std::cell::OnceCell;
use std::sync::Arc;

use xxhash_rust::xxh3::Xxh3;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Parsed, suggest, template as diagnose};
use crate::path::{SourcePath, UrlPath};
use crate::routes::{Route, Routes};
use crate::sources::{Content, Kind, SourceFile, Sources};
use crate::theme::{self, Rooted, Theme, ThemeFile};

use super::inline;

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
        markdown: inline::render,
        data: crate::render::TEMPLATE_DATA,
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

/// Reports what style sheets refer to by a path of the site, and isn't there.
pub(super) fn check(theme: &Theme, routes: &Routes) -> Vec<Diagnostic> {
    let missing = |rooted: &&Rooted| routes.find(rooted.url.as_str()).is_none();
    let files = OnceCell::new();
    let make = || {
        let files = routes.entries.iter().filter(|entry| {
            matches!(
                entry.route,
                Route::Static(_) | Route::Media(_) | Route::ThemeAsset(_)
            )
        });
        suggest::Names::new(files.map(|entry| entry.url.as_str()))
    };
    let report = |rooted: &Rooted| {
        let path = rooted.url.as_str();
        let nearest = files.get_or_init(make).nearest(path);
        diagnose::missing_rooted(&rooted.file, rooted.span, path, nearest)
    };
    theme.rooted().iter().filter(missing).map(report).collect()
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
