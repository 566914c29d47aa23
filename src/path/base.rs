//! Where the site lives: the one place where addresses are written.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::UrlPath;

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

/// Percent-encodes a decoded path, `/` kept.
pub fn encode_path(path: &str) -> String {
    utf8_percent_encode(path, PATH).to_string()
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

impl BaseUrl {
    /// From `base_url`: http or https, a host, perhaps a path; no query or fragment.
    /// Returns what is wrong with it in words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (scheme, rest) = text
            .split_once("://")
            .ok_or("it does not begin with `https://`")?;
        let scheme = scheme.to_ascii_lowercase();
        if scheme != "http" && scheme != "https" {
            return Err(format!("`{scheme}` is neither http nor https"));
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if host.is_empty() {
            return Err("it has no host".into());
        }
        if !host
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'))
        {
            return Err(format!("`{host}` is not the name of a host"));
        }
        if path.contains(['?', '#']) {
            return Err("it has a `?` or a `#`".into());
        }
        let path = path.trim_matches('/');
        let mut encoded = String::new();
        if !path.is_empty() {
            let safe =
                UrlPath::parse(&format!("/{path}/")).map_err(|problem| problem.to_string())?;
            encoded = encode_path(safe.as_str().trim_end_matches('/'));
        }
        Ok(Self {
            origin: format!("{scheme}://{}", host.to_lowercase()),
            path: encoded,
        })
    }

    /// Root-relative, encoded, with the base path: for links inside the site.
    pub fn href(&self, url: &UrlPath) -> String {
        format!("{}{}", self.path, encode_path(url.as_str()))
    }

    /// Absolute and encoded: for canonical links and feeds.
    pub fn absolute(&self, url: &UrlPath) -> String {
        format!("{}{}{}", self.origin, self.path, encode_path(url.as_str()))
    }

    /// Makes a root-relative address absolute.
    pub fn absolute_href(&self, href: &str) -> String {
        format!("{}{href}", self.origin)
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
