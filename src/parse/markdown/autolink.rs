//! Addresses that stand in running text as they are.
//!
//! Owns where a bare URL or e-mail address begins and ends, as GFM says. Must never
//! know what becomes of it.

use std::ops::Range;

/// An address in running text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bare {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// What has to be put before it to make it an address.
    pub(super) prefix: &'static str,
}

/// The first address in `source[start..end]`; `before` is the character before it.
pub(super) fn find(source: &str, start: usize, end: usize, before: char) -> Option<Bare> {
    let bytes = &source.as_bytes()[..end];
    // Most text has no sign of one, which is soon seen: the compiler makes this wide.
    let text = &bytes[start..];
    let signs = text.iter().zip(text.iter().skip(1)).map(|(one, two)| {
        let double = (*one | 0x20 == b'w') & (*two | 0x20 == b'w');
        u8::from(double | (*one == b'@') | ((*one == b':') & (*two == b'/')))
    });
    if signs.fold(0, u8::max) == 0 {
        return None;
    }
    let mut from = start;
    let mut at = start;
    while let Some(found) = bytes[at..].iter().position(|b| begins_address(*b)) {
        at += found;
        let bare = match bytes[at] {
            b':' => url(source, start, at, end, before),
            b'@' => email(source, start, from, at..end, before),
            _ => www(source, start, at, end, before),
        };
        if bare.is_some() {
            return bare;
        }
        // An address can't begin before a sign that was looked at.
        if bytes[at] == b'@' {
            from = at + 1;
        }
        at += 1;
    }
    None
}

/// What an address is recognised by.
fn begins_address(byte: u8) -> bool {
    (byte == b':') | (byte == b'@') | (byte == b'w') | (byte == b'W')
}

/// `https://` around the `:` at `at`.
fn url(source: &str, start: usize, at: usize, end: usize, before: char) -> Option<Bare> {
    let rest = source[at..end].strip_prefix("://")?;
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        at - start >= scheme.len()
            && source.is_char_boundary(at - scheme.len())
            && source[at - scheme.len()..at].eq_ignore_ascii_case(scheme)
    })?;
    let begin = at - scheme.len();
    if previous(source, start, begin, before).is_alphanumeric() {
        return None;
    }
    let length = host(rest)?;
    let stop = at + 3 + length + path(&rest[length..]);
    Some(Bare {
        range: begin..trim(source, begin, stop),
        prefix: "",
    })
}

/// `www.` at `at`.
fn www(source: &str, start: usize, at: usize, end: usize, before: char) -> Option<Bare> {
    let text = &source[at..end];
    if !text.is_char_boundary(4.min(text.len()))
        || text.len() < 5
        || !text[..4].eq_ignore_ascii_case("www.")
    {
        return None;
    }
    let previous = previous(source, start, at, before);
    if previous.is_alphanumeric() || matches!(previous, '.' | '-' | '_' | '/' | '@') {
        return None;
    }
    let length = host(text)?;
    let stop = at + length + path(&text[length..]);
    Some(Bare {
        range: at..trim(source, at, stop),
        prefix: "https://",
    })
}

/// An e-mail address around the `@` at the beginning of `around`, from `from` on.
fn email(
    source: &str,
    start: usize,
    from: usize,
    around: Range<usize>,
    before: char,
) -> Option<Bare> {
    let (at, end) = (around.start, around.end);
    let bytes = source.as_bytes();
    let local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+');
    let length = bytes[from..at]
        .iter()
        .rev()
        .take_while(|b| local(b))
        .count();
    let mut begin = at - length;
    while begin < at && bytes[begin] == b'.' {
        begin += 1;
    }
    let previous = previous(source, start, begin, before);
    if begin == at || previous.is_alphanumeric() || matches!(previous, '@' | '/') {
        return None;
    }
    let domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    let rest = &source[at + 1..end];
    let mut length = rest.find(|c| !domain(c)).unwrap_or(rest.len());
    length = rest[..length].trim_end_matches('.').len();
    let host = &rest[..length];
    let valid = host.contains('.')
        && !host.ends_with(['-', '_'])
        && host.split('.').all(|label| !label.is_empty())
        && !rest[length..].starts_with('@');
    valid.then_some(Bare {
        range: begin..at + 1 + length,
        prefix: "mailto:",
    })
}

fn previous(source: &str, start: usize, at: usize, before: char) -> char {
    source[start..at].chars().next_back().unwrap_or(before)
}

/// The length of a host with at least one point, and perhaps a port.
fn host(text: &str) -> Option<usize> {
    let label = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let length = text.find(|c| !label(c)).unwrap_or(text.len());
    let host = text[..length].trim_end_matches('.');
    let mut labels = host.rsplit('.');
    let valid = labels.clone().count() > 1
        && labels.clone().all(|label| !label.is_empty())
        && labels.by_ref().take(2).all(|label| !label.contains('_'));
    valid.then_some(host.len())
}

/// The length of what follows a host.
fn path(text: &str) -> usize {
    if !text.starts_with(['/', '?', '#', ':']) {
        return 0;
    }
    text.find(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '”' | '“' | '»' | '«')
    })
    .unwrap_or(text.len())
}

/// Leaves out the punctuation that belongs to the sentence, and `)` without `(`.
fn trim(source: &str, start: usize, end: usize) -> usize {
    let bytes = source.as_bytes();
    let count = |byte: u8| bytes[start..end].iter().filter(|b| **b == byte).count();
    let mut extra = count(b')').saturating_sub(count(b'('));
    let mut extra_square = count(b']').saturating_sub(count(b'['));
    let mut stop = end;
    while stop > start {
        match source[..stop].chars().next_back() {
            Some(
                c @ ('?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' | '’' | '…' | '|'),
            ) => {
                stop -= c.len_utf8();
            }
            Some(')') if extra > 0 => {
                extra -= 1;
                stop -= 1;
            }
            Some(']') if extra_square > 0 => {
                extra_square -= 1;
                stop -= 1;
            }
            _ => break,
        }
    }
    stop
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut found = Vec::new();
        let mut start = 0;
        while let Some(bare) = find(text, start, text.len(), '\n') {
            found.push(format!("{}{}", bare.prefix, &text[bare.range.clone()]));
            start = bare.range.end;
        }
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn urls() {
        check(
            "se https://a.se/x_y?a=1&b=2.",
            &["https://a.se/x_y?a=1&b=2"],
        );
        check("(https://a.se/b_(c)) och", &["https://a.se/b_(c)"]);
        check(
            "HTTP://A.se, www.b.se!",
            &["HTTP://A.se", "https://www.b.se"],
        );
        check("https://räksmörgås.se/å", &["https://räksmörgås.se/å"]);
        check("xhttps://a.se http://a ftp://a.se", &[]);
        check("awww.a.se www. www.a", &["https://www.a"]);
        check("https://a.se:8080/x", &["https://a.se:8080/x"]);
        check("”https://a.se/x”", &["https://a.se/x"]);
        check("https://a_b.se", &[]);
        check("https://a..se", &[]);
    }

    #[test]
    fn email_addresses() {
        check("till a.b+c@d-e.se.", &["mailto:a.b+c@d-e.se"]);
        check("åsa@a.se a@b @a.se a@ @", &[]);
        check("info@göteborg.se", &["mailto:info@göteborg.se"]);
        check("a@b@c.se a@-", &[]);
        check("x@a.se, y@a.se", &["mailto:x@a.se", "mailto:y@a.se"]);
    }
}
