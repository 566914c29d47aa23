//! Where the site lives: the one place where addresses are written.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::{PathProblem, UrlPath};

/// The WHATWG path percent-encode set, and `%` and quotes so that the result is
/// safe in any attribute.
const PATH: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'%')
    .add(b'\'')
    .add(b'[')
    .add(b']')
    .add(b'^')
    .add(b'|')
    .add(b'\\')
    .add(b'&');

/// The WHATWG fragment percent-encode set, and the same additions.
const FRAGMENT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'%')
    .add(b'\'')
    .add(b'&')
    .add(b'#');

/// What has no place in a query or a fragment.
const TAIL: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'\'')
    .add(b'{')
    .add(b'}')
    .add(b'\\');

/// Percent-encodes a decoded path, `/` kept.
pub fn encode_path(path: &str) -> String {
    encoded_path(path).into_owned()
}

/// The path itself where it has nothing to encode, as most have.
fn encoded_path(path: &str) -> Cow<'_, str> {
    utf8_percent_encode(path, PATH).into()
}

/// A query and a fragment, `?q=å#b`, as people write them: what stands for itself in an
/// address stays, an escape too, the rest is percent-encoded.
pub fn encode_tail(tail: &str) -> String {
    let is_escape = |rest: &str| {
        let digits = rest.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    let mut encoded = String::with_capacity(tail.len());
    for (at, part) in tail.split('%').enumerate() {
        match at {
            0 => {}
            _ if is_escape(part) => encoded.push('%'),
            _ => encoded.push_str("%25"),
        }
        encoded.extend(utf8_percent_encode(part, TAIL));
    }
    encoded
}

/// A whole address of any site as people write it: its host as machines know it, the
/// rest as [`encode_tail`] has it.
pub fn encode_address(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else {
        return encode_tail(address);
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, tail) = rest.split_at(end);
    let host = authority(host, &scheme.to_ascii_lowercase()).unwrap_or_else(|| encode_tail(host));
    format!("{scheme}://{host}{}", encode_tail(tail))
}

/// Percent-encodes a decoded fragment.
pub fn encode_fragment(id: &str) -> String {
    utf8_percent_encode(id, FRAGMENT).to_string()
}

/// Where the site lives: every address of the output is written by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    /// `https://host[:port]`.
    origin: String,
    /// Encoded, begins with `/`, no final `/`; empty at the host's root.
    path: String,
}

/// Why a text is no address of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoBaseUrl {
    /// Nothing says that it is an address.
    NoScheme,
    /// Neither http nor https.
    Scheme(String),
    /// There is nothing where the host belongs.
    NoHost,
    /// What can't be the name of a host.
    Host(String),
    /// It has a query or a fragment.
    Tail,
    /// It ends with the name of a file.
    File,
    /// Its path can't be one of a site.
    Path(PathProblem),
}

