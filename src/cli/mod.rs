//! The command line: arguments, one file a command, and every word on the terminal.
//!
//! Must never know the insides of other modules.

use std::ffi::OsString;
use std::process::ExitCode;

/// Runs the program with `args`, the program's name first.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let _ = args;
    ExitCode::SUCCESS
}
