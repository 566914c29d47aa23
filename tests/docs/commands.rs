//! Commands and flags in the documents exist, and every flag is documented.

use std::collections::BTreeSet;
use std::process::Command;

use super::{DOCUMENTS, blocks, code_spans, read};

/// The commands that the documents show, without the program's name.
fn shown() -> Vec<(&'static str, String)> {
    let mut commands = Vec::new();
    for name in DOCUMENTS {
        let document = read(name);
        let mut lines: Vec<String> = Vec::new();
        for block in blocks(&document)
            .iter()
            .filter(|block| block.language == "sh")
        {
            lines.extend(block.text.lines().map(str::to_owned));
        }
        lines.extend(document.lines().flat_map(code_spans).map(str::to_owned));
        for line in lines {
            let line = line
                .split(" #")
                .next()
                .unwrap_or_default()
                .trim()
                .to_owned();
            let arguments = ["nitton ", "cargo run --release -- "]
                .iter()
                .find_map(|start| line.strip_prefix(start));
            if let Some(arguments) = arguments {
                commands.push((*name, arguments.to_owned()));
            }
        }
    }
    commands
}

fn help(command: &str) -> Option<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_nitton"))
        .args([command, "--help"])
        .env("NITTON_LANG", "en")
        .output()
        .expect("the program runs");
    output
        .status
        .success()
        .then(|| String::from_utf8(output.stdout).expect("help is UTF-8"))
}

/// The long flags in a text.
fn flags(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '`' | '[' | ']' | '=' | '.' | '(' | ')' | '|')
    });
    words
        .filter(|word| {
            word.strip_prefix("--")
                .is_some_and(|name| name.starts_with(char::is_alphabetic))
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn commands_and_their_flags_exist() {
    let shown = shown();
    let of_readme: BTreeSet<&str> = shown
        .iter()
        .filter(|(name, _)| *name == "README.md")
        .filter_map(|(_, line)| line.split(' ').next())
        .collect();
    for command in ["build", "serve", "init", "new", "list", "completions"] {
        assert!(
            of_readme.contains(command),
            "README.md does not show `nitton {command}`"
        );
    }
    for (name, line) in &shown {
        let command = line.split(' ').next().unwrap_or_default();
        // `nitton help` explains the others, and `nitton --version` is none.
        if command == "help" || line == "--version" {
            continue;
        }
        let help = help(command).unwrap_or_else(|| {
            panic!("{name} shows `nitton {line}`, and there is no such command")
        });
        for flag in flags(line) {
            assert!(
                flags(&help).contains(&flag),
                "{name} shows `nitton {line}`, and `{command}` has no {flag}"
            );
        }
    }
}

#[test]
fn flags_of_serve_are_documented() {
    let mut known = flags(&help("serve").expect("serve exists"));
    // Those of all commands are in docs/configuration.md.
    for flag in flags(&help("list").expect("list exists")) {
        known.remove(&flag);
    }
    known.insert("--drafts".into());
    let documented = flags(&read("docs/serve.md"));
    let missing: Vec<_> = known.difference(&documented).collect();
    assert!(missing.is_empty(), "docs/serve.md lacks {missing:?}");
}

#[test]
fn flags_of_build_are_documented() {
    let document = read("docs/configuration.md");
    let section = document
        .split("## The command line")
        .nth(1)
        .expect("a section on the command line");
    let mut known = flags(&help("build").expect("build exists"));
    known.retain(|flag| !matches!(flag.as_str(), "--help" | "--version"));
    let mut documented = flags(section);
    documented.remove("--help");
    assert_eq!(documented, known);
}
