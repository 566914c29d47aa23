//! Looking again finds what a first look does.

use super::*;

#[test]
fn two_loads_are_the_same() {
    let files: Vec<(String, String)> = (0..60)
        .map(|n| (format!("content/posts/p{n}.md"), format!("text {n}")))
        .collect();
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(a, b)| (a.as_str(), b.as_str()))
        .collect();
    let site = TestSite::new(&files);
    let facts = || {
        let (sources, diagnostics) = site.load();
        let files: Vec<_> = sources
            .iter()
            .map(|f| (f.path.clone(), f.kind, f.len, f.hash))
            .collect();
        (files, diagnostics)
    };
    assert_eq!(facts(), facts());
}

#[cfg(target_os = "linux")]
type Edit = (&'static str, fn(&Path, &str));

#[cfg(target_os = "linux")]
#[test]
fn looking_at_one_path_finds_what_looking_at_everything_does() {
    let write = |root: &Path, name: &str| fs::write(root.join(name), "x").expect("a file");
    let edits: [Edit; 14] = [
        ("content/posts/b.md", |root, name| {
            fs::write(root.join(name), "ny").expect("a file")
        }),
        ("content/posts/a.md", |root, name| {
            fs::write(root.join(name), "nyare").expect("a file")
        }),
        ("content/posts/b.md", |root, name| {
            fs::remove_file(root.join(name)).expect("gone")
        }),
        // Names that are one on other systems: a file's and a file's, a file's and a folder's.
        ("content/posts/A.md", write),
        ("content/posts/Bilder-2.md", write),
        // The first text beside a picture, and its going.
        ("content/posts/bilder-1/text.md", write),
        ("content/posts/bilder-1/text.md", |root, name| {
            fs::remove_file(root.join(name)).expect("gone")
        }),
        // A post for comments that have none, and back.
        ("content/posts/c.md", write),
        ("content/posts/c.md", |root, name| {
            fs::remove_file(root.join(name)).expect("gone")
        }),
        ("content/posts/bunt/index.md", write),
        ("content/posts/e\u{301}.md", write),
        ("content/posts/\u{7}.md", write),
        ("content/posts/d.txt", write),
        ("content/posts/bunt", |root, name| {
            fs::remove_dir_all(root.join(name)).expect("gone")
        }),
    ];
    let site = TestSite::new(&[
        ("site.yaml", "title: x"),
        ("content/posts/a.md", "x"),
        ("content/posts/bilder-1/bild.png", "x"),
        ("content/posts/bilder-2.md/bild.png", "x"),
        ("content/posts/bunt/brev.docx", "x"),
        ("content/posts/bunt/mer.md", "x"),
        ("content/posts/c.comments.yaml", "[]"),
    ]);
    let options = LoadOptions {
        config: "site.yaml".into(),
        output: site.root().join("public"),
    };
    let (mut sources, _) = site.load();
    for (name, edit) in edits {
        edit(site.root(), name);
        let root = site.root().canonicalize().expect("it is there");
        let changes = Changes::Paths([root.join(name)].into());
        let update = sources.update(&root, &options, &changes).expect("a site");
        let (fresh, diagnostics) = site.load();
        let files = |sources: &Sources| -> Vec<(SourcePath, Kind, u64)> {
            let files = sources.iter();
            files
                .map(|file| (file.path.clone(), file.kind, file.len))
                .collect()
        };
        assert_eq!(files(&update.sources), files(&fresh), "{name:?}");
        assert_eq!(update.diagnostics, diagnostics, "{name:?}");
        assert!(update.differs && !update.changed.is_empty(), "{name:?}");
        sources = update.sources;
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_wrong_with_a_file_is_gone_with_it() {
    let site = TestSite::new(&[("content/posts/a.md", "x")]);
    let options = LoadOptions {
        config: "site.yaml".into(),
        output: site.root().join("public"),
    };
    let root = site.root().canonicalize().expect("it is there");
    for name in ["content/posts/sida.html", "content/okand/text.md"] {
        site.file(name, "x");
        let (sources, diagnostics) = site.load();
        assert!(!diagnostics.is_empty(), "{name}");
        fs::remove_file(root.join(name)).expect("gone");
        let changes = Changes::Paths([root.join(name)].into());
        let update = sources.update(&root, &options, &changes).expect("a site");
        assert_eq!(update.diagnostics, [], "{name}");
    }
}

/// What another program held is read once it lets go, though nothing about it changed.
#[cfg(windows)]
#[test]
fn a_text_that_was_held_is_looked_at_again() {
    use std::os::windows::fs::OpenOptionsExt;
    let site = TestSite::new(&[("content/posts/a.md", "a")]);
    let disk = fs::canonicalize(site.root().join("content/posts/a.md")).expect("it is there");
    let hold = |time| {
        let mut options = fs::OpenOptions::new();
        let file = options
            .read(true)
            .share_mode(0)
            .open(&disk)
            .expect("it is free");
        std::thread::spawn(move || {
            std::thread::sleep(time);
            drop(file);
        })
    };
    // For a moment it is waited for.
    let held = hold(Duration::from_millis(200));
    let (sources, diagnostics) = site.load();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(sources.unread().count(), 0);
    held.join().expect("it lets go");

    let held = hold(Duration::from_secs(3));
    let (sources, diagnostics) = site.load();
    assert_eq!(only(&diagnostics).code.name, "source/unreadable");
    let unread: Vec<_> = sources.unread().map(Path::to_owned).collect();
    assert_eq!(unread, [disk.clone()]);
    held.join().expect("it lets go");
    let options = LoadOptions {
        config: "site.yaml".into(),
        output: "public".into(),
    };
    let changes = Changes::Paths(unread.into_iter().collect());
    let update = sources
        .update(site.root(), &options, &changes)
        .expect("it is read");
    assert!(update.diagnostics.is_empty(), "{:?}", update.diagnostics);
    assert_eq!(update.changed, [path("content/posts/a.md")]);
}
