//! The files that a theme publishes.
//!
//! Owns their names, which change with their content, and their integrity. A style
//! sheet that refers to another asset gets that one's new name. Must never know
//! templates or pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use sha2::{Digest, Sha384};

use super::ThemeFile;
use super::css;
use crate::diagnostic::suggest::nearest;
use crate::diagnostic::{Diagnostic, Span, template as diagnose};
use crate::path::{BaseUrl, SourcePath, UrlPath, encode_path};

/// A file that the theme publishes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its URL, `/assets/style.0123456789ab.css`, or at the root, `/favicon.svg`.
    pub url: UrlPath,
    /// What is published.
    pub bytes: Arc<[u8]>,
    /// `sha384-…`, for the attribute `integrity`.
    pub integrity: String,
}

/// Names and fingerprints all assets. The result is by path below `assets/`.
pub(super) fn publish(
    files: &BTreeMap<String, ThemeFile>,
    root_files: &[String],
    base_url: &BaseUrl,
    diagnostics: &mut Vec<Diagnostic>,
) -> BTreeMap<String, Asset> {
    let mut press = Press {
        files,
        root_files,
        base_url,
        done: BTreeMap::new(),
        open: Vec::new(),
        failed: BTreeSet::new(),
        diagnostics,
    };
    for path in files.keys() {
        press.publish(path);
    }
    press.done
}

/// What is known while assets are published, those first that others refer to.
struct Press<'a> {
    files: &'a BTreeMap<String, ThemeFile>,
    root_files: &'a [String],
    base_url: &'a BaseUrl,
    done: BTreeMap<String, Asset>,
    /// The style sheets whose references are being followed.
    open: Vec<String>,
    failed: BTreeSet<String>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

/// How many style sheets may import each other in a row.
const MAX_DEPTH: usize = 16;

impl Press<'_> {
    /// Publishes one asset and what it refers to; `None` if that is not possible.
    fn publish(&mut self, path: &str) -> Option<&Asset> {
        if !self.done.contains_key(path) && !self.failed.contains(path) {
            match self.make(path) {
                Some(asset) => {
                    self.done.insert(path.to_owned(), asset);
                }
                None => {
                    self.failed.insert(path.to_owned());
                }
            }
        }
        self.done.get(path)
    }

    /// The asset of a file.
    fn make(&mut self, path: &str) -> Option<Asset> {
        let file = self.files.get(path)?;
        let bytes = if path.ends_with(".css") {
            match file.text() {
                Some(text) => Arc::from(self.rewrite(path, file, &text).into_bytes()),
                None => {
                    self.diagnostics.push(diagnose::not_text(&file.path));
                    return None;
                }
            }
        } else {
            Arc::clone(&file.bytes)
        };
        let digest = Sha384::digest(&bytes);
        let url = if self.root_files.iter().any(|name| name == path) {
            UrlPath::new(&format!("/{path}"))
        } else {
            UrlPath::new(&fingerprinted(path, &digest))
        };
        match url {
            Ok(url) => Some(Asset {
                url,
                bytes,
                integrity: format!("sha384-{}", base64(&digest)),
            }),
            Err(problem) => {
                let message =
                    format!("the asset `{path}` can't be published under its name: {problem}");
                self.diagnostics.push(diagnose::asset(
                    &file.path,
                    None,
                    &message,
                    "give the file another name",
                ));
                None
            }
        }
    }

    /// A style sheet whose references have the published names.
    fn rewrite(&mut self, path: &str, file: &ThemeFile, text: &str) -> String {
        self.open.push(path.to_owned());
        let mut css = String::with_capacity(text.len() + 64);
        let mut copied = 0;
        for reference in css::references(text) {
            let Span { start, end } = reference.span;
            if let Some(address) = self.address(path, &file.path, &text[start..end], reference.span)
            {
                css.push_str(&text[copied..start]);
                css.push_str(&address);
                copied = end;
            }
        }
        css.push_str(&text[copied..]);
        self.open.pop();
        css
    }

    /// The published address of a reference; `None` if it stays as it is.
    fn address(
        &mut self,
        from: &str,
        file: &SourcePath,
        written: &str,
        span: Span,
    ) -> Option<String> {
        if written.is_empty() || written.starts_with('#') || starts_with_scheme(written, "data") {
            return None;
        }
        if written.starts_with("//") || starts_with_scheme(written, "") {
            self.diagnostics
                .push(diagnose::external(file, span, written));
            return None;
        }
        let tail = written.find(['?', '#']).unwrap_or(written.len());
        let (name, tail) = written.split_at(tail);
        if name.starts_with('/') {
            let url = UrlPath::parse(name).ok()?;
            return Some(format!("{}{tail}", self.base_url.href(&url)));
        }
        let decoded = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
        let target = SourcePath::new(from).join(&decoded);
        let Some(target) = target.filter(|target| self.files.contains_key(target.as_str())) else {
            let known = self.files.keys().map(String::as_str);
            let path = target_name(from, &decoded);
            self.diagnostics.push(diagnose::unknown_asset(
                file,
                span,
                &path,
                nearest(&path, known),
            ));
            return None;
        };
        if self.open.iter().any(|open| open == target.as_str()) || self.open.len() >= MAX_DEPTH {
            let message = format!("`{from}` imports `{target}`, which leads back to it");
            self.diagnostics.push(diagnose::asset(
                file,
                Some(span),
                &message,
                "import each style sheet from one that nothing imports",
            ));
            return None;
        }
        let source = self.url_of_sheet(from);
        let url = self.publish(target.as_str())?.url.clone();
        Some(format!("{}{tail}", relative(&source, url.as_str())))
    }

    /// The folder, as a URL, in which a style sheet is published.
    fn url_of_sheet(&self, path: &str) -> String {
        if self.root_files.iter().any(|name| name == path) {
            format!("/{path}")
        } else {
            format!("/assets/{path}")
        }
    }
}

