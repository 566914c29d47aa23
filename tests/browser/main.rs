//! What readers and bloggers see, in a real browser.
//!
//! Each `*.test.mjs` beside this file is a test: it is run by Node's test runner with
//! Chromium, against sites that the real binary builds or serves (`harness.mjs` has
//! the means). Where Node, Chromium or the packages of `package.json` are missing,
//! the tests are listed as ignored, with the reason; with `NITTON_BROWSER=required`
//! that is a failure. To get the packages: `npm ci --prefix tests/browser`.
//!
//! Must never know what a page looks like; that is in the scripts.

#![expect(
    clippy::print_stderr,
    reason = "a harness of its own speaks for itself"
)]

mod stems;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use libtest_mimic::{Arguments, Failed, Trial};

/// The packages of `package.json` that the scripts import.
const PACKAGES: &[&str] = &["playwright-core", "axe-core", "esbuild"];

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // A browser uses every core by itself, and two that share them time out.
    arguments.test_threads.get_or_insert(1);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let ready = tools(&folder);
    let words = stems::lists();
    for missing in [ready.as_ref().err(), words.as_ref().err()]
        .into_iter()
        .flatten()
    {
        let skipped = format!("tests in a browser are skipped: {missing}");
        if env::var_os("NITTON_BROWSER").is_some_and(|value| value == "required") {
            eprintln!("NITTON_BROWSER=required, but {skipped}");
            return ExitCode::FAILURE;
        }
        eprintln!("{skipped}");
    }
    let scripts = scripts(&folder).into_iter();
    let mut trials: Vec<Trial> = scripts.map(|script| trial(script, ready.clone())).collect();
    trials.push(stems::trial(words.and(ready)));
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// The programs that a test needs.
#[derive(Clone)]
struct Tools {
    node: PathBuf,
    chromium: PathBuf,
}

/// Finds the tools, or says which one is missing and how to get it.
fn tools(folder: &Path) -> Result<Tools, String> {
    let node = find(&["node", "nodejs"]).ok_or("there is no Node.js (version 20 or later)")?;
    let chromium = env::var_os("CHROMIUM")
        .map(PathBuf::from)
        .or_else(|| find(&["chromium", "chromium-browser", "google-chrome"]))
        .ok_or("there is no Chromium; name one with CHROMIUM=/path/to/it")?;
    if let Some(package) = PACKAGES
        .iter()
        .find(|package| !folder.join("node_modules").join(package).is_dir())
    {
        return Err(format!(
            "their package {package} is missing; run `npm ci --prefix tests/browser`"
        ));
    }
    Ok(Tools { node, chromium })
}

fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let places: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| places.iter().map(move |place| place.join(name)))
        .find(|program| program.is_file())
}

fn scripts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder of the tests");
    let mut scripts: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    scripts.sort();
    scripts
}

fn trial(script: PathBuf, tools: Result<Tools, String>) -> Trial {
    let name = script.file_name().unwrap_or_default().to_string_lossy();
    let name = name.trim_end_matches(".test.mjs").to_owned();
    match tools {
        Ok(tools) => Trial::test(name, move || run(&script, &tools)),
        Err(_) => Trial::test(name, || Ok(())).with_ignored_flag(true),
    }
}

fn run(script: &Path, tools: &Tools) -> Result<(), Failed> {
    let output = Command::new(&tools.node)
        .args(["--test", "--test-reporter=spec"])
        .arg(script)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("NITTON", env!("CARGO_BIN_EXE_nitton"))
        .env("CHROMIUM", &tools.chromium)
        .env(
            "SHOTS",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("screenshots"),
        )
        .env_remove("SOURCE_DATE_EPOCH")
        .output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    if output.status.success() {
        // What a test measured is worth reading when it passes, too.
        let lines = text.lines().map(str::trim_start);
        for figure in lines.filter_map(|line| line.strip_prefix("figure: ")) {
            eprintln!("{figure}");
        }
        return Ok(());
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    Err(format!("{}:\n{text}{errors}", script.display()).into())
}
