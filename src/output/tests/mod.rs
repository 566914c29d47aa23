//! The output folder under all that can happen to it.

mod commit;
mod crash;
mod guard;
mod process;
mod stage;

use std::collections::BTreeMap;
use std::time::SystemTime;

use super::*;

/// Files and their bytes.
type Files = BTreeMap<String, Vec<u8>>;

/// A site in a throw-away folder.
struct Site {
    dir: tempfile::TempDir,
}

impl Site {
    fn new() -> Self {
        // In memory where there is such a place: what is tested is the order of things,
        // and a disk would be forced to write hundreds of times.
        let memory = Path::new("/dev/shm");
        let dir = match memory.is_dir() {
            true => tempfile::tempdir_in(memory),
            false => tempfile::tempdir(),
        };
        let dir = dir.expect("a folder for the test");
        for folder in ["content/posts", "static", "templates", "themes/own"] {
            fs::create_dir_all(dir.path().join("home/site").join(folder)).expect("a folder");
        }
        let site = Self { dir };
        site.put("home/site/site.yaml", "title: a");
        site.put("home/site/content/posts/a.md", "# a");
        site
    }

    /// A path in the throw-away folder, which holds `home/site`.
    fn at(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    fn public(&self, path: &str) -> PathBuf {
        self.at("home/site/public").join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let place = self.at(path);
        fs::create_dir_all(place.parent().expect("it has a folder")).expect("a folder");
        fs::write(place, text).expect("a file");
    }

    fn guard(&self) -> Guard {
        let root = self.at("home/site");
        let protected = ["content", "static", "templates", "themes"];
        Guard {
            protected: protected.iter().map(|name| root.join(name)).collect(),
            root,
            home: Some(self.at("home")),
        }
    }

    fn open(&self) -> Output {
        Output::open(&self.public(""), &self.guard()).expect("the output opens")
    }

    fn try_build(&self, files: &Files) -> Result<Report, OutputError> {
        let output = self.open();
        let staged = stage(&output, files)?;
        output.commit(staged)
    }

    #[track_caller]
    fn build(&self, files: &Files) -> Report {
        self.try_build(files).expect("the site builds")
    }

    /// What is published: every file but our own two.
    fn published(&self) -> Files {
        let mut files = tree(&self.public(""));
        assert!(files.remove(lock::NAME).is_some(), "the lock is missing");
        assert!(
            files.remove(manifest::MANIFEST).is_some(),
            "the manifest is missing"
        );
        files
    }

    /// Everything that could show a write.
    fn state(&self) -> BTreeMap<PathBuf, (u64, SystemTime, u64)> {
        state(self.dir.path())
    }
}

fn stage(output: &Output, files: &Files) -> Result<Vec<Staged>, OutputError> {
    let files = files.iter();
    files
        .map(|(name, bytes)| output.stage(&path(name), bytes))
        .collect()
}

fn path(text: &str) -> OutPath {
    OutPath::new(text).expect("test paths are safe")
}

fn paths(texts: &[&str]) -> Vec<OutPath> {
    texts.iter().map(|text| path(text)).collect()
}

/// `name=bytes` each.
fn files(list: &[&str]) -> Files {
    let pairs = list
        .iter()
        .map(|file| file.split_once('=').expect("name=bytes"));
    pairs
        .map(|(name, bytes)| (name.into(), bytes.into()))
        .collect()
}

/// Every file below a folder; links are not followed, and shown by their target.
fn tree(dir: &Path) -> Files {
    let mut files = Files::new();
    for entry in walkdir::WalkDir::new(dir).min_depth(1) {
        let entry = entry.expect("it can be read");
        let name = entry.path().strip_prefix(dir).expect("it is below");
        let bytes = if entry.file_type().is_file() {
            fs::read(entry.path()).expect("it can be read")
        } else if entry.file_type().is_symlink() {
            let target = fs::read_link(entry.path()).expect("it can be read");
            format!("-> {}", target.display()).into()
        } else {
            continue;
        };
        let name = name.to_str().expect("test names are UTF-8");
        files.insert(name.replace(std::path::MAIN_SEPARATOR, "/"), bytes);
    }
    files
}

/// Inode, time of change and length of everything below a folder.
#[cfg(unix)]
fn state(dir: &Path) -> BTreeMap<PathBuf, (u64, SystemTime, u64)> {
    use std::os::unix::fs::MetadataExt;
    let all = walkdir::WalkDir::new(dir).into_iter().map(|entry| {
        let entry = entry.expect("it can be read");
        let found = entry.metadata().expect("it can be read");
        let time = found.modified().expect("it has a time");
        (entry.into_path(), (found.ino(), time, found.len()))
    });
    all.collect()
}

#[cfg(not(unix))]
fn state(dir: &Path) -> BTreeMap<PathBuf, (u64, SystemTime, u64)> {
    let all = walkdir::WalkDir::new(dir).into_iter().map(|entry| {
        let entry = entry.expect("it can be read");
        let found = entry.metadata().expect("it can be read");
        let time = found.modified().expect("it has a time");
        (entry.into_path(), (0, time, found.len()))
    });
    all.collect()
}

#[cfg(unix)]
fn link(target: &Path, place: &Path) {
    std::os::unix::fs::symlink(target, place).expect("a link");
}
