//! The blog that benchmarks build: deterministic posts that look like Swedish.
//!
//! Post `i` is the same text however many posts there are (it links to earlier ones
//! only), about 6 kB and 730 words. 40 authors, 25 networks, 200 tags: 3.5 a post,
//! the commonest on almost half of them.
//!
//! Several benchmarks include this module, and each uses its part of it.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each benchmark uses its part of this module"
)]

mod random;
mod site;
mod words;

use std::fmt::Write as _;

use random::{Random, zipf};
pub use site::{Work, write};

/// One post, as a file of `content/posts/`.
pub struct Post {
    /// The name of the file without `.md`, which is its slug too.
    pub name: String,
    /// Front matter and body.
    pub text: String,
}

/// Makes posts.
pub struct Corpus {
    words: Vec<&'static str>,
    long: Vec<String>,
    authors: Vec<String>,
    networks: Vec<&'static str>,
    tags: Vec<String>,
    tag_ranks: Vec<f64>,
    author_ranks: Vec<f64>,
    network_ranks: Vec<f64>,
}

impl Default for Corpus {
    fn default() -> Self {
        Self::new()
    }
}

impl Corpus {
    /// What all posts share.
    pub fn new() -> Self {
        let list = |text: &'static str| text.split_whitespace().collect::<Vec<&str>>();
        let joined = |first: &'static str, last: &'static str| -> Vec<String> {
            let pairs = list(last).into_iter();
            pairs
                .flat_map(|b| list(first).into_iter().map(move |a| format!("{a}{b}")))
                .collect()
        };
        let mut words = Vec::new();
        for (text, times) in [
            (words::SMALL, 24),
            (words::COMMON, 6),
            (words::ADJECTIVES, 4),
        ] {
            for _ in 0..times {
                words.extend(text.split_whitespace());
            }
        }
        let (first, last) = (list(words::FIRST), list(words::LAST));
        let authors: Vec<String> = [0, 7]
            .into_iter()
            .flat_map(|shift| {
                let names = first.iter().zip(last.iter().cycle().skip(shift));
                names.map(|(first, last)| format!("{first} {last}"))
            })
            .collect();
        let networks: Vec<&str> = words::NETWORKS.split('|').collect();
        let tags = joined(words::TAG_FIRST, words::TAG_LAST);
        Self {
            tag_ranks: zipf(tags.len(), 1.0),
            author_ranks: zipf(authors.len(), 0.5),
            network_ranks: zipf(networks.len(), 0.5),
            long: joined(words::LONG_FIRST, words::LONG_LAST),
            words,
            authors,
            networks,
            tags,
        }
    }

    /// Post number `index`.
    pub fn post(&self, index: usize) -> Post {
        let mut writer = Writer {
            corpus: self,
            random: Random::new(index),
            index,
        };
        let title = writer.title();
        let name = name(&title, index);
        let mut text = writer.front_matter(&title);
        writer.body(&mut text);
        Post { name, text }
    }

    fn name_of(&self, index: usize) -> String {
        let mut writer = Writer {
            corpus: self,
            random: Random::new(index),
            index,
        };
        name(&writer.title(), index)
    }
}

fn name(title: &str, index: usize) -> String {
    format!("{}-{index}", slug(title))
}

fn slug(text: &str) -> String {
    let plain = text.chars().map(|c| match c {
        'å' | 'ä' | 'Å' | 'Ä' => 'a',
        'ö' | 'Ö' => 'o',
        'é' | 'É' => 'e',
        c if c.is_ascii_alphanumeric() => c.to_ascii_lowercase(),
        _ => '-',
    });
    let plain: String = plain.collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

fn quoted<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let texts: Vec<String> = texts
        .into_iter()
        .map(|text| format!("\"{text}\""))
        .collect();
    format!("[{}]", texts.join(", "))
}

/// Writes one post.
struct Writer<'a> {
    corpus: &'a Corpus,
    random: Random,
    index: usize,
}

