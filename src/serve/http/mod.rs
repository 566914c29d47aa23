//! The preview over HTTP: a request in, the bytes of the current snapshot out.
//!
//! Owns the way from one to the other, every guard on it, and the addresses that the
//! reload script uses. Must never know how a page is made, nor look at the disk.

mod inject;
mod listener;
mod range;
mod request;
mod response;
mod stream;
mod target;

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, UdpSocket};
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use percent_encoding::percent_decode_str;
use xxhash_rust::xxh3::xxh3_128;

use super::client;
use super::current::Current;
use super::problems;
use super::snapshot::{Answer, Content, Snapshot};
use crate::message;
use request::{Refusal, Request};
use response::Response;
use target::Target;

/// Below the base path: what only the preview has. No page or file of a site can be
/// here, since hidden folders aren't published.
pub(super) const RESERVED: &str = ".nitton/";

/// A preview that can be reached.
pub(super) struct Server {
    running: listener::Running,
    addresses: Vec<SocketAddr>,
}

impl Server {
    /// Listens on loopback and at `interface`, at `port` (0: any free one), or at the
    /// next free one if it is taken and `search` is set; answers from `current`.
    pub(super) fn start(
        interface: Option<IpAddr>,
        port: u16,
        search: bool,
        current: Arc<Current>,
    ) -> io::Result<Self> {
        let sockets = listener::Sockets::bind(interface, port, search)?;
        let addresses = sockets.addresses.clone();
        let own = addresses.clone();
        let streams = Arc::new(AtomicUsize::new(0));
        let handler = move |request: &Request, writer: Box<dyn Write + Send>| {
            // A client that went away reads no answer.
            let _ = handle(request, &own, &current, &streams, writer);
        };
        let running = listener::Running::start(sockets, Arc::new(handler))?;
        Ok(Self { running, addresses })
    }

    /// Where to open it: the address asked for, or loopback where that is every address.
    pub(super) fn address(&self) -> SocketAddr {
        let first = self.addresses[0];
        let loopback: IpAddr = match first {
            SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        };
        match first.ip().is_unspecified() {
            true => SocketAddr::new(loopback, first.port()),
            false => first,
        }
    }

    /// Where others reach it, as far as that can be known, if it listens everywhere.
    pub(super) fn addresses_for_others(&self) -> Vec<SocketAddr> {
        let everywhere = (self.addresses.iter()).filter(|address| address.ip().is_unspecified());
        let outward = everywhere.filter_map(|address| {
            let ip = outward(address.ip())?;
            Some(SocketAddr::new(ip, address.port()))
        });
        outward.collect()
    }

    /// Takes no more requests. Whoever closes [`Current`] before ends the streams.
    pub(super) fn stop(self) {
        self.running.stop();
    }
}

/// The address of this computer that others see when it speaks to them. The system is
/// asked which it would take, for a place that is kept for examples (RFC 5737, RFC 3849);
/// nothing is sent.
fn outward(everywhere: IpAddr) -> Option<IpAddr> {
    let example: IpAddr = match everywhere {
        IpAddr::V4(_) => Ipv4Addr::new(192, 0, 2, 1).into(),
        IpAddr::V6(_) => Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1).into(),
    };
    let socket = UdpSocket::bind((everywhere, 0)).ok()?;
    socket.connect((example, 9)).ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_loopback() && !ip.is_unspecified()).then_some(ip)
}

fn handle(
    request: &Request,
    own: &[SocketAddr],
    current: &Current,
    streams: &AtomicUsize,
    mut writer: Box<dyn Write + Send>,
) -> io::Result<()> {
    let language = request.language();
    let response = match request
        .check(own)
        .and_then(|()| Target::parse(&request.target))
    {
        Err(refusal) => Response::refusal(&refusal, language),
        Ok(target) => {
            let snapshot = current.get();
            let place = reserved(&snapshot.home(), &target.path);
            match place.as_deref() {
                Some(_) if request.is_foreign() => {
                    let refusal = Refusal::new(403, message!("preview-own-pages"));
                    Response::refusal(&refusal, language)
                }
                Some("events") if !request.is_head() => {
                    return stream::serve(current, streams, language, &mut *writer);
                }
                Some(place) => tool(request, &target, place, &snapshot),
                None => page(request, &target, &snapshot),
            }
        }
    };
    response.write(&mut *writer, request.is_head())
}

/// The part of a path after the reserved folder, if it is there.
fn reserved(home: &str, path: &str) -> Option<String> {
    let home = percent_decode_str(home).decode_utf8_lossy();
    let rest = path.strip_prefix(&*home)?.strip_prefix(RESERVED)?;
    Some(rest.to_owned())
}

/// What the reload script needs: itself, the problems, the state of some files.
fn tool(request: &Request, target: &Target, place: &str, snapshot: &Snapshot) -> Response {
    const SCRIPT: &str = "text/javascript; charset=utf-8";
    const JSON: &str = "application/json";
    let (mime, bytes) = match place {
        "reload.js" => (SCRIPT, client::PAGE.as_bytes().to_vec()),
        "worker.js" => (SCRIPT, client::WORKER.as_bytes().to_vec()),
        "overlay.css" => ("text/css; charset=utf-8", client::STYLE.as_bytes().to_vec()),
        "problems.json" => (
            JSON,
            problems::json(snapshot, request.is_local, request.language()).into_bytes(),
        ),
        "tags.json" => (
            JSON,
            tags(target.query.unwrap_or_default(), snapshot).into_bytes(),
        ),
        _ => return Response::text(404, &message!("preview-no-tool"), request.language()),
    };
    let etag = etag(xxh3_128(&bytes));
    let mut response = Response::validated(request, 200, mime, Content::Bytes(bytes.into()), &etag);
    if place == "worker.js" {
        // The worker asks this server for pages, and may do nothing else.
        response.add(
            "Content-Security-Policy",
            "default-src 'none'; connect-src 'self'",
        );
    }
    response
}

/// The validators of the files named in a query, `/a.png&/b.css`, as a JSON list;
/// `null` for what isn't there.
fn tags(query: &str, snapshot: &Snapshot) -> String {
    let tag = |path: &str| {
        let hash = snapshot.hash(&Target::parse(path).ok()?.path)?;
        Some(format!("{hash:032x}"))
    };
    let tags: Vec<Option<String>> = query.split('&').map(tag).collect();
    serde_json::to_string(&tags).expect("text always serialises")
}

fn page(request: &Request, target: &Target, snapshot: &Snapshot) -> Response {
    let (status, body) = match snapshot.answer(&target.path) {
        // An address that begins with `//` would lead to another host.
        Answer::Moved(to) if to.starts_with('/') && !to.starts_with("//") => {
            return Response::moved(&to, target.query, request.language());
        }
        Answer::Moved(_) => (404, None),
        Answer::Found(body) => (200, Some(body)),
        Answer::Missing(body) => (404, body),
        Answer::Failed(body) => (500, body),
    };
    let body = body.unwrap_or_else(|| inject::stand_in(status, request.language()));
    let etag = etag(body.hash);
    if body.is_untrusted {
        return Response::validated(request, status, body.mime, body.content, &etag).sandboxed();
    }
    let content = match body.content {
        Content::Bytes(page) if body.mime.starts_with("text/html") => {
            Content::Bytes(inject::script(&page, &snapshot.home(), body.hash).into())
        }
        content => content,
    };
    Response::validated(request, status, body.mime, content, &etag)
}

/// Strong: a page's script tag depends on nothing but the page's own bytes and where
/// the site lives, which is in those bytes.
fn etag(hash: u128) -> String {
    format!("\"{hash:032x}\"")
}
