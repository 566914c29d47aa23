//! The examples of CommonMark and of GitHub's extensions, as the parser's package ships
//! them, against the list of those that are otherwise here on purpose.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{parse_with, shown};
use crate::parse::RawHtml;

/// Where the sources of the Markdown parser lie.
fn package() -> PathBuf {
    // Of other platforms' packages a machine may have none.
    let version = cargo(&["-vV"]);
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.expect("cargo knows its platform");
    let metadata = cargo(&[
        "metadata",
        "--format-version=1",
        "--offline",
        "--filter-platform",
        host,
    ]);
    let metadata: serde_json::Value = serde_json::from_str(&metadata).expect("JSON");
    let packages = metadata["packages"].as_array().expect("a list");
    let parser = packages.iter().find(|one| one["name"] == "pulldown-cmark");
    let manifest = parser.and_then(|one| one["manifest_path"].as_str());
    Path::new(manifest.expect("it is a dependency"))
        .with_file_name("tests")
        .join("suite")
}

fn cargo(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let words = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Markdown and the HTML that it should become.
fn examples(name: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(package().join(name)).expect("the package has it");
    let raw = |text: &str, key: &str| -> Option<String> {
        let text = text.split_once(&format!("let {key} = r##\""))?.1;
        Some(text.split_once("\"##;")?.0.to_owned())
    };
    text.split("#[test]")
        .filter_map(|test| Some((raw(test, "original")?, raw(test, "expected")?)))
        .collect()
}

/// HTML without what nitton adds to all of a kind: ids of headings, the region around a
/// table, tabindex; with addresses as they were, neither encoded nor resolved.
fn plain(html: &str) -> String {
    let mut html = html.to_owned();
    for (written, same) in [
        ("{href:content/posts/2021/a.md", "{href:"),
        ("content/posts/2021/", ""),
        (" tabindex=\"0\"", ""),
        (" scope=\"col\"", ""),
        (" class=\"align-center\"", " style=\"text-align: center\""),
        (" class=\"align-right\"", " style=\"text-align: right\""),
        ("<div class=\"table\"", "<div"),
        ("<tbody></tbody>", ""),
        (" />", ">"),
        (">\n", ">"),
        ("\n<", "<"),
    ] {
        html = html.replace(written, same);
    }
    for (begin, end, before, after) in [
        ("{href:", "}", "", ""),
        ("{src:", "}", "src=\"", "\""),
        (" role=\"region\" aria-label=\"", "\"", "", ""),
        (" id=\"", "\"", "", ""),
    ] {
        while let Some(at) = html.find(begin) {
            let inner = at + begin.len();
            let close = inner + html[inner..].find(end).expect("it ends");
            let kept = match begin.starts_with('{') {
                true => format!("{before}{}{after}", &html[inner..close]),
                false => String::new(),
            };
            html.replace_range(at..close + end.len(), &kept);
        }
    }
    let html = html
        .replace("<div><table>", "<table>")
        .replace("</table></div>", "</table>");
    let html = percent_encoding::percent_decode_str(html.trim());
    html.decode_utf8_lossy().into_owned()
}

/// Every heading one level lower, as texts with one of the first level are published.
fn lowered(html: &str) -> String {
    let mut html = html.to_owned();
    if html.contains("<h1>") {
        for level in (1..6).rev() {
            let (from, to) = (format!("h{level}>"), format!("h{}>", level + 1));
            html = html.replace(&from, &to);
        }
    }
    html
}

/// Checks that exactly these examples, numbered from 1, become something else.
#[track_caller]
fn check_all_but(name: &str, intended: &[(&[usize], &str)]) {
    let mut intended: Vec<usize> = intended.iter().flat_map(|(all, _)| *all).copied().collect();
    intended.sort_unstable();
    let (mut different, mut report) = (Vec::new(), String::new());
    let examples = examples(name);
    assert!(!examples.is_empty(), "{name} has no examples");
    for (number, (text, expected)) in examples.iter().enumerate() {
        // In this language everything stays as it was typed.
        let (body, _) = parse_with(RawHtml::Allow, "he", text);
        let (html, expected) = (plain(&shown(&body)), lowered(&plain(expected)));
        if html != expected {
            let number = number + 1;
            report.push_str(&format!("{number}: {text:?}\n{expected:?}\n{html:?}\n"));
            different.push(number);
        }
    }
    assert_eq!(different, intended, "{name}\n{report}");
}

#[test]
fn examples_of_commonmark() {
    check_all_but(
        "spec.rs",
        &[
            (
                &[21, 202, 502, 631, 643],
                "an address with a backslash is an error",
            ),
            (&[31, 630], "addresses in HTML are read and written again"),
            (
                &[34, 144],
                "a language of code is of letters that any class may have",
            ),
            (&[79], "an empty heading is left out"),
            (&[153], "a tag with an id is written again"),
            (&[156, 157, 158], "a tag that never ends is text"),
            (
                &[177, 179, 183, 308, 309, 625, 626],
                "comments are not published",
            ),
            (
                &[180, 629],
                "instructions and CDATA end at the first `>`, as in browsers",
            ),
            (
                &[200, 485, 486, 487, 567],
                "a link without an address is an error",
            ),
            (&[475], "an image without an alternative text is an error"),
            (&[484], "an address is resolved"),
            (
                &[572, 573, 577, 588, 589, 591],
                "an image alone with a title is a figure",
            ),
            (&[596, 598, 599, 601], "unknown schemes are errors"),
            (&[597], "schemes are written in lower case"),
            (&[600], "a host that is none is an error"),
            (
                &[602, 608, 611, 612],
                "bare addresses are links, as GFM says",
            ),
            (&[642], "line breaks in addresses are left out"),
        ],
    );
}

#[test]
fn examples_of_githubs_extensions() {
    check_all_but("gfm_table.rs", &[]);
    check_all_but("gfm_strikethrough.rs", &[]);
    check_all_but("gfm_tasklist.rs", &[(&[1, 2], "a box has a name")]);
}
