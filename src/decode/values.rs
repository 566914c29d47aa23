//! Scalars and lists of them.
//!
//! Owns what counts as a text, a list of texts, a boolean, a number, a date. Every
//! function returns nothing where the key is empty or could not be used, and has then
//! said why.

use super::Date;
use super::person::email_without_at;
use super::texts::{clean, in_curly_quotes, joined};
use super::yaml::{Entry, Kind, Node, quoted, to_json_map};
use super::{Allowed, DateProblem, Reader, Several, check_address, check_email, parse_moment};
use crate::diagnostic::address::Fault;
use crate::diagnostic::values::Form;
use crate::diagnostic::{Span, Spanned, address, date, keys, values};
use crate::locale;
use crate::message::Arg;

impl Reader<'_> {
    /// A text on one line: NFC, white space joined, control characters left out.
    pub fn line(&mut self, entry: &Entry) -> Option<Spanned<String>> {
        let text = self.scalar(&entry.key, entry.key_span, &entry.value)?;
        Some(Spanned::new(joined(&text.value), text.span)).filter(|t| !t.value.is_empty())
    }

    /// Inline Markdown on one line.
    pub fn markdown(&mut self, entry: &Entry) -> Option<Spanned<String>> {
        self.check_readable(Some(&entry.key), &entry.value, false);
        let text = self.bare_scalar(&entry.key, entry.key_span, &entry.value)?;
        Some(Spanned::new(joined(&text.value), text.span)).filter(|t| !t.value.is_empty())
    }

    /// A text that may have paragraphs.
    pub fn block(&mut self, entry: &Entry) -> Option<Spanned<String>> {
        let text = self.scalar(&entry.key, entry.key_span, &entry.value)?;
        paragraphs(text)
    }

    /// Inline Markdown that may have paragraphs.
    pub fn markdown_block(&mut self, entry: &Entry) -> Option<Spanned<String>> {
        self.check_readable(Some(&entry.key), &entry.value, false);
        let text = self.bare_scalar(&entry.key, entry.key_span, &entry.value)?;
        paragraphs(text)
    }

    /// The text of [`Reader::line`] without its place.
    pub fn words(&mut self, entry: Option<Entry>) -> Option<String> {
        Some(self.line(&entry?)?.value)
    }

    /// A text that the document can't do without; `line` is an example.
    pub fn required_line(
        &mut self,
        entry: Option<&Entry>,
        within: Span,
        key: &str,
        line: impl Into<Arg> + Clone,
    ) -> Option<Spanned<String>> {
        let entry = self.required(entry, within, key, line.clone())?;
        self.filled_line(entry, line)
    }

    /// Inline Markdown that the document can't do without; `line` is an example.
    pub fn required_markdown(
        &mut self,
        entry: Option<&Entry>,
        within: Span,
        key: &str,
        line: impl Into<Arg> + Clone,
    ) -> Option<Spanned<String>> {
        let entry = self.required(entry, within, key, line.clone())?;
        let text = self.markdown(entry);
        self.report_empty(entry, text.is_none(), line);
        text
    }

    /// An entry that has some value, or what is said where it hasn't.
    fn required<'e>(
        &mut self,
        entry: Option<&'e Entry>,
        within: Span,
        key: &str,
        line: impl Into<Arg>,
    ) -> Option<&'e Entry> {
        let (codes, file) = (self.codes, self.file);
        let Some(entry) = entry else {
            let place = self.first_line(within);
            self.report(keys::missing_key(codes, file, place, key, line));
            return None;
        };
        if entry.value.kind == Kind::Null {
            let lost = self.lost_to_comment(key, entry.key_span, &entry.value);
            self.report(match lost {
                Some((place, meant)) => keys::commented_value(codes, file, place, key, &meant),
                None => keys::empty_value(codes, file, entry.key_span, key, line),
            });
            return None;
        }
        Some(entry)
    }

    /// A text on one line that is not empty where it is given; `line` is an example.
    pub fn filled_line(&mut self, entry: &Entry, line: impl Into<Arg>) -> Option<Spanned<String>> {
        let text = self.line(entry);
        self.report_empty(entry, text.is_none(), line);
        text
    }

    /// Reports a text that is given and `is_empty`.
    fn report_empty(&mut self, entry: &Entry, is_empty: bool, line: impl Into<Arg>) {
        if is_empty && entry.value.as_text().is_some() {
            let (codes, file, place) = (self.codes, self.file, entry.value.span);
            self.report(keys::empty_value(codes, file, place, &entry.key, line));
        }
    }

    /// A list of texts; a single text is a list of one. `commas` splits it, with a warning.
    pub fn texts(&mut self, entry: &Entry, commas: bool) -> Vec<Spanned<String>> {
        let found: Vec<Spanned<String>> = match &entry.value.kind {
            Kind::List(items) => {
                self.check_marks(&entry.key, items);
                let items = items.iter();
                items
                    .filter_map(|item| self.item(&entry.key, item))
                    .collect()
            }
            Kind::Map(_) => {
                let source = self.source(entry.value.span);
                let items = source.trim_matches(['{', '}']);
                // `a: b` in a list would be a map again.
                let items = match items.contains(':') {
                    true => quoted(items),
                    false => items.to_owned(),
                };
                self.wrong_type(entry, Form::List, format!("{}: [{items}]", entry.key));
                Vec::new()
            }
            Kind::Text(_) if commas => self.names_in_text(entry, Several::Commas),
            _ => self.line(entry).into_iter().collect(),
        };
        let mut once: Vec<Spanned<String>> = Vec::with_capacity(found.len());
        for text in found {
            if !once.iter().any(|other| other.value == text.value) {
                once.push(text);
            }
        }
        once
    }

    /// The same without places.
    pub fn plain_texts(&mut self, entry: Option<Entry>) -> Vec<String> {
        let texts = entry
            .map(|entry| self.texts(&entry, true))
            .unwrap_or_default();
        texts.into_iter().map(|text| text.value).collect()
    }

    /// `true` or `false`. `secret`: it decides what is published.
    pub fn flag(&mut self, entry: &Entry, secret: bool) -> Option<bool> {
        let (written, place) = match &entry.value.kind {
            Kind::Bool(value, _) => return Some(*value),
            Kind::Broken => return None,
            Kind::Null => (String::new(), entry.key_span),
            _ => {
                let text = entry.value.as_text().map(str::to_owned);
                let text = text.unwrap_or_else(|| self.source(entry.value.span));
                (text, entry.value.span)
            }
        };
        let meant = match written.trim().to_lowercase().as_str() {
            "yes" | "ja" | "on" | "1" | "y" | "j" | "true" | "sant" | "sann" | "på" => Some(true),
            "no" | "nej" | "off" | "0" | "n" | "false" | "falskt" | "falsk" | "av" => Some(false),
            _ => None,
        };
        let (codes, file) = (self.codes, self.file);
        self.report(values::bad_bool(
            codes, file, place, &entry.key, &written, meant, secret,
        ));
        None
    }

    /// A whole number within a range.
    pub fn count(&mut self, entry: &Entry, least: usize, most: usize) -> Option<usize> {
        if matches!(entry.value.kind, Kind::Null | Kind::Broken) {
            return None;
        }
        let number = entry.value.as_text().and_then(|text| text.parse().ok());
        if let Some(number) = number.filter(|n| (least..=most).contains(n)) {
            return Some(number);
        }
        let written = self.source(entry.value.span);
        let line = format!("{}: {}", entry.key, least.max(10).min(most));
        let (codes, file, span) = (self.codes, self.file, entry.value.span);
        let range = (least, most);
        self.report(values::bad_count(codes, file, span, &written, range, &line));
        None
    }

    /// A date or a moment.
    pub fn date(&mut self, entry: &Entry) -> Option<Date> {
        let text = self.scalar(&entry.key, entry.key_span, &entry.value)?;
        match parse_moment(&text.value, self.zone) {
            Ok(moment) => Some(Date {
                civil: moment.civil,
                instant: moment.instant,
                offset_seconds: moment.offset_seconds,
                has_time: moment.has_time,
                span: text.span,
            }),
            Err(problem) => {
                let written = (entry.key.as_str(), &*joined(&text.value));
                let DateProblem { fault, meant } = problem;
                let (codes, file) = (self.codes, self.file);
                let bad = date::bad_date(codes, file, text.span, written, &fault, &meant);
                self.report(bad);
                None
            }
        }
    }

    /// One of a few words.
    pub fn choice(&mut self, entry: &Entry, allowed: &[&'static str]) -> Option<&'static str> {
        let text = self.line(entry)?;
        let found = allowed.iter().find(|word| **word == text.value);
        if found.is_none() {
            let (key, written) = (&entry.key, &text.value);
            let bad = values::bad_choice(self.codes, self.file, text.span, key, written, allowed);
            self.report(bad);
        }
        found.copied()
    }

    /// The tag of a language.
    pub fn language(&mut self, entry: &Entry) -> Option<Spanned<String>> {
        let text = self.line(entry)?;
        let hint = locale::known_language_hint(&text.value);
        if locale::is_language_tag(&text.value) && hint.is_none() {
            return Some(text);
        }
        let (codes, file, key) = (self.codes, self.file, &entry.key);
        let bad = values::bad_language(codes, file, text.span, key, &text.value, hint);
        self.report(bad);
        None
    }

    /// An e-mail address.
    pub fn email(&mut self, entry: &Entry) -> Option<String> {
        let text = self.line(entry)?;
        let meant = match check_email(&text.value) {
            Ok(()) => return Some(text.value),
            Err(meant) => meant,
        };
        let meant = meant.or_else(|| email_without_at(&text.value));
        let example = meant.unwrap_or_else(|| "namn@example.org".into());
        let line = format!("{}: {example}", entry.key);
        self.bad_address(&text, &Fault::NoMailbox, &line);
        None
    }

    /// A web address.
    pub fn address(&mut self, entry: &Entry, allowed: Allowed) -> Option<Spanned<String>> {
        let text = self.line(entry)?;
        let problem = match check_address(&text.value, allowed) {
            Ok(address) => return Some(Spanned::new(address, text.span)),
            Err(problem) => problem,
        };
        let meant = problem
            .meant
            .unwrap_or_else(|| "https://example.org/".into());
        let line = format!("{}: {meant}", entry.key);
        self.bad_address(&text, &problem.fault, &line);
        None
    }

    /// Reports an address that can't be used.
    pub(super) fn bad_address(&mut self, written: &Spanned<String>, fault: &Fault, line: &str) {
        let (codes, file) = (self.codes, self.file);
        let bad = address::bad_address(codes, file, written.span, &written.value, fault, line);
        self.report(bad);
    }

    /// A map of anything.
    pub fn free(&mut self, entry: &Entry) -> serde_json::Map<String, serde_json::Value> {
        match &entry.value.kind {
            Kind::Map(entries) => to_json_map(entries),
            Kind::Null | Kind::Broken => serde_json::Map::new(),
            _ => {
                self.wrong_type(entry, Form::Map, format!("{}: {{…: …}}", entry.key));
                serde_json::Map::new()
            }
        }
    }

    /// Reports a value of the wrong kind; `line` is an example.
    pub fn wrong_type(&mut self, entry: &Entry, wanted: Form, line: impl Into<Arg>) {
        let (span, forms) = (entry.value.span, (entry.value.form(), wanted));
        let (codes, file) = (self.codes, self.file);
        let wrong = keys::wrong_type(codes, file, span, &entry.key, forms, line);
        self.report(wrong);
    }

    /// Any scalar's text, checked; not joined or trimmed.
    fn scalar(&mut self, key: &str, key_span: Span, node: &Node) -> Option<Spanned<String>> {
        // An item of a list is no line of its own.
        let key_of_line = (key_span != node.span).then_some(key);
        self.check_readable(key_of_line, node, true);
        self.bare_scalar(key, key_span, node)
    }

    /// The same where HTML has a meaning.
    fn bare_scalar(&mut self, key: &str, key_span: Span, node: &Node) -> Option<Spanned<String>> {
        self.check_comment(key, key_span, node);
        let Some(written) = node.as_text() else {
            if matches!(node.kind, Kind::List(_) | Kind::Map(_)) {
                let source = self.source(node.span);
                let dashes = texts_of(node).filter(|_| source.starts_with('-'));
                let words = dashes.unwrap_or(source);
                let example = format!("{key}: {}", quoted(&words));
                let (codes, file) = (self.codes, self.file);
                let forms = (node.form(), Form::Text);
                let wrong = keys::wrong_type(codes, file, node.span, key, forms, example);
                self.report(wrong);
            }
            return None;
        };
        self.check_placeholder(written, node.span);
        let (text, removed) = clean(written);
        if let Some(letter) = removed {
            let found = values::control_characters(self.codes, self.file, node.span, key, letter);
            self.report(found);
        }
        if let Some(inner) = in_curly_quotes(&text) {
            let corrected = format!("{key}: {}", quoted(inner));
            let found = values::curly_quotes(self.codes, self.file, node.span, &corrected);
            self.report(found);
        }
        Some(Spanned::new(text, node.span))
    }

    /// An item of a list of texts.
    fn item(&mut self, key: &str, item: &Node) -> Option<Spanned<String>> {
        if matches!(item.kind, Kind::Null) {
            let place = self.line_of(item.span);
            let line = self.source(place);
            let word = line.trim_start_matches(['-', ' ']);
            let comment = word.strip_prefix('#');
            let comment = comment.filter(|word| word.starts_with(char::is_alphanumeric));
            let (codes, file) = (self.codes, self.file);
            self.report(match comment {
                Some(_) => {
                    let line = format!("- {}", quoted(word));
                    keys::commented_value(codes, file, place, key, &line)
                }
                None => keys::empty_item(codes, file, place, key),
            });
            return None;
        }
        if let Some(inner) = item.as_text().and_then(in_curly_quotes) {
            // They have been reported, once for the whole list.
            let (inner, _) = clean(inner);
            return Some(Spanned::new(joined(&inner), item.span));
        }
        let text = self.scalar(key, item.span, item)?;
        Some(Spanned::new(joined(&text.value), text.span)).filter(|t| !t.value.is_empty())
    }
}

/// The texts of a list where one is wanted.
fn texts_of(node: &Node) -> Option<String> {
    let Kind::List(items) = &node.kind else {
        return None;
    };
    let texts: Vec<&str> = items.iter().map(Node::as_text).collect::<Option<_>>()?;
    Some(texts.join(", "))
}

/// A text with its lines, without white space around it; nothing if nothing is left.
fn paragraphs(text: Spanned<String>) -> Option<Spanned<String>> {
    let trimmed = text.value.replace("\r\n", "\n").trim().to_owned();
    Some(Spanned::new(trimmed, text.span)).filter(|text| !text.value.is_empty())
}
