//! Tags, authors and networks: one idea, three kinds.
//!
//! Owns which names are one term, which profile belongs to it, and what people
//! call it. A term exists only through published posts. Must never know URLs.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Span, Spanned, site as report, suggest};
use crate::locale::Locale;
use crate::parse::document::{Name, Post, Profile, TermKind};
use crate::path::{Slug, SourcePath};

use super::PostId;
use super::names::{self, key, tidy};
use super::own::{self, OwnTerms};
use super::post_keys::PostKeys;

/// A tag, an author or a network with at least one published post.
#[derive(Debug, Clone)]
pub struct Term {
    /// Its kind.
    pub kind: TermKind,
    /// What readers see.
    pub name: String,
    /// Its part of the URL.
    pub slug: Slug,
    /// Its profile, where there is one.
    pub profile: Option<Arc<Profile>>,
    /// Its posts, newest first.
    pub posts: Vec<PostId>,
    /// Which of its first post's names of this kind is its own, for diagnostics
    /// ([`super::Site::named_in`]): a place in a text would be another after each edit.
    pub(super) named_by: usize,
}

/// All terms, each kind in its language's alphabetical order.
#[derive(Debug, Clone, Default)]
pub struct Terms {
    tags: Vec<Term>,
    authors: Vec<Term>,
    networks: Vec<Term>,
}

impl Terms {
    /// The terms of one kind, A–Ö.
    pub fn of(&self, kind: TermKind) -> &[Term] {
        match kind {
            TermKind::Tag => &self.tags,
            TermKind::Author => &self.authors,
            TermKind::Network => &self.networks,
        }
    }
}

/// Collects the terms of `posts` (newest first), and each post's own.
pub(super) fn collect(
    posts: (&[&Arc<Post>], &PostKeys),
    profiles: &[Arc<Profile>],
    default_author: Option<(&SourcePath, &Spanned<Name>)>,
    locale: &Locale,
) -> (Terms, Vec<OwnTerms>, Vec<Diagnostic>) {
    let column = |kind| column(kind, posts, profiles, default_author, locale);
    let (tags, (authors, networks)) = rayon::join(
        || column(TermKind::Tag),
        || rayon::join(|| column(TermKind::Author), || column(TermKind::Network)),
    );
    let mut columns = [tags, authors, networks];
    let places = columns
        .each_ref()
        .map(|column| (&*column.places, &*column.counts, &*column.order));
    let own = own::of_all(places, posts.0.len());
    let mut diagnostics = Vec::new();
    let [tags, authors, networks] = columns.each_mut().map(|column| {
        diagnostics.append(&mut column.diagnostics);
        std::mem::take(&mut column.terms)
    });
    let terms = Terms {
        tags,
        authors,
        networks,
    };
    (terms, own, diagnostics)
}

/// What is known of one kind.
struct Column {
    terms: Vec<Term>,
    /// What became of each term that was found; `None` if it is left out.
    order: Vec<Option<usize>>,
    /// The found terms of all posts, one post after the other.
    places: Vec<usize>,
    /// How many of them each post has.
    counts: Vec<usize>,
    diagnostics: Vec<Diagnostic>,
}

fn column(
    kind: TermKind,
    (posts, keys): (&[&Arc<Post>], &PostKeys),
    profiles: &[Arc<Profile>],
    default_author: Option<(&SourcePath, &Spanned<Name>)>,
    locale: &Locale,
) -> Column {
    let mut diagnostics = Vec::new();
    let mut table = Collector::new(kind, profiles, keys.numbers());
    let (mut places, mut counts) = (Vec::new(), Vec::with_capacity(posts.len()));
    for (id, post) in posts.iter().enumerate() {
        let before = places.len();
        let mut names = keys.names(id, kind);
        let default = default_author.filter(|_| kind == TermKind::Author && names.is_empty());
        let default_name = default.map(|(_, name)| keys.number(name.value.key()));
        names = default_name.as_ref().map_or(names, std::slice::from_ref);
        let found = names.iter().enumerate().filter_map(|(at, &name)| {
            let written = || written(post, kind, default, at);
            table.add(id, name, (at, &written), &mut diagnostics)
        });
        places.extend(found);
        counts.push(places.len() - before);
    }
    let (terms, order) = table.finish(locale, &mut diagnostics);
    Column {
        terms,
        order,
        places,
        counts,
        diagnostics,
    }
}

