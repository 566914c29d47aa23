//! Two claims on one URL are an error that names both: nothing is last-wins.

use std::borrow::Cow;
use std::collections::HashSet;

use rayon::prelude::*;

use crate::diagnostic::route::Claim;
use crate::diagnostic::{Diagnostic, Span, route as report};
use crate::locale::UrlWords;
use crate::message;
use crate::message::{Arg, Message};
use crate::path::{SourcePath, UrlPath};
use crate::site::Site;

use super::{Entry, Route};

/// Sorts the entries, and reports URLs that two of them claim (in any case, NFC) and
/// files that stand where another needs a folder. A file under `static/` replaces
/// robots.txt and the theme's own files at fixed names; that is the only precedence.
/// An old address may differ by case only from where it leads, or from another one that
/// leads there: those are the twins, by their places.
pub(super) fn resolve_claims(
    mut entries: Vec<Entry>,
    origin: Origin<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Entry>, Vec<usize>) {
    // In most parts they are in this order already, which a stable sort makes use of.
    entries.par_sort_by(|a, b| (&a.url, &a.route).cmp(&(&b.url, &b.route)));
    let (keys, any_below_index) = keys(&entries);
    let mut replaced = vec![false; entries.len()];
    let mut is_twin = vec![false; entries.len()];
    for (place, other) in shared(&keys, &entries) {
        let Some(other) = other else {
            is_twin[place] = true;
            continue;
        };
        match (&entries[other].route, &entries[place].route) {
            (default, Route::Static(_)) if is_default(default) => replaced[other] = true,
            (Route::Static(_), default) if is_default(default) => replaced[place] = true,
            // The pages and feeds of a term that collides itself say nothing new.
            (one, two) if is_below_a_term(one) && is_below_a_term(two) => {}
            // Files whose names differ by case are reported where they are found.
            (Route::Static(one), Route::Static(two)) if one != two => {}
            _ => {
                let both = (&entries[other], &entries[place]);
                diagnostics.push(collision(&entries[place].url, both, origin));
            }
        }
    }
    let keys = (&*keys, any_below_index);
    report_files_in_the_way(&entries, keys, origin, diagnostics);
    let mut place = 0;
    entries.retain(|_| {
        place += 1;
        !replaced[place - 1]
    });
    let kept = is_twin.iter().zip(&replaced).filter(|(_, gone)| !**gone);
    let twins = kept.enumerate().filter(|(_, (is_twin, _))| **is_twin);
    let twins = twins.map(|(place, _)| place).collect();
    (entries, twins)
}

/// What the entries come from: a site, and the words of its language in addresses.
pub(super) type Origin<'a> = (&'a Site, &'a UrlWords);

/// What an entry claims, and its place.
type Key<'a> = (Cow<'a, str>, usize);

/// What each entry claims, sorted; most often they are in this order already. And
/// whether any lies below an `index.html/`.
fn keys(entries: &[Entry]) -> (Vec<Key<'_>>, bool) {
    let mut any_below_index = false;
    let keys = entries.iter().map(|entry| {
        let key = entry.url.collision_key();
        any_below_index |= key.contains("index.html/");
        key
    });
    let mut keys: Vec<_> = keys.zip(0..).collect();
    keys.sort();
    (keys, any_below_index)
}

