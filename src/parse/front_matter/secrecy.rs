//! Words by which other systems say that something is not to be published.
//!
//! Owns the keys, and which of their values plainly say that a document is public. Must
//! never know where they stand.

use crate::decode::fold;
use crate::decode::yaml::{Kind, Node};

/// What a key of another system asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    /// Whether the document is hidden.
    Hidden,
    /// Whether it is shown.
    Visible,
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

/// What keys ask, by their words without what joins them.
const ASKED: [(Asks, &[&str]); 7] = [
    (
        Asks::Hidden,
        &[
            "hidden",
            "hide",
            "ishidden",
            "private",
            "isprivate",
            "unlisted",
            "secret",
            "unpublished",
            "draft",
            "isdraft",
            "wip",
            "internal",
            "restricted",
            "protected",
            "membersonly",
            "exclude",
            "excluded",
            "eleventyexcludefromcollections",
            "embargoed",
            "deleted",
            "trashed",
            "disabled",
            "headless",
            "utkast",
            "dold",
            "dolt",
            "hemlig",
            "hemligt",
            "privat",
            "intern",
            "internt",
            "osynlig",
            "confidential",
            "noindex",
            "archived",
            "isarchived",
            "trash",
            "opublicerat",
            "konfidentiell",
            "konfidentiellt",
            "sekretess",
            "arkiverad",
            "arkiverat",
            "papperskorg",
            "opublicerad",
        ],
    ),
    (
        Asks::Visible,
        &[
            "ready",
            "isready",
            "online",
            "isonline",
            "active",
            "isactive",
            "indexable",
            "aktiv",
            "klar",
            "färdig",
            "publicerad",
            "publicerat",
            "publiceras",
            "visible",
            "isvisible",
            "public",
            "ispublic",
            "listed",
            "publish",
            "published",
            "ispublished",
            "render",
            "enabled",
            "live",
            "approved",
            "synlig",
            "publik",
            "offentlig",
            "godkänd",
        ],
    ),
    (Asks::Address, &["permalink", "sitemap", "index", "robots"]),
    (
        Asks::State,
        &[
            "status",
            "state",
            "poststatus",
            "visibility",
            "synlighet",
            "workflow",
            "workflowstate",
            "access",
        ],
    ),
    (
        Asks::Start,
        &[
            "embargo",
            "embargountil",
            "embargodate",
            "publishdate",
            "publishon",
            "publishat",
            "publishfrom",
            "publisheddate",
            "publishedon",
            "releasedate",
            "releaseat",
            "releaseon",
            "golive",
            "golivedate",
            "availablefrom",
            "validfrom",
            "visiblefrom",
            "schedule",
            "scheduled",
            "scheduledfor",
            "scheduledat",
            "publicering",
            "publiceringsdatum",
            "publiceringsdag",
            "publicerasden",
        ],
    ),
    (
        Asks::End,
        &[
            "expires",
            "expirydate",
            "expiration",
            "expirationdate",
            "expiredate",
            "expireson",
            "expiresat",
            "unpublish",
            "unpublishon",
            "unpublishat",
            "validuntil",
            "validto",
            "validthrough",
            "visibleuntil",
            "availableuntil",
            "avpublicering",
            "avpubliceringsdatum",
            "utgår",
            "gallras",
        ],
    ),
    (
        Asks::Terms,
        &["password", "postpassword", "lösenord", "build"],
    ),
];

/// What a key asks, however its words are joined.
pub(super) fn asks(key: &str) -> Option<Asks> {
    let key = fold(key);
    let found = ASKED
        .iter()
        .find(|(_, words)| words.contains(&key.as_str()));
    found.map(|(asks, _)| *asks)
}

