//! Paths and URLs that are safe by construction.
//!
//! Owns [`SourcePath`] (a file of the site), [`Slug`] and [`UrlPath`] (a URL of the
//! site), [`OutPath`] (a file of the output) and [`BaseUrl`], the one place where
//! addresses are written. Must never know what lies behind a path.

use std::fmt;
use std::sync::Arc;

use icu_normalizer::ComposingNormalizerBorrowed;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// Composes to Unicode's form C, so that å typed on any system is one letter.
pub fn nfc(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    ComposingNormalizerBorrowed::new_nfc()
        .normalize(text)
        .into_owned()
}

/// A file of the site: relative to its root, `/` between segments, NFC.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourcePath(Arc<str>);

impl SourcePath {
    /// From a relative path; separators are `/`, the text becomes NFC.
    pub fn new(path: &str) -> Self {
        Self(nfc(path).into())
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder it lies in, without a final `/`; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The last segment.
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once('/').map_or(&self.0, |(_, name)| name)
    }

    /// The last segment without its extension.
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.')
            .map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
    }

    /// The extension in lower case, without its point; empty if there is none.
    pub fn extension(&self) -> String {
        match self.file_name().rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => extension.to_lowercase(),
            _ => String::new(),
        }
    }

    /// Resolves a decoded relative reference against this file's folder.
    /// `None` if it leaves the site's root.
    pub fn join(&self, reference: &str) -> Option<Self> {
        let mut segments: Vec<&str> = self.folder().split('/').filter(|s| !s.is_empty()).collect();
        for segment in reference.split('/') {
            match segment {
                "" | "." => {}
                ".." => {
                    segments.pop()?;
                }
                name => segments.push(name),
            }
        }
        Some(Self::new(&segments.join("/")))
    }
}

impl fmt::Display for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for SourcePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

/// One segment of a URL: lower-case letters and digits of any script, and `-`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Slug(Arc<str>);

impl Slug {
    /// Makes a slug: NFC, lower case, Latin letters without their marks, other
    /// scripts kept, `:` and apostrophes dropped (`SKR:s roll` → `skrs-roll`),
    /// anything else a single `-`. `None` if nothing is left. Idempotent.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut slug = String::with_capacity(text.len());
        let mut gap = false;
        for letter in nfc(text).chars().flat_map(char::to_lowercase) {
            if matches!(
                letter,
                ':' | '\'' | '’' | '‘' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}'
            ) {
                continue;
            }
            let start = slug.len();
            push_plain(letter, &mut slug);
            if slug.len() == start {
                gap = true;
            } else if gap && start > 0 {
                slug.insert(start, '-');
                gap = false;
            } else {
                gap = false;
            }
        }
        let slug = nfc(&slug);
        (!slug.is_empty()).then(|| Self(slug.into()))
    }

    /// The slug as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Appends `letter` as it stands in a slug, or nothing if it separates words.
fn push_plain(letter: char, slug: &mut String) {
    match letter {
        'a'..='z' | '0'..='9' => slug.push(letter),
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => slug.push('a'),
        'æ' => slug.push_str("ae"),
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => slug.push('c'),
        'ď' | 'đ' | 'ð' => slug.push('d'),
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => slug.push('e'),
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' | 'ǥ' => slug.push('g'),
        'ĥ' | 'ħ' => slug.push('h'),
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'į' | 'ı' => slug.push('i'),
        'ĵ' => slug.push('j'),
        'ķ' | 'ǩ' => slug.push('k'),
        'ĺ' | 'ļ' | 'ľ' | 'ł' => slug.push('l'),
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => slug.push('n'),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => slug.push('o'),
        'œ' => slug.push_str("oe"),
        'ŕ' | 'ŗ' | 'ř' => slug.push('r'),
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => slug.push('s'),
        'ß' => slug.push_str("ss"),
        'ţ' | 'ť' | 'ŧ' | 'ț' => slug.push('t'),
        'þ' => slug.push_str("th"),
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => slug.push('u'),
        'ŵ' => slug.push('w'),
        'ý' | 'ÿ' | 'ŷ' => slug.push('y'),
        'ź' | 'ż' | 'ž' | 'ʒ' | 'ǯ' => slug.push('z'),
        // Combining marks: a Latin letter's are dropped, Hebrew or Indic ones belong to the word.
        '\u{300}'..='\u{36f}' => {}
        other if other.is_alphanumeric() || is_mark(other) => slug.push(other),
        _ => {}
    }
}

/// Vowel signs and points of scripts whose words would fall apart without them.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{97f}')
}

