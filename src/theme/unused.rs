//! Files of a theme that nothing uses.
//!
//! Owns what a file in a wrong place was probably meant to be. Must never know what is in
//! the files.

use std::collections::BTreeSet;

use super::ThemeFile;
use super::layers::{DEFAULT, is_hidden};
use super::structure::Structure;
use crate::diagnostic::suggest::{Names, nearest};
use crate::diagnostic::{Diagnostic, theme as diagnose};
use crate::locale::{is_language_tag, known_language_hint};
use crate::path::SourcePath;

/// The folders of a theme.
const FOLDERS: &[&str] = &["templates", "assets", "strings"];

/// Files of the themes in use that lie where nothing looks for them.
pub(super) fn misplaced<'a>(site: &'a [ThemeFile], theme: &str) -> Vec<Diagnostic> {
    let meant = |file: &'a ThemeFile| {
        let path = file.path.as_str();
        let inside = path.strip_prefix("themes/")?;
        if is_hidden(inside) || is_for_people(inside) {
            return None;
        }
        let Some((folder, rest)) = inside.split_once('/') else {
            return Some((&file.path, format!("themes/{theme}/{}", place(inside))));
        };
        if folder != theme && folder != DEFAULT {
            return None;
        }
        let right = right_place(rest)?;
        Some((&file.path, format!("themes/{folder}/{right}")))
    };
    let misplaced = site.iter().filter_map(meant);
    misplaced
        .map(|(path, right)| diagnose::misplaced_file(path, &right))
        .collect()
}

/// Where a file of a theme should lie; `None` if it lies well.
fn right_place(rest: &str) -> Option<String> {
    if rest == "theme.yaml" {
        return None;
    }
    match rest.split_once('/') {
        Some(("templates" | "assets", _)) => None,
        Some(("strings", name)) => {
            let right = strings_name(name);
            (right != name).then(|| format!("strings/{right}"))
        }
        Some((folder, inside)) => Some(match nearest(folder, FOLDERS.iter().copied()) {
            Some("strings") => format!("strings/{}", strings_name(inside)),
            Some(folder) => format!("{folder}/{inside}"),
            None => place(rest),
        }),
        None => Some(place(rest)),
    }
}

/// Where a file belongs by its name.
fn place(name: &str) -> String {
    let path = SourcePath::new(name);
    let is_language = || strings_name(name) == name || known_language(path.stem()).is_some();
    match path.extension().as_str() {
        "html" | "xml" | "txt" => format!("templates/{name}"),
        "yaml" | "yml" if path.stem() == "theme" => "theme.yaml".to_owned(),
        "yaml" | "yml" if is_language() => format!("strings/{}", strings_name(name)),
        _ => format!("assets/{name}"),
    }
}

/// `sv_SE.yml` → `sv-SE.yaml`, `svenska.yaml` → `sv.yaml`.
fn strings_name(name: &str) -> String {
    let path = SourcePath::new(name.rsplit('/').next().unwrap_or(name));
    let language = known_language(path.stem());
    format!(
        "{}.yaml",
        language.unwrap_or_else(|| path.stem().to_owned())
    )
}

fn known_language(stem: &str) -> Option<String> {
    let hyphens = stem.replace('_', "-");
    if is_language_tag(&hyphens) {
        return Some(hyphens);
    }
    known_language_hint(stem).map(str::to_owned)
}

/// `README.md`, `LICENSE`: for those who read the theme.
fn is_for_people(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let begins = [
        "readme",
        "license",
        "licence",
        "copying",
        "changelog",
        "notice",
        "authors",
    ];
    name.ends_with(".md") || begins.iter().any(|begin| name.starts_with(begin))
}

/// Templates of the site that no page, no other template and no component asks for.
pub(super) fn templates(structure: &Structure<'_>, built_in: &[ThemeFile]) -> Vec<Diagnostic> {
    let folder = format!("themes/{DEFAULT}/templates/");
    let pages: Vec<&str> = built_in
        .iter()
        .filter_map(|file| file.path.as_str().strip_prefix(&folder))
        .collect();
    let used: BTreeSet<usize> = structure
        .iter()
        .flat_map(|read| {
            let includes = read.outline.includes.iter().map(|used| &used.name.value);
            includes.chain(read.outline.extends.iter().map(|name| &name.value))
        })
        .filter_map(|name| structure.resolve(name))
        .collect();
    let names = Names::new(pages.iter().copied());
    let unused = structure.iter().enumerate().filter_map(|(index, read)| {
        let path = &read.template.path;
        let name = path.as_str().split_once("templates/")?.1;
        let asked_for = used.contains(&index) || pages.contains(&name);
        if asked_for || !read.outline.components.is_empty() {
            return None;
        }
        let near = names.nearest(name);
        let right = near.map(|near| {
            format!(
                "{}{near}",
                path.as_str().strip_suffix(name).unwrap_or_default()
            )
        });
        Some(diagnose::unused_template(path, right.as_deref()))
    });
    unused.collect()
}
