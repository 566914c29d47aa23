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
