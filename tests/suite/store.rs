//! Promise: what nitton remembers between builds lies outside of what is published, and
//! its loss costs no more than time.

use std::fs::{self, File};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::site::{NOW, Site, tree};

const DRAFT: &str = "---\ntitle: Hemligt\ndraft: true\n---\n\nEn gissning.\n";

#[test]
fn a_draft_leaves_no_trace_among_the_records_in_the_output() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.write("content/posts/hemligt.md", DRAFT).build();
    let before = site.published();
    site.edit("content/posts/hemligt.md", "En gissning", "En annan")
        .build();
    assert_eq!(site.published(), before);
    site.remove("content/posts/hemligt.md").build();
    assert_eq!(site.published(), before);
}

#[test]
fn the_record_of_earlier_versions_is_removed_from_the_output() {
    let site = Site::new("");
    site.post("a.md", "Text.").build();
    let former = "public/.nitton-inputs.json";
    site.write(former, "{\"inputs\":\"0\",\"manifest\":\"0\"}\n");
    let run = site.build();
    assert!(run.stdout.contains("nothing changed"), "{}", run.stdout);
    assert!(!site.path().join(former).exists());
    site.write(former, "{}");
    site.edit("content/posts/a.md", "Text", "Ny text").build();
    assert!(!site.path().join(former).exists());
}

#[test]
fn its_folder_is_ignored_by_git_and_no_part_of_the_site() {
    let site = Site::new("");
    site.post("a.md", "Text.").build();
    let ignored = fs::read_to_string(site.path().join(".nitton/.gitignore"));
    let ignored = ignored.expect("it is there");
    assert!(ignored.lines().any(|line| line == "*"), "{ignored}");
    site.write(".nitton/posts/b.md", "# Nej");
    site.build();
    for output in [".nitton", ".nitton/public"] {
        let run = site.run(&["build", "--now", NOW, "--output-dir", output]);
        assert_eq!(run.code, 2, "{}", run.stderr);
        assert!(run.stderr.contains("its own records"), "{}", run.stderr);
    }
}

#[test]
fn outputs_of_one_site_dont_disturb_one_another() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    let build = |args: &[&str]| {
        let run = site.run(&[&["build", "--now", NOW], args].concat());
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.stdout
    };
    let elsewhere = tempfile::tempdir().expect("a folder");
    let elsewhere = elsewhere.path().join("ut");
    let ways: [&[&str]; 3] = [
        &[],
        &[
            "--output-dir",
            "prov",
            "--base-url",
            "https://prov.example.se/x/",
        ],
        &["--output-dir", elsewhere.to_str().expect("text")],
    ];
    for way in ways {
        build(way);
    }
    let records = tree(&site.path().join(".nitton"));
    assert_eq!(records.len(), 4, "one each, and what git ignores");
    for way in ways {
        assert!(build(way).contains("nothing changed"));
    }
    assert_eq!(tree(&site.path().join(".nitton")), records);
    // Of a folder that is gone nothing stays, once another one comes.
    fs::remove_dir_all(site.path().join("prov")).expect("removes");
    build(&["--output-dir", "annan"]);
    assert_eq!(tree(&site.path().join(".nitton")).len(), 4);
}

#[test]
fn whatever_becomes_of_its_folder_the_output_is_the_same() {
    let site = Site::new("");
    site.post("a.md", "Text.").build();
    let (folder, whole) = (site.path().join(".nitton"), site.published());
    let spoil: [&dyn Fn(); 4] = [
        &|| {},
        &|| fs::write(&folder, "a file").expect("a file"),
        &|| _ = site.write(".nitton/builds", "a file"),
        &|| {
            #[cfg(unix)]
            std::os::unix::fs::symlink(site.path().join("static"), &folder).expect("a link");
        },
    ];
    for spoil in spoil {
        let _ = fs::remove_dir_all(&folder).or_else(|_| fs::remove_file(&folder));
        spoil();
        for _ in 0..2 {
            let run = site.build();
            assert!(run.stdout.contains("nothing changed"), "{}", run.stdout);
            assert_eq!(site.published(), whole);
        }
    }
    assert!(
        !site.path().join("static").exists(),
        "nothing is written through a link"
    );
}

