//! What is done to all diagnostics of a run: a site's own severities, and the count.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Diagnostic, Severity, Span};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::SourcePath;

/// Gives each code the severity that the site has set for it; `None` removes its
/// diagnostics. Codes that guard a promise stay as they are.
pub fn apply(
    diagnostics: &mut Vec<Diagnostic>,
    severities: &BTreeMap<&'static str, Option<Severity>>,
) {
    diagnostics.retain_mut(|diagnostic| {
        if diagnostic.code.guarded {
            return true;
        }
        match severities.get(diagnostic.code.name) {
            Some(Some(severity)) => diagnostic.severity = *severity,
            Some(None) => return false,
            None => {}
        }
        true
    });
}

/// All diagnostics with what rendering found: the same on many pages is reported once, and
/// not at all where the template's own check has found it at the very place.
pub fn with_failures(
    mut diagnostics: Vec<Diagnostic>,
    mut failures: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    super::sort(&mut failures);
    failures.dedup_by(|a, b| {
        (a.code, &a.file, a.span, &a.message) == (b.code, &b.file, b.span, &b.message)
    });
    let mut known: HashMap<_, Vec<Span>> = HashMap::new();
    for one in &diagnostics {
        let spans = known.entry((one.code, &one.file, &one.message));
        spans.or_default().extend(one.span);
    }
    failures.retain(|failure| {
        let spans = known.get(&(failure.code, &failure.file, &failure.message));
        let (Some(spans), Some(whole)) = (spans, failure.span) else {
            return true;
        };
        !(spans.iter()).any(|span| whole.start <= span.start && span.end <= whole.end)
    });
    diagnostics.append(&mut failures);
    super::sort(&mut diagnostics);
    diagnostics
}

/// So many of one code are shown before the rest is only counted.
const SHOWN: usize = 20;
/// So many times the same is said.
const REPEATS: usize = 3;

/// The first few of each code, and a line for the rest of each: how many, in how many
/// files, and what ends most of them at once.
pub fn fold(diagnostics: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Message>) {
    let mut groups: BTreeMap<&'static str, Group> = BTreeMap::new();
    let mut shown = Vec::new();
    for diagnostic in diagnostics {
        let group = groups.entry(diagnostic.code.name).or_default();
        if group.add(&diagnostic) {
            shown.push(diagnostic);
        }
    }
    let lines = groups.iter().filter_map(|(code, group)| group.line(code));
    (shown, lines.collect())
}

/// All diagnostics of one code.
#[derive(Default)]
struct Group {
    count: usize,
    messages: BTreeMap<Message, usize>,
    fixes: BTreeMap<Message, usize>,
    shown: usize,
    /// Of those that are not shown: their files, and what they say.
    files: BTreeSet<SourcePath>,
    hidden: BTreeSet<Message>,
}

impl Group {
    /// Counts one; says whether it is shown.
    fn add(&mut self, one: &Diagnostic) -> bool {
        self.count += 1;
        if let Some(fix) = &one.common_fix {
            *self.fixes.entry(fix.clone()).or_default() += 1;
        }
        let same = self.messages.entry(one.message.clone()).or_default();
        *same += 1;
        let is_shown = *same <= REPEATS && self.shown < SHOWN;
        if is_shown {
            self.shown += 1;
        } else {
            self.files.extend(one.file.clone());
            self.hidden.insert(one.message.clone());
        }
        is_shown
    }

    fn line(&self, code: &str) -> Option<Message> {
        let more = self.count - self.shown;
        if more == 0 {
            return None;
        }
        let nothing = || Arg::from("");
        let place = match self.files.len() {
            0 => nothing(),
            count => message!("summary-more-place", files = files(count)).into(),
        };
        let what = match self.hidden.iter().next() {
            Some(message) if self.hidden.len() == 1 => {
                message!("summary-more-what", message = message.clone()).into()
            }
            _ => nothing(),
        };
        let most = self.fixes.iter().max_by_key(|(_, count)| **count);
        let fix = match most.filter(|(_, most)| **most * 2 >= self.count) {
            Some((fix, most)) => {
                let (most, count) = (*most, self.count);
                message!("summary-more-fix", most, count, fix = fix.clone()).into()
            }
            None => nothing(),
        };
        Some(message!(
            "summary-more",
            count = more,
            code,
            place,
            what,
            fix
        ))
    }
}

