//! How finely work is cut for several processors.

/// At most so many items of a list are done at a time, however long it is.
///
/// Left to itself, rayon cuts a list into a few pieces for each thread, and cuts a piece
/// again only if another thread takes it before it is begun. Some files cost a hundred
/// times as much as others, and those of a kind lie together: without this, all threads
/// but one often wait at the end.
pub(crate) const BATCH: usize = 16;
