//! A running `nitton serve`, and requests to it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A preview; it ends with the value.
pub struct Preview {
    child: Child,
    address: SocketAddr,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub body: String,
}

impl Preview {
    /// Serves a site, and returns when it says where.
    pub fn start(site: &Path) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_nitton"))
            .args(["serve", "--port", "0", "--now", "2026-01-01", "--root"])
            .arg(site)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let out = child.stdout.take().expect("a pipe");
        let mut line = String::new();
        let read = BufReader::new(out).read_line(&mut line);
        read.expect("it says where it listens");
        let address = line.trim().strip_prefix("http://").expect("an address");
        let address = address.trim_end_matches('/').parse().expect("an address");
        Self { child, address }
    }

    /// Asks for a page.
    pub fn get(&self, path: &str) -> Answer {
        let mut stream = TcpStream::connect(self.address).expect("it listens");
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        );
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
        Answer {
            status: status.expect("a status"),
            body: body.to_owned(),
        }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
