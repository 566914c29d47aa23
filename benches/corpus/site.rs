//! The folder around the posts.

use std::fs;
use std::io;
use std::path::Path;

use super::Corpus;

/// What the site's configuration asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Work {
    /// What other generators do in a comparison: one feed format with summaries, for
    /// the site and each tag; no search, archive or related posts; the comparison's
    /// templates, which make the same HTML with every generator.
    Compared,
    /// The same, but with the default theme, which shows twice as much on each page.
    Themed,
    /// Everything that is on by default.
    Everything,
}

impl Work {
    /// `site.yaml`.
    pub fn config(self) -> &'static str {
        match self {
            Self::Compared | Self::Themed => concat!(
                include_str!("site.yaml"),
                "feeds: {limit: 20, content: summary, formats: [rss], for: [site, tags]}\n",
                "search: {enabled: false}\n",
                "archive: {enabled: false}\n",
                "related: {count: 0}\n",
            ),
            Self::Everything => include_str!("site.yaml"),
        }
    }
}

/// The comparison's templates.
const TEMPLATES: &[(&str, &str)] = &[
    ("base.html", include_str!("templates/base.html")),
    ("index.html", include_str!("templates/index.html")),
    ("list.html", include_str!("templates/list.html")),
    ("meta.html", include_str!("templates/meta.html")),
    ("post.html", include_str!("templates/post.html")),
    ("term.html", include_str!("templates/term.html")),
    ("terms.html", include_str!("templates/terms.html")),
];

/// Writes a whole site of so many posts into `root`, which is made if it is missing.
pub fn write(root: &Path, posts: usize, work: Work) -> io::Result<()> {
    let corpus = Corpus::new();
    let (content, images) = (root.join("content/posts"), root.join("static/images"));
    fs::create_dir_all(&content)?;
    fs::create_dir_all(&images)?;
    for index in 0..posts {
        let post = corpus.post(index);
        fs::write(content.join(format!("{}.md", post.name)), post.text)?;
    }
    for number in 1..=20 {
        fs::write(images.join(format!("bild-{number:02}.svg")), svg(number))?;
    }
    if work == Work::Compared {
        fs::create_dir_all(root.join("templates"))?;
        fs::write(root.join("static/style.css"), "body { margin: 0 auto }\n")?;
        for (name, text) in TEMPLATES {
            fs::write(root.join("templates").join(name), text)?;
        }
    }
    fs::write(root.join("site.yaml"), work.config())
}

fn svg(number: usize) -> String {
    let bars: String = (0..16)
        .map(|bar| {
            format!(
                "<rect x=\"{}\" y=\"{}\" width=\"32\" height=\"200\"/>",
                bar * 40,
                (bar * 37 + number * 13) % 120
            )
        })
        .collect();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 320\"><g fill=\"hsl({},40%,60%)\">{bars}</g></svg>\n",
        number * 18
    )
}
