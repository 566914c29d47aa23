//! The least that any generator must do: read all sources, parse their Markdown, and
//! write the same files with as many bytes, on all cores.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use nix::fcntl::{OFlag, open, openat};
use nix::sys::stat::{Mode, mkdirat};
use pulldown_cmark::{Options, Parser, html};

/// A file to write: its folder below the output, its name, the number of its bytes.
pub struct Wanted {
    folder: PathBuf,
    name: String,
    len: usize,
}

/// The files below a folder.
pub fn wanted(built: &Path) -> Vec<Wanted> {
    let files = walkdir::WalkDir::new(built).sort_by_file_name().into_iter();
    let files = files
        .map(|entry| entry.expect("the output can be read"))
        .filter(|entry| entry.file_type().is_file());
    files
        .map(|entry| {
            let path = entry.path().strip_prefix(built).expect("it is below");
            Wanted {
                folder: path.parent().unwrap_or(Path::new("")).to_owned(),
                name: entry.file_name().to_string_lossy().into_owned(),
                len: entry.metadata().expect("it is there").len() as usize,
            }
        })
        .collect()
}

/// Does it all.
pub fn run(posts: &Path, built: &[Wanted], out: &Path) -> io::Result<()> {
    let sources: Vec<PathBuf> = fs::read_dir(posts)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<_>>()?;
    on_all_cores(&sources, |path| {
        let text = fs::read_to_string(path)?;
        let body = text.splitn(3, "---\n").nth(2).unwrap_or(&text);
        let mut html = String::with_capacity(text.len() * 3 / 2);
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_HEADING_ATTRIBUTES;
        html::push_html(&mut html, Parser::new_ext(body, options));
        black_box(html);
        Ok(())
    })?;
    write(built, out)
}

fn write(files: &[Wanted], out: &Path) -> io::Result<()> {
    let largest = files.iter().map(|file| file.len).max().unwrap_or(0);
    let bytes = vec![b'x'; largest];
    // Folders that hold folders first; the others are made beside their first file.
    for file in files {
        if let Some(parent) = file.folder.parent() {
            fs::create_dir_all(out.join(parent))?;
        }
    }
    on_all_cores(files, |file| {
        let parent = out.join(file.folder.parent().unwrap_or(Path::new("")));
        let folder = OFlag::O_PATH | OFlag::O_DIRECTORY | OFlag::O_CLOEXEC;
        let at = open(&parent, folder, Mode::empty())?;
        let name = file.folder.file_name().unwrap_or(OsStr::new(""));
        // An error means that it is there.
        let _ = mkdirat(&at, name, Mode::from_bits_truncate(0o755));
        let path = Path::new(name).join(&file.name);
        let flags = OFlag::O_WRONLY | OFlag::O_CREAT | OFlag::O_TRUNC | OFlag::O_CLOEXEC;
        let file_at = openat(&at, &path, flags, Mode::from_bits_truncate(0o644))?;
        File::from(file_at).write_all(&bytes[..file.len])
    })
}

fn on_all_cores<T: Sync>(
    items: &[T],
    work: impl Fn(&T) -> io::Result<()> + Sync,
) -> io::Result<()> {
    const CHUNK: usize = 32;
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism()?.get();
    std::thread::scope(|scope| {
        let run = || -> io::Result<()> {
            loop {
                let start = next.fetch_add(CHUNK, Ordering::Relaxed);
                let Some(rest) = items.get(start..).filter(|rest| !rest.is_empty()) else {
                    return Ok(());
                };
                rest.iter().take(CHUNK).try_for_each(&work)?;
            }
        };
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(run)).collect();
        handles
            .into_iter()
            .try_for_each(|handle| handle.join().expect("a thread of the floor panicked"))
    })
}
