//! Hash tables for what is rebuilt for every site.

use std::collections::{HashMap, HashSet};

/// A table with a fast hash instead of one that strangers can't attack: what is in it
/// comes from the site's own files.
pub(crate) type Table<K, V> = HashMap<K, V, foldhash::fast::FixedState>;

/// A set with the same hash.
pub(crate) type Set<T> = HashSet<T, foldhash::fast::FixedState>;

/// An empty table with room for so many.
pub(crate) fn with_room<K, V>(count: usize) -> Table<K, V> {
    Table::with_capacity_and_hasher(count, Default::default())
}
