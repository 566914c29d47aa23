//! What a build has made, so that it can be taken back.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::path::OutPath;

/// Something that was not there before.
#[derive(Debug)]
pub(super) enum Made {
    /// A temporary file for a path, beside it or aside.
    Temporary(OutPath, bool),
    /// A folder.
    Folder(PathBuf),
}

/// A list that many threads append to without waiting for each other: each takes
/// the next number, and with it a slot of its own. Slots lie in blocks that double
/// in size, so that none of them ever moves.
#[derive(Debug, Default)]
pub(super) struct Undo {
    next: AtomicUsize,
    blocks: [OnceLock<Box<[OnceLock<Made>]>>; BLOCKS],
}

const FIRST_BLOCK: usize = 256;
/// Room for 256 · 2³² entries.
const BLOCKS: usize = 32;

impl Undo {
    pub(super) fn push(&self, made: Made) {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        // Block b holds the numbers from 256 · (2^b - 1) on.
        let block = (number / FIRST_BLOCK + 1).ilog2() as usize;
        let size = FIRST_BLOCK << block;
        let slots = self.blocks[block].get_or_init(|| (0..size).map(|_| OnceLock::new()).collect());
        // The number is ours alone, so that the slot is empty.
        let _ = slots[number - (size - FIRST_BLOCK)].set(made);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.next.load(Ordering::Acquire) == 0
    }

    fn iter(&self) -> impl Iterator<Item = &Made> {
        let blocks = self.blocks.iter().filter_map(OnceLock::get);
        blocks.flat_map(|slots| slots.iter().filter_map(OnceLock::get))
    }

    /// How many temporary files were made.
    pub(super) fn temporaries(&self) -> usize {
        let files = self
            .iter()
            .filter(|made| matches!(made, Made::Temporary(..)));
        files.count()
    }

    /// Removes every temporary file, whose place `temporary` knows, then every
    /// folder that is empty. What is no longer there, or no longer empty, stays.
    pub(super) fn run(&self, temporary: impl Fn(&OutPath, bool) -> PathBuf) {
        for made in self.iter() {
            if let Made::Temporary(path, aside) = made {
                let _ = fs::remove_file(temporary(path, *aside));
            }
        }
        self.remove_folders(|_| true);
    }

    /// Removes every folder that is empty, of those that are `wanted`.
    pub(super) fn remove_folders(&self, wanted: impl Fn(&Path) -> bool) {
        let folders = self.iter().filter_map(|made| match made {
            Made::Folder(place) if wanted(place) => Some(place),
            _ => None,
        });
        let mut folders: Vec<&PathBuf> = folders.collect();
        folders.sort_by_key(|place| std::cmp::Reverse(place.components().count()));
        for folder in folders {
            let _ = fs::remove_dir(folder);
        }
    }
}
