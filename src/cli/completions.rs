//! `nitton completions`: completions for a shell, made from the same definition as
//! the help.

use clap_complete::Shell;

use super::{Exit, Terminal, help};

/// Arguments of `nitton completions`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[arg(value_enum)]
    shell: Shell,
}

pub(super) fn run(args: &Args, terminal: &Terminal) -> Exit {
    let mut script = Vec::new();
    let mut command = help::for_completions(terminal.language());
    clap_complete::generate(args.shell, &mut command, "nitton", &mut script);
    terminal.data(String::from_utf8_lossy(&script).trim_end());
    Exit::Done
}
