use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc;
use std::time::Duration;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::diagnostic::{Severity, Span};

/// A site in a folder of its own; `site.yaml` is always there.
struct TestSite(TempDir);

impl TestSite {
    fn new(files: &[(&str, &str)]) -> Self {
        let site = Self(TempDir::new().expect("a temporary folder"));
        site.file("site.yaml", "title: T\n");
        for (path, text) in files {
            site.file(path, text);
        }
        site
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn file(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let disk = self.root().join(path);
        fs::create_dir_all(disk.parent().expect("below the root")).expect("a folder");
        fs::write(disk, bytes).expect("a file");
    }

    #[cfg(unix)]
    fn link(&self, target: impl AsRef<Path>, path: &str) {
        let disk = self.root().join(path);
        fs::create_dir_all(disk.parent().expect("below the root")).expect("a folder");
        std::os::unix::fs::symlink(target, disk).expect("a link");
    }

    fn load(&self) -> (Sources, Vec<Diagnostic>) {
        load_with(self.root(), "site.yaml", "public")
    }

    fn paths(&self) -> Vec<String> {
        let (sources, _) = self.load();
        sources.iter().map(|file| file.path.to_string()).collect()
    }

    /// `code file` of every diagnostic, sorted.
    fn codes(&self) -> Vec<String> {
        let mut diagnostics = self.load().1;
        crate::diagnostic::sort(&mut diagnostics);
        let code = |found: &Diagnostic| {
            let file = found.file.as_ref().map_or("", SourcePath::as_str);
            format!("{} {file}", found.code.name)
        };
        diagnostics.iter().map(code).collect()
    }
}

#[track_caller]
fn load_with(root: &Path, config: &str, output: &str) -> (Sources, Vec<Diagnostic>) {
    let options = LoadOptions {
        config: config.into(),
        output: root.join(output),
    };
    let Parsed { value, diagnostics } = Sources::load(root, &options).expect("a readable root");
    for diagnostic in &diagnostics {
        assert!(!diagnostic.help.is_empty(), "no way out: {diagnostic:?}");
        assert!(diagnostic.file.is_some(), "no file: {diagnostic:?}");
        assert!(!diagnostic.message.ends_with('.'), "{diagnostic:?}");
    }
    (value.expect("always a value"), diagnostics)
}

#[track_caller]
fn only(diagnostics: &[Diagnostic]) -> &Diagnostic {
    assert_eq!(diagnostics.len(), 1, "{diagnostics:#?}");
    &diagnostics[0]
}

fn path(path: &str) -> SourcePath {
    SourcePath::new(path)
}

#[test]
fn kinds_follow_from_paths() {
    let site = TestSite::new(&[
        ("content/posts/2021/a.md", "a"),
        ("content/posts/b/index.md", "b"),
        ("content/posts/b/bild.png", "png"),
        ("content/posts/b/index.comments.yaml", "[]"),
        ("content/pages/om.md", "om"),
        ("content/authors/lina.md", "l"),
        ("content/networks/n.md", "n"),
        ("content/tags/t.md", "t"),
        ("content/images/delad.jpg", "jpg"),
        ("static/robots-extra.txt", "s"),
        ("static/.well-known/security.txt", "s"),
        ("templates/post.html", "t"),
        ("themes/min/theme.yaml", "api: 1"),
        ("themes/min/assets/font.woff2", "w"),
        ("README.md", "not ours"),
        ("Cargo.toml", "not ours"),
    ]);
    let (sources, diagnostics) = site.load();
    assert_eq!(diagnostics, []);
    let kinds: Vec<(String, Kind)> = sources
        .iter()
        .map(|f| (f.path.to_string(), f.kind))
        .collect();
    let expected = [
        ("content/authors/lina.md", Kind::Author),
        ("content/images/delad.jpg", Kind::Media),
        ("content/networks/n.md", Kind::Network),
        ("content/pages/om.md", Kind::Page),
        ("content/posts/2021/a.md", Kind::Post),
        ("content/posts/b/bild.png", Kind::Media),
        ("content/posts/b/index.comments.yaml", Kind::Comments),
        ("content/posts/b/index.md", Kind::Post),
        ("content/tags/t.md", Kind::Tag),
        ("site.yaml", Kind::Config),
        ("static/.well-known/security.txt", Kind::Static),
        ("static/robots-extra.txt", Kind::Static),
        ("templates/post.html", Kind::Template),
        ("themes/min/assets/font.woff2", Kind::Theme),
        ("themes/min/theme.yaml", Kind::Theme),
    ];
    assert_eq!(kinds, expected.map(|(path, kind)| (path.to_owned(), kind)));
    let posts: Vec<_> = sources
        .iter_kind(Kind::Post)
        .map(|f| f.path.as_str())
        .collect();
    assert_eq!(
        posts,
        ["content/posts/2021/a.md", "content/posts/b/index.md"]
    );
}

#[test]
fn texts_that_nobody_wants_are_let_go_and_can_be_read_again() {
    let site = TestSite::new(&[
        ("content/posts/a.md", "a"),
        ("content/posts/b.md", "b"),
        ("templates/post.html", "t"),
    ]);
    let (mut sources, _) = site.load();
    let [a, b] = ["content/posts/a.md", "content/posts/b.md"].map(path);
    sources.forget_documents(|file| *file == b);
    assert_eq!((sources.text(&a), sources.text(&b)), (None, Some("b")));
    assert_eq!(sources.read(&a).expect("readable"), b"a");
    assert_eq!(sources.text(&path("templates/post.html")), Some("t"));
}

#[test]
fn a_file_that_changes_after_the_walk_has_no_hash() {
    let site = TestSite::new(&[("static/a.svg", "one"), ("static/b.svg", "one")]);
    let hour = std::time::Duration::from_secs(3600);
    for name in ["static/a.svg", "static/b.svg"] {
        let file = fs::File::options()
            .append(true)
            .open(site.0.path().join(name));
        let old = std::time::SystemTime::now() - hour;
        (file.and_then(|file| file.set_modified(old))).expect("a time");
    }
    let (sources, _) = site.load();
    site.file("static/b.svg", "two");
    let hash = |name: &str| sources.hash(sources.get(&path(name)).expect("a file"));
    assert_eq!(hash("static/a.svg"), Some(xxh3_128(b"one")));
    // Of the same length: either was it hashed at the walk, or its change is noticed.
    assert_ne!(hash("static/b.svg"), Some(xxh3_128(b"two")));
}

#[test]
fn texts_keep_their_bytes_and_media_stay_on_disk() {
    let text = "\u{feff}---\r\ntitle: å\r\n---\r\n";
    let site = TestSite::new(&[("content/posts/a.md", text), ("static/a.bin", "four")]);
    site.file("themes/min/assets/a.woff2", [0, 159, 146, 150]);
    let (sources, diagnostics) = site.load();
    assert_eq!(diagnostics, []);
    let post = path("content/posts/a.md");
    assert_eq!(sources.text(&post), Some(text));
    let found = sources.get(&post).expect("the post");
    assert_eq!(found.hash, xxh3_128(text.as_bytes()));
    assert_eq!(found.len, text.len() as u64);
    let file = sources.get(&path("static/a.bin")).expect("the file");
    assert!(matches!(file.content, Content::OnDisk));
    assert_eq!((file.len, file.hash), (4, xxh3_128(b"four")));
    assert_eq!(sources.read(&file.path).expect("readable"), b"four");
    let font = path("themes/min/assets/a.woff2");
    assert!(
        matches!(&sources.get(&font).expect("font").content, Content::Bytes(b) if b.len() == 4)
    );
    assert_eq!(sources.read(&font).expect("in memory"), [0, 159, 146, 150]);
    assert!(sources.read(&path("static/none")).is_err());
}

#[test]
fn a_root_that_is_none_is_an_error_of_its_own() {
    let site = TestSite::new(&[]);
    let options = LoadOptions {
        config: "site.yaml".into(),
        output: "public".into(),
    };
    let error = Sources::load(&site.root().join("none"), &options).expect_err("missing");
    assert!(matches!(&error, SourceError::Missing(_)));
    assert!(
        error.to_string().starts_with("there is no folder"),
        "{error}"
    );
    let error = Sources::load(&site.root().join("site.yaml"), &options).expect_err("a file");
    assert!(matches!(error, SourceError::NotAFolder(_)));
}

#[test]
fn a_missing_configuration_says_where_one_may_be() {
    let site = TestSite::new(&[("content/posts/a.md", "a")]);
    let below = site.root().join("content/posts");
    let (sources, diagnostics) = load_with(&below, "site.yaml", "public");
    assert_eq!(sources.iter().count(), 0);
    let found = only(&diagnostics);
    assert_eq!(found.code.name, "source/no-config");
    assert!(found.help[0].contains("--root ../.."), "{found:?}");

    let empty = TempDir::new().expect("a folder");
    let (_, diagnostics) = load_with(empty.path(), "site.yaml", "public");
    let help = only(&diagnostics).help.join("\n");
    assert!(
        help.contains("nitton init") && help.contains("--root"),
        "{help}"
    );

    for name in ["hugo.toml", "site.yml", "_config.yml", "config.yaml"] {
        let other = TempDir::new().expect("a folder");
        fs::write(other.path().join(name), "x").expect("a file");
        let (_, diagnostics) = load_with(other.path(), "site.yaml", "public");
        assert!(only(&diagnostics).help[0].contains(name), "{diagnostics:?}");
    }
}

#[test]
fn a_configuration_of_another_name_or_place_is_read() {
    let site = TestSite::new(&[("staging.yaml", "title: S\n")]);
    let (sources, diagnostics) = load_with(site.root(), "staging.yaml", "public");
    assert_eq!(diagnostics, []);
    assert_eq!(sources.text(&path("staging.yaml")), Some("title: S\n"));
    assert!(sources.get(&path("site.yaml")).is_none());

    let elsewhere = TempDir::new().expect("a folder");
    let config = elsewhere.path().join("other.yaml");
    fs::write(&config, "title: O\n").expect("a file");
    let (sources, diagnostics) = load_with(site.root(), config.to_str().expect("UTF-8"), "public");
    assert_eq!(diagnostics, []);
    let found: Vec<_> = sources
        .iter_kind(Kind::Config)
        .map(|f| f.path.as_str())
        .collect();
    assert_eq!(found, ["other.yaml"]);
}

#[test]
fn editors_leftovers_are_passed_over_in_silence() {
    let site = TestSite::new(&[
        ("content/posts/a.md", "a"),
        ("content/posts/.a.md.swp", "x"),
        ("content/posts/a.md~", "x"),
        ("content/posts/#a.md#", "x"),
        ("content/posts/a.swp", "x"),
        ("content/posts/a.md.tmp", "x"),
        ("content/posts/4913", "x"),
        ("content/posts/Thumbs.db", "x"),
        ("content/.obsidian/workspace.md", "x"),
        ("content/.git/config", "x"),
        ("content/node_modules/a/readme.md", "x"),
        ("content/target/CACHEDIR.TAG", "x"),
        ("content/target/a.md", "x"),
        ("static/.DS_Store", "x"),
        ("static/.gitkeep", "x"),
        ("templates/.post.html.swp", "x"),
        ("themes/t/.git/config", "x"),
    ]);
    assert_eq!(site.codes(), [""; 0]);
    assert_eq!(site.paths(), ["content/posts/a.md", "site.yaml"]);
}

#[test]
fn a_post_may_be_called_target() {
    let site = TestSite::new(&[("content/posts/target/index.md", "a")]);
    assert_eq!(site.codes(), [""; 0]);
    assert_eq!(site.paths(), ["content/posts/target/index.md", "site.yaml"]);
}

#[test]
fn the_output_is_no_source() {
    let site = TestSite::new(&[("static/a.txt", "a"), ("static/ut/b.txt", "b")]);
    let (sources, _) = load_with(site.root(), "site.yaml", "static/ut");
    assert!(sources.get(&path("static/ut/b.txt")).is_none());
    assert!(sources.get(&path("static/a.txt")).is_some());
}

#[test]
fn files_that_are_not_read_are_mentioned_with_a_way_out() {
    let cases = [
        ("content/posts/a.MD", "a.md"),
        ("content/posts/a.markdown", "a.md"),
        ("content/posts/a.md.txt", "a.md"),
        ("content/posts/a.docx", "a.md"),
        ("content/posts/a.html", "static/"),
        ("content/hej.md", "content/posts/hej.md"),
        ("content/posts/a.comments.yml", "index.comments.yaml"),
        ("content/posts/a.comments.yaml", "a.md"),
    ];
    for (file, way_out) in cases {
        let site = TestSite::new(&[(file, "x")]);
        let (_, diagnostics) = site.load();
        let found = only(&diagnostics);
        assert_eq!(found.code.name, "source/ignored-file", "{file}");
        assert_eq!(found.severity, Severity::Warning);
        assert_eq!(found.file, Some(path(file)));
        assert!(found.help[0].contains(way_out), "{found:?}");
    }
}

#[test]
fn a_document_beside_its_post_is_an_enclosure() {
    let site = TestSite::new(&[
        ("content/posts/a/index.md", "x"),
        ("content/posts/a/blankett.docx", "x"),
    ]);
    assert_eq!(site.codes(), [""; 0]);
    let (sources, _) = site.load();
    let form = sources.get(&path("content/posts/a/blankett.docx"));
    assert_eq!(form.expect("published on demand").kind, Kind::Media);
}

#[test]
fn a_post_folder_without_its_text_is_mentioned_once() {
    let site = TestSite::new(&[
        ("content/posts/2021-04-07-resa/a.jpg", "x"),
        ("content/posts/2021-04-07-resa/b.jpg", "x"),
        ("content/posts/hel/index.md", "x"),
        ("content/posts/hel/delar/c.jpg", "x"),
        ("content/posts/bilder/d.jpg", "x"),
        ("content/posts/e.jpg", "x"),
        ("content/posts/2022/f.md", "x"),
        ("content/posts/2022/g.jpg", "x"),
        ("content/posts/annan/index.markdown", "x"),
        ("content/posts/annan/h.jpg", "x"),
    ]);
    assert_eq!(
        site.codes(),
        [
            "source/ignored-file content/posts/2021-04-07-resa",
            "source/ignored-file content/posts/annan/index.markdown",
        ]
    );
}

#[test]
fn folders_that_mean_nothing_suggest_those_that_do() {
    let cases = [
        ("content/post/a.md", "content/post", "content/posts/"),
        ("content/Posts/a.md", "content/Posts", "content/posts/"),
        ("content/blogg/a.md", "content/blogg", "content/posts/"),
        (
            "content/skribenter/l.md",
            "content/skribenter",
            "content/authors/",
        ),
        ("content/kampanj/a.md", "content/kampanj", "content/posts/"),
        ("posts/a.md", "posts", "content/posts"),
        ("Static/a.css", "Static", "static"),
    ];
    for (file, folder, meant) in cases {
        let site = TestSite::new(&[(file, "x")]);
        let (sources, diagnostics) = site.load();
        assert_eq!(only(&diagnostics).file, Some(path(folder)));
        assert!(diagnostics[0].help[0].contains(meant), "{diagnostics:?}");
        assert_eq!(sources.iter().count(), 1, "{file} was read");
    }
    let shared = TestSite::new(&[("content/bilder/a.jpg", "x"), ("content/2021/b.jpg", "x")]);
    assert_eq!(shared.codes(), [""; 0]);
}

#[test]
fn t37_secrets_and_working_files_are_not_published() {
    let secrets = [
        "static/.env",
        "static/.env.local",
        "static/prod.env",
        "static/id_rsa",
        "static/dump.sql",
        "static/.htpasswd",
        "static/bild.psd",
        "static/index.html.bak",
        "static/a.txt~",
        "static/a.orig",
        "static/.hidden",
    ];
    let files: Vec<_> = secrets.iter().map(|&file| (file, "x")).collect();
    let site = TestSite::new(&files);
    site.file("static/.git/config", "x");
    site.file("static/ok.txt", "x");
    let mut expected: Vec<_> = secrets
        .iter()
        .map(|file| format!("source/ignored-file {file}"))
        .collect();
    expected.push("source/ignored-file static/.git".to_owned());
    expected.sort();
    let mut codes = site.codes();
    codes.sort();
    assert_eq!(codes, expected);
    assert_eq!(site.paths(), ["site.yaml", "static/ok.txt"]);
}

#[cfg(unix)]
#[test]
fn t9_links_inside_the_site_are_followed() {
    let site = TestSite::new(&[
        ("content/posts/a/index.md", "x"),
        ("content/posts/a/bild.png", "png"),
        ("delat/c.md", "c"),
    ]);
    site.link("a/bild.png", "content/posts/b.png");
    site.link("../../delat", "content/posts/gren");
    assert_eq!(site.codes(), [""; 0]);
    let (sources, _) = site.load();
    assert_eq!(
        sources.read(&path("content/posts/b.png")).expect("linked"),
        b"png"
    );
    assert_eq!(sources.text(&path("content/posts/gren/c.md")), Some("c"));
}

#[cfg(unix)]
#[test]
fn t9_links_out_of_the_site_are_refused() {
    let outside = TempDir::new().expect("a folder");
    fs::write(outside.path().join("secret.md"), "SECRET").expect("a file");
    let site = TestSite::new(&[("content/posts/a.md", "x"), (".git/config", "SECRET")]);
    site.link(outside.path().join("secret.md"), "content/posts/b.md");
    site.link(outside.path(), "content/posts/c");
    site.link("/etc/passwd", "static/passwd");
    site.link("../.git", "static/git");
    site.link(outside.path(), "themes");
    assert_eq!(
        site.codes(),
        [
            "source/link-outside content/posts/b.md",
            "source/link-outside content/posts/c",
            "source/link-outside static/git",
            "source/link-outside static/passwd",
            "source/link-outside themes",
        ]
    );
    let (sources, diagnostics) = site.load();
    assert_eq!(sources.iter().count(), 2);
    assert!(
        diagnostics
            .iter()
            .any(|found| found.message.contains("/etc/passwd"))
    );
    assert!(diagnostics.iter().all(|found| found.code.guarded));
}

#[cfg(unix)]
#[test]
fn t9_a_file_exchanged_for_a_link_after_the_walk_is_not_read() {
    let site = TestSite::new(&[("static/a.txt", "x")]);
    let (sources, _) = site.load();
    fs::remove_file(site.root().join("static/a.txt")).expect("removed");
    site.link("/etc/passwd", "static/a.txt");
    let error = sources.read(&path("static/a.txt")).expect_err("refused");
    assert_eq!(error.kind(), io::ErrorKind::PermissionDenied);
}

#[cfg(unix)]
#[test]
fn t9_loops_and_broken_links_end() {
    let site = TestSite::new(&[("content/posts/a.md", "x")]);
    site.link("..", "content/posts/runt");
    site.link("sig.png", "content/posts/sig.png");
    site.link("borta.png", "content/posts/brusten.png");
    site.link("user@host.1:2", "content/posts/.#a.md");
    assert_eq!(
        site.codes(),
        [
            "source/dangling-link content/posts/brusten.png",
            "source/link-loop content/posts/runt",
            "source/link-loop content/posts/sig.png",
        ]
    );
    assert_eq!(site.paths(), ["content/posts/a.md", "site.yaml"]);
}

#[cfg(unix)]
#[test]
fn t9_folders_that_link_to_each_other_are_not_walked_in_every_order() {
    let site = TestSite::new(&[]);
    for from in 0..12 {
        site.file(&format!("content/posts/d{from}/a.md"), "x");
        for to in (0..12).filter(|to| *to != from) {
            site.link(format!("../d{to}"), &format!("content/posts/d{from}/l{to}"));
        }
    }
    let (sources, diagnostics) = site.load();
    assert!(sources.iter().count() < 2_000, "{}", sources.iter().count());
    assert!(
        diagnostics
            .iter()
            .all(|found| found.code.name == "source/link-loop")
    );
}

#[cfg(unix)]
#[test]
fn t9_pipes_and_sockets_are_never_opened() {
    let site = TestSite::new(&[("content/posts/a.md", "x")]);
    let pipe = site.root().join("content/posts/pipe.md");
    let made = Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    let socket = site.root().join("content/posts/socket.md");
    let _listener = std::os::unix::net::UnixListener::bind(socket).expect("a socket");
    site.link("/dev/zero", "static/zero.bin");
    let (tell, told) = mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(|| tell.send(site.codes()).expect("the test waits"));
        let codes = told
            .recv_timeout(Duration::from_secs(20))
            .expect("nothing blocks");
        assert_eq!(
            codes,
            [
                "source/special-file content/posts/pipe.md",
                "source/special-file content/posts/socket.md",
                "source/link-outside static/zero.bin",
            ]
        );
    });
}

