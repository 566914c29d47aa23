//! The language of the program's own words: how it is chosen, and that no output has it.

use crate::site::{NOW, Run, Site, run_with};

/// Variables, so that this machine's own say nothing.
fn in_language<'a>(all: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let none = ["NITTON_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].map(|name| (name, ""));
    none.into_iter().chain(all.iter().copied()).collect()
}

fn run(site: &Site, args: &[&str], variables: &[(&str, &str)]) -> Run {
    run_with(site.path(), args, &in_language(variables))
}

#[test]
fn the_words_are_chosen_by_option_variable_and_system() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    let build = |args: &[&str], variables: &[(&str, &str)]| {
        let run = run(&site, &[&["build", "--now", NOW], args].concat(), variables);
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.stdout.starts_with("Byggde ")
    };
    let system = ("LANG", "sv_SE.UTF-8");
    assert!(build(&[], &[system]));
    assert!(!build(&[], &[]));
    assert!(!build(&[], &[system, ("LC_ALL", "C")]));
    assert!(!build(&[], &[system, ("LC_MESSAGES", "en_GB.UTF-8")]));
    assert!(build(&[], &[("NITTON_LANG", "sv"), ("LC_ALL", "C")]));
    assert!(!build(&["--lang", "en"], &[("NITTON_LANG", "sv")]));
    assert!(build(&["--lang=sv"], &[("NITTON_LANG", "en")]));
    // What nobody knows is passed over without a word.
    for unknown in [
        ("LANG", "de_DE.UTF-8"),
        ("LANG", "\u{e5}"),
        ("NITTON_LANG", "x"),
    ] {
        let run = run(&site, &["build", "--now", NOW], &[unknown]);
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{unknown:?}");
        assert!(run.stdout.starts_with("Built "), "{}", run.stdout);
    }
}

#[test]
fn an_unknown_language_is_a_usage_error_that_lists_them() {
    let site = Site::new("");
    let run = run(
        &site,
        &["build", "--lang", "de"],
        &[("LANG", "sv_SE.UTF-8")],
    );
    assert_eq!(run.code, 2, "{}", run.stderr);
    let first = run.stderr.lines().next();
    assert_eq!(
        first,
        Some("fel: `de` kan inte vara värdet på `--lang <SPRÅK>`. Skriv `en` eller `sv`")
    );
    assert!(!site.has("index.html"));
}

#[test]
fn no_output_and_no_json_depend_on_the_language() {
    let site = Site::new("");
    site.post("a.md", "Text.\n\n<script>x</script>");
    site.write(
        "content/posts/b.md",
        "---\ntitle: B\ndate: 2024-05-18\nauthor: asa\ndraft: true\n---\n\nText.\n",
    );
    let languages = [
        ("LANG", "sv_SE.UTF-8"),
        ("LANG", "en_US.UTF-8"),
        ("LANG", "de_DE.UTF-8"),
        ("LANG", "C"),
    ];
    let all = languages.map(|language| {
        let _ = std::fs::remove_dir_all(site.path().join("public"));
        let args = ["build", "--now", NOW, "--format", "json"];
        let built = run(&site, &args, &[language]);
        assert_eq!(built.code, 0, "{}", built.stderr);
        let list = run(
            &site,
            &["list", "drafts", "--now", NOW, "--format", "json"],
            &[language],
        );
        (site.published(), built.stdout, list.stdout)
    });
    for other in &all[1..] {
        assert_eq!(other, &all[0]);
    }
}

#[test]
fn a_reader_of_swedish_meets_no_english_around_the_messages() {
    let site = Site::new("");
    site.post("a.md", "Text.");
    site.write(
        "content/posts/b.md",
        "---\ntitle: B\ndate: 2024-06-01T18:30\nauthor: asa\n---\n\nText.\n",
    );
    let sv = [("LANG", "sv_SE.UTF-8")];
    let built = run(&site, &["build", "--now", NOW], &sv);
    let (summary, rest) = built.stdout.split_once('\n').expect("two lines");
    assert!(
        summary.starts_with("Byggde 1 inlägg och 0 sidor: ") && summary.ends_with(" i public."),
        "{summary}"
    );
    assert_eq!(
        rest,
        "Inte publicerat (tidsinställt till 2024-06-01 18:30 – visas med --future): content/posts/b.md\n"
    );
    let list = run(&site, &["list", "drafts", "--now", NOW], &sv);
    assert!(
        list.stdout.starts_with("tidsinställt  2024-06-01"),
        "{}",
        list.stdout
    );
    for (args, said) in [
        (
            &["bygg"][..],
            "fel: det finns inget kommando `bygg`\n\
             skriv `build`, `serve`, `new`, `init`, `list`",
        ),
        (
            &["biuld"],
            "fel: det finns inget kommando `biuld`\nmenade du `build`?\n",
        ),
        (
            &["build", "--utkast"],
            "fel: här går det inte att skriva `--utkast`",
        ),
        (&["new", "post"], "fel: något saknas: `<RUBRIK>`"),
        (
            &["serve", "--port", "x"],
            "fel: `x` kan inte vara värdet på `--port <PORT>`",
        ),
        (
            &["-q", "-v", "build"],
            "fel: `--quiet` går inte att använda tillsammans med `--verbose`",
        ),
        (
            &["build", "--now", "snart"],
            "fel: `--now snart` är ingen tidpunkt.",
        ),
        (
            &["build", "--base-url", "blogg"],
            "fel: `--base-url blogg` är ingen adress: den börjar inte",
        ),
        (&["-q"], "fel: vilket kommando? Skriv `build`, "),
    ] {
        let run = run(&site, args, &sv);
        assert_eq!(run.code, 2, "{args:?}: {}", run.stderr);
        assert!(run.stderr.contains(said), "{args:?}: {}", run.stderr);
        for word in ["error", "Usage", "For more", "tip:", "OPTIONS"] {
            assert!(!run.stderr.contains(word), "{args:?}: {}", run.stderr);
        }
    }
}

#[test]
fn the_preview_speaks_the_language_of_the_browser() {
    let site = Site::new("");
    site.write(
        "content/posts/a.md",
        "---\ntitle: A\ndate: x\nauthor: asa\n---\n\nText.\n",
    );
    let preview = site.serve(&[]);
    let words = |accept: &str| {
        let headers = [("Accept-Language", accept)];
        let answer = preview.ask("GET", "/.nitton/problems.json", &headers);
        let all: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
        (all["words"].clone(), all["problems"][0]["kind"].clone())
    };
    let (sv, kind) = words("sv-SE,sv;q=0.9,en;q=0.8");
    assert_eq!(
        (&sv["language"], &sv["total"], &kind),
        (&"sv".into(), &"1 fel".into(), &"fel".into())
    );
    let (en, kind) = words("de");
    assert_eq!(
        (&en["language"], &en["total"], &kind),
        (&"en".into(), &"1 error".into(), &"error".into())
    );
    let refused = preview.ask("GET", "/.nitton/finns-inte", &[("Accept-Language", "sv")]);
    assert_eq!(
        refused.text(),
        "Förhandsvisningen har inget sådant verktyg.\n"
    );
}
