//! The accessibility statement: what the law demands is there, or the site is not built.

use super::site::{NOW, Site};

const DATA: &str = r#"
responsible: {name: Åsa Lind}
accessibility:
  actor: Provkommunen
  conformity: partial
  assessed: 2024-02-01
  method: self
  updated: 2024-02-02
  report: {email: t@example.se}
  problems: [{text: Kartan saknar *text*., reason: Vi byter karta., criterion: WCAG 1.1.1, affects: [no-vision, cognition], fixed_by: 2025-01-01}]
"#;

fn site(data: &str) -> Site {
    let site = Site::new("");
    site.post("a.md", "Text.");
    let config = "title: Provblogg\nbase_url: https://blogg.example.se/\n";
    site.write("site.yaml", format!("{config}{data}"));
    site
}

#[test]
fn a_page_with_all_that_the_law_demands() {
    let site = site(DATA);
    site.build();
    let page = site.read("tillganglighet/index.html");
    for stated in [
        "Tillgänglighetsredogörelse för Provblogg",
        "Provkommunen står bakom Provblogg",
        "delvis förenlig",
        "Kartan saknar <em>text</em>.",
        "Skäl: Vi byter karta.",
        "WCAG 1.1.1",
        "Berör användning utan syn och med kognitiv funktionsnedsättning",
        "1 januari 2025",
        "mailto:t@example.se",
        "https://www.digg.se/tdosanmalan",
        "12\u{a0}§",
        "Vi har själva bedömt",
        "<time datetime=\"2024-02-01\">1 februari 2024</time>",
        "<time datetime=\"2024-02-02\">2 februari 2024</time>",
    ] {
        assert!(
            page.contains(stated),
            "the statement does not state {stated}"
        );
    }
    // Every page leads to it, search engines too.
    for path in ["index.html", "2024/05/a/index.html", "404.html"] {
        assert!(
            site.read(path).contains("href=\"/tillganglighet/\""),
            "{path}"
        );
    }
    assert!(site.read("sitemap.xml").contains("/tillganglighet/"));
}

#[test]
fn without_data_there_is_no_page() {
    let site = site("");
    site.build();
    assert!(!site.has("tillganglighet/index.html"));
    assert!(!site.read("index.html").contains("/tillganglighet/"));
}

#[test]
fn a_page_of_the_editors_takes_its_place() {
    let site = site(DATA);
    let own = "---\ntitle: Vår egen\nslug: tillganglighet\n---\n\nText.\n";
    site.write("content/pages/egen.md", own);
    site.build();
    assert!(site.read("tillganglighet/index.html").contains("Vår egen"));
    assert!(
        site.read("index.html")
            .contains("href=\"/tillganglighet/\"")
    );
}

#[test]
fn everything_that_is_missing_is_told_at_once() {
    let run = site("accessibility: {service: Bloggen}\n")
        .run(&["build", "--now", NOW, "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    for key in [
        "actor",
        "conformity",
        "assessed",
        "method",
        "updated",
        "report",
    ] {
        assert!(
            run.stdout.contains(&format!("`{key}`")),
            "{key}: {}",
            run.stdout
        );
    }
    assert_eq!(
        run.stdout.matches("config/missing-key").count(),
        6,
        "{}",
        run.stdout
    );
}

#[test]
fn a_shortcoming_needs_a_reason_and_known_words() {
    let run = site(
        &DATA
            .replace(", reason: Vi byter karta.", "")
            .replace("no-vision", "blind"),
    )
    .run(&["build", "--now", NOW, "--format", "json"]);
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(run.stdout.contains("`reason`"), "{}", run.stdout);
    assert!(
        run.stdout.contains("blind") && run.stdout.contains("no-vision"),
        "{}",
        run.stdout
    );
}

#[test]
fn conformity_and_shortcomings_agree() {
    let unclear = "config/unclear-conformity";
    for (data, wrong) in [
        (DATA.replace("partial", "full"), true),
        (
            DATA.split("  problems")
                .next()
                .unwrap_or_default()
                .to_owned(),
            true,
        ),
        (
            DATA.split("  problems")
                .next()
                .unwrap_or_default()
                .replace("partial", "full"),
            false,
        ),
        (DATA.replace("partial", "none"), false),
        (DATA.replace("problems:", "burden:"), false),
    ] {
        let run = site(&data).run(&["build", "--now", NOW, "--format", "json"]);
        assert_eq!(
            run.stdout.contains(unclear),
            wrong,
            "{data}\n{}",
            run.stdout
        );
        assert_eq!(run.code == 1, wrong, "{}", run.stdout);
    }
}

#[test]
fn an_assessment_older_than_a_year_is_a_warning() {
    // "Now" is 2024-06-01.
    for (assessed, old) in [
        ("2023-06-01", false),
        ("2023-05-31", true),
        ("2020-02-29", true),
    ] {
        let data = DATA.replace("assessed: 2024-02-01", &format!("assessed: {assessed}"));
        let run = site(&data).run(&["build", "--now", NOW, "--format", "json"]);
        assert_eq!(run.code, 0, "{}", run.stdout);
        assert_eq!(
            run.stdout.contains("config/old-assessment"),
            old,
            "{assessed}: {}",
            run.stdout
        );
    }
}

#[test]
fn its_texts_are_set_in_the_language_of_the_site() {
    let text = r#"Kartan \"Huvudkarta\" - [skriv till oss](/2024/05/a/)."#;
    let site = site(&DATA.replace("Kartan saknar *text*.", &format!("\"{text}\"")));
    site.build();
    let stated = "Kartan ”Huvudkarta” – <a href=\"/2024/05/a/\">skriv till oss</a>.";
    let page = site.read("tillganglighet/index.html");
    assert!(page.contains(stated), "{page}");
}

#[test]
fn addresses_in_it_lead_somewhere() {
    let broken = "\"[a](pages/om.md), [b](pages/nej.md), [c](/nej/)\"";
    let data = DATA.replace("Kartan saknar *text*.", broken);
    let data = data.replace("  method:", "  report_url: /ingen/\n  method:");
    let site = site(&format!("{data}license: {{name: CC BY, url: /licens/}}\n"));
    site.write("content/pages/om.md", "---\ntitle: Om\n---\n\nText.\n");
    let run = site.try_build();
    assert_eq!(run.code, 1, "{}", run.stderr);
    for stated in [
        "[config/link-by-file]: a text in site.yaml can't link to the file `pages/om.md`",
        "write `/om/` for `pages/om.md`",
        "[link/missing-page]: there is no page `content/pages/nej.md`",
        "[link/missing-page]: there is no page `/nej/`",
        "[link/missing-page]: there is no page `/ingen/`",
        "[link/missing-page]: there is no page `/licens/`",
    ] {
        assert!(run.stderr.contains(stated), "{stated}:\n{}", run.stderr);
    }
}

#[test]
fn a_public_actor_names_who_answers_for_the_content() {
    let without = DATA.replace("responsible: {name: Åsa Lind}\n", "");
    site(&without).warns(&["config/no-responsible site.yaml:4:1"]);
    site("").warns(&[]);
}
