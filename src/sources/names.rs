//! What names alone give away, over all files of the site.
//!
//! Owns the rules that need more than one path: names that are one on other systems,
//! folders that look like a post or a section and are none. Must never look into a
//! file.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rayon::prelude::*;

use super::kind::{self, Kind, SECTIONS, Why};
use super::strays;
use super::walk::{Found, Walked};
use crate::diagnostic::{self, Diagnostic, source as report, suggest::nearest};
use crate::message;
use crate::path::{OutPath, PathProblem, SourcePath, lower};
use crate::table::{self, Table};

/// Sorts everything, leaves one file a path, and reports what names give away.
pub(super) fn check(root: &Path, walked: &mut Walked) {
    let Walked {
        files,
        unread,
        links,
        diagnostics,
        ..
    } = walked;
    // A folder's own order is that of its file system.
    unread.sort_unstable();
    links.sort_unstable();
    files.par_sort_by(|a, b| (&a.path, &a.disk).cmp(&(&b.path, &b.disk)));
    files.dedup_by(|second, first| {
        let same = second.path == first.path;
        if same {
            diagnostics.push(report::same_name(&first.path));
        }
        same
    });
    diagnostics.extend(files.iter().filter_map(unportable));
    case_collisions(files, diagnostics);
    unknown_sections(files, unread, diagnostics);
    folders_without_index(files, unread, diagnostics);
    comments_without_post(files, diagnostics);
    strays::at_root(root, files, diagnostics);
    strays::among(files, diagnostics);
    diagnostic::sort(diagnostics);
}

/// The word on one file that is not read, or probably not as it was meant.
pub(super) fn mention(path: &SourcePath, why: Why) -> Diagnostic {
    let name = path.file_name();
    let text = format!("{}.md", name.split('.').next().unwrap_or_default());
    let (reason, help) = match why {
        Why::NotMd => return report::misnamed_text(path, &text),
        Why::UnknownSection => return unknown_section(path.as_str()),
        Why::Underscore => return underscore(path),
        Why::Lock => (message!("ignored-lock"), message!("ignored-lock-help")),
        Why::Foreign => {
            let help = message!("ignored-foreign-help", name = text);
            (message!("ignored-foreign"), help)
        }
        Why::Document => {
            let help = message!("ignored-document-help", name = text);
            (message!("ignored-document"), help)
        }
        Why::Html => {
            let help = message!("ignored-html-help", text, name);
            (message!("ignored-html"), help)
        }
        Why::NoSection => {
            let help = message!("ignored-no-section-help", name);
            (message!("ignored-no-section"), help)
        }
        Why::CommentsName => {
            let help = message!("ignored-comments-name-help");
            (message!("ignored-comments-name"), help)
        }
        Why::Hidden => (message!("ignored-hidden"), message!("ignored-hidden-help")),
        Why::Backup => (message!("ignored-backup"), message!("ignored-backup-help")),
        Why::Draft => (message!("ignored-draft"), message!("ignored-draft-help")),
        Why::Secret => (message!("ignored-secret"), message!("ignored-secret-help")),
    };
    report::ignored_file(path, reason, help)
}

/// `_drafts/`, `_hidden.md`, `_index.md`: other generators don't publish them.
fn underscore(path: &SourcePath) -> Diagnostic {
    let name = path.file_name();
    let bare = name.trim_start_matches('_');
    let line = "draft: true";
    let help = match name {
        "_index.md" => message!("ignored-underscore-help-index"),
        _ if name.ends_with(".md") => {
            message!("ignored-underscore-help-text", name = bare, line)
        }
        _ => message!("ignored-underscore-help-folder", name = bare, line),
    };
    report::ignored_file(path, message!("ignored-underscore"), help)
}

/// A name of a published file that can't be a file on every system.
fn unportable(file: &Found) -> Option<Diagnostic> {
    let problem = OutPath::new(file.path.as_str()).err()?;
    let published = matches!(file.kind, Kind::Media | Kind::Static);
    let control = matches!(problem, PathProblem::Character(c) if c.is_control());
    (published || control).then(|| report::unportable_name(&file.path, problem))
}

/// Files and folders whose names differ only by case: one on most computers.
fn case_collisions(files: &[Found], diagnostics: &mut Vec<Diagnostic>) {
    let mut seen: Table<Cow<'_, str>, &str> = table::with_room(files.len());
    let mut reported: BTreeSet<&str> = BTreeSet::new();
    let mut folder = "";
    for file in files {
        let path = file.path.as_str();
        let ends = path.match_indices('/').map(|(at, _)| at);
        // A folder's files follow one another: look at its parents once.
        let parents = (file.path.folder() != folder)
            .then_some(ends)
            .into_iter()
            .flatten();
        folder = file.path.folder();
        for end in parents.chain([path.len()]) {
            let part = &path[..end];
            let first = *seen.entry(lower(part)).or_insert(part);
            if first != part {
                if reported.insert(part) {
                    let (part, first) = (SourcePath::new(part), SourcePath::new(first));
                    diagnostics.push(report::case_collision(&part, &first));
                }
                break;
            }
        }
    }
}