/// Why a path from a user's file can't be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathProblem {
    /// Nothing, or an empty segment (`//`).
    Empty,
    /// `.` or `..`.
    Traversal,
    /// A backslash, a control character, or one that some file systems refuse.
    Character(char),
    /// A name that Windows reserves, or one that ends in a point or a space.
    Reserved,
    /// A segment of more than 200 bytes or a path of more than 900.
    TooLong,
    /// Percent-encoding that hides a separator, a traversal or broken UTF-8.
    Encoded,
}

impl fmt::Display for PathProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("it has an empty part"),
            Self::Traversal => f.write_str("it contains `.` or `..` as a part"),
            Self::Character(c) => write!(f, "it contains {:?}, which is not safe in a path", c),
            Self::Reserved => f.write_str(
                "a part of it is a name that some systems reserve, or ends in a point or a space",
            ),
            Self::TooLong => f.write_str("it is too long for some file systems"),
            Self::Encoded => f.write_str("its percent-encoding hides a separator or is not UTF-8"),
        }
    }
}

/// A decoded URL path of the site, NFC: begins with `/`, each segment is safe as a
/// file's name on every system; a final `/` means a page (`index.html`).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UrlPath(Arc<str>);

impl UrlPath {
    /// The start page.
    pub fn root() -> Self {
        Self("/".into())
    }

    /// From decoded text that begins with `/`.
    pub fn new(path: &str) -> Result<Self, PathProblem> {
        let path = nfc(path);
        let inner = path.strip_prefix('/').ok_or(PathProblem::Empty)?;
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        if !(inner.is_empty() && path == "/") {
            inner.split('/').try_for_each(check_segment)?;
        }
        if path.len() > 900 {
            return Err(PathProblem::TooLong);
        }
        Ok(Self(path.into()))
    }

    /// From text as users write it in `aliases`: percent-encoding is decoded once.
    pub fn parse(written: &str) -> Result<Self, PathProblem> {
        let decoded = percent_encoding::percent_decode_str(written)
            .decode_utf8()
            .map_err(|_| PathProblem::Encoded)?;
        let separators = |text: &str| text.matches('/').count();
        if separators(&decoded) != separators(written) || decoded.contains('%') {
            return Err(PathProblem::Encoded);
        }
        Self::new(&decoded)
    }

    /// A page's URL from safe segments: `/a/b/`.
    pub fn page<S: AsRef<str>>(segments: impl IntoIterator<Item = S>) -> Result<Self, PathProblem> {
        let mut path = String::from("/");
        for segment in segments {
            path.push_str(segment.as_ref());
            path.push('/');
        }
        Self::new(&path)
    }

    /// This page's URL with `rest` after it; `rest` has no leading `/`.
    pub fn join(&self, rest: &str) -> Result<Self, PathProblem> {
        Self::new(&format!("{}{rest}", self.0))
    }

    /// The decoded path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file behind it.
    pub fn to_out_path(&self) -> OutPath {
        let path = &self.0[1..];
        if path.is_empty() || path.ends_with('/') {
            OutPath(format!("{path}index.html").into())
        } else {
            OutPath(path.into())
        }
    }

    /// What two URLs must not share: case-folded.
    pub fn collision_key(&self) -> String {
        self.0.to_lowercase()
    }
}

impl fmt::Display for UrlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for UrlPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

/// Checks that a decoded segment is a portable file name.
fn check_segment(segment: &str) -> Result<(), PathProblem> {
    if segment.is_empty() {
        return Err(PathProblem::Empty);
    }
    if segment == "." || segment == ".." {
        return Err(PathProblem::Traversal);
    }
    if segment.len() > 200 {
        return Err(PathProblem::TooLong);
    }
    let unsafe_letter = |c: &char| {
        c.is_control()
            || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    if let Some(letter) = segment.chars().find(unsafe_letter) {
        return Err(PathProblem::Character(letter));
    }
    if segment.ends_with('.')
        || segment.ends_with(' ')
        || segment.starts_with(' ')
        || is_reserved(segment)
    {
        return Err(PathProblem::Reserved);
    }
    Ok(())
}

/// Names of devices on Windows, with or without an extension.
fn is_reserved(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or(segment).to_lowercase();
    match stem.as_str() {
        "con" | "prn" | "aux" | "nul" => true,
        _ => {
            let mut letters = stem.chars();
            let last = letters.next_back();
            matches!(letters.as_str(), "com" | "lpt")
                && last.is_some_and(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'))
        }
    }
}

/// A file of the output: relative, `/` between segments, never leaves its root.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OutPath(Arc<str>);

impl OutPath {
    /// From a relative path.
    pub fn new(path: &str) -> Result<Self, PathProblem> {
        path.split('/').try_for_each(check_segment)?;
        Ok(Self(path.into()))
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder it lies in; empty at the root.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

impl fmt::Display for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for OutPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

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
