//! Commits: what is created, changed, removed and kept, and the manifest.

use super::*;

#[test]
fn a_build_without_change_writes_nothing() {
    let site = Site::new();
    let wanted = files(&["a/index.html=a", "b/c/index.html=b", "s.css=s", "empty="]);
    assert_eq!(site.build(&wanted).created.len(), 4);
    let before = site.state();
    let report = site.build(&wanted);
    assert_eq!(
        report,
        Report {
            unchanged: 4,
            ..Report::default()
        }
    );
    assert_eq!(site.state(), before);
}

#[test]
fn only_what_differs_is_written() {
    let site = Site::new();
    site.build(&files(&["a/index.html=a", "b/index.html=b"]));
    let before = site.state();
    let report = site.build(&files(&[
        "a/index.html=a",
        "b/index.html=B",
        "c/index.html=c",
    ]));
    assert_eq!(report.created, paths(&["c/index.html"]));
    assert_eq!(report.changed, paths(&["b/index.html"]));
    assert_eq!(report.unchanged, 1);
    let after = site.state();
    let place = site.public("a/index.html");
    assert_eq!(before[&place], after[&place]);
}

#[test]
fn stale_files_go_with_their_folders() {
    let site = Site::new();
    site.build(&files(&[
        "a/index.html=a",
        "b/c/d/index.html=b",
        "b/e/index.html=e",
    ]));
    let report = site.build(&files(&["a/index.html=a", "b/e/index.html=e"]));
    assert_eq!(report.removed, paths(&["b/c/d/index.html"]));
    assert!(!site.public("b/c").exists());
    assert!(site.public("b/e").exists());
    let report = site.build(&Files::new());
    assert_eq!(report.removed.len(), 2);
    assert_eq!(site.published(), Files::new());
    assert!(!site.public("a").exists());
}

#[test]
fn files_of_others_survive_everything() {
    let site = Site::new();
    let theirs = files(&["CNAME=x", "b/notes.txt=mine", ".git/HEAD=ref", "b/c/.keep="]);
    site.build(&files(&["b/index.html=b", "b/c/index.html=c"]));
    for (name, bytes) in &theirs {
        let place = site.public(name);
        fs::create_dir_all(place.parent().expect("it has a folder")).expect("a folder");
        fs::write(place, bytes).expect("writes");
    }
    fs::create_dir_all(site.public("b/uploads")).expect("a folder");
    let report = site.build(&files(&["d/index.html=d"]));
    assert_eq!(report.removed.len(), 2);
    let mut expected = theirs.clone();
    expected.extend(files(&["d/index.html=d"]));
    assert_eq!(site.published(), expected);
    assert!(site.public("b/uploads").exists());
}

#[test]
fn an_edited_stale_file_stops_the_build_until_it_is_gone() {
    let site = Site::new();
    site.build(&files(&["a=a", "b=b", "c=c"]));
    fs::write(site.public("b"), "edited").expect("writes");
    fs::write(site.public("c"), "C").expect("writes");
    for _ in 0..2 {
        let before = tree(&site.public(""));
        let error = (site.try_build(&files(&["a=new", "d=d"]))).expect_err("it can't go");
        assert_eq!(error.kind(), ErrorKind::Kept);
        let found = error.diagnostic();
        assert!(found.is_error() && found.code.name == "output/kept");
        for name in ["b", "c"] {
            let place = site.public(name);
            assert!(
                found
                    .english()
                    .message
                    .contains(&format!("`{}`", crate::path::shown(&place))),
                "{error}"
            );
        }
        assert_eq!(tree(&site.public("")), before, "nothing is written");
    }
    fs::remove_file(site.public("b")).expect("removes");
    // What is as we wrote it again is removed.
    fs::write(site.public("c"), "c").expect("writes");
    let report = site.build(&files(&["a=a"]));
    assert_eq!(report.removed, paths(&["c"]));
    assert_eq!(site.published(), files(&["a=a"]));
}

#[test]
fn a_compressed_copy_of_a_page_that_goes_stops_the_build() {
    let site = Site::new();
    site.build(&files(&["a/index.html=a", "b/index.html=b"]));
    for page in ["a", "b"] {
        fs::write(site.public(&format!("{page}/index.html.gz")), "gz").expect("writes");
    }
    let error = (site.try_build(&files(&["a/index.html=a"]))).expect_err("it is still sent");
    assert!(error.to_string().contains("index.html.gz"), "{error}");
    assert!(!error.to_string().contains("a/index.html"), "{error}");
    fs::remove_file(site.public("b/index.html.gz")).expect("removes");
    let report = site.build(&files(&["a/index.html=a"]));
    assert_eq!(report.removed, paths(&["b/index.html"]));
}

