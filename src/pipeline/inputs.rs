//! What a site was made from, as one number.
//!
//! Owns what goes into it: this program, the wishes of the command line, the bytes of
//! every file, and what the time of the build decided. Two builds with one number
//! give the same bytes.

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::{Loaded, Options};
use crate::site::{Site, Withheld};
use crate::sources::Sources;

impl Loaded {
    /// The number of this site's inputs; `None` if a file can't be read any more or has
    /// changed since it was found, or there is no site.
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
        decided_by_time(&ready.site, &mut add);
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

/// What is published, when it last changed (a draft without a date has that of now), and
/// which deadlines have passed: all that the time decides.
fn decided_by_time(site: &Site, add: &mut impl FnMut(&[u8])) {
    let state = |withheld: Option<Withheld>| withheld.map_or("", Withheld::as_str);
    for entry in &site.posts {
        let cta = entry.post.meta.cta.as_ref();
        let deadline = cta.and_then(|cta| cta.deadline.as_ref());
        let past = deadline.is_some_and(|deadline| site.is_past(deadline));
        add(entry.post.source.as_str().as_bytes());
        for date in [&entry.post.placement.date, &entry.modified] {
            add(&date.instant.as_nanosecond().to_le_bytes());
        }
        add(state(entry.withheld).as_bytes());
        add(&[u8::from(past)]);
    }
    for entry in &site.pages {
        add(entry.page.source.as_str().as_bytes());
        add(state(entry.withheld).as_bytes());
    }
}
