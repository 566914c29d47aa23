//! The order of modules: each may use only those above it in the table of ARCHITECTURE.md.

use crate::tidy::{code, is_test, sources};

/// The modules of the crate in the order of the table “Who owns what”.
fn modules() -> Vec<String> {
    let page = include_str!("../../ARCHITECTURE.md");
    let table = page.split("\n## Who owns what, ").nth(1);
    let table = table.and_then(|rest| rest.split("\n## ").next());
    let rows = table.expect("the table").lines();
    let cells = rows.filter_map(|row| row.strip_prefix("| `")?.split(" |").next());
    let written = cells.flat_map(|cell| cell.trim_end_matches('`').split("`, `"));
    let names = written.map(|name| name.trim_end_matches('/').trim_end_matches(".rs"));
    // A folder within a module is held by that module's place.
    let own = names.filter(|name| !name.contains('/') && *name != "main");
    own.map(str::to_owned).collect()
}

/// The modules that a line of code names, by paths from the crate's root.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let comment = line.trim_start().starts_with("//");
    let after = line
        .split("crate::")
        .skip(if comment { usize::MAX } else { 1 });
    after.map(|rest| {
        let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        rest.split(|c| !word(c)).next().unwrap_or_default()
    })
}

#[test]
fn modules_use_only_those_above_them_in_the_table_of_architecture() {
    let modules = modules();
    let place = |module: &str| modules.iter().position(|other| other == module);
    let mut found = 0;
    for (name, text) in sources().iter().filter(|(name, _)| !is_test(name)) {
        let own = name.split('/').next().unwrap_or_default();
        let own = own.trim_end_matches(".rs");
        if matches!(own, "main" | "lib") {
            continue;
        }
        let here = place(own).unwrap_or_else(|| panic!("ARCHITECTURE.md lacks `{own}`"));
        for (number, line) in code(text).lines().enumerate() {
            for used in named(line).filter(|used| *used != own) {
                let line = number + 1;
                assert!(
                    !used.is_empty(),
                    "{name}:{line}: name one module in a path from the crate's root"
                );
                let there = place(used);
                let there = there.unwrap_or_else(|| panic!("ARCHITECTURE.md lacks `{used}`"));
                assert!(
                    there < here,
                    "{name}:{line}: `{own}` uses `{used}`, which is not above it"
                );
                found += 1;
            }
        }
    }
    assert!(found > 300, "only {found} uses of other modules were found");
    for module in modules {
        let file =
            |name: &str| name.starts_with(&format!("{module}/")) || *name == format!("{module}.rs");
        assert!(
            sources().iter().any(|(name, _)| file(name)),
            "ARCHITECTURE.md has `{module}`, which is no module"
        );
    }
}