#[cfg(unix)]
#[test]
fn nothing_is_written_or_removed_through_a_link_inside_its_folder() {
    let site = Site::new("");
    site.post("a.md", "Text.")
        .write("others/theirs.txt", "Viktigt.");
    let (others, builds) = (
        site.path().join("others"),
        site.path().join(".nitton/builds"),
    );
    fs::create_dir(site.path().join(".nitton")).expect("a folder");
    std::os::unix::fs::symlink(&others, &builds).expect("a link");
    let before = tree(&others);
    for run in [site.build(), site.build()] {
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert_eq!(tree(&others), before);
    }
}

/// Starts a build that has to wait for another one, and returns when it has.
fn build_that_waits(site: &Site, args: &[&str], meanwhile: impl FnOnce()) {
    let lock = File::open(site.path().join("public/.nitton-lock")).expect("the lock");
    lock.lock().expect("nobody else builds");
    let mut other = start(site, args);
    meanwhile();
    // Its end is also what releases the lock of a build.
    drop(lock);
    assert!(other.wait().expect("it ends").success());
}

fn start(site: &Site, args: &[&str]) -> Child {
    let mut build = Command::new(env!("CARGO_BIN_EXE_nitton"));
    build.current_dir(site.path()).arg("build").args(args);
    build.env_remove("SOURCE_DATE_EPOCH").stdout(Stdio::null());
    build.spawn().expect("the program runs")
}

#[test]
fn what_was_read_before_another_build_never_replaces_what_it_wrote() {
    let site = Site::new("");
    site.post("a.md", "Gammal text.").build();
    build_that_waits(&site, &["--now", NOW], || {
        // Time enough to read the old text, for one that reads before it has the lock.
        std::thread::sleep(Duration::from_millis(700));
        site.edit("content/posts/a.md", "Gammal", "Ny");
    });
    assert!(site.read("2024/05/a/index.html").contains("Ny text."));
}

#[test]
fn what_expires_while_a_build_waits_for_another_one_is_not_published() {
    let site = Site::new("");
    site.post("a.md", "Text.").post("b.md", "Text.").build();
    let end = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(2);
    let expires = format!("expires: {}\nauthor", end.strftime("%Y-%m-%dT%H:%M:%SZ"));
    site.edit("content/posts/b.md", "author", &expires);
    build_that_waits(&site, &[], || {
        let left = end.duration_since(jiff::Timestamp::now());
        std::thread::sleep(Duration::try_from(left).unwrap_or_default());
    });
    assert!(site.has("2024/05/a/index.html") && !site.has("2024/05/b/index.html"));
}

#[test]
fn what_is_edited_during_a_build_and_then_put_back_is_published_as_it_is() {
    let site = Site::new("");
    for number in 0..300 {
        site.post(&format!("{number}.md"), "Text.");
    }
    site.write("static/z.txt", "one");
    let mut build = start(&site, &["--now", NOW]);
    // It has counted its inputs, and not come to the last file.
    while !site.has("2024") && build.try_wait().expect("it runs").is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    site.write("static/z.txt", "two");
    assert!(build.wait().expect("it ends").success());
    site.write("static/z.txt", "one").build();
    assert_eq!(site.read("z.txt"), "one");
}

#[test]
fn a_withdrawn_page_that_cant_be_removed_is_an_error_that_names_it() {
    for change in ["draft: true", "expires: 2024-05-20"] {
        let site = Site::new("");
        site.post("a.md", "Text.").post("b.md", "Text.").build();
        let page = "public/2024/05/b/index.html";
        let minified = site.read("2024/05/b/index.html").replace('\n', "");
        site.write(page, minified);
        site.edit(
            "content/posts/b.md",
            "author: asa",
            &format!("author: asa\n{change}"),
        );
        let run = site.try_build();
        assert_eq!(run.code, 3, "{}", run.stderr);
        let shown = run.stderr.replace('\\', "/");
        for words in ["output/kept", "b/index.html", "delete what is named here"] {
            assert!(shown.contains(words), "{words}: {shown}");
        }
        site.remove(page).build();
    }
}
