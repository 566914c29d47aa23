//! What the address of a link or an image means.
//!
//! Owns the sorting of addresses into external ones, places on the site, and those
//! that must not be followed. Must never know whether anything is there.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::parse::document::{ImageTarget, LinkTarget};
use crate::path::misspelt;
use crate::path::{BaseUrl, SourcePath, external};

/// Schemes that a link may have.
const SCHEMES: &[&str] = &["https", "http", "mailto", "tel", "sms", "xmpp"];

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// Another site, or a program of the reader's; not yet escaped.
    External(String),
    /// The site itself.
    Site(LinkTarget),
    /// A scheme that is not known to be harmless.
    Unsafe(String),
    /// Above the site's folder.
    Outside,
    /// A host, an e-mail address or a number without its scheme; corrected.
    NoScheme(String),
    /// Its beginning is misspelt; corrected.
    Misspelt(String),
    /// A path as Windows writes it; corrected.
    Backslash(String),
    /// A template tag of another generator stands in it.
    Template(String),
    /// Nowhere.
    Empty,
    /// A host that no reader can reach, and the address corrected, if that is known.
    Unreachable(String, Option<String>),
}

/// Sorts an address, decoded from its entities, written in `file`. Whole addresses
/// below `base` are places on the site, so that they are looked for there.
pub(super) fn resolve(file: &SourcePath, base: Option<&BaseUrl>, written: &str) -> Address {
    // What browsers ignore must not hide anything: `java\nscript:`.
    let ignored = ['\t', '\n', '\r'];
    let cleaned = match written.contains(ignored) {
        true => Cow::Owned(written.replace(ignored, "")),
        false => Cow::Borrowed(written),
    };
    let address = cleaned.trim_matches(|c: char| c <= ' ');
    if address.is_empty() {
        return Address::Empty;
    }
    if let Some(tag) = template_tag(address) {
        return Address::Template(tag.to_owned());
    }
    if let Some(corrected) = misspelt::scheme(address) {
        return Address::Misspelt(corrected);
    }
    if let Some(address) = whole(base, address) {
        return address;
    }
    if let Some(corrected) = misspelt::missing_scheme(address) {
        return Address::NoScheme(corrected);
    }
    let parts = parts(address);
    if parts.path.contains('\\') {
        return Address::Backslash(address.replace('\\', "/"));
    }
    within(file, parts)
}

/// What an address with a host or a scheme of its own means.
fn whole(base: Option<&BaseUrl>, address: &str) -> Option<Address> {
    if let Some(host) = address.strip_prefix("//") {
        let address = format!("https://{host}");
        let rooted = Some(format!("/{}", host.trim_start_matches('/')));
        return own(base, &address).or_else(|| Some(outside(&address, rooted)));
    }
    let (scheme, rest) = scheme(address)?;
    let scheme = scheme.to_ascii_lowercase();
    if !SCHEMES.contains(&scheme.as_str()) {
        return Some(Address::Unsafe(scheme));
    }
    let address = format!("{scheme}:{rest}");
    own(base, &address).or_else(|| Some(outside(&address, None)))
}

/// The place on the site that is meant in this file.
fn within(file: &SourcePath, parts: Parts<'_>) -> Address {
    let Parts {
        path,
        query,
        fragment,
    } = parts;
    if path.starts_with('/') {
        return Address::Site(LinkTarget::Rooted {
            path: decode(path),
            query,
            fragment,
        });
    }
    let path = match fragment {
        Some(fragment) if path.is_empty() && query.is_none() => {
            return Address::Site(LinkTarget::Fragment(fragment));
        }
        _ if path.is_empty() => Some(file.clone()),
        _ => file.join(&decode(path)),
    };
    path.map_or(Address::Outside, |path| {
        Address::Site(LinkTarget::File {
            path,
            query,
            fragment,
        })
    })
}

/// A whole address on another site.
fn outside(address: &str, rooted: Option<String>) -> Address {
    match external(address) {
        Ok(address) => Address::External(address.into_owned()),
        Err(host) => Address::Unreachable(host.to_owned(), rooted),
    }
}

