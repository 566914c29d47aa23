//! From the target of a request to a path that is safe to look up.
//!
//! A path here is a key of a table and never the name of a file; all the same nothing
//! gets through that could mean another place to anybody: no `..`, no `\`, no NUL.

use percent_encoding::percent_decode_str;

use super::request::Refusal;
use crate::message;
use crate::message::Message;

/// What a request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target<'a> {
    /// Decoded; begins with `/`.
    pub(super) path: String,
    /// As it came, without the `?`.
    pub(super) query: Option<&'a str>,
}

impl<'a> Target<'a> {
    /// From the origin form, `/path?query`; every other form is refused.
    pub(super) fn parse(target: &'a str) -> Result<Self, Refusal> {
        let bad = |why: Message| Err(Refusal::new(400, why));
        if !target.starts_with('/') {
            return bad(message!("preview-address-start"));
        }
        if !target.bytes().all(|byte| byte.is_ascii_graphic()) || target.contains(['#', '\\']) {
            return bad(message!("preview-address-character"));
        }
        let (path, query) = match target.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (target, None),
        };
        if !is_well_encoded(path) {
            return bad(message!("preview-address-percent"));
        }
        let mut decoded = String::with_capacity(path.len());
        for segment in path[1..].split('/') {
            let Ok(segment) = percent_decode_str(segment).decode_utf8() else {
                return bad(message!("preview-address-encoding"));
            };
            if segment == "." || segment == ".." {
                return bad(message!("preview-address-dots"));
            }
            if segment.contains(['/', '\\']) || segment.contains(char::is_control) {
                return bad(message!("preview-address-hidden"));
            }
            decoded.push('/');
            decoded.push_str(&segment);
        }
        Ok(Self {
            path: decoded,
            query,
        })
    }
}

fn is_well_encoded(path: &str) -> bool {
    let mut pieces = path.split('%');
    pieces.next();
    pieces.all(|piece| {
        let digits = piece.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_path_is_decoded_and_its_query_kept() {
        let target = Target::parse("/h%C3%A5ll/a.b/?q=%2e%2e/x").expect("a good one");
        assert_eq!(target.path, "/håll/a.b/");
        assert_eq!(target.query, Some("q=%2e%2e/x"));
        assert_eq!(Target::parse("/").expect("a good one").query, None);
        assert_eq!(Target::parse("/...").expect("a good one").path, "/...");
    }

    #[test]
    fn what_could_lead_elsewhere_is_refused() {
        for target in [
            "",
            "*",
            "http://evil.example/",
            "evil",
            "/../etc/passwd",
            "/a/../b",
            "/a/..",
            "/./",
            "/%2e%2e/etc/passwd",
            "/.%2e/",
            "/%2E/",
            "/a%2f..%2fb",
            "/..%2f",
            "/a\\b",
            "/%5c",
            "/..%5c..%5c",
            "/%00",
            "/a%0d%0aSet-Cookie:x",
            "/%7f",
            "/%c2%85",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
            "/%c0%ae%c0%ae/",
            "/a#b",
            "/å",
            "/a b",
            "/\t",
        ] {
            assert_eq!(
                Target::parse(target).map_err(|r| r.status),
                Err(400),
                "{target:?}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_target_leads_out_of_the_table(target in "(/|%2e|%2f|%5c|\\.|a|%|\\\\|[ -~]|\\PC){0,24}") {
            if let Ok(target) = Target::parse(&target) {
                prop_assert!(target.path.starts_with('/'));
                prop_assert!(!target.path.contains(['\\', '\0', '\r', '\n']));
                prop_assert!(target.path.split('/').all(|segment| segment != ".." && segment != "."));
            }
        }
    }
}