/// What a key asks of which only a part is known: `do_not_publish`, `draft2`.
pub(super) fn asks_in_part(key: &str, value: &Node) -> Option<Asks> {
    const HIDDEN: [&str; 15] = [
        "draft",
        "utkast",
        "hidden",
        "private",
        "secret",
        "hemlig",
        "embargo",
        "confiden",
        "konfiden",
        "sekretess",
        "noindex",
        "unlist",
        "unpub",
        "opubl",
        "notpubl",
    ];
    let text = value.as_text()?;
    // `publisher: SKR`, `secretary: Åsa Lind` are about somebody.
    if !is_word_of_machines(text) {
        return None;
    }
    let key = fold(key);
    let has = |part: &&str| key.contains(part);
    if HIDDEN.iter().any(has) {
        return Some(Asks::Hidden);
    }
    let shown = ["publish", "publicer"].iter().any(has);
    shown.then_some(Asks::Visible)
}

/// Words that say by themselves that something is kept back, wherever they stand.
const KEPT_BACK: [&str; 27] = [
    "confidential",
    "draft",
    "drafts",
    "embargo",
    "embargoed",
    "hemlig",
    "hemligt",
    "hidden",
    "internal",
    "internt",
    "konfidentiell",
    "konfidentiellt",
    "dold",
    "dolt",
    "noindex",
    "opublicerad",
    "opublicerat",
    "pending",
    "privat",
    "private",
    "secret",
    "trash",
    "trashed",
    "unlisted",
    "unpublished",
    "utkast",
    "wip",
];

/// Whether a text is nothing but such a word.
pub(super) fn is_kept_back(text: &str) -> bool {
    let word = text.trim().to_lowercase();
    KEPT_BACK.contains(&word.as_str())
}

/// Whether a title begins or ends with such a word in brackets, or begins with one in
/// capitals: `[UTKAST] Plan`. A text may be about a draft: `Utkast till lag`.
pub(super) fn is_marked(title: &str) -> bool {
    let title = title.trim_matches(['"', '\'', ' ']);
    let bracketed = |open: char, close: char| {
        let first = title
            .strip_prefix(open)
            .and_then(|rest| rest.split_once(close));
        let last = title
            .strip_suffix(close)
            .and_then(|rest| rest.rsplit_once(open));
        first.is_some_and(|(word, _)| is_kept_back(word))
            || last.is_some_and(|(_, word)| is_kept_back(word))
    };
    let word = title.split(|letter: char| !letter.is_alphabetic()).next();
    let shouted = matches!(word, Some("UTKAST" | "DRAFT" | "HEMLIG" | "HEMLIGT"));
    shouted || bracketed('[', ']') || bracketed('(', ')') || bracketed('{', '}')
}

/// Whether a value is what programs read: true or false, a date, or a word for a state.
pub(super) fn is_word_of_machines(text: &str) -> bool {
    let word = text.trim().to_lowercase();
    let date = word.get(..10).is_some_and(|date| {
        date.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
    });
    date || flag(&word).is_some() || KEPT_BACK.contains(&word.as_str())
}

fn flag(word: &str) -> Option<bool> {
    match word {
        "true" | "yes" | "ja" | "on" | "1" => Some(true),
        "false" | "no" | "nej" | "off" | "0" => Some(false),
        _ => None,
    }
}

/// Whether a value plainly says that the document is for everybody.
pub(super) fn is_public(asks: Asks, value: &Node) -> bool {
    let text = value.as_text().map(|text| text.trim().to_lowercase());
    let flag = text.as_deref().and_then(flag);
    match asks {
        Asks::Hidden | Asks::Start | Asks::End => flag == Some(false),
        Asks::Visible => flag == Some(true),
        Asks::Address => {
            let kept = |text: String| text.split(',').any(is_kept_back);
            flag != Some(false) && !text.is_some_and(kept)
        }
        Asks::State => text.is_some_and(|text| PUBLIC.contains(&text.as_str())),
        Asks::Terms => {
            let empty = text.as_ref().is_some_and(String::is_empty);
            flag == Some(false) || empty || value.kind == Kind::Null
        }
    }
}
