//! The command line: arguments, one file a command, and every word on the terminal.
//!
//! Owns exit codes: 0 done, 1 the content has errors, 2 wrong usage, 3 the
//! environment failed. Must never know the insides of other modules.

mod build;
mod completions;
mod gone;
mod init;
mod list;
mod new;
mod progress;
mod serve;
mod terminal;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::diagnostic::base_url;
use crate::message::Language;
use crate::path::BaseUrl;
use crate::pipeline::Options;
use crate::site::{Include, Now};

use terminal::Terminal;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Exit {
    /// It did what was asked.
    Done,
    /// The content has errors.
    Content,
    /// The command was called wrongly.
    Usage,
    /// The disk, a permission or a lock stood in the way.
    Environment,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::Content => Self::from(1),
            Exit::Usage => Self::from(2),
            Exit::Environment => Self::from(3),
        }
    }
}

/// A static site generator for blogs on human rights.
#[derive(Debug, Parser)]
#[command(
    name = "nitton",
    version,
    about,
    max_term_width = 100,
    propagate_version = true
)]
#[command(
    after_help = "Start with `nitton init my-blog`, then `nitton serve --open --root my-blog`.\n\
    Exit codes: 0 done, 1 the content has errors, 2 wrong usage, 3 the environment failed."
)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// What every command takes.
#[derive(Debug, clap::Args)]
struct Global {
    /// The site's folder
    #[arg(short, long, global = true, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The configuration, relative to the root
    #[arg(
        short,
        long,
        global = true,
        value_name = "FILE",
        default_value = "site.yaml"
    )]
    config: PathBuf,
    /// Print nothing but errors
    #[arg(short, long, global = true)]
    quiet: bool,
    /// Name every file that is written or removed, and print every diagnostic in full
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// When to use colours
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "auto",
        value_name = "WHEN"
    )]
    color: Color,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people
    Human,
    /// For programs: a versioned schema (docs/diagnostics.md)
    Json,
}

/// What shapes a site, for commands that load one.
#[derive(Debug, clap::Args)]
struct SiteArgs {
    /// Publish under this address instead of the configured base_url
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Include drafts
    #[arg(long)]
    drafts: bool,
    /// Include what is scheduled for later
    #[arg(long)]
    future: bool,
    /// Include what has expired
    #[arg(long)]
    expired: bool,
    /// The time that counts as now, for example 2026-11-23 (the site's midnight) or 2026-11-23T08:00:00+01:00 [default: SOURCE_DATE_EPOCH, else the clock]
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site into the output folder
    Build(build::Args),
    /// Show the site in a browser while you write
    Serve(serve::Args),
    /// Write a new post, page, author or network
    New(new::Args),
    /// Write a small working site
    Init(init::Args),
    /// List posts, drafts, authors, networks, tags or URLs
    List(list::Args),
    /// Print completions for a shell
    Completions(completions::Args),
}

/// Runs the program with `args`, the program's name first.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no mistakes; a closed pipe is nobody's.
            let _ = error.print();
            return if error.use_stderr() {
                Exit::Usage.into()
            } else {
                Exit::Done.into()
            };
        }
    };
    let global = &cli.global;
    let terminal = Terminal::new(global.color, global.quiet, global.verbose);
    let exit = match &cli.command {
        Command::Build(args) => build::run(global, args, &terminal),
        Command::Serve(args) => serve::run(global, args, &terminal),
        Command::New(args) => new::run(global, args, &terminal),
        Command::Init(args) => init::run(global, args, &terminal),
        Command::List(args) => list::run(global, args, &terminal),
        Command::Completions(args) => completions::run(args, &terminal),
    };
    exit.into()
}

impl Global {
    /// A path that a user gave, relative to the site's root.
    fn in_root(&self, path: &Path) -> PathBuf {
        self.root.join(path)
    }
}

impl SiteArgs {
    /// Whether "now" was given, and so doesn't move.
    fn has_fixed_now(&self) -> bool {
        self.now.is_some() || std::env::var_os("SOURCE_DATE_EPOCH").is_some()
    }

    /// Reads the clock again, if it is what says "now".
    fn renew_now(&self, options: &mut Options) {
        if !self.has_fixed_now() {
            options.now = clock();
        }
    }

    /// The pipeline's options, or what is wrong with the arguments.
    fn options(&self, global: &Global, output: PathBuf) -> Result<Options, String> {
        let base_url = match &self.base_url {
            Some(text) => Some(BaseUrl::parse(text).map_err(|problem| {
                let problem = base_url::reason(&problem).text(Language::English);
                format!("`--base-url {text}` is not an address: {problem}; write for example https://blogg.example.se/")
            })?),
            None => None,
        };
        Ok(Options {
            root: global.root.clone(),
            config: global.config.clone(),
            output,
            base_url,
            include: Include {
                drafts: self.drafts,
                future: self.future,
                expired: self.expired,
            },
            now: now(self.now.as_deref())?,
        })
    }
}

/// `--now`, else `SOURCE_DATE_EPOCH`, else the clock. A day alone begins at midnight
/// in the site's time zone.
fn now(given: Option<&str>) -> Result<Now, String> {
    if let Some(text) = given {
        return Now::parse(text).map_err(|why| {
            format!(
                "`--now {text}` {why}; write for example 2026-11-23 or 2026-11-23T08:00:00+01:00"
            )
        });
    }
    match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => {
            let seconds = text.trim().parse().map_err(|_| {
                format!(
                    "SOURCE_DATE_EPOCH is `{text}`, which is not a number of seconds since 1970"
                )
            })?;
            Now::from_second(seconds)
                .map_err(|why| format!("SOURCE_DATE_EPOCH is `{text}`: it {why}"))
        }
        Err(_) => Ok(clock()),
    }
}

fn clock() -> Now {
    Now::Instant(jiff::Timestamp::now())
}
