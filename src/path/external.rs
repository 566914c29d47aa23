//! Addresses outside of the site.
//!
//! Owns how their hosts are written, and which hosts no reader can reach. Must never
//! know what leads there.

use std::borrow::Cow;
use std::net::{Ipv4Addr, Ipv6Addr};

/// Endings of hosts that are known in one network only.
const LOCAL: [&str; 6] = [
    ".local",
    ".localhost",
    ".localdomain",
    ".lan",
    ".internal",
    ".home.arpa",
];

/// An address whose host is written as machines know it (IDNA, UTS 46), so that every
/// reader's program understands it. The error is the host that nobody can reach: none
/// at all, one that is no name, or one of the author's own computer or network.
pub fn external(address: &str) -> Result<Cow<'_, str>, &str> {
    let (scheme, rest) = address.split_once(':').unwrap_or((address, ""));
    match scheme {
        "http" | "https" => web(address, rest),
        "mailto" => Ok(mail(address)),
        _ => Ok(Cow::Borrowed(address)),
    }
}

fn web<'a>(address: &'a str, rest: &'a str) -> Result<Cow<'a, str>, &'a str> {
    let rest = rest.strip_prefix("//").ok_or("")?;
    let authority = &rest[..rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len())];
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    let name = match host.strip_prefix('[') {
        Some(inner) => inner.split(']').next().unwrap_or(inner),
        None => host.split(':').next().unwrap_or(host),
    };
    let reachable = match host.strip_prefix('[') {
        Some(_) => name.parse::<Ipv6Addr>().is_ok_and(is_public),
        None => is_reachable(name),
    };
    if !reachable {
        return Err(name);
    }
    if name.is_ascii() {
        return Ok(Cow::Borrowed(address));
    }
    let ascii = ascii(name).ok_or(name)?;
    let at = address.len() - rest.len() + authority.len() - host.len();
    Ok(Cow::Owned(format!(
        "{}{ascii}{}",
        &address[..at],
        &address[at + name.len()..]
    )))
}

fn mail(address: &str) -> Cow<'_, str> {
    let end = address.find('?').unwrap_or(address.len());
    let written = address[..end].rsplit_once('@').map(|(_, host)| host);
    match written
        .filter(|host| !host.is_ascii())
        .and_then(|host| Some((host, ascii(host)?)))
    {
        Some((host, ascii)) => Cow::Owned(format!(
            "{}{ascii}{}",
            &address[..end - host.len()],
            &address[end..]
        )),
        None => Cow::Borrowed(address),
    }
}

fn ascii(host: &str) -> Option<Cow<'_, str>> {
    idna::domain_to_ascii_cow(host.as_bytes(), idna::AsciiDenyList::URL).ok()
}

fn is_reachable(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    if let Ok(number) = host.parse::<Ipv4Addr>() {
        return !(number.is_loopback()
            || number.is_private()
            || number.is_link_local()
            || number.is_unspecified());
    }
    let local = |end: &&str| {
        host.len() > end.len() && host[host.len() - end.len()..].eq_ignore_ascii_case(end)
    };
    host.contains('.')
        && host.split('.').all(|label| !label.is_empty())
        && !(host.is_ascii() && LOCAL.iter().any(local))
}

/// Neither this computer (`::1`) nor one of its network (`fc00::/7`, `fe80::/10`).
fn is_public(number: Ipv6Addr) -> bool {
    let first = number.segments()[0];
    !number.is_loopback()
        && !number.is_unspecified()
        && first & 0xfe00 != 0xfc00
        && first & 0xffc0 != 0xfe80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_written_as_machines_know_them() {
        for (written, expected) in [
            (
                "https://www.göteborg.se/å?ö#ä",
                "https://www.xn--gteborg-90a.se/å?ö#ä",
            ),
            ("http://GÖTEBORG.se:8080", "http://xn--gteborg-90a.se:8080"),
            (
                "https://a:b@go\u{308}teborg.se/",
                "https://a:b@xn--gteborg-90a.se/",
            ),
            (
                "mailto:anna@göteborg.se?subject=å@ö",
                "mailto:anna@xn--gteborg-90a.se?subject=å@ö",
            ),
            ("https://A.se/B", "https://A.se/B"),
            ("https://8.8.8.8/", "https://8.8.8.8/"),
            ("https://[2001:db8::1]:8/", "https://[2001:db8::1]:8/"),
            ("tel:+46 8", "tel:+46 8"),
        ] {
            assert_eq!(external(written).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn hosts_that_no_reader_can_reach() {
        for (written, host) in [
            ("http://localhost:1111/a", "localhost"),
            ("https://intranet/x", "intranet"),
            ("http://127.0.0.1", "127.0.0.1"),
            ("http://192.168.1.2:80/", "192.168.1.2"),
            ("http://[::1]/", "::1"),
            ("http://skrivare.local/", "skrivare.local"),
            ("https://a..se", "a..se"),
            ("https://", ""),
            ("http:a.se", ""),
            ("https:///x", ""),
            ("https://å b.se/", "å b.se"),
        ] {
            assert_eq!(external(written).as_deref(), Err(&host), "{written}");
        }
    }
}
