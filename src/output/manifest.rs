//! The list of what nitton wrote, and so of what it may replace and remove.
//!
//! `.nitton-manifest.json` in the output folder:
//!
//! ```json
//! {"version":1,"files":{
//! "index.html":{"hash":"9f…","len":4711}
//! }}
//! ```
//!
//! Sorted, a line a file; `hash` is xxh3-128 in 32 hexadecimal digits. While a commit
//! is under way, `.nitton-intent.json` holds the list that will replace it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

use serde::Deserialize;
use xxhash_rust::xxh3::xxh3_128;

use crate::diagnostic::paths;
use crate::message;
use crate::message::Message;
use crate::path::OutPath;

/// The list.
pub(super) const MANIFEST: &str = ".nitton-manifest.json";
/// The list that a commit under way will leave; empty while files are staged.
pub(super) const INTENT: &str = ".nitton-intent.json";

const VERSION: u64 = 1;

/// What a file's bytes are known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fingerprint {
    pub(super) hash: u128,
    pub(super) len: u64,
}

impl Fingerprint {
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self {
            hash: xxh3_128(bytes),
            len: bytes.len() as u64,
        }
    }
}

/// Files and what we wrote to them.
pub(super) type Entries = BTreeMap<OutPath, Fingerprint>;

/// A list as it was found.
#[derive(Debug)]
pub(super) enum List {
    /// There is none.
    Absent,
    /// There is one without a byte.
    Empty,
    /// It says this.
    Good(Entries),
    /// It can't be understood, for this reason.
    Broken(Message),
}

/// Reads a list.
pub(super) fn read(place: &Path) -> io::Result<List> {
    match fs::read(place) {
        Ok(bytes) if bytes.is_empty() => Ok(List::Empty),
        Ok(bytes) => Ok(parse(&bytes).map_or_else(List::Broken, List::Good)),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(List::Absent),
        Err(e) => Err(e),
    }
}

/// Writes a list.
pub(super) fn render(entries: &Entries) -> String {
    let mut text = format!("{{\"version\":{VERSION},\"files\":{{");
    let mut separator = "\n";
    for (path, entry) in entries {
        text.push_str(separator);
        // A path has neither quotes, backslashes nor control characters.
        let _ = write!(
            text,
            "\"{path}\":{{\"hash\":\"{:032x}\",\"len\":{}}}",
            entry.hash, entry.len
        );
        separator = ",\n";
    }
    text.push_str("\n}}\n");
    text
}

/// Understands a list, or says why not. Nothing in it is trusted: a path that would
/// leave the folder makes the whole list worthless.
fn parse(bytes: &[u8]) -> Result<Entries, Message> {
    #[derive(Deserialize)]
    struct Version {
        version: u64,
    }
    #[derive(Deserialize)]
    struct Raw<'a> {
        #[serde(borrow)]
        files: BTreeMap<&'a str, RawEntry<'a>>,
    }
    #[derive(Deserialize)]
    struct RawEntry<'a> {
        hash: &'a str,
        len: u64,
    }
    let damaged = |e: serde_json::Error| message!("list-damaged", words = e.to_string());
    let Version { version } = serde_json::from_slice(bytes).map_err(damaged)?;
    if version != VERSION {
        let (found, known) = (version.to_string(), VERSION.to_string());
        return Err(message!("list-version", found, known));
    }
    let raw: Raw = serde_json::from_slice(bytes).map_err(damaged)?;
    let mut entries = Entries::new();
    for (text, entry) in raw.files {
        let path = OutPath::new(text).map_err(|problem| {
            let reason = paths::reason(problem);
            message!("list-unsafe-path", path = text, reason)
        })?;
        let hash = u128::from_str_radix(entry.hash, 16)
            .map_err(|_| message!("list-damaged-hash", path = text))?;
        entries.insert(
            path,
            Fingerprint {
                hash,
                len: entry.len,
            },
        );
    }
    Ok(entries)
}
