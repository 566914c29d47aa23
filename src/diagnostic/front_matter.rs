//! Problems of front matter: what its keys say.
//!
//! Owns one constructor for each problem that only documents have; those of any map of
//! keys are in [`super::keys`]. Must never know how front matter is read.

use super::keys::{line_of_image, line_of_words};
use super::{Code, Diagnostic, Span, paths};
use crate::message;
use crate::message::{Arg, Message};
use crate::path::{PathProblem, SourcePath};

/// A slug or alias that leaves its folder, or hides what it is.
pub const UNSAFE_PATH: Code = Code::guard("front-matter/unsafe-path");
/// A slug that is written otherwise than it will stand in the URL.
pub const SLUG_CHANGED: Code = Code::warning("front-matter/slug-changed");
/// Neither slug nor file name leaves anything for a URL.
pub const EMPTY_SLUG: Code = Code::guard("front-matter/empty-slug");
/// An old address that can't be one of this site.
pub const BAD_ALIAS: Code = Code::guard("front-matter/bad-alias");
/// A post without an author: an old blog may have such posts.
pub const MISSING_AUTHOR: Code = Code::error("front-matter/missing-author");
/// Dates that contradict each other.
pub const DATE_ORDER: Code = Code::warning("front-matter/date-order");
/// `categories`.
pub const CATEGORIES: Code = Code::warning("front-matter/categories");
/// An image without a description; as in texts.
pub const MISSING_ALT: Code = Code::error("image/missing-alt");
/// An image's path that can't be a file of the site.
pub const IMAGE_PATH: Code = Code::error("image/bad-path");
/// Archived comments that the post does not show.
pub const UNSHOWN_COMMENTS: Code = Code::warning("comments/not-shown");

/// All codes of this area.
pub const CODES: &[Code] = &[
    UNSAFE_PATH,
    SLUG_CHANGED,
    EMPTY_SLUG,
    BAD_ALIAS,
    MISSING_AUTHOR,
    DATE_ORDER,
    CATEGORIES,
    IMAGE_PATH,
    UNSHOWN_COMMENTS,
];

/// Nobody has written the post.
pub fn missing_author(file: &SourcePath, span: Span) -> Diagnostic {
    let line = line_of_words("author", message!("front-author-example"));
    Diagnostic::new(MISSING_AUTHOR, message!("front-missing-author"))
        .at(file, span)
        .help(message!("help-add", line))
        .help(message!("front-missing-author-help"))
        .common_fix(message!("front-missing-author-fix"))
}

/// A slug with a separator, a traversal or percent-encoding in it.
pub fn unsafe_slug(
    file: &SourcePath,
    span: Span,
    written: &str,
    suggestion: Option<&str>,
) -> Diagnostic {
    let line = suggestion.map_or_else(example_of_slug, |slug| format!("slug: {slug}").into());
    Diagnostic::new(UNSAFE_PATH, message!("front-unsafe-slug", written))
        .at(file, span)
        .help(message!("help-write", line))
}

/// A line that gives a slug where none can be guessed.
fn example_of_slug() -> Arg {
    line_of_words("slug", message!("front-slug-example")).into()
}

/// A slug that is put in order.
pub fn slug_changed(file: &SourcePath, span: Span, written: &str, slug: &str) -> Diagnostic {
    let line = format!("slug: {slug}");
    let diagnostic = Diagnostic::new(SLUG_CHANGED, message!("front-slug-changed", written, slug))
        .at(file, span)
        .help(message!("help-write", line));
    match written.to_lowercase() == slug {
        true => diagnostic.help(message!("front-slug-changed-help")),
        false => diagnostic,
    }
}

/// Nothing is left for the URL.
pub fn empty_slug(file: &SourcePath, span: Span, from: &str) -> Diagnostic {
    Diagnostic::new(EMPTY_SLUG, message!("front-empty-slug", from))
        .at(file, span)
        .help(message!("front-empty-slug-help", line = example_of_slug()))
}

/// A name such as `2026-01-05`: nothing is left beside the date.
pub fn only_a_date(file: &SourcePath, name: &str) -> Diagnostic {
    let line = example_of_slug();
    Diagnostic::new(EMPTY_SLUG, message!("front-only-a-date", name))
        .in_file(file)
        .help(message!("front-only-a-date-help", name, line))
}

/// `content/pages/index.md`, where nitton's own start page is.
pub fn start_page(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(EMPTY_SLUG, message!("front-start-page", file))
        .in_file(file)
        .help(message!("front-start-page-help"))
        .help(message!("front-start-page-help-2"))
}

/// Why an old address can't be one of this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AliasFault {
    /// It has a host.
    Whole,
    /// It has a `?` or a `#`.
    Query,
    /// It has a `\` or `..`.
    Backslash,
    /// It doesn't begin with `/`.
    NoSlash,
    /// No path of a site.
    Path(PathProblem),
}

