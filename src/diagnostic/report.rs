//! What is done to all diagnostics of a run: a site's own severities, and the count.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Diagnostic, Severity, Span};

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

/// All diagnostics with what rendering found: the same on many pages is told once, and
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

/// How many there are, in words: `3 errors, 1 warning in 2 files`.
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let errors = diagnostics.iter().filter(|d| d.is_error()).count();
    let warnings = diagnostics.len() - errors;
    let files: BTreeSet<_> = diagnostics.iter().filter_map(|d| d.file.as_ref()).collect();
    let counts = [(errors, "error"), (warnings, "warning")];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, word)| count(n, word))
        .collect();
    match (counts.is_empty(), files.len()) {
        (true, _) => "no problems".into(),
        (false, 0) => counts.join(", "),
        (false, n) => format!("{} in {}", counts.join(", "), count(n, "file")),
    }
}

/// A number and its noun: `1 file`, `3 files`.
pub fn count(n: usize, word: &str) -> String {
    format!("{n} {word}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;
    use crate::path::SourcePath;

    const LINK: Code = Code::error("link/missing-page");
    const ALT: Code = Code::warning("image/missing-alt");
    const CLASH: Code = Code::guard("route/collision");

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
    fn the_summary_counts() {
        assert_eq!(summary(&all()), "2 errors, 1 warning in 2 files");
        assert_eq!(summary(&all()[..1]), "1 error in 1 file");
        assert_eq!(summary(&all()[1..2]), "1 warning in 1 file");
        assert_eq!(summary(&[Diagnostic::new(CLASH, "x")]), "1 error");
        assert_eq!(summary(&[]), "no problems");
    }
}
