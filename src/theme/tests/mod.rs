//! A small theme, and what the tests of themes share.

mod any;
mod calls;
mod checks;
mod failures;
mod mistakes;
mod overriding;

use super::*;
use crate::diagnostic::Span;

/// A small default theme.
const BUILT_IN: &[(&str, &str)] = &[
    (
        "themes/default/theme.yaml",
        "api: 1\nroot_files: [favicon.svg]\n",
    ),
    (
        "themes/default/strings/en.yaml",
        "home: Home\nby: \"By {authors}\"\npost_count: {one: \"{n} post\", other: \"{n} posts\"}\n",
    ),
    (
        "themes/default/strings/sv.yaml",
        "home: Start\nby: \"Av {authors}\"\npost_count: {one: \"{n} inlägg\", other: \"{n} inlägg\"}\n",
    ),
    (
        "themes/default/templates/base.html",
        "<title>{% block title %}Blogg{% endblock %}</title>{% include \"footer.html\" %}",
    ),
    (
        "themes/default/templates/post.html",
        "{% extends \"base.html\" %}{% block title %}{{ page.title }}{% endblock %}",
    ),
    (
        "themes/default/templates/footer.html",
        "<footer>{{ trans(key=\"home\") }}</footer>",
    ),
    (
        "themes/default/templates/feed.xml",
        "<t>{{ page.title }}</t>",
    ),
    (
        "themes/default/assets/style.css",
        "body { background: url(\"img/å.png\") }",
    ),
    ("themes/default/assets/img/å.png", "PNG"),
    ("themes/default/assets/favicon.svg", "<svg/>"),
];

fn files(files: &[(&str, &str)]) -> Vec<ThemeFile> {
    files
        .iter()
        .map(|(path, text)| ThemeFile::new(SourcePath::new(path), text))
        .collect()
}

/// Loads a theme by name over the small default one.
fn load_named(
    theme: &str,
    site: &[(&str, &str)],
    built_in: &[ThemeFile],
) -> (Theme, Vec<Diagnostic>) {
    let (theme, mut diagnostics) = load_all(theme, site, built_in);
    // Most tests look at one template alone, and nothing uses it.
    diagnostics.retain(|d| {
        !d.english()
            .message
            .starts_with("nothing uses this template")
    });
    (theme, diagnostics)
}

/// Loads a theme, with all that is reported.
fn load_all(
    theme: &str,
    site: &[(&str, &str)],
    built_in: &[ThemeFile],
) -> (Theme, Vec<Diagnostic>) {
    let base_url = BaseUrl::parse("https://blogg.example.se/mr/").expect("a base URL");
    let parsed = load(
        &files(site),
        built_in,
        Options {
            theme: &Spanned::new(theme.to_owned(), Span::new(7, 14)),
            config: &SourcePath::new("site.yaml"),
            language: "sv",
            base_url: &base_url,
            data: &["page", "current", "items"],
            markdown: |text, _, _| format!("<em>{}</em>", text.trim_matches('*')),
        },
    );
    (parsed.value.expect("a theme"), parsed.diagnostics)
}

fn load_site(site: &[(&str, &str)]) -> (Theme, Vec<Diagnostic>) {
    load_named("default", site, &files(BUILT_IN))
}

/// A theme without mistakes.
#[track_caller]
fn theme(site: &[(&str, &str)]) -> Theme {
    let (theme, diagnostics) = load_site(site);
    assert_eq!(diagnostics, []);
    theme
}

/// A page about a post.
fn context() -> Context {
    let mut context = Context::new();
    context.insert(
        "page",
        &serde_json::json!({
            "title": "Fred & \"frihet\"",
            "date": {"iso": "2021-04-07T09:30:00+02:00"},
            "authors": [{"name": "Åsa"}, {"name": "Bo"}, {"name": "<C>"}],
            "none": null,
            "extra": {"z": {}},
        }),
    );
    context.insert("current", &serde_json::json!({"path": "/2021/04/fred/"}));
    context
}

fn render(theme: &Theme, template: &str) -> Result<String, Box<Diagnostic>> {
    let mut out = b"before ".to_vec();
    let result = theme.render(template, &context(), &mut out);
    let text = String::from_utf8(out).expect("UTF-8");
    match result {
        Ok(()) => Ok(text
            .strip_prefix("before ")
            .expect("what was there stays")
            .to_owned()),
        Err(diagnostic) => {
            assert_eq!(text, "before ", "an error leaves nothing behind");
            Err(diagnostic)
        }
    }
}

/// The rendering of one template of a site.
#[track_caller]
fn rendered(text: &str) -> String {
    render(&theme(&[("templates/x.html", text)]), "x.html").expect("it renders")
}

/// What goes wrong when one template of a site is rendered, and what its span holds.
#[track_caller]
fn render_error(text: &str) -> (Diagnostic, String) {
    let theme = theme(&[("templates/x.html", text)]);
    let diagnostic = *render(&theme, "x.html").expect_err("it can't be rendered");
    let spanned = at(&diagnostic, &[("templates/x.html", text)]);
    (diagnostic, spanned)
}

/// The text at a diagnostic's place.
#[track_caller]
fn at(diagnostic: &Diagnostic, site: &[(&str, &str)]) -> String {
    let file = diagnostic.file.as_ref().expect("a file").as_str();
    let span = diagnostic.span.expect("a span");
    let (_, text) = site
        .iter()
        .find(|(path, _)| *path == file)
        .expect("a file of the site");
    text[span.start..span.end].to_owned()
}

/// What is wrong with a site's templates: code, message, spanned text, first help.
#[track_caller]
fn assert_problems(site: &[(&str, &str)], expected: &[(&str, &str, &str, &str, &str)]) {
    let (_, diagnostics) = load_site(site);
    let found: Vec<_> = diagnostics
        .iter()
        .map(|d| {
            let file = d.file.as_ref().expect("a file").to_string();
            let help = d.english().help.first().cloned().unwrap_or_default();
            (d.code.name, file, at(d, site), d.english().message, help)
        })
        .collect();
    let found: Vec<_> = found
        .iter()
        .map(|(code, file, at, message, help)| {
            (
                *code,
                file.as_str(),
                at.as_str(),
                message.as_str(),
                help.as_str(),
            )
        })
        .collect();
    assert_eq!(found, expected);
}
