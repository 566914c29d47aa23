//! Work grows with the content, and not with its square (promise 9). What is counted
//! is what a build writes: files and bytes of a site, and of one twice as large.

use std::fmt::Write as _;

use crate::site::Site;

/// Files and bytes of a site of so many posts, each with these tags.
fn written(posts: usize, tags: impl Fn(usize) -> Vec<String>) -> (usize, usize) {
    let mut files = String::new();
    for post in 0..posts {
        let (day, month) = (post % 28 + 1, post / 28 % 12 + 1);
        let _ = writeln!(
            files,
            "-- content/posts/p{post}.md --\n---\ntitle: Inlägg {post}\ndate: {}-{month:02}-{day:02}\nauthor: asa\ntags: [{}]\n---\n\nEn text av vanligt slag, som står i flödet.\n",
            2000 + post / 336,
            tags(post).join(", "),
        );
    }
    let site = Site::new(&files);
    let run = site.try_build();
    assert_eq!(run.code, 0, "{}", run.stderr);
    let output = site.output();
    (output.len(), output.values().map(Vec::len).sum())
}

/// Twice the content may cost twice as much, and a little for what pages share.
#[track_caller]
fn grows_linearly(small: (usize, usize), large: (usize, usize)) {
    for (small, large) in [(small.0, large.0), (small.1, large.1)] {
        assert!(
            large as f64 <= small as f64 * 2.2,
            "{small} became {large} when the content doubled"
        );
    }
}

#[test]
fn one_tag_on_all_posts_costs_a_list_of_them() {
    let tags = |_| vec!["fred".to_owned()];
    grows_linearly(written(60, tags), written(120, tags));
}

#[test]
fn tags_that_nobody_shares_cost_a_page_each() {
    let tags = |post| vec![format!("q{post}x1"), format!("q{post}x2")];
    grows_linearly(written(30, tags), written(60, tags));
}

#[test]
fn many_tags_on_one_post_are_linear_in_their_number() {
    let many = |count: usize| {
        move |post: usize| match post {
            0 => (0..count).map(|tag| format!("w{tag}w")).collect(),
            _ => vec!["fred".to_owned()],
        }
    };
    grows_linearly(written(3, many(100)), written(3, many(200)));
}

#[test]
fn a_long_post_costs_its_length() {
    let written = |paragraphs: usize| {
        let text = "## Rubrik\n\nEn text [med](https://example.org/) *allt* som ”hör” till[^1].\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n"
            .repeat(paragraphs);
        let site = Site::new("");
        site.write(
            "content/posts/a.md",
            format!("---\ntitle: A\ndate: 2024-05-17\nauthor: asa\n---\n\n{text}\n[^1]: En not.\n"),
        );
        let run = site.try_build();
        assert_eq!(run.code, 0, "{}", run.stderr);
        let output = site.output();
        (output.len(), output.values().map(Vec::len).sum())
    };
    grows_linearly(written(400), written(800));
}
