//! All documents as one immutable [`Site`].
//!
//! Owns who is published, in what order, the terms (tags, authors and networks are
//! one idea in three kinds), neighbours and related posts. Must never know URLs,
//! templates or output paths.

mod identity;
mod names;
mod now;
mod present;
mod related;
mod statement;
mod terms;
mod translations;
mod visibility;

use std::sync::Arc;

use rayon::prelude::*;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Spanned, site as report};
use crate::locale::Locale;
use crate::parse::document::{Date, Name, Page, Post, Profile, TermKind};
use crate::path::SourcePath;
use crate::table::{self, Table};

use present::{changed, dated, modified};
use translations::{Translations, language};

pub use identity::permanent_id;
pub use now::Now;
pub use terms::{OwnTerms, Term, Terms};
pub use visibility::{Include, Withheld};

/// An index into [`Site::posts`].
pub type PostId = usize;

/// What parsing made of all files, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    /// Posts.
    pub posts: Vec<Arc<Post>>,
    /// Pages.
    pub pages: Vec<Arc<Page>>,
    /// Profiles of all kinds.
    pub profiles: Vec<Arc<Profile>>,
    /// Files of which nothing could be made: they exist, so that links to them
    /// raise no second error.
    pub broken: Vec<SourcePath>,
}

impl Documents {
    /// The next time after `now` at which the site changes without a file being
    /// touched: a document appears or expires, or a deadline passes.
    pub fn next_turn(
        &self,
        now: jiff::Timestamp,
        zone: &jiff::tz::TimeZone,
    ) -> Option<jiff::Timestamp> {
        visibility::next_turn(&self.posts, &self.pages, now, zone)
    }
}

/// The site at one instant. Nothing in it changes once it is made.
#[derive(Debug)]
pub struct Site {
    /// The configuration.
    pub config: Arc<Config>,
    /// Published posts, newest first.
    pub posts: Vec<PostEntry>,
    /// Published pages, in the order of their files.
    pub pages: Vec<PageEntry>,
    /// Tags, authors and networks of published posts.
    pub terms: Terms,
    /// What is not published, in the order of files.
    pub withheld: Vec<WithheldDocument>,
    /// "Now", read once.
    pub now: jiff::Timestamp,
    references: Table<SourcePath, Reference>,
    translations: Translations,
}

/// A published post and its place among the others.
#[derive(Debug)]
pub struct PostEntry {
    /// The post.
    pub post: Arc<Post>,
    /// Why the public doesn't see it, when it is included by a flag.
    pub withheld: Option<Withheld>,
    /// Its tags, authors and networks.
    pub terms: OwnTerms,
    /// When it last changed in substance.
    pub modified: Date,
}

impl PostEntry {
    /// The post's terms of one kind, in the order written.
    pub fn terms(&self, kind: TermKind) -> &[usize] {
        self.terms.of(kind)
    }
}

/// A published page.
#[derive(Debug)]
pub struct PageEntry {
    /// The page.
    pub page: Arc<Page>,
    /// Why the public doesn't see it, when it is included by a flag.
    pub withheld: Option<Withheld>,
}

/// A document that leaves no trace in the output.
#[derive(Debug, Clone)]
pub struct WithheldDocument {
    /// Its file.
    pub source: SourcePath,
    /// Its title.
    pub title: String,
    /// Why.
    pub reason: Withheld,
    /// When it appears or disappeared, where there is such a day.
    pub date: Option<Date>,
    /// What it is, for those who want to know where it would stand.
    pub document: Hidden,
}

/// A post or a page that is withheld.
#[derive(Debug, Clone)]
pub enum Hidden {
    /// A post.
    Post(Arc<Post>),
    /// A page.
    Page(Arc<Page>),
}

impl Hidden {
    /// Old addresses that would lead to it.
    pub fn aliases(&self) -> &[Spanned<String>] {
        match self {
            Self::Post(post) => &post.placement.aliases,
            Self::Page(page) => &page.aliases,
        }
    }
}

