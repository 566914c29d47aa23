//! `nitton completions`: completions for a shell, made from the same definition as
//! the help.

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Exit, Terminal};

/// Arguments of `nitton completions`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Exit {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "nitton", &mut script);
    terminal.data(String::from_utf8_lossy(&script).trim_end());
    Exit::Done
}
