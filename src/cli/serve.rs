//! `nitton serve`: the site in a browser while it is being written.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

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
    /// The port; 0 takes a free one
    #[arg(long, default_value_t = 1948)]
    port: u16,
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
        },
        Err(message) => return terminal.usage(&message),
    };
    let tell = |event: Event<'_>| match event {
        Event::Listening(address) => terminal.data(address),
        Event::Found(report) => terminal.report(report.diagnostics, &|path| report.text(path)),
    };
    match serve::run(&options, &tell) {
        Ok(()) => Exit::Done,
        Err(error) => terminal.environment(&error.to_string()),
    }
}