/// An alias that can't be one, and the path that may be meant.
pub fn bad_alias(
    file: &SourcePath,
    span: Span,
    written: &str,
    fault: &AliasFault,
    corrected: Option<&str>,
) -> Diagnostic {
    let leaves = matches!(
        fault,
        AliasFault::Backslash | AliasFault::Path(PathProblem::Traversal | PathProblem::Encoded)
    );
    let code = if leaves { UNSAFE_PATH } else { BAD_ALIAS };
    let why = match fault {
        AliasFault::Whole => message!("front-alias-whole"),
        AliasFault::Query => message!("front-alias-query"),
        AliasFault::Backslash => message!("front-alias-backslash"),
        AliasFault::NoSlash => message!("front-alias-no-slash"),
        AliasFault::Path(problem) => paths::reason(*problem),
    };
    Diagnostic::new(code, message!("front-alias", written, why))
        .at(file, span)
        .help(match corrected {
            Some(line) => message!("help-write", line),
            None => message!("front-alias-help"),
        })
}

/// `updated` before `date`.
pub fn updated_early(file: &SourcePath, span: Span, date: Option<Span>) -> Diagnostic {
    date_order(file, span, "updated", "date", date).help(message!("front-updated-help"))
}

/// `expires` before another date.
pub fn expires_early(
    file: &SourcePath,
    span: Span,
    other: &str,
    other_span: Option<Span>,
) -> Diagnostic {
    date_order(file, span, "expires", other, other_span).help(message!("front-expires-help"))
}

fn date_order(
    file: &SourcePath,
    span: Span,
    key: &str,
    other: &str,
    other_span: Option<Span>,
) -> Diagnostic {
    Diagnostic::new(DATE_ORDER, message!("front-date-order", key, other))
        .at(file, span)
        .label(file, other_span, message!("front-date-order-label", other))
}

/// A day and a name that files' names may begin with: `2021-04-07-name.md`.
fn name_with_day(day: &str, name: Option<&str>) -> Message {
    let name = name.map_or_else(|| message!("front-name-example").into(), Arg::from);
    message!("front-name-with-day", day, name)
}

/// A date in the file's name that isn't read as one; `name` is what stands behind it.
pub fn date_in_slug(file: &SourcePath, day: &str, name: Option<&str>) -> Diagnostic {
    let right = name_with_day(day, name);
    Diagnostic::new(SLUG_CHANGED, message!("front-date-in-slug"))
        .at(file, Span::default())
        .help(message!("front-date-in-slug-help", right))
}

/// What else than `date` says when a post was written.
pub fn day_in_name(day: &str, name: Option<&str>) -> Message {
    message!("front-day-in-name", right = name_with_day(day, name))
}

/// A day that isn't that of the file's name; both as `2021-04-07`.
pub fn other_day(file: &SourcePath, span: Span, key: &str, day: &str, named: &str) -> Diagnostic {
    let line = format!("{key}: {named}");
    Diagnostic::new(DATE_ORDER, message!("front-other-day", key, day, named))
        .at(file, span)
        .help(message!("front-other-day-help", line, day, key))
}

/// `categories`, or `category`, are read as tags; `key` is as written, and `tags`
/// says whether there are tags too.
pub fn categories(file: &SourcePath, span: Span, key: &str, tags: bool) -> Diagnostic {
    Diagnostic::new(CATEGORIES, message!("front-categories"))
        .at(file, span)
        .help(match tags {
            true => message!("front-categories-help-move", key),
            false => message!("front-categories-help", line = "tags:", key),
        })
}

/// No description, and not said to be decorative.
pub fn missing_alt(file: &SourcePath, span: Span, src: &str) -> Diagnostic {
    let line = line_of_image(src);
    Diagnostic::new(MISSING_ALT, message!("front-missing-alt", src))
        .at(file, span)
        .help(message!("help-write", line))
        .help(message!(
            "front-missing-alt-help",
            line = "decorative: true"
        ))
}

/// Why an image's path can't be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImageFault {
    /// It has a `\`; the path that is meant.
    Backslash(String),
    /// It has a control character.
    Control,
    /// It goes through `static/`; the path that is meant.
    Static(String),
    /// It leaves `content/`.
    Outside,
}

/// A path that can't be used.
pub fn image_path(file: &SourcePath, span: Span, src: &str, fault: &ImageFault) -> Diagnostic {
    let (message, help) = match fault {
        ImageFault::Backslash(line) => (
            message!("front-image-backslash", src),
            message!("help-write", line),
        ),
        ImageFault::Control => (
            message!("front-image-control", src),
            message!("front-image-control-help"),
        ),
        ImageFault::Static(line) => (
            message!("front-image-static", src),
            message!("help-write", line),
        ),
        ImageFault::Outside => (
            message!("front-image-outside", src),
            message!("front-image-outside-help"),
        ),
    };
    Diagnostic::new(IMAGE_PATH, message)
        .at(file, span)
        .help(help)
}

/// A file of comments beside a post that shows none.
pub fn unshown_comments(file: &SourcePath, span: Span, comments: &SourcePath) -> Diagnostic {
    let line = "comments: archived";
    Diagnostic::new(UNSHOWN_COMMENTS, message!("front-unshown", comments))
        .at(file, span)
        .help(message!("front-unshown-help", line))
}
