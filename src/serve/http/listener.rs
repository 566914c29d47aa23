//! Sockets: who listens where, and one thread for every answer under way.
//!
//! Owns all of tiny_http, so that it can be exchanged here. A client that doesn't read
//! its answer, or asks for a second page on a line where the first one never ends,
//! holds its own thread and nobody else's.

use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

#[cfg(unix)]
use std::os::fd::OwnedFd as Owned;
#[cfg(windows)]
use std::os::windows::io::OwnedSocket as Owned;

use super::request::Request;
use super::response::Response;
use crate::message;

/// As many answers may be under way at once; who comes after is refused.
const MOST_ANSWERS: usize = 512;
/// As many may be refused at once; who comes after gets no answer.
const MOST_REFUSALS: usize = 128;
/// How long one piece of an answer may not be read. The system takes pieces until its
/// buffers are full, so that a client is given up after about three times as long.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often a server that nobody asks is looked after.
const LOOK: Duration = Duration::from_millis(500);
/// So many connections are taken out of a line that stands still at each look.
const WAKE_UPS: usize = 4;
/// As many files and connections may be open, if the system allows: each connection
/// takes two.
#[cfg(unix)]
const MOST_OPEN: u64 = 65_536;
/// How many ports are tried when one is taken.
const PORTS: u16 = 100;

/// Answers one request by writing to the client.
pub(super) type Handler = dyn Fn(&Request, Box<dyn Write + Send>) + Send + Sync;

/// Sockets that listen.
#[derive(Debug)]
pub(super) struct Sockets {
    listeners: Vec<TcpListener>,
    pub(super) addresses: Vec<SocketAddr>,
}

impl Sockets {
    /// Listens on loopback, and at `interface` too if there is one; the same port
    /// everywhere. If it is taken and `search` is set, on the next free one.
    pub(super) fn bind(interface: Option<IpAddr>, port: u16, search: bool) -> io::Result<Self> {
        let places = places(interface);
        let last = match (port, search) {
            // Any free port: only the second address can find it taken.
            (0, _) => 20,
            (_, true) => PORTS.min(u16::MAX - port),
            (_, false) => 0,
        };
        first_free(port, last, |port| bind_all(&places, port))
    }
}

/// What `bind` makes of the first port that is free, of `last` after this one; of port 0,
/// which the system chooses, in as many tries.
fn first_free<T>(port: u16, last: u16, bind: impl Fn(u16) -> io::Result<T>) -> io::Result<T> {
    let mut step = 0;
    loop {
        let port = if port == 0 { 0 } else { port + step };
        match bind(port) {
            Err(error) if is_taken(&error, port) && step < last => step += 1,
            result => return result,
        }
    }
}

/// Whether somebody has a port. Windows keeps whole ranges for itself, and lets programs
/// have one for themselves alone: both are refused like a port that only the system may
/// have, of which there are none above 1023.
fn is_taken(error: &io::Error, port: u16) -> bool {
    match error.kind() {
        io::ErrorKind::AddrInUse => true,
        io::ErrorKind::PermissionDenied => port == 0 || port > 1023,
        _ => false,
    }
}

/// The first address must work; the others may be missing on this machine.
fn places(interface: Option<IpAddr>) -> Vec<IpAddr> {
    let loopback = [
        IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(Ipv6Addr::LOCALHOST),
    ];
    let mut places: Vec<IpAddr> = interface.into_iter().collect();
    for place in loopback {
        let covered = places.iter().any(|other| {
            *other == place || other.is_unspecified() && (other.is_ipv6() || place.is_ipv4())
        });
        if !covered {
            places.push(place);
        }
    }
    places
}

fn bind_all(places: &[IpAddr], port: u16) -> io::Result<Sockets> {
    let mut sockets = Sockets {
        listeners: Vec::new(),
        addresses: Vec::new(),
    };
    for place in places {
        let port = sockets.addresses.first().map_or(port, SocketAddr::port);
        match TcpListener::bind((*place, port)) {
            Ok(listener) => {
                sockets.addresses.push(listener.local_addr()?);
                sockets.listeners.push(impatient(listener));
            }
            // Taken by somebody else: whoever types `localhost` could end up there.
            Err(error) if sockets.listeners.is_empty() || is_taken(&error, port) => {
                return Err(error);
            }
            // This machine has no IPv6.
            Err(_) => {}
        }
    }
    Ok(sockets)
}

/// Lets connections inherit a limit on how long a client may not read. tiny_http gives
/// no access to them, but they have what their listener had.
fn impatient(listener: TcpListener) -> TcpListener {
    let stream = TcpStream::from(Owned::from(listener));
    // Where it can't be set, a client that doesn't read keeps its thread.
    let _ = stream.set_write_timeout(Some(PATIENCE));
    TcpListener::from(Owned::from(stream))
}

/// A running server.
pub(super) struct Running {
    servers: Vec<Arc<tiny_http::Server>>,
    closing: Arc<AtomicBool>,
}

impl Running {
    /// Starts to answer.
    pub(super) fn start(sockets: Sockets, handler: Arc<Handler>) -> io::Result<Self> {
        allow_many();
        let closing = Arc::new(AtomicBool::new(false));
        let busy = Arc::new(AtomicUsize::new(0));
        let mut running = Self {
            servers: Vec::new(),
            closing,
        };
        for (listener, address) in sockets.listeners.into_iter().zip(sockets.addresses) {
            let server = Arc::new(serve(listener)?);
            running.servers.push(server.clone());
            let (handler, busy, closing) = (handler.clone(), busy.clone(), running.closing.clone());
            let name = thread::Builder::new().name("nitton-listen".into());
            name.spawn(move || listen(server, address, &handler, &busy, &closing))?;
        }
        Ok(running)
    }

