//! A throw-away site and what can be done with it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// "Now" in every test, unless it says otherwise.
pub(crate) const NOW: &str = "2024-06-01T12:00:00Z";

/// A site on disk. Files are given as `-- path --` lines with their text below.
pub(crate) struct Site {
    dir: TempDir,
}

/// How a run of the program ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Site {
    /// A site with a minimal `site.yaml`, an author, and these files.
    pub(crate) fn new(files: &str) -> Self {
        let site = Self::bare("");
        site.write(
            "site.yaml",
            "title: Provblogg\nbase_url: https://blogg.example.se/\n",
        );
        site.write(
            "content/authors/asa.md",
            "---\nname: Åsa Lind\n---\n\nSkriver.\n",
        );
        site.write_all(files);
        site
    }

    /// Nothing but these files.
    pub(crate) fn bare(files: &str) -> Self {
        let site = Self {
            dir: tempfile::tempdir().expect("a temporary folder"),
        };
        site.write_all(files);
        site
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    /// A post with the least front matter, and this body.
    pub(crate) fn post(&self, name: &str, body: &str) -> &Self {
        let title = name.trim_end_matches(".md");
        let text = format!("---\ntitle: {title}\ndate: 2024-05-17\nauthor: asa\n---\n\n{body}\n");
        self.write(&format!("content/posts/{name}"), text)
    }

    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) -> &Self {
        let text = fs::read_to_string(self.path().join(path)).expect("the file");
        assert!(text.contains(from), "{path} has no {from:?}");
        self.write(path, text.replace(from, to))
    }

    pub(crate) fn remove(&self, path: &str) -> &Self {
        fs::remove_file(self.path().join(path)).expect("the file");
        self
    }

    /// Runs the program in the site's folder.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        run_in(self.path(), args)
    }

    /// Builds, which must succeed without a warning.
    #[track_caller]
    pub(crate) fn build(&self) -> Run {
        let run = self.run(&["build", "--strict", "--now", NOW]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        run
    }

    /// Builds, whatever comes of it.
    pub(crate) fn try_build(&self) -> Run {
        self.run(&["build", "--now", NOW])
    }

    /// Builds, which must fail with exactly these codes, each at its `file:line:col`
    /// (`code file:line:col`, sorted), and write nothing.
    #[track_caller]
    pub(crate) fn fails(&self, expected: &[&str]) {
        let before = self.output();
        let run = self.run(&["build", "--now", NOW, "--format", "json"]);
        assert_eq!(run.code, 1, "{}{}", run.stdout, run.stderr);
        let mut found = places(&run.stdout, Some("error"));
        let mut expected: Vec<String> = expected.iter().map(|&line| line.to_owned()).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{}", run.stdout);
        assert_eq!(self.output(), before, "a failed build changed the output");
    }

    /// Builds, which must succeed with exactly these warnings.
    #[track_caller]
    pub(crate) fn warns(&self, expected: &[&str]) {
        let run = self.run(&["build", "--now", NOW, "--format", "json"]);
        assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
        let mut found = places(&run.stdout, None);
        let mut expected: Vec<String> = expected.iter().map(|&line| line.to_owned()).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{}", run.stdout);
    }

    /// A file of the output, as text.
    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        let path = self.path().join("public").join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.path().join("public").join(path).exists()
    }

    /// Every file of the output with its bytes, but for nitton's own records.
    pub(crate) fn output(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path().join("public"))
            .into_iter()
            .filter(|(path, _)| !path.starts_with(".nitton"))
            .collect()
    }

    /// Everything that a server would send: every file of the output, hidden ones too.
    pub(crate) fn published(&self) -> BTreeMap<String, Vec<u8>> {
        tree(&self.path().join("public"))
    }

    /// The paths of the output.
    pub(crate) fn output_paths(&self) -> Vec<String> {
        self.output().into_keys().collect()
    }

    pub(crate) fn write_all(&self, files: &str) {
        let mut open: Option<(String, String)> = None;
        for line in files.lines() {
            match line
                .strip_prefix("-- ")
                .and_then(|rest| rest.strip_suffix(" --"))
            {
                Some(path) => {
                    if let Some((path, text)) = open.replace((path.to_owned(), String::new())) {
                        self.write(&path, text);
                    }
                }
                None => {
                    if let Some((_, text)) = &mut open {
                        text.push_str(line);
                        text.push('\n');
                    }
                }
            }
        }
        if let Some((path, text)) = open {
            self.write(&path, text);
        }
    }
}

/// Runs the program.
pub(crate) fn run_in(folder: &Path, args: &[&str]) -> Run {
    run_with(folder, args, &[])
}

/// Runs the program with these variables in its environment.
pub(crate) fn run_with(folder: &Path, args: &[&str], variables: &[(&str, &str)]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nitton"));
    command
        .current_dir(folder)
        .args(args)
        .env_remove("SOURCE_DATE_EPOCH")
        .env_remove("NO_COLOR")
        .env("NITTON_LANG", "en");
    command.envs(variables.iter().copied());
    let output = command.output().expect("the program runs");
    Run {
        code: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// All files below a folder with their bytes.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        let Ok(entries) = fs::read_dir(&next) else {
            continue;
        };
        for entry in entries.filter_map(Result::ok) {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                open.push(path);
            } else {
                let name = path
                    .strip_prefix(folder)
                    .expect("inside")
                    .to_string_lossy()
                    .replace(std::path::MAIN_SEPARATOR, "/");
                files.insert(name, fs::read(&path).unwrap_or_default());
            }
        }
    }
    files
}

/// `code file:line:col` of each diagnostic in `--format json`.
pub(crate) fn places(json: &str, severity: Option<&str>) -> Vec<String> {
    let value: serde_json::Value =
        serde_json::from_str(json.lines().collect::<Vec<_>>().join("\n").as_str()).expect("JSON");
    let all = value["diagnostics"].as_array().expect("a list").iter();
    all.filter(|one| severity.is_none_or(|severity| one["severity"] == severity))
        .map(|one| {
            let place = match (one["line"].as_u64(), one["column"].as_u64()) {
                (Some(line), Some(column)) => format!(":{line}:{column}"),
                _ => String::new(),
            };
            format!(
                "{} {}{place}",
                one["code"].as_str().unwrap_or("?"),
                one["file"].as_str().unwrap_or("-")
            )
        })
        .collect()
}
