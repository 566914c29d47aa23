//! Texts that are many of one thing.

use std::hint::black_box;

use nitton::parse::RawHtml;
use nitton::parse::{self, Labels, Settings};
use nitton::path::SourcePath;

/// Shapes, and what is made of one.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// What each is called.
    pub(crate) shapes: fn() -> Vec<String>,
    /// How many there are of each at first.
    pub(crate) count: usize,
    /// Makes the input of a shape; what is returned does the work, which is counted.
    pub(crate) prepare: fn(shape: usize, count: usize) -> Box<dyn FnOnce()>,
}

pub(crate) const TABLES: &[Table] = &[
    Table {
        name: "texts_one_line",
        shapes: || names(LINE),
        // With fewer, a table that grows once costs more than the text.
        count: 4000,
        prepare: |shape, count| repeated(LINE[shape], count),
    },
    Table {
        name: "texts_many_lines",
        shapes: || names(LINES),
        count: 1000,
        prepare: |shape, count| repeated(LINES[shape], count),
    },
    Table {
        name: "texts_within",
        shapes: || AROUND.map(|parts| parts.join(" … ")).into(),
        count: 1000,
        prepare: |shape, count| {
            let [begin, many, end] = AROUND[shape];
            let text = [begin, &many.repeat(count), end].concat();
            Box::new(move || parse(&text))
        },
    },
];

fn names(shapes: &[&[&str]]) -> Vec<String> {
    shapes.iter().map(|parts| parts.join(" … ")).collect()
}

fn repeated(parts: &[&str], count: usize) -> Box<dyn FnOnce()> {
    let text: String = parts.iter().map(|part| part.repeat(count)).collect();
    Box::new(move || parse(&text))
}

fn parse(text: &str) {
    let settings = Settings {
        language: "sv".into(),
        timezone: jiff::tz::TimeZone::UTC,
        raw_html: RawHtml::Sanitize,
        default_author: false,
        base_url: None,
        labels: Labels::default(),
    };
    let file = SourcePath::new("content/posts/a.md");
    black_box(parse::markdown::body(
        &file, text, 0, "", "a", "sv", &settings,
    ));
}

/// What is repeated on one line; several parts, one after the other.
const LINE: &[&[&str]] = &[
    &["ord \"och\" 5 % "],
    &["["],
    &["]"],
    &["!["],
    &["*a_"],
    &["_a*"],
    &["**a "],
    &["*a **b "],
    &["a** "],
    &["~~a "],
    &["_a "],
    &["`a``"],
    &["<"],
    &["</a "],
    &["<!--"],
    &["<a b=\""],
    &["<a<"],
    &["<a"],
    &["a <a<a\n"],
    &["[a]("],
    &["[a](<"],
    &["[a]{"],
    &["[x]{ "],
    &["]{a}"],
    &["[a]{lang=en"],
    &["[a]{.b}"],
    &["[a]{.b"],
    &["[[a]{.b}"],
    &["[[a]] "],
    &["![[a]] "],
    &["[[a"],
    &["%%a%% "],
    &["%%a "],
    &["==a== "],
    &["==a "],
    &["[^1]"],
    &["[^"],
    &["(a)[b]"],
    &["(a)[https://"],
    &["[a] (b.se"],
    &["[a][b] "],
    &["[a](b c"],
    &["[caption]"],
    &["[caption id=\"a\"]b[/caption] "],
    &["[gallery "],
    &["http://"],
    &["https://a."],
    &["https://a.se "],
    &["https://a.se/ä "],
    &["(https://a.se) "],
    &["www."],
    &["www.a.se "],
    &["a@"],
    &["a@b.se "],
    &["@a."],
    &["a.a@a."],
    &["\""],
    &["'"],
    &["-"],
    &["--a"],
    &["."],
    &["1 "],
    &["1."],
    &["&amp"],
    &["&#"],
    &["\\"],
    &["|"],
    &["| a "],
    &[":"],
    &["::: "],
    &["{"],
    &["{{ "],
    &["$ "],
    &[":ab: "],
    &["^[x "],
    &["a~2~ "],
    &["[TOC "],
    &["<www.x "],
    &["TODO "],
    &["lorem ipsum dolor "],
    &["{% "],
    &["{{ a }} "],
    &["{{"],
    &["{:"],
    &["{: .a} "],
    &["{: .a"],
    &["{{< a >}} "],
    &["{{< a "],
    &["("],
    &["#"],
    &["§ 1"],
    &["](x)"],
    &["![a](b.png)"],
    &["![a](b.pdf)"],
    &["<b>a</b>"],
    &["<b>", "</b>"],
    &["<u>"],
    &["</u>"],
    &["<p></u>"],
    &["</br>"],
    &["<b></u>"],
    &["<p>"],
    &["<a name=b>"],
    &["<noscript>a</noscript> "],
    &["\u{202e}"],
];

/// What is repeated on many lines.
const LINES: &[&[&str]] = &[
    &["> "],
    &["- "],
    &["a\n"],
    &["a\n\n"],
    &["> a\n"],
    &["> a\n", ">\n"],
    &["> — a\n"],
    &["> — a\n", ">\n"],
    &["> a\n> — b\n\n"],
    &["> *a*\n> — b\n"],
    &["> a\n\n"],
    &["> [!NOTE]\n> a\n\n"],
    &["> [!OBS]\n> a\n\n"],
    &["::: {lang=en}\n"],
    &[":::\n"],
    &["::: {.a}\nb\n:::\n"],
    &["# a\n"],
    &["## a\n"],
    &["## a {#b}\n"],
    &["## a {#b.c}\n"],
    &["##a\n"],
    &["[^1]: a\n\n"],
    &["[^1]\n\n"],
    &["[^1] x\n\n"],
    &["- [] x\n"],
    &["!!! note\n"],
    &["| a | b |\n"],
    &["| a |\n|---|\n"],
    &["```\n"],
    &["```\n\n"],
    &["a\n: b\n\n"],
    &["- [ ] a\n"],
    &["<!-- nitton-allow link/empty: a -->\n[b]()\n\n"],
    &["<!-- nitton-allow x: a -->\n"],
    &["<<<<<<< a\n"],
    &["<<<<<<< a\n\n"],
    &["=======\n\n"],
    &["<div>\n\n"],
    &["</div>\n\n"],
    &["<u>\n\n", "</u>\n\n"],
    &["<img src=a>\n\n"],
    &["<table><tr><td>\n\n"],
    &["![](a.png)\n\n"],
    &["![a](b.png \"c\")\n\n"],
    &["[a]: b.md\n"],
    &["[a][b]\n"],
    &["***\n"],
    &["a **b\n\n"],
];

/// What is repeated between something that stands there once.
const AROUND: [[&str; 3]; 12] = [
    ["<div>\n", "<a", " b=\">\n</div>"],
    ["<div>\n", "<a<", "\n>"],
    ["<div>\n", "<a b=\"", "\n>"],
    ["<div>\n", "</a", "\n>"],
    ["<div>\n", "{{ ", "\n</div>"],
    ["<div>\n", "[a ", "\n</div>"],
    ["<div>\n", "**a ", "\n</div>"],
    ["<table>\n", "<td>a\n", "</table>"],
    ["<p>", "<b>a<i>", "</p>"],
    ["> — a\n", ">\n", ""],
    ["a ", "{: ", "}"],
    ["www.", "a.", "a..se"],
];
