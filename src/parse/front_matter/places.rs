//! Slugs, old addresses, and what a file's name says.
//!
//! Owns the rules for what becomes part of a URL. Must never know other files.

use std::borrow::Cow;
use std::ops::RangeInclusive;

use crate::decode::yaml::Entry;
use crate::decode::{Date, Reader, parse_moment};
use crate::diagnostic::front_matter::{self, AliasFault};
use crate::diagnostic::{Span, Spanned, date as date_report};
use crate::path::{Slug, SourcePath, UrlPath};

/// A document's own name, from its file or, for `index.md`, its folder: the date
/// before it in the form `2021-04-07`, if any, and the rest. Months and days of one
/// digit (`2021-4-7-name.md`) are understood, as Jekyll does.
pub fn name_parts(file: &SourcePath) -> (Option<Cow<'_, str>>, &str) {
    let name = whole_name(file);
    match date_before(name) {
        Some((date, rest)) => (Some(date), rest),
        None => (None, name),
    }
}

/// The date that a name begins with in another form, and the name behind it:
/// `2026_11_02_x`, `20261102-x`, `02-11-2026-x`.
pub(super) fn odd_date(file: &SourcePath) -> Option<(String, Option<String>)> {
    let name = whole_name(file);
    let end = name.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '_' | '.' | ' ')));
    let (head, rest) = name.split_at(end.unwrap_or(name.len()));
    let head = head.trim_end_matches(|c: char| !c.is_ascii_digit());
    let numbers: Vec<&str> = head.split(|c: char| !c.is_ascii_digit()).collect();
    let (year, month, day) = match numbers[..] {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 => (year, month, day),
        [all] if all.len() == 8 => (&all[..4], &all[4..6], &all[6..]),
        _ => return None,
    };
    let number = |text: &str| text.parse::<i8>().ok();
    let date = jiff::civil::Date::new(year.parse().ok()?, number(month)?, number(day)?).ok()?;
    let bare = rest.trim_matches(['-', '_', ' ', '.']);
    let name = Some(bare).filter(|bare| !bare.is_empty());
    (date.year() > 1900).then(|| (date.to_string(), name.map(str::to_owned)))
}

/// The name of the file or, for `index.md`, of its folder.
fn whole_name(file: &SourcePath) -> &str {
    if file.stem() != "index" {
        return file.stem();
    }
    let folder = file.folder();
    folder.rsplit_once('/').map_or(folder, |(_, name)| name)
}

fn date_before(name: &str) -> Option<(Cow<'_, str>, &str)> {
    let (year, rest) = number(name, 4..=4)?;
    let (month, rest) = number(rest.strip_prefix('-')?, 1..=2)?;
    let (day, rest) = number(rest.strip_prefix('-')?, 1..=2)?;
    if !(rest.is_empty() || rest.starts_with(['-', '_', ' '])) {
        return None;
    }
    let date = match (month.len(), day.len()) {
        (2, 2) => Cow::Borrowed(&name[..name.len() - rest.len()]),
        _ => Cow::Owned(format!("{year}-{month:0>2}-{day:0>2}")),
    };
    Some((date, rest.get(1..).unwrap_or_default()))
}

/// The digits at the beginning, if there are so many of them, and the rest.
fn number(text: &str, digits: RangeInclusive<usize>) -> Option<(&str, &str)> {
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    digits.contains(&end).then(|| text.split_at(end))
}

