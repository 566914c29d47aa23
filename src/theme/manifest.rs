//! The meaning of `theme.yaml`.
//!
//! Owns its keys and the version of the templates' data. Must never know templates.

use std::collections::BTreeMap;

use super::ThemeFile;
use crate::diagnostic::suggest::{Names, nearest};
use crate::diagnostic::theme::{self as theme_report, Manifest};
use crate::diagnostic::{Diagnostic, Span, Spanned, template as diagnose};
use crate::locale::yaml::{self, Node};

/// The version of the data that templates get.
pub(super) const API: u32 = 1;

/// The keys of `theme.yaml`; all but `api` and `root_files` are for people.
const KEYS: &[&str] = &[
    "name",
    "api",
    "root_files",
    "image_sizes",
    "description",
    "author",
    "license",
    "homepage",
    "version",
];

/// What nitton takes from a `theme.yaml`.
#[derive(Debug, Default)]
pub(super) struct Settings {
    /// Those of the assets that lie at the site's root.
    pub(super) root_files: Vec<String>,
    /// How wide pictures are shown, by their role: what `sizes` of HTML takes.
    pub(super) image_sizes: BTreeMap<String, String>,
}

/// Reads a `theme.yaml`.
pub(super) fn read(
    file: &ThemeFile,
    assets: &BTreeMap<String, ThemeFile>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Settings {
    let Some(text) = file.text() else {
        return Settings::default();
    };
    let entries = match yaml::read(&text) {
        Ok(entries) => entries,
        Err(error) => {
            let problem = Manifest::Unreadable(error.problem);
            let diagnostic = theme_report::bad_manifest(&file.path, error.span, &problem);
            diagnostics.push(diagnostic);
            return Settings::default();
        }
    };
    let mut settings = Settings::default();
    let mut has_api = false;
    for (key, node) in &entries {
        match key.value.as_str() {
            "api" => {
                has_api = true;
                let written = node.value.as_text().unwrap_or("?");
                if written != API.to_string() {
                    diagnostics.push(theme_report::api(&file.path, node.span, written, API));
                }
            }
            "root_files" => settings.root_files = names(file, node, assets, diagnostics),
            "image_sizes" => settings.image_sizes = sizes(file, node, diagnostics),
            other if !KEYS.contains(&other) => {
                let nearest = nearest(other, KEYS.iter().copied());
                diagnostics.push(theme_report::manifest_key(
                    &file.path, key.span, other, nearest,
                ));
            }
            _ => {}
        }
    }
    if !has_api {
        let start = Span::new(0, 0);
        let diagnostic = theme_report::bad_manifest(&file.path, start, &Manifest::NoApi(API));
        diagnostics.push(diagnostic);
    }
    settings
}

/// The roles in which a theme shows pictures.
const ROLES: &[&str] = &["content", "lead", "list", "portrait"];

/// A text for each role.
fn sizes(
    file: &ThemeFile,
    node: &Spanned<Node>,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, String> {
    let Node::Map(entries) = &node.value else {
        diagnostics.push(theme_report::image_sizes(&file.path, node.span));
        return BTreeMap::new();
    };
    let mut sizes = BTreeMap::new();
    for (role, size) in entries {
        match size.value.as_text() {
            _ if !ROLES.contains(&role.value.as_str()) => {
                let found = theme_report::image_role(&file.path, role.span, &role.value, ROLES);
                diagnostics.push(found);
            }
            Some(text) => drop(sizes.insert(role.value.clone(), text.to_owned())),
            None => diagnostics.push(theme_report::image_sizes(&file.path, size.span)),
        }
    }
    sizes
}

/// A list of files that are among the assets.
fn names(
    file: &ThemeFile,
    node: &Spanned<Node>,
    assets: &BTreeMap<String, ThemeFile>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<String> {
    if node.value == Node::Null {
        return Vec::new();
    }
    let Some(names) = node.value.as_texts() else {
        let diagnostic = theme_report::bad_manifest(&file.path, node.span, &Manifest::RootFiles);
        diagnostics.push(diagnostic);
        return Vec::new();
    };
    let known = Names::new(assets.keys().map(String::as_str));
    for name in &names {
        if !assets.contains_key(&name.value) {
            let nearest = known.nearest(&name.value);
            let diagnostic = diagnose::unknown_asset(&file.path, name.span, &name.value, nearest);
            diagnostics.push(diagnostic);
        }
    }
    names.into_iter().map(|name| name.value).collect()
}
