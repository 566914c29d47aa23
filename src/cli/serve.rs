//! `nitton serve`: the site in a browser while it is being written.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::diagnostic::count;
use crate::path::SourcePath;
use crate::serve::{self, Event};

use super::{Exit, Global, SiteArgs, Terminal};

/// Arguments of `nitton serve`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    site: SiteArgs,
    /// The address to listen at [default: this computer only]
    #[arg(long, value_name = "IP")]
    interface: Option<IpAddr>,
    /// The port, or the next free one; 0 takes any free one
    #[arg(long, default_value_t = 1948)]
    port: u16,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// Look for changes every so many milliseconds instead of watching
    #[arg(long, value_name = "MS", value_parser = clap::value_parser!(u64).range(20..=60_000))]
    poll: Option<u64>,
}

/// Where `build` writes; never read nor written while serving.
const OUTPUT: &str = "public";

/// Serves the site until Ctrl-C.
pub(super) fn run(global: &Global, args: &Args, terminal: &Terminal) -> Exit {
    let output: PathBuf = global.in_root(Path::new(OUTPUT));
    let options = match args.site.options(global, output) {
        Ok(site) => serve::Options {
            site,
            interface: args.interface,
            port: args.port,
            poll: args.poll.map(Duration::from_millis),
            follow_clock: !args.site.has_fixed_now(),
        },
        Err(message) => return terminal.usage(&message),
    };
    let tell = |event: Event<'_>| match event {
        Event::Listening { here, others } => listening(args, here, others, terminal),
        Event::Found(report) => terminal.report(report.diagnostics, &|path| report.text(path)),
        Event::Fixed => terminal.note("No errors any more."),
        Event::Updated { changed, time } => terminal.note(&updated(changed, time)),
        Event::Note(words) => terminal.warning(words),
    };
    match serve::run(&options, &tell) {
        Ok(()) => Exit::Done,
        Err(error) => terminal.environment(&error.to_string()),
    }
}

/// Says where the site is, and what else there is to know of that.
fn listening(args: &Args, address: &str, others: &[String], terminal: &Terminal) {
    if let Some(words) = args
        .interface
        .and_then(|interface| exposed(args, interface))
    {
        terminal.warning(&words);
    }
    for other in others {
        terminal.note(&format!("For others: {other}"));
    }
    terminal.data(address);
    // What the system says of it helps nobody who has a browser before them.
    if args.open && open::that_detached(address).is_err() {
        terminal.warning(&format!(
            "no browser could be opened; open {address} in yours"
        ));
    }
}

/// What others can see, and who they are; nothing if it is only this computer.
fn exposed(args: &Args, interface: IpAddr) -> Option<String> {
    if interface.is_loopback() {
        return None;
    }
    let place = match interface.is_unspecified() {
        true => "any address of this computer".to_owned(),
        false => interface.to_string(),
    };
    let kinds = [
        (args.site.drafts, "drafts"),
        (args.site.future, "scheduled posts"),
        (args.site.expired, "expired posts"),
    ];
    let shown = kinds.iter().filter(|(shown, _)| *shown);
    let shown: String = shown.map(|(_, kind)| format!(", {kind}")).collect();
    Some(format!(
        "whoever can reach {place} sees this preview, unencrypted and without a password: all pages{shown}, \
         and in error messages the names and lines of the site's files"
    ))
}

/// The kinds of files that a line counts, in its order.
const KINDS: [&str; 6] = [
    "configuration",
    "post",
    "page",
    "profile",
    "theme file",
    "file",
];

/// One quiet line, for example `2 posts, 1 file changed, 12 ms`.
fn updated(changed: &[SourcePath], time: Duration) -> String {
    let time = format!("{:.0} ms", (time.as_secs_f64() * 1000.0).max(1.0));
    if changed.is_empty() {
        return format!("Up to date again, {time}");
    }
    let counts = KINDS.iter().filter_map(|&kind| {
        let files = changed.iter().filter(|path| kind_of(path) == kind).count();
        match files {
            0 => None,
            _ if kind == "configuration" => Some(kind.to_owned()),
            _ => Some(count(files, kind)),
        }
    });
    let counts: Vec<String> = counts.collect();
    format!("{} changed, {time}", counts.join(", "))
}

fn kind_of(path: &SourcePath) -> &'static str {
    let is_document = path.extension() == "md";
    let mut parts = path.as_str().split('/');
    match (parts.next(), parts.next()) {
        (Some("content"), Some("posts")) if is_document => "post",
        (Some("content"), Some("pages")) if is_document => "page",
        (Some("content"), Some("authors" | "networks" | "tags")) if is_document => "profile",
        (Some("templates" | "themes"), _) => "theme file",
        (Some("content" | "static"), Some(_)) => "file",
        _ => "configuration",
    }
}
