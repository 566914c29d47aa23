//! `nitton new`: a file with its front matter, ready to write in. Never overwrites.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use crate::config::{self, Config};
use crate::diagnostic::{paths, system};
use crate::message;
use crate::message::Message;
use crate::parse::document::TermKind;
use crate::path::{Slug, UrlPath, shown};
use crate::placeholder;
use crate::site::Now;
use crate::theme;

use super::{Exit, Global, Terminal, now};

/// Arguments of `nitton new`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_enum)]
    what: What,
    title: String,
    #[arg(long, value_name = "AUTHOR")]
    author: Vec<String>,
    #[arg(long, value_name = "NETWORK")]
    network: Vec<String>,
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    tags: Vec<String>,
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    Post,
    Page,
    Author,
    Network,
}

pub(super) fn run(global: &Global, args: &Args, terminal: &Terminal) -> Exit {
    let title = args.title.trim();
    let Some(slug) = Slug::from_text(title) else {
        return terminal.usage(&message!("new-no-letters", title));
    };
    if let Err(reason) = usable(args.what, &slug) {
        return terminal.usage(&message!("new-no-address", title, reason));
    }
    let now = match now(args.now.as_deref()) {
        Ok(now) => now,
        Err(message) => return terminal.usage(&message),
    };
    let config_path = global.in_root(&global.config);
    let Ok(text) = fs::read_to_string(&config_path) else {
        let file = config_path.as_path();
        return terminal.environment(&message!("new-no-site", file));
    };
    let config = config::read(&crate::path::SourcePath::new("site.yaml"), &text).value;
    let taken = config
        .as_ref()
        .filter(|_| args.what == What::Page)
        .and_then(|config| generated_at(&slug, config));
    if let Some(remedy) = taken {
        return terminal.usage(&remedy.message(title, &slug));
    }
    let (path, text) = draft(args, title, &slug, config.as_ref(), now);
    match write_new(&global.root.join(&path), &text) {
        Ok(()) => {
            terminal.data(&shown(&global.root.join(&path)));
            Exit::Done
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let file = path.as_path();
            terminal.usage(&message!("new-exists", file))
        }
        Err(error) => {
            let (file, reason) = (path.as_path(), system::reason(&error));
            terminal.environment(&message!("cli-unwritable", file, reason))
        }
    }
}

/// Whether a file of this name can be built, on every system; or why not.
fn usable(what: What, slug: &Slug) -> Result<(), Message> {
    if slug.as_str() == "index" && what != What::Post {
        return Err(message!("new-index"));
    }
    let url = UrlPath::page([slug.as_str()]);
    url.map(|_| ()).map_err(paths::reason)
}

/// What else keeps a page apart from one that the site makes itself.
enum Remedy {
    /// Another title, and nothing else.
    Title,
    /// A line of site.yaml.
    Line(&'static str),
    /// Another path of a kind of terms.
    Taxonomies,
}

impl Remedy {
    fn message(&self, title: &str, slug: &Slug) -> Message {
        let slug = slug.as_str();
        match *self {
            Self::Title => message!("new-generated", title, slug),
            Self::Line(line) => message!("new-generated-line", title, slug, line),
            Self::Taxonomies => message!("new-generated-taxonomies", title, slug),
        }
    }
}

/// Whether the site makes a page of this name itself, and what else keeps the two apart.
fn generated_at(slug: &Slug, config: &Config) -> Option<Remedy> {
    let locale = theme::built_in_locale(&config.language);
    let words = locale.words();
    let bases = [&words.tags, &words.authors, &words.networks];
    let bases = TermKind::ALL.map(|kind| {
        let path = config.taxonomies.of(kind).map(|path| &path.value);
        path.unwrap_or(bases[kind.slot()])
    });
    let is_base = bases.iter().any(|base| *base == slug.as_str());
    match slug.as_str() {
        word if config.search && word == words.search => Some(Remedy::Line("search: false")),
        word if config.archive && word == words.archive => Some(Remedy::Line("archive: false")),
        _ if is_base => Some(Remedy::Taxonomies),
        word if word == words.subscribe || word == words.corrections => Some(Remedy::Title),
        _ => None,
    }
}

/// Writes a file that doesn't exist yet, and its folders.
pub(super) fn write_new(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)?
        .write_all(text.as_bytes())
}

