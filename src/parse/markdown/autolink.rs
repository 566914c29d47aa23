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

/// The addresses in `text`, which is a part of `source`, in order; `before` is the
/// character before it. Each byte is looked at a few times, however many there are.
pub(super) struct Addresses<'s> {
    source: &'s str,
    text: Range<usize>,
    before: char,
    /// Signs before this one were looked at.
    at: usize,
    /// No address begins before this byte.
    from: usize,
}

impl<'s> Addresses<'s> {
    pub(super) fn of(source: &'s str, text: Range<usize>, before: char) -> Self {
        // Most text has no sign of one, which is soon seen: the compiler makes this wide.
        let bytes = &source.as_bytes()[text.clone()];
        let signs = bytes.iter().zip(bytes.iter().skip(1)).map(|(one, two)| {
            let double = (*one | 0x20 == b'w') & (*two | 0x20 == b'w');
            u8::from(double | (*one == b'@') | ((*one == b':') & (*two == b'/')))
        });
        let none = signs.fold(0, u8::max) == 0;
        Self {
            source,
            before,
            at: if none { text.end } else { text.start },
            from: text.start,
            text,
        }
    }

    /// The character before this byte.
    fn previous(&self, at: usize) -> char {
        let text = &self.source[self.text.start..at];
        text.chars().next_back().unwrap_or(self.before)
    }
}

impl Iterator for Addresses<'_> {
    type Item = Bare;

    fn next(&mut self) -> Option<Bare> {
        let bytes = &self.source.as_bytes()[..self.text.end];
        while let Some(found) = bytes[self.at..].iter().position(|b| begins_address(*b)) {
            let at = self.at + found;
            let bare = match bytes[at] {
                b':' => self.url(at),
                b'@' => self.email(at),
                _ => self.www(at),
            };
            self.at = at + 1;
            if let Some(bare) = bare {
                self.at = bare.range.end;
                self.from = bare.range.end;
                return Some(bare);
            }
            // An address can't begin before a sign that was looked at.
            if bytes[at] == b'@' {
                self.from = self.at;
            }
        }
        self.at = self.text.end;
        None
    }
}

/// What an address is recognised by.
fn begins_address(byte: u8) -> bool {
    (byte == b':') | (byte == b'@') | (byte == b'w') | (byte == b'W')
}

impl Addresses<'_> {
    /// `https://` around the `:` at `at`.
    fn url(&self, at: usize) -> Option<Bare> {
        let source = self.source;
        let rest = source[at..self.text.end].strip_prefix("://")?;
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            at - self.from >= scheme.len()
                && source.is_char_boundary(at - scheme.len())
                && source[at - scheme.len()..at].eq_ignore_ascii_case(scheme)
        })?;
        let begin = at - scheme.len();
        if self.previous(begin).is_alphanumeric() {
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
    fn www(&self, at: usize) -> Option<Bare> {
        let text = &self.source[at..self.text.end];
        if !text.is_char_boundary(4.min(text.len()))
            || text.len() < 5
            || !text[..4].eq_ignore_ascii_case("www.")
        {
            return None;
        }
        let previous = self.previous(at);
        if previous.is_alphanumeric() || matches!(previous, '.' | '-' | '_' | '/' | '@') {
            return None;
        }
        let length = host(text)?;
        let stop = at + length + path(&text[length..]);
        Some(Bare {
            range: at..trim(self.source, at, stop),
            prefix: "https://",
        })
    }

    /// An e-mail address around the `@` at `at`.
    fn email(&self, at: usize) -> Option<Bare> {
        let bytes = self.source.as_bytes();
        let local = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+');
        let length = bytes[self.from..at]
            .iter()
            .rev()
            .take_while(|b| local(b))
            .count();
        let mut begin = at - length;
        while begin < at && bytes[begin] == b'.' {
            begin += 1;
        }
        let previous = self.previous(begin);
        if begin == at || previous.is_alphanumeric() || matches!(previous, '@' | '/') {
            return None;
        }
        let rest = &self.source[at + 1..self.text.end];
        let length = rest[..labels(rest)].trim_end_matches('.').len();
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
}

/// Hosts are no longer (RFC 1035), with room for letters of several bytes.
const LONGEST_HOST: usize = 600;

/// The length of what can be a host, if it isn't too long for one.
fn labels(text: &str) -> usize {
    let label = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let mut letters = text.char_indices();
    let end = letters.find(|(at, c)| !label(*c) || *at > LONGEST_HOST);
    match end {
        Some((at, _)) if at > LONGEST_HOST => 0,
        Some((at, _)) => at,
        None => text.len(),
    }
}

/// The length of a host with at least one point, and perhaps a port.
fn host(text: &str) -> Option<usize> {
    let host = text[..labels(text)].trim_end_matches('.');
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
    // Dashes and quotation marks of running text belong to no address as it is copied.
    text.find(|c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '<' | '>' | '"' | '«' | '»' | '‹' | '›' | '–' | '—' | '‘'..='„'
            )
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
            Some(c @ ('?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' | '…' | '|')) => {
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
        let found: Vec<String> = Addresses::of(text, 0..text.len(), '\n')
            .map(|bare| format!("{}{}", bare.prefix, &text[bare.range]))
            .collect();
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
        check("a@b.https://c.se", &["mailto:a@b.https"]);
        check(&format!("www.{}.se", "a.".repeat(400)), &[]);
    }

    /// Dashes and quotation marks that follow belong to the sentence.
    #[test]
    fn what_follows_an_address() {
        for mark in [
            "–", " – och", "—och", "’", "‘", "'", "‚", "’,", "'.", "›", "„", "”",
        ] {
            check(&format!("se https://a.se/x-y{mark}"), &["https://a.se/x-y"]);
            check(&format!("se www.a.se{mark}"), &["https://www.a.se"]);
        }
        check("https://a.se/x-y_z--å", &["https://a.se/x-y_z--å"]);
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
