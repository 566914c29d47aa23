//! What holds for any text.

use proptest::prelude::*;

use super::{FILE, Tag, settings, tags};
use crate::diagnostic::Span;
use crate::parse::RawHtml;
use crate::path::SourcePath;

/// Pieces of which texts are made that look like Markdown.
fn fragment() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "ord",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "  \n",
        "\t",
        "    ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```",
        "~~~",
        "\n```js\n",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "](b.md)",
        "](b.png)",
        "](c.png \"t\")",
        "](javascript:x)",
        "](/om/)",
        "](#x)",
        "{",
        "}",
        "{lang=en}",
        "{lang=yi .c #d}",
        "{decorative}",
        "{.k}",
        " {#id}",
        "[a]{lang=en}",
        "\n# ",
        "\n## ",
        "\n### ",
        "\n#",
        "\n===\n",
        "\n---\n",
        "\n- ",
        "\n1. ",
        "\n- [ ] ",
        "\n- [x] ",
        "\n  - ",
        "\n> ",
        "\n> > ",
        "\n>\n",
        "\n> [!NOTE]\n> ",
        "\n::: {lang=yi}\n",
        "\n::: x\n",
        "\n:::\n",
        "\n  :::\n",
        "\n> :::\n",
        "|",
        "\n| a | b |\n|---|--:|\n| c | d |",
        "\n|",
        "[^1]",
        "[^2]",
        "\n[^1]: ",
        "\n\n[^2]: ",
        "\n: ",
        "\nTerm\n: ",
        "https://a.se/x",
        "www.b.se",
        "c@d.se",
        "\"",
        "'",
        "--",
        "---",
        "...",
        " - ",
        " 5 %",
        "§ 3",
        "kl. 14",
        "1 000 kr",
        "— Namn",
        "\n> — b",
        "\\",
        "&amp;",
        "&#0;",
        "&lt;",
        "<",
        ">",
        "<b>",
        "</b>",
        "<div>\n",
        "</div>",
        "<img src=x.png>",
        "<a href=\"b.md\">",
        "</a>",
        "<script>",
        "</script>",
        "<!-- ",
        "-->",
        "<!-- more -->",
        "<!-- nitton-allow image/missing-alt: x -->\n",
        "\n[r]: b.md\n",
        "[r]",
        "[t][u]",
        "å",
        "ö",
        "אַ",
        "\u{202e}",
        "\u{feff}",
        "\u{0}",
        "🎈",
        "”",
        "\u{a0}",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

const VOID: &[&str] = &["br", "hr", "img", "input", "col", "wbr"];

/// Names the first tag that doesn't match.
fn badly_nested(html: &str) -> Option<String> {
    let mut open = Vec::new();
    for tag in tags(html) {
        match tag {
            Tag::Start(name, _) if VOID.contains(&name.as_str()) => {}
            // A link in a link is two links to browsers.
            Tag::Start(name, _) if name == "a" && open.contains(&name) => {
                return Some("<a> in <a>".into());
            }
            Tag::Start(name, _) => open.push(name),
            Tag::End(name) => {
                if open.pop().as_ref() != Some(&name) {
                    return Some(format!("</{name}>"));
                }
            }
        }
    }
    open.pop().map(|name| format!("<{name}>"))
}

/// Everything that must hold.
fn sound(text: &str, mode: RawHtml) -> Result<(), TestCaseError> {
    let file = SourcePath::new(FILE);
    let settings = settings(mode);
    for (body, diagnostics) in [
        super::body(&file, text, 0, "", "a", "sv", &settings),
        super::body(&file, text, 0, "", "a", "en", &settings),
        super::inline(&file, text, Span::new(0, text.len()), "sv", &settings),
    ] {
        let mut last = 0;
        for hole in &body.holes {
            let at = hole.at as usize;
            prop_assert!(at >= last && body.html.is_char_boundary(at));
            last = at;
        }
        let inside = |span: Span| {
            span.start <= span.end
                && text.is_char_boundary(span.start)
                && text.is_char_boundary(span.end)
        };
        for span in diagnostics.iter().filter_map(|problem| problem.span) {
            prop_assert!(inside(span), "{:?} {:?}", span, diagnostics);
        }
        let links = body.links.iter().map(|link| link.span);
        let images = body.images.iter().map(|image| image.span);
        let headings = body.headings.iter().map(|heading| heading.span);
        for span in links.chain(images).chain(headings) {
            prop_assert!(inside(span), "{:?}", span);
        }
        // A link of a text's own HTML may stay open over a table with links in it: the
        // cleaner keeps that as browsers read it.
        let nesting = badly_nested(&body.html);
        let own_links = text.to_lowercase().contains("<a");
        let nesting = nesting.filter(|found| !(own_links && found == "<a> in <a>"));
        prop_assert_eq!(nesting, None, "{}", body.html);
        for heading in &body.headings {
            prop_assert_eq!(badly_nested(&heading.html), None, "{}", heading.html);
        }
        prop_assert!(!body.html.contains('\0') && !body.html.contains("<!--"));
        prop_assert!(body.ids.is_sorted());
        let ids: Vec<String> = tags(&body.html)
            .into_iter()
            .filter_map(|tag| match tag {
                Tag::Start(_, attributes) => attributes.into_iter().find(|(name, _)| name == "id"),
                Tag::End(_) => None,
            })
            .map(|(_, id)| id)
            .collect();
        for id in &ids {
            prop_assert!(body.ids.binary_search(id).is_ok(), "{}", id);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_sound(text in any::<String>()) {
        sound(&text, RawHtml::Sanitize)?;
    }

    #[test]
    fn what_looks_like_markdown_is_sound(text in fragment()) {
        sound(&text, RawHtml::Sanitize)?;
        sound(&text, RawHtml::Escape)?;
    }

    #[test]
    fn whatever_is_said_about_html_its_output_has_no_holes_outside(text in fragment()) {
        let file = SourcePath::new(FILE);
        let (body, _) = super::body(&file, &text, 0, "", "a", "sv", &settings(RawHtml::Allow));
        for hole in &body.holes {
            prop_assert!(body.html.is_char_boundary(hole.at as usize));
        }
    }

    #[test]
    fn a_text_is_the_same_wherever_it_stands(text in fragment()) {
        let file = SourcePath::new(FILE);
        let settings = settings(RawHtml::Sanitize);
        let moved = format!("---\n{text}");
        let (here, problems) = super::body(&file, &text, 0, "", "a", "sv", &settings);
        let (there, moved_problems) = super::body(&file, &moved, 4, "", "a", "sv", &settings);
        if !text.starts_with('\u{feff}') {
            prop_assert_eq!(here.html, there.html);
            prop_assert_eq!(problems.len(), moved_problems.len());
        }
    }
}
