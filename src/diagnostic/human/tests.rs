//! What people see, letter by letter.

use super::*;
use crate::diagnostic::Code;
use snapbox::{IntoData, assert_data_eq, str};

const DATE: Code = Code::error("front-matter/bad-date");
const ALT: Code = Code::warning("image/missing-alt");
const CLASH: Code = Code::guard("route/collision");

fn file() -> SourcePath {
    SourcePath::new("content/posts/a.md")
}

/// The span of `needle` in `text`.
fn span(text: &str, needle: &str) -> Span {
    let start = text.find(needle).expect("the needle is in the text");
    Span::new(start, start + needle.len())
}

fn show(text: &str, diagnostic: Diagnostic) -> String {
    render(&[diagnostic], &|_| Some(text), &Options::default())
}

/// A diagnostic at `needle`, shown.
fn point(text: &str, needle: &str) -> String {
    show(
        text,
        Diagnostic::new(DATE, "m")
            .at(&file(), span(text, needle))
            .note("here"),
    )
}

#[test]
fn a_place_has_a_caret_a_note_and_a_way_out() {
    let text = "---\ntitle: a\ndate: 7 april 2021\n---\n";
    let diagnostic = Diagnostic::new(DATE, "`7 april 2021` is not a date")
        .at(&file(), span(text, "7 april 2021"))
        .note("not a date")
        .help("write `date: 2021-04-07`")
        .help("or leave the key out");
    assert_data_eq!(
        show(text, diagnostic),
        str![[r#"
error[front-matter/bad-date]: `7 april 2021` is not a date
 --> content/posts/a.md:3:7
  |
3 | date: 7 april 2021
  |       ^^^^^^^^^^^^ not a date
  |
  = help: write `date: 2021-04-07`
  = help: or leave the key out


"#]]
    );
}

#[test]
fn other_places_are_shown_near_or_far_and_in_other_files() {
    let text = "---\ntitle: a\nslug: b\n---\n1\n2\n3\n4\n5\n6\n7\n8\nfar\n";
    let other = SourcePath::new("content/posts/b.md");
    let diagnostic = Diagnostic::new(CLASH, "two posts claim `/a/`")
        .at(&file(), span(text, "b"))
        .note("claims it")
        .label(&file(), Some(span(text, "title")), "the title")
        .label(&file(), Some(span(text, "far")), "the body")
        .label(&other, Some(span(text, "a\n")), "claims it too")
        .label(&SourcePath::new("content/posts/c.md"), None, "by its name")
        .help("give one of them another `slug`");
    assert_data_eq!(
        show(text, diagnostic),
        str![[r#"
error[route/collision]: two posts claim `/a/`
  --> content/posts/a.md:3:7
   |
 2 | title: a
   | ----- the title
 3 | slug: b
   |       ^ claims it
   |
  ::: content/posts/a.md:13:1
   |
13 | far
   | --- the body
   |
  ::: content/posts/b.md:2:8
   |
 2 | title: a
   |        - claims it too
   |
  ::: content/posts/c.md
   |
   = note: by its name
   = help: give one of them another `slug`


"#]]
    );
}

#[test]
fn a_file_as_a_whole_and_no_file_at_all() {
    let whole = Diagnostic::new(ALT, "it is not read").in_file(&file());
    let all = [
        whole.clone(),
        whole.clone().help("rename it"),
        whole.note("its name ends in `.MD`").help("rename it"),
        Diagnostic::new(CLASH, "nothing to build")
            .note("no posts")
            .help("write one"),
        Diagnostic::new(CLASH, "nothing to build"),
    ];
    assert_data_eq!(
        render(&all, &|_| None, &Options::default()),
        str![[r#"
warning[image/missing-alt]: it is not read
--> content/posts/a.md

warning[image/missing-alt]: it is not read
--> content/posts/a.md
 |
 = help: rename it

warning[image/missing-alt]: it is not read
--> content/posts/a.md
 |
 = note: its name ends in `.MD`
 = help: rename it

error[route/collision]: nothing to build
 |
 = note: no posts
 = help: write one

error[route/collision]: nothing to build


"#]]
    );
}

#[test]
fn a_place_in_a_file_that_cannot_be_shown_keeps_its_words() {
    let diagnostic = Diagnostic::new(DATE, "m")
        .at(&file(), Span::new(3, 4))
        .note("here");
    assert_data_eq!(
        render(&[diagnostic], &|_| None, &Options::default()),
        str![[r#"
error[front-matter/bad-date]: m
--> content/posts/a.md
 |
 = note: here


"#]]
    );
}

#[test]
fn columns_count_letters_and_carets_stand_under_them() {
    assert_data_eq!(
        point("title: åäö x\n", "x"),
        str![[r#"
error[front-matter/bad-date]: m
 --> content/posts/a.md:1:12
  |
1 | title: åäö x
  |            ^ here


"#]]
    );
    assert_data_eq!(
        point("a: 🌍🌍 x\n", "x"),
        str![[r#"
error[front-matter/bad-date]: m
 --> content/posts/a.md:1:7
  |
1 | a: 🌍🌍 x
  |         ^ here


"#]]
    );
    assert_data_eq!(
        point("\ta:\tx\n", "x"),
        str![[r#"
error[front-matter/bad-date]: m
 --> content/posts/a.md:1:5
  |
1 |     a:    x
  |           ^ here


"#]]
    );
    assert_data_eq!(
        point("漢字 x\n", "x"),
        str![[r#"
error[front-matter/bad-date]: m
 --> content/posts/a.md:1:4
  |
1 | 漢字 x
  |      ^ here


"#]]
    );
}

#[test]
fn line_ends_and_byte_order_marks_are_not_seen() {
    let plain = point("---\na: x\n---\n", "x");
    assert_eq!(point("---\r\na: x\r\n---\r\n", "x"), plain);
    assert_eq!(point("\u{feff}---\na: x\n---\n", "x"), plain);
    assert_eq!(point("\u{feff}a: x\r\n", "x"), point("a: x\n", "x"));
    // A span that covers its line's end, and one at the end of the file.
    assert_eq!(point("a: x\r\nb", "x\r\nb"), point("a: x", "x"));
    assert_data_eq!(
        show(
            "a: x\n",
            Diagnostic::new(DATE, "m").at(&file(), Span::new(5, 5))
        ),
        str![[r#"
error[front-matter/bad-date]: m
 --> content/posts/a.md:2:1
  |
2 |
  | ^


"#]]
    );
    assert_data_eq!(
        show(
            "",
            Diagnostic::new(DATE, "m")
                .at(&file(), Span::new(0, 0))
                .note("empty")
        ),
        str![[r#"
error[front-matter/bad-date]: m
 --> content/posts/a.md:1:1
  |
1 |
  | ^ empty


"#]]
    );
}

#[test]
fn long_lines_are_cut_around_the_place() {
    let text = format!("{} needle {}\n", "words ".repeat(50), "more ".repeat(50));
    assert_data_eq!(
        point(&text, "needle"),
        str![[r#"
error[front-matter/bad-date]: m
 --> content/posts/a.md:1:302
  |
1 | …rds words words words words  needle more more more more more more more more more more mo…
  |                               ^^^^^^ here


"#]]
    );
    let text = format!("needle {}\n", "more ".repeat(50));
    assert_data_eq!(
        point(&text, "needle"),
        str![[r#"
error[front-matter/bad-date]: m
 --> content/posts/a.md:1:1
  |
1 | needle more more more more more more more more more more more more more more more more m…
  | ^^^^^^ here


"#]]
    );
    let text = format!("{} needle\n", "å".repeat(300));
    assert_data_eq!(
        point(&text, "needle"),
        str![[r#"
error[front-matter/bad-date]: m
 --> content/posts/a.md:1:302
  |
1 | …ååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååååå needle
  |                                                                                    ^^^^^^ here


"#]]
    );
    let text = format!("a {} b\n", "x".repeat(300));
    let both = Diagnostic::new(DATE, "m")
        .at(&file(), span(&text, "a "))
        .label(&file(), Some(span(&text, " b")), "and here");
    assert_data_eq!(
        show(&text, both),
        str![[r#"
error[front-matter/bad-date]: m
 --> content/posts/a.md:1:1
  |
1 | a xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
  | ^^
  |
 ::: content/posts/a.md:1:303
  |
1 | …xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx b
  |                                                                                        -- and here


"#]]
    );
}

#[test]
fn ten_megabytes_in_one_line_are_no_burden() {
    let text = format!("{}needle{}", "å".repeat(2_500_000), "x".repeat(5_000_000));
    let shown = point(&text, "needle");
    assert!(shown.len() < 1000, "{} bytes", shown.len());
    assert!(shown.contains(":1:2500001"), "{shown}");
    let long = Span::new(0, text.len());
    let shown = show(
        &text,
        Diagnostic::new(DATE, text.clone())
            .at(&file(), long)
            .note("all"),
    );
    assert!(shown.len() < 10_000, "{} bytes", shown.len());
}

#[test]
fn nothing_commands_the_terminal() {
    let evil = "a\u{1b}[31mred\u{7}\u{8}\u{9b}2J\u{202e}abc\u{0}\u{7f}x";
    let text = format!("{evil}\n");
    let diagnostic = Diagnostic::new(DATE, evil)
        .at(&SourcePath::new(evil), span(&text, "x"))
        .note(evil)
        .label(&SourcePath::new(evil), Some(Span::new(0, 1)), evil)
        .help(evil);
    let shown = show(&text, diagnostic.clone());
    assert!(
        shown
            .chars()
            .all(|c| c == '\n' || !(c.is_control() || c == '\u{202e}')),
        "{shown:?}"
    );
    assert_data_eq!(
        shown,
        str![[r#"
error[front-matter/bad-date]: a␛[31mred␇␈\u{9b}2J\u{202e}abc␀␡x
 --> a␛[31mred␇␈\u{9b}2J\u{202e}abc␀␡x:1:21
  |
1 | a␛[31mred␇␈\u{9b}2J\u{202e}abc␀␡x
  | -                               ^ a␛[31mred␇␈\u{9b}2J\u{202e}abc␀␡x
  | |
  | a␛[31mred␇␈\u{9b}2J\u{202e}abc␀␡x
  |
  = help: a␛[31mred␇␈\u{9b}2J\u{202e}abc␀␡x


"#]]
        .raw()
    );
    // In colour, the only escapes are those that end in `m` and were not in the file.
    let options = Options {
        colour: true,
        ..Options::default()
    };
    let coloured = render(&[diagnostic], &|_| Some(&text), &options);
    assert!(coloured.contains("\u{1b}["));
    assert_eq!(coloured.matches("\u{1b}[31m").count(), 0);
    for escape in coloured.split('\u{1b}').skip(1) {
        let end = escape.find(|c: char| !matches!(c, '[' | ';' | '0'..='9'));
        assert_eq!(end.map(|at| &escape[at..=at]), Some("m"), "{escape:?}");
    }
}

#[test]
fn colour_changes_no_words() {
    let text = "date: 7 april\n";
    let diagnostic = Diagnostic::new(ALT, "m")
        .at(&file(), span(text, "7 april"))
        .help("h");
    let options = Options {
        colour: true,
        ..Options::default()
    };
    let coloured = render(std::slice::from_ref(&diagnostic), &|_| Some(text), &options);
    let plain = show(text, diagnostic);
    let stripped = anstream::adapter::strip_str(&coloured).to_string();
    assert_ne!(coloured, plain);
    assert_eq!(stripped, plain);
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    proptest! {
            /// Any place in any text can be shown, and shown short.
            #[test]
            fn nothing_panics(
                text in "([a-zåäö🌍\u{feff}\t\r\n\u{1b}\u{200d} ]{0,12}\n?){0,12}",
                (start, end) in (0..90usize, 0..90usize),
                (other, last) in (0..90usize, 0..90usize),
                width in 0..120usize,
                colour: bool,
            ) {
                let diagnostic = Diagnostic::new(DATE, "message")
                    .at(&file(), Span::new(start, end))
                    .label(&file(), Some(Span::new(other, last)), "label")
                    .help("help");
                let options = Options {
     width, colour, ..Options::default()
    };
                let shown = render(&[diagnostic], &|_| Some(&text), &options);
                prop_assert!(shown.contains("content/posts/a.md:"));
                prop_assert!(shown.contains("label"));
                let stand_in = shown.contains(['\u{1}', '\u{2}']);
                prop_assert!(!stand_in);
            }
        }
}
