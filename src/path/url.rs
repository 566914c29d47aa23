//! Decoded paths of the site and of its output, and what makes one unsafe.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::{lower, nfc};

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
    /// A part that begins with a point: hosts keep such files to themselves, or obey them.
    Hidden,
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
            Self::Hidden => f.write_str("a part of it begins with a point, as hidden files do"),
        }
    }
}

/// The file behind a URL that ends in `/`.
const INDEX: &str = "index.html";

/// A decoded URL path of the site, NFC: begins with `/`, each segment is safe as a
/// file's name on every system, none is hidden; a final `/` means a page. There is one
/// for each file: that of an `index.html` ends in its folder.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UrlPath(Arc<str>);

impl UrlPath {
    /// The start page.
    pub fn root() -> Self {
        Self("/".into())
    }

    /// From decoded text that begins with `/`.
    pub fn new(path: &str) -> Result<Self, PathProblem> {
        let url = Self::of_file(path)?;
        check_shown(&url.0)?;
        Ok(url)
    }

    /// From the path of a file that the site has itself, which may be hidden:
    /// `/.well-known/security.txt`.
    pub fn of_file(path: &str) -> Result<Self, PathProblem> {
        let path = nfc(path);
        let inner = path.strip_prefix('/').ok_or(PathProblem::Empty)?;
        let inner = inner.strip_suffix('/').unwrap_or(inner);
        if !(inner.is_empty() && path == "/") {
            inner.split('/').try_for_each(check_segment)?;
        }
        Self::of_checked(&path)
    }

    /// A decoded path as the one of its file is written, whether there is such a file:
    /// NFC, a folder for the `index.html` in it.
    pub fn canonical(path: &str) -> Cow<'_, str> {
        let is_index = |path: &str| {
            let folder = path.strip_suffix(INDEX);
            folder.is_some_and(|folder| folder.ends_with('/'))
        };
        match nfc(path) {
            Cow::Borrowed(path) if is_index(path) => {
                Cow::Borrowed(&path[..path.len() - INDEX.len()])
            }
            Cow::Owned(mut path) if is_index(&path) => {
                path.truncate(path.len() - INDEX.len());
                Cow::Owned(path)
            }
            path => path,
        }
    }

    /// From text as users write it in `aliases`: percent-encoding is decoded once.
    pub fn parse(written: &str) -> Result<Self, PathProblem> {
        Self::new(&decode(written)?)
    }

    /// From text as users write it where something of the site is named, which may be a
    /// hidden file of its own.
    pub fn parse_link(written: &str) -> Result<Self, PathProblem> {
        Self::of_file(&decode(written)?)
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
        if !self.0.ends_with('/') {
            return Self::new(&format!("{}{rest}", self.0));
        }
        // What comes before it has been looked at.
        let rest = nfc(rest);
        if !rest.is_empty() {
            let inner = rest.strip_suffix('/').unwrap_or(&rest);
            inner.split('/').try_for_each(check_segment)?;
            check_shown(inner)?;
        }
        Self::of_checked(&[&self.0, &*rest].concat())
    }

    fn of_checked(path: &str) -> Result<Self, PathProblem> {
        match path.len() > 900 {
            true => Err(PathProblem::TooLong),
            false => Ok(Self((*Self::canonical(path)).into())),
        }
    }

    /// The decoded path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file behind it.
    pub fn to_out_path(&self) -> OutPath {
        let path = &self.0[1..];
        if path.is_empty() || path.ends_with('/') {
            OutPath(format!("{path}{INDEX}").into())
        } else {
            OutPath(path.into())
        }
    }

    /// What two URLs must not share: the file behind them, in any case. That of a page
    /// is its folder, with a final `/` (nothing at the root).
    pub fn collision_key(&self) -> Cow<'_, str> {
        let path = lower(&self.0[1..]);
        match path.strip_suffix(INDEX) {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => {
                Cow::Owned(folder.to_owned())
            }
            _ => path,
        }
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

/// Decodes percent-encoding once; nothing that matters in a path may have hidden in it.
fn decode(written: &str) -> Result<Cow<'_, str>, PathProblem> {
    let decoded = percent_encoding::percent_decode_str(written)
        .decode_utf8()
        .map_err(|_| PathProblem::Encoded)?;
    let separators = |text: &str| text.matches('/').count();
    if separators(&decoded) != separators(written) || decoded.contains('%') {
        return Err(PathProblem::Encoded);
    }
    Ok(decoded)
}