impl BaseUrl {
    /// From `base_url`: http or https, a host, perhaps a path; no query or fragment.
    pub fn parse(text: &str) -> Result<Self, NoBaseUrl> {
        let (scheme, rest) = text.split_once("://").ok_or(NoBaseUrl::NoScheme)?;
        let scheme = scheme.to_ascii_lowercase();
        if scheme != "http" && scheme != "https" {
            return Err(NoBaseUrl::Scheme(scheme));
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if host.is_empty() {
            return Err(NoBaseUrl::NoHost);
        }
        let authority = authority(host, &scheme).ok_or_else(|| NoBaseUrl::Host(host.to_owned()))?;
        if path.contains(['?', '#']) {
            return Err(NoBaseUrl::Tail);
        }
        let path = path.trim_matches('/');
        let last = path.rsplit('/').next().unwrap_or_default().to_lowercase();
        if [".html", ".htm", ".php"]
            .iter()
            .any(|ending| last.ends_with(ending))
        {
            return Err(NoBaseUrl::File);
        }
        let mut encoded = String::new();
        if !path.is_empty() {
            let safe = UrlPath::parse(&format!("/{path}/")).map_err(NoBaseUrl::Path)?;
            encoded = encode_path(safe.as_str().trim_end_matches('/'));
        }
        Ok(Self {
            origin: format!("{scheme}://{authority}"),
            path: encoded,
        })
    }

    /// Root-relative, encoded, with the base path: for links inside the site.
    pub fn href(&self, url: &UrlPath) -> String {
        [&self.path, &*encoded_path(url.as_str())].concat()
    }

    /// Absolute and encoded: for canonical links and feeds.
    pub fn absolute(&self, url: &UrlPath) -> String {
        [&self.origin, &self.path, &*encoded_path(url.as_str())].concat()
    }

    /// Makes a root-relative address absolute.
    pub fn absolute_href(&self, href: &str) -> String {
        format!("{}{href}", self.origin)
    }

    /// What a whole address names on this site, from its `/` on, query and fragment
    /// included: `None` if it leads elsewhere. http and https are one.
    pub fn inside(&self, address: &str) -> Option<String> {
        let (scheme, rest) = address.split_once("://")?;
        if !["http", "https"]
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known))
        {
            return None;
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, rest) = rest.split_at(end);
        if !self.is_host(host, scheme) {
            return None;
        }
        let end = rest.find(['?', '#']).unwrap_or(rest.len());
        let (path, tail) = rest.split_at(end);
        match self.below(path)? {
            "" => Some(format!("/{tail}")),
            below => Some(format!("{below}{tail}")),
        }
    }

    /// What of a written path lies below the base path, however that is encoded in it.
    fn below<'a>(&self, written: &'a str) -> Option<&'a str> {
        if let Some(below) = written.strip_prefix(&self.path)
            && (below.is_empty() || below.starts_with('/'))
        {
            return Some(below);
        }
        let segments = self.path.matches('/').count();
        let ends = written.match_indices('/').map(|(at, _)| at);
        let end = ends.chain([written.len()]).nth(segments)?;
        let (base, below) = written.split_at(end);
        let base = UrlPath::parse_link(base).ok()?;
        (encoded_path(base.as_str()) == self.path).then_some(below)
    }

    /// Whether this is the host, and the port, of this site.
    fn is_host(&self, written: &str, scheme: &str) -> bool {
        let own = self.origin.split_once("://").map(|(_, own)| own);
        // Of a host in ASCII only the case may be another; a port may have zeros before it.
        if written.is_ascii() && !written.contains(':') {
            return own.is_some_and(|own| own.eq_ignore_ascii_case(written));
        }
        authority(written, &scheme.to_ascii_lowercase()).as_deref() == own
    }

    /// `https://host`, without a final `/`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The encoded base path without a final `/`; empty at the host's root.
    pub fn base_path(&self) -> &str {
        &self.path
    }
}