/// What a source file became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// A published post.
    Post(PostId),
    /// A published page.
    Page(usize),
    /// A term with posts.
    Term(TermKind, usize),
    /// A profile without published posts.
    Unused,
    /// A draft, a scheduled or an expired document.
    Withheld,
    /// A file with errors; it exists, but that is all that is known.
    Broken,
}

impl Site {
    /// Assembles a site. Pure: the clock's only reading is `now`.
    pub fn assemble(
        config: Arc<Config>,
        documents: &Documents,
        locale: &Locale,
        now: jiff::Timestamp,
        include: Include,
    ) -> (Self, Vec<Diagnostic>) {
        let mut withheld = Vec::new();
        let count = documents.posts.len() + documents.pages.len() + documents.profiles.len();
        let mut references = table::with_room(count + documents.broken.len());
        for source in &documents.broken {
            references.insert(source.clone(), Reference::Broken);
        }
        let when = (&*config, now, include);
        let shown = shown(documents, when, &mut withheld, &mut references);
        let posts: Vec<&Arc<Post>> = shown.iter().map(|(post, _)| post).collect();
        let default_author = config.default_author.as_ref();
        let default_author =
            default_author.map(|name| Spanned::new(Name::from(name.value.clone()), name.span));
        let default_author = default_author.as_ref().map(|name| (&config.source, name));
        let profiles = &documents.profiles;
        let ((terms, own, mut diagnostics), repeated) = rayon::join(
            || terms::collect(&posts, profiles, default_author, locale),
            || identity::check_unique(&posts, &config.language),
        );
        diagnostics.extend(repeated);
        drop(posts);
        let posts = shown.into_par_iter().zip(own);
        let posts = posts.map(|((post, withheld), terms)| PostEntry {
            modified: modified(&post, now),
            post,
            withheld,
            terms,
        });
        let posts: Vec<PostEntry> = posts.collect();
        let pages = pages(documents, when, &mut withheld, &mut references);
        refer(&posts, profiles, &terms, &mut references);
        let translations = translations::collect(&posts, &config, &mut diagnostics);
        withheld.sort_by(|a, b| a.source.cmp(&b.source));
        diagnostics.extend(statement::old_assessment(&config, now));
        (
            Self {
                config,
                posts,
                pages,
                terms,
                withheld,
                now,
                references,
                translations,
            },
            diagnostics,
        )
    }

    /// What became of a source file; `None` if no such document exists.
    pub fn reference(&self, source: &SourcePath) -> Option<Reference> {
        self.references.get(source).copied()
    }

    /// The post after this one in time.
    pub fn later(&self, id: PostId) -> Option<PostId> {
        id.checked_sub(1)
    }

    /// The post before this one in time.
    pub fn earlier(&self, id: PostId) -> Option<PostId> {
        (id + 1 < self.posts.len()).then_some(id + 1)
    }

    /// Posts that share rare terms with this one, best first.
    pub fn related(&self, id: PostId) -> Vec<PostId> {
        related::of_one(id, &self.posts, &self.terms, self.config.related)
    }

    /// The same text in other languages, newest first; one post a language.
    pub fn translations(&self, entry: &PostEntry) -> Vec<PostId> {
        let key = entry.post.placement.translation_key.as_ref();
        let all = key
            .and_then(|key| self.translations.get(key))
            .map_or(&[][..], Vec::as_slice);
        let language = |entry: &PostEntry| language(&entry.post, &self.config).to_lowercase();
        let own = language(entry);
        all.iter()
            .copied()
            .filter(|&id| language(&self.posts[id]) != own)
            .collect()
    }

    /// Every document that could be linked to, for "did you mean", sorted.
    pub fn linkable(&self) -> Vec<&SourcePath> {
        let mut paths: Vec<&SourcePath> = self.references.keys().collect();
        paths.sort();
        paths
    }

