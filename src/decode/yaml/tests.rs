mod causes;

use proptest::prelude::*;

use super::*;
use crate::decode::testing::assert_spans;

fn parse(text: &str) -> (Document, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let whole = Span::new(0, text.len());
    let document = read(&SourcePath::new("a.md"), text, whole, &mut diagnostics);
    assert_spans(text, &diagnostics);
    (document, diagnostics)
}

/// Every node lies in the text and in the node around it.
fn assert_nested(text: &str, node: &Node) {
    assert!(
        text.get(node.span.start..node.span.end).is_some(),
        "{node:?}"
    );
    match &node.kind {
        Kind::List(items) => items.iter().for_each(|item| assert_nested(text, item)),
        Kind::Map(entries) => entries
            .iter()
            .for_each(|entry| assert_nested(text, &entry.value)),
        _ => {}
    }
}

#[test]
fn every_node_has_its_place() {
    let text = "a: [x, 'y z']\nb:\n  c: 1\n  d: >\n    e\n    f\nå: \"ö\"\n";
    let (document, diagnostics) = parse(text);
    assert!(diagnostics.is_empty());
    let Kind::Map(entries) = &document.root.kind else {
        panic!("a map");
    };
    let place = |span: Span| &text[span.start..span.end];
    assert_eq!(place(entries[0].key_span), "a");
    assert_eq!(place(entries[0].value.span), "[x, 'y z']");
    let Kind::List(items) = &entries[0].value.kind else {
        panic!("a list");
    };
    assert_eq!(place(items[1].span), "'y z'");
    assert!(place(entries[1].value.span).starts_with("c: 1"));
    assert_eq!(place(entries[2].key_span), "å");
    assert_eq!(place(entries[2].value.span), "\"ö\"");
}

#[test]
fn scalars_without_a_schema() {
    let (document, _) = parse(
        "[~, null, true, False, yes, 1, -1.5, 1e3, 007, 1_000, .inf, 0x1F, 2021-04-07, 'true', \"1\"]",
    );
    assert_eq!(
        document.root.to_json().to_string(),
        r#"[null,null,true,false,"yes",1,-1.5,1000.0,"007","1_000",".inf","0x1F","2021-04-07","true","1"]"#
    );
}

#[test]
fn more_than_a_front_matter_needs_is_refused_at_once() {
    let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n".to_owned()
        + &(b'b'..=b'j')
            .map(|c| {
                let (name, before) = (char::from(c), char::from(c - 1));
                format!("{name}: &{name} [*{before},*{before},*{before},*{before},*{before}]\n")
            })
            .collect::<String>();
    let cases = [
        (bomb, yaml::UNSUPPORTED),
        ("[".repeat(60_000), yaml::TOO_LARGE),
        ("a: ".to_owned() + &"{a: ".repeat(10_000), yaml::TOO_LARGE),
        (
            format!("a: {{b: {}{}}}", "[".repeat(5_000), "]".repeat(5_000)),
            yaml::TOO_LARGE,
        ),
        ("- ".repeat(30_000), yaml::TOO_LARGE),
        (format!("a: [{}]", "x,".repeat(6_000)), yaml::TOO_LARGE),
        (
            (0..3_000).map(|n| format!("k{n}: x\n")).collect(),
            yaml::TOO_LARGE,
        ),
        ("x".repeat(70_000), yaml::TOO_LARGE),
        ("a:\n".repeat(20_000), yaml::TOO_LARGE),
        ("a:\n".repeat(2_000), yaml::DUPLICATE_KEY),
        ("'\n".repeat(30_000), yaml::SYNTAX),
        ("a: '\n".repeat(13_000), yaml::TOO_LARGE),
        ("a: '\n".repeat(999), yaml::SYNTAX),
    ];
    for (text, code) in cases {
        // These take milliseconds, and would take hours without limits.
        let (_, diagnostics) = parse(&text);
        assert_eq!(diagnostics[0].code, code, "{:.40}", text);
        assert!(
            diagnostics[0]
                .english()
                .help
                .iter()
                .all(|help| help.len() < 1_000)
        );
    }
}

#[test]
fn a_second_document_is_refused() {
    let (_, diagnostics) = parse("a: b\n--- \nc: d\n");
    assert_eq!(diagnostics[0].code, yaml::SYNTAX);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(800))]

    #[test]
    fn any_text_has_a_tree_within_its_bounds(text in "(?s)[\\PC\n\t\r]{0,120}") {
        let (document, _) = parse(&text);
        assert_nested(&text, &document.root);
    }

    #[test]
    fn quoted_text_is_read_back(text in "[^\\p{C}]{0,40}") {
        let source = format!("a: {}", quoted(&text));
        let (document, diagnostics) = parse(&source);
        prop_assert!(diagnostics.is_empty(), "{:?} {:?}", source, diagnostics);
        let json = document.root.to_json();
        prop_assert_eq!(json["a"].as_str(), Some(text.as_str()));
    }
}
