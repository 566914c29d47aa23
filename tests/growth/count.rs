//! Counting the instructions of many small pieces of work in one process.
//!
//! The binary runs itself below Callgrind, which writes a profile each time that
//! [`measured`] is entered: of what has happened since the time before.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use libtest_mimic::Failed;

use super::texts::Table;

/// Names the table to the process that is measured.
pub(crate) const TABLE: &str = "NITTON_GROWTH_TABLE";

/// Twice as much may cost this much more: some is lost where tables grow.
const MOST: f64 = 2.2;

/// Does everything that is to be measured, in order. It is prepared before, and after
/// it comes something more, because of which the last profile is written.
pub(crate) fn run(table: &Table) {
    let counts = [table.count, table.count * 2];
    let work: Vec<_> = (0..(table.shapes)().len())
        .flat_map(|shape| counts.map(|count| (table.prepare)(shape, count)))
        .collect();
    work.into_iter().for_each(measured);
    measured(Box::new(|| ()));
}

/// What Callgrind looks for by name.
#[inline(never)]
fn measured(work: Box<dyn FnOnce()>) {
    work();
}

/// Fails with the shapes that cost too much.
pub(crate) fn check(table: &Table) -> Result<(), Failed> {
    let counts = counts(table.name)?;
    let names = (table.shapes)();
    if counts.len() != names.len() * 2 {
        return Err(format!("{} counts of {} shapes", counts.len(), names.len()).into());
    }
    let steep: Vec<String> = names
        .iter()
        .zip(counts.chunks(2))
        .filter(|(_, pair)| pair[1] as f64 > pair[0] as f64 * MOST)
        .map(|(name, pair)| format!("{name:?}: {} instructions became {}", pair[0], pair[1]))
        .collect();
    if steep.is_empty() {
        Ok(())
    } else {
        Err(steep.join("\n").into())
    }
}

/// The instructions of every call of [`measured`], in order.
fn counts(table: &str) -> Result<Vec<u64>, Failed> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("growth-{table}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let profile = folder.join("profile");
    let output = Command::new("valgrind")
        .args(["--tool=callgrind", "--compress-strings=yes"])
        .arg("--dump-before=*::measured")
        .arg(format!("--callgrind-out-file={}", profile.display()))
        .arg(env::current_exe()?)
        .env(TABLE, table)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    // The first is of what was before.
    let profiles = (2..).map_while(|number| {
        let name = folder.join(format!("profile.{number}"));
        fs::read_to_string(name).ok()
    });
    let counts: Result<Vec<u64>, Failed> = profiles.map(|profile| total(&profile)).collect();
    fs::remove_dir_all(&folder)?;
    counts
}

fn total(profile: &str) -> Result<u64, Failed> {
    let mut lines = profile.lines();
    let total = lines.find_map(|line| line.strip_prefix("totals: "));
    Ok(total.ok_or("a profile without its sum")?.trim().parse()?)
}
