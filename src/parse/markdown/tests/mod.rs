//! What Markdown becomes, seen from outside.

mod diagnostics;
mod features;
mod html;
mod properties;
mod spec;
mod xss;

use std::cell::RefCell;

use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use jiff::tz::TimeZone;

use super::{body, inline};
use crate::diagnostic::{Diagnostic, Severity, Span};
use crate::parse::RawHtml;
use crate::parse::document::{Body, HoleKind, ImageTarget, LinkTarget};
use crate::parse::settings::{Labels, Settings};
use crate::path::SourcePath;

const FILE: &str = "content/posts/2021/a.md";

fn settings(raw_html: RawHtml) -> Settings {
    Settings {
        language: "sv".into(),
        timezone: TimeZone::UTC,
        raw_html,
        default_author: false,
        base_url: None,
        labels: Labels {
            lang: "sv".into(),
            note: "Obs!".into(),
            tip: "Tips".into(),
            important: "Viktigt".into(),
            warning: "Varning".into(),
            caution: "Se upp".into(),
            footnotes: "Fotnoter".into(),
            footnote: "Fotnot {n}".into(),
            footnote_back: "Tillbaka till texten, fotnot {n}".into(),
            task_done: "Klart".into(),
            task_open: "Inte klart".into(),
        },
    }
}

fn parse_with(raw_html: RawHtml, lang: &str, text: &str) -> (Body, Vec<Diagnostic>) {
    let file = SourcePath::new(FILE);
    body(&file, text, 0, "", "a", lang, &settings(raw_html))
}

fn parse(text: &str) -> (Body, Vec<Diagnostic>) {
    parse_with(RawHtml::Sanitize, "sv", text)
}

/// The HTML with its holes shown as `{href:…}` and `{src:…}`.
fn shown(body: &Body) -> String {
    let mut html = String::new();
    let mut from = 0;
    for hole in &body.holes {
        let at = hole.at as usize;
        html.push_str(&body.html[from..at]);
        from = at;
        html.push_str(&match hole.kind {
            HoleKind::Href(link) => match &body.links[link as usize].target {
                LinkTarget::Fragment(id) => format!("{{href:#{id}}}"),
                LinkTarget::File {
                    path,
                    query,
                    fragment,
                } => {
                    let query = query.as_deref().unwrap_or_default();
                    let fragment = fragment.as_ref().map(|id| format!("#{id}"));
                    format!("{{href:{path}{query}{}}}", fragment.unwrap_or_default())
                }
                LinkTarget::Rooted {
                    path,
                    query,
                    fragment,
                } => {
                    let query = query.as_deref().unwrap_or_default();
                    let fragment = fragment.as_ref().map(|id| format!("#{id}"));
                    format!("{{href:{path}{query}{}}}", fragment.unwrap_or_default())
                }
            },
            HoleKind::Before(_) | HoleKind::After(_) => String::new(),
            HoleKind::Src(image) => match &body.images[image as usize].target {
                ImageTarget::File(path) => format!(" {{src:{path}}}"),
                ImageTarget::Rooted(path) => format!(" {{src:{path}}}"),
            },
        });
    }
    html.push_str(&body.html[from..]);
    html
}

/// Diagnostics as `code [the text they point to]`.
fn brief(text: &str, diagnostics: &[Diagnostic]) -> Vec<String> {
    diagnostics
        .iter()
        .map(|problem| {
            let span = problem.span.unwrap_or_default();
            let mark = if problem.severity == Severity::Error {
                ""
            } else {
                "warning "
            };
            format!(
                "{mark}{} [{}]",
                problem.code.name,
                &text[span.start..span.end]
            )
        })
        .collect()
}

/// Checks the HTML of a Swedish text without problems.
#[track_caller]
fn check(text: &str, expected: &str) {
    check_in("sv", text, expected);
}

#[track_caller]
fn check_in(lang: &str, text: &str, expected: &str) {
    let (body, diagnostics) = parse_with(RawHtml::Sanitize, lang, text);
    assert_eq!(shown(&body).trim_end(), expected);
    assert_eq!(brief(text, &diagnostics), [""; 0]);
}

/// Checks what is said about a text.
#[track_caller]
fn check_problems(text: &str, expected: &[&str]) {
    let (_, diagnostics) = parse(text);
    assert_eq!(brief(text, &diagnostics), expected);
}

fn inline_of(text: &str) -> (Body, Vec<Diagnostic>) {
    let file = SourcePath::new(FILE);
    let span = Span::new(100, 100 + text.len());
    inline(&file, text, span, "sv", &settings(RawHtml::Sanitize))
}

/// A tag as a browser's tokenizer sees it.
enum Tag {
    Start(String, Vec<(String, String)>),
    End(String),
}

/// The tags of HTML, by a tokenizer that is not ours.
fn tags(html: &str) -> Vec<Tag> {
    struct Sink(RefCell<Vec<Tag>>);
    impl TokenSink for Sink {
        type Handle = ();
        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            if let Token::TagToken(tag) = token {
                let name = tag.name.to_string();
                self.0.borrow_mut().push(match tag.kind {
                    TagKind::EndTag => Tag::End(name),
                    TagKind::StartTag => {
                        let attributes = tag.attrs.into_iter();
                        Tag::Start(
                            name,
                            attributes
                                .map(|a| (a.name.local.to_string(), a.value.to_string()))
                                .collect(),
                        )
                    }
                });
            }
            TokenSinkResult::Continue
        }
    }
    let input = BufferQueue::default();
    input.push_back(html.into());
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}