/// Places of entries that claim what another one claims, each with the first that does;
/// or with none, if it is an old address that leads to what has the others.
fn shared(keys: &[Key<'_>], entries: &[Entry]) -> Vec<(usize, Option<usize>)> {
    let mut shared = Vec::new();
    let same = keys.chunk_by(|(a, _), (b, _)| a == b);
    for same in same.filter(|same| same.len() > 1) {
        let target = |place: usize| match &entries[place].route {
            Route::Redirect(target, ..) => Some(target),
            _ => None,
        };
        let mut places: Vec<usize> = same.iter().map(|(_, place)| *place).collect();
        places.sort_by_key(|place| (target(*place).is_some(), *place));
        let mut owners = HashSet::from([target(places[0]).unwrap_or(&entries[places[0]].url)]);
        for &place in &places[1..] {
            let owner = target(place).unwrap_or(&entries[place].url);
            let is_new = owners.insert(owner) || target(place).is_none();
            shared.push((place, is_new.then_some(places[0])));
        }
    }
    shared.sort_unstable();
    shared
}

fn is_default(route: &Route) -> bool {
    matches!(
        route,
        Route::Robots | Route::Manifest | Route::ThemeAsset(_)
    )
}

fn is_below_a_term(route: &Route) -> bool {
    match route {
        Route::Term(_, _, number) => *number > 1,
        Route::Feed(scope, _) => *scope != super::Scope::Site,
        _ => false,
    }
}

/// A file without a folder of its own, where another route needs that folder.
fn report_files_in_the_way(
    entries: &[Entry],
    (keys, any_below_index): (&[Key<'_>], bool),
    origin: Origin<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut found: Vec<(usize, usize)> = Vec::new();
    // A page's file is in the way of nothing but what lies below an `index.html/`.
    for (at, (key, file)) in keys.iter().enumerate() {
        let is_page = key.is_empty() || key.ends_with('/');
        let inside = match is_page {
            true if !any_below_index => continue,
            true => {
                let folder = format!("{key}index.html/");
                let at = keys.partition_point(|(key, _)| **key < *folder);
                keys.get(at).filter(|(key, _)| key.starts_with(&folder))
            }
            // What lies in a folder of this name comes soon after it.
            false => keys[at + 1..]
                .iter()
                .take_while(|(other, _)| other.starts_with(&**key))
                .find(|(other, _)| other[key.len()..].starts_with('/')),
        };
        found.extend(inside.map(|(_, inside)| (*file, *inside)));
    }
    found.sort_unstable();
    for (file, inside) in found {
        let both = (&entries[file], &entries[inside]);
        diagnostics.push(collision(&entries[file].url, both, origin));
    }
}

fn collision(url: &UrlPath, both: (&Entry, &Entry), origin: Origin<'_>) -> Diagnostic {
    let (url, (one, two)) = (url.as_str(), both);
    let by_case = ![one, two]
        .iter()
        .all(|entry| entry.url.as_str().starts_with(url));
    let (one, two) = (claim(&one.route, origin), claim(&two.route, origin));
    report::collision((url, by_case), (&one, &two), &origin.0.config.source)
}

/// What claims a URL, where it stands, and what would move it.
fn claim(route: &Route, origin: Origin<'_>) -> Claim {
    let (site, words) = origin;
    let of = |what: Message, file: &SourcePath, span: Option<Span>, remedy: Message| Claim {
        what,
        file: Some((file.clone(), span)),
        remedy: Some(remedy),
    };
    let slug = |file: &SourcePath| message!("remedy-slug", files = Arg::any_of([file]));
    let first = |slug: Span, title: Span| Some(if slug.end > slug.start { slug } else { title });
    match route {
        Route::Post(id) => {
            let post = &site.posts[*id].post;
            let place = first(post.placement.slug.span, post.meta.title.span);
            let what = message!("claim-post");
            of(what, &post.source, place, slug(&post.source))
        }
        Route::Page(index) => {
            let page = &site.pages[*index].page;
            let place = first(page.slug_span, page.title.span);
            let what = message!("claim-page");
            of(what, &page.source, place, slug(&page.source))
        }
        Route::Term(kind, index, _) | Route::Feed(super::Scope::Term(kind, index), _) => {
            let term = &site.terms.of(*kind)[*index];
            let (file, span) = site.named_in(term);
            let (word, name) = (kind.word(), &term.name);
            let what = match route {
                Route::Term(..) => message!("claim-term", kind = word, name),
                _ => message!("claim-term-feed", kind = word, name),
            };
            let profile = term.profile.as_ref().map(|profile| profile.source.clone());
            let new = || format!("content/{}/{}.md", kind.plural(), term.slug);
            let profile = profile.unwrap_or_else(|| SourcePath::new(&new()));
            of(what, file, Some(span), slug(&profile))
        }
        Route::Redirect(target, source, span) => {
            let what = message!("claim-alias", target = target.as_str());
            let remedy = message!("remedy-alias", files = Arg::any_of([source]));
            of(what, source, Some(*span), remedy)
        }
        Route::Media(path) | Route::Static(path) => {
            let remedy = message!("remedy-file", files = Arg::any_of([path]));
            of(message!("claim-file"), path, None, remedy)
        }
        Route::Terms(kind) => {
            let what = message!("claim-terms", kind = kind.word());
            let key = kind.plural();
            let line = format!("taxonomies: {{{key}: …}}");
            let remedy = message!("remedy-terms", line);
            match site.config.taxonomies.of(*kind) {
                Some(path) => of(what, &site.config.source, Some(path.span), remedy),
                None if words.place(key).is_some() => word(what, key, origin),
                None => generated(what, Some(remedy)),
            }
        }
        _ => generated_claim(route, origin),
    }
}

const fn generated(what: Message, remedy: Option<Message>) -> Claim {
    Claim {
        what,
        file: None,
        remedy,
    }
}

/// What is made of the whole site, and of no file alone.
fn generated_claim(route: &Route, origin: Origin<'_>) -> Claim {
    let word = |what: Message, key: &str| word(what, key, origin);
    match route {
        Route::Archive | Route::ArchiveYear(_) => word(message!("claim-archive"), "archive"),
        Route::Search => word(message!("claim-search"), "search"),
        Route::SearchFile(_) => word(message!("claim-search-file"), "search"),
        Route::Subscribe => word(message!("claim-subscribe"), "subscribe"),
        Route::Corrections => word(message!("claim-corrections"), "corrections"),
        Route::Statement => word(message!("claim-statement"), "accessibility"),
        Route::Home(1) => generated(message!("claim-home"), None),
        Route::Home(_) => word(message!("claim-home-further"), "page"),
        Route::NotFound => generated(message!("claim-not-found"), None),
        Route::Feed(..) => generated(message!("claim-feed"), None),
        Route::Opml => generated(message!("claim-opml"), None),
        Route::Sitemap | Route::SitemapPart(_) => generated(message!("claim-sitemap"), None),
        Route::Robots => generated(message!("claim-robots"), None),
        Route::Manifest => generated(message!("claim-manifest"), None),
        _ => {
            let remedy = message!("remedy-theme-file");
            generated(message!("claim-theme-file"), Some(remedy))
        }
    }
}

/// What stands at a word of the language, which the site may write itself.
fn word(what: Message, key: &str, (site, words): Origin<'_>) -> Claim {
    let place = words.place(key);
    let file = match place {
        Some((file, _)) => file.to_string(),
        None => format!("themes/default/strings/{}.yaml", site.config.language),
    };
    let line = format!("words: {{{key}: …}}");
    Claim {
        what,
        file: place.map(|(file, span)| (file.clone(), Some(*span))),
        remedy: Some(message!("remedy-word", line, file)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What shares a key, as it does on a disk that knows no case: addresses that are left
    /// out there, and those that collide everywhere, each with what has the address.
    #[test]
    fn an_old_address_may_differ_by_case_only_from_those_of_its_own_document() {
        let url = |path: &str| UrlPath::new(path).expect("an address");
        let old = |path: &str, target: &str| Entry {
            url: url(path),
            route: Route::Redirect(url(target), SourcePath::new("a.md"), Span::new(0, 0)),
        };
        let page = |path: &str, index| Entry {
            url: url(path),
            route: Route::Page(index),
        };
        let entries = [
            old("/ÅR/", "/år/"),
            old("/B/index.html", "/b/"),
            old("/Gammal/", "/b/"),
            old("/GAMMAL/", "/år/"),
            old("/gammal/", "/b/"),
            old("/Pdf.PDF", "/b/"),
            old("/pdf.pdf", "/b/"),
            page("/b/", 0),
            page("/år/", 1),
        ];
        let (keys, _) = keys(&entries);
        let found = shared(&keys, &entries).into_iter();
        let found = found.map(|(place, other)| {
            let other = other.map(|other| entries[other].url.as_str());
            (entries[place].url.as_str(), other)
        });
        assert_eq!(
            found.collect::<Vec<_>>(),
            [
                ("/ÅR/", None),
                ("/B/", None),
                ("/GAMMAL/", Some("/Gammal/")),
                ("/gammal/", None),
                ("/pdf.pdf", None),
            ]
        );
    }
}
