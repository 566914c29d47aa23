//! The site's problems for the browser, as JSON that the preview's script draws.
//!
//! ```json
//! {"errors":1,"warnings":0,"root":"/home/me/blog","unlisted":[],
//!  "words":{"language":"en","total":"1 error","lead":"…","more":"","hide":"Hide",…},"problems":[
//! {"key":"0123456789abcdef","severity":"error","kind":"error","code":"front-matter/bad-date",
//!  "message":"…","file":"content/posts/a.md","line":3,"column":7,
//!  "excerpt":"3 | date: 23 november\n  |       ^^^^^^^^^^^","help":["write `date: 2021-04-07`"]}
//! ]}
//! ```
//!
//! Owns that shape, which belongs to the script of the same version and to nobody else.
//! Must never know HTTP or HTML: the script writes text, never markup.

use std::hash::{Hash, Hasher};

use serde::Serialize;
use xxhash_rust::xxh3::Xxh3;

use super::snapshot::Snapshot;
use crate::diagnostic::{Diagnostic, Texts, counts, human};
use crate::message;
use crate::message::{Language, Message};
use crate::path::{SourcePath, shown};

/// As many are shown; the rest are counted.
const MOST: usize = 200;

#[derive(Serialize)]
struct Problems<'a> {
    errors: usize,
    warnings: usize,
    /// The site's folder, for links that open an editor.
    root: Option<String>,
    /// Keys of the errors that are not listed.
    unlisted: Vec<String>,
    words: Words,
    problems: Vec<Problem<'a>>,
}

/// What the overlay says of its own.
#[derive(Serialize)]
struct Words {
    /// The code of their language.
    language: &'static str,
    /// How many problems there are.
    total: String,
    /// What that means for the site.
    lead: String,
    /// How many are not listed; empty if all are.
    more: String,
    /// On the button that puts the overlay away.
    hide: String,
    /// When it goes by itself.
    goes_away: String,
    /// Before the choice of an editor.
    editor: String,
    /// Over a link into the editor `{editor}`.
    open_in: String,
    /// Over the badge that shows the overlay.
    show: String,
    /// Before what to do.
    help: String,
    /// On the button that copies a place, before, after, and where that is not allowed.
    copy: String,
    copied: String,
    press: String,
}

#[derive(Serialize)]
struct Problem<'a> {
    /// What tells it from others while lines move.
    key: String,
    severity: &'static str,
    /// The same in words.
    kind: String,
    code: &'static str,
    message: String,
    file: Option<&'a str>,
    line: Option<usize>,
    column: Option<usize>,
    excerpt: String,
    /// What the excerpt is to those who can't see it.
    excerpt_name: Option<String>,
    help: Vec<String>,
}

/// All problems of a snapshot. The path of the site's folder is shown on this machine
/// only, where an editor can open what is in it.
pub(super) fn json(snapshot: &Snapshot, is_local: bool, language: Language) -> String {
    let all = snapshot.diagnostics();
    let source = |path: &SourcePath| snapshot.text(path);
    let texts = Texts::new(&source);
    let errors = all.iter().filter(|one| one.is_error()).count();
    // Errors first: they are why somebody reads this.
    let (bad, other): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.is_error());
    let unlisted = bad.iter().skip(MOST).map(|one| key(one)).collect();
    let listed = bad.into_iter().chain(other).take(MOST);
    let problems = Problems {
        errors,
        warnings: all.len() - errors,
        root: is_local.then(|| shown(snapshot.root())),
        unlisted,
        words: words(errors, all.len(), language),
        problems: listed
            .map(|one| problem(one, &texts, is_local, language))
            .collect(),
    };
    serde_json::to_string(&problems).expect("numbers and text always serialise")
}

fn words(errors: usize, all: usize, language: Language) -> Words {
    let more = all.saturating_sub(MOST);
    let lead = match errors {
        0 => message!("preview-lead-warnings"),
        _ => message!("preview-lead-errors"),
    };
    let text = |message: Message| message.text(language);
    Words {
        language: language.code(),
        total: text(counts(errors, all - errors)),
        lead: text(lead),
        more: match more {
            0 => String::new(),
            count => text(message!("preview-more", count)),
        },
        hide: text(message!("preview-hide")),
        goes_away: text(message!("preview-goes-away")),
        editor: text(message!("preview-editor")),
        open_in: text(message!("preview-open-in", editor = "{editor}")),
        show: text(message!("preview-show")),
        help: text(message!("level-help")),
        copy: text(message!("preview-copy")),
        copied: text(message!("preview-copied")),
        press: text(message!("preview-press")),
    }
}

/// One problem in words. Places on this computer, to which links of the site lead, are
/// nobody else's business.
fn problem<'a>(
    diagnostic: &'a Diagnostic,
    texts: &Texts<'_, '_>,
    is_local: bool,
    language: Language,
) -> Problem<'a> {
    let words = |message: &Message| match is_local {
        true => message.text(language),
        false => message.clone().without_places().text(language),
    };
    let file = diagnostic.file.as_ref();
    let place = file
        .and_then(|file| texts.get(file))
        .zip(diagnostic.span)
        .map(|(text, span)| text.position(span.start));
    let (severity, kind) = match diagnostic.is_error() {
        true => ("error", message!("level-error")),
        false => ("warning", message!("level-warning")),
    };
    let excerpt_name = file.map(|file| message!("preview-excerpt", file).text(language));
    Problem {
        key: key(diagnostic),
        severity,
        kind: kind.text(language),
        code: diagnostic.code.name,
        message: words(&diagnostic.message),
        file: file.map(SourcePath::as_str),
        line: place.map(|(line, _)| line),
        column: place.map(|(_, column)| column),
        excerpt: excerpt(diagnostic, texts, language),
        excerpt_name,
        help: diagnostic.help.iter().map(words).collect(),
    }
}

/// The same for one problem wherever its line moves, and another one for others.
fn key(diagnostic: &Diagnostic) -> String {
    let mut hasher = Xxh3::new();
    (diagnostic.code, &diagnostic.file, &diagnostic.message).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// What the terminal shows between the place and the help: lines, carets, other places.
fn excerpt(diagnostic: &Diagnostic, texts: &Texts<'_, '_>, language: Language) -> String {
    let bare = Diagnostic {
        message: Message::foreign(""),
        help: Vec::new(),
        ..diagnostic.clone()
    };
    let options = human::Options {
        language,
        ..human::Options::default()
    };
    let text = human::render_with(&[bare], texts, &options);
    // The title, and the place where there is one, are shown elsewhere.
    let skip = 1 + usize::from(diagnostic.file.is_some());
    let lines: Vec<&str> = text.lines().skip(skip).collect();
    let empty = |line: &&str| line.trim().is_empty() || line.trim() == "|";
    let start = lines
        .iter()
        .position(|line| !empty(line))
        .unwrap_or(lines.len());
    let end = lines
        .iter()
        .rposition(|line| !empty(line))
        .map_or(start, |last| last + 1);
    lines[start..end].join("\n")
}
