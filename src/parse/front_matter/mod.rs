//! Front matter: where it ends, which keys it has, and whether it keeps its document unpublished.
//!
//! Owns the parts that posts, pages and profiles share. Must never know which documents
//! there are: posts, pages and profiles each hold their own [`Schema`].

mod day;
mod foreign_keys;
mod leftover;
mod parts;
mod places;
mod secrecy;
mod unpublished;

pub use day::{day, no_date};
pub use foreign_keys::{FOREIGN, PAGE_ALIASES, PAGE_RENAMED};
pub use parts::{call_to_action, comments_key, corrections, picture, required_date};
pub use places::{aliases, name_parts, slug, slug_of_name, stand_in};

use super::fence;
use crate::decode::{Fields, Reader, Schema, toml, yaml};
use crate::diagnostic::{Diagnostic, Span};

/// Opens a document: its front matter's keys, and where its text begins. `least` are
/// the lines that it needs. Where the front matter is absent or unreadable
/// this has been reported, and [`Fields::broken`] is set.
pub fn open(reader: &mut Reader<'_>, schema: &Schema, least: &[&str]) -> (Fields, usize) {
    let before = reader.diagnostics.len();
    let split = fence::split(reader.file, reader.text, least, &mut reader.diagnostics);
    // Where it isn't clear where the keys end, one may stand unseen.
    let unclear = (reader.diagnostics[before..].iter()).any(Diagnostic::is_error);
    let mut document = match split.front_matter {
        Some(span) if split.toml => {
            reader.toml = true;
            toml::read(reader.file, reader.text, span, &mut reader.diagnostics)
        }
        Some(span) => yaml::read(reader.file, reader.text, span, &mut reader.diagnostics),
        None => yaml::Document {
            root: yaml::Node {
                span: Span::default(),
                kind: yaml::Kind::Broken,
            },
            partial: true,
        },
    };
    let mut unpublished = unpublished::take(reader, &mut document.root, schema);
    if let Some(front) = split.front_matter
        && let Some(fence) = closing_fence(reader.text, front)
    {
        unpublished |= leftover::check(reader, schema, fence, split.body);
    }
    let mut fields = Fields::open_whole(reader, document.root, schema);
    fields.unpublished = unpublished;
    fields.broken |= document.partial || unclear;
    fields.span = opening_fence(reader.text, split.front_matter);
    (fields, split.body)
}

/// The line that ends the front matter, if it is a proper one.
fn closing_fence(text: &str, front: Span) -> Option<Span> {
    let fence = Span::new(front.end, front.end + 3);
    let written = text.get(fence.start..fence.end);
    matches!(written, Some("---" | "+++")).then_some(fence)
}

/// What is missing is missing between the fences: the first one stands for it.
fn opening_fence(text: &str, front: Option<Span>) -> Span {
    let before = front.and_then(|front| text.get(..front.start));
    let before = before.unwrap_or_default().trim_end();
    let length = before.len();
    let is_fence = before.ends_with("---") || before.ends_with("+++");
    Span::new(if is_fence { length - 3 } else { length }, length)
}
