//! A running `nitton serve` and a client that speaks to it byte by byte.
//!
//! It waits for what must come by looking again and again, and gives up after half a
//! minute and a thousand looks.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::{Duration, Instant};

use crate::site::{NOW, Site};

/// So long nothing that must come may take. Only a test that fails waits for it.
const PATIENCE: Duration = Duration::from_secs(30);
/// And nothing is given up before it was looked for so often: a machine that stood still
/// for a minute has done nothing in it.
const LOOKS: u32 = 1000;

/// Looks for something that must come.
pub(crate) struct Patience {
    start: Instant,
    looks: u32,
}

impl Patience {
    pub(crate) fn new() -> Self {
        Self {
            start: Instant::now(),
            looks: 0,
        }
    }

    /// Whether to look once more; pauses before.
    pub(crate) fn lasts(&mut self) -> bool {
        self.looks += 1;
        std::thread::sleep(Duration::from_millis(3));
        self.looks < LOOKS || self.start.elapsed() < PATIENCE
    }
}

/// What comes next, if anything comes.
fn next<T>(from: &Receiver<T>) -> Option<T> {
    let mut patience = Patience::new();
    loop {
        match from.try_recv() {
            Ok(value) => return Some(value),
            Err(TryRecvError::Empty) if patience.lasts() => {}
            Err(_) => return None,
        }
    }
}

/// A preview; it ends with the value.
pub(crate) struct Preview {
    child: Child,
    /// Where it listens.
    pub(crate) address: SocketAddr,
    /// The path of the start page.
    pub(crate) home: String,
    /// What it prints before its address.
    pub(crate) before: Vec<String>,
    /// What it prints after its address, line by line.
    lines: Mutex<Receiver<String>>,
}

/// What came back.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The only header of this name.
    #[track_caller]
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut found = self
            .headers
            .iter()
            .filter(|(field, _)| field.eq_ignore_ascii_case(name));
        let value = found.next().map(|(_, value)| value.as_str());
        assert!(
            found.next().is_none(),
            "{name} comes twice: {:?}",
            self.headers
        );
        value
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }
}

impl Site {
    /// Serves the site on a free port.
    #[track_caller]
    pub(crate) fn serve(&self, args: &[&str]) -> Preview {
        self.serve_through(&[], args)
    }

    /// The same, started by a program that becomes it.
    #[track_caller]
    pub(crate) fn serve_through(&self, starter: &[&str], args: &[&str]) -> Preview {
        self.start(starter, &[&["--now", NOW], args].concat())
    }

    /// The same at the time that it is.
    #[track_caller]
    pub(crate) fn serve_by_the_clock(&self) -> Preview {
        self.start(&[], &[])
    }

    #[track_caller]
    fn start(&self, starter: &[&str], args: &[&str]) -> Preview {
        let command = [starter, &[env!("CARGO_BIN_EXE_nitton")]].concat();
        let mut child = Command::new(command[0])
            .args(&command[1..])
            .current_dir(self.path())
            .arg("serve")
            .args(if args.contains(&"--port") {
                &[][..]
            } else {
                &["--port", "0"]
            })
            .args(args)
            .env_remove("SOURCE_DATE_EPOCH")
            .env("NITTON_LANG", "en")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let (send, lines) = channel();
        let out = child.stdout.take().expect("a pipe");
        let err = child.stderr.take().expect("a pipe");
        forward(out, send.clone());
        forward(err, send);
        let mut before = Vec::new();
        let (address, home) = loop {
            let line = next(&lines).expect("it says where it listens");
            if let Some(found) = place(&line).filter(|_| !line.starts_with("For others")) {
                break found;
            }
            before.push(line);
        };
        Preview {
            child,
            address,
            home,
            before,
            lines: Mutex::new(lines),
        }
    }
}

fn forward(pipe: impl Read + Send + 'static, to: std::sync::mpsc::Sender<String>) {
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            if to.send(line).is_err() {
                return;
            }
        }
    });
}

/// The address and the path of the first URL in a line.
fn place(line: &str) -> Option<(SocketAddr, String)> {
    let (_, rest) = line.split_once("http://")?;
    let rest = rest.split_whitespace().next()?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let address = host.replace("localhost", "127.0.0.1").parse().ok()?;
    Some((address, format!("/{path}")))
}

