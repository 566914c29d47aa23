//! The examples of Markdown mean what they should.

use nitton::parse::RawHtml;
use nitton::parse::{self, Labels, Settings};
use nitton::path::SourcePath;

use super::{blocks, read};

#[test]
fn examples_of_markdown_raise_nothing() {
    let settings = Settings {
        language: "sv".into(),
        timezone: jiff::tz::TimeZone::UTC,
        raw_html: RawHtml::Sanitize,
        default_author: false,
        base_url: None,
        labels: Labels::default(),
    };
    let mut count = 0;
    for block in blocks(&read("docs/markdown.md"))
        .iter()
        .filter(|block| block.language == "markdown")
    {
        let text = format!(
            "---\ntitle: Prov\ndate: 2021-04-07\nauthors: [Åsa]\n---\n\n{}",
            block.text
        );
        let path = SourcePath::new("content/posts/2020/prov.md");
        assert_eq!(
            parse::post(&path, &text, None, &settings).diagnostics,
            [],
            "in the example\n{}",
            block.text
        );
        count += 1;
    }
    assert!(
        count >= 8,
        "only {count} examples were found in docs/markdown.md"
    );
}
