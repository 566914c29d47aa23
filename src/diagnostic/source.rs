//! Files that can't be read, or that are not read.

use std::io;
use std::path::Path;

use super::{Code, Diagnostic, Span};
use crate::path::SourcePath;
use crate::sources::Ignored;

const UNREADABLE: Code = Code::guard("source/unreadable");
const NOT_UTF8: Code = Code::guard("source/not-utf8");
const HIDDEN_CHARACTER: Code = Code::error("source/hidden-character");
const TOO_LARGE: Code = Code::guard("source/too-large");
const LINK_OUTSIDE: Code = Code::guard("source/link-outside");
const LINK_LOOP: Code = Code::guard("source/link-loop");
const DANGLING_LINK: Code = Code::warning("source/dangling-link");
const SPECIAL_FILE: Code = Code::warning("source/special-file");
const NAME_NOT_UTF8: Code = Code::guard("source/name-not-utf8");
const SAME_NAME: Code = Code::guard("source/same-name");
const CASE_COLLISION: Code = Code::guard("source/case-collision");
const IGNORED_FILE: Code = Code::warning("source/ignored-file");
const UNKNOWN_FOLDER: Code = Code::warning("source/unknown-folder");
const NO_CONFIG: Code = Code::guard("source/no-config");

/// The codes of this area.
pub const CODES: &[Code] = &[
    UNREADABLE,
    NOT_UTF8,
    HIDDEN_CHARACTER,
    TOO_LARGE,
    LINK_OUTSIDE,
    LINK_LOOP,
    DANGLING_LINK,
    SPECIAL_FILE,
    NAME_NOT_UTF8,
    SAME_NAME,
    CASE_COLLISION,
    IGNORED_FILE,
    UNKNOWN_FOLDER,
    NO_CONFIG,
];

/// The system won't let us read it.
pub fn unreadable(file: &SourcePath, error: &io::Error) -> Diagnostic {
    Diagnostic::new(UNREADABLE, format!("the file can't be read: {error}"))
        .in_file(file)
        .help("check that the file is there and that you may read it")
}

/// Not UTF-8. `line` is where it shows, `shown` that line as it was probably meant.
pub fn not_utf8(
    file: &SourcePath,
    line: Option<usize>,
    encoding: &str,
    shown: Option<&str>,
) -> Diagnostic {
    let place = line.map_or_else(String::new, |line| format!(" (line {line})"));
    let diagnostic = Diagnostic::new(
        NOT_UTF8,
        format!("the text is not UTF-8{place}; it looks like {encoding}"),
    )
    .in_file(file)
    .help("open it in your editor, choose “Save with encoding” and UTF-8");
    match shown {
        Some(shown) => diagnostic.help(shown),
        None => diagnostic,
    }
}

/// A character that hides what the text says.
pub fn hidden_character(file: &SourcePath, span: Span, character: char) -> Diagnostic {
    let what = if character == '\0' {
        "the character NUL"
    } else {
        "a character that turns the direction of the text"
    };
    Diagnostic::new(
        HIDDEN_CHARACTER,
        format!("{what} (U+{:04X}) is hidden here", u32::from(character)),
    )
    .at(file, span)
    .help("remove it; for right-to-left text write `::: {lang=…}` or `[…]{lang=…}` instead")
}

/// Larger than any text that a person writes.
pub fn too_large(file: &SourcePath, len: u64, limit: u64) -> Diagnostic {
    let mebibytes = |bytes: u64| bytes.div_ceil(1024 * 1024);
    Diagnostic::new(
        TOO_LARGE,
        format!(
            "the text has {} MiB; {} are the limit",
            mebibytes(len),
            mebibytes(limit)
        ),
    )
    .in_file(file)
    .help("split it, or move it out of the site's folders if it is no text")
}

/// A symbolic link that leaves the site.
pub fn link_outside(file: &SourcePath, target: &Path) -> Diagnostic {
    Diagnostic::new(
        LINK_OUTSIDE,
        format!(
            "the symbolic link leads out of the site, to {}",
            target.display()
        ),
    )
    .in_file(file)
    .help("copy the file into the site; what lies outside is never published")
}

