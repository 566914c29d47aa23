//! What a site was made from, as one number.
//!
//! Owns what goes into it: this program, the wishes of the command line, the bytes of
//! every file, and the interval of time in which they make the same site. Two builds
//! with one number give the same bytes.

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::{Loaded, Options};
use crate::sources::Sources;

impl Loaded {
    /// The number of this site's inputs; `None` if a file can't be read any more, or there
    /// is no site.
    pub fn inputs(&self, options: &Options) -> Option<u128> {
        let ready = self.ready.as_ref()?;
        let mut hasher = Xxh3::new();
        let mut add = |bytes: &[u8]| {
            // With lengths, so that no two lists of texts run together the same way.
            hasher.update(&(bytes.len() as u64).to_le_bytes());
            hasher.update(bytes);
        };
        add(env!("NITTON_SOURCES").as_bytes());
        add(options.config.to_string_lossy().as_bytes());
        add(format!("{:?} {:?}", options.base_url, options.include).as_bytes());
        for (path, hash) in files(&self.sources)? {
            add(path.as_bytes());
            add(&hash.to_le_bytes());
        }
        add(format!("{:?}", ready.site.holds).as_bytes());
        Some(hasher.digest128())
    }
}

/// Every file with the hash of its bytes, in the order of paths. What was left on disk
/// is read now.
fn files(sources: &Sources) -> Option<Vec<(&str, u128)>> {
    let files: Vec<_> = sources.iter().collect();
    let hashes: Option<Vec<u128>> = files.par_iter().map(|file| sources.hash(file)).collect();
    let paths = files.iter().map(|file| file.path.as_str());
    Some(paths.zip(hashes?).collect())
}