/// `/assets/fonts/serif.0123456789ab.woff2`.
fn fingerprinted(path: &str, digest: &[u8]) -> String {
    let (folder, name) = path
        .rsplit_once('/')
        .map_or(("", path), |(folder, name)| (folder, name));
    let (stem, extension) = match name.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => (stem, Some(extension)),
        _ => (name, None),
    };
    let mut url = String::from("/assets/");
    if !folder.is_empty() {
        url.push_str(folder);
        url.push('/');
    }
    url.push_str(stem);
    url.push('.');
    for byte in &digest[..6] {
        // Writing to a String can't fail.
        let _ = write!(url, "{byte:02x}");
    }
    if let Some(extension) = extension {
        url.push('.');
        url.push_str(extension);
    }
    url
}

/// The address of one URL as seen from another, percent-encoded.
fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let folders = from.len().min(to.len()) - 1;
    let common = (0..folders).take_while(|i| from[*i] == to[*i]).count();
    let mut address = "../".repeat(from.len() - 1 - common);
    address.push_str(&encode_path(&to[common..].join("/")));
    address
}

/// What a reference would be called below `assets/`.
fn target_name(from: &str, reference: &str) -> String {
    SourcePath::new(from)
        .join(reference)
        .map_or_else(|| reference.to_owned(), |path| path.as_str().to_owned())
}

/// Whether an address begins with a scheme; any scheme, if `scheme` is empty.
fn starts_with_scheme(address: &str, scheme: &str) -> bool {
    let Some((before, _)) = address.split_once(':') else {
        return false;
    };
    let is_scheme = !before.is_empty()
        && before
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme && (scheme.is_empty() || before.eq_ignore_ascii_case(scheme))
}

/// Base64 with its usual alphabet and padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let mut bits = 0_usize;
        for index in 0..3 {
            bits = bits << 8 | usize::from(group.get(index).copied().unwrap_or(0));
        }
        for index in 0..4 {
            let letter = LETTERS[bits >> (18 - 6 * index) & 63];
            text.push(if index <= group.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_as_in_the_standard() {
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("\u{fb}ÿ", "w7vDvw=="),
        ];
        for (bytes, text) in cases {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn relative_addresses() {
        assert_eq!(relative("/assets/a.css", "/assets/b.png"), "b.png");
        assert_eq!(
            relative("/assets/css/a.css", "/assets/fonts/b c.woff2"),
            "../fonts/b%20c.woff2"
        );
        assert_eq!(relative("/assets/a.css", "/favicon.svg"), "../favicon.svg");
        assert_eq!(relative("/a.css", "/assets/b.png"), "assets/b.png");
    }
}