/// A whole address as a place on the site, if it is one.
fn own(base: Option<&BaseUrl>, address: &str) -> Option<Address> {
    let inside = base?.inside(address)?;
    let Parts {
        path,
        query,
        fragment,
    } = parts(&inside);
    Some(Address::Site(LinkTarget::Rooted {
        path: decode(path),
        query,
        fragment,
    }))
}

/// What an address without a scheme is made of.
struct Parts<'a> {
    /// As written.
    path: &'a str,
    /// With its `?`.
    query: Option<String>,
    /// Decoded, without its `#`.
    fragment: Option<String>,
}

fn parts(address: &str) -> Parts<'_> {
    let (path, fragment) = split(address, '#');
    let (path, query) = split(path, '?');
    Parts {
        path,
        query: query.map(|query| format!("?{query}")),
        fragment: fragment.map(fragment_of),
    }
}

/// Decoded, but for directives to the browser, `#id:~:text=…`, which no page looks at.
fn fragment_of(written: &str) -> String {
    let id = written.find(":~:").map_or(written, |at| &written[..at]);
    decode(id) + &written[id.len()..]
}

/// `{{ value }}` or `{% tag %}` of generators that run them, if there is one. `{` and
/// `}` may have come as `%7B` and `%7D`.
fn template_tag(address: &str) -> Option<&str> {
    let tag = |open: &str, close: &str| {
        let start = address.find(open)?;
        let end = address[start..].find(close)? + close.len();
        Some(&address[start..start + end])
    };
    if !address.contains('{') {
        return None;
    }
    tag("{{", "}}").or_else(|| tag("{%", "%}"))
}

/// Where an image's file lies; only files of the site have one.
pub(super) fn image(target: LinkTarget) -> Option<ImageTarget> {
    match target {
        LinkTarget::Fragment(_) => None,
        LinkTarget::File { path, .. } => Some(ImageTarget::File(path)),
        LinkTarget::Rooted { path, .. } => Some(ImageTarget::Rooted(path)),
    }
}

/// The scheme in front of the first `:`. Anything between the beginning and a `:`
/// counts, unless it has a `/`, `?`, `#` or a letter that no browser accepts there.
fn scheme(address: &str) -> Option<(&str, &str)> {
    let end = address.find([':', '/', '?', '#'])?;
    let (scheme, rest) = address.split_at(end);
    let rest = rest.strip_prefix(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.') || c < ' ');
    valid.then_some((scheme, rest))
}

fn split(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at)
        .map_or((text, None), |(before, after)| (before, Some(after)))
}

