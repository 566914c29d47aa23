//! The command line: arguments, one file a command, and every word on the terminal.
//!
//! Owns exit codes: 0 done, 1 the content has errors, 2 wrong usage, 3 the
//! environment failed. The words of the help are in the catalogue, under keys that follow
//! from the names of commands and arguments. Must never know the insides of other modules.

mod build;
mod completions;
mod gone;
mod help;
mod init;
mod language;
mod list;
mod man;
mod mistakes;
mod new;
mod pictures;
mod progress;
mod serve;
mod terminal;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::diagnostic::base_url;
use crate::message;
use crate::message::{Language, Message};
use crate::path::BaseUrl;
use crate::pipeline::Options;
use crate::site::{Include, NoTime, Now};

#[cfg(test)]
pub(crate) use help::tests::keys as help_keys;
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

#[derive(Debug, Parser)]
#[command(
    name = "nitton",
    version = version(option_env!("NITTON_COMMIT")),
    max_term_width = 100,
    propagate_version = true
)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// The version, and the commit that a packaged program was built from: `scripts/package`
/// names it to the compiler.
fn version(commit: Option<&str>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    match commit {
        Some(commit) => format!("{version} ({commit})"),
        None => version.to_owned(),
    }
}

/// What every command takes.
#[derive(Debug, clap::Args)]
struct Global {
    #[arg(short, long, global = true, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    #[arg(
        short,
        long,
        global = true,
        value_name = "FILE",
        default_value = "site.yaml"
    )]
    config: PathBuf,
    #[arg(short, long, global = true)]
    quiet: bool,
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "auto",
        value_name = "WHEN"
    )]
    color: Color,
    #[arg(long, global = true, value_name = "LANG", value_parser = languages())]
    lang: Option<Language>,
}

/// Reads the code of a language that nitton speaks.
fn languages() -> impl TypedValueParser<Value = Language> {
    let codes = Language::ALL.map(Language::code);
    PossibleValuesParser::new(codes)
        .map(|code| Language::from_code(&code).expect("one of the codes above"))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Human,
    Json,
}

/// What shapes a site, for commands that load one.
#[derive(Debug, clap::Args)]
struct SiteArgs {
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    #[arg(long)]
    drafts: bool,
    #[arg(long)]
    future: bool,
    #[arg(long)]
    expired: bool,
    #[arg(long, value_name = "TIME")]
    now: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::Args),
    Serve(serve::Args),
    New(new::Args),
    Init(init::Args),
    List(list::Args),
    Completions(completions::Args),
    #[command(hide = true)]
    Man(man::Args),
}

/// Runs the program with `args`, the program's name first.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    let language = language::of(&args);
    let matches = help::command(language).try_get_matches_from(args);
    let cli = match matches.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        Err(error) => return misread(&error, language).into(),
    };
    let global = &cli.global;
    let language = global.lang.unwrap_or(language);
    let terminal = Terminal::new(global.color, global.quiet, global.verbose, language);
    let exit = match &cli.command {
        Command::Build(args) => build::run(global, args, &terminal),
        Command::Serve(args) => serve::run(global, args, &terminal),
        Command::New(args) => new::run(global, args, &terminal),
        Command::Init(args) => init::run(global, args, &terminal),
        Command::List(args) => list::run(global, args, &terminal),
        Command::Completions(args) => completions::run(args, &terminal),
        Command::Man(args) => man::run(args, &terminal),
    };
    exit.into()
}

/// The end of a call whose arguments ask for help, or can't be read.
fn misread(error: &clap::Error, language: Language) -> Exit {
    use clap::error::ErrorKind;
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A reader that closed the pipe has read enough.
            let _ = error.print();
            Exit::Done
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            Exit::Usage
        }
        _ => {
            let terminal = Terminal::new(Color::Never, false, false, language);
            let cli = <Cli as clap::CommandFactory>::command();
            let commands = cli.get_subcommands().map(clap::Command::get_name);
            let words = mistakes::words(error, &commands.collect::<Vec<_>>(), language);
            terminal.usage(&Message::foreign(words))
        }
    }
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
    fn options(&self, global: &Global, output: PathBuf) -> Result<Options, Message> {
        let base_url = self.base_url.as_ref().map(|written| {
            BaseUrl::parse(written).map_err(|problem| {
                let reason = base_url::reason(&problem);
                message!("cli-bad-base-url", written, reason)
            })
        });
        Ok(Options {
            root: global.root.clone(),
            config: global.config.clone(),
            output,
            base_url: base_url.transpose()?,
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
fn now(given: Option<&str>) -> Result<Now, Message> {
    let (first, last) = (Now::YEARS.start(), Now::YEARS.end());
    let (first, last) = (first.to_string(), last.to_string());
    if let Some(written) = given {
        return Now::parse(written).map_err(|why| match why {
            NoTime::Unreadable => message!("cli-now-unreadable", written),
            NoTime::OutOfRange => message!("cli-now-out-of-range", written, first, last),
        });
    }
    let Ok(written) = std::env::var("SOURCE_DATE_EPOCH") else {
        return Ok(clock());
    };
    let written = written.as_str();
    let Ok(seconds) = written.trim().parse() else {
        return Err(message!("cli-epoch-unreadable", written));
    };
    let out_of_range = |_| message!("cli-epoch-out-of-range", written, first, last);
    Now::from_second(seconds).map_err(out_of_range)
}

fn clock() -> Now {
    Now::Instant(jiff::Timestamp::now())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packaged_program_names_its_commit() {
        let number = env!("CARGO_PKG_VERSION");
        assert_eq!(version(None), number);
        let packaged = version(Some("0123456789ab"));
        assert_eq!(packaged, format!("{number} (0123456789ab)"));
    }
}
