//! Whatever is in the folder, the answer is diagnostics with a place and a way out,
//! never a panic, and the last good site stays as it was.

use std::fs;

use crate::site::Site;

/// A site that has been built once, so that every failure can be seen to change nothing.
fn built() -> Site {
    let site = Site::new("");
    site.post("good.md", "Text.");
    site.build();
    site
}

/// A site with one more post of exactly these bytes must fail with these codes.
#[track_caller]
fn post_fails(text: impl AsRef<[u8]>, expected: &[&str]) {
    let site = built();
    site.write("content/posts/a.md", text);
    site.fails(expected);
}

/// The same, where only the file and the code's area matter, not the column.
#[track_caller]
fn post_is_refused(text: impl AsRef<[u8]>, code: &str) {
    let site = built();
    site.write("content/posts/a.md", text);
    let before = site.output();
    let run = site.try_build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains(&format!("[{code}]")),
        "not {code}:\n{}",
        run.stderr
    );
    assert!(run.stderr.contains("content/posts/a.md"), "{}", run.stderr);
    assert!(run.stderr.contains("help:"), "no way out:\n{}", run.stderr);
    assert_eq!(site.output(), before);
}

fn front_matter(lines: &str) -> String {
    format!("---\n{lines}\n---\n\nText.\n")
}

#[test]
fn a_front_matter_that_cannot_be_read_has_no_errors_that_follow_from_it() {
    let site = Site::new("");
    // Where these would be, and by whom they are, can't be told.
    for folder in ["2020", "2021"] {
        let text = "---\ntitle: X\n\nText.\n";
        site.write(&format!("content/posts/{folder}/x.md"), text);
    }
    site.post("a.md", "Se [x](/2024/05/x/).");
    site.fails(&[
        "front-matter/fence content/posts/2020/x.md:1:1",
        "front-matter/fence content/posts/2021/x.md:1:1",
    ]);
}

#[test]
fn the_line_that_ends_most_problems_is_named() {
    let site = Site::new("");
    for number in 0..30 {
        let next = (number + 1) % 30;
        site.post(
            &format!("p{number}.md"),
            &format!("Se [p](/2024/05/17/p{next}/)."),
        );
    }
    site.post("a.md", "Se [p](/2024/p/).");
    let run = site.try_build();
    assert_eq!(run.code, 1);
    let line = "… and 11 more of [link/missing-page] in 11 files (--verbose prints all)\n  \
                one line fixes 30 of all 31: `permalink: /{year}/{month}/{day}/{slug}/` in site.yaml\n";
    assert!(run.stderr.contains(line), "{}", run.stderr);
    assert_eq!(run.stderr.matches("error[").count(), 20);
    site.edit(
        "site.yaml",
        "title:",
        "permalink: /{year}/{month}/{day}/{slug}/\ntitle:",
    );
    site.fails(&["link/missing-page content/posts/a.md:7:4"]);
}

#[test]
fn no_front_matter() {
    post_is_refused("Bara text.\n", "front-matter/missing");
    // All that a post can't do without, so that nothing is missing the next time.
    let least = "then `title: …`, `date: 2021-04-07` and `author: …`, then another line `---`";
    let site = built();
    site.write("content/posts/a.md", "Bara text.\n");
    let run = site.try_build();
    assert!(run.stderr.contains(least), "{}", run.stderr);
}

#[test]
fn a_fence_that_is_not_closed() {
    post_is_refused(
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\n\nText.\n",
        "front-matter/fence",
    );
}

#[test]
fn yaml_errors() {
    for line in [
        "\ttitle: A",
        "title: \"A",
        "title: A: b",
        "title: [A",
        "title: @A",
        "tags: {a",
    ] {
        let site = built();
        site.write(
            "content/posts/a.md",
            front_matter(&format!("{line}\ndate: 2024-05-17\nauthor: asa")),
        );
        let run = site.try_build();
        assert_eq!(run.code, 1, "{line}: {}", run.stderr);
        assert!(
            run.stderr.contains("content/posts/a.md:2:"),
            "{line}:\n{}",
            run.stderr
        );
        assert!(run.stderr.contains("help:"), "{line}:\n{}", run.stderr);
    }
}

