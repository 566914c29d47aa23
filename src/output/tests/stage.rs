//! Staging: nothing that others can see changes.

use super::*;
use rayon::prelude::*;

#[test]
fn staged_files_are_not_seen_before_the_commit() {
    let site = Site::new();
    site.build(&files(&["a/index.html=old", "b.css=b"]));
    let before = site.published();
    let output = site.open();
    let staged = stage(
        &output,
        &files(&["a/index.html=new", "c/index.html=c", "b.css=b"]),
    );
    let staged = staged.expect("stages");
    let changes: Vec<_> = staged.iter().map(Staged::change).collect();
    assert_eq!(
        changes,
        [Change::Changed, Change::Unchanged, Change::Created]
    );
    assert_eq!(staged[0].len(), 3);
    assert_eq!(staged[0].hash(), xxhash_rust::xxh3::xxh3_128(b"new"));
    let visible: Files = site
        .published()
        .into_iter()
        .filter(|(name, _)| !name.contains("/.") && !name.starts_with('.'))
        .collect();
    assert_eq!(visible, before);
}

#[test]
fn a_drop_takes_everything_back() {
    let site = Site::new();
    site.build(&files(&["a/index.html=a"]));
    fs::create_dir_all(site.public("empty/of/others")).expect("a folder");
    let before = site.state().into_keys().collect::<Vec<_>>();
    let output = site.open();
    let new = [
        "a/index.html=b",
        "c/d/e/index.html=c",
        "empty/of/others/index.html=x",
        "c/d/x=1",
    ];
    stage(&output, &files(&new)).expect("stages");
    assert!(site.public("c/d/e").exists());
    drop(output);
    assert_eq!(site.state().into_keys().collect::<Vec<_>>(), before);
}

#[cfg(unix)]
#[test]
fn a_failed_first_build_leaves_no_folder() {
    let site = Site::new();
    let before = tree(site.dir.path());
    let dir = site.at("home/site/not/yet/public");
    let output = Output::open(&dir, &site.guard()).expect("opens");
    stage(&output, &files(&["c/d/e/index.html=c", "x.css=x"])).expect("stages");
    drop(output);
    assert!(!site.at("home/site/not").exists());
    assert_eq!(tree(site.dir.path()), before);
    // Not even one that staged nothing.
    drop(Output::open(&dir, &site.guard()).expect("opens"));
    assert!(!site.at("home/site/not").exists());
}

#[test]
fn files_of_others_are_named_and_left() {
    let site = Site::new();
    site.build(&files(&["a/index.html=a"]));
    site.put("home/site/public/b/index.html", "theirs");
    site.put("home/site/public/c/d/notes.txt", "theirs");
    site.put("home/site/public/e", "theirs");
    let before = site.published();
    for (name, culprit) in [
        ("b/index.html", "b/index.html"),
        ("c/d", "c/d"),
        ("e/f/index.html", "e"),
    ] {
        let output = site.open();
        let error = output.stage(&path(name), b"ours").expect_err(name);
        assert_eq!(error.kind(), ErrorKind::Foreign);
        assert_eq!(
            error.path(),
            fs::canonicalize(site.public(culprit)).expect("is there")
        );
        assert!(error.to_string().contains("did not write it"), "{error}");
        drop(output);
        assert_eq!(site.published(), before);
    }
}

#[test]
fn equal_files_of_others_become_ours() {
    let site = Site::new();
    site.build(&files(&["a=a"]));
    site.put("home/site/public/b", "b");
    let before = fs::metadata(site.public("b"))
        .and_then(|m| m.modified())
        .expect("is there");
    let report = site.build(&files(&["a=a", "b=b"]));
    assert_eq!(
        (report.created.len(), report.changed.len(), report.unchanged),
        (0, 0, 2)
    );
    let after = fs::metadata(site.public("b"))
        .and_then(|m| m.modified())
        .expect("is there");
    assert_eq!(before, after);
    // And so it goes when it is no longer wanted.
    assert_eq!(site.build(&files(&["a=a"])).removed, paths(&["b"]));
    assert_eq!(site.published(), files(&["a=a"]));
}

#[test]
fn our_files_are_put_right_whatever_was_done_to_them() {
    let site = Site::new();
    let wanted = files(&["a=a", "b=b", "c/d=d", "e=e"]);
    site.build(&wanted);
    fs::write(site.public("a"), "A").expect("writes");
    fs::write(site.public("b"), "").expect("writes");
    fs::remove_dir_all(site.public("c")).expect("removes");
    fs::remove_file(site.public("e")).expect("removes");
    fs::create_dir(site.public("e")).expect("a folder");
    let report = site.build(&wanted);
    assert_eq!(report.changed, paths(&["a", "b"]));
    assert_eq!(report.created, paths(&["c/d", "e"]));
    assert_eq!(site.published(), wanted);
}

