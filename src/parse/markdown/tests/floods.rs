//! Texts that are meant to take long: time must grow with length, not faster.

use std::time::{Duration, Instant};

use super::parse;

/// So much that only something quadratic can miss it in an unoptimised build.
const ENOUGH: Duration = Duration::from_secs(30);

#[track_caller]
fn finishes(name: &str, text: &str) {
    // Twice if need be: the machine may have stood still.
    let timed = || {
        let begin = Instant::now();
        let (body, _) = parse(text);
        (begin.elapsed(), body)
    };
    let (took, body) = Some(timed())
        .filter(|(took, _)| *took < ENOUGH)
        .unwrap_or_else(timed);
    assert!(took < ENOUGH, "{name}: {took:?}");
    assert!(
        body.html.len() < text.len() * 200 + 1000,
        "{name}: {} bytes",
        body.html.len()
    );
}

#[test]
fn a_line_of_ten_megabytes() {
    finishes("words", &"ord \"och\" 5 % ".repeat(10 << 16));
}

#[test]
fn nested_and_unfinished_things() {
    let many = 50_000;
    for piece in [
        "[",
        "]",
        "![",
        "*a_",
        "_a*",
        "**a ",
        "`a``",
        "<",
        "</a ",
        "<!--",
        "<a b=\"",
        "[a](",
        "[a](<",
        "[a]{",
        "]{a}",
        "[a]{lang=en",
        "[a]{.b}",
        "[a]{.b",
        "[[a]{.b}",
        "[^1]",
        "[^",
        "(a)[b]",
        "(a)[https://",
        "[a] (b.se",
        "[a][b] ",
        "[a](b c",
        "http://",
        "https://a.",
        "www.",
        "a@",
        "@a.",
        "a.a@a.",
        "\"",
        "'",
        "-",
        "--a",
        ".",
        "1 ",
        "1.",
        "&amp",
        "&#",
        "\\",
        "|",
        "| a ",
        ":",
        "::: ",
        "{",
        "(",
        "#",
        "§ 1",
        "~~a",
        "](x)",
        "![a](b.png)",
        "<b>",
        "<b>a</b>",
        "<div>",
        "\u{202e}",
    ] {
        finishes(piece, &piece.repeat(many));
    }
}

#[test]
fn many_lines() {
    let many = 20_000;
    for line in [
        "> ",
        "- ",
        "a\n",
        "a\n\n",
        "::: {lang=en}\n",
        ":::\n",
        "::: {.a}\nb\n:::\n",
        "# a\n",
        "## a\n",
        "## a {#b}\n",
        "##a\n",
        "[^1]: a\n\n",
        "[^1]\n\n",
        "| a | b |\n",
        "| a |\n|---|\n",
        "```\n",
        "```\n\n",
        "> — a\n",
        "> a\n> — b\n\n",
        "> a\n\n",
        "> [!NOTE]\n> a\n\n",
        "a\n: b\n\n",
        "- [ ] a\n",
        "<!-- nitton-allow link/empty: a -->\n[b]()\n\n",
        "<!-- nitton-allow x: a -->\n",
        "<div>\n\n",
        "<img src=a>\n\n",
        "![](a.png)\n\n",
        "![a](b.png \"c\")\n\n",
        "[a]: b.md\n",
        "[a][b]\n",
        "***\n",
    ] {
        finishes(line, &line.repeat(many));
    }
    let notes: String = (0..many)
        .map(|n| format!("a[^{n}]\n\n[^{n}]: b[^{}]\n\n", n + 1))
        .collect();
    finishes("notes", &notes);
    let deep: String = (0..2_000)
        .map(|n| format!("{}a\n", "> ".repeat(n % 500)))
        .collect();
    finishes("deep", &deep);
}

#[test]
fn deep_quotations_with_speakers() {
    let depth = 2_000;
    let mut text = String::new();
    for level in (1..depth).rev() {
        let marks = ">".repeat(level);
        text.push_str(&format!("{marks} a\n{marks}\n{marks} — b\n\n"));
        if text.len() > 2_000_000 {
            break;
        }
    }
    finishes("speakers", &text);
}