#[test]
fn files_of_which_the_list_is_lost_stop_the_build_if_the_site_has_them_no_longer() {
    for damage in [None, Some("{")] {
        let site = Site::new();
        let all = files(&[
            "a/index.html=a",
            "b/index.html=b",
            "b/feed.xml=b",
            "c/d.jpg=c",
        ]);
        site.build(&all);
        match damage {
            Some(text) => fs::write(site.public(manifest::MANIFEST), text).expect("writes"),
            None => fs::remove_file(site.public(manifest::MANIFEST)).expect("removes"),
        }
        site.put("home/site/public/.well-known/host", "a host's");
        let error = (site.try_build(&files(&["a/index.html=a"]))).expect_err("whose are b and c?");
        assert_eq!(error.kind(), ErrorKind::Kept);
        for name in ["b/index.html", "b/feed.xml", "c/d.jpg"] {
            let name = crate::path::shown(Path::new(name));
            assert!(error.to_string().contains(&name), "{name}: {error}");
        }
        assert!(!error.to_string().contains("host"), "{error}");
        let report = site.build(&all);
        assert_eq!(report.unchanged, 4, "what has the same bytes is ours again");
    }
}

#[test]
fn files_and_folders_change_places() {
    let site = Site::new();
    let one = files(&[
        "a=file",
        "b/index.html=page",
        "b/c/index.html=page",
        "d/e=x",
    ]);
    let other = files(&["a/index.html=page", "a/b/index.html=page", "b=file", "d=x"]);
    for wanted in [&one, &other, &one, &other] {
        site.build(wanted);
        assert_eq!(&site.published(), wanted);
    }
    // But never at the cost of what is not ours.
    site.put("home/site/public/a/notes.txt", "mine");
    let before = tree(&site.public(""));
    let error = site.try_build(&one).expect_err("a is not only ours");
    assert_eq!(error.kind(), ErrorKind::Foreign);
    assert_eq!(tree(&site.public("")), before);
    fs::remove_file(site.public("a/notes.txt")).expect("removes");
    fs::write(site.public("a/index.html"), "edited").expect("writes");
    let before = tree(&site.public(""));
    let error = site.try_build(&one).expect_err("a/index.html was edited");
    assert_eq!(error.kind(), ErrorKind::Foreign);
    assert_eq!(tree(&site.public("")), before);
}

#[cfg(unix)]
#[test]
fn nothing_is_removed_through_a_link() {
    let site = Site::new();
    site.build(&files(&["a/b=b", "c=c"]));
    fs::create_dir(site.at("outside")).expect("a folder");
    fs::rename(site.public("a/b"), site.at("outside/b")).expect("moves");
    fs::remove_dir(site.public("a")).expect("removes");
    link(&site.at("outside"), &site.public("a"));
    let error = (site.try_build(&files(&["c=c"]))).expect_err("it can't go");
    assert_eq!(error.kind(), ErrorKind::Kept);
    assert_eq!(fs::read(site.at("outside/b")).expect("is there"), b"b");
}

