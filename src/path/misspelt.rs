//! Addresses that are written almost right.
//!
//! Owns what people mean by `https//x.se`, `mailto://x` or `kommunen.se`. Must never know
//! what is at an address.

/// Endings of hosts that people write without their scheme, and that no file has.
const HOSTS: [&str; 18] = [
    "ax", "com", "de", "dk", "edu", "eu", "fi", "fr", "gov", "info", "int", "is", "net", "no",
    "nu", "org", "se", "uk",
];

/// What people write for schemes.
const MEANT: [(&str, &str); 12] = [
    ("e-mail", "mailto"),
    ("e-post", "mailto"),
    ("email", "mailto"),
    ("epost", "mailto"),
    ("mail", "mailto"),
    ("mailt", "mailto"),
    ("maito", "mailto"),
    ("malto", "mailto"),
    ("phone", "tel"),
    ("telefon", "tel"),
    ("telephone", "tel"),
    ("tfn", "tel"),
];

/// An address whose beginning is misspelt, as it was meant.
pub fn scheme(address: &str) -> Option<String> {
    if let Some(inner) = in_marks(address) {
        return Some(scheme(inner).unwrap_or_else(|| inner.to_owned()));
    }
    let letters = |c: char| !(c.is_ascii_alphabetic() || c == '-');
    let (word, rest) = address.split_at(address.find(letters)?);
    let word = word.to_ascii_lowercase();
    let end = rest.find(|c: char| !matches!(c, ':' | ';' | ',' | '.' | '/'))?;
    let (separator, rest) = rest.split_at(end);
    match word.as_str() {
        "mailto" | "tel" | "sms" if separator == ":" && !rest.starts_with("mailto:") => None,
        "mailto" | "tel" | "sms" => {
            let rest = rest.strip_prefix("mailto:").unwrap_or(rest);
            separator.contains(':').then(|| format!("{word}:{rest}"))
        }
        "http" | "https" => web(&word, separator, rest),
        _ if is_like_https(&word) && separator.contains('/') && separator.len() > 1 => {
            let scheme = if word.ends_with('s') { "https" } else { "http" };
            Some(format!("{scheme}://{rest}"))
        }
        _ => {
            let (_, meant) = MEANT.iter().find(|(written, _)| *written == word)?;
            (separator.starts_with(':')).then(|| format!("{meant}:{rest}"))
        }
    }
}

/// A whole address in quotation marks: `”https://x.se”`.
fn in_marks(address: &str) -> Option<&str> {
    const MARKS: [char; 8] = ['"', '\'', '“', '”', '„', '’', '«', '»'];
    let inner = address.strip_prefix(MARKS)?.strip_suffix(MARKS)?;
    (inner.contains("://") || inner.starts_with("mailto:")).then_some(inner)
}

/// `https:/x.se`, `https//x.se`, `https://https://x.se`, `https://namn@x.se`, `https://x,se`.
fn web(scheme: &str, separator: &str, rest: &str) -> Option<String> {
    let twice = ["http", "www.http"].iter().any(|again| {
        let behind = rest.get(again.len()..).filter(|_| rest.starts_with(again));
        behind.is_some_and(|behind| behind.trim_start_matches('s').starts_with([':', '/']))
    });
    if twice {
        let inner = rest.strip_prefix("www.").unwrap_or(rest);
        return Some(self::scheme(inner).unwrap_or_else(|| inner.to_owned()));
    }
    let host = &rest[..rest.find(['/', '?', '#']).unwrap_or(rest.len())];
    if separator != "://" {
        let named = host.contains('.') && rest.starts_with(char::is_alphanumeric);
        let meant = separator.len() > 1 || separator == ":";
        return (named && meant).then(|| format!("{scheme}://{rest}"));
    }
    if is_mail(rest) {
        return Some(format!("mailto:{rest}"));
    }
    let comma = host.contains(',') && !host.contains([' ', '@']);
    comma.then(|| {
        format!(
            "{scheme}://{}{}",
            host.replace(',', "."),
            &rest[host.len()..]
        )
    })
}

/// `htps`, `ttps`, `htttp`: of the right letters.
fn is_like_https(word: &str) -> bool {
    (3..=7).contains(&word.len())
        && word.starts_with(['h', 't'])
        && word.contains('p')
        && word.contains('t')
        && word.bytes().all(|b| b"htps".contains(&b))
}

