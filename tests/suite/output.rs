//! Promises about the output folder: nothing of others is touched, nothing is half
//! written, nothing is written without need.

use std::fs;
use std::time::{Duration, SystemTime};

use crate::site::{NOW, Site, run_in, tree};

#[test]
fn a_build_with_no_change_writes_nothing() {
    let site = Site::new("");
    site.post("a.md", "Text.").post("b.md", "Text.");
    site.build();
    let public = site.path().join("public");
    let old = SystemTime::now() - Duration::from_secs(3600);
    let stamp = |path: &str| {
        fs::metadata(public.join(path))
            .expect("a file")
            .modified()
            .expect("a time")
    };
    for path in tree(&public).keys() {
        fs::File::options()
            .write(true)
            .open(public.join(path))
            .expect("a file")
            .set_modified(old)
            .expect("a time");
    }
    let before: Vec<_> = tree(&public)
        .into_keys()
        .map(|path| (stamp(&path), path))
        .collect();
    let run = site.build();
    assert!(run.stdout.contains("nothing changed"), "{}", run.stdout);
    let after: Vec<_> = tree(&public)
        .into_keys()
        .map(|path| (stamp(&path), path))
        .collect();
    assert_eq!(before, after);
}

#[test]
fn stale_files_of_ours_go_and_foreign_files_stay() {
    let site = Site::new("");
    site.post("a.md", "Text.").post("b.md", "Text.");
    site.build();
    site.write("public/CNAME", "blogg.example.se\n")
        .write("public/2024/05/b/notes.txt", "mine\n");
    site.write("public/.git/config", "mine\n");
    site.remove("content/posts/b.md");
    site.build();
    assert!(!site.has("2024/05/b/index.html"));
    assert!(site.has("CNAME") && site.has("2024/05/b/notes.txt") && site.has(".git/config"));
    site.remove("content/posts/a.md");
    site.build();
    assert!(
        !site.has("2024/05/a"),
        "an empty folder of ours stays behind"
    );
}

#[test]
fn a_stale_file_that_somebody_edited_stays_and_stops_the_build() {
    let site = Site::new("");
    site.post("a.md", "Text.").post("b.md", "Text.");
    site.build();
    site.write("public/2024/05/b/index.html", "edited by hand\n");
    site.remove("content/posts/b.md");
    assert_eq!(site.try_build().code, 3);
    assert_eq!(site.read("2024/05/b/index.html"), "edited by hand\n");
}

#[test]
fn all_that_is_in_the_way_is_told_at_once() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.build();
    for name in ["b", "c", "d", "e", "f"] {
        site.write(&format!("public/2024/05/{name}/index.html"), "theirs");
        site.post(&format!("{name}.md"), "Text.");
    }
    let run = site.try_build();
    assert_eq!(run.code, 3);
    assert_eq!(
        run.stderr.matches("output/foreign").count(),
        1,
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("and 2 more are in the way"),
        "{}",
        run.stderr
    );
    assert_eq!(site.read("2024/05/f/index.html"), "theirs");
}

#[test]
fn a_lost_manifest_has_one_message_and_a_way_out() {
    for damage in [None, Some("{"), Some("{\"version\":99}")] {
        let site = Site::new("");
        for name in ["a", "b", "c"] {
            site.post(&format!("{name}.md"), "Text.");
        }
        site.build();
        match damage {
            Some(text) => site.write("public/.nitton-manifest.json", text),
            None => site.remove("public/.nitton-manifest.json"),
        };
        site.edit("site.yaml", "title:", "description: Ny.\ntitle:");
        let before = site.output();
        let run = site.try_build();
        assert_eq!(run.code, 3);
        assert_eq!(
            run.stderr.matches("output/foreign").count(),
            1,
            "{}",
            run.stderr
        );
        let words = [
            "files are where the site's files belong",
            "empty that folder and build again",
        ];
        for words in words {
            assert!(run.stderr.contains(words), "{}", run.stderr);
        }
        assert_eq!(site.output(), before);
        // What a file manager shows is deleted; hidden files stay.
        for name in site.output().into_keys() {
            if !name.starts_with('.') {
                site.remove(&format!("public/{name}"));
            }
        }
        let public = site.path().join("public");
        for folder in fs::read_dir(&public).expect("a folder").flatten() {
            if folder.path().is_dir() {
                fs::remove_dir_all(folder.path()).expect("a folder of folders");
            }
        }
        assert_eq!(site.try_build().code, 0);
        assert!(site.read("index.html").contains("Ny."));
        let again = site.build();
        assert!(again.stdout.contains("nothing changed"), "{}", again.stdout);
    }
}

