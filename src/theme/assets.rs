//! The files that a theme publishes.
//!
//! Owns their names, which change with their content, and their integrity. A style
//! sheet that refers to another asset gets that one's new name. Must never know
//! templates or pages.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fmt::Write as _;
use std::sync::Arc;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use percent_encoding::percent_decode_str;
use sha2::{Digest, Sha384};

use super::ThemeFile;
use super::layers::is_style_sheet;
use crate::css::{self, Address, Kind, Reference};
use crate::diagnostic::suggest::Names;
use crate::diagnostic::{Diagnostic, Span, template as diagnose, theme as theme_report};
use crate::media::{self, Problem};
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

/// A path of the site in a style sheet: `url(/img/map.png)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rooted {
    /// The style sheet.
    pub file: SourcePath,
    /// Where the path stands in it.
    pub span: Span,
    /// What must be there.
    pub url: UrlPath,
}

/// What comes of a theme's `assets/`.
pub(super) struct Published {
    /// By path below `assets/`.
    pub(super) assets: BTreeMap<String, Asset>,
    pub(super) rooted: Vec<Rooted>,
}

/// Names and fingerprints all assets.
pub(super) fn publish(
    files: &BTreeMap<String, ThemeFile>,
    root_files: &[String],
    base_url: &BaseUrl,
    diagnostics: &mut Vec<Diagnostic>,
) -> Published {
    let mut press = Press {
        files,
        names: Names::new(files.keys().map(String::as_str)),
        root_files,
        base_url,
        done: BTreeMap::new(),
        rooted: Vec::new(),
        open: Vec::new(),
        failed: BTreeSet::new(),
        diagnostics,
    };
    for path in files.keys() {
        press.publish(path);
    }
    Published {
        assets: press.done,
        rooted: press.rooted,
    }
}

/// What is known while assets are published, those first that others refer to.
struct Press<'a> {
    files: &'a BTreeMap<String, ThemeFile>,
    names: Names<'a>,
    root_files: &'a [String],
    base_url: &'a BaseUrl,
    done: BTreeMap<String, Asset>,
    rooted: Vec<Rooted>,
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
        let bytes = self.bytes(path, file)?;
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
                integrity: format!("sha384-{}", BASE64_STANDARD.encode(digest)),
            }),
            Err(problem) => {
                let problem = theme_report::Asset::Name(path, problem);
                let diagnostic = theme_report::asset(&file.path, None, &problem);
                self.diagnostics.push(diagnostic);
                None
            }
        }
    }

    /// What is published of a file: pictures without metadata, style sheets with new names.
    fn bytes(&mut self, path: &str, file: &ThemeFile) -> Option<Arc<[u8]>> {
        if is_style_sheet(file) {
            let text = file.text()?;
            return Some(Arc::from(self.rewrite(path, file, &text).into_bytes()));
        }
        // By what is in it. Drawings of a theme may do what its scripts may.
        let is_drawing = media::Format::sniff(&file.bytes) == Some(media::Format::Svg);
        if is_drawing || !media::is_image("", &file.bytes) {
            return Some(Arc::clone(&file.bytes));
        }
        match media::publishable(&file.path.extension(), &file.bytes) {
            Ok((_, Cow::Borrowed(_))) => Some(Arc::clone(&file.bytes)),
            Ok((_, Cow::Owned(clean))) => Some(clean.into()),
            Err(problem) => {
                self.diagnostics.push(media::problem(&file.path, &problem));
                None
            }
        }
    }

    /// A style sheet whose references have the published names.
    fn rewrite(&mut self, path: &str, file: &ThemeFile, text: &str) -> String {
        self.open.push(path.to_owned());
        let rewritten = css::rewrite(text, |reference| {
            Ok::<_, Infallible>(self.address(path, &file.path, reference))
        });
        self.open.pop();
        let Ok(css) = rewritten;
        css.into_owned()
    }

    /// The published address of a reference; `None` if it stays as it is.
    fn address(&mut self, from: &str, file: &SourcePath, reference: &Reference) -> Option<String> {
        let span = Span::new(reference.place.start, reference.place.end);
        let problem = match (reference.kind, Address::of(&reference.text)) {
            (Kind::Computed, _) => theme_report::computed_address(file, span, &reference.text),
            (Kind::Sheet, Address::Data) => theme_report::embedded_sheet(file, span),
            (_, Address::Here) => return None,
            (Kind::File, Address::Data) => match media::embedded(&reference.text) {
                Ok(cleaned) => return cleaned,
                // No browser shows it as a picture.
                Err(Problem::NotAnImage) => return None,
                Err(problem) => media::embedded_problem(file, span, &problem),
            },
            (_, Address::Elsewhere) => theme_report::external(file, span, &reference.text),
            (_, Address::Own { path, tail }) if path.starts_with('/') => {
                return self.rooted(file, span, &path, &tail);
            }
            (_, Address::Own { path, tail }) => {
                return self.relative(from, file, span, &path, &tail);
            }
        };
        self.diagnostics.push(problem);
        None
    }

    /// The address of a path of the site; whether it is there is seen when all are known.
    fn rooted(&mut self, file: &SourcePath, span: Span, path: &str, tail: &str) -> Option<String> {
        match UrlPath::parse(path) {
            Ok(url) => {
                let address = format!("{}{tail}", self.base_url.href(&url));
                let file = file.clone();
                self.rooted.push(Rooted { file, span, url });
                Some(address)
            }
            Err(problem) => {
                let problem = theme_report::Asset::Path(path, problem);
                let diagnostic = theme_report::asset(file, Some(span), &problem);
                self.diagnostics.push(diagnostic);
                None
            }
        }
    }

    /// The address of another asset.
    fn relative(
        &mut self,
        from: &str,
        file: &SourcePath,
        span: Span,
        name: &str,
        tail: &str,
    ) -> Option<String> {
        let decoded = percent_decode_str(name).decode_utf8_lossy();
        let target = SourcePath::new(from).join(&decoded);
        let Some(target) = target.filter(|target| self.files.contains_key(target.as_str())) else {
            let path = target_name(from, &decoded);
            self.diagnostics.push(diagnose::unknown_asset(
                file,
                span,
                &path,
                self.names.nearest(&path),
            ));
            return None;
        };
        let leads_back = self.open.iter().any(|open| open == target.as_str());
        if leads_back || self.open.len() >= MAX_DEPTH {
            let problem = match leads_back {
                true => theme_report::Asset::Circle(from, target.as_str()),
                false => theme_report::Asset::TooDeep(MAX_DEPTH),
            };
            let diagnostic = theme_report::asset(file, Some(span), &problem);
            self.diagnostics.push(diagnostic);
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

#[cfg(test)]
mod tests {
    use super::*;

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