/// Checks that no segment is hidden.
fn check_shown(path: &str) -> Result<(), PathProblem> {
    match path.starts_with('.') || path.contains("/.") {
        true => Err(PathProblem::Hidden),
        false => Ok(()),
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
    // nitton's own records in the output.
    let is_record = segment.starts_with('.') && segment.to_lowercase().starts_with(".nitton-");
    if is_record || segment.starts_with(' ') || is_reserved(segment) {
        return Err(PathProblem::Reserved);
    }
    Ok(())
}

/// Whether most of Windows can't open a file or folder of this name, nor delete it.
pub fn is_reserved(segment: &str) -> bool {
    segment.ends_with(['.', ' ']) || is_device(segment)
}

/// Names of devices on Windows, with or without an extension.
fn is_device(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or(segment);
    // `com¹` is the longest.
    if stem.len() > 5 {
        return false;
    }
    let is_one_of = |names: &[&str], text: &str| {
        let mut names = names.iter();
        names.any(|name| name.eq_ignore_ascii_case(text))
    };
    let mut letters = stem.chars();
    let last = letters.next_back();
    is_one_of(&["con", "prn", "aux", "nul"], stem)
        || last.is_some_and(|c| c.is_ascii_digit() || matches!(c, '¹' | '²' | '³'))
            && is_one_of(&["com", "lpt"], letters.as_str())
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

#[cfg(test)]
mod tests {
    use super::*;

    fn url(path: &str) -> UrlPath {
        UrlPath::new(path).expect("a safe path")
    }

    #[test]
    fn a_page_its_file_and_other_cases_of_both_are_one_place() {
        for (path, key) in [
            ("/", ""),
            ("/index.html", ""),
            ("/a/", "a/"),
            ("/A/Index.HTML", "a/"),
            ("/a", "a"),
            ("/a/Läs-index.html", "a/läs-index.html"),
            ("/ÅR/", "år/"),
        ] {
            assert_eq!(url(path).collision_key(), key, "{path}");
        }
    }

    #[test]
    fn a_file_has_one_address() {
        for (path, one) in [
            ("/index.html", "/"),
            ("/a/index.html", "/a/"),
            ("/a\u{30a}/index.html", "/å/"),
            ("/a/INDEX.html", "/a/INDEX.html"),
            ("/a/x-index.html", "/a/x-index.html"),
            ("/index.html/", "/index.html/"),
        ] {
            assert_eq!(url(path).as_str(), one, "{path}");
            assert_eq!(UrlPath::canonical(path), one, "{path}");
        }
    }

    #[test]
    fn nothing_hidden_has_an_address_but_a_file_of_the_sites_own() {
        for path in ["/.git/config", "/.htaccess", "/a/.b/", "/.well-known/x/"] {
            assert_eq!(UrlPath::new(path), Err(PathProblem::Hidden), "{path}");
            assert!(UrlPath::of_file(path).is_ok(), "{path}");
        }
        assert_eq!(UrlPath::parse("/%2ehtaccess"), Err(PathProblem::Hidden));
        assert_eq!(UrlPath::page([".git", "a"]), Err(PathProblem::Hidden));
        assert_eq!(url("/a/").join(".b/c"), Err(PathProblem::Hidden));
        assert_eq!(
            url("/a").join(".html").as_ref().map(UrlPath::as_str),
            Ok("/a.html")
        );
    }

    #[test]
    fn what_is_joined_is_checked_as_the_whole_is() {
        let parts = [
            "",
            "/",
            "b",
            "b/",
            "sida/2/",
            "..",
            "a//b",
            "/b",
            "CON",
            "com1.txt",
            "lpt²",
            "å",
            "a\u{30a}",
            "b:",
            " b",
            ".nitton-x",
            ".b",
            "index.html",
            "e\u{301}/",
        ];
        let long = "x".repeat(200);
        let deep = [&*long; 4].join("/");
        let parts = parts.into_iter().chain([&*long, &deep]);
        for rest in parts {
            for base in ["/", "/a/", "/a", "/å/b/"] {
                let whole = UrlPath::new(&format!("{base}{rest}"));
                assert_eq!(url(base).join(rest), whole, "{base} and {rest}");
            }
        }
        let most = url(&format!("/{deep}/"));
        assert_eq!(most.join(&long), Err(PathProblem::TooLong));
    }

    #[test]
    fn names_of_devices_are_refused_in_any_case() {
        for name in ["con", "Aux", "NUL.txt", "Com1", "LPT9.md", "com¹"] {
            let path = format!("/a/{name}");
            assert_eq!(UrlPath::new(&path), Err(PathProblem::Reserved), "{name}");
        }
        for name in ["cons", "com", "com10", "lptx", "auxx.txt"] {
            assert!(UrlPath::new(&format!("/{name}")).is_ok(), "{name}");
        }
    }
}