/// `www.example.se/x`, `example.se`, `namn@example.se` and `08-123 45`, with what they lack.
pub fn missing_scheme(address: &str) -> Option<String> {
    if is_phone(address) {
        let digits = address
            .chars()
            .filter(|c| c.is_ascii_digit() || matches!(c, '+' | '-'));
        return Some(format!("tel:{}", digits.collect::<String>()));
    }
    if is_mail(address) {
        return Some(format!("mailto:{address}"));
    }
    let bare = address.strip_prefix('/').unwrap_or(address);
    let www = bare
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("www."));
    (www && bare.len() > 4 || begins_with_host(bare)).then(|| format!("https://{bare}"))
}

/// `example.se` or `example.se/om/`.
fn begins_with_host(address: &str) -> bool {
    let host = address.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((name, ending)) = host.rsplit_once('.') else {
        return false;
    };
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    name.starts_with(char::is_alphanumeric)
        && name.chars().all(plain)
        && HOSTS.contains(&ending.to_ascii_lowercase().as_str())
}

/// `namn@example.se`.
fn is_mail(address: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && !part.contains(['/', '#', '?', '@', ' ', ':']);
    address
        .split_once('@')
        .is_some_and(|(name, host)| plain(name) && plain(host) && host.contains('.'))
}

/// `08-123 45` or `+46 8 123 45`, and no date or year.
pub fn is_phone(address: &str) -> bool {
    let digits = address.bytes().filter(u8::is_ascii_digit).count();
    let signs = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '\u{a0}');
    (7..=15).contains(&digits)
        && (address.starts_with("+") || address.starts_with('0'))
        && address.chars().all(signs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_as_they_were_meant() {
        for (written, meant) in [
            ("https:/x.se/a", "https://x.se/a"),
            ("https//x.se", "https://x.se"),
            ("https:x.se", "https://x.se"),
            ("https:///x.se", "https://x.se"),
            ("https;//x.se", "https://x.se"),
            ("http.//x.se", "http://x.se"),
            ("https://https://x.se", "https://x.se"),
            ("http://https//x.se", "https://x.se"),
            ("https://www.https://x.se", "https://x.se"),
            ("htps://x.se", "https://x.se"),
            ("ttps://x.se", "https://x.se"),
            ("htttp:/x.se", "http://x.se"),
            ("https://www,x.se/b", "https://www.x.se/b"),
            ("https://namn@x.se", "mailto:namn@x.se"),
            ("mailto://namn@x.se", "mailto:namn@x.se"),
            ("mailto:mailto:namn@x.se", "mailto:namn@x.se"),
            ("e-post:namn@x.se", "mailto:namn@x.se"),
            ("tel://08123", "tel:08123"),
            ("telefon:08123", "tel:08123"),
        ] {
            assert_eq!(scheme(written).as_deref(), Some(meant), "{written}");
        }
        for right in [
            "https://x.se",
            "http://httpbin.org/a",
            "https://https.se/",
            "https://a:b@x.se/",
            "https://x.se/@namn",
            "mailto:a@x.se",
            "tel:+468",
            "http/x.md",
            "http.md",
            "https.pdf",
            "mail.md",
            "mail/x.md",
            "x.md",
            "",
        ] {
            assert_eq!(scheme(right), None, "{right}");
        }
    }

    #[test]
    fn addresses_without_their_scheme() {
        for (written, meant) in [
            ("www.x.se/a", "https://www.x.se/a"),
            ("/www.x.se", "https://www.x.se"),
            ("kommunen.se", "https://kommunen.se"),
            ("amnesty.org/sv/?a", "https://amnesty.org/sv/?a"),
            ("malmö.se#b", "https://malmö.se#b"),
            ("namn@x.se", "mailto:namn@x.se"),
            ("08-123 45 67", "tel:08-1234567"),
            ("+46 8 123 45", "tel:+46812345"),
        ] {
            assert_eq!(missing_scheme(written).as_deref(), Some(meant), "{written}");
        }
        for right in [
            "a.md",
            "2026-11-02.md",
            "0123",
            "2026",
            "2026-11-02",
            "/om/",
            "../x.se.md",
            "rapport.pdf",
            ".se",
            "bild@2x.png/",
        ] {
            assert_eq!(missing_scheme(right), None, "{right}");
        }
    }
}
