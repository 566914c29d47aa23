//! What a writer saves, and how one sees that it is shown.

use std::fs;
use std::path::{Path, PathBuf};

use super::corpus::{Corpus, Post};
use super::preview::Preview;

/// A kind of edit.
#[derive(Clone, Copy)]
pub enum Edit {
    Body,
    Title,
    NewPost,
    NewTag,
    Template,
    Style,
}

impl Edit {
    pub const ALL: [Self; 6] = [
        Self::Body,
        Self::Title,
        Self::NewPost,
        Self::NewTag,
        Self::Template,
        Self::Style,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Body => "text, seen on its page",
            Self::Title => "title, seen on the start page",
            Self::NewPost => "new post, seen on the start page",
            Self::NewTag => "new tag, seen on the tag's page",
            Self::Template => "template, seen on a post",
            Self::Style => "style sheet, seen through a page",
        }
    }

    /// Stands in every text that it changes, and in no other.
    fn word(self) -> &'static str {
        match self {
            Self::Body => "brödtext",
            Self::Title => "rubrik",
            Self::NewPost => "nytt",
            Self::NewTag => "etikett",
            Self::Template => "mall",
            Self::Style => "stil",
        }
    }
}

/// Writes in a site.
pub struct Writer<'a> {
    site: &'a Path,
    posts: usize,
    corpus: Corpus,
}

/// A file as it will be, and where to look for what of it.
pub struct Saved {
    file: PathBuf,
    text: String,
    url: String,
    piece: String,
    /// Whether the piece is in the style sheet of that page.
    is_style: bool,
}

impl<'a> Writer<'a> {
    pub fn new(site: &'a Path, posts: usize) -> Self {
        let corpus = Corpus::new();
        Self {
            site,
            posts,
            corpus,
        }
    }

    /// Edit number `number` of its kind.
    pub fn prepare(&mut self, edit: Edit, number: usize) -> Saved {
        let index = number * 7919 % self.posts;
        let Post { name, text } = self.corpus.post(index);
        let page = format!("/posts/{name}/");
        let piece = format!("{}{number}x", edit.word());
        let new = |text: String, url: &str, piece: &str| Saved {
            file: self.site.join(format!("content/posts/{name}.md")),
            text,
            url: url.to_owned(),
            piece: piece.to_owned(),
            is_style: false,
        };
        let elsewhere = |file: &str, saved: Saved| {
            let file = self.site.join(file);
            fs::create_dir_all(file.parent().expect("a folder")).expect("it can be made");
            Saved { file, ..saved }
        };
        let (start, rest) = text.split_once('\n').expect("lines");
        let (_, after) = rest.split_once('\n').expect("lines after the title");
        let (dated, body) = after.split_once("\ndate: ").expect("a date");
        let (_, body) = body.split_once('\n').expect("lines after the date");
        // Later than all others, so that it comes first on the first page.
        let (day, hour) = (
            if matches!(edit, Edit::Title) { 30 } else { 31 },
            number / 60,
        );
        let date = format!("2025-12-{day}T{hour:02}:{:02}:00Z", number % 60);
        let titled = format!("{start}\ntitle: \"{piece}\"\n{dated}\ndate: {date}\n{body}");
        match edit {
            Edit::Body => new(format!("{text}\nEtt {piece} sist.\n"), &page, &piece),
            Edit::Title => new(titled, "/", &piece),
            Edit::NewPost => elsewhere(
                &format!("content/posts/{piece}.md"),
                new(titled, "/", &format!("/posts/{piece}/")),
            ),
            Edit::NewTag => {
                let tagged = text.replacen("tags: [", &format!("tags: [{piece}, "), 1);
                let url = format!("/tags/etikett{number}x/");
                new(tagged, &url, &page)
            }
            Edit::Template => {
                let text = format!(
                    "{{% extends \"default/post.html\" %}}{{% block footer %}}{piece}{{% endblock footer %}}\n"
                );
                elsewhere("templates/post.html", new(text, &page, &piece))
            }
            Edit::Style => {
                let text = format!(".{piece} {{ margin: 0 }}\n");
                let mut saved = new(text, "/", &piece);
                saved.is_style = true;
                elsewhere("themes/default/assets/style.css", saved)
            }
        }
    }
}

impl Saved {
    /// In place, as most editors do.
    pub fn save(&self) {
        fs::write(&self.file, &self.text).expect("it can be written");
    }

    /// Whether the preview shows it.
    pub fn shows(&self, preview: &Preview) -> bool {
        let page = preview.get(&self.url);
        let body = match self.is_style {
            true => {
                let links = page.body.split("<link rel=\"stylesheet\" href=\"");
                let sheet = links.skip(1).find_map(|link| link.split('"').next());
                preview.get(sheet.expect("a style sheet")).body
            }
            false => page.body,
        };
        page.status == 200 && body.contains(&self.piece)
    }
}