#[test]
fn duplicate_keys_and_wrong_types() {
    let site = built();
    site.write(
        "content/posts/a.md",
        front_matter("title: A\ntitle: B\ndate: 2024-05-17\nauthor: asa"),
    );
    let run = site.try_build();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("content/posts/a.md:3:1"),
        "{}",
        run.stderr
    );
    for line in [
        "tags: {a: b}",
        "image: [1]",
        "author: {name: x}",
        "aliases: 5: 4",
        "corrections: x",
    ] {
        let site = built();
        site.write(
            "content/posts/a.md",
            front_matter(
                &format!("title: A\ndate: 2024-05-17\nauthor: asa\n{line}")
                    .replace("author: asa\nauthor", "author"),
            ),
        );
        let run = site.try_build();
        assert_eq!(run.code, 1, "{line}: {}", run.stderr);
        assert!(
            run.stderr.contains("content/posts/a.md:"),
            "{line}: {}",
            run.stderr
        );
    }
}

#[test]
fn a_draft_in_unclear_words_is_never_published() {
    for word in ["ja", "yes", "sant", "1"] {
        let site = built();
        site.write(
            "content/posts/a.md",
            front_matter(&format!(
                "title: A\ndate: 2024-05-17\nauthor: asa\ndraft: {word}"
            )),
        );
        site.fails(&["front-matter/unclear-secrecy content/posts/a.md:5:8"]);
    }
}

#[test]
fn misspelt_keys_are_errors_and_unknown_ones_warnings() {
    let site = built();
    site.write(
        "content/posts/a.md",
        front_matter("title: A\ndate: 2024-05-17\nauthor: asa\ndrafts: true"),
    );
    let run = site.try_build();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("`draft`") && run.stderr.contains("content/posts/a.md:5:1"),
        "{}",
        run.stderr
    );
    let site = built();
    site.write(
        "content/posts/a.md",
        front_matter("title: A\ndate: 2024-05-17\nauthor: asa\nfargschema: röd"),
    );
    site.warns(&["front-matter/ignored-key content/posts/a.md:5:1"]);
}

#[test]
fn bad_dates() {
    for date in [
        "2021-02-30",
        "7 april 2021",
        "07/04/2021",
        "2021-13-01",
        "igår",
        "20210407",
        "2021-4-7",
        "0000-01-01",
        "99999-01-01",
    ] {
        let site = built();
        site.write(
            "content/posts/a.md",
            front_matter(&format!("title: A\ndate: {date}\nauthor: asa")),
        );
        let run = site.try_build();
        assert_eq!(run.code, 1, "{date}: {}", run.stderr);
        assert!(
            run.stderr.contains("content/posts/a.md:3:7"),
            "{date}: {}",
            run.stderr
        );
        assert!(run.stderr.contains(date), "{date}: {}", run.stderr);
    }
}

#[test]
fn empty_title_and_empty_slug() {
    post_is_refused(
        front_matter("title: \"\"\ndate: 2024-05-17\nauthor: asa"),
        "front-matter/missing-key",
    );
    let site = built();
    site.write(
        "content/posts/!!!.md",
        front_matter("title: A\ndate: 2024-05-17\nauthor: asa"),
    );
    let run = site.try_build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("slug"), "{}", run.stderr);
}

#[test]
fn two_posts_on_one_url_name_both() {
    let site = built();
    for name in ["a", "b"] {
        site.write(
            &format!("content/posts/{name}.md"),
            front_matter("title: A\ndate: 2024-05-17\nauthor: asa\nslug: samma"),
        );
    }
    let run = site.try_build();
    assert_eq!(run.code, 1);
    let words = "route/collision]: two posts both claim `/2024/05/samma/`";
    assert!(run.stderr.contains(words), "{}", run.stderr);
    assert!(
        run.stderr.contains("content/posts/a.md") && run.stderr.contains("content/posts/b.md"),
        "{}",
        run.stderr
    );
    let either = "choose another `slug` in `content/posts/b.md` or `content/posts/a.md`\n";
    assert!(run.stderr.contains(either), "{}", run.stderr);
    // One cause, one problem: that they share an identity too follows from it, and case
    // has nothing to do with it.
    assert!(
        run.stderr.contains("error: 1 error in 1 file"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("lower case"), "{}", run.stderr);
}

/// Where the disk can hold both.
#[test]
#[cfg(target_os = "linux")]
fn files_that_differ_by_case_are_reported_once() {
    let site = built();
    for name in ["Karta", "karta"] {
        site.write(&format!("static/{name}.txt"), "x");
    }
    let run = site.try_build();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("source/case-collision") && run.stderr.matches("error[").count() == 1,
        "{}",
        run.stderr
    );
}

