//! The table of codes is the program's.

use std::collections::{BTreeMap, BTreeSet};

use nitton::diagnostic::{Severity, codes};

use super::{read, rows};

#[test]
fn the_table_of_codes_is_complete_and_true() {
    let document = read("docs/diagnostics.md");
    let mut documented = BTreeMap::new();
    for (heading, cells) in rows(&document) {
        if heading == "All codes" {
            let [code, severity, words] = &cells[..] else {
                panic!("a row has not three cells: {cells:?}")
            };
            assert!(!words.is_empty(), "{code} is not explained");
            let twice = documented.insert(code.trim_matches('`').to_owned(), severity.clone());
            assert_eq!(twice, None, "{code} stands twice in the table");
        }
    }
    let severity = |code: &nitton::diagnostic::Code| match (code.severity, code.guarded) {
        (Severity::Error, true) => "error, guarded".to_owned(),
        (Severity::Error, false) => "error".to_owned(),
        (Severity::Warning, _) => "warning".to_owned(),
    };
    let known: BTreeMap<String, String> = codes()
        .map(|code| (code.name.to_owned(), severity(code)))
        .collect();
    let mut differences = Vec::new();
    for name in documented
        .keys()
        .chain(known.keys())
        .collect::<BTreeSet<_>>()
    {
        let (said, is) = (documented.get(name), known.get(name));
        if said != is {
            differences.push(format!(
                "{name}: documented {said:?}, in the program {is:?}"
            ));
        }
    }
    assert!(
        differences.is_empty(),
        "docs/diagnostics.md:\n{}",
        differences.join("\n")
    );
}

/// The errors that a site may lower, each because of what is published then: nothing
/// secret, nothing that runs, and no address less. Whoever adds an error decides.
const LOWERABLE: &[&str] = &[
    // A value is left out or stays as it was written.
    "comments/bad-address",
    "comments/bad-value",
    "comments/unknown-key",
    "comments/wrong-type",
    "config/bad-address",
    "config/bad-value",
    "config/unclear-conformity",
    "config/unknown-code",
    "config/unknown-key",
    "config/wrong-type",
    "file/trusted-missing",
    "front-matter/bad-address",
    "front-matter/bad-value",
    "front-matter/unknown-key",
    "front-matter/wrong-type",
    "image/bad-path",
    // A text or a picture lacks something that its readers miss.
    "front-matter/missing-author",
    "image/missing-alt",
    "markdown/bad-language",
    "markdown/duplicate-id",
    "markdown/reserved-id",
    "markdown/unclosed-block",
    "markdown/shortcode",
    "markdown/template-tag",
    "markdown/unfinished-merge",
    "site/unknown-author",
    "site/unknown-network",
    "source/hidden-character",
    // A link leads to the page for wrong addresses.
    "config/bad-page",
    "config/link-by-file",
    "image/backslash",
    "image/empty",
    "image/missing-file",
    "image/no-image",
    "link/backslash",
    "link/bad-scheme",
    "link/empty",
    "link/missing-file",
    "link/missing-fragment",
    "link/missing-page",
    "link/no-scheme",
    "link/unreachable-host",
    // A file is left out, and nothing leads to it.
    "source/misnamed-text",
    // The built-in theme, or its words, stand in.
    "locale/bad-value",
    "locale/syntax",
    "locale/unknown-placeholder",
    "template/reserved-folder",
    "theme/api",
    "theme/asset",
    "theme/manifest",
    "theme/not-found",
];

#[test]
fn every_error_that_can_be_lowered_was_meant_to_be() {
    let lowerable = codes().filter(|code| code.severity == Severity::Error && !code.guarded);
    let lowerable: BTreeSet<&str> = lowerable.map(|code| code.name).collect();
    let decided: BTreeSet<&str> = LOWERABLE.iter().copied().collect();
    let undecided: Vec<_> = lowerable.difference(&decided).collect();
    assert!(
        undecided.is_empty(),
        "guard these, or say why not: {undecided:?}"
    );
    let gone: Vec<_> = decided.difference(&lowerable).collect();
    assert!(gone.is_empty(), "no errors that can be lowered: {gone:?}");
}

#[test]
fn codes_in_other_documents_exist() {
    let areas: Vec<&str> = codes()
        .filter_map(|code| code.name.split_once('/'))
        .map(|(area, _)| area)
        .collect();
    for name in super::DOCUMENTS {
        let document = read(name);
        for word in document.lines().flat_map(super::code_spans) {
            let is_code = word.split_once('/').is_some_and(|(area, rest)| {
                areas.contains(&area)
                    && !rest.is_empty()
                    && rest.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            });
            // `parse/` and `theme/` are folders of the program, too.
            if is_code && !word.ends_with('/') {
                assert!(
                    codes().any(|code| code.name == word),
                    "{name} names the code `{word}`, which doesn't exist"
                );
            }
        }
    }
}
