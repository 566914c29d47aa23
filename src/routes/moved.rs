//! What more can be said of an address at which nothing is, where its last part names a
//! post.
//!
//! Owns the comparison of one path with what is known of one post. Must never know how
//! many links lead there.

use super::near::Nearby;
use crate::config::Permalink;
use crate::diagnostic::{Diagnostic, link};
use crate::parse::document::{Placement, Post};
use crate::path::SourcePath;
use crate::site::{Reference, Site};

/// The problem with the one line that would end all of its kind, if there is one;
/// nothing if it follows from a front matter that can't be read.
pub(super) fn explain(
    problem: Diagnostic,
    path: &str,
    site: &Site,
    nearby: &Nearby<'_>,
) -> Option<Diagnostic> {
    let near = nearby.document(path).into_iter();
    let Some(post) = near.filter_map(|name| post(name, site)).next() else {
        return Some(problem);
    };
    if post.placement.unreadable {
        return None;
    }
    Some(match permalink(path, &post.placement) {
        Some(form) => link::fixed_by_permalinks(problem, &form),
        None => problem,
    })
}

fn post<'s>(name: &str, site: &'s Site) -> Option<&'s Post> {
    match site.reference(&SourcePath::new(name))? {
        Reference::Post(id) => Some(&site.posts[id].post),
        _ => None,
    }
}

/// The form of permalinks under which a post would stand at `path`: a blog that moves in
/// links to its posts where they were.
fn permalink(path: &str, placement: &Placement) -> Option<String> {
    let date = placement.date.civil;
    let mut fields = vec![
        ("{slug}", placement.slug.value.to_string()),
        ("{year}", format!("{:04}", date.year())),
        ("{month}", format!("{:02}", date.month())),
        ("{day}", format!("{:02}", date.day())),
    ];
    let segments = path.trim_matches('/').split('/');
    let segments = segments.map(|segment| {
        let known = fields.iter().position(|(_, value)| value == segment);
        known.map_or(segment, |at| fields.remove(at).0)
    });
    let segments: Vec<&str> = segments.collect();
    let form = format!("/{}/", segments.join("/"));
    let names_post = segments.contains(&"{slug}");
    (names_post && form.parse::<Permalink>().is_ok()).then_some(form)
}
