//! The commands beside `build`, help, and exit codes.

use std::fs;

use crate::site::{NOW, Site, run_in, run_with, tree};

#[test]
fn init_writes_a_site_that_builds_and_never_overwrites() {
    let site = Site::bare("");
    let run = site.run(&["init", "blogg", "--now", NOW]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let before = tree(site.path());
    let run = site.run(&["build", "--root", "blogg", "--now", NOW]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        site.path()
            .join("blogg/public/2024/06/forsta-inlagget/index.html")
            .exists()
    );
    let run = site.run(&["init", "blogg"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("site.yaml"), "{}", run.stderr);
    let after: std::collections::BTreeMap<_, _> = tree(site.path())
        .into_iter()
        .filter(|(path, _)| before.contains_key(path))
        .collect();
    assert_eq!(after, before);
}

#[test]
fn what_init_and_new_wrote_is_reported_until_it_is_replaced() {
    let site = Site::bare("");
    let run = site.run(&["init", "Min blogg", "--now", NOW]);
    let quoted = nitton::path::in_shell("Min blogg".as_ref());
    let next = format!("Now see it in your browser: nitton serve --open --root {quoted}\n");
    assert!(run.stdout.ends_with(&next), "{}", run.stdout);
    let new = |title: &str| {
        let made = site.run(&["new", "post", title, "--root", "Min blogg", "--now", NOW]);
        assert_eq!(made.code, 0, "{}", made.stderr);
        let shown = made.stdout.trim().replace('\\', "/");
        format!("Min blogg/{}", shown.split_once('/').expect("a path").1)
    };
    // A draft may have them.
    new("Utkast");
    site.edit(&new("Klar"), "draft: true\n", "");
    let build = || site.run(&["build", "--strict", "--root", "Min blogg", "--now", NOW]);
    let run = build();
    assert_eq!(run.code, 1);
    for (place, written) in [
        ("site.yaml:4:11", "https://din-blogg.example/"),
        ("content/authors/exempel.md:2:7", "Förnamn Efternamn"),
        (
            "content/authors/exempel.md:7:1",
            "Några meningar om den som skriver",
        ),
        ("content/pages/om.md:5:1", "Vad bloggen handlar om"),
        (
            "content/posts/2024/2024-06-01-forsta-inlagget.md:13:1",
            "Ändra den här filen",
        ),
        (
            "content/posts/2024/2024-06-01-klar.md:6:10",
            "En eller två meningar",
        ),
        ("content/posts/2024/2024-06-01-klar.md:9:1", "Skriv här."),
    ] {
        assert!(run.stderr.contains(place), "{place}: {}", run.stderr);
        assert!(run.stderr.contains(written), "{written}: {}", run.stderr);
    }
    assert_eq!(run.stderr.matches("warning[").count(), 7, "{}", run.stderr);
    assert!(!run.stderr.contains("utkast"), "{}", run.stderr);
    let post = "Min blogg/content/posts/2024/2024-06-01";
    site.edit(
        "Min blogg/site.yaml",
        "din-blogg.example",
        "blogg.kommunen.se",
    );
    site.edit(
        "Min blogg/content/authors/exempel.md",
        "Förnamn Efternamn",
        "Åsa Lind",
    );
    site.edit(
        "Min blogg/content/authors/exempel.md",
        "Några meningar om den",
        "Den",
    );
    site.edit("Min blogg/content/pages/om.md", "Vad bloggen", "Bloggen");
    site.edit(
        &format!("{post}-forsta-inlagget.md"),
        "Ändra den här filen",
        "Läs",
    );
    site.edit(
        &format!("{post}-klar.md"),
        "En eller två meningar om det",
        "Det",
    );
    site.edit(&format!("{post}-klar.md"), "Skriv här.", "Texten.");
    let run = build();
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

#[test]
fn the_last_lines_say_where_the_site_is_and_at_what_hour_a_post_comes() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.write(
        "content/posts/b.md",
        "---\ntitle: B\ndate: 2024-06-01T18:30\nauthor: asa\n---\n\nText.\n",
    );
    let build = |to: &str| site.run(&["build", "--now", NOW, "--output-dir", to]);
    let run = build("ut");
    assert!(run.stdout.contains(", into ut.\n"), "{}", run.stdout);
    assert!(site.path().join("ut/index.html").exists());
    assert!(
        run.stdout
            .contains("(scheduled for 2024-06-01 18:30; --future shows it)"),
        "{}",
        run.stdout
    );
    let help = site.run(&["build", "--help"]).stdout;
    assert!(help.contains("counts from the site's folder"), "{help}");
}

#[test]
fn new_post_has_date_slug_and_default_author_and_builds() {
    let site = Site::new("");
    site.edit("site.yaml", "title:", "default_author: asa\ntitle:");
    let run = site.run(&[
        "new",
        "post",
        "SKR:s roll: \"å\" & ä",
        "--tags",
        "unga, språk",
        "--now",
        NOW,
    ]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let path = "content/posts/2024/2024-06-01-skrs-roll-a-a.md";
    let shown = run.stdout.trim().replace('\\', "/");
    assert!(shown.ends_with(path), "{shown}");
    let text = fs::read_to_string(site.path().join(path)).expect("the post");
    assert!(
        text.contains("title: \"SKR:s roll: \\\"å\\\" & ä\"")
            && text.contains("date: 2024-06-01")
            && text.contains("[\"asa\"]"),
        "{text}"
    );
    let again = site.run(&["new", "post", "SKR:s roll: \"å\" & ä", "--now", NOW]);
    assert_eq!(again.code, 2, "{}", again.stderr);
    assert_eq!(
        fs::read_to_string(site.path().join(path)).expect("the post"),
        text
    );
    let run = site.run(&["build", "--strict", "--drafts", "--now", NOW]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(site.has("2024/06/skrs-roll-a-a/index.html"));
}

#[test]
fn new_writes_pages_authors_and_networks_that_build() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    for (what, file) in [
        ("page", "content/pages/ny-sida.md"),
        ("author", "content/authors/ny-sida.md"),
        ("network", "content/networks/ny-sida.md"),
    ] {
        let run = site.run(&["new", what, "Ny sida", "--now", NOW]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(site.path().join(file).exists(), "{file}");
    }
    site.build();
}

#[test]
fn new_writes_nothing_that_would_be_published_unread() {
    let site = Site::new("");
    site.edit("site.yaml", "title:", "language: sv-SE\ntitle:");
    for what in ["page", "author", "network"] {
        assert_eq!(
            site.run(&["new", what, "Ny", "--now", NOW]).code,
            0,
            "{what}"
        );
    }
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: ny\nnetwork: ny\n---\n\nText.\n",
    );
    site.build();
    assert!(!site.has("ny/index.html"));
    for page in ["skribenter/ny/index.html", "natverk/ny/index.html"] {
        let html = site.read(page);
        for stub in ["Roll", "Några meningar", "A few", "utredare"] {
            assert!(!html.contains(stub), "{page}: {stub}");
        }
    }
    let page = fs::read_to_string(site.path().join("content/pages/ny.md")).expect("a page");
    assert!(page.contains("Skriv här."), "{page}");
}

#[test]
fn new_refuses_titles_that_make_no_address() {
    let site = Site::new("");
    let long = "mänskliga rättigheter ".repeat(20);
    for what in ["post", "page", "author", "network"] {
        for title in ["con", "Aux", "LPT1", &long] {
            let run = site.run(&["new", what, title, "--now", NOW]);
            assert_eq!(run.code, 2, "{what} {title}: {}", run.stderr);
            assert!(run.stderr.contains("can't be an address"), "{}", run.stderr);
        }
    }
    assert_eq!(site.run(&["new", "page", "Index"]).code, 2);
    assert_eq!(site.run(&["new", "post", "Index", "--now", NOW]).code, 0);
    let run = site.run(&["build", "--strict", "--drafts", "--now", NOW]);
    assert_eq!(run.code, 0, "{}", run.stderr);
}

#[test]
fn new_refuses_a_title_without_letters_and_a_folder_without_a_site() {
    let site = Site::new("");
    assert_eq!(site.run(&["new", "post", "!!!"]).code, 2);
    let empty = Site::bare("");
    let run = empty.run(&["new", "post", "Rubrik"]);
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("nitton init"), "{}", run.stderr);
}

#[test]
fn list_shows_posts_drafts_terms_and_urls() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.write(
        "content/posts/b.md",
        "---\ntitle: B\ndate: 2024-05-17\nauthor: asa\ndraft: true\n---\n\nText.\n",
    );
    let list = |args: &[&str]| {
        let mut all = vec!["list"];
        all.extend(args);
        all.extend(["--now", NOW]);
        let run = site.run(&all);
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.stdout
    };
    assert_eq!(list(&["posts"]), "2024-05-17  /2024/05/a/  a\n");
    assert!(list(&["drafts"]).contains("content/posts/b.md"));
    assert_eq!(list(&["authors"]), "1  Åsa Lind  asa\n");
    assert!(list(&["urls"]).contains("https://blogg.example.se/2024/05/a/\n"));
    let json: serde_json::Value =
        serde_json::from_str(&list(&["posts", "--format", "json"])).expect("JSON");
    assert_eq!(json["version"], 1);
    assert_eq!(json["items"][0]["url"], "/2024/05/a/");
}

#[test]
fn completions_and_help_name_every_command() {
    let site = Site::bare("");
    let help = site.run(&["--help"]);
    assert_eq!(help.code, 0);
    for command in ["build", "new", "init", "list", "completions"] {
        assert!(help.stdout.contains(command), "{command}");
        let own = site.run(&[command, "--help"]);
        assert_eq!(own.code, 0, "{command}: {}", own.stderr);
    }
    for shell in ["bash", "zsh", "fish"] {
        let run = site.run(&["completions", shell]);
        assert_eq!(run.code, 0);
        assert!(run.stdout.contains("nitton"));
    }
    assert_eq!(site.run(&["bygg"]).code, 2);
    assert_eq!(site.run(&["build", "--base-url", "blogg"]).code, 2);
}

#[test]
fn a_folder_without_a_site_says_what_to_do() {
    let site = Site::bare("");
    let run = site.run(&["build"]);
    assert_ne!(run.code, 0);
    assert!(
        run.stderr.contains("site.yaml") && run.stderr.contains("nitton init"),
        "{}",
        run.stderr
    );
    let run = site.run(&["build", "--root", "finns-inte"]);
    assert_eq!(run.code, 3, "{}", run.stderr);
}

#[test]
fn diagnostics_are_plain_in_a_pipe_and_coloured_on_request() {
    let site = Site::new("");
    site.post("a.md", "![](bild.png)");
    let plain = site.try_build().stderr;
    assert!(!plain.contains('\u{1b}'), "{plain}");
    assert!(
        plain.contains("error[image/missing-alt]") && plain.contains("content/posts/a.md:7:1"),
        "{plain}"
    );
    let coloured = site
        .run(&["build", "--now", NOW, "--color", "always"])
        .stderr;
    assert!(coloured.contains('\u{1b}'));
    let quiet = run_with(
        site.path(),
        &["build", "--now", NOW, "--color", "always", "--quiet"],
        &[("NO_COLOR", "1")],
    );
    assert!(quiet.stderr.contains("image/missing-alt"));
}

#[test]
fn verbose_names_each_file_and_prints_each_diagnostic() {
    let site = Site::new("");
    site.post("a.md", &"<script>x</script>\n\n".repeat(5));
    let build = |args: &[&str]| site.run(&[&["build", "--now", NOW], args].concat());
    let first = build(&["--verbose"]);
    assert_eq!(first.code, 0, "{}", first.stderr);
    assert!(
        first.stderr.contains("\nnew: 2024/05/a/index.html\n"),
        "{}",
        first.stderr
    );
    assert_eq!(first.stderr.matches("[markdown/html-removed]").count(), 5);
    let second = build(&[]);
    assert!(!second.stderr.contains("index.html"), "{}", second.stderr);
    assert!(
        second.stderr.contains("… and 2 more of"),
        "{}",
        second.stderr
    );
    site.remove("content/posts/a.md").post("b.md", "Text.");
    let third = build(&["-v"]).stderr;
    for line in [
        "new: 2024/05/b/index.html",
        "changed: index.html",
        "removed: 2024/05/a/index.html",
    ] {
        assert!(
            third.lines().any(|reported| reported == line),
            "{line}:\n{third}"
        );
    }
}

#[test]
fn severities_can_be_set_for_the_site_and_for_one_place() {
    let site = Site::new("");
    site.post("a.md", "Se [den](saknas.md).");
    assert_eq!(site.try_build().code, 1);
    site.edit(
        "site.yaml",
        "title:",
        "diagnostics: {link/missing-page: warn}\ntitle:",
    );
    site.warns(&["link/missing-page content/posts/a.md:7:4"]);
    site.edit(
        "site.yaml",
        "link/missing-page: warn",
        "link/missing-page: allow",
    );
    site.warns(&[]);
    site.edit("site.yaml", "diagnostics: {link/missing-page: allow}\n", "");
    site.edit(
        "content/posts/a.md",
        "Se [den]",
        "<!-- nitton-allow link/missing-page: flyttas i höst -->\nSe [den]",
    );
    site.warns(&[]);
    site.edit(
        "site.yaml",
        "title:",
        "diagnostics: {route/collision: allow}\ntitle:",
    );
    assert_eq!(
        site.try_build().code,
        1,
        "a code that guards a promise was lowered"
    );
}

#[test]
fn the_binary_needs_no_files_of_its_own() {
    let site = Site::bare("");
    assert_eq!(run_in(site.path(), &["init", "--now", NOW]).code, 0);
    let run = run_in(site.path(), &["build", "--now", NOW]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        site.output_paths()
            .iter()
            .any(|path| path.starts_with("assets/style.") && path.ends_with(".css"))
    );
}

#[test]
fn a_now_outside_of_all_dates_is_a_usage_error() {
    let site = Site::new("");
    site.post("a.md", "Text.").build();
    let before = site.output();
    for now in ["9999-12-31", "1800-01-01", "99999-01-01"] {
        for command in [
            &["build"][..],
            &["list", "posts"],
            &["new", "post", "Titel"],
        ] {
            let run = site.run(&[command, &["--now", now]].concat());
            assert_eq!(run.code, 2, "{now} {command:?}: {}", run.stderr);
        }
    }
    let epoch = [("SOURCE_DATE_EPOCH", "999999999999")];
    let run = crate::site::run_with(site.path(), &["build"], &epoch);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert_eq!(site.output(), before);
}

#[test]
fn the_last_day_that_can_be_written_means_never() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: 2024-05-17\nauthor: asa\nexpires: 9999-12-31\n---\n\nText.\n",
    );
    for now in [NOW, "9998-12-31"] {
        let run = site.run(&["build", "--strict", "--now", now]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(site.has("2024/05/a/index.html"), "{now}");
    }
}

