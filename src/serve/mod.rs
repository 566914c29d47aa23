//! `nitton serve`: the site in a browser while it is being written.
//!
//! Owns the loop: one thread takes every event in turn, makes a new snapshot of the
//! site from the old one, and exchanges it whole. Stands beside the line from sources
//! to output, and calls it; must never know how to build, nor touch the output.

mod client;
// Publishing comes with the watcher.
#[allow(dead_code)]
mod current;
mod http;
mod problems;
#[allow(dead_code)]
mod snapshot;

use std::fmt;
use std::io;
use std::net::IpAddr;
use std::sync::{Arc, mpsc};

use crate::diagnostic::Diagnostic;
use crate::path::SourcePath;
use crate::pipeline;
use crate::sources::SourceError;

use current::Current;
use snapshot::Snapshot;

/// What to serve, and where.
#[derive(Debug, Clone)]
pub struct Options {
    /// What shapes the site.
    pub site: pipeline::Options,
    /// The address to listen at; `None` is loopback, in both families.
    pub interface: Option<IpAddr>,
    /// The port; 0 takes a free one.
    pub port: u16,
}

/// What happens while serving, for the terminal.
pub enum Event<'a> {
    /// Serving has begun; the address of the start page.
    Listening(&'a str),
    /// These diagnostics are the site's now.
    Found(&'a Report<'a>),
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

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source(error) => write!(f, "{error}"),
            Self::Listen(error) => write!(f, "can't listen: {error}"),
        }
    }
}

impl std::error::Error for ServeError {}

/// Serves until Ctrl-C. `tell` is called for everything that the user should see.
pub fn run(options: &Options, tell: &dyn Fn(Event<'_>)) -> Result<(), ServeError> {
    let loaded = pipeline::load(&options.site).map_err(ServeError::Source)?;
    let snapshot = Arc::new(Snapshot::new(1, loaded));
    let (send, events) = mpsc::channel();
    // Without a handler, Ctrl-C still ends the process, only less politely.
    let _ = ctrlc::set_handler(move || {
        let _ = send.send(());
    });
    let current = Arc::new(Current::new(snapshot.clone()));
    let server = http::Server::start(options.interface, options.port, true, current.clone())
        .map_err(ServeError::Listen)?;
    tell(Event::Found(&Report {
        diagnostics: snapshot.diagnostics(),
        text: &|path| snapshot.text(path),
    }));
    tell(Event::Listening(&format!(
        "http://{}{}",
        server.addresses()[0],
        snapshot.home()
    )));
    let _ = events.recv();
    current.close();
    server.stop();
    Ok(())
}
