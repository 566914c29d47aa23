//! A request as it came in, and what of it is refused before anybody looks for a page.
//!
//! Owns every guard but the one on the path. Must never know tiny_http, nor the site.

use std::net::{IpAddr, SocketAddr};

use crate::message;
use crate::message::{Language, Message};

/// The longest target that is read: browsers manage with less.
const LONGEST_TARGET: usize = 8 * 1024;
/// As much as all headers may hold.
const LONGEST_HEADERS: usize = 32 * 1024;
/// As many headers as there may be.
const MOST_HEADERS: usize = 100;

/// A request without its body, which is never read.
#[derive(Debug, Clone, Default)]
pub(super) struct Request {
    /// In the case in which it came.
    pub(super) method: String,
    /// As it stands in the request line.
    pub(super) target: String,
    /// Names in any case, values as they came.
    pub(super) headers: Vec<(String, String)>,
    /// Whether it comes from this machine.
    pub(super) is_local: bool,
}

/// Why a request gets no page: a status, and a sentence for whoever sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: u16,
    pub(super) why: Message,
}

impl Refusal {
    pub(super) fn new(status: u16, why: Message) -> Self {
        Self { status, why }
    }
}

impl Request {
    /// The only value of a header, or the first.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    fn all<'r, 'n>(&'r self, name: &'n str) -> impl Iterator<Item = &'r str> + use<'r, 'n> {
        let headers = self.headers.iter();
        headers
            .filter(move |(field, _)| field.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
    }

    /// The language of whoever reads the answer.
    pub(super) fn language(&self) -> Language {
        let accepted = self.header("Accept-Language");
        accepted.map(Language::from_accept).unwrap_or_default()
    }

    pub(super) fn is_head(&self) -> bool {
        self.method == "HEAD"
    }

    /// Everything that is refused whatever is asked for.
    pub(super) fn check(&self, own: &[SocketAddr]) -> Result<(), Refusal> {
        self.check_size()?;
        if !matches!(self.method.as_str(), "GET" | "HEAD") {
            return Err(Refusal::new(405, message!("preview-method")));
        }
        self.check_body()?;
        self.check_host(own)
    }

    fn check_size(&self) -> Result<(), Refusal> {
        if self.target.len() > LONGEST_TARGET {
            return Err(Refusal::new(414, message!("preview-long-address")));
        }
        let sizes = self.headers.iter();
        let size: usize = sizes.map(|(name, value)| name.len() + value.len()).sum();
        if size > LONGEST_HEADERS || self.headers.len() > MOST_HEADERS {
            return Err(Refusal::new(431, message!("preview-long-headers")));
        }
        Ok(())
    }

    /// No request has a body, so that none can hide a second request in it
    /// (CVE-2026-66752).
    fn check_body(&self) -> Result<(), Refusal> {
        if self.header("Transfer-Encoding").is_some() {
            return Err(Refusal::new(400, message!("preview-body")));
        }
        let mut lengths = self.all("Content-Length");
        let length = lengths.next();
        if lengths.next().is_some() {
            return Err(Refusal::new(400, message!("preview-two-lengths")));
        }
        match length {
            None | Some("0") => Ok(()),
            Some(length) if !length.is_empty() && length.bytes().all(|b| b.is_ascii_digit()) => {
                Err(Refusal::new(413, message!("preview-body")))
            }
            Some(_) => Err(Refusal::new(400, message!("preview-bad-length"))),
        }
    }

    /// The name that the browser believes to be talking to. Another site whose name
    /// has been pointed at this machine (DNS rebinding) is refused here.
    fn check_host(&self, own: &[SocketAddr]) -> Result<(), Refusal> {
        let mut hosts = self.all("Host");
        let (Some(host), None) = (hosts.next(), hosts.next()) else {
            return Err(Refusal::new(400, message!("preview-hosts")));
        };
        if is_own(host, own) {
            return Ok(());
        }
        let port = own.first().map_or(0, SocketAddr::port).to_string();
        Err(Refusal::new(421, message!("preview-other-host", port)))
    }

    /// Whether it is another site that asks: never for what only the reload script needs.
    pub(super) fn is_foreign(&self) -> bool {
        let site = self.header("Sec-Fetch-Site");
        let foreign = site.is_some_and(|site| !matches!(site, "same-origin" | "none"));
        let own = |origin: &str| {
            let host = self.header("Host").unwrap_or_default();
            origin
                .strip_prefix("http://")
                .is_some_and(|name| name.eq_ignore_ascii_case(host))
        };
        foreign || self.header("Origin").is_some_and(|origin| !own(origin))
    }
}