#[test]
fn slugs_and_aliases_stay_inside() {
    for path in [
        "../ut",
        "a/../../ut",
        "..%2fut",
        "%2e%2e/ut",
        "a\\\\b",
        "/etc/passwd/../..",
        "a//b",
        "CON",
        "a%00b",
    ] {
        for key in ["slug: ", "aliases: [\"", "redirect_from: [\"/"] {
            let close = if key.contains('[') { "\"]" } else { "\"" };
            let open = if key.contains('[') { "" } else { "\"" };
            let site = built();
            let line = format!("{key}{open}{path}{close}");
            site.write(
                "content/posts/a.md",
                front_matter(&format!("title: A\ndate: 2024-05-17\nauthor: asa\n{line}")),
            );
            site.try_build();
            for name in site.output_paths() {
                assert!(
                    !name.contains("..") && !name.contains('\\') && !name.contains("passwd"),
                    "{line}: {name}"
                );
            }
            assert!(
                !site.path().join("ut").exists()
                    && !site.path().parent().expect("it").join("ut").exists(),
                "{line}"
            );
        }
    }
    post_is_refused(
        front_matter("title: A\ndate: 2024-05-17\nauthor: asa\nslug: ../ut"),
        "front-matter/unsafe-path",
    );
    post_is_refused(
        front_matter("title: A\ndate: 2024-05-17\nauthor: asa\naliases: [/a/../ut]"),
        "front-matter/unsafe-path",
    );
}

#[test]
fn aliases_that_claim_another_page_are_errors() {
    let site = built();
    site.write(
        "content/posts/a.md",
        front_matter("title: A\ndate: 2024-05-17\nauthor: asa\naliases: [/2024/05/good/]"),
    );
    let run = site.try_build();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("route/collision") && run.stderr.contains("good.md"),
        "{}",
        run.stderr
    );
}

#[test]
fn encodings() {
    let utf16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("---\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    post_is_refused(utf16, "source/not-utf8");
    post_is_refused(
        b"---\ntitle: R\xe4tt\ndate: 2024-05-17\nauthor: asa\n---\n\nText.\n",
        "source/not-utf8",
    );
    let site = built();
    site.write("content/posts/a.md", "\u{feff}---\r\ntitle: A\r\ndate: 2024-05-17\r\nauthor: asa\r\n---\r\n\r\nText å.\r\n\r\n## Två\r\n");
    site.build();
    assert!(site.read("2024/05/a/index.html").contains("<p>Text å.</p>"));
    site.write(
        "content/posts/a.md",
        "\u{feff}---\r\ntitle: A\r\ndate: 2024-05-17\r\nauthor: asa\r\n---\r\n\r\n![](x.png)\r\n",
    );
    site.fails(&[
        "image/missing-alt content/posts/a.md:7:1",
        "image/missing-file content/posts/a.md:7:1",
    ]);
}

/// Only such a disk has two names that differ by case.
#[cfg(target_os = "linux")]
#[test]
fn names_in_two_compositions_and_two_cases() {
    let site = built();
    let text = front_matter("title: A\ndate: 2024-05-17\nauthor: asa");
    site.write("content/posts/å.md", &text)
        .write("content/posts/a\u{30a}.md", &text);
    let run = site.try_build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains("å.md"), "{}", run.stderr);
    let site = built();
    site.write("content/posts/Ab.md", &text)
        .write("content/posts/ab.md", &text);
    let run = site.try_build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("Ab.md") && run.stderr.contains("ab.md"),
        "{}",
        run.stderr
    );
    // One name in the decomposed form is fine, and links find it.
    let site = built();
    site.write("content/posts/a\u{30a}.md", &text);
    site.write(
        "content/posts/b.md",
        "---\ntitle: B\ndate: 2024-05-17\nauthor: asa\n---\n\n[å](å.md)\n",
    );
    site.build();
}

