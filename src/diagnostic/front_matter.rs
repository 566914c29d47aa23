//! Problems of front matter: its fences, and what its keys say.
//!
//! Owns one constructor for each problem that only documents have; those of any map of
//! keys are in [`super::keys`]. Must never know how front matter is read.

use super::keys::FRONT_MATTER;
use super::{Code, Diagnostic, Span};
use crate::path::SourcePath;

/// No front matter.
pub const MISSING: Code = Code::guard("front-matter/missing");
/// A front matter in another language, or with other fences.
pub const FENCE: Code = Code::guard("front-matter/fence");
/// A front matter in TOML.
pub const TOML: Code = Code::warning("front-matter/toml");
/// TOML that can't be read.
pub const TOML_SYNTAX: Code = Code::guard("front-matter/toml-syntax");
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
    MISSING,
    FENCE,
    TOML,
    TOML_SYNTAX,
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

/// The file does not begin with `---`.
pub fn missing(file: &SourcePath, span: Span, example: &str) -> Diagnostic {
    Diagnostic::new(MISSING, "the file does not begin with front matter")
        .at(file, span)
        .help(format!(
            "begin it with a line `---`, then {example}, then another line `---`"
        ))
}

/// A line of front matter below its end, where it is text; `secret`: it may say that
/// this is not to be published. `fence` is the end.
pub fn below_fence(
    file: &SourcePath,
    span: Span,
    line: &str,
    fence: Span,
    secret: bool,
) -> Diagnostic {
    let code = if secret {
        FRONT_MATTER.unclear_secrecy
    } else {
        FENCE
    };
    Diagnostic::new(
        code,
        format!("`{line}` stands below the `---` that ends the front matter, so it is text"),
    )
    .at(file, span)
    .label(file, Some(fence), "the front matter ends here")
    .help("move it above that `---`, so that there is one front matter and two lines `---`")
    .help(format!("if readers should see it, write `` `{line}` ``"))
}

/// The first `---` is absent.
pub fn unopened(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(FENCE, "there is no line `---` above the front matter")
        .at(file, span)
        .note("begins here")
        .help("add a line `---` above this one")
}

/// Something stands above the front matter.
pub fn late(file: &SourcePath, span: Span, first: Span) -> Diagnostic {
    Diagnostic::new(
        FENCE,
        "front matter must begin in the first line of the file",
    )
    .at(file, span)
    .note("begins here")
    .label(file, Some(first), "this stands above it")
    .help("move what stands above it below its second `---`, or delete it")
}

/// The second `---` is absent.
pub fn unclosed(file: &SourcePath, span: Span, fence: &str) -> Diagnostic {
    Diagnostic::new(FENCE, "the front matter that begins here never ends")
        .at(file, span)
        .note("begins here")
        .help(format!("add a line `{fence}` after the last key"))
}

/// `—` or `----` instead of `---`.
pub fn odd_fence(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(FENCE, "this line should be three hyphens")
        .at(file, span)
        .help("write `---` (some editors turn hyphens into a dash; undo it)")
}

/// `+++`, which is read all the same.
pub fn toml(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(
        TOML,
        "front matter between `+++` is TOML; it is read, but YAML is what the documents show",
    )
    .at(file, span)
    .help("write `---` for `+++`, and `key: value` for `key = value`")
}

/// A line that is no TOML; `words` are the parser's.
pub fn toml_syntax(
    file: &SourcePath,
    span: Span,
    words: &str,
    corrected: Option<&str>,
) -> Diagnostic {
    let diagnostic =
        Diagnostic::new(TOML_SYNTAX, format!("this can't be read as TOML: {words}")).at(file, span);
    match corrected {
        Some(line) => diagnostic.help(format!("write `{line}`")),
        None => diagnostic.help(
            "write each line as `key = \"value\"`, once for a key, and a list as `key = [\"a\", \"b\"]`",
        ),
    }
}

/// `---js`: other tools run it.
pub fn code(file: &SourcePath, span: Span, language: &str) -> Diagnostic {
    Diagnostic::new(
        FENCE,
        format!("`---{language}` asks for front matter in another language; nitton reads YAML only and runs no code"),
    )
    .at(file, span)
    .help("write `---` alone on the line, and `key: value` below it")
}

/// `{`.
pub fn json(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(FENCE, "front matter in JSON is not read")
        .at(file, span)
        .help("write a line `---`, then lines like `title: …`, then another line `---`")
}

/// Nobody has written the post.
pub fn missing_author(file: &SourcePath, span: Span) -> Diagnostic {
    Diagnostic::new(MISSING_AUTHOR, "`author` is missing")
        .at(file, span)
        .help("add `author: name-or-id`")
        .help("or set `default_author:` in site.yaml")
        .common_fix("`default_author:` in site.yaml")
}

/// A slug with a separator, a traversal or percent-encoding in it.
pub fn unsafe_slug(file: &SourcePath, span: Span, written: &str, suggestion: &str) -> Diagnostic {
    Diagnostic::new(
        UNSAFE_PATH,
        format!(
            "`{written}` can't be a slug: it is one part of the address, of letters, digits and `-`"
        ),
    )
    .at(file, span)
    .help(format!("write `slug: {suggestion}`"))
}