#[test]
fn there_is_a_manual_page_in_every_language_for_every_command_that_the_help_names() {
    let site = Site::bare("");
    let page = |args: &[&str], language| {
        let run = site.run(&[&["man", "--lang", language], args].concat());
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.stdout
    };
    for (language, headings) in [
        ("en", ["NAME", "SYNOPSIS", "DESCRIPTION"]),
        ("sv", ["NAMN", "ANVÄNDNING", "BESKRIVNING"]),
    ] {
        let program = page(&[], language);
        let named = program.lines().filter_map(|line| {
            let name = line.strip_prefix("nitton\\-")?;
            name.strip_suffix("(1)")
        });
        let named: Vec<&str> = named.collect();
        let known = ["build", "serve", "new", "init", "list", "completions"];
        assert_eq!(named, known);
        let pages = named.iter().map(|name| page(&[name], language));
        for page in pages.chain([program.clone()]) {
            for heading in headings {
                assert!(page.contains(&format!(".SH \"{heading}\"\n")), "{page}");
            }
            assert!(page.contains("\\-\\-root"), "{page}");
            assert!(page.contains("\n.br\n\\- auto:"), "{page}");
        }
    }
    let run = site.run(&["man", "bild"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("`bild`"), "{}", run.stderr);
    assert!(!site.run(&["--help"]).stdout.contains("manual"));
}
