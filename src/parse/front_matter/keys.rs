//! Names that keys go by in other tools and languages.
//!
//! Owns the tables that posts, pages and profiles share.

use super::Schema;

/// Names that other generators use for our keys; understood without a word.
pub const PAGE_ALIASES: &[(&str, &str)] = &[
    ("lastmod", "updated"),
    ("modified", "updated"),
    ("last_modified_at", "updated"),
    ("excerpt", "summary"),
    ("category", "categories"),
    ("description", "summary"),
    ("publishDate", "publish_date"),
    ("expiryDate", "expires"),
    ("expiry_date", "expires"),
    ("redirect_from", "aliases"),
    ("author", "authors"),
    ("network", "networks"),
    ("translationKey", "translation_key"),
];

/// What people write in Swedish, or as others call it, and the key that they mean.
pub const PAGE_RENAMED: &[(&str, &str)] = &[
    ("titel", "title"),
    ("rubrik", "title"),
    ("headline", "title"),
    ("datum", "date"),
    ("publicerad", "date"),
    ("pubdate", "date"),
    ("published_at", "date"),
    ("författare", "authors"),
    ("skribent", "authors"),
    ("skribenter", "authors"),
    ("bloggare", "authors"),
    ("nätverk", "networks"),
    ("taggar", "tags"),
    ("tagg", "tags"),
    ("tag", "tags"),
    ("etikett", "tags"),
    ("etiketter", "tags"),
    ("ämne", "tags"),
    ("ämnen", "tags"),
    ("nyckelord", "tags"),
    ("keywords", "tags"),
    ("bild", "image"),
    ("picture", "image"),
    ("thumbnail", "image"),
    ("cover", "image"),
    ("ingress", "summary"),
    ("sammanfattning", "summary"),
    ("beskrivning", "summary"),
    ("lead", "summary"),
    ("subtitle", "summary"),
    ("underrubrik", "summary"),
    ("utkast", "draft"),
    ("språk", "lang"),
    ("language", "lang"),
    ("locale", "lang"),
    ("uppdaterad", "updated"),
    ("ändrad", "updated"),
    ("kommentarer", "comments"),
    ("rättelser", "corrections"),
    ("rättelse", "corrections"),
    ("kontakt", "contact"),
    ("ansvarig", "responsible"),
    ("informationsansvarig", "responsible"),
    ("adress", "slug"),
    ("publicera", "publish_date"),
    ("publiceras", "publish_date"),
    ("unpublish_date", "expires"),
    ("avpubliceras", "expires"),
    ("redirects", "aliases"),
    ("alias", "aliases"),
];

/// Keys of Jekyll, Hugo, Zola, Eleventy and WordPress exports that mean nothing here.
pub const FOREIGN: &[(&str, &str)] = &[
    (
        "layout",
        "remove it; the theme decides how posts and pages look",
    ),
    (
        "template",
        "remove it; the theme decides how posts and pages look",
    ),
    (
        "permalink",
        "remove it; write `slug:` for the last part of the address, and the old address under `aliases:`",
    ),
    (
        "url",
        "remove it; write `slug:` for the last part of the address, and the old address under `aliases:`",
    ),
    (
        "path",
        "remove it; write `slug:` for the last part of the address, and the old address under `aliases:`",
    ),
    (
        "weight",
        "remove it; posts stand in the order of their dates",
    ),
    (
        "order",
        "remove it; posts stand in the order of their dates",
    ),
    (
        "sticky",
        "remove it; posts stand in the order of their dates",
    ),
    (
        "pinned",
        "remove it; posts stand in the order of their dates",
    ),
    (
        "type",
        "remove it; the folder decides whether a file is a post or a page",
    ),
    (
        "section",
        "remove it; the folder decides whether a file is a post or a page",
    ),
    (
        "toc",
        "remove it; the theme decides whether there is a table of contents",
    ),
    ("math", "remove it; the theme decides on scripts and styles"),
    (
        "mermaid",
        "remove it; the theme decides on scripts and styles",
    ),
    (
        "header",
        "remove it, or move it under `extra:` where themes can use it",
    ),
    ("params", "rename it to `extra:`, where themes can use it"),
    (
        "taxonomies",
        "write `tags:` at the beginning of a line, without `taxonomies:` above",
    ),
    ("menu", "add the page to `menu:` in site.yaml"),
    (
        "alt",
        "move it under `image:`, as `image: {src: …, alt: …}`",
    ),
    (
        "image_alt",
        "move it under `image:`, as `image: {src: …, alt: …}`",
    ),
    (
        "imagealt",
        "move it under `image:`, as `image: {src: …, alt: …}`",
    ),
    (
        "bildtext",
        "move it under `image:`, as `image: {src: …, caption: …}`",
    ),
    (
        "caption",
        "move it under `image:`, as `image: {src: …, caption: …}`",
    ),
    ("images", "write one image: `image: {src: …, alt: …}`"),
    (
        "guid",
        "write `id:` if feed readers should know the post by it",
    ),
    ("wordpress_id", "remove it"),
    ("post_id", "remove it"),
    (
        "status",
        "remove it; what is not to be published has `draft: true`",
    ),
    (
        "sitemap",
        "remove it; every published page is in the sitemap",
    ),
    ("search", "remove it; every published page can be found"),
    ("share", "remove it"),
    ("read_time", "remove it; reading time is computed"),
    ("series", "write it as a tag"),
];

/// A person or function to turn to.
pub const PERSON: Schema = Schema {
    keys: &["name", "role", "email", "phone"],
    aliases: &[],
    renamed: &[
        ("namn", "name"),
        ("roll", "role"),
        ("titel", "role"),
        ("title", "role"),
        ("epost", "email"),
        ("e-post", "email"),
        ("mail", "email"),
        ("mejl", "email"),
        ("telefon", "phone"),
        ("tel", "phone"),
    ],
    foreign: &[],
    secret: &[],
};