    /// Takes no more requests. Answers under way end by themselves or with the process,
    /// and so do the listeners.
    pub(super) fn stop(self) {
        self.closing.store(true, Ordering::Release);
        for server in &self.servers {
            server.unblock();
        }
    }
}

fn serve(listener: TcpListener) -> io::Result<tiny_http::Server> {
    tiny_http::Server::from_listener(listener, None).map_err(io::Error::other)
}

/// Raises the limit of open files to what the system allows.
fn allow_many() {
    #[cfg(unix)]
    {
        use nix::sys::resource::{Resource, getrlimit, setrlimit};
        let Ok((soft, hard)) = getrlimit(Resource::RLIMIT_NOFILE) else {
            return;
        };
        // Where it can't be raised, fewer can connect.
        let _ = setrlimit(Resource::RLIMIT_NOFILE, soft.max(hard.min(MOST_OPEN)), hard);
    }
}

/// A server in place of one that has ended, as tiny_http's does when a connection can't
/// be taken, and without a word. While it lives, nobody else can have its address.
fn rebind(address: SocketAddr) -> Option<tiny_http::Server> {
    let listener = TcpListener::bind(address).ok()?;
    serve(impatient(listener)).ok()
}

/// Has threads of tiny_http end: of two connections that come at once it may put one in
/// line behind the other, which may never end, and only a thread that has ended its
/// work looks into that line. An empty connection ends at once.
fn wake(address: SocketAddr) {
    let here: IpAddr = match address {
        SocketAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
        SocketAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
    };
    let ip = match address.ip().is_unspecified() {
        true => here,
        false => address.ip(),
    };
    for _ in 0..WAKE_UPS {
        let place = SocketAddr::new(ip, address.port());
        if TcpStream::connect_timeout(&place, LOOK).is_err() {
            return;
        }
    }
}

fn listen(
    mut server: Arc<tiny_http::Server>,
    address: SocketAddr,
    handler: &Arc<Handler>,
    busy: &Arc<AtomicUsize>,
    closing: &AtomicBool,
) {
    while !closing.load(Ordering::Acquire) {
        let request = match server.recv_timeout(LOOK) {
            Ok(Some(request)) => request,
            // Nobody asks, a connection could not be taken, or it is time to stop.
            Ok(None) | Err(_) => {
                if closing.load(Ordering::Acquire) {
                    continue;
                }
                match rebind(address) {
                    Some(other) => server = Arc::new(other),
                    None => wake(address),
                }
                continue;
            }
        };
        let permit = Permit::take(busy);
        if permit.number >= MOST_ANSWERS + MOST_REFUSALS {
            continue;
        }
        let parsed = read(&request);
        let mut writer = request.into_writer();
        let handler = handler.clone();
        let thread = thread::Builder::new().name("nitton-answer".into());
        let answer = move || {
            match permit.number < MOST_ANSWERS {
                true => handler(&parsed, writer),
                false => {
                    let words = message!("preview-too-many-answers");
                    let response = Response::text(503, &words, parsed.language());
                    // A client that went away reads no answer.
                    let _ = response.write(&mut *writer, parsed.is_head());
                }
            }
            drop(permit);
        };
        // When there can be no more threads, the client gets no answer.
        let _ = thread.spawn(answer);
    }
}

fn read(request: &tiny_http::Request) -> Request {
    let headers = request.headers().iter();
    Request {
        method: request.method().as_str().to_owned(),
        target: request.url().to_owned(),
        headers: headers
            .map(|header| (header.field.as_str().to_string(), header.value.to_string()))
            .collect(),
        is_local: request
            .remote_addr()
            .is_none_or(|address| address.ip().to_canonical().is_loopback()),
    }
}

/// One of so many answers that may be under way; given back when dropped.
struct Permit {
    /// How many others were taken.
    number: usize,
    busy: Arc<AtomicUsize>,
}

impl Permit {
    fn take(busy: &Arc<AtomicUsize>) -> Self {
        Self {
            number: busy.fetch_add(1, Ordering::AcqRel),
            busy: busy.clone(),
        }
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        self.busy.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_port_is_taken_however_the_system_refuses_one() {
        for refusal in [io::ErrorKind::AddrInUse, io::ErrorKind::PermissionDenied] {
            let bind = |port| match port {
                4000..4003 => Err(io::Error::from(refusal)),
                port => Ok(port),
            };
            assert_eq!(first_free(4000, 100, bind).ok(), Some(4003), "{refusal}");
            let error = first_free(4000, 0, bind).expect_err("it is taken");
            assert_eq!(error.kind(), refusal);
        }
    }

    #[test]
    fn a_connection_has_the_patience_of_its_listener() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let listener = impatient(listener);
        let address = listener.local_addr().expect("it has one");
        let _client = TcpStream::connect(address).expect("it listens");
        let (connection, _) = listener.accept().expect("somebody asks");
        let patience = connection.write_timeout().expect("it has one");
        assert_eq!(patience, Some(PATIENCE));
    }

    #[test]
    fn what_no_other_port_would_change_is_reported_at_once() {
        let refused = |kind: io::ErrorKind| move |_: u16| Err::<u16, _>(io::Error::from(kind));
        for (port, kind) in [
            (80, io::ErrorKind::PermissionDenied),
            (4000, io::ErrorKind::AddrNotAvailable),
        ] {
            let tries = std::cell::Cell::new(0);
            let bind = |port| {
                tries.set(tries.get() + 1);
                refused(kind)(port)
            };
            let error = first_free(port, 100, bind).expect_err("it is refused");
            assert_eq!((error.kind(), tries.get()), (kind, 1));
        }
    }
}
