//! Where a front matter may say that something is not to be published.
//!
//! Owns the places: keys of other systems, keys in maps, the title, the file's name.
//! What is unclear isn't published. Must never know what a document is about.

use super::secrecy::{Asks, asks, asks_in_part, is_kept_back, is_marked, is_public};
use crate::decode::yaml::{Entry, Kind, Node};
use crate::decode::{
    Date, Reader, Schema, is_named, is_near, names_secret, parse_moment, renamed_to,
};
use crate::diagnostic::secrecy::{self as report, Way};
use crate::diagnostic::{Span, date};
use crate::path::draft_part;

/// Takes out and reports what may keep a document unpublished in another way than nitton reads;
/// tells whether there is any of it.
pub(super) fn take(reader: &mut Reader<'_>, root: &mut Node, schema: &Schema) -> bool {
    let by_name = check_name(reader, root, schema);
    let Kind::Map(entries) = &mut root.kind else {
        return by_name;
    };
    let count = entries.len();
    let mut below = false;
    entries.retain_mut(|entry| {
        let known = is_known(&entry.key, schema);
        let asks = if known { None } else { foreign(entry, schema) };
        let unclear = asks.filter(|asks| !is_public(*asks, &entry.value));
        if let Some(asks) = unclear {
            report_one(reader, entry, asks, schema);
            return false;
        }
        below |= check_value(reader, entry, schema);
        true
    });
    by_name || below || entries.len() < count
}

/// Whether a key needs no second look: it is spelt as it is documented.
fn is_known(key: &str, schema: &Schema) -> bool {
    let own = |name: &&str| schema.keys.contains(name);
    let mut aliases = schema.aliases.iter();
    own(&key) || aliases.any(|(name, meant)| *name == key && own(meant))
}

/// What a key asks that isn't one of the schema's.
fn foreign(entry: &Entry, schema: &Schema) -> Option<Asks> {
    let (key, value) = (&entry.key, &entry.value);
    if let Some(meant) = renamed_to(key, schema) {
        // `publicerad: nej` is no date.
        let flag = matches!(asks(key), Some(Asks::Visible | Asks::Hidden))
            && value.as_text().is_some_and(|text| text.len() < 6);
        return asks(key).filter(|_| flag && !schema.secret.contains(&meant));
    }
    if is_named(key, schema) {
        return None;
    }
    let kept = value.as_text().is_some_and(is_kept_back);
    let in_part = asks_in_part(key, value).or(kept.then_some(Asks::State));
    // What is nearly a key gets that key's own advice.
    asks(key).or(in_part.filter(|_| !is_near(key, schema)))
}

/// Looks at the value of a key that is harmless itself.
fn check_value(reader: &mut Reader<'_>, entry: &mut Entry, schema: &Schema) -> bool {
    match entry.key.as_str() {
        "title" | "titel" | "rubrik" => check_title(reader, entry, schema),
        "tags" | "categories" | "category" | "taggar" => check_tags(reader, entry, schema),
        key => {
            let free = key == "extra";
            let own = (key == "comments").then_some("state");
            let parent = entry.key.clone();
            check_below(reader, &mut entry.value, &parent, &|found| {
                let secret = names_secret(&found.key, schema, free);
                if secret {
                    return Some(asks(&found.key).unwrap_or(Asks::Hidden));
                }
                // A theme may call things what it likes.
                let foreign = asks(&found.key);
                foreign.filter(|_| !free && own != Some(found.key.as_str()))
            })
        }
    }
}

/// `draft: true` a few columns too far to the right, below `cta:` say.
fn check_below(
    reader: &mut Reader<'_>,
    node: &mut Node,
    parent: &str,
    asks: &dyn Fn(&Entry) -> Option<Asks>,
) -> bool {
    match &mut node.kind {
        Kind::List(items) => {
            let mut found = false;
            for item in items {
                found |= check_below(reader, item, parent, asks);
            }
            found
        }
        Kind::Map(entries) => {
            let count = entries.len();
            let mut below = false;
            entries.retain_mut(|entry| {
                if asks(entry).is_some_and(|asks| !is_public(asks, &entry.value)) {
                    let written = reader.source(entry.value.span);
                    let (file, span) = (reader.file, entry.key_span);
                    let unclear = report::misplaced(file, span, &entry.key, &written, parent);
                    reader.report(unclear);
                    return false;
                }
                below |= check_below(reader, &mut entry.value, parent, asks);
                true
            });
            below || entries.len() < count
        }
        _ => false,
    }
}