impl Preview {
    /// The same at all addresses.
    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// The first line with this in it that it printed before its address, or the next one.
    #[track_caller]
    pub(crate) fn line_with(&self, piece: &str) -> String {
        if let Some(line) = self.before.iter().find(|line| line.contains(piece)) {
            return line.clone();
        }
        let lines = self.lines.lock().expect("no other test failed with it");
        loop {
            let line = next(&lines);
            let line = line.unwrap_or_else(|| panic!("it never printed {piece:?}"));
            if line.contains(piece) {
                return line;
            }
        }
    }

    /// The process, to signal it and to look at its resources.
    #[cfg(unix)]
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ctrl-C.
    #[cfg(unix)]
    pub(crate) fn interrupt(&self) {
        let id = self.child.id().to_string();
        let status = Command::new("kill").args(["-INT", &id]).status();
        assert!(status.is_ok_and(|status| status.success()));
    }

    /// How it ended.
    #[cfg(unix)]
    pub(crate) fn code(&mut self) -> i32 {
        let status = self.child.wait().expect("a process");
        status.code().unwrap_or(-1)
    }

    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        stream.set_write_timeout(Some(PATIENCE)).expect("a timeout");
        stream
    }

    /// `Host` as a browser sends it.
    pub(crate) fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port())
    }

    pub(crate) fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, &[])
    }

    /// A request of its own connection, with these headers besides `Host`.
    pub(crate) fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = format!("{method} {target} HTTP/1.1\r\nConnection: close\r\n");
        if !headers
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case("host"))
        {
            request += &format!("Host: {}\r\n", self.host());
        }
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        self.raw(format!("{request}\r\n").as_bytes(), method == "HEAD")
    }

    /// Sends bytes and reads one answer.
    pub(crate) fn raw(&self, bytes: &[u8], is_head: bool) -> Answer {
        let mut stream = self.connect();
        // It may answer and close before it has read everything.
        let _ = stream.write_all(bytes);
        read(&mut BufReader::new(stream), is_head)
    }

    /// Listens to events.
    pub(crate) fn events(&self) -> Events {
        let mut stream = self.connect();
        let request = format!(
            "GET {}.nitton/events HTTP/1.1\r\nHost: {}\r\n\r\n",
            self.home,
            self.host()
        );
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut reader = BufReader::new(stream);
        let head = head(&mut reader);
        assert!(head[0].starts_with("HTTP/1.1 200"), "{head:?}");
        Events { reader }
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads one answer.
pub(crate) fn read(reader: &mut impl BufRead, is_head: bool) -> Answer {
    let mut lines = head(reader).into_iter();
    let first = lines.next().expect("a status line");
    let status = first.split(' ').nth(1).and_then(|code| code.parse().ok());
    let headers: Vec<(String, String)> = lines
        .map(|line| {
            let (name, value) = line.split_once(": ").unwrap_or_else(|| panic!("{line:?}"));
            (name.to_owned(), value.to_owned())
        })
        .collect();
    let mut answer = Answer {
        status: status.unwrap_or_else(|| panic!("{first:?}")),
        headers,
        body: Vec::new(),
    };
    let length = answer
        .header("Content-Length")
        .and_then(|length| length.parse().ok());
    let empty = is_head || matches!(answer.status, 204 | 304);
    answer.body = vec![0; if empty { 0 } else { length.unwrap_or(0) }];
    reader
        .read_exact(&mut answer.body)
        .expect("as long as it says");
    answer
}

fn head(reader: &mut impl BufRead) -> Vec<String> {
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        let count = reader.read_line(&mut line).expect("an answer");
        assert!(count > 0, "the connection ended in the middle of {lines:?}");
        let line = line.trim_end_matches(['\r', '\n']).to_owned();
        if line.is_empty() {
            return lines;
        }
        lines.push(line);
    }
}

/// A stream of server-sent events.
pub(crate) struct Events {
    reader: BufReader<TcpStream>,
}

impl Events {
    /// The next line that isn't empty, or `None` at the end.
    pub(crate) fn line(&mut self) -> Option<String> {
        loop {
            let mut line = String::new();
            if self.reader.read_line(&mut line).ok()? == 0 {
                return None;
            }
            let line = line.trim_end();
            if !line.is_empty() {
                return Some(line.to_owned());
            }
        }
    }

    /// The data of the next event.
    pub(crate) fn next(&mut self) -> Option<String> {
        loop {
            if let Some(data) = self.line()?.strip_prefix("data: ") {
                return Some(data.to_owned());
            }
        }
    }
}