/// `host[:port]` as it stands in URLs: A-labels (IDNA, UTS 46), lower case. `None` if
/// it is none. The port that `scheme` has anyway is left out, as browsers do.
fn authority(written: &str, scheme: &str) -> Option<String> {
    let (host, port) = match written.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (written, None),
    };
    let port = match port {
        None => String::new(),
        Some(port) => match (scheme, port.parse::<u16>().ok()?) {
            ("https", 443) | ("http", 80) => String::new(),
            (_, port) => format!(":{port}"),
        },
    };
    if let Some(address) = host.strip_prefix('[').and_then(|h| h.strip_suffix(']')) {
        let address: std::net::Ipv6Addr = address.parse().ok()?;
        return Some(format!("[{address}]{port}"));
    }
    let host = idna::domain_to_ascii_cow(host.as_bytes(), idna::AsciiDenyList::URL).ok()?;
    let named = !host.is_empty() && host.split('.').all(|label| !label.is_empty());
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    (named && host.chars().all(plain)).then(|| format!("{host}{port}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(written: &str) -> Result<String, NoBaseUrl> {
        BaseUrl::parse(written).map(|url| url.origin().to_owned())
    }

    #[test]
    fn names_of_hosts_are_written_as_machines_know_them() {
        for (written, origin_of) in [
            ("https://Blogg.Example.SE/", "https://blogg.example.se"),
            ("https://räksmörgås.se/", "https://xn--rksmrgs-5wao1o.se"),
            ("https://RÄKSMÖRGÅS.se", "https://xn--rksmrgs-5wao1o.se"),
            (
                "https://ra\u{308}ksmörgås.se",
                "https://xn--rksmrgs-5wao1o.se",
            ),
            (
                "https://xn--rksmrgs-5wao1o.se/",
                "https://xn--rksmrgs-5wao1o.se",
            ),
            (
                "https://मानव.example:8080/",
                "https://xn--l2blw8a.example:8080",
            ),
            ("http://localhost:8000/", "http://localhost:8000"),
            ("http://[::1]:8000/", "http://[::1]:8000"),
            ("http://127.0.0.1/", "http://127.0.0.1"),
            ("https://a.se:443/", "https://a.se"),
            ("http://a.se:0080/", "http://a.se"),
            ("http://a.se:443/", "http://a.se:443"),
        ] {
            assert_eq!(origin(written).as_deref(), Ok(origin_of), "{written}");
        }
        for wrong in [
            "https://a b.se/",
            "https://a..se/",
            "https://a.se:port/",
            "https://a.se:99999/",
            "https://user@a.se/",
            "https://[::x]/",
            "https://a_%20.se/",
            "https://xn--a.se/",
            "https:///",
            "https://a.se/index.html",
            "https://a.se/blogg/Index.HTM",
        ] {
            assert!(origin(wrong).is_err(), "{wrong} {:?}", origin(wrong));
        }
    }

    #[test]
    fn what_follows_a_path_is_encoded_once() {
        for (written, encoded) in [
            ("?q=å ä&b=\"1\"#c%20d", "?q=%C3%A5%20%C3%A4&b=%221%22#c%20d"),
            ("?100%", "?100%25"),
            ("?%zz%e5", "?%25zz%e5"),
            ("#råd", "#r%C3%A5d"),
        ] {
            assert_eq!(encode_tail(written), encoded);
            assert_eq!(encode_tail(encoded), encoded);
        }
        for (written, encoded) in [
            (
                "https://Göteborg.se:443/råd ?å",
                "https://xn--gteborg-90a.se/r%C3%A5d%20?%C3%A5",
            ),
            ("mailto:a@b.se", "mailto:a@b.se"),
            ("tel:+46-8-1", "tel:+46-8-1"),
            ("https://u@ö.se/", "https://u@%C3%B6.se/"),
        ] {
            assert_eq!(encode_address(written), encoded);
        }
    }

    #[test]
    fn whole_addresses_of_the_site_are_known() {
        let site = BaseUrl::parse("https://råd.se/en blogg/").expect("an address");
        for (address, path) in [
            ("https://råd.se/en%20blogg/", Some("/")),
            ("https://RÅD.se/en%20blogg", Some("/")),
            ("HTTP://xn--rd-yia.se/en%20blogg/a/?b#c", Some("/a/?b#c")),
            ("https://råd.se/en%20blogg#c", Some("/#c")),
            ("https://råd.se/en blogg/a/", Some("/a/")),
            ("https://råd.se/%65n%20blogg?b", Some("/?b")),
            ("https://råd.se/en%20blogg//a/", Some("//a/")),
            ("https://råd.se/en%20blogg%2Fa/", None),
            ("https://råd.se/en%20bloggen/", None),
            ("https://råd.se/annat/", None),
            ("https://råd.se/", None),
            ("https://råd.se:8000/en%20blogg/", None),
            ("https://www.råd.se/en%20blogg/", None),
            ("mailto:a@råd.se", None),
            ("/en%20blogg/", None),
        ] {
            assert_eq!(site.inside(address).as_deref(), path, "{address}");
        }
        let letters = BaseUrl::parse("https://a.se/blögg/x/").expect("an address");
        for (address, path) in [
            ("https://a.se/blögg/x/å/", Some("/å/")),
            ("https://a.se/blo\u{308}gg/x/", Some("/")),
            ("https://a.se/bl%C3%B6gg/x/b/", Some("/b/")),
            ("https://a.se/bl%c3%b6gg/x#c", Some("/#c")),
            ("https://a.se/blögg/", None),
            ("https://a.se/blögg/xy/", None),
            ("https://a.se/blogg/x/", None),
            ("https://a.se/bl%f6gg/x/", None),
        ] {
            assert_eq!(letters.inside(address).as_deref(), path, "{address}");
        }
        let root = BaseUrl::parse("https://a.se/").expect("an address");
        assert_eq!(root.inside("https://a.se").as_deref(), Some("/"));
        assert_eq!(root.inside("http://A.SE/b/").as_deref(), Some("/b/"));
        assert_eq!(root.inside("https://a.se:443/b/").as_deref(), Some("/b/"));
        assert_eq!(root.inside("https://a.se:444/b/"), None);
        let port = BaseUrl::parse("http://localhost:80/").expect("an address");
        assert_eq!(
            port.inside("http://LOCALHOST:0080/b/").as_deref(),
            Some("/b/")
        );
        assert_eq!(port.inside("http://localhost/b/").as_deref(), Some("/b/"));
        assert_eq!(root.inside("https://a.se.ond.example/b/"), None);
        assert_eq!(root.inside("https://a.se@ond.example/"), None);
    }
}
