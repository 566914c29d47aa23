//! Files and folders that lie where, or are called as, other programs want them.
//!
//! Owns the folders of other generators, copies, and texts of folders under another name
//! than `index.md`. Must never look into a file.

use std::collections::BTreeMap;
use std::path::Path;

use super::kind::{FOLDERS, Kind};
use super::walk::Found;
use crate::diagnostic::{Diagnostic, source as report};
use crate::message;
use crate::message::Message;
use crate::path::SourcePath;

/// Folders of other generators at a site's root, and where what is in them belongs.
const OTHERS: [(&str, &str); 21] = [
    ("_authors", "content/authors"),
    ("_drafts", "content/posts"),
    ("_includes", "templates"),
    ("_layouts", "templates"),
    ("_pages", "content/pages"),
    ("_posts", "content/posts"),
    ("authors", "content/authors"),
    ("bilder", "static/bilder"),
    ("blog", "content/posts"),
    ("blogg", "content/posts"),
    ("drafts", "content/posts"),
    ("images", "static/images"),
    ("img", "static/img"),
    ("includes", "templates"),
    ("inlägg", "content/posts"),
    ("layouts", "templates"),
    ("networks", "content/networks"),
    ("pages", "content/pages"),
    ("partials", "templates"),
    ("posts", "content/posts"),
    ("sidor", "content/pages"),
];

/// Settings of other generators, and of nitton under another name.
const SETTINGS: [&str; 9] = [
    "_config.yaml",
    "_config.yml",
    "config.toml",
    "config.yaml",
    "config.yml",
    "hugo.toml",
    "hugo.yaml",
    "site.toml",
    "site.yml",
];

