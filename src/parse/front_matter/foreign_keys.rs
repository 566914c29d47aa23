//! Names that keys go by in other tools and languages.
//!
//! Owns the tables that posts, pages and profiles share.

use crate::decode::Foreign;
use crate::message;

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
    ("kategori", "tags"),
    ("kategorier", "tags"),
    ("keywords", "tags"),
    ("bild", "image"),
    ("picture", "image"),
    ("photo", "image"),
    ("foto", "image"),
    ("thumbnail", "image"),
    ("thumb", "image"),
    ("cover", "image"),
    ("cover_image", "image"),
    ("coverimage", "image"),
    ("omslag", "image"),
    ("omslagsbild", "image"),
    ("toppbild", "image"),
    ("huvudbild", "image"),
    ("utvald_bild", "image"),
    ("banner", "image"),
    ("hero", "image"),
    ("hero_image", "image"),
    ("header_image", "image"),
    ("feature_image", "image"),
    ("featured_image", "image"),
    ("featured-image", "image"),
    ("featuredimage", "image"),
    ("featured", "image"),
    ("post_image", "image"),
    ("preview_image", "image"),
    ("social_image", "image"),
    ("og_image", "image"),
    ("ogimage", "image"),
    ("twitter_image", "image"),
    ("images", "image"),
    ("image_url", "image"),
    ("img", "image"),
    ("ingress", "summary"),
    ("sammanfattning", "summary"),
    ("beskrivning", "summary"),
    ("lead", "summary"),
    ("teaser", "summary"),
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
pub const FOREIGN: Foreign = &[
    ("layout", || message!("foreign-layout")),
    ("template", || message!("foreign-layout")),
    ("permalink", || message!("foreign-address")),
    ("url", || message!("foreign-address")),
    ("path", || message!("foreign-address")),
    ("weight", || message!("foreign-order")),
    ("order", || message!("foreign-order")),
    ("sticky", || message!("foreign-order")),
    ("pinned", || message!("foreign-order")),
    ("type", || message!("foreign-kind")),
    ("section", || message!("foreign-kind")),
    ("toc", || message!("foreign-contents")),
    ("math", || message!("foreign-scripts")),
    ("mermaid", || message!("foreign-scripts")),
    ("header", || message!("keys-ignored-help")),
    ("params", || message!("foreign-params")),
    ("taxonomies", || {
        message!("foreign-taxonomies", line = "tags:")
    }),
    ("menu", || message!("foreign-menu")),
    ("alt", || {
        message!("foreign-image-part", line = "image: {src: …, alt: …}")
    }),
    ("image_alt", || {
        message!("foreign-image-part", line = "image: {src: …, alt: …}")
    }),
    ("imagealt", || {
        message!("foreign-image-part", line = "image: {src: …, alt: …}")
    }),
    ("bildtext", || {
        message!("foreign-image-part", line = "image: {src: …, caption: …}")
    }),
    ("caption", || {
        message!("foreign-image-part", line = "image: {src: …, caption: …}")
    }),
    ("guid", || message!("foreign-guid", line = "id:")),
    ("wordpress_id", || message!("foreign-remove")),
    ("post_id", || message!("foreign-remove")),
    ("status", || {
        message!("foreign-status", line = "draft: true")
    }),
    ("sitemap", || message!("foreign-sitemap")),
    ("search", || message!("foreign-search")),
    ("share", || message!("foreign-remove")),
    ("read_time", || message!("foreign-reading-time")),
    ("series", || message!("foreign-series")),
];
