//! Which keys a post has.

use crate::decode::Schema;
use crate::parse::front_matter::{FOREIGN, PAGE_ALIASES, PAGE_RENAMED};

/// The keys of posts, in the order in which they are documented.
pub(super) const SCHEMA: Schema = Schema {
    keys: &[
        "title",
        "date",
        "authors",
        "networks",
        "tags",
        "categories",
        "summary",
        "updated",
        "publish_date",
        "expires",
        "draft",
        "published",
        "slug",
        "aliases",
        "id",
        "lang",
        "translation_key",
        "image",
        "comments",
        "responsible",
        "contact",
        "cta",
        "corrections",
        "extra",
    ],
    aliases: PAGE_ALIASES,
    renamed: PAGE_RENAMED,
    foreign: &[FOREIGN],
    secret: &["draft", "published", "publish_date", "expires"],
};
