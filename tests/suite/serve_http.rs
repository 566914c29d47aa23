//! `nitton serve` over HTTP: what is answered, and what is refused.

use std::io::{BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};

use crate::preview::{Preview, read};
use crate::site::Site;

fn site() -> Site {
    let site = Site::new(
        "-- static/film.mp4 --
0123456789
-- static/kurs & plan.txt --
åäö
-- static/data.json --
{}
",
    );
    site.post("ett.md", "Det första inlägget.");
    site
}

#[test]
fn every_kind_of_file_has_its_type_and_its_charset() {
    let site = site();
    let preview = site.serve(&[]);
    for (target, mime) in [
        ("/", "text/html; charset=utf-8"),
        ("/2024/05/ett/", "text/html; charset=utf-8"),
        ("/feed.xml", "application/xml; charset=utf-8"),
        ("/feed.json", "application/json"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/favicon.svg", "image/svg+xml"),
        ("/film.mp4", "video/mp4"),
        ("/data.json", "application/json"),
        ("/kurs%20&%20plan.txt", "text/plain; charset=utf-8"),
    ] {
        let answer = preview.get(target);
        assert_eq!(answer.status, 200, "{target}");
        assert_eq!(answer.header("Content-Type"), Some(mime), "{target}");
        assert_eq!(answer.header("Cache-Control"), Some("no-store"));
        assert_eq!(answer.header("X-Content-Type-Options"), Some("nosniff"));
        let head = preview.ask("HEAD", target, &[]);
        assert_eq!(head.headers, answer.headers, "{target}");
        assert_eq!((head.status, head.body.len()), (200, 0));
    }
}

#[test]
fn pages_are_those_of_a_build_with_one_script_more() {
    let site = site();
    site.build();
    let built = site.output();
    let preview = site.serve(&[]);
    for (path, bytes) in &built {
        let target = path
            .strip_suffix("index.html")
            .unwrap_or(path)
            .replace(' ', "%20");
        let mut served = preview.get(&format!("/{target}")).body;
        if path.ends_with(".html") {
            let text = String::from_utf8(served).expect("UTF-8");
            let start = text
                .find("<script src=\"/.nitton/reload.js\"")
                .expect("the script");
            let end = start + text[start..].find("</script>").expect("its end") + "</script>".len();
            served = [&text[..start], &text[end..]].concat().into_bytes();
            let built = String::from_utf8_lossy(bytes);
            assert!(
                !built.contains(".nitton"),
                "{path} was built with the script"
            );
        }
        assert!(served == *bytes, "{path} differs from the build");
    }
    assert!(built.len() > 10);
}

#[test]
fn a_missing_page_is_the_sites_own_and_says_404() {
    let site = site();
    site.build();
    let preview = site.serve(&[]);
    for target in [
        "/finns-inte/",
        "/404",
        "//evil.example/",
        "/a//b",
        "/.nitton/nothing",
        "/.git/config",
    ] {
        assert_eq!(preview.get(target).status, 404, "{target}");
    }
    let text = preview.get("/finns-inte/").text();
    let title = |html: &str| {
        html[html.find("<title>").expect("a title")..html.find("</title>").expect("its end")]
            .to_owned()
    };
    assert_eq!(title(&text), title(&site.read("404.html")));
}

#[test]
fn a_missing_slash_is_a_redirect_that_keeps_the_query() {
    let site = site();
    let preview = site.serve(&[]);
    let answer = preview.get("/2024/05/ett?q=a&b=//evil");
    assert_eq!(answer.status, 302);
    assert_eq!(
        answer.header("Location"),
        Some("/2024/05/ett/?q=a&b=//evil")
    );
    for target in [
        "//evil.example",
        "//evil.example/..",
        "/%2Fevil.example",
        "/\\evil.example",
    ] {
        assert_eq!(preview.get(target).header("Location"), None, "{target}");
    }
}

#[test]
fn the_base_path_is_respected() {
    let site = site();
    site.edit(
        "site.yaml",
        "https://blogg.example.se/",
        "https://blogg.example.se/en/våg/",
    );
    let preview = site.serve(&[]);
    assert_eq!(preview.home, "/en/v%C3%A5g/");
    let home = preview.get(&preview.home);
    assert_eq!(home.status, 200);
    assert!(
        home.text()
            .contains("<script src=\"/en/v%C3%A5g/.nitton/reload.js\"")
    );
    assert_eq!(preview.get("/en/v%C3%A5g/.nitton/reload.js").status, 200);
    let root = preview.get("/");
    assert_eq!(
        (root.status, root.header("Location")),
        (302, Some("/en/v%C3%A5g/"))
    );
    assert_eq!(
        preview.get("/en/v%C3%A5g").header("Location"),
        Some("/en/v%C3%A5g/")
    );
    for target in [
        "/2024/05/ett/",
        "/.nitton/reload.js",
        "/en/",
        "/en/v%C3%A5gor/",
    ] {
        assert_eq!(preview.get(target).status, 404, "{target}");
    }
}

#[test]
fn parts_of_files_are_sent_as_the_standard_says() {
    let site = site();
    let preview = site.serve(&[]);
    let whole = preview.get("/film.mp4");
    assert_eq!(whole.header("Accept-Ranges"), Some("bytes"));
    let etag = whole.header("ETag").expect("a validator").to_owned();
    let part = |headers: &[(&str, &str)]| {
        let answer = preview.ask("GET", "/film.mp4", headers);
        let range = answer.header("Content-Range").map(str::to_owned);
        (answer.status, range, answer.text())
    };
    let range = |range: &str, text: &str| (206, Some(range.to_owned()), text.to_owned());
    let all = (200, None, "0123456789\n".to_owned());
    assert_eq!(
        part(&[("Range", "bytes=2-4")]),
        range("bytes 2-4/11", "234")
    );
    assert_eq!(
        part(&[("Range", "bytes=8-")]),
        range("bytes 8-10/11", "89\n")
    );
    assert_eq!(
        part(&[("Range", "bytes=-2")]),
        range("bytes 9-10/11", "9\n")
    );
    assert_eq!(part(&[("Range", "bytes=0-0,4-4")]), all);
    assert_eq!(
        part(&[("Range", "bytes=1-2"), ("If-Range", &etag)]),
        range("bytes 1-2/11", "12")
    );
    assert_eq!(
        part(&[("Range", "bytes=1-2"), ("If-Range", "\"old\"")]),
        all
    );
    let (status, place, _) = part(&[("Range", "bytes=11-")]);
    assert_eq!((status, place.as_deref()), (416, Some("bytes */11")));
    assert_eq!(
        preview.ask("GET", "/", &[("Range", "bytes=0-8")]).text(),
        "<!DOCTYPE"
    );
}

/// The most memory that a process has held, in bytes.
#[cfg(target_os = "linux")]
fn peak_memory(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("a process");
    let line = (status.lines()).find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.expect("a number").parse::<u64>().expect("a number") * 1024
}

#[test]
#[cfg(target_os = "linux")]
fn a_film_is_sent_piece_by_piece_and_never_held_in_memory() {
    const LENGTH: u64 = 3 << 30;
    let site = site();
    let film = std::fs::File::create(site.path().join("static/lang.mp4")).expect("a file");
    film.set_len(LENGTH).expect("a file with a hole");
    let preview = site.serve(&[]);
    let part = |range: &str| {
        let answer = preview.ask("GET", "/lang.mp4", &[("Range", range)]);
        let place = answer.header("Content-Range").map(str::to_owned);
        (answer.status, place, answer.body)
    };
    for (range, start) in [("bytes=0-99", 0), ("bytes=-100", LENGTH - 100)] {
        let place = format!("bytes {start}-{}/{LENGTH}", start + 99);
        assert_eq!(part(range), (206, Some(place), vec![0; 100]));
    }
    let whole = preview.ask("HEAD", "/lang.mp4", &[]);
    assert_eq!(
        whole.header("Content-Length"),
        Some(&*LENGTH.to_string()),
        "{whole:?}"
    );
    // After an edit, too, when the old site and the new one both have it.
    site.post("film.md", "Se [filmen](/lang.mp4).");
    let mut patience = crate::preview::Patience::new();
    while preview.get("/2024/05/film/").status != 200 && patience.lasts() {}
    let (status, _, body) = part("bytes=100000000-149999999");
    assert_eq!((status, body.len()), (206, 50_000_000));
    let peak = peak_memory(preview.id());
    assert!(peak < 200 << 20, "{peak} bytes");
}

#[test]
fn what_is_known_is_not_sent_again() {
    let site = site();
    let preview = site.serve(&[]);
    for target in ["/", "/feed.xml", "/film.mp4", "/.nitton/problems.json"] {
        let first = preview.get(target);
        let etag = first.header("ETag").expect("a validator").to_owned();
        assert!(etag.starts_with('"'), "{etag} is not strong");
        let again = preview.ask(
            "GET",
            target,
            &[("If-None-Match", &format!("\"x\", {etag}"))],
        );
        assert_eq!((again.status, again.body.len()), (304, 0), "{target}");
        assert_eq!(again.header("ETag"), Some(etag.as_str()));
        assert_eq!(
            preview
                .ask("GET", target, &[("If-None-Match", "\"x\"")])
                .status,
            200
        );
    }
}

#[test]
fn only_its_own_names_reach_it() {
    let site = site();
    let preview = site.serve(&[]);
    let port = preview.port();
    for host in [
        format!("127.0.0.1:{port}"),
        format!("localhost:{port}"),
        format!("[::1]:{port}"),
    ] {
        assert_eq!(
            preview.ask("GET", "/", &[("Host", &host)]).status,
            200,
            "{host}"
        );
    }
    for host in [
        format!("evil.example:{port}"),
        format!("127.0.0.1.nip.io:{port}"),
        "localhost:1".into(),
        "localhost".into(),
    ] {
        let answer = preview.ask("GET", "/", &[("Host", &host)]);
        assert_eq!(answer.status, 421, "{host}");
        assert!(!answer.text().contains("Provblogg"));
        assert_eq!(answer.header("Connection"), Some("close"));
    }
    let bare = preview.raw(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n", false);
    assert_eq!(bare.status, 400);
}

#[test]
fn other_methods_and_bodies_are_refused() {
    let site = site();
    let preview = site.serve(&[]);
    for method in [
        "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "BREW", "get",
    ] {
        let answer = preview.ask(method, "/", &[]);
        assert_eq!(answer.status, 405, "{method}");
        assert_eq!(answer.header("Allow"), Some("GET, HEAD"));
        assert_eq!(answer.header("Connection"), Some("close"));
    }
    for (headers, status) in [
        (&[("Content-Length", "3")][..], 413),
        (&[("Content-Length", "3000")], 413),
        (&[("Content-Length", "x")], 400),
        (&[("Transfer-Encoding", "chunked")], 400),
        (
            &[("Transfer-Encoding", "xchunked"), ("Content-Length", "3")],
            400,
        ),
    ] {
        let mut request = format!(
            "GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n",
            preview.host()
        );
        for (name, value) in headers {
            request += &format!("{name}: {value}\r\n");
        }
        let body = "a=b".repeat(1000);
        let answer = preview.raw(format!("{request}\r\n{body}").as_bytes(), false);
        assert_eq!(answer.status, status, "{headers:?}");
        assert!(!answer.text().contains("Provblogg"));
    }
}

#[test]
fn addresses_that_could_lead_elsewhere_are_refused() {
    let site = site();
    site.write("hemligt.txt", "hemligt");
    let preview = site.serve(&[]);
    for target in [
        "/../hemligt.txt",
        "/static/../../hemligt.txt",
        "/%2e%2e/hemligt.txt",
        "/..%2fhemligt.txt",
        "/%2e%2e%2fhemligt.txt",
        "/..\\hemligt.txt",
        "/..%5chemligt.txt",
        "/%00",
        "/a%00.txt",
        "/%0d%0aSet-Cookie:%20a=b",
        "/%zz",
        "/%ff",
        "http://evil.example/",
        "http://127.0.0.1/",
        "*",
        "hemligt.txt",
        "/#a",
    ] {
        let answer = preview.get(target);
        assert_eq!(answer.status, 400, "{target}");
        assert!(!answer.text().contains("hemligt"), "{target}");
        assert_eq!(answer.header("Set-Cookie"), None);
    }
    assert_eq!(preview.get("/hemligt.txt").status, 404);
    assert_eq!(preview.get("/site.yaml").status, 404);
    assert_eq!(preview.get("/content/posts/ett.md").status, 404);
}

#[test]
fn requests_that_are_too_long_are_refused() {
    let site = site();
    let preview = site.serve(&[]);
    assert_eq!(preview.get(&format!("/{}", "a".repeat(9000))).status, 414);
    assert_eq!(
        preview
            .ask("GET", "/", &[("X-Long", &"a".repeat(40_000))])
            .status,
        431
    );
    let many = vec![("X-Many", "1"); 200];
    assert_eq!(preview.ask("GET", "/", &many).status, 431);
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn what_is_not_http_ends_nothing() {
    let site = site();
    let preview = site.serve(&[]);
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n"[..],
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\0\0\0\r\n\r\n",
        "GET /å HTTP/1.1\r\n\r\n".as_bytes(),
        b"",
    ] {
        let mut stream = preview.connect();
        stream.write_all(bytes).expect("it reads");
        stream
            .shutdown(std::net::Shutdown::Write)
            .expect("still open");
        let mut answer = Vec::new();
        // Closed at once or with a reason: both will do.
        let _ = stream.read_to_end(&mut answer);
        assert!(!answer.starts_with(b"HTTP/1.1 200"), "{bytes:?}");
    }
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn one_connection_carries_many_requests_in_order() {
    let site = site();
    let preview = site.serve(&[]);
    let mut stream = preview.connect();
    let host = preview.host();
    let requests: String = ["/", "/film.mp4", "/nope", "/robots.txt"]
        .map(|target| format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n"))
        .concat();
    stream.write_all(requests.as_bytes()).expect("it reads");
    let mut reader = BufReader::new(stream);
    let statuses: Vec<(u16, bool)> = (0..4)
        .map(|_| read(&mut reader, false))
        .map(|answer| (answer.status, answer.body.starts_with(b"0123")))
        .collect();
    assert_eq!(
        statuses,
        [(200, false), (200, true), (404, false), (200, false)]
    );
}

#[test]
fn both_loopback_addresses_have_the_same_port_and_no_other_has_it() {
    let site = site();
    let preview = site.serve(&[]);
    assert!(preview.address.ip().is_loopback());
    // A machine without IPv6 has nothing to compare.
    if TcpListener::bind("[::1]:0").is_ok() {
        let mut stream =
            TcpStream::connect(("::1", preview.port())).expect("it listens at ::1 too");
        write!(
            stream,
            "GET / HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n",
            preview.port()
        )
        .expect("it reads");
        assert_eq!(read(&mut BufReader::new(stream), false).status, 200);
    }
    // Another loopback address is as far as any other from the two.
    if cfg!(target_os = "linux") {
        assert!(TcpStream::connect(("127.0.0.2", preview.port())).is_err());
    }
}

#[test]
fn another_address_is_listened_at_only_when_asked_for() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let site = site();
    let preview = site.serve(&["--interface", "127.0.0.3"]);
    let ask = |to: &str, host: &str| {
        let mut stream = TcpStream::connect((to, preview.port())).expect("it listens");
        write!(
            stream,
            "GET / HTTP/1.1\r\nHost: {host}:{}\r\nConnection: close\r\n\r\n",
            preview.port()
        )
        .expect("it reads");
        read(&mut BufReader::new(stream), false).status
    };
    assert_eq!(ask("127.0.0.3", "127.0.0.3"), 200);
    assert_eq!(ask("127.0.0.1", "localhost"), 200);
    assert_eq!(ask("127.0.0.3", "127.0.0.2"), 421);
    assert_eq!(ask("127.0.0.3", "evil.example"), 421);
}

#[cfg(unix)]
#[test]
fn others_are_told_where_it_is_and_no_place_on_this_computer() {
    // The address of this computer in its network; no packet is sent for it.
    let address = std::net::UdpSocket::bind("0.0.0.0:0").and_then(|socket| {
        socket.connect("192.0.2.1:9")?;
        socket.local_addr()
    });
    let Some(address) = (address.ok()).filter(|address| !address.ip().is_loopback()) else {
        return;
    };
    let site = site();
    let everywhere = site.serve(&["--interface", "0.0.0.0"]);
    let place = std::net::SocketAddr::new(address.ip(), everywhere.port());
    let line = everywhere.line_with("For others");
    assert_eq!(line, format!("For others: http://{place}/"));
    let mut stream = TcpStream::connect(place).expect("others reach it");
    let request = format!("GET / HTTP/1.1\r\nHost: {place}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).expect("it reads");
    assert_eq!(read(&mut BufReader::new(stream), false).status, 200);
    let posts = site.path().join("content/posts");
    std::os::unix::fs::symlink("/etc/hosts", posts.join("ute.md")).expect("linked");
    std::os::unix::fs::symlink(site.path().join("borta"), posts.join("bort.md")).expect("linked");
    let preview = site.serve(&["--interface", &address.ip().to_string()]);
    let ask = |to: std::net::IpAddr| {
        let host = format!("{to}:{}", preview.port());
        let mut stream = TcpStream::connect((to, preview.port())).expect("it listens");
        write!(
            stream,
            "GET /.nitton/problems.json HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .expect("it reads");
        read(&mut BufReader::new(stream), false).text()
    };
    let root = site.path().to_str().expect("UTF-8");
    let own = ask(std::net::Ipv4Addr::LOCALHOST.into());
    assert!(own.contains("/etc/hosts") && own.contains(root), "{own}");
    let reported = ask(address.ip());
    assert!(
        reported.contains("`content/posts/ute.md` is a link to `…`"),
        "{reported}"
    );
    assert!(
        !reported.contains("/etc/hosts") && !reported.contains(root),
        "{reported}"
    );
}

#[test]
fn what_others_can_see_is_said() {
    let site = site();
    let preview = site.serve(&["--interface", "0.0.0.0", "--drafts", "--future"]);
    assert!(
        preview.address.ip().is_loopback(),
        "0.0.0.0 is nothing to open"
    );
    assert_eq!(
        preview.line_with("whoever"),
        "warning: whoever can reach any address of this computer sees this preview, unencrypted and \
         without a password: all pages, drafts, scheduled posts, and in error messages the names and \
         lines of the site's files"
    );
    let quiet = site.serve(&["--drafts"]);
    assert!(!quiet.before.iter().any(|line| line.contains("whoever")));
}

#[test]
fn a_port_that_is_taken_gives_way_to_the_next() {
    let site = site();
    let first = site.serve(&[]);
    let second = site.serve(&["--port", &first.port().to_string()]);
    assert!(second.port() > first.port());
    second.line_with(&format!(
        "port {} is taken; using {} instead",
        first.port(),
        second.port()
    ));
    assert_eq!((first.get("/").status, second.get("/").status), (200, 200));
}

#[test]
fn what_the_script_needs_is_not_for_other_sites() {
    let site = site();
    let preview = site.serve(&[]);
    for tool in [
        "reload.js",
        "worker.js",
        "overlay.css",
        "problems.json",
        "tags.json?/",
        "events",
    ] {
        let target = format!("/.nitton/{tool}");
        for header in [
            ("Sec-Fetch-Site", "cross-site"),
            ("Origin", "http://evil.example"),
        ] {
            assert_eq!(
                preview.ask("GET", &target, &[header]).status,
                403,
                "{tool} {header:?}"
            );
        }
    }
    let answer = preview.get("/");
    assert_eq!(answer.header("Access-Control-Allow-Origin"), None);
    assert_eq!(
        answer.header("Cross-Origin-Resource-Policy"),
        Some("same-origin")
    );
    assert!(
        answer
            .header("Content-Security-Policy")
            .is_some_and(|policy| policy.contains("default-src 'self'"))
    );
}

#[test]
fn crowds_and_clients_that_hang_stop_nobody() {
    let site = site();
    site.write("static/stor.bin", vec![7; 8 << 20]);
    let preview = site.serve(&[]);
    // Three hundred that never finish their question,
    let slow: Vec<TcpStream> = (0..300)
        .map(|_| {
            let mut stream = preview.connect();
            stream
                .write_all(b"GET / HTTP/1.1\r\nX-Slow: ")
                .expect("it reads");
            stream
        })
        .collect();
    // thirty that never read their answer, and thirty that ask for a second page
    // behind a stream that never ends.
    let host = preview.host();
    let deaf: Vec<TcpStream> = (0..60)
        .map(|number| {
            let target = if number % 2 == 0 {
                "/stor.bin"
            } else {
                "/.nitton/events"
            };
            let mut stream = preview.connect();
            let request = format!("GET {target} HTTP/1.1\r\nHost: {host}\r\n\r\n");
            stream
                .write_all(request.repeat(4).as_bytes())
                .expect("it reads");
            stream
        })
        .collect();
    let answered = crowd(&preview, 200);
    assert_eq!(answered, 200);
    drop((slow, deaf));
}

#[test]
fn who_comes_after_too_many_is_told_so() {
    let site = site();
    site.write("static/stor.bin", vec![7; 8 << 20]);
    let preview = site.serve(&[]);
    let request = format!("GET /stor.bin HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host());
    let ask = || {
        let mut stream = preview.connect();
        stream.write_all(request.as_bytes()).expect("it reads");
        stream
    };
    // Twice: threads that wait for work take connections otherwise than new ones.
    for _ in 0..2 {
        let mut patience = crate::preview::Patience::new();
        let mut deaf: Vec<TcpStream> = (0..512).map(|_| ask()).collect();
        while preview.get("/").status != 503 {
            assert!(patience.lasts(), "nobody was refused");
            // Some may have been refused themselves.
            deaf.push(ask());
        }
        drop(deaf);
        while preview.get("/").status != 200 {
            assert!(patience.lasts(), "they are refused for ever");
        }
    }
}

#[cfg(unix)]
#[test]
fn when_the_system_allows_no_more_connections_it_comes_back() {
    let site = site();
    let few = ["sh", "-c", "ulimit -n 96 && exec \"$0\" \"$@\""];
    let preview = site.serve_through(&few, &[]);
    let mut slow = Vec::new();
    while slow.len() < 200 {
        let Ok(mut stream) = TcpStream::connect(preview.address) else {
            break;
        };
        if stream.write_all(b"GET / HTTP/1.1\r\nX-Slow: ").is_err() {
            break;
        }
        slow.push(stream);
    }
    assert!(slow.len() > 20, "{}", slow.len());
    drop(slow);
    let mut patience = crate::preview::Patience::new();
    let request = format!(
        "GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        preview.host()
    );
    loop {
        // A line that was taken when there were none left is never answered.
        let stream = TcpStream::connect(preview.address);
        let answer = stream.and_then(|mut stream| {
            stream.set_read_timeout(Some(std::time::Duration::from_secs(2)))?;
            stream.write_all(request.as_bytes())?;
            let mut first = String::new();
            std::io::BufRead::read_line(&mut BufReader::new(stream), &mut first)?;
            Ok(first)
        });
        if answer.is_ok_and(|first| first.starts_with("HTTP/1.1 200")) {
            break;
        }
        assert!(patience.lasts(), "it is gone for good");
    }
}

#[test]
fn a_folders_index_has_both_its_names() {
    let site = site();
    let preview = site.serve(&[]);
    assert_eq!(preview.get("/index.html").body, preview.get("/").body);
    assert_eq!(preview.get("/prenumerera/index.html").status, 200);
    assert_eq!(preview.get("/finns-inte/index.html").status, 404);
}

#[test]
#[cfg(unix)]
fn nobody_in_a_burst_waits_for_another() {
    let site = site();
    let preview = site.serve(&[]);
    let signal = |name: &str| {
        let status = std::process::Command::new("kill")
            .args([name, &preview.id().to_string()])
            .status();
        assert!(status.expect("kill runs").success());
    };
    let request = format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host());
    for _ in 0..40 {
        // It finds all of them at once when it wakes.
        signal("-STOP");
        let lines: Vec<TcpStream> = (0..24).map(|_| preview.connect()).collect();
        for mut line in &lines {
            line.write_all(request.as_bytes())
                .expect("the system takes it");
        }
        signal("-CONT");
        let mut open = Vec::new();
        for line in lines {
            let mut reader = BufReader::new(line);
            let answer = read(&mut reader, false);
            assert_eq!(answer.status, 200);
            // As browsers do: a line is closed when the server says so, and else kept.
            if answer.header("Connection") != Some("close") {
                open.push(reader);
            }
        }
    }
}

/// How many of so many parallel requests get the start page.
fn crowd(preview: &Preview, count: usize) -> usize {
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..count)
            .map(|_| scope.spawn(|| preview.get("/").status))
            .collect();
        threads
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .filter(|status| *status == 200)
            .count()
    })
}

#[test]
fn a_stream_tells_its_version_at_once_and_is_kept_alive() {
    let site = site();
    let preview = site.serve(&[]);
    let mut events = preview.events();
    assert_eq!(events.line().as_deref(), Some("retry: 500"));
    assert!(events.next().is_some());
    // A ping a second finds dead listeners.
    assert_eq!(events.line().as_deref(), Some(": ping"));
}

#[test]
fn only_so_many_streams_are_held() {
    let site = site();
    let preview = site.serve(&[]);
    let streams: Vec<_> = (0..128).map(|_| preview.events()).collect();
    assert_eq!(preview.get("/.nitton/events").status, 503);
    assert_eq!(preview.get("/").status, 200);
    drop(streams);
}

#[test]
fn the_tags_of_files_are_told_for_those_that_exist() {
    let site = site();
    let preview = site.serve(&[]);
    let answer =
        preview.get("/.nitton/tags.json?/film.mp4&/nope.png&/kurs%20%26%20plan.txt&..&/%zz");
    let tags: Vec<Option<String>> = serde_json::from_slice(&answer.body).expect("JSON");
    assert_eq!(
        tags.iter().map(Option::is_some).collect::<Vec<_>>(),
        [true, false, true, false, false]
    );
    let etag = preview
        .get("/film.mp4")
        .header("ETag")
        .map(|tag| tag.trim_matches('"').to_owned());
    assert_eq!(tags[0], etag);
}

#[test]
fn problems_are_told_with_their_excerpts() {
    let site = site();
    site.write(
        "content/posts/fel.md",
        "---\ntitle: Fel\ndate: 23 november <b>\nauthor: asa\n---\n\nText.\n",
    );
    let preview = site.serve(&[]);
    let answer = preview.get("/.nitton/problems.json");
    let reported: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
    assert_eq!(
        (reported["errors"].as_u64(), reported["warnings"].as_u64()),
        (Some(1), Some(0))
    );
    let problem = &reported["problems"][0];
    assert_eq!(problem["code"], "front-matter/bad-date");
    assert_eq!(problem["file"], "content/posts/fel.md");
    assert_eq!(
        (problem["line"].as_u64(), problem["column"].as_u64()),
        (Some(3), Some(7))
    );
    assert_eq!(
        problem["excerpt"],
        "3 | date: 23 november <b>\n  |       ^^^^^^^^^^^^^^^"
    );
    assert!(
        problem["help"][0]
            .as_str()
            .is_some_and(|help| help.contains("2024") || help.contains("date:"))
    );
    let root = site.path().canonicalize().expect("it is there");
    assert_eq!(reported["root"], nitton::path::shown(&root));
}

#[test]
fn nothing_runs_in_a_file_that_is_no_page() {
    let site = site();
    let xhtml = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></html>";
    site.write("static/a.xml", xhtml)
        .write("static/b.html", "<script>x</script>")
        .write(
            "static/c.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>",
        )
        .write("static/d.html", "<p>trusted</p>")
        .write(
            "site.yaml",
            "title: Provblogg\nbase_url: https://blogg.example.se/\ndefault_author: Anna\n\
             trusted_files: [d.html]\n",
        );
    let preview = site.serve(&[]);
    for target in [
        "/a.xml",
        "/b.html",
        "/c.svg",
        "/film.mp4",
        "/data.json",
        "/feed.xml",
        "/favicon.svg",
    ] {
        let answer = preview.get(target);
        let policy = answer.header("Content-Security-Policy").unwrap_or_default();
        assert!(policy.starts_with("sandbox"), "{target}: {policy}");
        assert!(!policy.contains("allow-scripts"), "{target}: {policy}");
    }
    for target in ["/", "/d.html"] {
        let answer = preview.get(target);
        let policy = answer.header("Content-Security-Policy").unwrap_or_default();
        assert!(
            policy.starts_with("default-src 'self'"),
            "{target}: {policy}"
        );
    }
}