/// How many there are: `3 errors, 1 warning in 2 files`.
pub fn summary(diagnostics: &[Diagnostic]) -> Message {
    let errors = diagnostics.iter().filter(|d| d.is_error()).count();
    let warnings = diagnostics.len() - errors;
    let places: BTreeSet<_> = diagnostics.iter().filter_map(|d| d.file.as_ref()).collect();
    let counts = counts(errors, warnings);
    match (diagnostics.is_empty(), places.len()) {
        (true, _) => message!("summary-none"),
        (false, 0) => counts,
        (false, count) => message!("summary-in-files", counts, files = files(count)),
    }
}

/// So many errors and warnings, of which there are some.
pub fn counts(errors: usize, warnings: usize) -> Message {
    let mut counts = Vec::new();
    if errors > 0 {
        counts.push(message!("count-errors", count = errors).into());
    }
    if warnings > 0 {
        counts.push(message!("count-warnings", count = warnings).into());
    }
    message!("summary-counts", counts = Arg::List(counts))
}

/// A number of files, with their noun.
pub(super) fn files(count: usize) -> Message {
    message!("count-files", count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::message::Language;

    const LINK: Code = Code::error("link/missing-page");
    const ALT: Code = Code::warning("image/missing-alt");
    const CLASH: Code = Code::guard("route/collision");

    fn english(messages: &[Message]) -> Vec<String> {
        let texts = messages.iter().map(|line| line.text(Language::English));
        texts.collect()
    }

    fn all() -> Vec<Diagnostic> {
        let file = |name| SourcePath::new(name);
        vec![
            Diagnostic::new(LINK, "a").in_file(&file("a.md")),
            Diagnostic::new(ALT, "b").in_file(&file("a.md")),
            Diagnostic::new(CLASH, "c").in_file(&file("b.md")),
        ]
    }

    #[test]
    fn a_site_sets_severities_but_not_those_of_guards() {
        let mut some = all();
        let severities = BTreeMap::from([
            ("link/missing-page", Some(Severity::Warning)),
            ("image/missing-alt", Some(Severity::Error)),
            ("route/collision", Some(Severity::Warning)),
        ]);
        apply(&mut some, &severities);
        let found: Vec<_> = some.iter().map(|d| d.severity).collect();
        assert_eq!(found, [Severity::Warning, Severity::Error, Severity::Error]);
    }

    #[test]
    fn allow_removes_but_not_guards() {
        let mut some = all();
        apply(
            &mut some,
            &BTreeMap::from([("image/missing-alt", None), ("route/collision", None)]),
        );
        let found: Vec<_> = some.iter().map(|d| d.code.name).collect();
        assert_eq!(found, ["link/missing-page", "route/collision"]);
    }

    #[test]
    fn many_of_one_code_are_counted_with_what_ends_most_of_them() {
        let many = |count: usize, message: &dyn Fn(usize) -> String| -> Vec<Diagnostic> {
            let one = |n: usize| {
                let file = SourcePath::new(&format!("content/posts/{}.md", n / 2));
                let one = Diagnostic::new(LINK, message(n)).in_file(&file);
                match n % 3 {
                    0 => one,
                    _ => one.common_fix("`permalink: /{slug}/` in site.yaml"),
                }
            };
            (0..count).map(one).collect()
        };
        let (shown, lines) = fold(many(20, &|n| format!("there is no page {n}")));
        assert_eq!((shown.len(), lines.len()), (20, 0));
        let (shown, lines) = fold(many(120, &|n| format!("there is no page {n}")));
        assert_eq!(shown.len(), 20);
        assert_eq!(
            english(&lines),
            [
                "… and 100 more of [link/missing-page] in 50 files (--verbose prints all)\n  \
              one line fixes 80 of all 120: `permalink: /{slug}/` in site.yaml"
            ]
        );
        let (shown, lines) = fold(many(5, &|_| "the same".to_owned()));
        assert_eq!(shown.len(), 3);
        assert!(
            english(&lines)[0]
                .starts_with("… and 2 more of [link/missing-page] in 2 files: the same (--verbose")
        );
        // What another code says is shown whole.
        let (shown, lines) = fold(all());
        assert_eq!((shown.len(), lines.len()), (3, 0));
    }

    #[test]
    fn the_summary_counts() {
        assert_eq!(
            english(&[summary(&all())]),
            ["2 errors, 1 warning in 2 files"]
        );
        assert_eq!(english(&[summary(&all()[..1])]), ["1 error in 1 file"]);
        assert_eq!(english(&[summary(&all()[1..2])]), ["1 warning in 1 file"]);
        assert_eq!(
            english(&[summary(&[Diagnostic::new(CLASH, "x")])]),
            ["1 error"]
        );
        assert_eq!(english(&[summary(&[])]), ["no problems"]);
    }
}
