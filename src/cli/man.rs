//! `nitton man`: manual pages, made from the same definition as the help. Packages come
//! with them; nobody else needs the command, so that the help doesn't name it.

use clap_mangen::Man;

use super::{Exit, Terminal, help};
use crate::message;
use crate::message::{Language, Message};

/// Arguments of `nitton man`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    command: Option<String>,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Exit {
    match page(args.command.as_deref(), terminal.language()) {
        Some(page) => {
            terminal.data(page.trim_end());
            Exit::Done
        }
        None => {
            let command = args.command.as_deref().unwrap_or_default();
            terminal.usage(&message!("cli-man-unknown", command))
        }
    }
}

/// The page of a command, or of the program, which names those of all commands.
fn page(command: Option<&str>, language: Language) -> Option<String> {
    let program = help::command(language).mut_subcommand("help", |help| help.hide(true));
    let command = match command {
        Some(name) => program.find_subcommand(name)?.clone(),
        None => program,
    };
    let mut page = Vec::new();
    let written = Man::new(command).manual("nitton").render(&mut page);
    written.expect("memory takes everything");
    let mut page = String::from_utf8(page).expect("made of texts");
    for (theirs, ours) in headings(language) {
        page = page.replace(&format!(".SH {theirs}\n"), &format!(".SH \"{ours}\"\n"));
    }
    // What can be chosen has a line each.
    Some(page.replace("\n\\- ", "\n.br\n\\- "))
}

/// The headings that the library writes in English, and ours.
fn headings(language: Language) -> [(String, String); 5] {
    let text = |message: Message| message.text(language);
    let commands = text(message!("cli-commands"));
    let ours = commands.to_uppercase();
    [
        ("NAME".into(), text(message!("cli-man-name"))),
        ("SYNOPSIS".into(), text(message!("cli-man-synopsis"))),
        ("DESCRIPTION".into(), text(message!("cli-man-description"))),
        ("EXTRA".into(), text(message!("cli-man-more"))),
        (commands, ours),
    ]
}
