//! `nitton new`: a file with its front matter, ready to write in. Never overwrites.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use crate::config::{self, Config};
use crate::path::Slug;
use crate::site::Now;

use super::{Exit, Global, Terminal, now};

/// Arguments of `nitton new`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What to write
    #[arg(value_enum)]
    what: What,
    /// The title, or the name of an author or a network
    title: String,
    /// The author's id or name; may be given more than once
    #[arg(long, value_name = "AUTHOR")]
    author: Vec<String>,
    /// The network's id or name; may be given more than once
    #[arg(long, value_name = "NETWORK")]
    network: Vec<String>,
    /// Tags, with commas between them
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    tags: Vec<String>,
    /// The time that counts as now [default: SOURCE_DATE_EPOCH, else the clock]
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum What {
    /// A post in content/posts/
    Post,
    /// A page in content/pages/
    Page,
    /// A blogger's profile in content/authors/
    Author,
    /// A network's profile in content/networks/
    Network,
}

pub(super) fn run(global: &Global, args: &Args, terminal: &Terminal) -> Exit {
    let title = args.title.trim();
    let Some(slug) = Slug::from_text(title) else {
        return terminal.usage(&format!(
            "`{title}` has no letter or digit to name a file by; give a longer title"
        ));
    };
    let now = match now(args.now.as_deref()) {
        Ok(now) => now,
        Err(message) => return terminal.usage(&message),
    };
    let config_path = global.in_root(&global.config);
    let Ok(text) = fs::read_to_string(&config_path) else {
        let path = config_path.display();
        return terminal.environment(&format!(
            "there is no site here: {path} can't be read; `nitton init` writes one"
        ));
    };
    let config = config::read(&crate::path::SourcePath::new("site.yaml"), &text).value;
    let (path, text) = draft(args, title, &slug, config.as_ref(), now);
    match write_new(&global.root.join(&path), &text) {
        Ok(()) => {
            terminal.data(&global.root.join(&path).display().to_string());
            Exit::Done
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let path = path.display();
            terminal.usage(&format!(
                "{path} exists already and is left as it is; give another title"
            ))
        }
        Err(error) => {
            terminal.environment(&format!("{} can't be written: {error}", path.display()))
        }
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

fn draft(
    args: &Args,
    title: &str,
    slug: &Slug,
    config: Option<&Config>,
    now: Now,
) -> (PathBuf, String) {
    let zone = config.map_or(jiff::tz::TimeZone::UTC, |config| config.timezone.clone());
    let today = now.instant(&zone).to_zoned_datetime(zone).date();
    let swedish = config.is_none_or(|config| config.language == "sv");
    let word = |sv: &'static str, en: &'static str| if swedish { sv } else { en };
    match args.what {
        What::Post => {
            let default = config
                .and_then(|config| config.default_author.as_ref())
                .map(|author| author.value.clone());
            let authors = if args.author.is_empty() {
                default.into_iter().collect()
            } else {
                args.author.clone()
            };
            let authors = if authors.is_empty() {
                vec![word("Förnamn Efternamn", "First Last").to_owned()]
            } else {
                authors
            };
            let mut text = format!(
                "---\ntitle: {}\ndate: {today}\nauthors: {}\n",
                quoted(title),
                list(&authors)
            );
            if !args.network.is_empty() {
                text.push_str(&format!("networks: {}\n", list(&args.network)));
            }
            text.push_str(&format!("tags: {}\n", list(&args.tags)));
            let lead = word(
                "En eller två meningar om det viktigaste.",
                "One or two sentences on what matters most.",
            );
            let body = word("Skriv här.", "Write here.");
            text.push_str(&format!(
                "summary: {}\ndraft: true\n---\n\n{body}\n",
                quoted(lead)
            ));
            (
                format!("content/posts/{:04}/{today}-{slug}.md", today.year()).into(),
                text,
            )
        }
        What::Page => {
            let body = word("Skriv här.", "Write here.");
            (
                format!("content/pages/{slug}.md").into(),
                format!("---\ntitle: {}\n---\n\n{body}\n", quoted(title)),
            )
        }
        What::Author => {
            let role = quoted(word("Roll", "Role"));
            let body = word(
                "Några meningar om skribenten.",
                "A few sentences about the author.",
            );
            let text = format!(
                "---\nname: {}\nrole: {role}\npublic_contact: false\n---\n\n{body}\n",
                quoted(title)
            );
            (format!("content/authors/{slug}.md").into(), text)
        }
        What::Network => {
            let body = word(
                "Några meningar om nätverket.",
                "A few sentences about the network.",
            );
            let text = format!(
                "---\nname: {}\nperiod: {{from: {}}}\npartnerships: []\n---\n\n{body}\n",
                quoted(title),
                today.year()
            );
            (format!("content/networks/{slug}.md").into(), text)
        }
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
