//! Builds that stop anywhere: every file is whole, and the next build heals.

use super::*;

fn old() -> Files {
    files(&[
        "index.html=old start",
        "style.css=old style",
        "same/index.html=same",
        "gone/deep/index.html=gone",
        "flip=file",
        "flop/index.html=page",
    ])
}

fn new() -> Files {
    files(&[
        "index.html=new start",
        "style2.css=new style",
        "same/index.html=same",
        "flip/index.html=page",
        "flop=file",
        "new/deep/index.html=new",
    ])
}

/// Without half of what the second had, so that a forgotten file would show.
fn third() -> Files {
    files(&["index.html=third start", "style.css=old style", "flop=file"])
}

/// Stages `files`, takes `steps` steps of the commit, and dies. Says whether all
/// steps were taken.
fn die(site: &Site, files: &Files, steps: usize) -> bool {
    let output = site.open();
    let staged = stage(&output, files).expect("stages");
    let plan = output.plan(staged).expect("plans");
    for step in plan.steps.iter().take(steps) {
        output
            .perform(step, &plan.manifest)
            .expect("a step is taken");
    }
    // The system would release the lock; nothing else is tidied.
    let mut output = output;
    output._lock = None;
    std::mem::forget(output);
    steps >= plan.steps.len()
}

/// Each file has one of the versions it was given, and nothing is cut short.
#[track_caller]
fn assert_whole(site: &Site, versions: &[Files]) {
    let mut found = tree(&site.public(""));
    found.retain(|name, _| !name.contains(".nitton-"));
    for (name, bytes) in found {
        assert!(
            versions
                .iter()
                .any(|files| files.get(&name) == Some(&bytes)),
            "{name} is {:?}",
            String::from_utf8_lossy(&bytes)
        );
    }
}

#[test]
fn a_crash_at_any_step_is_healed_by_the_next_build() {
    for wanted in [old(), new(), third()] {
        for steps in 0.. {
            let site = Site::new();
            site.build(&old());
            site.put("home/site/public/theirs/notes.txt", "mine");
            let done = die(&site, &new(), steps);
            assert_whole(&site, &[old(), new(), files(&["theirs/notes.txt=mine"])]);
            site.build(&wanted);
            let mut expected = wanted.clone();
            expected.extend(files(&["theirs/notes.txt=mine"]));
            assert_eq!(site.published(), expected, "after {steps} steps");
            if done {
                break;
            }
        }
    }
}

#[test]
fn a_crash_of_a_first_build_is_healed_too() {
    for steps in 0.. {
        let site = Site::new();
        let done = die(&site, &new(), steps);
        assert_whole(&site, &[new()]);
        site.build(&third());
        assert_eq!(site.published(), third(), "after {steps} steps");
        let folders = ["gone", "new", "same", "flip"];
        assert!(folders.iter().all(|name| !site.public(name).exists()));
        if done {
            break;
        }
    }
}

#[test]
fn one_crash_after_the_other_is_healed() {
    for first in 0.. {
        let mut first_done = false;
        for second in 0.. {
            let site = Site::new();
            site.build(&old());
            first_done = die(&site, &new(), first);
            let done = die(&site, &third(), second);
            assert_whole(&site, &[old(), new(), third()]);
            site.build(&old());
            assert_eq!(site.published(), old(), "after {first} and {second} steps");
            if done {
                break;
            }
        }
        if first_done {
            break;
        }
    }
}

#[test]
fn an_opened_and_dropped_build_heals_and_loses_nothing() {
    for steps in 0.. {
        let site = Site::new();
        site.build(&old());
        let done = die(&site, &new(), steps);
        drop(site.open());
        let left = tree(&site.public(""));
        assert!(
            left.keys().all(|name| !name.contains("nitton-tmp")),
            "{left:?}"
        );
        assert!(!left.contains_key(manifest::INTENT));
        site.build(&third());
        assert_eq!(site.published(), third(), "after {steps} steps");
        if done {
            break;
        }
    }
}

#[test]
fn a_damaged_intent_forgets_nothing_that_was_known() {
    for damaged in ["{", "{\"version\":2}"] {
        let site = Site::new();
        site.build(&old());
        fs::write(site.public(manifest::INTENT), damaged).expect("writes");
        site.build(&third());
        assert_eq!(site.published(), third());
    }
}

#[test]
fn an_edit_after_a_crash_is_never_removed() {
    let site = Site::new();
    site.build(&old());
    die(&site, &new(), 4);
    fs::write(site.public("gone/deep/index.html"), "edited").expect("writes");
    let error = site
        .try_build(&new())
        .expect_err("it is not as we wrote it");
    assert_eq!(error.kind(), ErrorKind::Kept);
}
