//! Bytes, texts and their encodings (T20).

use super::*;

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
fn whether_a_file_has_changed_since_the_walk_is_known() {
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    for (name, is_old) in [("static/a.svg", true), ("content/posts/b.jpg", false)] {
        let site = TestSite::new(&[(name, "one")]);
        if is_old {
            let file = fs::File::options()
                .append(true)
                .open(site.0.path().join(name));
            (file.and_then(|file| file.set_modified(old))).expect("a time");
        }
        let (sources, _) = site.load();
        let file = sources.get(&path(name)).expect("a file");
        assert_eq!(sources.hash(file), Some(xxh3_128(b"one")));
        assert!(sources.are_still());
        // Of the same length.
        site.file(name, "two");
        assert!(!sources.are_still(), "{name}");
        fs::remove_file(site.0.path().join(name)).expect("removes");
        assert!(!sources.are_still(), "{name}");
    }
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
        assert!(found.english().message.contains(encoding), "{found:?}");
        let second_line = found
            .english()
            .message
            .contains(&format!("(line 2, byte {at})"));
        assert_eq!(second_line, at > 0, "{found:?}");
        assert_eq!(found.span.map(|span| span.start), Some(at));
        assert!(found.english().help[0].contains(shown), "{found:?}");
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
    assert!(
        found.english().message.contains("U+202E") && found.english().message.contains("1 more")
    );

    let balanced = "ordet \u{2067}עברית\u{2069} i en mening\n";
    let site = TestSite::new(&[("content/posts/a.md", balanced)]);
    assert_eq!(site.codes(), [""; 0]);
    let site = TestSite::new(&[("templates/post.html", balanced)]);
    assert_eq!(
        site.codes(),
        ["source/hidden-character templates/post.html"]
    );
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
