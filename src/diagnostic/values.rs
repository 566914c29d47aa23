//! Problems of a key's value: in front matter, site.yaml, comments.
//!
//! Owns one constructor for each; the codes are those of the file's area, in
//! [`super::keys`]. Must never know which keys there are.

use super::keys::KeyCodes;
use super::suggest::{did_you_mean, nearest};
use super::{Diagnostic, Span};
use crate::path::SourcePath;

/// One of several words is wanted.
pub fn bad_choice(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    allowed: &[&str],
) -> Diagnostic {
    let near = nearest(written, allowed.iter().copied());
    let words: Vec<_> = allowed.iter().map(|word| format!("`{word}`")).collect();
    let diagnostic = Diagnostic::new(
        codes.bad_value,
        format!(
            "`{written}` is not a value of `{key}`{}",
            did_you_mean(near)
        ),
    )
    .at(file, span);
    diagnostic.help(format!("write one of {}", words.join(", ")))
}

/// `yes`, `ja`, `"true"`: neither true nor false.
pub fn bad_bool(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    meant: Option<bool>,
    secret: bool,
) -> Diagnostic {
    let code = if secret {
        codes.unclear_secrecy
    } else {
        codes.wrong_type
    };
    let message = if written.is_empty() {
        format!("`{key}` has no value: it is neither `true` nor `false`")
    } else if matches!(written, "true" | "false") {
        format!("`{written}` in quotation marks is a text")
    } else {
        format!("`{}` is neither `true` nor `false`", shown(written))
    };
    let help = match meant {
        Some(value) => format!("write `{key}: {value}`"),
        None => format!("write `{key}: true` or `{key}: false`"),
    };
    Diagnostic::new(code, message).at(file, span).help(help)
}

/// A value of the right kind that can't be used; `why` completes "`x` …".
pub fn bad_value(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    why: &str,
) -> Diagnostic {
    Diagnostic::new(codes.bad_value, format!("`{}` {why}", shown(written))).at(file, span)
}

/// The name of a tag, an author or a network that is a whole text.
pub fn long_name(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    longest: usize,
) -> Diagnostic {
    let why = format!("is too long for a name: it has more than {longest} letters");
    bad_value(codes, file, span, written, &why).help(format!(
        "write a few words for each, as in `{key}: [one, another]`"
    ))
}

/// Not the tag of a language; `meant` is one.
pub fn bad_language(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    meant: Option<&str>,
) -> Diagnostic {
    bad_value(codes, file, span, written, "is not the tag of a language").help(match meant {
        Some(tag) => format!("write `{key}: {tag}`"),
        None => format!("write a BCP 47 tag, for example `{key}: sv` or `{key}: en`"),
    })
}

/// An address that is none, or not one that may be used here.
pub fn bad_address(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    why: &str,
    unsafe_scheme: bool,
) -> Diagnostic {
    let code = if unsafe_scheme {
        codes.unsafe_address
    } else {
        codes.bad_address
    };
    Diagnostic::new(code, format!("`{}` {why}", shown(written))).at(file, span)
}

/// A date that decides what is published, and isn't there; `# 2027-01-01` is a comment.
pub fn no_date(codes: &KeyCodes, file: &SourcePath, span: Span, key: &str) -> Diagnostic {
    Diagnostic::new(
        codes.unclear_secrecy,
        format!("`{key}` has no value: when this is to be published isn't known"),
    )
    .at(file, span)
    .help(format!("write `{key}: 2027-01-31`, or remove the line"))
}

/// Not a date; `why` is a whole sentence about it, `lines` are ways out.
pub fn bad_date(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    message: String,
    lines: Vec<String>,
) -> Diagnostic {
    lines.into_iter().fold(
        Diagnostic::new(codes.bad_date, message).at(file, span),
        Diagnostic::help,
    )
}

/// Characters that have no place in a text.
pub fn control_characters(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    found: char,
) -> Diagnostic {
    Diagnostic::new(
        codes.suspicious_text,
        format!(
            "`{key}` contains the invisible control character U+{:04X}, which is left out",
            u32::from(found)
        ),
    )
    .at(file, span)
    .help("delete it; it often comes along when text is pasted from another program")
}