/// A slug that is put in order.
pub fn slug_changed(file: &SourcePath, span: Span, written: &str, slug: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        SLUG_CHANGED,
        format!("the slug `{written}` becomes `{slug}` in the address"),
    )
    .at(file, span)
    .help(format!("write `slug: {slug}`"));
    match written.to_lowercase() == slug {
        true => diagnostic.help(
            "if the page has been at an address with capitals, write that under `aliases:`, exactly as it was",
        ),
        false => diagnostic,
    }
}

/// Nothing is left for the URL.
pub fn empty_slug(file: &SourcePath, span: Span, from: &str) -> Diagnostic {
    Diagnostic::new(
        EMPTY_SLUG,
        format!("no address can be made of `{from}`: it has no letter or digit"),
    )
    .at(file, span)
    .help("add `slug: a-few-words`, or rename the file")
}

/// A name such as `2026-01-05`: nothing is left beside the date.
pub fn only_a_date(file: &SourcePath, name: &str) -> Diagnostic {
    Diagnostic::new(
        EMPTY_SLUG,
        format!("no address can be made of `{name}`, which is only a date"),
    )
    .in_file(file)
    .help(format!(
        "rename it, for example `{name}-a-few-words`, or add `slug: a-few-words`"
    ))
}

/// `content/pages/index.md`, where nitton's own start page is.
pub fn start_page(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        EMPTY_SLUG,
        format!("`{file}` would be the start page, but that is the list of posts"),
    )
    .in_file(file)
    .help("rename the file: `content/pages/om.md` becomes the page `/om/`")
    .help("to say something on the start page, override a block of its template: `templates/index.html`")
}

/// An alias that is not a path; `why` completes "`x` …".
pub fn bad_alias(
    file: &SourcePath,
    span: Span,
    written: &str,
    why: &str,
    corrected: Option<&str>,
) -> Diagnostic {
    let diagnostic = Diagnostic::new(
        BAD_ALIAS,
        format!("`{written}` can't be an old address of this page: {why}"),
    )
    .at(file, span);
    match corrected {
        Some(path) => diagnostic.help(format!("write `{path}`")),
        None => diagnostic.help("write the path as it was, for example `/2021/04/07/natverk.html`"),
    }
}

/// An alias that leaves the site.
pub fn unsafe_alias(file: &SourcePath, span: Span, written: &str, why: &str) -> Diagnostic {
    Diagnostic::new(
        UNSAFE_PATH,
        format!("`{written}` can't be an old address of this page: {why}"),
    )
    .at(file, span)
    .help("write the path as it was, for example `/2021/04/07/natverk.html`")
}

/// `updated` before `date`, `expires` before both.
pub fn date_order(
    file: &SourcePath,
    span: Span,
    key: &str,
    other: &str,
    other_span: Option<Span>,
    help: &str,
) -> Diagnostic {
    Diagnostic::new(DATE_ORDER, format!("`{key}` lies before `{other}`"))
        .at(file, span)
        .label(file, other_span, format!("`{other}` is here"))
        .help(help)
}

/// A date in the file's name that isn't read as one; `right` is the name as it would be.
pub fn date_in_slug(file: &SourcePath, right: &str) -> Diagnostic {
    Diagnostic::new(
        SLUG_CHANGED,
        "the date in the file's name becomes a part of the post's address",
    )
    .at(file, Span::default())
    .help(format!(
        "rename it to `{right}`: a date in this form is left out"
    ))
}

/// A day that isn't that of the file's name; both as `2021-04-07`.
pub fn other_day(file: &SourcePath, span: Span, key: &str, day: &str, named: &str) -> Diagnostic {
    Diagnostic::new(
        DATE_ORDER,
        format!("`{key}` says {day}, but the file's name {named}"),
    )
    .at(file, span)
    .help(format!(
        "write `{key}: {named}`, or begin the file's name with `{day}`: `{key}` is what counts"
    ))
}

/// `categories`, or `category`, are read as tags; `key` is as written, and `tags`
/// says whether there are tags too.
pub fn categories(file: &SourcePath, span: Span, key: &str, tags: bool) -> Diagnostic {
    let help = if tags {
        format!("move them into `tags:`, and remove `{key}:`")
    } else {
        format!("write `tags:` for `{key}:`")
    };
    Diagnostic::new(
        CATEGORIES,
        "nitton has no categories; these are read as tags",
    )
    .at(file, span)
    .help(help)
}

/// No description, and not said to be decorative.
pub fn missing_alt(file: &SourcePath, span: Span, src: &str) -> Diagnostic {
    Diagnostic::new(MISSING_ALT, format!("the image `{src}` has no description"))
        .at(file, span)
        .help(format!(
            "write `image: {{src: {src}, alt: \"what it shows\"}}`"
        ))
        .help("or `decorative: true` instead of `alt`, if it adds nothing to the text")
}

/// A path that can't be used; `why` completes "`x` …".
pub fn image_path(file: &SourcePath, span: Span, src: &str, why: &str, help: &str) -> Diagnostic {
    Diagnostic::new(IMAGE_PATH, format!("the image's path `{src}` {why}"))
        .at(file, span)
        .help(help)
}

/// A file of comments beside a post that shows none.
pub fn unshown_comments(file: &SourcePath, span: Span, comments: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        UNSHOWN_COMMENTS,
        format!("`{comments}` holds comments, but the post does not show them"),
    )
    .at(file, span)
    .help("write `comments: archived`, or remove the file")
}