/// Whether `Host` names this server: its address or `localhost`, with its port. Where
/// it listens on every interface, any address will do; a name never does.
fn is_own(host: &str, own: &[SocketAddr]) -> bool {
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => (name, port.parse().ok()),
        _ => (host, Some(80)),
    };
    let Some(port) = port.filter(|port| own.iter().any(|address| address.port() == *port)) else {
        return false;
    };
    if name.eq_ignore_ascii_case("localhost") {
        return true;
    }
    let literal = name
        .strip_prefix('[')
        .and_then(|name| name.strip_suffix(']'));
    let address: Option<IpAddr> = match literal {
        Some(name) => name.parse().ok().map(IpAddr::V6),
        None => name.parse().ok().map(IpAddr::V4),
    };
    address.is_some_and(|address| {
        let loopback = [
            IpAddr::from([127, 0, 0, 1]),
            IpAddr::V6(std::net::Ipv6Addr::LOCALHOST),
        ];
        let mut listening = own.iter().filter(|own| own.port() == port);
        loopback.contains(&address)
            || listening.any(|own| own.ip().is_unspecified() || own.ip() == address)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> Vec<SocketAddr> {
        ["127.0.0.1:1948", "[::1]:1948"]
            .map(|text| text.parse().expect("an address"))
            .to_vec()
    }

    fn get(headers: &[(&str, &str)]) -> Request {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_string()));
        Request {
            method: "GET".into(),
            target: "/".into(),
            headers: headers.collect(),
            is_local: true,
        }
    }

    #[track_caller]
    fn check(headers: &[(&str, &str)], expected: Option<u16>) {
        let refusal = get(headers).check(&own()).err();
        assert_eq!(
            refusal.map(|refusal| refusal.status),
            expected,
            "{headers:?}"
        );
    }

    #[test]
    fn only_its_own_names_are_hosts() {
        for host in [
            "127.0.0.1:1948",
            "localhost:1948",
            "LOCALHOST:1948",
            "[::1]:1948",
        ] {
            check(&[("host", host)], None);
        }
        for host in [
            "127.0.0.1",
            "localhost",
            "127.0.0.1:80",
            "evil.example:1948",
            "evil.example",
            "",
            "192.168.1.7:1948",
            "localhost.evil.example:1948",
            "[::2]:1948",
            "::1:1948",
            "localhost:1948x",
            "[::1]",
            "127.0.0.1.nip.io:1948",
            "localhost:1948:1948",
            "2130706433:1948",
        ] {
            check(&[("Host", host)], Some(421));
        }
        check(&[], Some(400));
        check(
            &[("Host", "localhost:1948"), ("Host", "localhost:1948")],
            Some(400),
        );
    }

    #[test]
    fn on_every_interface_any_address_is_its_own_and_no_name() {
        let own: Vec<SocketAddr> = vec!["0.0.0.0:80".parse().expect("an address")];
        for (host, good) in [
            ("192.168.1.7", true),
            ("192.168.1.7:80", true),
            ("[fe80::1]", true),
            ("evil.example", false),
            ("192.168.1.7:81", false),
        ] {
            assert_eq!(get(&[("Host", host)]).check(&own).is_ok(), good, "{host}");
        }
    }

    #[test]
    fn bodies_are_refused() {
        let host = ("Host", "localhost:1948");
        check(&[host, ("Content-Length", "0")], None);
        check(&[host, ("Content-Length", "5")], Some(413));
        check(&[host, ("Content-Length", "+0")], Some(400));
        check(
            &[host, ("Content-Length", "0"), ("content-length", "5")],
            Some(400),
        );
        check(&[host, ("Transfer-Encoding", "chunked")], Some(400));
        check(
            &[
                host,
                ("Transfer-Encoding", "xchunked"),
                ("Content-Length", "0"),
            ],
            Some(400),
        );
    }

    #[test]
    fn another_site_may_not_ask_for_what_only_the_script_needs() {
        let host = ("Host", "localhost:1948");
        for (header, foreign) in [
            (("Sec-Fetch-Site", "same-origin"), false),
            (("Sec-Fetch-Site", "none"), false),
            (("Sec-Fetch-Site", "cross-site"), true),
            (("Sec-Fetch-Site", "same-site"), true),
            (("Origin", "http://localhost:1948"), false),
            (("Origin", "http://localhost:1949"), true),
            (("Origin", "null"), true),
        ] {
            assert_eq!(get(&[host, header]).is_foreign(), foreign, "{header:?}");
        }
    }
}
