//! Several builds at once, and builds in processes of their own: killed, under a
//! strict umask, without room for their files.

use super::*;
#[cfg(unix)]
use std::process::{Command, Stdio};

fn site_of(version: &str) -> Files {
    let pages = (0..40).map(|n| {
        // One is large enough for a limit on the size of files.
        let bytes = format!("{version}{n}").repeat(if n == 20 { 600 } else { 1 });
        (format!("{}/{n}/index.html", n % 3), bytes.into_bytes())
    });
    let own = (
        format!("only-in-{version}.html"),
        version.as_bytes().to_vec(),
    );
    pages.chain([own]).collect()
}

#[test]
fn ten_builds_at_once_end_as_one() {
    let site = Site::new();
    std::thread::scope(|scope| {
        for _ in 0..10 {
            scope.spawn(|| site.build(&site_of("a")));
        }
    });
    assert_eq!(site.published(), site_of("a"));
}

#[test]
fn two_sites_at_once_never_mix() {
    for _ in 0..5 {
        let site = Site::new();
        std::thread::scope(|scope| {
            scope.spawn(|| site.build(&site_of("a")));
            scope.spawn(|| site.build(&site_of("b")));
        });
        let found = site.published();
        assert!(found == site_of("a") || found == site_of("b"));
    }
}

#[test]
fn builds_that_give_up_do_not_take_the_folder_from_those_that_wait() {
    for _ in 0..10 {
        let site = Site::new();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    let output = site.open();
                    stage(&output, &site_of("b")).expect("stages");
                });
            }
            scope.spawn(|| site.build(&site_of("a")));
        });
        assert_eq!(site.published(), site_of("a"));
    }
}

#[test]
fn who_waits_too_long_is_told() {
    let site = Site::new();
    let output = site.open();
    let patience = Duration::from_millis(20);
    let error = Output::open_within(&site.public(""), &site.guard(), patience);
    let error = error.expect_err("it is locked");
    assert_eq!(error.kind(), ErrorKind::Locked);
    assert_eq!(error.diagnostic().code.name, "output/locked");
    drop(output);
    drop(Output::open_within(&site.public(""), &site.guard(), Duration::ZERO).expect("it is free"));
}

/// Runs [`child`] in a process of its own, by way of a shell that sets limits.
#[cfg(unix)]
fn run(site: &Site, task: &str, limits: &str) -> std::process::Child {
    let program = std::env::current_exe().expect("the test knows itself");
    Command::new("sh")
        .args(["-c", &format!("{limits}; exec \"$0\" \"$@\"")])
        .arg(program)
        .args([
            "--exact",
            "output::tests::process::child",
            "--ignored",
            "--test-threads=1",
        ])
        .env("NITTON_TEST_TASK", task)
        .env("NITTON_TEST_DIR", site.dir.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("there is a shell")
}

/// The other side of the tests below; does nothing by itself.
#[test]
#[ignore = "run by other tests as a process of its own"]
fn child() {
    let (Ok(task), Ok(dir)) = (
        std::env::var("NITTON_TEST_TASK"),
        std::env::var("NITTON_TEST_DIR"),
    ) else {
        return;
    };
    let root = Path::new(&dir).join("home/site");
    let build = |files: &Files| {
        let guard = Guard {
            root: root.clone(),
            protected: vec![root.join("content")],
            home: None,
        };
        let output = Output::open(&root.join("public"), &guard)?;
        let staged = stage(&output, files)?;
        output.commit(staged)
    };
    match task.as_str() {
        "build" => drop(build(&site_of("a")).expect("builds")),
        "fail" => {
            let error = build(&site_of("b")).expect_err("there is no room");
            assert_eq!(error.kind(), ErrorKind::Io);
        }
        _ => loop {
            build(&site_of("a")).expect("builds");
            build(&site_of("b")).expect("builds");
        },
    }
}

#[cfg(unix)]
#[test]
fn killed_builds_leave_whole_files_and_are_healed() {
    let site = Site::new();
    let versions = [site_of("a"), site_of("b")];
    site.build(&versions[0]);
    for round in 0..25_u64 {
        let mut child = run(&site, "for ever", ":");
        std::thread::sleep(Duration::from_millis(15 + round * 7919 % 40));
        child.kill().expect("it runs");
        child.wait().expect("it ends");
        for (name, bytes) in tree(&site.public("")) {
            let ours = name.contains(".nitton-");
            let whole = versions
                .iter()
                .any(|files| files.get(&name) == Some(&bytes));
            let start = String::from_utf8_lossy(&bytes[..bytes.len().min(40)]);
            assert!(ours || whole, "{name} has {} bytes: {start}", bytes.len());
        }
        let wanted = &versions[round as usize % 2];
        site.build(wanted);
        assert_eq!(&site.published(), wanted);
    }
}

#[cfg(unix)]
#[test]
fn a_web_server_can_read_what_was_built_under_any_umask() {
    use std::os::unix::fs::PermissionsExt;
    for umask in ["077", "027", "000"] {
        let site = Site::new();
        let mut child = run(&site, "build", &format!("umask {umask}"));
        assert!(child.wait().expect("it ends").success());
        assert_eq!(site.published(), site_of("a"));
        for entry in walkdir::WalkDir::new(site.public("")) {
            let entry = entry.expect("it can be read");
            if entry.file_name() == lock::NAME {
                continue;
            }
            let mode = entry
                .metadata()
                .expect("it can be read")
                .permissions()
                .mode()
                & 0o7777;
            let expected = if entry.file_type().is_dir() {
                0o755
            } else {
                0o644
            };
            assert_eq!(mode, expected, "{} under {umask}", entry.path().display());
        }
    }
}

/// A limit on the size of files stands for a full disk: writing fails half-way.
#[cfg(unix)]
#[test]
fn without_room_the_old_site_stays_whole() {
    let site = Site::new();
    let small = files(&["0/0/index.html=old", "only-old.html=old"]);
    site.build(&small);
    let before = site.published();
    let mut child = run(&site, "fail", "trap '' XFSZ; ulimit -f 1");
    assert!(child.wait().expect("it ends").success());
    assert_eq!(site.published(), before);
    let folders = fs::read_dir(site.public("")).expect("is there");
    let folders = folders.filter(|e| e.as_ref().is_ok_and(|e| e.path().is_dir()));
    assert_eq!(folders.count(), 1);
    site.build(&site_of("b"));
    assert_eq!(site.published(), site_of("b"));
}