/// ` #metoo` at the end of a text: YAML takes it for a comment.
pub fn lost_to_comment(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    lost: &str,
    corrected: &str,
) -> Diagnostic {
    Diagnostic::new(
        codes.suspicious_text,
        format!("`{lost}` is not read, because ` #` begins a comment"),
    )
    .at(file, span)
    .help(format!("write `{corrected}`"))
}

/// HTML where it has no meaning; `line` is what to write.
pub fn markup(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    piece: &str,
    line: &str,
) -> Diagnostic {
    let piece = shown(piece);
    Diagnostic::new(
        codes.suspicious_text,
        format!("`{piece}` is HTML, which this text doesn't have: readers would see it as it is"),
    )
    .at(file, span)
    .help(format!("write `{line}`"))
}

/// UTF-8 that a program took for another encoding; `line` is what to write.
pub fn garbled(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    piece: &str,
    line: &str,
) -> Diagnostic {
    let piece = shown(piece);
    Diagnostic::new(
        codes.suspicious_text,
        format!("`{piece}` is UTF-8 that a program took for another encoding"),
    )
    .at(file, span)
    .help(format!("write `{line}`"))
}

/// “…” around a whole value: the marks become part of it.
pub fn curly_quotes(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    corrected: &str,
) -> Diagnostic {
    Diagnostic::new(
        codes.suspicious_text,
        "these curly quotation marks become part of the text",
    )
    .at(file, span)
    .help(format!(
        "write `{corrected}` if they were meant to delimit it"
    ))
}

/// “…” around items of a list, which are read without them.
pub fn curly_items(codes: &KeyCodes, file: &SourcePath, span: Span, corrected: &str) -> Diagnostic {
    Diagnostic::new(
        codes.suspicious_text,
        "curly quotation marks do not delimit an item of a list; they are left out",
    )
    .at(file, span)
    .help(format!("write `{corrected}`"))
}

/// `anna-bergh.md`: a profile's file where its name is wanted.
pub fn name_of_file(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    id: &str,
) -> Diagnostic {
    Diagnostic::new(
        codes.suspicious_text,
        format!("`{written}` is a file; an author is named by the file's name without `.md`"),
    )
    .at(file, span)
    .help(format!("write `{id}`"))
}

/// Values between commas where a list is wanted.
pub fn comma_list(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    corrected: &str,
) -> Diagnostic {
    Diagnostic::new(
        codes.comma_list,
        format!("`{key}` is one text with several values; it is read as a list"),
    )
    .at(file, span)
    .help(format!("write `{corrected}`"))
}

/// Words with spaces between them: one name, or several as other systems read them.
/// `apart` and `together` are both as lists.
pub fn one_or_several(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    key: &str,
    written: &str,
    apart: &str,
    together: &str,
) -> Diagnostic {
    Diagnostic::new(
        codes.comma_list,
        format!(
            "`{}` is read as one of `{key}`, with spaces in it",
            shown(written)
        ),
    )
    .at(file, span)
    .help(format!("write `{key}: {apart}` if these are several"))
    .help(format!("write `{key}: {together}` if it is one"))
}

/// `[Anna Berg](https://…)` where a name is wanted; `meant` is what to write.
pub fn linked_name(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    meant: &str,
) -> Diagnostic {
    bad_value(
        codes,
        file,
        span,
        written,
        "holds a link, and only names belong here",
    )
    .help(format!("write `{meant}`"))
    .help("the address belongs in the author's profile: `url:` in `content/authors/<id>.md`")
}

/// An e-mail address beside or instead of a name; `meant` is what to write.
pub fn name_with_address(
    codes: &KeyCodes,
    file: &SourcePath,
    span: Span,
    written: &str,
    meant: &str,
) -> Diagnostic {
    bad_value(
        codes,
        file,
        span,
        written,
        "would publish an e-mail address as a name",
    )
    .help(format!("write `{meant}`"))
    .help(
        "if readers may have the address, it belongs in the author's profile: `email:` and \
             `public_contact: true` in `content/authors/<id>.md`",
    )
}

/// Shortens what a message quotes.
fn shown(written: &str) -> String {
    if written.chars().count() <= 80 {
        return written.to_owned();
    }
    let mut short: String = written.chars().take(79).collect();
    short.push('…');
    short
}
