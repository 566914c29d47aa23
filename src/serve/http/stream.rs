//! Server-sent events: a line for every edition of the site, as long as a page listens.

use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use super::response::Response;
use crate::message;
use crate::message::Language;
use crate::serve::current::Current;

/// As many may listen at once; a browser needs one for all its tabs.
const MOST_STREAMS: usize = 128;
/// How often something is written, so that a listener that left is found out.
const PING: Duration = Duration::from_secs(1);

/// The head by hand: there is no length, the end of the connection is the end.
const HEAD: &str = "HTTP/1.1 200 OK\r\n\
    Content-Type: text/event-stream; charset=utf-8\r\n\
    Cache-Control: no-store\r\n\
    X-Content-Type-Options: nosniff\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n\
    Connection: close\r\n\
    \r\n\
    retry: 500\n\n";

/// Writes events until serving ends or the client is gone. The first event comes at
/// once, so that whoever was away can compare.
pub(super) fn serve(
    current: &Current,
    streams: &AtomicUsize,
    language: Language,
    writer: &mut dyn Write,
) -> io::Result<()> {
    let permit = Permit(streams);
    if streams.fetch_add(1, Ordering::AcqRel) >= MOST_STREAMS {
        let words = message!("preview-too-many-pages");
        return Response::text(503, &words, language).write(writer, false);
    }
    writer.write_all(HEAD.as_bytes())?;
    let mut seen = 0;
    while let Some((edition, snapshot)) = current.wait(seen, PING) {
        match edition == seen {
            true => writer.write_all(b": ping\n\n")?,
            false => write!(writer, "id: {edition}\ndata: {}\n\n", snapshot.version())?,
        }
        // A site that waits only for its line to be read shouldn't be kept alive.
        drop(snapshot);
        writer.flush()?;
        seen = edition;
    }
    drop(permit);
    Ok(())
}

struct Permit<'a>(&'a AtomicUsize);

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}
