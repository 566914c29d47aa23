//! `{lang=en .class #id decorative}`.
//!
//! Owns the syntax of attributes after spans, links, images, headings and blocks.
//! Must never know what they are attached to.

use super::escape;
use super::out::Out;

/// No attributes are longer: a `{` far from its `}` is text.
const LONGEST: usize = 256;

/// Attributes as written.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Attributes {
    /// `#id`.
    pub(super) id: Option<String>,
    /// `.class`, separated by spaces.
    pub(super) classes: String,
    /// `lang=…`.
    pub(super) lang: Option<String>,
    /// `decorative`.
    pub(super) decorative: bool,
    /// Keys without a meaning.
    pub(super) unknown: Vec<String>,
    /// Bytes from `{` to after `}`.
    pub(super) len: usize,
}

impl Attributes {
    /// Reads attributes from text that begins with `{`; `None` if it is just text.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let inner = text.strip_prefix('{')?;
        let end = inner
            .bytes()
            .take(LONGEST)
            .position(|b| matches!(b, b'}' | b'\n' | b'{' | b'<' | b'`'))?;
        if inner.as_bytes()[end] != b'}' {
            return None;
        }
        let mut found = Self {
            len: end + 2,
            ..Self::default()
        };
        let items = inner[..end].split_ascii_whitespace();
        let mut any = false;
        for item in items {
            any = true;
            if let Some(id) = item.strip_prefix('#') {
                found.id = Some(id_of(id)?.to_owned());
            } else if let Some(classes) = item.strip_prefix('.') {
                for class in classes.split('.') {
                    if !found.classes.is_empty() {
                        found.classes.push(' ');
                    }
                    found.classes.push_str(name(class)?);
                }
            } else if let Some((key, value)) = item.split_once('=') {
                let key = name(key)?;
                let value = value.trim_matches('"');
                if key == "lang" && !value.is_empty() {
                    found.lang = Some(value.to_owned());
                } else {
                    found.unknown.push(key.to_owned());
                }
            } else if item == "decorative" {
                found.decorative = true;
            } else {
                return None;
            }
        }
        any.then_some(found)
    }

    /// Appends ` class="…"` if there are any; `more` come first.
    pub(super) fn write_classes(&self, more: &str, out: &mut Out) {
        if self.classes.is_empty() && more.is_empty() {
            return;
        }
        out.push(" class=\"");
        out.push(more);
        if !self.classes.is_empty() && !more.is_empty() {
            out.push(" ");
        }
        escape::attribute(&mut out.html, &self.classes);
        out.push("\"");
    }
}

/// An id, as other programs make them of headings: of anything that can't be markup.
fn id_of(text: &str) -> Option<&str> {
    let markup = |c: char| {
        matches!(
            c,
            '"' | '<' | '>' | '`' | '*' | '[' | ']' | '\\' | '~' | '&' | '{'
        )
    };
    let valid = !text.is_empty()
        && !text.contains(|c: char| markup(c) || c.is_control())
        && !text.starts_with('_')
        && !text.ends_with('_');
    valid.then_some(text)
}

/// A name of letters, digits, `-` and `_`, so that it can't be markup.
fn name(text: &str) -> Option<&str> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':');
    let valid = !text.is_empty()
        && text.chars().all(inner)
        && !text.starts_with('_')
        && !text.ends_with('_');
    valid.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_attributes_and_leaves_text() {
        let found = Attributes::parse("{lang=en .a .b #c} rest").expect("is a list");
        assert_eq!(found.lang.as_deref(), Some("en"));
        assert_eq!(found.classes, "a b");
        assert_eq!(found.id.as_deref(), Some("c"));
        assert_eq!(found.len, 18);
        assert_eq!(
            Attributes::parse("{color=red}").map(|a| a.unknown),
            Some(vec!["color".into()])
        );
        for id in [
            "cd47.graf.graf--p",
            "a--b",
            "vad-gör-ni?",
            "it’s",
            "it's",
            "a/b",
            "å:1",
            "1)",
        ] {
            let found = Attributes::parse(&format!("{{#{id} .x.y}}")).expect("is a list");
            assert_eq!(
                (found.id.as_deref(), found.classes.as_str()),
                (Some(id), "x y")
            );
        }
        for text in [
            "{}",
            "{ord}",
            "{a b}",
            "{.x",
            "{#a\n}",
            "{.a\"b}",
            "{#\u{e5}*x*}",
            "x",
        ] {
            assert_eq!(Attributes::parse(text), None, "{text}");
        }
    }
}
