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
                found.id = Some(name(id)?.to_owned());
            } else if let Some(class) = item.strip_prefix('.') {
                if !found.classes.is_empty() {
                    found.classes.push(' ');
                }
                found.classes.push_str(name(class)?);
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

/// A name of letters, digits, `-` and `_`, so that it can't be markup.
fn name(text: &str) -> Option<&str> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | ':');
    let valid = !text.is_empty()
        && text.chars().all(inner)
        && !text.starts_with('_')
        && !text.ends_with('_');
    valid.then_some(text)
}

/// Whether a language is written from right to left.
pub(super) fn is_rtl(lang: &str) -> bool {
    let mut parts = lang.split('-');
    let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
    let script =
        parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    match script.map(str::to_ascii_lowercase).as_deref() {
        Some("arab" | "aran" | "hebr" | "thaa" | "syrc" | "nkoo" | "adlm" | "rohg") => true,
        Some(_) => false,
        None => matches!(
            primary.as_str(),
            "ar" | "he"
                | "iw"
                | "yi"
                | "ji"
                | "fa"
                | "prs"
                | "ur"
                | "ps"
                | "sd"
                | "ug"
                | "dv"
                | "ckb"
                | "ks"
                | "syr"
                | "arc"
                | "aii"
                | "nqo"
                | "sdh"
                | "lrc"
                | "glk"
                | "mzn"
        ),
    }
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

    #[test]
    fn direction_follows_language_and_script() {
        for lang in ["yi", "ar", "he-IL", "ku-Arab", "fa", "ckb"] {
            assert!(is_rtl(lang), "{lang}");
        }
        for lang in ["sv", "en", "yi-Latn", "ku", "az-Latn-AZ"] {
            assert!(!is_rtl(lang), "{lang}");
        }
    }
}
