//! What an address is, as browsers understand it.
//!
//! Owns the decision whether it leaves the site, by the URL standard: no spelling of
//! another site's address may look like one's own. Must never know what is there.

use url::Url;

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// Nowhere: it is empty, `about:blank`, or a part of the same document.
    Here,
    /// What it leads to is in it: `data:`.
    Data,
    /// A file of the same site.
    Own {
        /// The path, percent-encoded as written; with a `/` at its beginning from the
        /// site's root, else from where the address stands.
        path: String,
        /// `?…` and `#…`.
        tail: String,
    },
    /// Another site, or a scheme that no file of this site has.
    Elsewhere,
}

/// Two places that differ in everything: what belongs to the site is found below each.
const SITES: [&str; 2] = ["http://one.invalid/a/", "https://two.invalid/a/"];

impl Address {
    /// Of an address as it stands in HTML or CSS, its escapes resolved.
    pub fn of(written: &str) -> Self {
        let clean = clean(written);
        if clean.is_empty() || clean.starts_with('#') {
            return Self::Here;
        }
        if let Ok(absolute) = Url::parse(&clean) {
            match absolute.scheme() {
                "data" => return Self::Data,
                "about" => return Self::Here,
                _ => {}
            }
        }
        if !SITES.iter().all(|site| stays_at(site, &clean)) {
            return Self::Elsewhere;
        }
        let tail = clean.find(['?', '#']).unwrap_or(clean.len());
        let (path, tail) = clean.split_at(tail);
        Self::Own {
            path: path.replace('\\', "/"),
            tail: tail.to_owned(),
        }
    }
}

fn stays_at(site: &str, address: &str) -> bool {
    let base = Url::parse(site).expect("a valid address, written above");
    base.join(address)
        .is_ok_and(|joined| joined.origin() == base.origin())
}

/// Without what browsers leave out before they look at an address.
fn clean(written: &str) -> String {
    written
        .trim_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect()
}
