//! Markdown in one line, outside of documents: the filter `markdown` of templates, and
//! the texts of the configuration that go through it.
//!
//! Owns what such a text may link to. Must never know templates.

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Span, Spanned};
use crate::parse::document::{Body, HoleKind, Link, LinkTarget};
use crate::parse::{self, RawHtml, Settings};
use crate::path::{BaseUrl, SourcePath, UrlPath, encode_fragment};

/// One line of Markdown as HTML, cleaned as a post is. Links by path get the base path.
/// Links by file belong to documents and lead to the start page; those of the
/// configuration are reported ([`texts`]).
pub(super) fn render(text: &str, language: &str, base: &BaseUrl) -> String {
    let text = Spanned::new(text.to_owned(), Span::default());
    let (body, _) = convert(&SourcePath::new("templates"), &text, language, base);
    let mut html = String::with_capacity(body.html.len());
    let mut from = 0;
    for hole in &body.holes {
        let at = hole.at as usize;
        html.push_str(&body.html[from..at]);
        from = at;
        let HoleKind::Href(index) = hole.kind else {
            continue;
        };
        let (path, fragment) = match &body.links[index as usize].target {
            LinkTarget::Fragment(fragment) => (None, Some(fragment)),
            LinkTarget::File { fragment, .. } => (Some("/"), fragment.as_ref()),
            LinkTarget::Rooted { path, fragment, .. } => (Some(path.as_str()), fragment.as_ref()),
        };
        let url = path.map(|path| UrlPath::new(path).unwrap_or_else(|_| UrlPath::root()));
        html.push_str(&url.map_or_else(String::new, |url| base.href(&url)));
        html.extend(fragment.map(|fragment| format!("#{}", encode_fragment(fragment))));
    }
    html.push_str(&body.html[from..]);
    html
}

/// The links of the configuration's own texts, and what is wrong with these.
pub(super) fn texts(config: &Config) -> (Vec<Link>, Vec<Diagnostic>) {
    let mut links = Vec::new();
    let mut diagnostics = Vec::new();
    let statement = config.accessibility.iter();
    let shortcomings = statement.flat_map(|one| [&one.problems, &one.burden, &one.exempt]);
    let texts = shortcomings
        .flatten()
        .flat_map(|one| [Some(&one.text), one.reason.as_ref()]);
    for text in texts.flatten() {
        let (body, found) = convert(&config.source, text, &config.language, &config.base_url);
        links.extend(body.links);
        diagnostics.extend(found);
    }
    (links, diagnostics)
}

fn convert(
    file: &SourcePath,
    text: &Spanned<String>,
    language: &str,
    base: &BaseUrl,
) -> (Body, Vec<Diagnostic>) {
    let settings = Settings {
        language: language.to_owned(),
        timezone: jiff::tz::TimeZone::UTC,
        raw_html: RawHtml::Sanitize,
        default_author: false,
        base_url: Some(base.clone()),
        labels: parse::Labels::default(),
    };
    parse::markdown::inline(file, &text.value, text.span, language, &settings)
}