/// Percent-decodes; what would not be text stays as written.
fn decode(text: &str) -> String {
    percent_decode_str(text)
        .decode_utf8()
        .map_or_else(|_| text.to_owned(), |decoded| decoded.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(written: &str) -> Address {
        let base = BaseUrl::parse("https://blogg.example.se/mr/").expect("an address");
        resolve(
            &SourcePath::new("content/posts/2021/a.md"),
            Some(&base),
            written,
        )
    }

    fn file(path: &str, fragment: Option<&str>) -> Address {
        Address::Site(LinkTarget::File {
            path: SourcePath::new(path),
            query: None,
            fragment: fragment.map(str::to_owned),
        })
    }

    #[test]
    fn external_addresses() {
        let external = |text: &str| Address::External(text.into());
        assert_eq!(of("HTTPS://a.se/B"), external("https://a.se/B"));
        assert_eq!(of("//a.se/b"), external("https://a.se/b"));
        assert_eq!(of("mailto:a@b.se"), external("mailto:a@b.se"));
        assert_eq!(of("tel:+46 8"), external("tel:+46 8"));
    }

    #[test]
    fn places_on_the_site() {
        assert_eq!(of("b.md"), file("content/posts/2021/b.md", None));
        assert_eq!(
            of("../n.md#r%C3%A5d"),
            file("content/posts/n.md", Some("råd"))
        );
        assert_eq!(of("../annat/"), file("content/posts/annat", None));
        assert_eq!(of("a%20b.pdf"), file("content/posts/2021/a b.pdf", None));
        assert_eq!(
            of("?x#y"),
            Address::Site(LinkTarget::File {
                path: SourcePath::new("content/posts/2021/a.md"),
                query: Some("?x".into()),
                fragment: Some("y".into()),
            })
        );
        assert_eq!(of("#x"), Address::Site(LinkTarget::Fragment("x".into())));
        assert_eq!(
            of("/om/?a=1#b"),
            Address::Site(LinkTarget::Rooted {
                path: "/om/".into(),
                query: Some("?a=1".into()),
                fragment: Some("b".into()),
            })
        );
    }

    #[test]
    fn whole_addresses_of_the_site_itself() {
        let rooted = |path: &str, fragment: Option<&str>| {
            Address::Site(LinkTarget::Rooted {
                path: path.into(),
                query: None,
                fragment: fragment.map(str::to_owned),
            })
        };
        assert_eq!(
            of("https://blogg.example.se/mr/r%C3%A5d/#b"),
            rooted("/råd/", Some("b"))
        );
        assert_eq!(of("http://BLOGG.example.se/mr"), rooted("/", None));
        assert_eq!(of("//blogg.example.se/mr/a/"), rooted("/a/", None));
        for other in ["https://blogg.example.se/", "https://example.se/mr/"] {
            assert_eq!(of(other), Address::External(other.into()));
        }
    }

    #[test]
    fn hosts_that_no_reader_can_reach() {
        let to = |host: &str, rooted: Option<&str>| {
            Address::Unreachable(host.into(), rooted.map(str::to_owned))
        };
        assert_eq!(of("http://localhost:1111/a"), to("localhost", None));
        assert_eq!(of("HTTP://"), to("", None));
        assert_eq!(of("//2015/01/a/"), to("2015", Some("/2015/01/a/")));
        assert_eq!(of("///a/"), to("", Some("/a/")));
        assert_eq!(
            of("//göteborg.se/"),
            Address::External("https://xn--gteborg-90a.se/".into())
        );
    }

    #[test]
    fn directives_stay_as_they_are() {
        assert_eq!(
            of("b.md#r%C3%A5d:~:text=a%2Cb"),
            file("content/posts/2021/b.md", Some("råd:~:text=a%2Cb"))
        );
        assert_eq!(
            of("#:~:text=a"),
            Address::Site(LinkTarget::Fragment(":~:text=a".into()))
        );
    }

    #[test]
    fn template_tags_of_other_generators() {
        for (written, tag) in [
            ("{{ site.baseurl }}/om/", "{{ site.baseurl }}"),
            ("/bilder/{{ page.bild }}", "{{ page.bild }}"),
            (
                "{% post_url 2016-01-05-namn %}",
                "{% post_url 2016-01-05-namn %}",
            ),
            ("https://a.se/{{x}}", "{{x}}"),
        ] {
            assert_eq!(of(written), Address::Template(tag.into()));
        }
        assert!(matches!(of("a{b}.md"), Address::Site(_)));
    }

    #[test]
    fn what_must_not_be_followed() {
        for bad in [
            "javascript:x",
            "JaVaScRiPt:x",
            " javascript:x",
            "java\tscript:x",
            "java\nscript:x",
            "\u{1}javascript:x",
            "java\u{1}script:x",
            "vbscript:x",
            "data:text/html,x",
            "file:///etc/passwd",
            "C:\\x.doc",
            "view-source:x",
            "blob:x",
        ] {
            assert!(
                matches!(of(bad), Address::Unsafe(_)),
                "{bad:?} {:?}",
                of(bad)
            );
        }
        assert_eq!(of("../../../../x"), Address::Outside);
        assert_eq!(of("..%2f..%2f..%2f..%2fx"), Address::Outside);
        assert_eq!(of("www.a.se"), Address::NoScheme("https://www.a.se".into()));
        assert_eq!(of("a@b.se"), Address::NoScheme("mailto:a@b.se".into()));
        assert_eq!(of("a\\b.md"), Address::Backslash("a/b.md".into()));
        assert_eq!(of("/\\evil.se"), Address::Backslash("//evil.se".into()));
        assert_eq!(of(" "), Address::Empty);
    }
}