/// A symbolic link to a folder above it.
pub fn link_loop(file: &SourcePath, ancestor: &str) -> Diagnostic {
    Diagnostic::new(
        LINK_LOOP,
        format!("the symbolic link makes a loop: it leads back to {ancestor}"),
    )
    .in_file(file)
    .help("remove the link")
}

/// A symbolic link to nothing.
pub fn dangling_link(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        DANGLING_LINK,
        "the symbolic link leads to a file that does not exist",
    )
    .in_file(file)
    .help("remove the link, or put its target back")
}

/// A pipe, a socket or a device.
pub fn special_file(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        SPECIAL_FILE,
        "this is a pipe, a socket or a device, and is not opened",
    )
    .in_file(file)
    .help("move it out of the site's folders")
}

/// A name that is not UTF-8.
pub fn name_not_utf8(file: &SourcePath) -> Diagnostic {
    Diagnostic::new(NAME_NOT_UTF8, "the file's name is not UTF-8")
        .in_file(file)
        .help("rename the file with letters, digits and hyphens")
}

/// Two files whose names look the same (å as one letter, and as a with a ring).
pub fn same_name(file: &SourcePath, one: &Path, two: &Path) -> Diagnostic {
    let bytes = |path: &Path| {
        format!(
            "{:?}",
            path.file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .escape_unicode()
                .to_string()
        )
    };
    Diagnostic::new(SAME_NAME, format!("two files are called `{file}`: their names differ only in how their letters are composed"))
        .in_file(file)
        .note(format!("{} and {}", bytes(one), bytes(two)))
        .help("remove one of them; they probably came from two different systems")
}

/// Two files whose names differ only in case.
pub fn case_collision(file: &SourcePath, other: &SourcePath) -> Diagnostic {
    Diagnostic::new(
        CASE_COLLISION,
        format!("`{file}` and `{other}` differ only in upper and lower case"),
    )
    .in_file(file)
    .label(other, None, "the other one")
    .help("rename one of them; on many systems and hosts they are the same file")
}

/// A file under `content/` or `static/` that is not read.
pub fn ignored(file: &SourcePath, why: Ignored) -> Diagnostic {
    let (message, help) = match why {
        Ignored::Extension => (
            "the file is not read: its name does not end in what nitton looks for",
            "let its name end in `.md` (archived comments: `.comments.yaml`), in lower case",
        ),
        Ignored::Format => (
            "the file is not read: it is not Markdown",
            "save its text as Markdown, in a file that ends in `.md`",
        ),
        Ignored::UnknownFolder => (
            "the file is not read: it lies in none of the folders for posts, pages, authors, networks and tags",
            "move it to `content/posts/` or `content/pages/`",
        ),
        Ignored::TooDeep => (
            "the profile is not read: it lies in a folder of its own",
            "move it up, directly below `content/authors/`, `content/networks/` or `content/tags/`",
        ),
        Ignored::NotForPublication => (
            "the file is not published: it looks secret, or like an editor's or a system's own",
            "if readers shall have it, give it another name; else move it out of `static/`",
        ),
    };
    Diagnostic::new(IGNORED_FILE, message)
        .in_file(file)
        .help(help)
}

/// A folder under `content/` whose name is almost a known one.
pub fn unknown_folder(folder: &SourcePath, near: &str) -> Diagnostic {
    Diagnostic::new(
        UNKNOWN_FOLDER,
        format!("the folder `{folder}` is not one that nitton knows"),
    )
    .in_file(folder)
    .help(format!("did you mean `content/{near}`?"))
}

/// No configuration.
pub fn no_config(file: &SourcePath, other: Option<&str>) -> Diagnostic {
    let diagnostic = Diagnostic::new(NO_CONFIG, format!("there is no `{file}` here")).in_file(file);
    match other {
        Some(other) => diagnostic.help(format!(
            "there is a `{other}`: nitton's configuration is `site.yaml`, with at least `title:` and `base_url:`"
        )),
        None => diagnostic.help("write a new site with `nitton init`, or give its folder with `--root`"),
    }
}