/// Copied in pieces: of any length, and told from files that differ at their end.
#[test]
fn large_files_are_copied_byte_for_byte() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    let mut film: Vec<u8> = (0..3_000_001u32)
        .map(|n| (n.wrapping_mul(7919) >> 5) as u8)
        .collect();
    site.write("static/film.mp4", &film);
    site.build();
    let published = |site: &Site| fs::read(site.path().join("public/film.mp4")).expect("a film");
    assert!(published(&site) == film);
    site.post("b.md", "Text.");
    site.build();
    assert!(published(&site) == film);
    assert!(site.build().stdout.contains("nothing changed"));
    *film.last_mut().expect("a byte") ^= 1;
    site.write("static/film.mp4", &film);
    assert!(site.build().stdout.contains("1 changed"));
    assert!(published(&site) == film);
    film.truncate(2_000_000);
    site.write("static/film.mp4", &film);
    site.build();
    assert!(published(&site) == film);
    site.write("public/film.mp4", b"cut short");
    site.build();
    assert!(published(&site) == film);
    site.remove("static/film.mp4");
    site.build();
    assert!(!site.has("film.mp4"));
}

#[test]
fn a_large_photo_under_another_name_is_not_copied_unseen() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    let mut photo = b"\xff\xd8\xff\xe1\x00\x10Exif\0\0".to_vec();
    photo.resize(2_000_000, 0);
    site.write("static/photo.bin", &photo);
    let run = site.try_build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("static/photo.bin"), "{}", run.stderr);
}

#[test]
fn a_tampered_or_missing_file_is_repaired() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.build();
    let whole = site.output();
    site.write("public/index.html", "tampered")
        .remove("public/sitemap.xml");
    site.build();
    assert_eq!(site.output(), whole);
    // As long as before, and as old.
    let page = site.path().join("public/2024/05/a/index.html");
    let time = fs::metadata(&page).and_then(|page| page.modified());
    let text = site.read("2024/05/a/index.html").replace("Text.", "Hack.");
    site.write("public/2024/05/a/index.html", text);
    let file = fs::File::options().write(true).open(&page).expect("a page");
    file.set_modified(time.expect("a time")).expect("a time");
    site.build();
    assert_eq!(site.output(), whole);
}

/// A build from the same inputs is not rendered again; whatever can change a page
/// must count as an input.
#[test]
fn whatever_changes_a_page_counts_as_a_change() {
    let site = Site::new("");
    site.post("a.md", "Text. ![Karta](karta.svg)");
    let svg = |width: u32| {
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"2\"/>\n")
    };
    site.write("content/posts/karta.svg", svg(3));
    site.write("static/fil.txt", "ett\n");
    site.build();
    let page = || site.read("2024/05/a/index.html");
    let settled = |site: &Site| {
        let run = site.build();
        assert!(run.stdout.contains("nothing changed"), "{}", run.stdout);
    };
    settled(&site);

    site.edit("content/posts/a.md", "Text.", "Ny text.").build();
    assert!(page().contains("Ny text."));
    // As long as before, so that only the bytes tell.
    site.write("content/posts/karta.svg", svg(4)).build();
    assert!(page().contains("width=\"4\""));
    site.write("static/fil.txt", "två\n").build();
    assert_eq!(site.read("fil.txt"), "två\n");
    site.edit("site.yaml", "Provblogg", "Ny blogg").build();
    assert!(page().contains("Ny blogg"));
    site.write(
        "templates/partials/footer.html",
        "<footer>Egen fot</footer>\n",
    );
    site.build();
    assert!(page().contains("Egen fot"));
    let other = ["build", "--now", NOW, "--base-url", "https://x.example/y/"];
    assert_eq!(site.run(&other).code, 0);
    assert!(page().contains("https://x.example/y/"));
    site.build();
    assert!(!page().contains("https://x.example/y/"));
    settled(&site);
}