/// `title: "[UTKAST] Plan"`.
fn check_title(reader: &mut Reader<'_>, entry: &Entry, schema: &Schema) -> bool {
    let span = entry.value.span;
    let marked = reader.text.get(span.start..span.end).is_some_and(is_marked);
    if marked {
        report_marked(reader, entry, span, schema);
    }
    marked
}

/// Tags of what isn't finished.
const DRAFT_TAGS: [&str; 6] = [
    "draft",
    "drafts",
    "opublicerat",
    "unpublished",
    "utkast",
    "wip",
];

/// `category: draft`.
fn check_tags(reader: &mut Reader<'_>, entry: &Entry, schema: &Schema) -> bool {
    let is_draft = |node: &Node| {
        let text = node.as_text().unwrap_or_default().trim();
        DRAFT_TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(text))
    };
    let found = match &entry.value.kind {
        Kind::List(items) => items.iter().find(|item| is_draft(item)),
        _ => Some(&entry.value).filter(|value| is_draft(value)),
    };
    if let Some(tag) = found {
        report_marked(reader, entry, tag.span, schema);
    }
    found.is_some()
}

fn report_marked(reader: &mut Reader<'_>, entry: &Entry, span: Span, schema: &Schema) {
    let written = reader.source(span);
    let has_draft = schema.keys.contains(&"draft");
    let marked = report::marked(reader.file, span, &entry.key, &written, has_draft);
    reader.report(marked);
}

/// A file's name that speaks of a draft, unless the front matter says itself whether it
/// is one.
fn check_name(reader: &mut Reader<'_>, root: &Node, schema: &Schema) -> bool {
    let below = reader.file.as_str().splitn(3, '/').nth(2);
    let Some(part) = below.and_then(draft_part) else {
        return false;
    };
    let says = |entry: &Entry| {
        let flag = matches!(entry.value.kind, Kind::Bool(..));
        flag && matches!(entry.key.as_str(), "draft" | "published")
    };
    if let Kind::Map(entries) = &root.kind
        && entries.iter().any(says)
    {
        return false;
    }
    let has_draft = schema.keys.contains(&"draft");
    let unclear = report::draft_by_name(reader.file, part, has_draft);
    reader.report(unclear);
    true
}

fn report_one(reader: &mut Reader<'_>, entry: &Entry, asks: Asks, schema: &Schema) {
    let way = match schema.keys.contains(&"draft") {
        true => way(asks, reader, entry),
        false => Way::Unnamed,
    };
    let written = reader.source(entry.value.span);
    let (file, span) = (reader.file, entry.key_span);
    let unclear = report::unclear_visibility(file, span, &entry.key, &written, way);
    reader.report(unclear);
}

impl Reader<'_> {
    /// A date that decides what is published, and whether it is unclear.
    pub fn secret_date(&mut self, entry: Option<&Entry>) -> (Option<Date>, bool) {
        let Some(entry) = entry else {
            return (None, false);
        };
        if entry.value.kind == Kind::Null {
            let (codes, file) = (self.codes, self.file);
            self.report(date::no_date(codes, file, entry.key_span, &entry.key));
            return (None, true);
        }
        if is_never(entry) {
            return (None, false);
        }
        let date = self.date(entry);
        let unclear = date.is_none();
        (date, unclear)
    }
}

/// `expires: 9999-12-31` is what many systems write for never.
fn is_never(entry: &Entry) -> bool {
    let text = entry.value.as_text().unwrap_or_default();
    let end = matches!(asks(&entry.key), Some(Asks::End)) || entry.key.starts_with("avpubl");
    end && text.trim().starts_with("9999-12-31")
}

/// How a post or a page says the same.
fn way<'e>(asks: Asks, reader: &Reader<'_>, entry: &'e Entry) -> Way<'e> {
    let text = entry.value.as_text().map(str::trim);
    let date = text.filter(|text| parse_moment(text, reader.zone).is_ok());
    let date = date.unwrap_or("2027-01-31");
    match asks {
        Asks::Start => Way::From(date),
        Asks::End => Way::Until(date),
        _ => Way::Draft,
    }
}