/// Folders under `content/` that mean nothing, but hold Markdown.
fn unknown_sections(files: &[Found], unread: &[SourcePath], diagnostics: &mut Vec<Diagnostic>) {
    let paths = files.iter().map(|file| &file.path).chain(unread);
    let mut folders: BTreeMap<&str, bool> = BTreeMap::new();
    for path in paths {
        let inside = path.as_str().strip_prefix("content/");
        if let Some((folder, rest)) = inside.and_then(|inside| inside.split_once('/'))
            && kind::section(folder).is_none()
        {
            *folders.entry(folder).or_default() |= rest.ends_with(".md");
        }
    }
    for (folder, has_markdown) in folders {
        if has_markdown || (nearest_section(folder).is_some() && !kind::is_shared(folder)) {
            diagnostics.push(unknown_section(&format!("content/{folder}/")));
        }
    }
}

fn unknown_section(path: &str) -> Diagnostic {
    let mut parts = path.splitn(3, '/');
    let (top, folder) = (parts.next(), parts.next().unwrap_or_default());
    let path = SourcePath::new(&format!("{}/{folder}", top.unwrap_or("content")));
    let known = SECTIONS.map(|(section, _)| section);
    report::unknown_folder(&path, nearest_section(folder), &known)
}

/// The section that a folder's name was meant to be.
fn nearest_section(folder: &str) -> Option<&'static str> {
    let lower = folder.to_lowercase();
    let known = match lower.as_str() {
        "blog" | "blogg" | "inlägg" | "inlagg" | "news" | "nyheter" | "articles" | "artiklar"
        | "_posts" => Some("posts"),
        "sidor" | "about" => Some("pages"),
        "people" | "skribenter" | "författare" | "forfattare" | "bloggare" => Some("authors"),
        "nätverk" | "natverk" => Some("networks"),
        "taggar" | "etiketter" | "categories" | "ämnen" => Some("tags"),
        _ => None,
    };
    known.or_else(|| nearest(folder, SECTIONS.map(|(section, _)| section)))
}

/// Folders that hold files of a post, but no post.
fn folders_without_index(
    files: &[Found],
    unread: &[SourcePath],
    diagnostics: &mut Vec<Diagnostic>,
) {
    // Every folder that has Markdown of any name somewhere below it.
    let mut with_text: BTreeSet<&str> = BTreeSet::new();
    let mut bundles: BTreeSet<&str> = BTreeSet::new();
    let texts = files
        .iter()
        .filter(|file| file.path.as_str().ends_with(".md"));
    let mut last = "";
    for path in texts.map(|file| &file.path).chain(unread) {
        // A folder's files follow one another: look at its parents once.
        if path.folder() != last {
            with_text.extend(folders_of(path.folder()));
            last = path.folder();
        }
        if path.file_name() == "index.md" {
            bundles.insert(path.folder());
        }
    }
    let mut reported: BTreeSet<&str> = BTreeSet::new();
    for file in files.iter().filter(|file| file.kind == Kind::Media) {
        let folder = file.path.folder();
        let Some((section, _)) = below_section(folder) else {
            continue;
        };
        let exempts = |folder: &str| {
            bundles.contains(folder)
                || kind::is_shared(folder.rsplit('/').next().unwrap_or_default())
        };
        let inside = |folder: &&str| folder.len() > section.len();
        let is_exempt = folders_of(folder).filter(inside).any(exempts);
        if !is_exempt && !with_text.contains(folder) && reported.insert(folder) {
            diagnostics.push(report::ignored_file(
                &SourcePath::new(folder),
                message!("ignored-without-text"),
                message!("ignored-without-text-help"),
            ));
        }
    }
}

/// `content/posts` and what follows, if `folder` lies below a section.
fn below_section(folder: &str) -> Option<(&str, &str)> {
    let inside = folder.strip_prefix("content/")?;
    let (name, rest) = inside.split_once('/')?;
    kind::section(name)?;
    Some((&folder[.."content/".len() + name.len()], rest))
}

/// The folder and all folders that it lies in.
fn folders_of(folder: &str) -> impl Iterator<Item = &str> {
    let ends = folder.match_indices('/').map(|(at, _)| at);
    ends.chain([folder.len()]).map(move |end| &folder[..end])
}

/// Archived comments without a post.
fn comments_without_post(files: &[Found], diagnostics: &mut Vec<Diagnostic>) {
    for file in files.iter().filter(|file| file.kind == Kind::Comments) {
        let Some(stem) = file.path.as_str().strip_suffix(".comments.yaml") else {
            continue;
        };
        let post = SourcePath::new(&format!("{stem}.md"));
        if files
            .binary_search_by(|other| other.path.cmp(&post))
            .is_err()
        {
            diagnostics.push(report::ignored_file(
                &file.path,
                message!("ignored-without-post"),
                message!("ignored-without-post-help", post = post.file_name()),
            ));
        }
    }
}
