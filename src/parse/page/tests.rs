use super::*;
use crate::diagnostic::Diagnostic;
use crate::parse::testing::{brief, settings};

fn parse(file: &str, text: &str) -> (Page, Vec<Diagnostic>) {
    let parsed = page(&SourcePath::new(file), text, &settings());
    (
        parsed.value.expect("a page always exists"),
        parsed.diagnostics,
    )
}

fn url(file: &str, slug: &str) -> String {
    let (page, diagnostics) = parse(file, &format!("---\ntitle: T\n{slug}\n---\n"));
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    page.segments
        .iter()
        .map(|segment| format!("/{segment}"))
        .collect()
}

#[test]
fn folders_and_slug_are_the_address() {
    assert_eq!(url("content/pages/om.md", ""), "/om");
    assert_eq!(
        url("content/pages/om/Vår historia.md", ""),
        "/om/var-historia"
    );
    assert_eq!(url("content/pages/om/index.md", ""), "/om");
    assert_eq!(
        url("content/pages/om/historia.md", "slug: bakgrund"),
        "/om/bakgrund"
    );
    let (_, diagnostics) = parse("content/pages/index.md", "---\ntitle: T\n---\n");
    assert_eq!(diagnostics[0].code, front_matter::EMPTY_SLUG);
}

#[test]
fn keys_of_posts_are_explained() {
    let file = SourcePath::new("content/pages/om.md");
    let text = "---\ntitel: Om\ndate: 2021-04-07\ntags: [a]\nmenu: true\nutkast: true\n---\n";
    let (page, diagnostics) = parse(file.as_str(), text);
    assert_eq!(
        brief(&file, text, &diagnostics),
        [
            "front-matter/unknown-key [titel] -> write `title:`",
            "warning front-matter/ignored-key [date] -> remove it; a page has no date, but may have `updated`",
            "warning front-matter/ignored-key [tags] -> remove it; only posts have tags",
            "warning front-matter/ignored-key [menu] -> add the page to `menu:` in site.yaml",
            "front-matter/unclear-secrecy [utkast] -> write `draft:`",
        ]
    );
    assert_eq!((page.title.value.as_str(), page.draft), ("Om", true));
}

#[test]
fn the_title_is_required() {
    let file = SourcePath::new("content/pages/om.md");
    let text = "---\nsummary: x\n---\n";
    let (page, diagnostics) = parse(file.as_str(), text);
    assert_eq!(
        brief(&file, text, &diagnostics),
        ["front-matter/missing-key [---] -> add `title: what the page is about`"]
    );
    assert_eq!(page.title.value, "om");
}