#[cfg(unix)]
#[test]
fn links_out_of_the_site_loops_and_pipes() {
    use std::os::unix::fs::symlink;
    let site = built();
    let outside = tempfile::tempdir().expect("a folder");
    fs::write(
        outside.path().join("secret.md"),
        front_matter("title: Hemlig\ndate: 2024-05-17\nauthor: asa"),
    )
    .expect("a file");
    symlink(
        outside.path().join("secret.md"),
        site.path().join("content/posts/a.md"),
    )
    .expect("a link");
    let run = site.try_build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(
        run.stderr.contains("source/link-outside") && run.stderr.contains("content/posts/a.md"),
        "{}",
        run.stderr
    );
    site.remove("content/posts/a.md");
    symlink(
        site.path().join("content"),
        site.path().join("content/posts/loop"),
    )
    .expect("a link");
    let run = site.try_build();
    assert!(
        run.code == 1 && run.stderr.contains("loop"),
        "{}",
        run.stderr
    );
    site.remove("content/posts/loop");
    let pipe = site.path().join("content/posts/pipe.md");
    assert!(
        std::process::Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .expect("mkfifo")
            .success()
    );
    let run = site.try_build();
    assert!(run.stderr.contains("pipe.md"), "{}", run.stderr);
}

#[test]
fn yaml_bombs_and_deep_nesting() {
    let mut bomb = String::from(
        "title: A\ndate: 2024-05-17\nauthor: asa\nextra:\n  a: &a [x,x,x,x,x,x,x,x,x]\n",
    );
    for level in 1..9 {
        let (one, two) = (char::from(b'a' + level - 1), char::from(b'a' + level));
        bomb.push_str(&format!(
            "  {two}: &{two} [*{one},*{one},*{one},*{one},*{one},*{one},*{one},*{one},*{one}]\n"
        ));
    }
    let site = built();
    site.write("content/posts/a.md", front_matter(&bomb));
    assert_eq!(site.try_build().code, 1);
    let site = built();
    site.write(
        "content/posts/a.md",
        front_matter(&format!(
            "title: A\ndate: 2024-05-17\nauthor: asa\nextra: {}",
            "[".repeat(100_000)
        )),
    );
    assert_eq!(site.try_build().code, 1);
    let site = built();
    let nested = format!("{}{}", "{a: ".repeat(500), "}".repeat(500));
    site.write(
        "content/posts/a.md",
        front_matter(&format!(
            "title: A\ndate: 2024-05-17\nauthor: asa\nextra: {nested}"
        )),
    );
    assert_eq!(site.try_build().code, 1);
}

#[test]
fn a_post_of_ten_megabytes_in_one_line() {
    let site = built();
    let line = "ord [länk](#x) *betonat* ".repeat(420_000);
    site.write(
        "content/posts/a.md",
        format!("---\ntitle: A\ndate: 2024-05-17\nauthor: asa\n---\n\n## X\n\n{line}\n"),
    );
    let run = site.try_build();
    assert_eq!(run.code, 0, "{}", &run.stderr[..run.stderr.len().min(2000)]);
    site.write(
        "content/posts/a.md",
        format!(
            "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\n---\n\n## X\n\n{line} ![](saknas.png)\n"
        ),
    );
    let run = site.try_build();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.len() < 4_000,
        "the excerpt is not cut: {} bytes",
        run.stderr.len()
    );
}

