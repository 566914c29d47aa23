//! House rules, so that the shape of the code doesn't erode unseen.

use std::fs;
use std::path::{Path, PathBuf};

const LIMIT: usize = 400;

pub(crate) fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut open: Vec<PathBuf> = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next)
            .expect("a folder")
            .filter_map(Result::ok)
        {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path
                    .strip_prefix(&root)
                    .expect("inside")
                    .to_string_lossy()
                    .replace('\\', "/");
                files.push((name, fs::read_to_string(&path).expect("a file")));
            }
        }
    }
    files.sort();
    files
}

pub(crate) fn is_test(name: &str) -> bool {
    name.ends_with("tests.rs") || name.contains("/tests/")
}

/// The code of a file without its tests, which stand at its end.
pub(crate) fn code(text: &str) -> &str {
    let cut = text.rsplit_once("\n#[cfg(test)]\nmod ");
    cut.map_or(text, |(code, _)| code)
}

#[test]
fn every_module_says_what_it_owns() {
    for (name, text) in sources().iter().filter(|(name, _)| !is_test(name)) {
        assert!(
            text.starts_with("//!"),
            "{name} does not open with what it is for"
        );
    }
}

#[test]
fn files_have_one_subject() {
    for (name, text) in sources().iter().filter(|(name, _)| !is_test(name)) {
        let lines = code(text).lines().count();
        assert!(lines <= LIMIT, "{name} has {lines} lines without its tests");
    }
}

#[test]
fn only_the_ends_touch_the_disk() {
    let allowed = [
        "sources",
        "output/",
        "store.rs",
        "held.rs",
        "file_id.rs",
        "cli/new.rs",
        "cli/init.rs",
        "serve/watch.rs",
        "serve/places.rs",
    ];
    for (name, text) in sources().iter().filter(|(name, _)| !is_test(name)) {
        if !allowed.iter().any(|place| name.starts_with(place)) {
            assert!(
                !code(text).contains("std::fs") && !code(text).contains("fs::"),
                "{name} touches the disk"
            );
        }
    }
}

#[test]
fn only_the_command_line_prints() {
    for (name, text) in sources()
        .iter()
        .filter(|(name, _)| !name.starts_with("cli/") && !is_test(name))
    {
        for word in [
            "println!",
            "print!(",
            "eprintln!",
            "stdout()",
            "stderr()",
            "dbg!",
        ] {
            assert!(!code(text).contains(word), "{name} prints");
        }
    }
}

#[test]
fn the_clock_and_the_environment_come_in_at_one_door() {
    // How long a build waits for another one, or for a file, is no part of what it writes; a preview
    // moves with the clock, and tells how long an update took.
    let exempt = |name: &str| {
        [
            "cli/",
            "serve/",
            "held.rs",
            "output/lock.rs",
            "sources/stat.rs",
        ]
        .iter()
        .any(|place| name.starts_with(place))
            || is_test(name)
    };
    for (name, text) in sources().iter().filter(|(name, _)| !exempt(name)) {
        for word in [
            "Timestamp::now",
            "SystemTime::now",
            "Instant::now",
            "env::var",
        ] {
            assert!(!code(text).contains(word), "{name} uses {word}");
        }
    }
}