#[cfg(unix)]
#[test]
fn links_inside_are_not_written_through() {
    let site = Site::new();
    site.build(&files(&["a/b/index.html=a"]));
    site.put("outside/b/index.html", "theirs");
    fs::remove_dir_all(site.public("a")).expect("removes");
    link(&site.at("outside"), &site.public("a"));
    let before = tree(site.dir.path());
    for name in ["a/b/index.html", "a/new/index.html", "a/x"] {
        let output = site.open();
        let error = output.stage(&path(name), b"ours").expect_err(name);
        assert_eq!(error.kind(), ErrorKind::Linked);
        assert!(error.to_string().contains("symbolic link"), "{error}");
        drop(output);
        assert_eq!(tree(site.dir.path()), before);
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_a_files_place_is_replaced_if_the_file_was_ours() {
    let site = Site::new();
    site.build(&files(&["a=a"]));
    site.put("outside/a", "a");
    fs::remove_file(site.public("a")).expect("removes");
    link(&site.at("outside/a"), &site.public("a"));
    link(&site.at("outside/a"), &site.public("b"));
    site.build(&files(&["a=a"]));
    assert!(!site.public("a").is_symlink());
    assert_eq!(fs::read(site.at("outside/a")).expect("is there"), b"a");
    let error = site
        .try_build(&files(&["a=a", "b=new"]))
        .expect_err("b is theirs");
    assert_eq!(error.kind(), ErrorKind::Foreign);
    assert_eq!(fs::read(site.at("outside/a")).expect("is there"), b"a");
}

#[test]
fn names_of_ours_and_double_claims_are_refused() {
    let site = Site::new();
    let output = site.open();
    for name in [".nitton-manifest.json", ".nitton-lock", "a/.Nitton-x"] {
        assert!(OutPath::new(name).is_err(), "{name}");
    }
    let error = output
        .stage(&path("a/.x.1.nitton-tmp"), b"x")
        .expect_err("ours");
    assert_eq!(error.kind(), ErrorKind::Refused);
    output.stage(&path("a"), b"1").expect("stages");
    let error = output.stage(&path("a"), b"2").expect_err("twice");
    assert!(error.to_string().contains("two sources"), "{error}");
    drop(output);
    let error = site.try_build(&files(&["om=file", "om/index.html=page"]));
    let error = error.expect_err("both a file and a folder");
    assert!(
        error.to_string().contains("both a file and a folder"),
        "{error}"
    );
    assert!(!site.public("om").exists());
}

#[test]
fn hidden_files_of_others_are_safe_in_a_fresh_folder() {
    let site = Site::new();
    site.put("home/site/public/.well-known/security.txt", "theirs");
    let error = site.try_build(&files(&["a=a", ".well-known/security.txt=ours"]));
    assert_eq!(error.expect_err("it is theirs").kind(), ErrorKind::Foreign);
    assert_eq!(
        tree(&site.public("")).into_keys().collect::<Vec<_>>(),
        [lock::NAME, ".well-known/security.txt"],
    );
    site.build(&files(&["a=a", ".well-known/other.txt=ours"]));
    assert_eq!(
        site.published(),
        files(&[
            "a=a",
            ".well-known/other.txt=ours",
            ".well-known/security.txt=theirs"
        ])
    );
}

#[test]
fn many_threads_give_the_same_bytes_in_any_order() {
    let wanted: Files = (0..600)
        .map(|n| {
            (
                format!("{}/{}/p{n}/index.html", n % 7, n % 11),
                vec![b'x'; n],
            )
        })
        .collect();
    let mut lists = Vec::new();
    for reversed in [false, true] {
        let site = Site::new();
        let output = site.open();
        let mut all: Vec<_> = wanted.iter().collect();
        if reversed {
            all.reverse();
        }
        let staged = all
            .par_iter()
            .map(|(name, bytes)| output.stage(&path(name), bytes));
        let staged = staged.collect::<Result<Vec<_>, _>>().expect("stages");
        let report = output.commit(staged).expect("commits");
        assert_eq!(report.created.len(), 600);
        assert_eq!(site.published(), wanted);
        lists.push(fs::read(site.public(manifest::MANIFEST)).expect("is there"));
    }
    assert_eq!(lists[0], lists[1]);
}