#[test]
fn control_characters_in_titles() {
    let site = built();
    site.write(
        "content/posts/a.md",
        front_matter("title: \"A\\u0000\\u001b[31m\\u202eB\"\ndate: 2024-05-17\nauthor: asa"),
    );
    let run = site.try_build();
    assert!(
        !run.stderr.contains('\u{1b}') && !run.stdout.contains('\u{1b}'),
        "an escape sequence reached the terminal"
    );
    for (path, bytes) in site.output() {
        if [".ico", ".woff2", ".bin"]
            .iter()
            .any(|end| path.ends_with(end))
        {
            continue;
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(
            !text.contains('\u{0}') && !text.contains('\u{1b}') && !text.contains('\u{202e}'),
            "{path}"
        );
    }
}

#[test]
fn broken_templates_name_their_line_and_the_page() {
    for (template, expected) in [
        ("{% if %}", "templates/index.html:1:"),
        ("<p>\n{{ saknas }}", "templates/index.html:2:"),
        ("{% include \"saknas.html\" %}", "templates/index.html:1:"),
        ("{{ config.title | saknas }}", "templates/index.html:1:"),
        ("{% for x in y %}", "templates/index.html:1:"),
        ("{% extends \"index.html\" %}", "templates/index.html:1:"),
        ("{% include \"index.html\" %}", "templates/index.html:1:"),
        ("{{ trans(key=\"saknas\") }}", "templates/index.html:1:"),
        (
            "{{ asset(path=\"saknas.css\") }}",
            "templates/index.html:1:",
        ),
    ] {
        let site = built();
        let before = site.output();
        site.write("templates/index.html", template);
        let run = site.try_build();
        assert_eq!(run.code, 1, "{template}: {}", run.stderr);
        let first = run.stderr.lines().find(|line| line.contains("--> "));
        assert!(
            first.is_some_and(|place| place.contains(expected)),
            "{template}:\n{}",
            run.stderr
        );
        let errors = run.stderr.matches("error[").count();
        assert_eq!(errors, 1, "{template}:\n{}", run.stderr);
        assert_eq!(site.output(), before);
    }
}

#[test]
fn the_page_that_a_template_fails_on_is_named() {
    let site = built();
    site.write("templates/post.html", "{{ page.titel }}");
    let run = site.try_build();
    for expected in ["templates/post.html:1:", "while rendering /2024/"] {
        assert!(run.stderr.contains(expected), "{expected}: {}", run.stderr);
    }
}

#[test]
fn without_a_configuration_nothing_else_is_said_about_posts() {
    let site = Site::bare("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\n---\n\nText.\n",
    );
    for config in [None, Some(b"\xff\xfet\0i\0")] {
        if let Some(bytes) = config {
            site.write("site.yaml", bytes);
        }
        let run = site.try_build();
        assert_eq!(run.code, 1, "{}", run.stderr);
        assert!(!run.stderr.contains("content/posts/a.md"), "{}", run.stderr);
    }
}

#[test]
fn an_unknown_default_author_is_told_once_and_where_it_is_written() {
    let site = built();
    site.edit("site.yaml", "title:", "default_author: asa-lidn\ntitle:");
    for name in ["x", "y"] {
        site.write(
            &format!("content/posts/{name}.md"),
            front_matter("title: A\ndate: 2024-05-17"),
        );
    }
    let run = site.try_build();
    assert!(run.stderr.contains("site.yaml:1:17"), "{}", run.stderr);
    assert!(!run.stderr.contains("content/posts/x.md"), "{}", run.stderr);
}

#[test]
fn an_unknown_theme() {
    let site = built();
    site.edit("site.yaml", "title:", "theme: defalt\ntitle:");
    let run = site.try_build();
    assert_eq!(run.code, 1);
    assert!(
        run.stderr.contains("site.yaml:1:8") && run.stderr.contains("`default`"),
        "{}",
        run.stderr
    );
}

#[test]
fn images_that_are_none() {
    let png = |width: u32, height: u32| {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    };
    for (name, bytes) in [
        ("bild.png", b"inte en bild".to_vec()),
        ("bild.png", png(10, 10)),
        ("bild.png", png(4_000_000_000, 4_000_000_000)),
        ("bild.png", Vec::new()),
        ("bild.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec()),
        ("bild.gif", b"GIF89a".to_vec()),
        ("bild.webp", b"RIFF\xff\xff\xff\xffWEBPVP8 ".to_vec()),
        ("bild.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><script>alert(1)</script></svg>".to_vec()),
        ("bild.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><image href=\"https://ond.example/x.png\"/></svg>".to_vec()),
        ("bild.svg", b"<svg".to_vec()),
    ] {
        let site = built();
        site.write(&format!("content/posts/{name}"), bytes);
        site.post("a.md", &format!("![En bild]({name})"));
        let before = site.output();
        let run = site.try_build();
        assert_eq!(run.code, 1, "{name}: {}", run.stderr);
        assert!(run.stderr.contains("[image/") && run.stderr.contains(name), "{name}: {}", run.stderr);
        assert_eq!(site.output(), before);
    }
}

#[test]
fn the_place_in_a_drawing_is_shown() {
    let site = built();
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">\n  \
                   <g onload=\"x()\"/>\n</svg>\n";
    site.write("content/posts/karta.svg", drawing);
    site.post("a.md", "![En karta](karta.svg)");
    let run = site.try_build();
    for expected in ["content/posts/karta.svg:2:6", "<g onload=\"x()\"/>", "^"] {
        assert!(run.stderr.contains(expected), "{expected}: {}", run.stderr);
    }
}

#[test]
fn configuration_mistakes() {
    for (line, expected) in [
        ("titel: x", "title"),
        ("baseURL: https://x.example/", "base_url"),
        ("url: https://x.example/", "base_url"),
        ("language: svenska", "sv"),
        ("timezone: Europe/Stokholm", "Europe/Stockholm"),
        ("permalink: /{year}/", "slug"),
        ("permalink: /{yaer}/{slug}/", "year"),
        ("paginate_by: noll", "paginate_by"),
        ("paginate_by: 0", "paginate_by"),
        ("markdown: {raw_html: sanitise}", "sanitize"),
        ("feeds: {formats: [rsss]}", "rss"),
    ] {
        let site = built();
        let text = fs::read_to_string(site.path().join("site.yaml")).expect("it");
        site.write("site.yaml", format!("{text}{line}\n"));
        let run = site.try_build();
        assert_eq!(run.code, 1, "{line}: {}", run.stderr);
        assert!(
            run.stderr.contains("site.yaml:3:"),
            "{line}: {}",
            run.stderr
        );
        assert!(run.stderr.contains(expected), "{line}: {}", run.stderr);
    }
    let site = built();
    site.write("site.yaml", "description: utan titel\n");
    let run = site.try_build();
    assert!(
        run.code == 1 && run.stderr.contains("title") && run.stderr.contains("base_url"),
        "{}",
        run.stderr
    );
}

#[test]
fn all_problems_of_all_files_come_at_once() {
    let site = built();
    site.write(
        "content/posts/a.md",
        front_matter("title: A\ndate: 2021-02-30\nauthor: asa\ndrafts: true\nslug: ../x"),
    );
    site.write("content/posts/b.md", "Utan front matter.\n");
    site.post("c.md", "![](x.png)\n\n[y](saknas.md)\n");
    site.write("content/authors/x.md", "---\nnam: X\n---\n");
    site.write("content/pages/p.md", "---\ntitle: P\n---\n\n[z](#saknas)\n");
    let run = site.try_build();
    assert_eq!(run.code, 1);
    for part in [
        "a.md:3:7",
        "a.md:5:1",
        "a.md:6:7",
        "b.md",
        "c.md:7:1",
        "c.md:9:1",
        "authors/x.md:2:1",
        "pages/p.md:5:1",
    ] {
        assert!(
            run.stderr.contains(part),
            "{part} is not in\n{}",
            run.stderr
        );
    }
}

#[test]
fn a_document_with_errors_still_exists_for_links() {
    let site = built();
    site.write("content/posts/trasig.md", "---\ntitle: [A\n---\n\nText.\n");
    site.post("a.md", "Se [den](trasig.md).");
    let run = site.try_build();
    assert_eq!(run.code, 1);
    assert!(!run.stderr.contains("link/"), "{}", run.stderr);
}

#[test]
fn exact_places_in_the_whole_file() {
    post_fails(
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\n---\n\nÅäö ![](x.png) och [y](z.md#q).\n",
        &[
            "image/missing-alt content/posts/a.md:7:5",
            "image/missing-file content/posts/a.md:7:5",
            "link/missing-page content/posts/a.md:7:20",
        ],
    );
}

#[test]
fn names_that_leave_no_address_are_told_once_with_a_way_out() {
    let page = "---\ntitle: Start\n---\n\nText.\n";
    let post = "---\ntitle: A\nauthor: asa\n---\n\nText.\n";
    for (path, text, words) in [
        ("content/pages/index.md", page, "would be the start page"),
        (
            "content/posts/2024-01-05/index.md",
            post,
            "`2024-01-05`, which is only a date",
        ),
        (
            "content/posts/2024-01-05.md",
            post,
            "`2024-01-05`, which is only a date",
        ),
    ] {
        let site = Site::new("");
        site.write(
            "content/posts/x.md",
            front_matter("title: X\ndate: 2024-01-05\nauthor: asa"),
        );
        site.write(path, text);
        let run = site.try_build();
        assert_eq!(run.code, 1, "{path}");
        assert_eq!(run.stderr.matches("error[").count(), 1, "{}", run.stderr);
        assert!(run.stderr.contains(words), "{}", run.stderr);
        assert!(run.stderr.contains("help: rename"), "{}", run.stderr);
    }
}
