//! The answers over HTTP.
//!
//! Owns all of `tiny_http`. Must never know how a page is made.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use percent_encoding::percent_decode_str;
use tiny_http::{Header, Response, Server};

use super::current::Current;
use super::snapshot::Answer;

/// Listens at an address; port 0 takes a free one.
pub(super) fn listen(address: SocketAddr) -> io::Result<Arc<Server>> {
    Server::http(address)
        .map(Arc::new)
        .map_err(io::Error::other)
}

/// Answers until the server is unblocked.
pub(super) fn answer(server: &Server, current: &Current) {
    for request in server.incoming_requests() {
        let path = request.url().split(['?', '#']).next().unwrap_or("/");
        let path = percent_decode_str(path).decode_utf8_lossy().into_owned();
        let (status, body) = match current.get().answer(&path) {
            Answer::Found(body) => (200, Some(body)),
            Answer::Moved(to) => {
                let response = Response::empty(307);
                let header = Header::from_bytes("Location", to.as_bytes());
                let _ = match header {
                    Ok(header) => request.respond(response.with_header(header)),
                    Err(()) => request.respond(response),
                };
                continue;
            }
            Answer::Missing(body) => (404, body),
            Answer::Failed(body) => (500, body),
        };
        let bytes = body.as_ref().map_or(Vec::new(), |body| body.bytes.to_vec());
        let mime = body.map_or("text/plain; charset=utf-8", |body| body.mime);
        let mut response = Response::from_data(bytes).with_status_code(status);
        response.add_header(
            Header::from_bytes("Content-Type", mime).expect("media types are constants"),
        );
        let _ = request.respond(response);
    }
}