    /// Whether a deadline has passed: its instant, or the whole of its day.
    pub fn is_past(&self, deadline: &Date) -> bool {
        if deadline.has_time {
            return deadline.instant <= self.now;
        }
        let zone = self.config.timezone.clone();
        deadline.civil.date() < self.now.to_zoned_datetime(zone).date()
    }

    /// Corrections of published posts, newest first: post, and index in its list.
    pub fn corrections(&self) -> Vec<(PostId, usize)> {
        let mut all: Vec<(PostId, usize)> = (self.posts.iter().enumerate())
            .flat_map(|(id, entry)| {
                (0..entry.post.meta.corrections.len()).map(move |index| (id, index))
            })
            .collect();
        let instant = |&(id, index): &(PostId, usize)| {
            self.posts[id].post.meta.corrections[index].date.instant
        };
        all.sort_by_key(|place| (std::cmp::Reverse(instant(place)), *place));
        all
    }
}

/// The published posts, newest first; of one instant, in the order of their files.
fn shown(
    documents: &Documents,
    (config, now, include): (&Config, jiff::Timestamp, Include),
    withheld: &mut Vec<WithheldDocument>,
    references: &mut Table<SourcePath, Reference>,
) -> Vec<(Arc<Post>, Option<Withheld>)> {
    let judged = documents.posts.par_iter().map(|post| {
        let reason = visibility::of_post(post, now, &config.timezone);
        // Beside the post, since sorting looks at it often.
        let post = dated(post, now, config);
        (post.placement.date.instant, post, reason)
    });
    let judged: Vec<_> = judged.collect();
    let mut shown = Vec::with_capacity(judged.len());
    for (instant, post, reason) in judged {
        match reason {
            Some((reason, date)) if !include.admits(reason) => {
                references.insert(post.source.clone(), Reference::Withheld);
                withheld.push(WithheldDocument {
                    source: post.source.clone(),
                    title: post.meta.title.value.clone(),
                    reason,
                    date,
                    document: Hidden::Post(post),
                });
            }
            reason => shown.push((instant, post, reason.map(|(reason, _)| reason))),
        }
    }
    let posts = &documents.posts;
    debug_assert!(
        posts.is_sorted_by(|a, b| a.source <= b.source),
        "as promised"
    );
    shown.sort_by_key(|(instant, ..)| std::cmp::Reverse(*instant));
    let shown = shown.into_iter();
    shown.map(|(_, post, reason)| (post, reason)).collect()
}

/// What became of posts and profiles.
fn refer(
    posts: &[PostEntry],
    profiles: &[Arc<Profile>],
    terms: &Terms,
    references: &mut Table<SourcePath, Reference>,
) {
    for (id, entry) in posts.iter().enumerate() {
        references.insert(entry.post.source.clone(), Reference::Post(id));
    }
    for profile in profiles {
        references.insert(profile.source.clone(), Reference::Unused);
    }
    for kind in TermKind::ALL {
        for (index, term) in terms.of(kind).iter().enumerate() {
            if let Some(profile) = &term.profile {
                references.insert(profile.source.clone(), Reference::Term(kind, index));
            }
        }
    }
}

fn pages(
    documents: &Documents,
    (config, now, include): (&Config, jiff::Timestamp, Include),
    withheld: &mut Vec<WithheldDocument>,
    references: &mut Table<SourcePath, Reference>,
) -> Vec<PageEntry> {
    let mut pages = Vec::with_capacity(documents.pages.len());
    for page in &documents.pages {
        match visibility::of_page(page, now, &config.timezone) {
            Some((reason, date)) if !include.admits(reason) => {
                references.insert(page.source.clone(), Reference::Withheld);
                let title = page.title.value.clone();
                withheld.push(WithheldDocument {
                    source: page.source.clone(),
                    title,
                    reason,
                    date,
                    document: Hidden::Page(page.clone()),
                });
            }
            reason => {
                references.insert(page.source.clone(), Reference::Page(pages.len()));
                pages.push(PageEntry {
                    page: changed(page, now),
                    withheld: reason.map(|(reason, _)| reason),
                });
            }
        }
    }
    pages
}