impl<'a> Writer<'a> {
    fn word(&mut self) -> &'a str {
        let (corpus, common) = (self.corpus, self.corpus.words.len());
        let at = self.random.int(0, common + corpus.long.len() - 1);
        corpus
            .words
            .get(at)
            .copied()
            .unwrap_or_else(|| &corpus.long[at - common])
    }

    fn words(&mut self, count: usize) -> String {
        let words: Vec<&str> = (0..count).map(|_| self.word()).collect();
        words.join(" ")
    }

    fn title(&mut self) -> String {
        let count = self.random.int(3, 8);
        capitalised(&self.words(count))
    }

    fn front_matter(&mut self, title: &str) -> String {
        let corpus = self.corpus;
        let mut authors = vec![self.random.ranked(&corpus.author_ranks)];
        if self.random.chance(0.25) {
            let second = self.random.ranked(&corpus.author_ranks);
            if !authors.contains(&second) {
                authors.push(second);
            }
        }
        let network = corpus.networks[self.random.ranked(&corpus.network_ranks)];
        let (mut tags, wanted) = (Vec::new(), self.random.int(2, 5));
        while tags.len() < wanted {
            let tag = self.random.ranked(&corpus.tag_ranks);
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        // Twelve years of days, all of which every month has.
        let (year, month, day) = (
            self.random.int(2014, 2025),
            self.random.int(1, 12),
            self.random.int(1, 28),
        );
        let minute = self.random.int(360, 1320);
        let summary = format!("{} {}", self.sentence(11, false), self.sentence(11, false));
        format!(
            "---\ntitle: \"{title}\"\nauthor: {}\nnetwork: \"{network}\"\n\
             date: {year}-{month:02}-{day:02}T{:02}:{:02}:00Z\ntags: {}\nsummary: \"{summary}\"\n---\n\n",
            quoted(
                authors
                    .iter()
                    .map(|&author| corpus.authors[author].as_str())
            ),
            minute / 60,
            minute % 60,
            quoted(tags.iter().map(|&tag| corpus.tags[tag].as_str())),
        )
    }

    fn sentence(&mut self, length: usize, decorate: bool) -> String {
        let mut words: Vec<String> = (0..length).map(|_| self.word().to_owned()).collect();
        words[0] = capitalised(&words[0]);
        if decorate && length > 6 {
            let at = self.random.int(2, length - 3);
            let pair = format!("{} {}", words[at], words[at + 1]);
            let kind = self.random.unit();
            let (text, takes) = match kind {
                _ if kind < 0.05 => (format!("**{pair}**"), 2),
                _ if kind < 0.11 => (format!("*{}*", words[at]), 1),
                _ if kind < 0.13 => (format!("`{}`", words[at]), 1),
                _ if kind < 0.18 => {
                    let to = slug(&words[at]);
                    let number = self.index % 977;
                    (format!("[{pair}](https://example.org/{to}/{number})"), 2)
                }
                _ if kind < 0.21 => (format!("”{pair}”"), 2),
                _ if kind < 0.45 => (format!("{},", words[at]), 1),
                _ => (words[at].clone(), 1),
            };
            words.splice(at..at + takes, [text]);
        }
        let end = match self.random.int(0, 19) {
            0 => "?",
            1 => "!",
            2 => ":",
            _ => ".",
        };
        words.join(" ") + end
    }

    fn sentences(&mut self, words: usize) -> Vec<String> {
        let (mut sentences, mut left) = (Vec::new(), words as isize);
        while left > 0 {
            let length = self.random.int(6, 19).min(left.max(4) as usize);
            sentences.push(self.sentence(length, true));
            left -= length as isize;
        }
        sentences
    }

    fn body(&mut self, out: &mut String) {
        let target = self.random.int(280, 1020);
        let mut used = self.random.int(30, 80);
        let mut blocks = vec![self.sentences(used).join(" ")];
        if self.index > 0 {
            let other = self.random.int(0, self.index - 1);
            let (words, to) = (self.words(3), self.corpus.name_of(other));
            let _ = write!(blocks[0], " Läs också [{words}](/posts/{to}/).");
        }
        if self.random.chance(0.6) {
            let (words, number) = (self.words(4), self.random.int(1, 20));
            blocks.push(format!("![Bild: {words}](/images/bild-{number:02}.svg)"));
        }
        let mut first = true;
        while used < target {
            let level = if first || self.random.chance(0.7) {
                "##"
            } else {
                "###"
            };
            first = false;
            let length = self.random.int(2, 6);
            blocks.push(format!("{level} {}", capitalised(&self.words(length))));
            for _ in 0..self.random.int(1, 3) {
                let words = self
                    .random
                    .int(35, 110)
                    .min(target.saturating_sub(used).max(8));
                used += words;
                blocks.push(self.sentences(words).join(" "));
                if used >= target {
                    break;
                }
            }
            used += self.aside(&mut blocks);
        }
        self.rarities(&mut blocks);
        out.push_str(&blocks.join("\n\n"));
        out.push('\n');
    }

    /// Sometimes a list or a quotation; returns its words.
    fn aside(&mut self, blocks: &mut Vec<String>) -> usize {
        let kind = self.random.unit();
        if kind < 0.30 {
            let numbered = self.random.chance(0.35);
            let (mut lines, mut words) = (Vec::new(), 0);
            for number in 1..=self.random.int(3, 7) {
                let length = self.random.int(4, 14);
                words += length;
                let sentence = self.sentence(length, true);
                lines.push(if numbered {
                    format!("{number}. {sentence}")
                } else {
                    format!("- {sentence}")
                });
            }
            blocks.push(lines.join("\n"));
            return words;
        }
        if kind < 0.50 {
            let words = self.random.int(20, 50);
            let lines = self.sentences(words).into_iter();
            let lines: Vec<String> = lines.map(|line| format!("> {line}")).collect();
            blocks.push(lines.join("\n"));
            return words;
        }
        0
    }

    /// A footnote, a table, code: what few posts have.
    fn rarities(&mut self, blocks: &mut Vec<String>) {
        let mut note = None;
        if self.random.chance(0.25) {
            let plain = |block: &&mut String| block.chars().next().is_some_and(char::is_alphabetic);
            if let Some(block) = blocks.iter_mut().rev().find(plain) {
                block.push_str("[^1]");
                let length = self.random.int(8, 18);
                note = Some(format!("[^1]: {}", self.sentence(length, true)));
            }
        }
        if self.random.chance(0.15) {
            let mut table = String::from("| År | Land | Antal |\n| --- | --- | ---: |");
            for _ in 0..self.random.int(3, 8) {
                let (year, number) = (self.random.int(2000, 2026), self.random.int(1, 9999));
                let _ = write!(table, "\n| {year} | {} | {number} |", self.word());
            }
            blocks.push(table);
        }
        if self.random.chance(0.10) {
            let lines: Vec<String> = (0..self.random.int(3, 9))
                .map(|_| {
                    let (word, number) = (self.word(), self.random.int(1, 99));
                    format!("{word} = räkna({number})")
                })
                .collect();
            blocks.push(format!("```python\n{}\n```", lines.join("\n")));
        }
        blocks.extend(note);
    }
}