#[test]
fn the_manifest_has_a_documented_form() {
    let site = Site::new();
    site.build(&files(&["å/index.html=a", "a.css="]));
    snapbox::assert_data_eq!(
        fs::read_to_string(site.public(manifest::MANIFEST)).expect("is there"),
        snapbox::str![[r#"
{"version":1,"files":{
"a.css":{"hash":"99aa06d3014798d86001c324468d497f","len":0},
"å/index.html":{"hash":"a96faf705af16834e6c632b61e964e1f","len":1}
}}

"#]]
    );
}

#[test]
fn a_manifest_that_cannot_be_trusted_removes_nothing() {
    let evil = r#"{"version":1,"files":{"../evil":{"hash":"00","len":0}}}"#;
    let absolute = r#"{"version":1,"files":{"/etc/passwd":{"hash":"00","len":0}}}"#;
    let newer = r#"{"version":99,"pages":[]}"#;
    for damaged in [
        "",
        "{",
        "null",
        "[]",
        "\u{0}\u{1}",
        newer,
        evil,
        absolute,
        r#"{"version":1}"#,
    ] {
        let site = Site::new();
        site.build(&files(&["a=a", "b=b", "c/d.css=c"]));
        fs::write(site.public(manifest::MANIFEST), damaged).expect("writes");
        site.put("home/site/evil", "");
        let output = site.open();
        assert!(output.notice().is_some(), "{damaged}");
        // Other bytes: it can't know that the file is its own.
        let error = stage(&output, &files(&["a=new"])).expect_err(damaged);
        assert_eq!(error.kind(), ErrorKind::Foreign);
        let error = output.in_the_way(vec![error]);
        assert!(error.to_string().contains("can't be understood"), "{error}");
        drop(output);
        // Equal bytes are ours again, and it is reported.
        let all = files(&["a=a", "b=b", "c/d.css=c"]);
        let error = site.try_build(&files(&["a=a", "b=b"])).expect_err(damaged);
        assert_eq!(error.kind(), ErrorKind::Kept);
        let report = site.build(&all);
        assert_eq!(report.unchanged, 3);
        assert_eq!(report.warnings()[0].code.name, "output/manifest");
        assert_eq!(site.published(), all);
        assert!(site.at("home/site/evil").exists());
        // From now on there is a good one.
        let report = site.build(&files(&["b=b"]));
        assert_eq!(report.removed, paths(&["a", "c/d.css"]));
    }
}

#[test]
fn a_truncated_manifest_removes_nothing_at_any_length() {
    let site = Site::new();
    let wanted = files(&["a=a", "b/index.html=b"]);
    site.build(&wanted);
    let whole = fs::read(site.public(manifest::MANIFEST)).expect("is there");
    for length in 0..whole.trim_ascii_end().len() {
        fs::write(site.public(manifest::MANIFEST), &whole[..length]).expect("writes");
        let output = site.open();
        assert!(output.notice().is_some(), "{length}");
        assert!(output.owned.is_empty());
    }
    fs::write(site.public(manifest::MANIFEST), &whole).expect("writes");
    assert_eq!(site.build(&wanted).unchanged, 2);
}

#[test]
fn a_failed_commit_leaves_whole_files_and_no_temporary_ones() {
    let site = Site::new();
    site.build(&files(&["a=a", "b=b"]));
    let output = site.open();
    let staged = stage(&output, &files(&["a=A", "b=B", "c=C"])).expect("stages");
    // Something grows in a place that was free, after we looked.
    site.put("home/site/public/c/theirs", "x");
    let error = output.commit(staged).expect_err("c is a folder");
    assert_eq!(error.kind(), ErrorKind::Io);
    let mut found = tree(&site.public(""));
    found.retain(|name, _| !name.starts_with(".nitton-"));
    assert_eq!(found, files(&["a=A", "b=B", "c/theirs=x"]));
    fs::remove_dir_all(site.public("c")).expect("removes");
    site.build(&files(&["a=A"]));
    assert_eq!(site.published(), files(&["a=A"]));
}

#[test]
fn what_was_staged_and_not_committed_is_removed() {
    let site = Site::new();
    for wanted in ["1", "2"] {
        let output = site.open();
        let kept = output.stage(&path("a"), wanted.as_bytes()).expect("stages");
        output.stage(&path("b/c"), b"forgotten").expect("stages");
        output.commit(vec![kept]).expect("commits");
        assert_eq!(site.published(), files(&[&format!("a={wanted}")]));
        assert!(!site.public("b").exists());
    }
    // Also when there was nothing else to do.
    let output = site.open();
    let same = output.stage(&path("a"), b"2").expect("stages");
    output.stage(&path("b/c"), b"forgotten").expect("stages");
    output.commit(vec![same]).expect("commits");
    assert_eq!(site.published(), files(&["a=2"]));
    assert!(!site.public("b").exists());
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 9] = [
        "a",
        "b",
        "a/x",
        "a/y/z",
        "a/y/w",
        "b/x",
        "c/d/e",
        "c/d",
        "index.html",
    ];

    /// A site without a file that is also a folder.
    fn any_site() -> impl Strategy<Value = Files> {
        let file = (prop::sample::select(&NAMES[..]), "[01]{0,2}");
        prop::collection::vec(file, 0..7).prop_map(|list| {
            let mut files = Files::new();
            for (name, bytes) in list {
                let below = format!("{name}/");
                let clash = |other: &String| {
                    other.starts_with(&below) || name.starts_with(&format!("{other}/"))
                };
                if !files.keys().any(clash) {
                    files.insert(name.to_owned(), bytes.into_bytes());
                }
            }
            files
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        /// Whatever was published before, the folder holds the new site and what
        /// others put there, as if it had been built for the first time.
        #[test]
        fn an_update_equals_a_fresh_build(sites in prop::collection::vec(any_site(), 1..6)) {
            let site = Site::new();
            for wanted in sites {
                let theirs = files(&["notes/mine.txt=x", "index.html.bak=y"]);
                site.build(&wanted);
                for (name, bytes) in &theirs {
                    let place = site.public(name);
                    fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
                    fs::write(place, bytes).expect("writes");
                }
                let mut expected = wanted.clone();
                expected.extend(theirs);
                prop_assert_eq!(site.published(), expected);
                let before = site.state();
                site.build(&wanted);
                prop_assert_eq!(site.state(), before);
            }
        }
    }
}

/// Where names that differ by case are one file, as on Windows and macOS, it has the new
/// name afterwards: a server may tell them apart.
#[test]
fn a_file_has_the_case_of_the_site_after_each_build() {
    for (old, new) in [
        ("Fil.txt", "fil.txt"),
        ("Mapp/x.txt", "mapp/x.txt"),
        ("A/B/C.txt", "a/b/c.txt"),
        ("a/B/c.txt", "a/b/C.txt"),
    ] {
        for bytes in ["same", "other"] {
            let site = Site::new();
            let start = files(&["index.html=x", &format!("{old}=same")]);
            site.build(&start);
            let end = files(&["index.html=x", &format!("{new}={bytes}")]);
            let report = site.build(&end);
            assert_eq!(site.published(), end, "{old} to {new}, {bytes}");
            if site.open().ignores_case() {
                assert_eq!(report.changed, paths(&[new]));
                assert_eq!((report.created.len(), report.removed.len()), (0, 0));
            }
            let report = site.build(&end);
            assert_eq!(report.unchanged, 2, "{old} to {new}, {bytes}");
        }
    }
}

/// The same on a disk that tells case apart, which a second name for the file takes for
/// one that doesn't.
#[cfg(unix)]
#[test]
fn a_file_that_is_there_under_a_name_that_differs_by_case_is_renamed() {
    use crate::output::commit::Step;

    for (bytes, places) in [("same", 0), ("other", 1)] {
        let site = Site::new();
        site.build(&files(&["index.html=x", "Fil.txt=same"]));
        fs::hard_link(site.public("Fil.txt"), site.public("fil.txt")).expect("a second name");
        let output = site.open();
        let end = files(&["index.html=x", &format!("fil.txt={bytes}")]);
        let staged = stage(&output, &end).expect("stages");
        let plan = output.plan(staged).expect("plans");
        let rename = Step::Rename("Fil.txt".into(), "fil.txt".into());
        assert_eq!(plan.steps[..2], [Step::Intend, rename]);
        assert_eq!(plan.steps.len(), 3 + places, "{:?}", plan.steps);
        assert_eq!(plan.report().changed, paths(&["fil.txt"]));
        assert_eq!(plan.report().unchanged, 1);
    }
}

/// Opens a file so that no other program may do anything to it.
#[cfg(windows)]
fn hold(place: &Path) -> fs::File {
    use std::os::windows::fs::OpenOptionsExt;
    let mut options = fs::OpenOptions::new();
    options
        .read(true)
        .share_mode(0)
        .open(place)
        .expect("it is free")
}

#[cfg(windows)]
#[test]
fn a_page_that_another_program_holds_for_a_moment_is_waited_for() {
    let old = ["index.html=old", "gone.html=x", "same.html=same"];
    let new = files(&["index.html=new", "same.html=same"]);
    for held in ["index.html", "gone.html", "same.html"] {
        let site = Site::new();
        site.build(&files(&old));
        let file = hold(&site.public(held));
        std::thread::scope(|scope| {
            scope.spawn(|| {
                std::thread::sleep(Duration::from_millis(300));
                drop(file);
            });
            site.build(&new);
        });
        assert_eq!(site.published(), new, "{held}");
    }
}

#[cfg(windows)]
#[test]
fn a_page_that_another_program_keeps_is_named_with_what_to_do() {
    let site = Site::new();
    site.build(&files(&["index.html=old"]));
    let file = hold(&site.public("index.html"));
    let error = site
        .try_build(&files(&["index.html=new"]))
        .expect_err("it is held");
    assert!(error.to_string().contains("index.html"), "{error}");
    let help = error.help().text(crate::message::Language::English);
    assert!(help.contains("program that has it open"), "{help}");
    drop(file);
    site.build(&files(&["index.html=new"]));
    assert_eq!(site.published(), files(&["index.html=new"]));
}

#[test]
fn a_page_that_was_made_read_only_is_replaced_and_removed() {
    let site = Site::new();
    site.build(&files(&["index.html=old", "gone.html=x"]));
    for name in ["index.html", "gone.html"] {
        let place = site.public(name);
        let mut permissions = fs::metadata(&place).expect("it is there").permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&place, permissions).expect("they are set");
    }
    let new = files(&["index.html=new"]);
    site.build(&new);
    assert_eq!(site.published(), new);
}
