//! All documents of a site, each parsed once.
//!
//! Owns what is remembered of a file between two loads: with the same bytes and the
//! same settings it means the same. Must never know what other files say of it.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Parsed};
use crate::parse::document::{Page, Post, Profile, TermKind};
use crate::parse::{self, Settings};
use crate::path::SourcePath;
use crate::site::Documents;
use crate::sources::{Kind, SourceFile, Sources};

/// What became of every document.
#[derive(Debug, Default)]
pub(super) struct Known {
    settings: Option<Settings>,
    /// For each of [`Kind::DOCUMENTS`], in the order of their paths.
    files: [Vec<Arc<File>>; Kind::DOCUMENTS.len()],
}

/// One parsed file.
#[derive(Debug)]
struct File {
    path: SourcePath,
    /// Hashes of the text and of the comments beside it.
    key: (u128, u128),
    document: Option<Document>,
    /// What it was when it was last sound, if it isn't now.
    last: Option<Document>,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Debug, Clone)]
enum Document {
    Post(Arc<Post>),
    Page(Arc<Page>),
    Profile(Arc<Profile>),
}

impl Document {
    fn is_draft(&self) -> bool {
        match self {
            Self::Post(post) => post.placement.draft,
            Self::Page(page) => page.draft,
            Self::Profile(_) => false,
        }
    }
}

/// Parses what `before` doesn't know, in parallel.
pub(super) fn parse(sources: &Sources, settings: &Settings, before: &Known) -> Known {
    let same = before.settings.as_ref() == Some(settings);
    let comments = sources.iter_kind(Kind::Comments);
    let comments: HashMap<SourcePath, &SourceFile> =
        comments.map(|file| (post_of(&file.path), file)).collect();
    let mut files: [Vec<Arc<File>>; Kind::DOCUMENTS.len()] = Default::default();
    for ((kind, known), old) in Kind::DOCUMENTS
        .into_iter()
        .zip(&mut files)
        .zip(&before.files)
    {
        let mut old = old.iter().peekable();
        let mut unknown = Vec::new();
        for (at, file) in sources.iter_kind(kind).enumerate() {
            // Both are in the order of paths; most often they are the same ones.
            let is_before = |old: &&Arc<File>| old.path != file.path && old.path < file.path;
            while old.next_if(is_before).is_some() {}
            let old = old.next_if(|old| old.path == file.path);
            let comments = match comments.is_empty() {
                true => None,
                false => comments.get(&file.path).copied(),
            };
            let key = (file.hash, comments.map_or(0, |file| file.hash));
            match old.filter(|old| same && old.key == key) {
                Some(old) => known.push(old.clone()),
                None => unknown.push((at, file, comments, old)),
            }
        }
        let parsed = unknown.into_par_iter().map(|(at, file, comments, old)| {
            let parsed = parse_file(file, comments, settings, old.map(|old| &**old));
            (at, Arc::new(parsed))
        });
        *known = merge(std::mem::take(known), parsed.collect());
    }
    Known {
        files,
        settings: Some(settings.clone()),
    }
}

/// Puts what is new at its places among the rest.
fn merge(rest: Vec<Arc<File>>, new: Vec<(usize, Arc<File>)>) -> Vec<Arc<File>> {
    let mut all = Vec::with_capacity(rest.len() + new.len());
    let mut rest = rest.into_iter();
    for (at, file) in new {
        all.extend(rest.by_ref().take(at - all.len()));
        all.push(file);
    }
    all.extend(rest);
    all
}

fn parse_file(
    file: &SourceFile,
    comments: Option<&SourceFile>,
    settings: &Settings,
    old: Option<&File>,
) -> File {
    let key = (file.hash, comments.map_or(0, |file| file.hash));
    let comments = comments.and_then(|file| Some((&file.path, file.text()?)));
    // What is no text was told by whoever read it.
    let (document, diagnostics) = match file.text() {
        Some(text) => parse_one(file, text, comments, settings),
        None => (None, Vec::new()),
    };
    let last = old.and_then(|old| old.last.as_ref().or(old.document.as_ref()));
    let is_sound = document.is_some() && !diagnostics.iter().any(stops);
    File {
        path: file.path.clone(),
        key,
        last: last.filter(|_| !is_sound).cloned(),
        document,
        diagnostics,
    }
}

impl Known {
    /// The documents in the order of their paths, and what is wrong with each. A file
    /// that isn't sound stays what it was before, if `stop` says that its diagnostics
    /// stop a build: then no build is different from what is shown. What calls itself a
    /// draft is believed, whatever else is wrong with it.
    pub(super) fn documents(
        &self,
        stop: &dyn Fn(&[Diagnostic]) -> bool,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Documents {
        let mut documents = Documents::default();
        documents.posts.reserve(self.files[0].len());
        for known in self.files.iter().flatten() {
            diagnostics.extend_from_slice(&known.diagnostics);
            let last = known.last.as_ref();
            let last = last.filter(|_| match &known.document {
                // No text at all, as its reader has told; or nothing of it is known.
                None => true,
                Some(document) => !document.is_draft() && stop(&known.diagnostics),
            });
            match last.or(known.document.as_ref()) {
                Some(Document::Post(post)) => documents.posts.push(post.clone()),
                Some(Document::Page(page)) => documents.pages.push(page.clone()),
                Some(Document::Profile(profile)) => documents.profiles.push(profile.clone()),
                None => documents.broken.push(known.path.clone()),
            }
        }
        documents
    }
}

/// Whether this stops a build whatever else is true of its file: a site can't lower
/// it, and it counts for drafts too.
fn stops(found: &Diagnostic) -> bool {
    found.code.guarded && found.is_error()
}

fn parse_one(
    file: &SourceFile,
    text: &str,
    comments: Option<(&SourcePath, &str)>,
    settings: &Settings,
) -> (Option<Document>, Vec<Diagnostic>) {
    let path = &file.path;
    match file.kind {
        Kind::Page => {
            let Parsed { value, diagnostics } = parse::page(path, text, settings);
            (value.map(Arc::new).map(Document::Page), diagnostics)
        }
        Kind::Author | Kind::Network | Kind::Tag => {
            let kind = match file.kind {
                Kind::Author => TermKind::Author,
                Kind::Network => TermKind::Network,
                _ => TermKind::Tag,
            };
            let Parsed { value, diagnostics } = parse::profile(kind, path, text, settings);
            (value.map(Arc::new).map(Document::Profile), diagnostics)
        }
        _ => {
            let Parsed { value, diagnostics } = parse::post(path, text, comments, settings);
            (value.map(Arc::new).map(Document::Post), diagnostics)
        }
    }
}

/// The post that archived comments belong to.
fn post_of(comments: &SourcePath) -> SourcePath {
    let path = comments.as_str();
    let stem = path.strip_suffix(".comments.yaml").unwrap_or(path);
    SourcePath::new(&format!("{stem}.md"))
}