/// Folders at the root that are not read, though somebody expects it, settings, and posts.
pub(super) fn at_root(root: &Path, files: &[Found], diagnostics: &mut Vec<Diagnostic>) {
    let Ok(entries) = root.read_dir() else {
        return;
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort_unstable();
    // Without a configuration that is what is reported, and one may have any name.
    let has_config = files.iter().any(|file| file.kind == Kind::Config);
    let is_config = |name: &str| {
        let mut files = files.iter();
        !has_config || files.any(|file| file.kind == Kind::Config && file.path.as_str() == name)
    };
    for name in &names {
        let found = match root.join(name).is_dir() {
            true => folder(name, root),
            false if is_config(name) => None,
            false => file(name),
        };
        let path = SourcePath::new(name);
        diagnostics.extend(found.map(|(why, help)| report::ignored_file(&path, why, help)));
    }
}

fn folder(name: &str, root: &Path) -> Option<(Message, Message)> {
    let lower = name.to_lowercase();
    let twin = FOLDERS
        .into_iter()
        .find(|folder| *folder == lower && folder != &name);
    let known = OTHERS.iter().find(|(other, _)| *other == lower);
    let meant = twin.or(known.map(|(_, meant)| *meant))?;
    let place = |folder: &str| root.join(folder).canonicalize().ok();
    if twin.is_none() && place(meant) == place(name) {
        // It is read by a link.
        return None;
    }
    let reason = message!("ignored-folder");
    if meant == "templates" && twin.is_none() {
        return Some((reason, message!("ignored-folder-help-template")));
    }
    let are_drafts = ["_drafts", "drafts"].contains(&lower.as_str());
    let (folder, line) = (meant, "draft: true");
    let help = match (root.join(meant).is_dir(), are_drafts) {
        // Perhaps one and the same, on a disk that knows no capitals.
        (true, _) if twin.is_some() => return None,
        (true, false) => message!("ignored-folder-help-move", folder),
        (true, true) => message!("ignored-folder-help-move-drafts", folder, line),
        (false, false) => message!("ignored-folder-help-rename", folder),
        (false, true) => message!("ignored-folder-help-rename-drafts", folder, line),
    };
    Some((reason, help))
}

fn file(name: &str) -> Option<(Message, Message)> {
    if SETTINGS.contains(&name.to_lowercase().as_str()) {
        let help = message!("ignored-settings-help");
        return Some((message!("ignored-settings"), help));
    }
    let dated = name.len() > 10
        && name.ends_with(".md")
        && name.bytes().take(4).all(|b| b.is_ascii_digit());
    let help = || message!("ignored-post-at-root-help", name);
    dated.then(|| (message!("ignored-post-at-root"), help()))
}

/// Copies, and texts of folders, among the documents.
pub(super) fn among(files: &[Found], diagnostics: &mut Vec<Diagnostic>) {
    let mut folders: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for file in files.iter().filter(|file| file.kind == Kind::Post) {
        let name = file.path.file_name();
        let folder = file.path.folder();
        if is_dated(folder) {
            folders.entry(folder).or_default().push(name);
        } else if name.eq_ignore_ascii_case("index.md") && name != "index.md" {
            diagnostics.push(report::not_index(&file.path));
        }
    }
    for (folder, names) in folders {
        if let [name] = names[..]
            && name != "index.md"
        {
            let path = SourcePath::new(&format!("{folder}/{name}"));
            diagnostics.push(report::not_index(&path));
        }
    }
    let documents = files
        .iter()
        .filter(|file| Kind::DOCUMENTS.contains(&file.kind));
    for file in documents {
        let stem = file.path.stem();
        if let Some(original) = original(stem) {
            let beside = format!("{}/{original}.md", file.path.folder());
            let beside = SourcePath::new(&beside);
            let exists = files
                .binary_search_by(|other| other.path.cmp(&beside))
                .is_ok();
            let counted = stem.ends_with(')');
            if exists || !counted {
                diagnostics.push(report::copy(&file.path, exists.then_some(&beside)));
            }
        }
    }
}

/// A folder such as `2026-11-02-natverk`, of one post.
fn is_dated(folder: &str) -> bool {
    let name = folder.rsplit('/').next().unwrap_or_default().as_bytes();
    let digit = |at: usize| name.get(at).is_some_and(u8::is_ascii_digit);
    let dash = |at: usize| name.get(at) == Some(&b'-');
    (0..4).all(digit) && dash(4) && digit(5) && digit(6) && dash(7) && digit(8) && dash(10)
}

/// The name that a copy had, by what systems add to it: `x - kopia`, `x copy 2`, `x (1)`.
fn original(stem: &str) -> Option<&str> {
    let (bare, counted) = match stem
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once(" ("))
    {
        Some((bare, number)) if is_number(number) => (bare, true),
        _ => (stem, false),
    };
    let bare = match bare.rsplit_once(' ') {
        Some((before, number)) if is_number(number) && before.ends_with(['a', 'y']) => before,
        _ => bare,
    };
    let ends = [
        " - kopia", " - Kopia", " - Copy", " - copy", " kopia", " copy", "-kopia", "-copy",
    ];
    let before = ends.iter().find_map(|end| bare.strip_suffix(end));
    let begins = ["Kopia av ", "kopia av ", "Copy of ", "copy of "];
    let behind = begins.iter().find_map(|begin| bare.strip_prefix(begin));
    before
        .or(behind)
        .or(counted.then_some(bare))
        .filter(|name| !name.is_empty())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() < 3 && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_their_names() {
        for (copy, first) in [
            ("x - kopia", "x"),
            ("x - Kopia (2)", "x"),
            ("x copy 3", "x"),
            ("Kopia av x", "x"),
            ("x (1)", "x"),
            ("2026-11-02-x-kopia", "2026-11-02-x"),
        ] {
            assert_eq!(original(copy), Some(first), "{copy}");
        }
        for none in [
            "x",
            "fotokopia",
            "copy",
            "x (ny)",
            "x (2026)",
            "x 2",
            "kopiator",
        ] {
            assert_eq!(original(none), None, "{none}");
        }
    }
}
