//! Which file of which layer is used.
//!
//! Owns the order of lookup: the site's `templates/`, its `themes/<name>/`, then
//! the built-in theme, whose files a site's `themes/default/` replaces one by one.
//! Must never know what is in the files.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::ThemeFile;
use super::fold::Folded;
use crate::diagnostic::{Diagnostic, Span, template as diagnose};
use crate::locale::Strings;
use crate::path::SourcePath;

/// The name of the theme that is built in.
pub(super) const DEFAULT: &str = "default";

/// A template with the name that other templates use.
#[derive(Debug, Clone)]
pub(super) struct Template {
    /// `post.html` of the site, `mine/post.html` of a theme.
    pub(super) name: String,
    /// Where it lies.
    pub(super) path: SourcePath,
    /// Its text.
    pub(super) text: Arc<str>,
    /// The text with the site's words in it, where there are any to put in.
    pub(super) folded: Option<Folded>,
}

impl Template {
    /// What is rendered: the text without a byte order mark.
    pub(super) fn body(&self) -> &str {
        self.whole().trim_start_matches('\u{feff}')
    }

    /// A place in the body as a place in the file.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        let skipped = self.whole().len() - self.body().len();
        let (start, end) = (start + skipped, end + skipped);
        let (start, end) = match &self.folded {
            Some(folded) => (folded.start(start), folded.end(end)),
            None => (start, end),
        };
        let length = self.text.len();
        Span::new(start.min(length), end.min(length))
    }

    /// The body with its byte order mark.
    fn whole(&self) -> &str {
        let folded = self.folded.as_ref().map(|folded| &*folded.text);
        folded.unwrap_or(&self.text)
    }
}

/// The files of a theme after overriding.
#[derive(Debug, Default)]
pub(super) struct Layers {
    /// In the order of their names.
    pub(super) templates: Vec<Template>,
    /// First the theme's own, last the built-in.
    pub(super) strings: Vec<Strings>,
    /// By path below `assets/`.
    pub(super) assets: BTreeMap<String, ThemeFile>,
    /// `theme.yaml`, first the theme's own, last the built-in.
    pub(super) manifests: Vec<ThemeFile>,
}

/// Chooses the files of a theme. `site` holds everything below `templates/` and
/// `themes/`, `built_in` everything below `themes/default/`.
pub(super) fn layers(
    theme: &str,
    site: &[ThemeFile],
    built_in: &[ThemeFile],
    diagnostics: &mut Vec<Diagnostic>,
) -> Layers {
    // What can't be read was reported by who read it; here something else stands in.
    let site = || site.iter().filter(|file| is_readable(file));
    let mut default: BTreeMap<&str, &ThemeFile> = BTreeMap::new();
    for file in built_in.iter().chain(site()) {
        if let Some(rest) = below(file, DEFAULT) {
            default.insert(rest, file);
        }
    }
    let mut layers = Layers::default();
    for file in site() {
        if let Some(name) = file.path.as_str().strip_prefix("templates/") {
            match name.split_once('/') {
                Some((folder, _)) if folder == theme || folder == DEFAULT => {
                    diagnostics.push(diagnose::reserved_folder(&file.path, folder));
                }
                _ => layers.add_template(name.to_owned(), file, diagnostics),
            }
        }
    }
    if theme != DEFAULT {
        for file in site() {
            if let Some(rest) = below(file, theme) {
                layers.add(theme, rest, file, diagnostics);
            }
        }
    }
    for (rest, file) in default {
        layers.add(DEFAULT, rest, file, diagnostics);
    }
    // Strings are overridden key by key, so a site's file stands before the built-in one.
    let is_same = |own: &Strings, file: &ThemeFile| {
        own.path == file.path && own.text.as_bytes() == &*file.bytes
    };
    layers
        .strings
        .retain(|own| !built_in.iter().any(|file| is_same(own, file)));
    for file in built_in.iter().filter(|file| is_strings(file)) {
        layers.add_strings(file, true);
    }
    layers.templates.sort_by(|a, b| a.name.cmp(&b.name));
    layers
}

/// The names of the themes that there are.
pub(super) fn themes(site: &[ThemeFile]) -> Vec<&str> {
    let mut names: Vec<&str> = site
        .iter()
        .filter_map(|file| file.path.as_str().strip_prefix("themes/")?.split_once('/'))
        .map(|(name, _)| name)
        .chain([DEFAULT])
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The path of a file below a theme's folder.
fn below<'a>(file: &'a ThemeFile, theme: &str) -> Option<&'a str> {
    file.path
        .as_str()
        .strip_prefix("themes/")?
        .strip_prefix(theme)?
        .strip_prefix('/')
}

impl Layers {
    /// Takes a file of a theme; the first of a name wins.
    fn add(
        &mut self,
        theme: &str,
        rest: &str,
        file: &ThemeFile,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        if let Some(name) = rest.strip_prefix("templates/") {
            self.add_template(format!("{theme}/{name}"), file, diagnostics);
        } else if let Some(name) = rest.strip_prefix("assets/") {
            if !is_hidden(name) {
                self.assets
                    .entry(name.to_owned())
                    .or_insert_with(|| file.clone());
            }
        } else if is_strings(file) {
            self.add_strings(file, false);
        } else if rest == "theme.yaml" {
            self.manifests.push(file.clone());
        }
    }

    /// Takes a file of strings.
    fn add_strings(&mut self, file: &ThemeFile, is_built_in: bool) {
        self.strings.extend(file.text().map(|text| Strings {
            path: file.path.clone(),
            text,
            is_built_in,
        }));
    }

    /// Takes a template, or says why not.
    fn add_template(&mut self, name: String, file: &ThemeFile, diagnostics: &mut Vec<Diagnostic>) {
        if is_hidden(&name) {
            return;
        }
        if !is_template(file) {
            diagnostics.push(diagnose::ignored(&file.path));
            return;
        }
        self.templates.push(Template {
            name,
            path: file.path.clone(),
            text: file.text().unwrap_or_default(),
            folded: None,
        });
    }
}

/// Whether a file that is read as text can be.
fn is_readable(file: &ThemeFile) -> bool {
    let path = file.path.as_str();
    let in_theme = path.strip_prefix("themes/");
    let in_theme = in_theme.and_then(|path| path.split_once('/'));
    let path = in_theme.map_or(path, |(_, inside)| inside);
    let is_text = path.starts_with("templates/") && is_template(file)
        || is_style_sheet(file)
        || is_strings(file);
    !is_text || file.text().is_some()
}

/// Whether a file is a template, if it lies where templates do.
fn is_template(file: &ThemeFile) -> bool {
    matches!(file.path.extension().as_str(), "html" | "xml" | "txt")
}

/// Whether an asset is a style sheet, as hosts see it: in any case.
pub(super) fn is_style_sheet(file: &ThemeFile) -> bool {
    file.path.extension() == "css"
}

/// Whether a file of a theme holds strings: `themes/<name>/strings/<language>.yaml`.
fn is_strings(file: &ThemeFile) -> bool {
    let mut parts = file.path.as_str().split('/').skip(2);
    parts.next() == Some("strings") && parts.count() == 1 && file.path.extension() == "yaml"
}

/// What editors and systems leave behind.
pub(super) fn is_hidden(name: &str) -> bool {
    name.split('/')
        .any(|part| part.starts_with('.') || part.ends_with('~'))
}
