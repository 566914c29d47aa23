//! Whatever is in a template or a style sheet, nothing panics.

use super::*;

/// Pieces from which templates with all kinds of mistakes are put together.
const PIECES: &[&str] = &[
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "-",
    " ",
    "\n",
    "\r\n",
    "å",
    "\"",
    "'",
    "x",
    "page",
    ".",
    "[",
    "]",
    "(",
    ")",
    "|",
    "=",
    ",",
    "{",
    "}",
    "<",
    "/>",
    "~",
    "1",
    "0",
    "%",
    "**",
    "if",
    "else",
    "endif",
    "for a in page.authors",
    "endfor",
    "block b",
    "endblock",
    "set x =",
    "endset",
    "extends",
    "include",
    "\"base.html\"",
    "super()",
    "raw",
    "endraw",
    "component c(a)",
    "endcomponent c",
    "<c a={1} />",
    "trans(key=\"home\")",
    "date",
    "length",
    "is",
    "not",
    "{{ page.title }}",
    "{{ page.none }}",
    "{{ page.title[1:] }}",
    "{{ page.authors | join_names }}",
    "{% if x %}",
    "{{ page.title | truncate(length=2) }}",
    "{{ 1 / 0 }}",
    "{{ page.authors[9].name }}",
    "{% endif %}",
];

proptest::proptest! {
    #[test]
    fn no_template_makes_it_panic(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..14),
        tail in ".{0,6}",
    ) {
        let text = pieces.concat() + &tail;
        let site = [("templates/x.html", text.as_str())];
        let (theme, diagnostics) = load_site(&site);
        let rendered = render(&theme, "x.html");
        proptest::prop_assert!(diagnostics.iter().all(|d| d.file.is_some()), "{:?}", diagnostics);
        let of_render = rendered.err().into_iter().map(|d| *d);
        for diagnostic in diagnostics.into_iter().chain(of_render) {
            if let (Some(span), Some("templates/x.html")) =
                (diagnostic.span, diagnostic.file.as_ref().map(SourcePath::as_str))
            {
                proptest::prop_assert!(text.get(span.start..span.end).is_some(), "{:?}", diagnostic);
            }
        }
    }

    #[test]
    fn no_style_sheet_makes_it_panic(
        pieces in proptest::collection::vec(proptest::sample::select(
            &["url(", "\"", "'", ")", "@import", "/*", "*/", "\\", "å", " ", "b.css", "../", "style.css", "#", "?", "%", "data:", ":", "//", "/"][..]
        ), 0..12),
    ) {
        let css = pieces.concat();
        let (theme, _) = load_site(&[("themes/default/assets/style.css", &css), ("themes/default/assets/b.css", "@import 'style.css';")]);
        proptest::prop_assert!(theme.asset("style.css").is_some());
    }
}