/// What a draft is made from.
struct Draft<'a> {
    args: &'a Args,
    title: &'a str,
    slug: &'a Slug,
    today: jiff::civil::Date,
    /// The site's own author.
    default_author: Option<&'a str>,
    swedish: bool,
}

/// The draft's path and text.
fn draft(
    args: &Args,
    title: &str,
    slug: &Slug,
    config: Option<&Config>,
    now: Now,
) -> (PathBuf, String) {
    let zone = config.map_or(jiff::tz::TimeZone::UTC, |config| config.timezone.clone());
    let language = config.map_or("sv", |config| &config.language);
    let author = config.and_then(|config| config.default_author.as_ref());
    let draft = Draft {
        args,
        title,
        slug,
        today: now.instant(&zone).to_zoned_datetime(zone).date(),
        default_author: author.map(|author| author.value.as_str()),
        swedish: language.split('-').next() == Some("sv"),
    };
    match args.what {
        What::Post => draft.post(),
        What::Page => draft.page(),
        What::Author => draft.author(),
        What::Network => draft.network(),
    }
}

impl Draft<'_> {
    fn word(&self, (sv, en): placeholder::Text) -> &'static str {
        if self.swedish { sv } else { en }
    }

    fn post(&self) -> (PathBuf, String) {
        let (args, today, slug) = (self.args, self.today, self.slug);
        let authors = match (&args.author[..], self.default_author) {
            ([], Some(author)) => vec![author.to_owned()],
            ([], None) => vec![self.word(placeholder::AUTHOR).to_owned()],
            (authors, _) => authors.to_vec(),
        };
        let networks = match &args.network[..] {
            [] => String::new(),
            networks => format!("networks: {}\n", list(networks)),
        };
        let lead = self.word(placeholder::SUMMARY);
        let text = format!(
            "---\ntitle: {}\ndate: {today}\nauthors: {}\n{networks}tags: {}\nsummary: {}\ndraft: true\n---\n\n{}\n",
            quoted(self.title),
            list(&authors),
            list(&args.tags),
            quoted(lead),
            self.word(placeholder::BODY)
        );
        let year = today.year();
        let path = format!("content/posts/{year:04}/{today}-{slug}.md");
        (path.into(), text)
    }

    fn page(&self) -> (PathBuf, String) {
        let text = format!(
            "---\ntitle: {}\ndraft: true\n---\n\n{}\n",
            quoted(self.title),
            self.word(placeholder::BODY)
        );
        (format!("content/pages/{}.md", self.slug).into(), text)
    }

    /// Nobody reads a profile before its author has a post; what is left to write is in
    /// comments, which are never published.
    fn author(&self) -> (PathBuf, String) {
        let text = format!(
            "---\nname: {}\n# role: {}\npublic_contact: false\n---\n\n<!-- {} -->\n",
            quoted(self.title),
            self.word(("utredare, Piteå kommun", "adviser, City of Piteå")),
            self.word((
                "Några meningar om skribenten.",
                "A few sentences about the author.",
            ))
        );
        (format!("content/authors/{}.md", self.slug).into(), text)
    }

    fn network(&self) -> (PathBuf, String) {
        let text = format!(
            "---\nname: {}\nperiod: {{from: {}}}\npartnerships: []\n---\n\n<!-- {} -->\n",
            quoted(self.title),
            self.today.year(),
            self.word((
                "Några meningar om nätverket.",
                "A few sentences about the network.",
            ))
        );
        (format!("content/networks/{}.md", self.slug).into(), text)
    }
}

/// A YAML text in double quotes: JSON's form is one.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn list(names: &[String]) -> String {
    let names: Vec<String> = names
        .iter()
        .map(|name| name.trim())
        .filter(|name| !name.is_empty())
        .map(quoted)
        .collect();
    format!("[{}]", names.join(", "))
}