/// Time is an input, but only where it decides something.
#[test]
fn a_deadline_that_passes_counts_as_a_change() {
    let site = Site::new("");
    site.write("content/posts/a.md", "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\ncta: {text: Anmäl er, url: \"mailto:x@example.se\", deadline: 2024-06-30}\n---\n\nText.\n");
    site.write(
        "content/posts/b.md",
        "---\ntitle: B\ndate: 2024-05-17\nauthor: asa\nexpires: 2024-08-01\n---\n\nText.\n",
    );
    site.write(
        "content/posts/c.md",
        "---\ntitle: C\ndate: 2024-05-17\nauthor: asa\nupdated: 2024-07-10\n---\n\nText.\n",
    );
    let build = |now: &str| {
        let run = site.run(&["build", "--now", now]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.stdout
    };
    build("2024-06-01");
    let before = site.read("2024/05/a/index.html");
    assert!(build("2024-06-30").contains("nothing changed"));
    assert!(build("2024-07-01").contains("1 changed"));
    assert_ne!(before, site.read("2024/05/a/index.html"));
    assert!(!site.read("sitemap.xml").contains("2024-07-10"));
    build("2024-07-11");
    assert!(site.read("sitemap.xml").contains("2024-07-10"));
    assert!(site.has("2024/05/b/index.html"));
    build("2024-08-02");
    assert!(!site.has("2024/05/b/index.html"));
    assert!(build("2024-08-03").contains("nothing changed"));
}

/// A damaged or foreign record of the inputs costs time, and nothing else.
#[test]
fn a_damaged_record_of_the_inputs_is_written_anew() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.build();
    let builds = tree(&site.path().join(".nitton/builds"));
    let record = builds.keys().next().expect("a record");
    let record = &format!(".nitton/builds/{record}");
    let whole = fs::read(site.path().join(record)).expect("the record");
    for damage in ["", "{", "{\"inputs\":\"0\",\"manifest\":\"0\"}\n"] {
        site.write(record, damage);
        let run = site.build();
        assert!(run.stdout.contains("nothing changed"), "{}", run.stdout);
        assert_eq!(
            fs::read(site.path().join(record)).expect("the record"),
            whole
        );
    }
}

#[test]
fn a_failed_build_changes_nothing() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.build();
    let whole = tree(&site.path().join("public"));
    site.post("b.md", "![](bild.png)");
    site.edit("content/posts/a.md", "Text.", "Ny text.");
    assert_eq!(site.try_build().code, 1);
    assert_eq!(tree(&site.path().join("public")), whole);
    // A template's error is found only while pages are staged.
    site.remove("content/posts/b.md")
        .write("templates/archive.html", "{{ saknas }}\n");
    assert_eq!(site.try_build().code, 1);
    assert_eq!(tree(&site.path().join("public")), whole);
}

#[test]
fn strict_makes_warnings_stop_a_build() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\nfarg: röd\n---\n\nText.\n",
    );
    let run = site.run(&["build", "--strict", "--now", NOW]);
    assert_eq!(run.code, 1);
    assert!(!site.has("index.html"));
    assert_eq!(site.try_build().code, 0);
}

#[test]
fn dangerous_output_folders_are_refused() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.write("other/file.txt", "mine\n");
    let before = tree(site.path());
    let home = std::env::home_dir().unwrap_or_default();
    let home = home.to_string_lossy().into_owned();
    for dir in [
        "/",
        ".",
        "..",
        "content",
        "content/posts",
        "static",
        "themes/x",
        "other",
        home.as_str(),
        "public/../content",
    ] {
        let run = site.run(&["build", "--now", NOW, "--output-dir", dir]);
        assert_eq!(run.code, 2, "{dir}: {}", run.stderr);
        assert!(!run.stderr.is_empty());
        assert_eq!(tree(site.path()), before, "{dir}");
    }
}

#[test]
fn an_output_folder_with_dotfiles_alone_counts_as_empty() {
    let site = Site::new("-- public/.gitignore --\n*\n");
    site.post("a.md", "Text.");
    site.build();
    assert_eq!(site.read(".gitignore"), "*\n");
}

