//! `nitton serve`: the site in a browser while it is being written.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::message;
use crate::message::{Arg, Message};
use crate::path::SourcePath;
use crate::serve::{self, Event};

use super::{Exit, Global, SiteArgs, Terminal};

/// Arguments of `nitton serve`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    site: SiteArgs,
    #[arg(long, value_name = "IP")]
    interface: Option<IpAddr>,
    #[arg(long, default_value_t = 1948)]
    port: u16,
    #[arg(long)]
    open: bool,
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
        Event::Fixed => terminal.note(&message!("serve-fixed")),
        Event::Updated { changed, time } => terminal.note(&updated(changed, time)),
        Event::Note(words) => terminal.warning(&words),
    };
    match serve::run(&options, &tell) {
        Ok(()) => Exit::Done,
        Err(error) => terminal.environment(&error.message()),
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
        terminal.note(&message!("serve-for-others", address = other));
    }
    terminal.data(address);
    // What the system says of it helps nobody who has a browser before them.
    if args.open && open::that_detached(address).is_err() {
        terminal.warning(&message!("serve-no-browser", address));
    }
}

/// What others can see, and who they are; nothing if it is only this computer.
fn exposed(args: &Args, interface: IpAddr) -> Option<Message> {
    if interface.is_loopback() {
        return None;
    }
    let mut shown: Vec<Arg> = vec![message!("serve-shows-pages").into()];
    if args.site.drafts {
        shown.push(message!("serve-shows-drafts").into());
    }
    if args.site.future {
        shown.push(message!("serve-shows-scheduled").into());
    }
    if args.site.expired {
        shown.push(message!("serve-shows-expired").into());
    }
    let shown = Arg::List(shown);
    Some(match interface.is_unspecified() {
        true => message!("serve-exposed-everywhere", shown),
        false => message!("serve-exposed", address = interface.to_string(), shown),
    })
}

/// One quiet line, for example `2 posts, 1 file changed, 12 ms`.
fn updated(changed: &[SourcePath], time: Duration) -> Message {
    let time = message!(
        "cli-milliseconds",
        count = (time.as_millis() as usize).max(1)
    );
    if changed.is_empty() {
        return message!("serve-up-to-date", time);
    }
    let counts = KINDS.iter().filter_map(|kind| {
        let count = changed.iter().filter(|path| kind_of(path) == *kind).count();
        (count > 0).then(|| Arg::from(kind.counted(count)))
    });
    let what = Arg::List(counts.collect());
    message!("serve-updated", what, time)
}

/// What a file of the site is to whoever writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Configuration,
    Post,
    Page,
    Profile,
    Theme,
    Other,
}

/// In the order of a line that counts them.
const KINDS: [Kind; 6] = [
    Kind::Configuration,
    Kind::Post,
    Kind::Page,
    Kind::Profile,
    Kind::Theme,
    Kind::Other,
];

impl Kind {
    fn counted(self, count: usize) -> Message {
        match self {
            Self::Configuration => message!("serve-configuration"),
            Self::Post => message!("count-posts", count),
            Self::Page => message!("count-pages", count),
            Self::Profile => message!("serve-profiles", count),
            Self::Theme => message!("serve-theme-files", count),
            Self::Other => message!("count-files", count),
        }
    }
}

fn kind_of(path: &SourcePath) -> Kind {
    let is_document = path.extension() == "md";
    let mut parts = path.as_str().split('/');
    match (parts.next(), parts.next()) {
        (Some("content"), Some("posts")) if is_document => Kind::Post,
        (Some("content"), Some("pages")) if is_document => Kind::Page,
        (Some("content"), Some("authors" | "networks" | "tags")) if is_document => Kind::Profile,
        (Some("templates" | "themes"), _) => Kind::Theme,
        (Some("content" | "static"), Some(_)) => Kind::Other,
        _ => Kind::Configuration,
    }
}