/// The slug that `slug:` gives, or that the name gives where it is absent.
pub fn slug(reader: &mut Reader<'_>, entry: Option<&Entry>, name: &str) -> Option<Spanned<Slug>> {
    let Some(written) = entry.and_then(|entry| reader.line(entry)) else {
        return slug_of_name(reader, name).map(|slug| Spanned::new(slug, Span::default()));
    };
    let made = Slug::from_text(&written.value);
    let lower = written.value.to_lowercase();
    let hidden = ["%2e", "%2f", "%5c"]
        .iter()
        .any(|code| lower.contains(code));
    if written.value.contains(['/', '\\', '%']) || written.value.contains("..") || hidden {
        let last = written.value.trim_end_matches(['/', '\\']);
        let last = last.rsplit(['/', '\\']).next().unwrap_or_default();
        let suggestion = Slug::from_text(&last.replace('%', "-")).or_else(|| Slug::from_text(name));
        let (file, meant) = (reader.file, suggestion.as_ref().map(Slug::as_str));
        let bad = front_matter::unsafe_slug(file, written.span, &written.value, meant);
        reader.report(bad);
        let slug = suggestion.unwrap_or_else(|| stand_in(file));
        return Some(Spanned::new(slug, written.span));
    }
    let Some(slug) = made else {
        let empty = front_matter::empty_slug(reader.file, written.span, &written.value);
        reader.report(empty);
        return None;
    };
    if slug.as_str() != written.value {
        let changed =
            front_matter::slug_changed(reader.file, written.span, &written.value, slug.as_str());
        reader.report(changed);
    }
    Some(Spanned::new(slug, written.span))
}

/// The slug of a file's or folder's name.
pub fn slug_of_name(reader: &mut Reader<'_>, name: &str) -> Option<Slug> {
    let slug = Slug::from_text(name);
    if slug.is_none() {
        let file = reader.file;
        let problem = match name {
            "" => front_matter::only_a_date(file, whole_name(file)),
            name => front_matter::empty_slug(file, Span::default(), name),
        };
        reader.report(problem);
    }
    slug
}

/// An address for what has none, which nothing else claims; the lack has been reported.
pub fn stand_in(file: &SourcePath) -> Slug {
    Slug::from_text(file.as_str()).expect("`content` stands in every document's path")
}

/// Old addresses, as written; those that can't be used are left out.
pub fn aliases(reader: &mut Reader<'_>, entry: Option<&Entry>) -> Vec<Spanned<String>> {
    let written = entry.map(|entry| reader.texts(entry, false));
    let written = written.unwrap_or_default();
    let usable = written
        .into_iter()
        .filter(|alias| check_alias(reader, alias));
    usable.collect()
}

fn check_alias(reader: &mut Reader<'_>, alias: &Spanned<String>) -> bool {
    let (file, span, written) = (reader.file, alias.span, alias.value.as_str());
    let bad = |fault: AliasFault, corrected: Option<&str>| {
        let bad = front_matter::bad_alias(file, span, written, &fault, corrected);
        Some(bad)
    };
    let problem = if let Some((_, rest)) = written.split_once("://") {
        let path = rest.find('/').map(|at| &rest[at..]);
        bad(AliasFault::Whole, path)
    } else if written.contains(['?', '#']) {
        let path = written.split(['?', '#']).next();
        bad(AliasFault::Query, path.filter(|path| path.len() > 1))
    } else if written.contains('\\') || written.contains("..") {
        bad(AliasFault::Backslash, None)
    } else if !written.starts_with('/') {
        let corrected = format!("/{written}");
        bad(AliasFault::NoSlash, Some(&corrected))
    } else {
        let problem = UrlPath::parse(written).err();
        problem.and_then(|problem| bad(AliasFault::Path(problem), None))
    };
    let usable = problem.is_none();
    reader.diagnostics.extend(problem);
    usable
}

impl Reader<'_> {
    /// The date in a file's name, which has the form `2021-04-07`.
    pub fn date_of_name(&mut self, date: &str) -> Option<Date> {
        match parse_moment(date, self.zone) {
            Ok(moment) => Some(Date {
                civil: moment.civil,
                instant: moment.instant,
                offset_seconds: moment.offset_seconds,
                has_time: false,
                span: Span::default(),
            }),
            Err(problem) => {
                let (codes, file) = (self.codes, self.file);
                let bad = date_report::bad_date_in_name(codes, file, date, &problem.fault);
                self.report(bad);
                None
            }
        }
    }
}