#[test]
fn a_folder_called_like_a_post_is_a_folder_and_a_file_called_content_is_an_error() {
    let site = TestSite::new(&[("content/posts/a.md/index.md", "x")]);
    assert_eq!(site.codes(), [""; 0]);
    let site = TestSite::new(&[("templates", "x")]);
    assert_eq!(site.codes(), ["source/unreadable templates"]);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_does_not_stop_the_rest() {
    use std::os::unix::fs::PermissionsExt;
    let site = TestSite::new(&[("content/posts/a.md", "x"), ("content/posts/b.md", "x")]);
    let disk = site.root().join("content/posts/a.md");
    fs::set_permissions(&disk, fs::Permissions::from_mode(0o000)).expect("mode 0");
    if File::open(&disk).is_ok() {
        // The superuser may read anything: there is nothing to see.
        return;
    }
    assert_eq!(site.codes(), ["source/unreadable content/posts/a.md"]);
    assert_eq!(site.paths().len(), 3);
}

#[test]
fn a_read_error_is_reported_and_the_file_still_exists() {
    let found = walk::Found {
        path: path("content/posts/borta.md"),
        kind: Kind::Post,
        disk: PathBuf::from("/nonexistent/borta.md"),
        len: 3,
        metadata: fs::metadata(".").expect("a folder"),
    };
    let file = read_found(found, false);
    assert_eq!(only(&file.diagnostics).code.name, "source/unreadable");
    assert_eq!(file.path.as_str(), "content/posts/borta.md");
}

#[test]
fn t20_other_encodings_are_named_with_place_and_line() {
    let cases: [(&[u8], &str, usize, &str); 5] = [
        (
            b"---\ntitle: M\xe4nskliga r\xe4ttigheter\n---\n",
            "Windows-1252",
            12,
            "title: Mänskliga rättigheter",
        ),
        (
            b"a\r\nett \x93citat\x94 \x96 h\xe4r\r\nb",
            "Windows-1252",
            7,
            "ett “citat” – här",
        ),
        (b"\xff\xfea\0b\0", "UTF-16 (little-endian)", 0, "UTF-8"),
        (b"\xfe\xff\0a\0b", "UTF-16 (big-endian)", 0, "UTF-8"),
        (
            b"-\0-\0-\0\n\0t\0i\0t\0l\0e\0",
            "UTF-16 (little-endian)",
            0,
            "UTF-8",
        ),
    ];
    for (bytes, encoding, at, shown) in cases {
        let site = TestSite::new(&[]);
        site.file("content/posts/a.md", bytes);
        let (sources, diagnostics) = site.load();
        let found = only(&diagnostics);
        assert_eq!(found.code.name, "source/not-utf8");
        assert!(found.message.contains(encoding), "{found:?}");
        let second_line = found.message.contains(&format!("(line 2, byte {at})"));
        assert_eq!(second_line, at > 0, "{found:?}");
        assert_eq!(found.span.map(|span| span.start), Some(at));
        assert!(found.help[0].contains(shown), "{found:?}");
        // It still exists, so that links to it raise no second error.
        let post = path("content/posts/a.md");
        assert!(sources.get(&post).is_some());
        assert_eq!(sources.text(&post), None);
        assert_eq!(sources.read(&post).expect("in memory"), bytes);
    }
}

#[test]
fn t20_nul_and_reordering_characters_are_found() {
    let site = TestSite::new(&[("content/posts/a.md", "hej\0då")]);
    let (_, diagnostics) = site.load();
    assert_eq!(only(&diagnostics).code.name, "source/hidden-character");
    assert_eq!(diagnostics[0].span, Some(Span::new(3, 4)));

    let site = TestSite::new(&[("content/posts/a.md", "å \u{202e}fed\u{202c} – “x”")]);
    let (_, diagnostics) = site.load();
    let found = only(&diagnostics);
    assert_eq!(found.code.name, "source/hidden-character");
    assert_eq!(found.span, Some(Span::new(3, 6)));
    assert!(found.message.contains("U+202E") && found.message.contains("1 more"));

    let balanced = "ordet \u{2067}עברית\u{2069} i en mening\n";
    let site = TestSite::new(&[("content/posts/a.md", balanced)]);
    assert_eq!(site.codes(), [""; 0]);
    let site = TestSite::new(&[("templates/post.html", balanced)]);
    assert_eq!(
        site.codes(),
        ["source/hidden-character templates/post.html"]
    );
}

#[cfg(target_os = "linux")]
#[test]
fn t21_names_are_composed_and_twins_are_an_error() {
    let site = TestSite::new(&[("content/posts/pa\u{30a}.md", "nfd")]);
    let (sources, diagnostics) = site.load();
    assert_eq!(diagnostics, []);
    assert_eq!(sources.text(&path("content/posts/på.md")), Some("nfd"));
    site.file("static/a\u{308}.txt", "on disk");
    let (sources, _) = site.load();
    assert_eq!(
        sources
            .read(&path("static/ä.txt"))
            .expect("by its disk name"),
        b"on disk"
    );

    site.file("content/posts/p\u{e5}.md", "nfc");
    assert_eq!(site.codes(), ["source/same-name content/posts/på.md"]);
}

#[cfg(target_os = "linux")]
#[test]
fn t22_names_that_differ_by_case_are_an_error() {
    let site = TestSite::new(&[
        ("static/Logo.png", "x"),
        ("static/logo.png", "x"),
        ("content/posts/Bilder/a.png", "x"),
        ("content/posts/bilder/b.png", "x"),
        ("content/posts/bilder/c.png", "x"),
    ]);
    assert_eq!(
        site.codes(),
        [
            "source/case-collision content/posts/bilder",
            "source/case-collision static/logo.png",
        ]
    );
    let (_, diagnostics) = site.load();
    let message = &diagnostics
        .iter()
        .find(|d| d.message.contains("Logo"))
        .expect("static")
        .message;
    assert!(message.contains("static/Logo.png") && message.contains("static/logo.png"));
}

#[cfg(unix)]
#[test]
fn t23_names_that_no_other_system_takes_are_an_error() {
    for name in [
        "static/con.txt",
        "static/a:b.png",
        "static/punkt.",
        "content/posts/a?.png",
    ] {
        let site = TestSite::new(&[(name, "x")]);
        assert_eq!(site.codes(), [format!("source/unportable-name {name}")]);
    }
    // A post's file name is not its URL.
    let site = TestSite::new(&[("content/posts/vad är det?.md", "x")]);
    assert_eq!(site.codes(), [""; 0]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_utf8_are_an_error() {
    use std::os::unix::ffi::OsStrExt;
    let site = TestSite::new(&[("content/posts/a.md", "x")]);
    let name = std::ffi::OsStr::from_bytes(b"content/posts/p\xe5.md");
    fs::write(site.root().join(name), "x").expect("a file");
    assert_eq!(
        site.codes(),
        ["source/name-not-utf8 content/posts/p\u{fffd}.md"]
    );
    assert_eq!(site.paths().len(), 2);
}

#[test]
fn texts_have_a_limit_and_ten_megabytes_are_below_it() {
    let site = TestSite::new(&[("content/posts/stor.md", &"ord ".repeat(2_700_000))]);
    assert_eq!(site.codes(), [""; 0]);
    let huge = File::create(site.root().join("content/posts/huge.md")).expect("a file");
    huge.set_len(TEXT_LIMIT + 1).expect("sparse");
    assert_eq!(site.codes(), ["source/too-large content/posts/huge.md"]);
    let (sources, _) = site.load();
    assert!(sources.get(&path("content/posts/huge.md")).is_some());
}

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

proptest! {
    #[test]
    fn any_bytes_become_text_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let file = path("content/posts/a.md");
        let (content, diagnostics) = text::decode(&file, Kind::Post, bytes.clone());
        for found in &diagnostics {
            let span = found.span.expect("a place");
            prop_assert!(span.start <= span.end && span.end <= bytes.len());
        }
        match content {
            Content::Text(text) => prop_assert_eq!(text.as_bytes(), &bytes[..]),
            Content::Bytes(kept) => {
                prop_assert_eq!(&kept[..], &bytes[..]);
                prop_assert_eq!(diagnostics.len(), 1);
            }
            Content::OnDisk => prop_assert!(false, "decoded texts are in memory"),
        }
    }
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