/// One of a post's names of a kind, or else the `default`, and the file in which it is
/// written.
fn written<'a>(
    post: &'a Post,
    kind: TermKind,
    default: Option<Written<'a>>,
    number: usize,
) -> Written<'a> {
    default.unwrap_or_else(|| (&post.source, &post.placement.names(kind)[number]))
}

/// A name and the file in which it is written.
type Written<'a> = (&'a SourcePath, &'a Spanned<Name>);

/// The terms of one kind while they are collected.
struct Collector<'a> {
    kind: TermKind,
    /// By id, as names are compared.
    by_id: BTreeMap<String, &'a Arc<Profile>>,
    /// By name, as names are compared; two profiles may have one name.
    by_name: BTreeMap<String, Vec<&'a Arc<Profile>>>,
    places: HashMap<String, usize>,
    /// Names as they are written, most of them many times.
    seen: Vec<Seen<'a>>,
    /// Which of them each number of a name is.
    by_number: Vec<Option<usize>>,
    found: Vec<Found<'a>>,
    /// Ids and names of all profiles, indexed when the first unknown one is met.
    near_ids: Option<suggest::Names<'a>>,
    near_names: Option<suggest::Names<'a>>,
}

/// A name as it is written.
struct Seen<'a> {
    name: &'a str,
    place: usize,
    count: usize,
    /// Whether it means one profile at most; what doesn't is reported each time.
    clear: bool,
}

/// A term in the order of first use.
struct Found<'a> {
    profile: Option<&'a Arc<Profile>>,
    spellings: BTreeMap<String, usize>,
    posts: Vec<PostId>,
    /// The first place that names it, and which of its post's names that is.
    named_in: (SourcePath, Span),
    named_by: usize,
}

impl<'a> Collector<'a> {
    fn new(kind: TermKind, profiles: &'a [Arc<Profile>], numbers: usize) -> Self {
        let mut table = Self {
            kind,
            by_id: BTreeMap::new(),
            by_name: BTreeMap::new(),
            places: HashMap::new(),
            seen: Vec::new(),
            by_number: vec![None; numbers],
            found: Vec::new(),
            near_ids: None,
            near_names: None,
        };
        for profile in profiles.iter().filter(|profile| profile.kind == kind) {
            table.by_id.insert(key(&profile.id), profile);
            table
                .by_name
                .entry(key(&profile.name.value))
                .or_default()
                .push(profile);
        }
        table
    }

