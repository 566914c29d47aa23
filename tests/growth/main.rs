//! Work grows with the content, and not with its square (promise 9), for sites that
//! have many of one thing.
//!
//! What is counted is instructions, by valgrind, in one thread: they are the same on a
//! busy machine. Each shape of `shapes.rs` is built at three sizes, 0, n and 2n; without
//! what an empty site costs, the largest may cost [`MOST`] times the middle one. Shapes of
//! single texts, of which there are many, are parsed one after the other by one process
//! (`texts.rs`, `count.rs`). Tests are listed as ignored where there is no valgrind or the
//! program is not optimised, since they would take an hour; with `NITTON_GROWTH=required`
//! that is a failure:
//!
//! ```sh
//! NITTON_GROWTH=required cargo test --release --test growth
//! ```

#![expect(
    clippy::print_stderr,
    reason = "a harness of its own speaks for itself"
)]

mod count;
mod shapes;
#[path = "../suite/site.rs"]
#[expect(dead_code, reason = "the suite needs more of it")]
mod site;
mod texts;

use std::env;
use std::process::{Command, ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};

use shapes::{SHAPES, Shape};
use site::{NOW, Site};

/// Twice as much may cost twice as much and a little: sorting, and deeper trees.
const MOST: f64 = 2.4;

fn main() -> ExitCode {
    if let Some(name) = env::var_os(count::TABLE) {
        let table = texts::TABLES.iter().find(|table| *table.name == name);
        count::run(table.expect("a table's name"));
        return ExitCode::SUCCESS;
    }
    let arguments = Arguments::from_args();
    let missing = match Command::new("valgrind").arg("--version").output() {
        _ if cfg!(debug_assertions) => Some("the program is not optimised; use `--release`"),
        Err(_) => Some("there is no valgrind"),
        Ok(_) => None,
    };
    if let Some(missing) = missing {
        let skipped = format!("tests of growth are skipped: {missing}");
        eprintln!("{skipped}");
        if env::var_os("NITTON_GROWTH").is_some_and(|value| value == "required") {
            return ExitCode::FAILURE;
        }
    }
    let sites = SHAPES.iter().map(|shape| {
        let test = move || grows_linearly(shape);
        Trial::test(shape.name, test)
    });
    let texts = texts::TABLES.iter().map(|table| {
        let test = move || count::check(table);
        Trial::test(table.name, test)
    });
    let trials = sites
        .chain(texts)
        .map(|trial| trial.with_ignored_flag(missing.is_some()));
    libtest_mimic::run(&arguments, trials.collect()).exit_code()
}

fn grows_linearly(shape: &Shape) -> Result<(), Failed> {
    let count = |size: usize| instructions(shape, size);
    let empty = count(0)?;
    let small = count(shape.size)?.saturating_sub(empty);
    let large = count(2 * shape.size)?.saturating_sub(empty);
    let ratio = large as f64 / small as f64;
    eprintln!(
        "figure: {}: {} million instructions, twice as much {ratio:.2} times",
        shape.name,
        small / 1_000_000
    );
    match ratio <= MOST {
        true => Ok(()),
        false => Err(format!("twice as much costs {ratio:.2} times as much").into()),
    }
}

/// How many instructions the program needs for a site of this shape and size.
fn instructions(shape: &Shape, size: usize) -> Result<u64, Failed> {
    let site = Site::new("");
    (shape.write)(&site, size);
    let mut command = Command::new("valgrind");
    command
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env!("CARGO_BIN_EXE_nitton"))
        .args(["build", "--now", NOW])
        .args(shape.args)
        .current_dir(site.path())
        .env("RAYON_NUM_THREADS", "1")
        .env_remove("SOURCE_DATE_EPOCH");
    let output = command.output()?;
    let words = String::from_utf8_lossy(&output.stderr);
    if !matches!(output.status.code(), Some(0 | 1 | 3)) {
        return Err(format!("the program failed: {words}").into());
    }
    let line = words.lines().rev().find(|line| line.contains("Collected"));
    let count = line.and_then(|line| line.rsplit(' ').next()?.parse().ok());
    Ok(count.ok_or_else(|| format!("valgrind counted nothing: {words}"))?)
}
