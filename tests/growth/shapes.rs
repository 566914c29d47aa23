//! Sites that have many of one thing.

use crate::site::{NOW, Site};

/// A site of any size.
pub(crate) struct Shape {
    /// What there are many of.
    pub(crate) name: &'static str,
    /// So many of them: as few as show whether a square is hidden in the rest.
    pub(crate) size: usize,
    /// Adds so many to an ordinary site.
    pub(crate) write: fn(&Site, usize),
    /// Further arguments of `nitton build`.
    pub(crate) args: &'static [&'static str],
}

/// A shape that is built as it is.
const fn shape(name: &'static str, size: usize, write: fn(&Site, usize)) -> Shape {
    Shape {
        name,
        size,
        write,
        args: &[],
    }
}

/// A shape whose problems are printed as JSON.
const fn json(name: &'static str, size: usize, write: fn(&Site, usize)) -> Shape {
    Shape {
        name,
        size,
        write,
        args: &["--format", "json"],
    }
}

/// Every shape; what is added to the program gets its line here.
pub(crate) const SHAPES: &[Shape] = &[
    // Many documents.
    shape("posts", 400, |site, n| {
        documents(site, n, |at| {
            (format!("title: Inlägg {at}"), "Text.".to_owned())
        });
    }),
    shape("drafts", 800, |site, n| {
        documents(site, n, |at| {
            (
                format!("title: Inlägg {at}\ndraft: true"),
                "Text.".to_owned(),
            )
        });
    }),
    shape("posts with a tag of their own", 400, |site, n| {
        documents(site, n, |at| {
            (
                format!("title: Inlägg {at}\ntags: [ord{at}]"),
                "Text.".to_owned(),
            )
        });
    }),
    shape("posts with the same tag", 400, |site, n| {
        documents(site, n, |at| {
            (
                format!("title: Inlägg {at}\ntags: [fred]"),
                "Text.".to_owned(),
            )
        });
    }),
    shape("posts with an alias", 400, |site, n| {
        documents(site, n, |at| {
            (
                format!("title: Inlägg {at}\naliases: [/gammalt/{at}/]"),
                "Text.".to_owned(),
            )
        });
    }),
    shape(
        "posts with words and compounds of their own",
        200,
        |site, n| {
            documents(site, n, |at| {
                let own = (at * 100..at * 100 + 100).map(word);
                let compounds = (at * 100..at * 100 + 50).map(|at| word(at) + &word(at + 1));
                let words: Vec<String> = own.chain(compounds).collect();
                (format!("title: Inlägg {at}"), words.join(" "))
            });
        },
    ),
    // Many problems.
    shape("drafts and links that lead nowhere", 1000, |site, n| {
        documents(site, n, |at| {
            (
                format!("title: Inlägg {at}\ndraft: true"),
                "Text.".to_owned(),
            )
        });
        site.post(
            "lankar.md",
            &(0..2 * n)
                .map(|at| format!("[x](/finns/inte/{at}/)\n\n"))
                .collect::<String>(),
        );
    }),
    json("broken links of one post", 2000, |site, n| {
        site.post(
            "a.md",
            &(0..n)
                .map(|at| format!("[x](finns-inte-{at}.md)\n\n"))
                .collect::<String>(),
        );
    }),
    shape(
        "broken links of one post, for a terminal",
        2000,
        |site, n| {
            site.post(
                "a.md",
                &(0..n)
                    .map(|at| format!("[x](finns-inte-{at}.md)\n\n"))
                    .collect::<String>(),
            );
        },
    ),
    json("broken links on one line", 2000, |site, n| {
        site.post(
            "a.md",
            &(0..n)
                .map(|at| format!("[x](finns-inte-{at}.md) "))
                .collect::<String>(),
        );
    }),
    shape(
        "broken links on one line, for a terminal",
        2000,
        |site, n| {
            site.post(
                "a.md",
                &(0..n)
                    .map(|at| format!("[x](finns-inte-{at}.md) "))
                    .collect::<String>(),
            );
        },
    ),
    shape("posts with an unknown key", 400, |site, n| {
        documents(site, n, |at| {
            (
                format!("title: Inlägg {at}\nfarg{at}: x"),
                "Text.".to_owned(),
            )
        });
    }),
    shape("posts without a title", 400, |site, n| {
        documents(site, n, |_| ("tags: [fred]".to_owned(), "Text.".to_owned()));
    }),
    shape("posts that claim one address", 400, |site, n| {
        documents(site, n, |_| {
            ("title: Samma\nslug: samma".to_owned(), "Text.".to_owned())
        });
    }),
    shape(
        "posts that call for what leads nowhere, and drafts",
        400,
        |site, n| {
            documents(site, n, |at| {
                (
                    format!("title: Inlägg {at}\ncta: {{text: Gör, url: /finns/inte/{at}/}}"),
                    "Text.".to_owned(),
                )
            });
            for at in 0..n {
                site.post_as(
                    &format!("u{at}.md"),
                    &format!("title: Utkast {at}\ndraft: true"),
                    "Text.",
                );
            }
        },
    ),
    shape("addresses that only drafts have", 400, |site, n| {
        documents(site, n, |at| {
            (
                format!("title: Utkast {at}\ndraft: true\ntags: [hemlig{at}]"),
                "Text.".to_owned(),
            )
        });
        site.post(
            "lankar.md",
            &(0..n)
                .map(|at| format!("[x](/etiketter/hemlig{at}/)\n\n"))
                .collect::<String>(),
        );
    }),
    shape(
        "old addresses of one post, in many cases",
        400,
        |site, n| {
            let case = |at: usize| -> String {
                let letters = "gammaladress".char_indices();
                letters
                    .map(|(bit, letter)| match at >> bit & 1 {
                        0 => letter,
                        _ => letter.to_ascii_uppercase(),
                    })
                    .collect()
            };
            let aliases: Vec<String> = (0..n).map(|at| format!("/{}/", case(at))).collect();
            site.post_as(
                "a.md",
                &format!("title: A\naliases: [{}]", aliases.join(", ")),
                "Text.",
            );
        },
    ),
    shape("broken links to addresses, and pages", 800, |site, n| {
        documents(site, n, |at| {
            (format!("title: Inlägg {at}"), "Text.".to_owned())
        });
        site.post(
            "lankar.md",
            &(0..n)
                .map(|at| format!("[x](/2024/05/q{at}/)\n\n"))
                .collect::<String>(),
        );
    }),
    // Many signs in one text.
    shape("quotations", 20_000, |site, n| {
        site.post("a.md", &("> a\n".repeat(n) + &">\n".repeat(n)));
    }),
    shape("open braces", 40_000, |site, n| {
        site.post("a.md", &"{{ ".repeat(n));
    }),
    shape("open template tags", 40_000, |site, n| {
        site.post("a.md", &"{% ".repeat(n));
    }),
    shape("open attribute lists", 40_000, |site, n| {
        site.post("a.md", &"{:".repeat(n));
    }),
    shape("attribute lists after links", 20_000, |site, n| {
        site.post("a.md", &"[x]{".repeat(n));
    }),
    shape("addresses on one line", 4000, |site, n| {
        site.post("a.md", &"https://example.org/a ".repeat(n));
    }),
    shape("e-mail addresses on one line", 4000, |site, n| {
        site.post("a.md", &"asa@example.org ".repeat(n));
    }),
    shape("ends that close nothing", 20_000, |site, n| {
        site.post("a.md", &format!("<div>{}</div>", "</u>".repeat(n)));
    }),
    shape("tags that don't end", 20_000, |site, n| {
        site.post("a.md", &"<a".repeat(n));
    }),
    shape("open emphasis", 10_000, |site, n| {
        site.post("a.md", &"**x **y ".repeat(n));
    }),
    shape("open brackets", 10_000, |site, n| {
        site.post("a.md", &"[".repeat(n));
    }),
    shape("headings", 1000, |site, n| {
        site.post("a.md", &"## Samma rubrik\n\nText.\n\n".repeat(n));
    }),
    shape("footnotes", 1000, |site, n| {
        site.post(
            "a.md",
            &(0..n)
                .map(|at| format!("Ord[^{at}].\n\n[^{at}]: Not.\n\n"))
                .collect::<String>(),
        );
    }),
    // Many files.
    shape("files under static/", 400, |site, n| {
        for at in 0..n {
            site.write(&format!("static/filer/{at}.txt"), "text\n");
        }
    }),
    shape("folders within folders", 30, |site, n| {
        site.write(&format!("static/{}a.txt", "x/".repeat(n)), "text\n");
    }),
    shape("files that are not nitton's in the way", 200, |site, n| {
        // The output must be nitton's for the rest.
        assert_eq!(site.run(&["build", "--now", NOW]).code, 0);
        documents(site, n, |at| {
            (format!("title: Inlägg {at}"), "Text.".to_owned())
        });
        for at in 0..n {
            site.write(&format!("public/2024/05/p{at}/index.html"), "text\n");
        }
    }),
    // Many parts of a theme.
    shape(
        "style sheets with addresses that lead nowhere",
        300,
        |site, n| {
            site.write("themes/egen/theme.yaml", "name: Egen\napi: 1\n");
            site.write(
                "site.yaml",
                "title: P\nbase_url: https://blogg.example.se/\ntheme: egen\n",
            );
            for at in 0..n {
                site.write(
                    &format!("themes/egen/assets/bild{at}.css"),
                    format!("p {{ background: url(borta{at}.png) }}\n"),
                );
            }
        },
    ),
    shape("templates that include what isn't there", 200, |site, n| {
        for at in 0..n {
            site.write(
                &format!("templates/partials/del{at}.html"),
                format!("{{% include \"partials/borta{at}.html\" %}}\n"),
            );
        }
    }),
];

/// A word of six letters that no other number has.
fn word(number: usize) -> String {
    let syllable = |at: usize| {
        let rest = number / 117_usize.pow(at as u32);
        let consonant = "bdfgklmnprstv".chars().nth(rest % 13);
        consonant
            .into_iter()
            .chain("aeiouyåäö".chars().nth(rest / 13 % 9))
    };
    (0..3).flat_map(syllable).collect()
}

/// So many posts, of each its front matter beside date and author, and its body.
fn documents(site: &Site, count: usize, write: impl Fn(usize) -> (String, String)) {
    for at in 0..count {
        let (keys, body) = write(at);
        site.post_as(&format!("p{at}.md"), &keys, &body);
    }
}

impl Site {
    /// A post with these keys beside its date and author.
    fn post_as(&self, name: &str, keys: &str, body: &str) {
        let text = format!("---\n{keys}\ndate: 2024-05-17\nauthor: asa\n---\n\n{body}\n");
        self.write(&format!("content/posts/{name}"), text);
    }
}
