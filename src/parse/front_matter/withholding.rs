//! What other systems write where something is not to be published.
//!
//! Owns the keys that speak of withholding, and which of their values plainly say that
//! a document is public. Everything else can't be told, and so isn't published. Must
//! never know what a document is about.

use super::fields::{fold, is_named};
use super::{Reader, Schema};
use crate::diagnostic::{front_matter as report, values};
use crate::parse::document::Date;
use crate::parse::yaml::{Entry, Kind, Node};

/// What a key of another system asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    /// Whether the document is hidden.
    Hidden,
    /// Whether it is shown.
    Shown,
    /// Where it is shown; `false` stands for nowhere.
    Address,
    /// In what state it is.
    State,
    /// From when it is shown.
    Start,
    /// Until when.
    End,
    /// For whom, or whether at all.
    Terms,
}

/// States of what readers see.
const PUBLIC: [&str; 12] = [
    "final",
    "live",
    "offentlig",
    "public",
    "publicerad",
    "publicerat",
    "publik",
    "publish",
    "published",
    "synlig",
    "visible",
    "öppen",
];

/// Takes out and reports the keys of a document that may withhold it and that nitton
/// doesn't have; tells whether there are any.
pub(super) fn take(reader: &mut Reader<'_>, root: &mut Node, schema: &Schema) -> bool {
    let Kind::Map(entries) = &mut root.kind else {
        return false;
    };
    let count = entries.len();
    entries.retain(|entry| {
        let asks = asks(&entry.key).filter(|_| !is_named(&entry.key, schema));
        let unclear = asks.filter(|asks| !is_public(*asks, &entry.value));
        if let Some(asks) = unclear {
            report_one(reader, entry, asks, schema);
        }
        unclear.is_none()
    });
    entries.len() < count
}

fn report_one(reader: &mut Reader<'_>, entry: &Entry, asks: Asks, schema: &Schema) {
    let advice = if schema.keys.contains(&"draft") {
        advice(asks, reader, entry)
    } else {
        "a profile is published as soon as a published post names it: to withhold it, take its \
         name out of those posts"
            .to_owned()
    };
    let written = reader.source(entry.value.span);
    let (file, span) = (reader.file, entry.key_span);
    let unclear = report::withholding(file, span, &entry.key, &written, &advice);
    reader.report(unclear);
}

impl Reader<'_> {
    /// A date that decides what is published, and whether it can't be told.
    pub fn secret_date(&mut self, entry: Option<&Entry>) -> (Option<Date>, bool) {
        let Some(entry) = entry else {
            return (None, false);
        };
        if entry.value.kind == Kind::Null {
            let (codes, file) = (self.codes, self.file);
            self.report(values::no_date(codes, file, entry.key_span, &entry.key));
            return (None, true);
        }
        let date = self.date(entry);
        let unclear = date.is_none();
        (date, unclear)
    }
}

/// What a key asks, however its words are joined.
fn asks(key: &str) -> Option<Asks> {
    let asks = match fold(key).as_str() {
        "hidden"
        | "hide"
        | "ishidden"
        | "private"
        | "isprivate"
        | "unlisted"
        | "secret"
        | "unpublished"
        | "draft"
        | "isdraft"
        | "wip"
        | "internal"
        | "restricted"
        | "protected"
        | "membersonly"
        | "exclude"
        | "excluded"
        | "eleventyexcludefromcollections"
        | "embargoed"
        | "deleted"
        | "trashed"
        | "disabled"
        | "headless"
        | "utkast"
        | "dold"
        | "dolt"
        | "hemlig"
        | "hemligt"
        | "privat"
        | "intern"
        | "internt"
        | "osynlig"
        | "opublicerad" => Asks::Hidden,
        "visible" | "isvisible" | "public" | "ispublic" | "listed" | "publish" | "published"
        | "ispublished" | "render" | "enabled" | "live" | "approved" | "synlig" | "publik"
        | "offentlig" | "godkänd" => Asks::Shown,
        "permalink" => Asks::Address,
        "status" | "state" | "poststatus" | "visibility" | "synlighet" | "workflow"
        | "workflowstate" | "access" => Asks::State,
        "embargo" | "embargountil" | "embargodate" | "publishdate" | "publishon" | "publishat"
        | "publishfrom" | "publisheddate" | "publishedon" | "releasedate" | "releaseat"
        | "releaseon" | "golive" | "golivedate" | "availablefrom" | "validfrom" | "visiblefrom"
        | "schedule" | "scheduled" | "scheduledfor" | "scheduledat" | "publicering"
        | "publiceringsdatum" | "publiceringsdag" | "publicerasden" => Asks::Start,
        "expires"
        | "expirydate"
        | "expiration"
        | "expirationdate"
        | "expiredate"
        | "expireson"
        | "expiresat"
        | "unpublish"
        | "unpublishon"
        | "unpublishat"
        | "validuntil"
        | "validto"
        | "validthrough"
        | "visibleuntil"
        | "availableuntil"
        | "avpublicering"
        | "avpubliceringsdatum"
        | "utgår"
        | "gallras" => Asks::End,
        "password" | "postpassword" | "lösenord" | "build" => Asks::Terms,
        _ => return None,
    };
    Some(asks)
}

/// Whether a value plainly says that the document is for everybody.
fn is_public(asks: Asks, value: &Node) -> bool {
    let text = value.as_text().map(|text| text.trim().to_lowercase());
    let flag = match text.as_deref() {
        Some("true" | "yes" | "ja" | "on" | "1") => Some(true),
        Some("false" | "no" | "nej" | "off" | "0") => Some(false),
        _ => None,
    };
    match asks {
        Asks::Hidden | Asks::Start | Asks::End => flag == Some(false),
        Asks::Shown => flag == Some(true),
        Asks::Address => flag != Some(false),
        Asks::State => text.is_some_and(|text| PUBLIC.contains(&text.as_str())),
        Asks::Terms => {
            let empty = text.as_ref().is_some_and(String::is_empty);
            flag == Some(false) || empty || value.kind == Kind::Null
        }
    }
}

/// How a post or a page says the same.
fn advice(asks: Asks, reader: &Reader<'_>, entry: &Entry) -> String {
    let text = entry.value.as_text().map(str::trim);
    let date = text.filter(|text| super::parse_moment(text, reader.zone).is_ok());
    let date = date.unwrap_or("2027-01-31");
    match asks {
        Asks::Start => format!("write `publish_date: {date}` if it is not to be published before"),
        Asks::End => format!("write `expires: {date}` if it is not to be published after"),
        _ => "write `draft: true` if it is not to be published".to_owned(),
    }
}
