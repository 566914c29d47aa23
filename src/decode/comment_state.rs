//! Whether readers may comment: what a site says of its posts, and a post of itself.
//!
//! Owns the words for it. Must never know how comments are shown.

use super::Reader;
use super::yaml::Entry;

/// Whether and how readers may comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CommentState {
    /// Nothing is shown.
    Off,
    /// Closed, perhaps since a date.
    Closed,
    /// Moderated comments that lie beside the post.
    Archived,
    /// By e-mail to the editors.
    Mailto,
    /// In a thread elsewhere.
    Thread,
}

/// One of the words for a state.
pub fn comment_state(reader: &mut Reader<'_>, entry: &Entry) -> Option<CommentState> {
    Some(match reader.choice(entry, COMMENT_STATES)? {
        "off" => CommentState::Off,
        "closed" => CommentState::Closed,
        "archived" => CommentState::Archived,
        "mailto" => CommentState::Mailto,
        _ => CommentState::Thread,
    })
}

const COMMENT_STATES: &[&str] = &["off", "closed", "archived", "mailto", "thread"];