#[test]
fn parallel_builds_end_in_the_tree_of_one() {
    let site = Site::new("");
    for number in 0..20 {
        site.post(&format!("p{number}.md"), "Text.");
    }
    let runs = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..6)
            .map(|_| scope.spawn(|| site.try_build().code))
            .collect();
        handles
            .into_iter()
            .map(|handle| handle.join().expect("no panic"))
            .collect::<Vec<_>>()
    });
    assert!(runs.contains(&0), "{runs:?}");
    assert!(runs.iter().all(|code| [0, 3].contains(code)), "{runs:?}");
    let parallel = site.output();
    let alone = site.run(&["build", "--now", NOW, "-o", "alone"]);
    assert_eq!(alone.code, 0, "{}", alone.stderr);
    let alone: Vec<_> = tree(&site.path().join("alone"))
        .into_iter()
        .filter(|(path, _)| !path.starts_with(".nitton"))
        .collect();
    assert_eq!(parallel.into_iter().collect::<Vec<_>>(), alone);
}

#[cfg(unix)]
#[test]
fn a_killed_build_leaves_whole_files_and_the_next_heals() {
    use std::process::{Command, Stdio};
    let site = Site::new("");
    for number in 0..60 {
        site.post(&format!("p{number}.md"), "Gammal text.");
    }
    site.build();
    let old = site.output();
    for number in 0..60 {
        site.edit(&format!("content/posts/p{number}.md"), "Gammal", "Helt ny");
    }
    let fresh = site.run(&["build", "--now", NOW, "-o", "fresh"]);
    assert_eq!(fresh.code, 0);
    let new = tree(&site.path().join("fresh"));
    for wait in 0..25_u64 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_nitton"))
            .current_dir(site.path())
            .args(["build", "--now", NOW])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        std::thread::sleep(Duration::from_micros(wait * 1_500));
        let _ = child.kill();
        let _ = child.wait();
        for (path, bytes) in site.output() {
            let known = old.get(&path) == Some(&bytes) || new.get(&path) == Some(&bytes);
            assert!(
                known || path.contains("nitton-tmp"),
                "{path} is neither the old nor the new one"
            );
        }
    }
    site.build();
    let healed: Vec<_> = site.output().into_iter().collect();
    let new: Vec<_> = new
        .into_iter()
        .filter(|(path, _)| !path.starts_with(".nitton"))
        .collect();
    assert_eq!(healed, new);
}

#[cfg(unix)]
#[test]
fn files_are_readable_by_the_web_server_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new("");
    site.post("a.md", "Text.");
    let script = format!(
        "umask 077; exec {} build --now {NOW}",
        env!("CARGO_BIN_EXE_nitton")
    );
    let status = std::process::Command::new("sh")
        .arg("-c")
        .arg(script)
        .current_dir(site.path())
        .status()
        .expect("sh");
    assert!(status.success());
    let mode = |path: &str| {
        fs::metadata(site.path().join("public").join(path))
            .expect("it")
            .permissions()
            .mode()
            & 0o777
    };
    assert_eq!(mode("index.html"), 0o644);
    assert_eq!(mode("2024/05/a"), 0o755);
}

#[test]
fn inputs_are_never_written() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    let inputs = |site: &Site| {
        tree(site.path())
            .into_iter()
            .filter(|(path, _)| !path.starts_with("public") && !path.starts_with(".nitton/"))
            .collect::<Vec<_>>()
    };
    let before = inputs(&site);
    site.build();
    run_in(site.path(), &["list", "posts"]);
    assert_eq!(inputs(&site), before);
}

#[test]
fn a_file_that_was_there_with_the_very_bytes_becomes_ours_and_any_other_stays() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.build();
    site.write("public/a.txt", "hej")
        .write("static/a.txt", "hej");
    site.build();
    site.remove("static/a.txt");
    site.build();
    assert!(!site.has("a.txt"), "documented: it counts as ours");
    site.write("public/b.txt", "hej")
        .write("static/b.txt", "hopp");
    assert_eq!(site.try_build().code, 3);
    site.remove("static/b.txt");
    site.build();
    assert_eq!(site.read("b.txt"), "hej");
}
