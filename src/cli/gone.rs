//! The addresses that a build took away, and what keeps them.
//!
//! Owns the guess at which document moved. Must never write anything.

use std::collections::HashMap;

use crate::message;
use crate::message::Message;
use crate::output::Report;
use crate::path::{OutPath, SourcePath};
use crate::pipeline::Ready;
use crate::routes::Route;

/// So many are named.
const NAMED: usize = 10;

/// One line an address at which there was a page, with what to write where its text has
/// another one now.
pub(super) fn lines(ready: &Ready, report: &Report) -> Vec<Message> {
    let gone: Vec<String> = report.removed.iter().filter_map(page).collect();
    let moved = Moved::new(ready, report, gone.len());
    let named = gone.iter().take(NAMED);
    let named: Vec<_> = named.map(|address| (address, moved.to(address))).collect();
    let is_advised = named.iter().any(|(_, source)| source.is_some());
    let line = |(address, source): (&String, Option<&SourcePath>)| match source {
        Some(file) => message!("build-gone-moved", address, file),
        None => message!("build-gone", address),
    };
    let mut lines: Vec<Message> = named.into_iter().map(line).collect();
    if gone.len() > NAMED {
        lines.push(message!("build-gone-more", count = gone.len() - NAMED));
    }
    if !gone.is_empty() && !is_advised {
        lines.push(message!("build-gone-help"));
    }
    lines
}

/// The address of a page, decoded.
fn page(path: &OutPath) -> Option<String> {
    let folder = path.as_str().strip_suffix("index.html")?;
    Some(format!("/{folder}"))
}

/// Documents at addresses that are new.
struct Moved<'a> {
    /// By the last part of the address; `None` if several share it.
    by_name: HashMap<String, Option<&'a SourcePath>>,
    /// The one that must have moved, since one page went and one came.
    only: Option<&'a SourcePath>,
}

impl<'a> Moved<'a> {
    fn new(ready: &'a Ready, report: &Report, gone: usize) -> Self {
        let new = report.created.iter().filter_map(|path| {
            let address = page(path)?;
            let source = match ready.routes.find(&address)?.route {
                Route::Post(id) => &ready.site.posts[id].post.source,
                Route::Page(index) => &ready.site.pages[index].page.source,
                _ => return None,
            };
            Some((name(&address).to_owned(), source))
        });
        let new: Vec<(String, &SourcePath)> = new.collect();
        let only = match &new[..] {
            [(_, source)] if gone == 1 => Some(*source),
            _ => None,
        };
        let mut by_name = HashMap::new();
        for (name, source) in new {
            let known = by_name.entry(name);
            known.and_modify(|one| *one = None).or_insert(Some(source));
        }
        Self { by_name, only }
    }

    fn to(&self, address: &str) -> Option<&'a SourcePath> {
        let same = self.by_name.get(name(address)).copied().flatten();
        same.or(self.only)
    }
}

fn name(address: &str) -> &str {
    let address = address.trim_end_matches('/');
    address.rsplit('/').next().unwrap_or(address)
}
