//! A site on disk, and what the tests of sources share.

mod again;
mod contents;
mod kinds;
mod links;
mod names;

use std::fs;
use std::path::Path;
#[cfg(unix)]
use std::process::Command;
#[cfg(unix)]
use std::sync::mpsc;
use std::time::Duration;

use proptest::prelude::*;
use tempfile::TempDir;

use super::*;
use crate::diagnostic::{Severity, Span};

/// A site in a folder of its own; `site.yaml` is always there.
struct TestSite(TempDir);

impl TestSite {
    fn new(files: &[(&str, &str)]) -> Self {
        let site = Self(TempDir::new().expect("a temporary folder"));
        site.file("site.yaml", "title: T\n");
        for (path, text) in files {
            site.file(path, text);
        }
        site
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn file(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let disk = self.root().join(path);
        fs::create_dir_all(disk.parent().expect("below the root")).expect("a folder");
        fs::write(disk, bytes).expect("a file");
    }

    #[cfg(unix)]
    fn link(&self, target: impl AsRef<Path>, path: &str) {
        let disk = self.root().join(path);
        fs::create_dir_all(disk.parent().expect("below the root")).expect("a folder");
        std::os::unix::fs::symlink(target, disk).expect("a link");
    }

    fn load(&self) -> (Sources, Vec<Diagnostic>) {
        load_with(self.root(), "site.yaml", "public")
    }

    fn paths(&self) -> Vec<String> {
        let (sources, _) = self.load();
        sources.iter().map(|file| file.path.to_string()).collect()
    }

    /// `code file` of every diagnostic, sorted.
    fn codes(&self) -> Vec<String> {
        let mut diagnostics = self.load().1;
        crate::diagnostic::sort(&mut diagnostics);
        let code = |found: &Diagnostic| {
            let file = found.file.as_ref().map_or("", SourcePath::as_str);
            format!("{} {file}", found.code.name)
        };
        diagnostics.iter().map(code).collect()
    }
}

#[track_caller]
fn load_with(root: &Path, config: &str, output: &str) -> (Sources, Vec<Diagnostic>) {
    let options = LoadOptions {
        config: config.into(),
        output: root.join(output),
    };
    let Parsed { value, diagnostics } = Sources::load(root, &options).expect("a readable root");
    for diagnostic in &diagnostics {
        assert!(!diagnostic.help.is_empty(), "no way out: {diagnostic:?}");
        assert!(diagnostic.file.is_some(), "no file: {diagnostic:?}");
        assert!(
            !diagnostic.english().message.ends_with('.'),
            "{diagnostic:?}"
        );
    }
    (value.expect("always a value"), diagnostics)
}

#[track_caller]
fn only(diagnostics: &[Diagnostic]) -> &Diagnostic {
    assert_eq!(diagnostics.len(), 1, "{diagnostics:#?}");
    &diagnostics[0]
}

fn path(path: &str) -> SourcePath {
    SourcePath::new(path)
}