    /// Adds a post to the term that a name means, known by its number, and looked up only
    /// if it is new; `None` if the post is on it already.
    fn add(
        &mut self,
        id: PostId,
        number: usize,
        (at, written): (usize, &dyn Fn() -> Written<'a>),
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<usize> {
        let known = self.by_number[number];
        let place = match known {
            Some(seen) if self.seen[seen].clear => self.seen[seen].place,
            _ => {
                let (file, name) = written();
                let (place, clear) = self.place(file, (at, name), diagnostics);
                if known.is_none() {
                    self.by_number[number] = Some(self.seen.len());
                    self.seen.push(Seen {
                        name: name.value.as_str(),
                        place,
                        count: 0,
                        clear,
                    });
                }
                place
            }
        };
        let seen = known.unwrap_or(self.seen.len() - 1);
        self.seen[seen].count += 1;
        let found = &mut self.found[place];
        if found.posts.last() == Some(&id) {
            let (file, name) = written();
            let (kind, text) = (self.kind, name.value.as_str());
            diagnostics.push(report::repeated_term(file, name.span, kind.word(), text));
            return None;
        }
        found.posts.push(id);
        Some(place)
    }

    /// The place of the term that `name` means, made if it is new, and whether it
    /// means one profile at most.
    fn place(
        &mut self,
        file: &SourcePath,
        (number, name): (usize, &Spanned<Name>),
        diagnostics: &mut Vec<Diagnostic>,
    ) -> (usize, bool) {
        let name_key = key(name.value.as_str());
        let named = self.by_name.get(&name_key).map_or(&[][..], Vec::as_slice);
        let by_id = self.by_id.get(&name_key);
        let unclear = match (by_id, named) {
            (None, [one, two, ..]) => Some(report::ambiguous_name(
                file,
                name.span,
                self.kind.word(),
                name.value.as_str(),
                [names::as_reported(one), names::as_reported(two)],
            )),
            _ => None,
        };
        let clear = unclear.is_none();
        diagnostics.extend(unclear);
        let profile = by_id.or(named.first()).copied();
        let place_key = profile.map_or(name_key, |profile| format!("\u{0}{}", profile.id));
        let next = self.found.len();
        let place = *self.places.entry(place_key).or_insert(next);
        if place == next {
            if profile.is_none() {
                diagnostics.extend(self.unknown(file, name));
            }
            self.found.push(Found {
                profile,
                spellings: BTreeMap::new(),
                posts: Vec::new(),
                named_in: (file.clone(), name.span),
                named_by: number,
            });
        }
        (place, clear)
    }

    /// An id of an author or a network that has no profile.
    fn unknown(&mut self, file: &SourcePath, name: &Spanned<Name>) -> Option<Diagnostic> {
        let text = name.value.as_str();
        let looks_like_id = || {
            Slug::from_text(text).is_some_and(|slug| slug.as_str() == text)
                && text.chars().any(|c| c.is_ascii_lowercase())
        };
        if self.kind == TermKind::Tag || !looks_like_id() {
            let near = self.near(text)?;
            let report = report::near_profile(
                file,
                name.span,
                self.kind.word(),
                text,
                names::as_reported(near),
            );
            return Some(report);
        }
        let profiles = self.by_id.values();
        let make = || suggest::Names::new(profiles.map(|profile| profile.id.as_str()));
        let near = self.near_ids.get_or_insert_with(make).nearest(text);
        Some(match self.kind {
            TermKind::Author => report::unknown_author(file, name.span, text, near),
            _ => report::unknown_network(file, name.span, text, near),
        })
    }

    /// The profile whose name a plain name probably misspells.
    fn near(&mut self, name: &str) -> Option<&'a Arc<Profile>> {
        if name.chars().count() < 6 {
            return None;
        }
        let profiles = self.by_name.values().flatten();
        let make = || suggest::Names::new(profiles.map(|profile| profile.name.value.as_str()));
        let near = self.near_names.get_or_insert_with(make).nearest(name)?;
        self.by_name.get(&key(near))?.first().copied()
    }

    /// The terms in alphabetical order, and where each of the found ones went.
    fn finish(
        mut self,
        locale: &Locale,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> (Vec<Term>, Vec<Option<usize>>) {
        let kind = self.kind;
        for seen in &self.seen {
            let spellings = &mut self.found[seen.place].spellings;
            *spellings.entry(tidy(seen.name)).or_default() += seen.count;
        }
        let mut named = Vec::with_capacity(self.found.len());
        for (place, found) in self.found.into_iter().enumerate() {
            let spellings = found.spellings.iter();
            let common = spellings.max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)));
            let written = common.map_or(String::new(), |(spelling, _)| spelling.clone());
            let name = found
                .profile
                .map_or(written, |profile| profile.name.value.clone());
            named.push((locale.sort_key(&name), name, place, found));
        }
        named.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
        let mut order = vec![None; named.len()];
        let mut terms = Vec::with_capacity(named.len());
        let mut named_in = Vec::with_capacity(named.len());
        for (_, name, place, found) in named {
            let id = found.profile.map(|profile| profile.id.as_str());
            let own = found.profile.and_then(|profile| profile.slug.as_ref());
            let own = own.map(|slug| slug.value.clone());
            let Some(slug) = own.or_else(|| Slug::from_text(id.unwrap_or(&name))) else {
                diagnostics.push(report::empty_term_slug(
                    &found.named_in.0,
                    found.named_in.1,
                    (kind.word(), kind.plural()),
                    &name,
                ));
                continue;
            };
            order[place] = Some(terms.len());
            let profile = found.profile.cloned();
            terms.push(Term {
                kind,
                name,
                slug,
                profile,
                posts: found.posts,
                named_by: found.named_by,
            });
            named_in.push(found.named_in);
        }
        diagnostics.extend(names::near_duplicates(&terms, &named_in));
        (terms, order)
    }
}
