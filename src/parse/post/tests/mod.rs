//! Posts from front matter, and what their tests share.

mod dates;
mod keys;
mod secrecy;
mod syntax;
mod toml;
mod values;

use super::*;
use crate::diagnostic::Diagnostic;
use crate::parse::document::ImageTarget;
use crate::parse::testing::{assert_spans, brief, settings};

const FILE: &str = "content/posts/test.md";

fn parse(file: &str, text: &str) -> (Post, Vec<Diagnostic>) {
    let parsed = post(&SourcePath::new(file), text, None, &settings());
    assert_spans(text, &parsed.diagnostics);
    (
        parsed.value.expect("a post always exists"),
        parsed.diagnostics,
    )
}

/// A file with `front`, and after it the required keys that `front` does not have.
fn file_with(front: &str) -> String {
    let mut text = format!("---\n{front}\n");
    for (key, line) in [
        ("title", "title: T\n"),
        ("date", "date: 2021-04-07\n"),
        ("auth", "author: x\n"),
    ] {
        if !front.lines().any(|line| line.starts_with(key)) {
            text.push_str(line);
        }
    }
    text + "---\nText\n"
}

/// Checks what is said about `front`, a line each: `code [place] -> help`.
#[track_caller]
fn check(front: &str, expected: &[&str]) {
    let text = file_with(front);
    let (_, diagnostics) = parse(FILE, &text);
    assert_eq!(brief(&SourcePath::new(FILE), &text, &diagnostics), expected);
}

/// The post that a front matter without problems makes.
#[track_caller]
fn sound(front: &str) -> Post {
    let text = file_with(front);
    let (post, diagnostics) = parse(FILE, &text);
    assert_eq!(brief(&SourcePath::new(FILE), &text, &diagnostics), [""; 0]);
    post
}

fn values<T: AsRef<str>>(texts: &[Spanned<T>]) -> Vec<&str> {
    texts.iter().map(|text| text.value.as_ref()).collect()
}

fn post_with(text: &str, settings: &Settings) -> (Post, Vec<Diagnostic>) {
    let parsed = post(&SourcePath::new(FILE), text, None, settings);
    (
        parsed.value.expect("a post always exists"),
        parsed.diagnostics,
    )
}
