//! `nitton init`: a small working site. Never overwrites.

use std::path::{Path, PathBuf};

use uuid::Uuid;

use super::new::write_new;
use super::{Exit, Global, Terminal, now};
use crate::diagnostic::system;
use crate::message;
use crate::message::Arg;
use crate::path::in_shell;
use crate::placeholder;
use crate::site::Now;

/// Arguments of `nitton init`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
}

pub(super) fn run(global: &Global, args: &Args, terminal: &Terminal) -> Exit {
    let folder = args.folder.clone().unwrap_or_else(|| global.root.clone());
    let now = match now(args.now.as_deref()) {
        Ok(now) => now,
        Err(message) => return terminal.usage(&message),
    };
    let files = files(now);
    let taken: Vec<String> = files
        .iter()
        .filter(|(path, _)| folder.join(path).exists())
        .map(|(path, _)| path.clone())
        .collect();
    if !taken.is_empty() {
        let (folder, files) = (folder.as_path(), Arg::list(taken));
        return terminal.usage(&message!("init-taken", folder, files));
    }
    for (path, text) in &files {
        let path = folder.join(path);
        let file = path.as_path();
        if let Err(error) = write_new(file, text) {
            let reason = system::reason(&error);
            return terminal.environment(&message!("cli-unwritable", file, reason));
        }
        terminal.result(&message!("init-wrote", file));
    }
    let root = match folder == Path::new(".") {
        true => String::new(),
        false => format!(" --root {}", in_shell(&folder)),
    };
    terminal.result(&message!("init-next", root));
    Exit::Done
}

fn files(now: Now) -> Vec<(String, String)> {
    let utc = jiff::tz::TimeZone::UTC;
    let today = now.instant(&utc).to_zoned_datetime(utc).date();
    let year = today.year();
    let post = POST.replace("{today}", &today.to_string());
    let post = post + placeholder::FIRST_POST + "\n";
    let site = SITE.replace("{base_url}", placeholder::BASE_URL);
    let site = site.replace("{id}", &Uuid::new_v4().to_string());
    let author = AUTHOR.replace("{name}", placeholder::AUTHOR.0) + placeholder::PROFILE + "\n";
    let about = ABOUT.to_owned() + placeholder::ABOUT + "\n";
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    vec![
        file("site.yaml", &site),
        (
            format!("content/posts/{year:04}/{today}-forsta-inlagget.md"),
            post,
        ),
        file("content/authors/exempel.md", &author),
        file("content/pages/om.md", &about),
        file(
            "public/.gitignore",
            "# Allt i den här mappen görs av `nitton build`.\n*\n!.gitignore\n",
        ),
    ]
}

const SITE: &str = "\
# Bloggens inställningar. Allt utom title och base_url har ett bra förval.
title: Min blogg om mänskliga rättigheter
description: Vad rättigheterna betyder i vår kommun
base_url: {base_url} # adressen där bloggen ska ligga
id: {id} # bloggens identitet i flöden: ändra den aldrig
language: sv
timezone: Europe/Stockholm
default_author: exempel
menu:
  - {title: Om bloggen, url: /om/}
about: pages/om.md
";

const POST: &str = "\
---
title: Det första inlägget
date: {today}
authors: [exempel]
tags: [yttrandefrihet]
summary: Alla har rätt att säga vad de tycker. Här börjar vår blogg.
---

Artikel 19 i den allmänna förklaringen handlar om rätten att tycka och säga sin mening.

## Så går du vidare

";

const AUTHOR: &str = "\
---
name: {name}
role: Skribent
public_contact: false
---

";

const ABOUT: &str = "\
---
title: Om bloggen
---

";
