//! The smaller versions of pictures: taken from what was kept of an earlier run, or made.
//!
//! Owns what is kept of them in `.nitton/pictures/`, and how many pictures may be unpacked
//! at once. What is kept may be lost, damaged or not writable at any time, and that costs
//! no more than time. Must never know where a version is published.

use std::io;
use std::path::Path;
use std::sync::{Condvar, Mutex, PoisonError};

use xxhash_rust::xxh3::xxh3_128;

use crate::diagnostic::{Diagnostic, image as report, source as source_report, system};
use crate::media::derive::{Decoded, Recipe, Undecodable};
use crate::message;
use crate::path::SourcePath;
use crate::published_files::{PublishedFiles, published};
use crate::sources::Sources;
use crate::store::Store;

/// Where they are kept.
const FOLDER: &str = "pictures";
/// The bytes behind a kept version that tell whether it is whole.
const CHECKSUM: usize = 16;
/// So many pixels may be unpacked at once, or one picture, however large it is.
const PIXELS: u64 = 40_000_000;

/// Makes versions, and keeps them.
#[derive(Debug)]
pub struct Versions {
    store: Store,
    /// Pixels that are unpacked now.
    unpacked: Mutex<u64>,
    /// Some were given back.
    freed: Condvar,
}

impl Versions {
    /// Those of the site at `root`.
    pub fn of(root: &Path) -> Self {
        Self {
            store: Store::of(root),
            unpacked: Mutex::new(0),
            freed: Condvar::new(),
        }
    }

    /// The bytes of versions of one picture, in the order of the recipes. It is unpacked
    /// once, and only if one of them isn't kept.
    pub fn make(
        &self,
        path: &SourcePath,
        recipes: &[Recipe],
        files: &PublishedFiles,
        sources: &Sources,
    ) -> Result<Vec<Vec<u8>>, Box<Diagnostic>> {
        let changed = || Box::new(source_report::unreadable(path, &changed_meanwhile()));
        let hash = files.hash(path, sources).ok_or_else(changed)?;
        let image = files.get(path).and_then(|file| file.image);
        let image = image.ok_or_else(changed)?;
        let kept = recipes.iter().map(|recipe| self.kept(recipe, hash));
        let kept: Vec<Option<Vec<u8>>> = kept.collect();
        if kept.iter().all(Option::is_some) {
            return Ok(kept.into_iter().flatten().collect());
        }
        let unreadable = |error| Box::new(source_report::unreadable(path, &error));
        let bytes = published(path, sources).map_err(unreadable)?;
        if xxh3_128(&bytes) != hash {
            return Err(changed());
        }
        let wrong = |why: Undecodable| Box::new(report::undecodable(path, why.0));
        let _pixels = self.reserve(u64::from(image.width) * u64::from(image.height));
        let decoded = Decoded::of(&bytes, image.format).map_err(wrong)?;
        let all = recipes.iter().zip(kept).map(|(recipe, kept)| {
            if let Some(kept) = kept {
                return Ok(kept);
            }
            let made = decoded.version(recipe).map_err(wrong)?;
            self.keep(recipe, hash, &made);
            Ok(made)
        });
        all.collect()
    }

    /// What is kept of a version, if it is whole.
    fn kept(&self, recipe: &Recipe, hash: u128) -> Option<Vec<u8>> {
        let mut bytes = self.store.read(&name(recipe, hash))?;
        let checksum = bytes.split_off(bytes.len().checked_sub(CHECKSUM)?);
        (checksum == xxh3_128(&bytes).to_le_bytes()).then_some(bytes)
    }

    /// Where it can't be kept it is made again.
    fn keep(&self, recipe: &Recipe, hash: u128, bytes: &[u8]) {
        let kept = [bytes, &xxh3_128(bytes).to_le_bytes()].concat();
        let _ = self.store.write(&name(recipe, hash), &kept);
    }

    /// Waits until so many pixels may be unpacked.
    fn reserve(&self, pixels: u64) -> Reserved<'_> {
        let unpacked = self.unpacked.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |unpacked: &mut u64| *unpacked > 0 && *unpacked + pixels > PIXELS;
        let unpacked = self.freed.wait_while(unpacked, is_full);
        *unpacked.unwrap_or_else(PoisonError::into_inner) += pixels;
        Reserved {
            versions: self,
            pixels,
        }
    }
}

/// Pixels that are unpacked as long as it lives.
struct Reserved<'a> {
    versions: &'a Versions,
    pixels: u64,
}

impl Drop for Reserved<'_> {
    fn drop(&mut self) {
        let unpacked = self.versions.unpacked.lock();
        *unpacked.unwrap_or_else(PoisonError::into_inner) -= self.pixels;
        self.versions.freed.notify_all();
    }
}

/// The file of a version. Its whole hash would be no safer: what is in it is checked.
fn name(recipe: &Recipe, hash: u128) -> String {
    let (version, extension) = (recipe.hash(hash), recipe.kind.extension());
    format!("{FOLDER}/{hash:032x}-{version:016x}.{extension}")
}

fn changed_meanwhile() -> io::Error {
    let reason = message!("file-changed-meanwhile");
    system::error(io::ErrorKind::InvalidData, reason)
}
