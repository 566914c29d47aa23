//! `nitton serve`: the site in a browser while it is being written.
//!
//! Owns the loop: one thread handles every event in order, makes a new snapshot of the
//! site from the old one, and exchanges it whole. Stands beside the line from sources
//! to output, and calls it; must never know how to build, nor touch the output.

mod background;
mod batch;
mod client;
mod current;
mod doubt;
mod http;
mod pages;
mod places;
mod problems;
mod rebuild;
mod snapshot;
mod watch;

use std::collections::BTreeSet;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::diagnostic::{Diagnostic, system};
use crate::message;
use crate::message::Message as Words;
use crate::path::SourcePath;
use crate::pipeline;
use crate::sources::{Changes, SourceError};

use batch::{Batch, Held};
use current::Current;
use pages::Pages;
use rebuild::Rebuilder;
use snapshot::{Diagnosis, Snapshot};
use watch::{Touched, Watch};

/// What to serve, and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// What shapes the site.
    pub site: pipeline::Options,
    /// The address to listen at; `None` is loopback, in both families.
    pub interface: Option<IpAddr>,
    /// The port; 0 takes a free one.
    pub port: u16,
    /// Look every so often instead of watching.
    pub poll: Option<Duration>,
    /// Whether "now" moves with the clock.
    pub follow_clock: bool,
}

impl Options {
    /// The same with a root and an output that don't depend on the folder in which the
    /// process is, which may be deleted and put back.
    fn anchored(&self) -> Self {
        let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let mut options = self.clone();
        options.site.root = absolute(&self.site.root);
        options.site.output = absolute(&self.site.output);
        options
    }
}

/// What happens while serving, for the terminal.
pub enum Event<'a> {
    /// Serving has begun; the addresses of the start page.
    Listening {
        /// On this computer.
        here: &'a str,
        /// For others, where it listens everywhere.
        others: &'a [String],
    },
    /// These diagnostics are new.
    Found(&'a Report<'a>),
    /// The site has no errors any more.
    Fixed,
    /// A change is served.
    Updated {
        /// The files; none if only a date has come.
        changed: &'a [SourcePath],
        /// How long it took from the change's end.
        time: Duration,
    },
    /// Something to know of the surroundings.
    Note(Words),
}

/// What the loop handles, one after the other.
enum Message {
    /// Something happened on disk.
    Disk(Touched),
    /// The disk can't be watched any more.
    Unwatched(notify::Error),
    /// The background has looked further.
    Checked(Findings),
    /// Ctrl-C.
    Stop,
}

/// What the background has found in a site.
struct Findings {
    version: u64,
    diagnostics: Vec<Diagnostic>,
    /// Whether every page was tried.
    is_done: bool,
}

/// Diagnostics with the texts they are about.
pub struct Report<'a> {
    /// Sorted.
    pub diagnostics: &'a [Diagnostic],
    text: &'a dyn Fn(&SourcePath) -> Option<&'a str>,
}

impl<'a> Report<'a> {
    /// The text of a file.
    pub fn text(&self, path: &SourcePath) -> Option<&'a str> {
        (self.text)(path)
    }
}

/// Why serving could not begin.
#[derive(Debug)]
pub enum ServeError {
    /// There is no site.
    Source(SourceError),
    /// Nothing can listen there.
    Listen(io::Error),
}

impl ServeError {
    /// The same in words.
    pub fn message(&self) -> Words {
        match self {
            Self::Source(error) => error.message(),
            Self::Listen(error) => message!("serve-no-port", reason = system::reason(error)),
        }
    }
}

