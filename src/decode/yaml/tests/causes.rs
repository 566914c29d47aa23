//! Advice on what can't be read: it can be read, and means what was meant.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

/// The line that the help of a problem asks for.
fn advised(diagnostic: &Diagnostic) -> Option<String> {
    let help = diagnostic.english().help;
    let help = help.first()?.strip_prefix("write `")?;
    let line = help.rsplit_once('`').map(|(line, _)| line)?;
    (line != "key: value").then(|| line.to_owned())
}

/// Follows the advice on the one mistake in a text of three keys.
fn follow(line: &str, end: &str) -> Value {
    let text = format!("först: å{end}{line}{end}sist: ö{end}");
    let (_, diagnostics) = parse(&text);
    let [problem] = &diagnostics[..] else {
        panic!("one problem in {text:?}: {diagnostics:#?}");
    };
    let place = problem.span.expect("a place");
    assert!(place.start < place.end, "{place:?} in {text:?}");
    let inside = text.find(line).expect("the line is there");
    let lines = inside..inside + line.len();
    assert!(lines.contains(&place.start) && lines.contains(&(place.end - 1)));
    let Some(advised) = advised(problem) else {
        panic!("no line to write for {text:?}: {diagnostics:#?}");
    };
    let corrected = format!("först: å{end}{advised}{end}sist: ö{end}");
    let (document, diagnostics) = parse(&corrected);
    assert_eq!(diagnostics, [], "{corrected:?}");
    let mut json = document.root.to_json();
    assert_eq!((&json["först"], &json["sist"]), (&json!("å"), &json!("ö")));
    json["k"].take()
}

/// Mistakes, and what was meant by each; `a`, `b`, `c` are words.
fn mistakes(a: &str, b: &str, c: &str, gap: &str) -> Vec<(String, Value)> {
    vec![
        (format!("k = {a}"), json!(a)),
        (
            format!("k: \"{a} \"{b}\" {c}\""),
            json!(format!("{a} \"{b}\" {c}")),
        ),
        (format!("k: {a}: {b}"), json!(format!("{a}: {b}"))),
        (
            format!("k: {a}:{gap}{b} # {c}"),
            json!(format!("{a}:{gap}{b}")),
        ),
        (format!("k:{gap}{a}: {b}"), json!(format!("{a}: {b}"))),
        (
            format!("k: {{src: x.png, alt:{gap}{a}: {b}}}"),
            json!({"src": "x.png", "alt": format!("{a}: {b}")}),
        ),
        (
            format!("k: {{alt:{gap}{a}: {b}, {c}{gap}}}"),
            json!({"alt": format!("{a}: {b}, {c}")}),
        ),
        (
            format!("k: {{alt: {a}: {b},{gap}caption: {b}: {c}}}"),
            json!({"alt": format!("{a}: {b}"), "caption": format!("{b}: {c}")}),
        ),
        (
            format!("k: {{alt: \"{a}, {b}\",{gap}caption: {b}: {c}}}"),
            json!({"alt": format!("{a}, {b}"), "caption": format!("{b}: {c}")}),
        ),
        (
            format!("k: {{a: {{b: {a}: {b}}}, c: {c}}}"),
            json!({"a": {"b": format!("{a}: {b}")}, "c": c}),
        ),
        (format!("k: [#{a},{gap}{b}]"), json!([format!("#{a}"), b])),
        (
            format!("k: [{a}, {b} #{c}, d]"),
            json!([a, format!("{b} #{c}"), "d"]),
        ),
        (format!("k: [{a},,{gap}{b}]"), json!([a, b])),
        (format!("k: [,{gap}{a}]"), json!([a])),
        (format!("k:{gap}[{a}, {b}"), json!([a, b])),
        (format!("k: [{a}] {b}"), json!(format!("[{a}] {b}"))),
        (format!("k: \"{a}\" {b}"), json!(format!("\"{a}\" {b}"))),
        (format!("k:{gap}'{a}'s {b}'"), json!(format!("{a}'s {b}"))),
        (format!("k:{gap}@{a}"), json!(format!("@{a}"))),
        (format!("k: %{a}"), json!(format!("%{a}"))),
        (format!("k: *{a}* {b}"), json!(format!("*{a}* {b}"))),
        (format!("k: !{a}"), json!(format!("!{a}"))),
        (format!("k:{a}"), json!(a)),
        (format!("k:\u{a0}{a}"), json!(a)),
        (format!("k: “{a}: {b}”"), json!(format!("{a}: {b}"))),
        (format!("k: \"{a} {b}"), json!(format!("{a} {b}"))),
        (format!("k:{gap}- {a} - {b}"), json!([a, b])),
        (format!("k:{gap}\"{a}\\ö{b}\""), json!(format!("{a}\\ö{b}"))),
    ]
}

#[test]
fn a_first_line_that_is_indented_is_the_one_to_move() {
    for indent in [" ", "   "] {
        let (_, diagnostics) = parse(&format!("{indent}k: å\nsist: ö\n"));
        let [problem] = &diagnostics[..] else {
            panic!("one problem: {diagnostics:#?}");
        };
        let words = problem.english();
        assert!(words.message.contains("indented differently"), "{words:?}");
        assert_eq!(words.help[0], "write `k: å`");
    }
}

/// A word without meaning to YAML; none is a number, and none a key of a map.
const WORD: &str = "[åäöÅÄÖéa-z]{0,3}[åäö]";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn advice_on_every_cause_means_what_was_meant(
        a in WORD,
        b in WORD,
        c in WORD,
        wide in any::<bool>(),
        crlf in any::<bool>(),
    ) {
        let (gap, end) = (if wide { "  " } else { " " }, if crlf { "\r\n" } else { "\n" });
        for (line, meant) in mistakes(&a, &b, &c, gap) {
            prop_assert_eq!(follow(&line, end), meant, "{}", line);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn whatever_is_advised_can_be_read(
        pieces in prop::collection::vec(
            prop::sample::select(vec![
                "k", "å", "Ö", ":", ": ", "  ", " ", "\u{a0}", "\t", "\n", "\r\n", "[", "]", "{",
                "}", ",", "\"", "'", "“", "”", "#", " #", "- ", "-", "|", ">", "@", "*", "\\",
                "{a: ", "k: ", "\nk: ", "\u{301}", "—", "\u{2028}",
            ]),
            0..24,
        ),
    ) {
        let text = pieces.concat();
        let (_, diagnostics) = parse(&text);
        let unread = |d: &&Diagnostic| d.code == yaml::SYNTAX || d.code == yaml::UNSUPPORTED;
        for line in diagnostics.iter().filter(unread).filter_map(advised) {
            let whole = Span::new(0, line.len());
            let limits = Limits::settings(line.len());
            prop_assert!(tree::parse(&line, whole, limits).is_ok(), "{:?}: {:?}", text, line);
        }
    }
}