/// Serves until Ctrl-C. `tell` is called for everything that the user should see.
pub fn run(options: &Options, tell: &dyn Fn(Event<'_>)) -> Result<(), ServeError> {
    let options = &options.anchored();
    let loaded = pipeline::load_unchecked(&options.site).map_err(ServeError::Source)?;
    let diagnostics = loaded.diagnostics.clone();
    let pages = Arc::new(Pages::new(loaded));
    let of = pages.clone();
    let diagnosis = Diagnosis { diagnostics, of };
    let snapshot = Arc::new(Snapshot::new(1, pages, None, diagnosis));
    let (send, messages) = mpsc::channel();
    let stop = send.clone();
    // Without a handler, Ctrl-C still ends the process, only less politely.
    let _ = ctrlc::set_handler(move || {
        let _ = stop.send(Message::Stop);
    });
    let current = Arc::new(Current::new(snapshot.clone()));
    let server = http::Server::start(options.interface, options.port, true, current.clone())
        .map_err(ServeError::Listen)?;
    let address = server.address();
    if options.port != 0 && options.port != address.port() {
        let (wanted, port) = (options.port.to_string(), address.port().to_string());
        tell(Event::Note(message!("serve-other-port", wanted, port)));
    }
    let url = |address: SocketAddr| format!("http://{address}{}", snapshot.home());
    let others = server.addresses_for_others().into_iter();
    tell(Event::Listening {
        here: &url(address),
        others: &others.map(url).collect::<Vec<_>>(),
    });
    let sources = &snapshot.pages().loaded().sources;
    let (watch, words) = Watch::start(sources, options, send.clone());
    drop(snapshot);
    if let Some(words) = words {
        tell(Event::Note(words));
    }
    let checked = current.clone();
    std::thread::spawn(move || background::run(&checked, &send));
    let mut rebuilder = Rebuilder::new(options, tell, current.clone());
    // What changed between the first look and the watch.
    rebuilder.update(&Changes::Any);
    follow(&mut rebuilder, watch, &messages, tell);
    current.close();
    server.stop();
    Ok(())
}

/// A new folder is looked at again after these: files may have been put into it before
/// it was watched, which on a busy machine is a while after it is reported.
const AGAIN: [Duration; 2] = [Duration::from_millis(200), Duration::from_secs(2)];
/// So often the folders are compared with those that are watched: nothing tells that a
/// link above them leads elsewhere, and a clock may be set.
const COMPARE: Duration = Duration::from_secs(2);
/// So often the site is looked at while it can't be read.
const TROUBLED: Duration = Duration::from_millis(500);

/// The loop: one message after the other, until Ctrl-C.
fn follow(
    rebuilder: &mut Rebuilder<'_>,
    mut watch: Watch,
    messages: &Receiver<Message>,
    tell: &dyn Fn(Event<'_>),
) {
    let mut again: Vec<Instant> = Vec::new();
    let mut held = Held::default();
    let mut waiting = Vec::new().into_iter();
    loop {
        let message = match waiting.next() {
            Some(message) => Ok(message),
            None => messages.recv_timeout(wait(rebuilder, &watch, &again, &held)),
        };
        let mut touched = BTreeSet::new();
        match message {
            Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return,
            Ok(Message::Checked(findings)) => {
                rebuilder.checked(findings);
                continue;
            }
            Ok(Message::Unwatched(error)) => {
                tell(Event::Note(watch.fail(&error)));
                rebuilder.update(&Changes::Any);
            }
            Ok(Message::Disk(first)) => {
                rebuilder.begin_edit();
                let (mut batch, others) = Batch::gather(first, messages);
                held.sort(&mut batch);
                let mut later: Vec<Message> = waiting.collect();
                later.extend(others);
                waiting = later.into_iter();
                if batch.has_folder() {
                    again = AGAIN.map(|after| Instant::now() + after).to_vec();
                }
                touched.clone_from(batch.paths());
                if !batch.is_empty() {
                    rebuilder.update(&batch.changes());
                }
            }
            Err(RecvTimeoutError::Timeout) => {
                // Only here: of what was written while this loop was busy, word waits.
                touched = held.take_quiet();
                touched.extend(rebuilder.unread());
                if !touched.is_empty() {
                    rebuilder.update(&Changes::Paths(touched.clone()));
                }
                if !rebuilder.holds().contains(jiff::Timestamp::now()) {
                    rebuilder.advance_clock();
                }
                let is_time = again.extract_if(.., |time| *time <= Instant::now()).count() > 0;
                if is_time || watch.poll().is_some() || rebuilder.in_trouble() {
                    rebuilder.update(&Changes::Any);
                }
            }
        }
        rebuilder.end_edit();
        let is_new = watch.renew(rebuilder.snapshot().sources(), &touched);
        let is_new = is_new.unwrap_or_else(|error| {
            tell(Event::Note(watch.fail(&error)));
            true
        });
        if is_new {
            again = AGAIN.map(|after| Instant::now() + after).to_vec();
            rebuilder.update(&Changes::Any);
        }
    }
}

/// How long until there is something to do even if nothing happens.
fn wait(rebuilder: &Rebuilder<'_>, watch: &Watch, again: &[Instant], held: &Held) -> Duration {
    let next = rebuilder.holds().until().map(|until| {
        let left = until.duration_since(jiff::Timestamp::now());
        Duration::try_from(left).unwrap_or_default()
    });
    let again = again.iter().min();
    let again = again.map(|time| time.saturating_duration_since(Instant::now()));
    let trouble = rebuilder.in_trouble().then_some(TROUBLED);
    let waits = [
        next,
        again,
        watch.poll(),
        watch.wait(),
        trouble,
        held.wait(),
    ];
    waits
        .into_iter()
        .flatten()
        .min()
        .unwrap_or(COMPARE)
        .min(COMPARE)
}
