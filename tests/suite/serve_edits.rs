//! Saves as programs make them, mistakes and their fixes, while the site is served.

use std::fs;
#[cfg(target_os = "linux")]
use std::io::Write as _;
#[cfg(target_os = "linux")]
use std::time::{Duration, Instant};

use crate::preview::{Patience, Preview};
use crate::site::{Site, tree};

const POST: &str = "/2024/05/a/";

fn site() -> Site {
    let site = Site::new("");
    site.post("a.md", "Första texten.")
        .post("b.md", "Andra texten.");
    site
}

impl Preview {
    /// Waits until a page says this.
    #[track_caller]
    fn shows(&self, url: &str, text: &str) {
        self.becomes(url, text, |status, body| {
            status == 200 && body.contains(text)
        });
    }

    /// Waits until a page is gone.
    #[track_caller]
    fn misses(&self, url: &str) {
        self.becomes(url, "404", |status, _| status == 404);
    }

    #[track_caller]
    fn becomes(&self, url: &str, what: &str, is_so: impl Fn(u16, &str) -> bool) {
        let mut patience = Patience::new();
        loop {
            let answer = self.get(url);
            let body = String::from_utf8_lossy(&answer.body);
            if is_so(answer.status, &body) {
                return;
            }
            let status = answer.status;
            assert!(
                patience.lasts(),
                "{url} ({status}) never became {what}: {body}"
            );
        }
    }

    /// Waits until its problems hold this.
    #[track_caller]
    fn complains(&self, code: &str) {
        self.becomes("/.nitton/problems.json", code, |_, body| {
            body.contains(code)
        });
    }

    /// Waits until there are no errors.
    #[track_caller]
    fn is_content(&self) {
        let text = "\"errors\":0";
        self.becomes("/.nitton/problems.json", text, |_, body| {
            body.contains(text)
        });
    }
}

fn text(body: &str) -> String {
    format!("---\ntitle: a\ndate: 2024-05-17\nauthor: asa\n---\n\n{body}\n")
}

#[test]
fn every_editors_way_to_save_is_seen() {
    let site = site();
    let preview = site.serve(&[]);
    let path = |name: &str| site.path().join("content/posts").join(name);
    preview.shows(POST, "Första texten.");
    // In place, as VS Code and nano do.
    fs::write(path("a.md"), text("På plats.")).expect("written");
    preview.shows(POST, "På plats.");
    // vim: a probe, the old file renamed away, a new one, the old one removed.
    fs::write(path("4913"), "").expect("written");
    fs::remove_file(path("4913")).expect("removed");
    fs::rename(path("a.md"), path("a.md~")).expect("renamed");
    fs::write(path("a.md"), text("Från vim.")).expect("written");
    fs::remove_file(path("a.md~")).expect("removed");
    preview.shows(POST, "Från vim.");
    // Emacs: a lock, an autosave, a backup.
    #[cfg(unix)]
    std::os::unix::fs::symlink("jag@dator.1", path(".#a.md")).expect("linked");
    fs::write(path("#a.md#"), text("Halv")).expect("written");
    fs::rename(path("a.md"), path("a.md~")).expect("renamed");
    fs::write(path("a.md"), text("Från Emacs.")).expect("written");
    fs::remove_file(path("#a.md#")).expect("removed");
    #[cfg(unix)]
    fs::remove_file(path(".#a.md")).expect("removed");
    preview.shows(POST, "Från Emacs.");
    // JetBrains, gedit, sync programs: a temporary file put in its place.
    fs::write(path("a.md___jb_tmp___"), text("Från IDEA.")).expect("written");
    fs::rename(path("a.md___jb_tmp___"), path("a.md")).expect("renamed");
    preview.shows(POST, "Från IDEA.");
    // sed -i.
    fs::write(path("sedA1b2C3"), text("Från sed.")).expect("written");
    fs::rename(path("sedA1b2C3"), path("a.md")).expect("renamed");
    preview.shows(POST, "Från sed.");
    preview.is_content();
}

#[test]
fn a_save_without_a_change_does_nothing() {
    let site = site();
    let preview = site.serve(&[]);
    preview.shows(POST, "Första texten.");
    site.post("a.md", "Första texten.");
    // Reading is no change either.
    site.build();
    // In one step, so that there is one change.
    let put = |name: &str, body: &str| {
        let place = site.path().join("nytt");
        fs::write(
            &place,
            text(body).replace("title: a", &format!("title: {name}")),
        )
        .expect("written");
        fs::rename(place, site.path().join(format!("content/posts/{name}.md"))).expect("renamed");
    };
    put("b", "Ändrad.");
    assert!(preview.line_with("changed").starts_with("1 post changed, "));
    preview.shows("/2024/05/b/", "Ändrad.");
    for _ in 0..20 {
        preview.get(POST);
    }
    put("b", "Ändrad.");
    put("a", "Ändrad den med.");
    preview.shows(POST, "Ändrad den med.");
    let version = preview.events().next().expect("the version");
    assert_eq!(version, "3", "it was rebuilt without a change");
}

#[test]
fn what_the_clock_publishes_comes_and_goes_by_itself() {
    let site = site();
    let later = |seconds: i64| {
        let time = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(seconds);
        format!("{time:.0}")
    };
    let (from, until) = (later(8), later(18));
    site.write(
        "content/pages/kort.md",
        format!(
            "---\ntitle: Kort\npublish_date: {from}\nexpires: {until}\n---\n\nEn kort stund.\n"
        ),
    );
    let preview = site.serve_by_the_clock();
    preview.misses("/kort/");
    // Not by an edit: no file has changed.
    preview.line_with("Up to date again, ");
    preview.shows("/kort/", "En kort stund.");
    preview.misses("/kort/");
}

#[test]
fn folders_come_and_go_and_come_back() {
    let site = site();
    let preview = site.serve(&[]);
    preview.shows(POST, "Första");
    // Nested, with a file in it, at once.
    site.write(
        "content/posts/2024/maj/djup/c.md",
        text("Djupt.").replace("title: a", "title: c"),
    );
    preview.shows("/2024/05/c/", "Djupt.");
    let (folder, away) = (site.path().join("content/posts"), site.path().join("undan"));
    fs::rename(&folder, &away).expect("renamed");
    preview.misses(POST);
    fs::rename(&away, &folder).expect("renamed");
    preview.shows(POST, "Första");
    site.post("a.md", "Efteråt.");
    preview.shows(POST, "Efteråt.");
    // The same with the whole folder that is watched.
    let content = site.path().join("content");
    fs::rename(&content, &away).expect("renamed");
    preview.misses(POST);
    fs::rename(&away, &content).expect("renamed");
    preview.shows(POST, "Efteråt.");
    site.post("a.md", "Och igen.");
    preview.shows(POST, "Och igen.");
    // Folders that weren't there at the start.
    site.write("static/ny.txt", "Ny.");
    preview.shows("/ny.txt", "Ny.");
    site.write("static/ny.txt", "Nyare.");
    preview.shows("/ny.txt", "Nyare.");
    fs::remove_dir_all(site.path().join("static")).expect("removed");
    preview.misses("/ny.txt");
}

/// Copies a folder with all that is in it.
#[cfg(unix)]
fn copy(from: &std::path::Path, to: &std::path::Path) {
    let status = std::process::Command::new("cp")
        .args(["-R".as_ref(), from.as_os_str(), to.as_os_str()])
        .status();
    assert!(status.expect("cp runs").success());
}

#[cfg(unix)]
#[test]
fn a_site_that_is_deleted_and_put_back_is_seen_again() {
    let site = site();
    let away = tempfile::tempdir().expect("a folder");
    let copied = away.path().join("kopia");
    copy(site.path(), &copied);
    let preview = site.serve(&[]);
    for round in 0..3 {
        preview.shows(POST, "texten");
        fs::remove_dir_all(site.path()).expect("removed");
        if round == 1 {
            // Not at once.
            preview.line_with("no folder");
            preview.shows(POST, "texten");
        }
        copy(&copied, site.path());
        let text = format!("Efter gång {round}.");
        site.post("a.md", &text);
        preview.shows(POST, &text);
        site.post("a.md", "Och en gång till.");
        preview.shows(POST, "Och en gång till.");
        site.post("a.md", "Den första texten.");
    }
}

#[cfg(unix)]
#[test]
fn a_root_that_is_a_link_is_followed_to_where_it_leads() {
    let (one, two) = (site(), site());
    two.post("a.md", "Den andra texten.");
    let folder = tempfile::tempdir().expect("a folder");
    let link = |to: &Site| {
        let (link, new) = (folder.path().join("blogg"), folder.path().join("ny"));
        std::os::unix::fs::symlink(to.path(), &new).expect("linked");
        fs::rename(new, link).expect("put in place");
    };
    link(&one);
    let root = folder.path().join("blogg");
    let preview = one.serve(&["--root", root.to_str().expect("UTF-8")]);
    preview.shows(POST, "Första texten.");
    link(&two);
    preview.shows(POST, "Den andra texten.");
    two.post("a.md", "Ändrad.");
    preview.shows(POST, "Ändrad.");
}

#[test]
fn a_configuration_in_a_folder_of_its_own_comes_back_with_it() {
    let site = site();
    let text = |title: &str| format!("title: {title}\nbase_url: https://b.example/\n");
    site.write("conf/min/site.yaml", text("Ett"));
    let preview = site.serve(&["--config", "conf/min/site.yaml"]);
    preview.shows("/", "Ett");
    for round in 0..3 {
        fs::remove_dir_all(site.path().join("conf")).expect("removed");
        preview.complains("source/no-config");
        site.write("conf/min/site.yaml", text(&format!("Åter {round}")));
        preview.shows("/", &format!("Åter {round}"));
        site.write("conf/min/site.yaml", text(&format!("Senare {round}")));
        preview.shows("/", &format!("Senare {round}"));
    }
}

#[cfg(unix)]
#[test]
fn edits_behind_links_are_seen() {
    use std::os::unix::fs::symlink;
    let site = site();
    let place = |path: &str| site.path().join(path);
    let post = |path: &str, title: &str, body: &str| {
        site.write(
            path,
            text(body).replace("title: a", &format!("title: {title}")),
        );
    };
    post("texter/l.md", "l", "Bakom länken.");
    post("mapp/inlagg/m.md", "m", "I mappen.");
    post("annan/inlagg/m.md", "m", "I den andra.");
    symlink("../../texter/l.md", place("content/posts/l.md")).expect("linked");
    // Through a second link.
    symlink("mapp", place("nu")).expect("linked");
    site.write(
        "conf/sv.yaml",
        "title: Länkad\nbase_url: https://b.example/\n",
    );
    site.remove("site.yaml");
    symlink("conf/sv.yaml", place("site.yaml")).expect("linked");
    let preview = site.serve(&[]);
    preview.shows("/2024/05/l/", "Bakom länken.");
    for round in 0..2 {
        post("texter/l.md", "l", &format!("Ändrad {round}."));
        preview.shows("/2024/05/l/", &format!("Ändrad {round}."));
        site.write(
            "conf/sv.yaml",
            format!("title: Länk {round}\nbase_url: https://b.example/\n"),
        );
        preview.shows("/", &format!("Länk {round}"));
    }
    // A link that is made while serving, and what happens behind it.
    symlink("../../nu/inlagg", place("content/posts/gren")).expect("linked");
    preview.shows("/2024/05/m/", "I mappen.");
    post("mapp/inlagg/m.md", "m", "Ändrad i mappen.");
    preview.shows("/2024/05/m/", "Ändrad i mappen.");
    post("mapp/inlagg/djup/n.md", "n", "Ny i mappen.");
    preview.shows("/2024/05/n/", "Ny i mappen.");
    post("mapp/inlagg/djup/n.md", "n", "Ändrad djupt.");
    preview.shows("/2024/05/n/", "Ändrad djupt.");
    // It leads elsewhere now.
    symlink("annan", place("nytt")).expect("linked");
    fs::rename(place("nytt"), place("nu")).expect("put in place");
    preview.shows("/2024/05/m/", "I den andra.");
    preview.misses("/2024/05/n/");
    post("annan/inlagg/m.md", "m", "Ändrad i den andra.");
    preview.shows("/2024/05/m/", "Ändrad i den andra.");
    // A broken one, until there is something.
    symlink("../../texter/k.md", place("content/posts/k.md")).expect("linked");
    preview.complains("source/dangling-link");
    post("texter/k.md", "k", "Finns nu.");
    preview.shows("/2024/05/k/", "Finns nu.");
}

#[test]
fn hundreds_of_files_at_once_are_one_change_or_a_few() {
    let site = site();
    let preview = site.serve(&[]);
    preview.shows(POST, "Första");
    for number in 0..300 {
        site.post(&format!("gren/p{number}.md"), "Ny gren.");
    }
    preview.shows("/2024/05/p299/", "Ny gren.");
    for number in [0, 7, 150] {
        preview.shows(&format!("/2024/05/p{number}/"), "Ny gren.");
    }
    fs::remove_dir_all(site.path().join("content/posts/gren")).expect("removed");
    preview.misses("/2024/05/p299/");
    preview.misses("/2024/05/p0/");
}

/// Where there is no git, nothing is tested, and it says so.
#[test]
fn another_branch_is_checked_out_and_back() {
    let git = |site: &Site, args: &[&str]| {
        let done = std::process::Command::new("git")
            .args(["-c", "user.name=Prov", "-c", "user.email=prov@example.se"])
            .args([
                "-c",
                "core.hooksPath=/dev/null",
                "-c",
                "commit.gpgSign=false",
            ])
            .args(args)
            .current_dir(site.path())
            .output();
        done.ok().filter(|done| done.status.success())
    };
    let site = site();
    if git(&site, &["init", "--quiet", "--initial-branch=ett"]).is_none() {
        #[allow(clippy::print_stderr, reason = "who runs it should know")]
        {
            eprintln!("skipped: there is no git");
        }
        return;
    }
    let commit = || {
        git(&site, &["add", "--all"]).expect("added");
        git(&site, &["commit", "--quiet", "--message", "Allt"]).expect("committed");
    };
    for number in 0..300 {
        site.post(&format!("gren/p{number}.md"), "Ena grenen.");
    }
    commit();
    git(&site, &["checkout", "--quiet", "-b", "annan"]).expect("a branch");
    for number in 0..300 {
        site.post(&format!("gren/p{number}.md"), "Andra grenen.");
        site.post(&format!("ny/n{number}.md"), "Bara här.");
    }
    site.remove("content/posts/a.md");
    commit();
    let preview = site.serve(&[]);
    preview.shows("/2024/05/p0/", "Andra grenen.");
    for (branch, text) in [("ett", "Ena grenen."), ("annan", "Andra grenen.")] {
        git(&site, &["checkout", "--quiet", branch]).expect("another branch");
        for number in 0..300 {
            preview.shows(&format!("/2024/05/p{number}/"), text);
        }
        match branch {
            "ett" => {
                preview.shows(POST, "Första");
                preview.misses("/2024/05/n0/");
                preview.misses("/2024/05/n299/");
            }
            _ => {
                preview.misses(POST);
                preview.shows("/2024/05/n0/", "Bara här.");
                preview.shows("/2024/05/n299/", "Bara här.");
            }
        }
        preview.is_content();
    }
}

#[test]
fn a_broken_post_keeps_its_last_good_page_until_it_is_mended() {
    let site = site();
    let preview = site.serve(&[]);
    preview.shows(POST, "Första");
    site.edit("content/posts/a.md", "date: 2024-05-17", "date: 17 maj");
    preview.complains("front-matter/bad-date");
    preview.line_with("error[front-matter/bad-date]");
    preview.shows(POST, "Första");
    // Others go on.
    site.post("b.md", "Under tiden.");
    preview.shows("/2024/05/b/", "Under tiden.");
    preview.shows(POST, "Första");
    site.edit("content/posts/a.md", "---\ntitle", "title");
    preview.complains("front-matter/fence");
    preview.shows(POST, "Första");
    site.post("a.md", "Lagad.");
    preview.shows(POST, "Lagad.");
    preview.is_content();
    preview.line_with("No errors any more.");
}

/// Only Linux tells when a file is closed.
#[cfg(target_os = "linux")]
#[test]
fn half_a_file_is_no_change_until_it_is_quiet() {
    let site = site();
    let preview = site.serve(&[]);
    // Where the machine lets the writer wait for too long, the file was quiet.
    let mut file = (0..10)
        .find_map(|_| half_a_file(&site, &preview))
        .expect("a machine that has time for a test");
    file.write_all(b"\ndate: 2024-05-17\nauthor: asa\n---\n\nLangsamt.\n")
        .expect("written");
    // It stays open, and nothing is written to it any more.
    preview.shows(POST, "Langsamt.");
    preview.is_content();
    file.set_len(0).expect("cut");
    drop(file);
    preview.complains("front-matter/missing");
    preview.shows(POST, "Langsamt.");
}

/// Half of `a.md`, which was written to again and again while `b.md` was saved: nothing
/// held that up, and nothing was said of the half. `None` if the writer paused for so
/// long that something could have been said.
#[cfg(target_os = "linux")]
fn half_a_file(site: &Site, preview: &Preview) -> Option<fs::File> {
    use std::sync::mpsc::RecvTimeoutError::Timeout;
    // Edits that are seen: the watch has begun, and its first look is over.
    site.post("a.md", "Första texten.").post("b.md", "Början.");
    preview.shows(POST, "Första");
    preview.shows("/2024/05/b/", "Början.");
    preview.is_content();
    let mut file = fs::File::create(site.path().join("content/posts/a.md")).expect("a file");
    file.write_all(b"---\ntitle: a\n").expect("written");
    let half = &mut file;
    let (longest, reported) = std::thread::scope(|scope| {
        let (stop, stopped) = std::sync::mpsc::channel::<()>();
        let writer = scope.spawn(move || {
            let (mut last, mut longest) = (Instant::now(), Duration::ZERO);
            // A test that fails drops the other end, and ends this too.
            while stopped.recv_timeout(Duration::from_millis(20)) == Err(Timeout) {
                half.write_all(b"#").expect("written");
                longest = longest.max(last.elapsed());
                last = Instant::now();
            }
            longest.max(last.elapsed())
        });
        let mut reported = Vec::new();
        for number in 0..3 {
            let text = format!("Under tiden {number}.");
            site.post("b.md", &text);
            preview.shows("/2024/05/b/", &text);
            preview.shows(POST, "Första");
            reported.push(preview.get("/.nitton/problems.json").text());
        }
        drop(stop);
        (writer.join().expect("a writer"), reported)
    });
    if longest > Duration::from_millis(300) {
        return None;
    }
    for problems in reported {
        assert!(problems.contains("\"errors\":0"), "{problems}");
    }
    Some(file)
}

#[test]
fn what_is_withdrawn_is_gone_whatever_else_is_wrong() {
    let site = site();
    site.post("c.md", "Tredje texten.");
    let preview = site.serve(&[]);
    for (url, text) in [
        (POST, "Första"),
        ("/2024/05/b/", "Andra"),
        ("/2024/05/c/", "Tredje"),
    ] {
        preview.shows(url, text);
    }
    site.write("content/posts/trasig.md", "ingenting");
    preview.complains("front-matter/missing");
    site.edit("content/posts/a.md", "title:", "draft: true\ntitle:");
    preview.misses(POST);
    site.remove("content/posts/b.md");
    preview.misses("/2024/05/b/");
    // Something else is wrong with it too.
    site.edit(
        "content/posts/c.md",
        "date: 2024-05-17",
        "draft: true\ndate: 17 maj",
    );
    preview.misses("/2024/05/c/");
    preview.complains("front-matter/missing");
}

#[test]
fn a_post_that_is_no_text_for_a_moment_stays_where_it_was() {
    let site = site();
    let preview = site.serve(&[]);
    preview.shows("/", "href=\"/2024/05/a/\"");
    site.write("content/posts/a.md", b"---\ntitle: \xe5\n");
    preview.complains("source/not-utf8");
    preview.shows(POST, "Första");
    preview.shows("/", "href=\"/2024/05/a/\"");
    site.post("a.md", "Lagad.");
    preview.shows(POST, "Lagad.");
    preview.is_content();
}

/// Edits a post again and again; each time, nothing else may count as changed.
#[cfg(unix)]
fn only_the_post_changes(site: &Site, preview: &Preview) {
    for round in 0..8 {
        site.post("a.md", &format!("Omgång {round}."));
        let line = preview.line_with("changed");
        assert!(line.starts_with("1 post changed, "), "{line}");
        preview.shows(POST, &format!("Omgång {round}."));
    }
}

#[cfg(unix)]
#[test]
fn files_that_are_never_read_whole_are_no_change() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let site = site();
    site.write("static/stor.bin", vec![7; (16 << 20) + 1]);
    site.write("content/posts/stor.md", vec![b'x'; (16 << 20) + 1]);
    // Behind a link; and one that can't be read, unless a superuser runs the tests.
    site.write("static/fil.txt", "Fil.");
    symlink("fil.txt", site.path().join("static/annan.txt")).expect("linked");
    site.post("last.md", "Låst.");
    let locked = site.path().join("content/posts/last.md");
    fs::set_permissions(locked, fs::Permissions::from_mode(0o000)).expect("locked");
    let preview = site.serve(&["--poll", "20"]);
    only_the_post_changes(&site, &preview);
    let preview = site.serve(&[]);
    only_the_post_changes(&site, &preview);
}

#[test]
fn a_broken_template_keeps_the_last_good_pages_until_it_is_mended() {
    let site = site();
    let preview = site.serve(&[]);
    preview.shows(POST, "Första");
    // A syntax error.
    site.write(
        "templates/post.html",
        "{% extends \"default/post.html\" %}{% block",
    );
    preview.complains("template/syntax");
    preview.shows(POST, "Första");
    // An error only when it is rendered.
    site.write("templates/post.html", "<p>{{ ingenting }}</p>");
    preview.complains("template/undefined");
    let answer = preview.get(POST);
    assert!(answer.text().contains("Första"), "{}", answer.text());
    site.write(
        "templates/post.html",
        "<head></head><p>{{ page.title }} är lagad</p>",
    );
    preview.shows(POST, "a är lagad");
    preview.is_content();
    // Errors on pages that nobody looks at are found too.
    site.write("templates/archive.html", "{{ ingenting }}");
    preview.complains("template/undefined");
    fs::remove_dir_all(site.path().join("templates")).expect("removed");
    preview.shows(POST, "Första");
    preview.is_content();
}

#[test]
fn errors_are_found_however_much_is_asked_for() {
    let site = site();
    let preview = site.serve(&[]);
    site.write("templates/archive.html", "{{ ingenting }}");
    let is_found = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !is_found.load(std::sync::atomic::Ordering::Relaxed) {
                preview.get(POST);
            }
        });
        let mut patience = Patience::new();
        let is_told = || {
            let answer = preview.get("/.nitton/problems.json");
            answer.text().contains("template/undefined")
        };
        while !is_told() && patience.lasts() {}
        is_found.store(true, std::sync::atomic::Ordering::Relaxed);
        assert!(is_told(), "nobody looked at the archive");
    });
}

#[cfg(target_os = "linux")]
#[test]
fn an_edit_reads_no_picture_again() {
    let site = site();
    site.write("static/stor.bin", vec![7; 12 << 20]);
    // Four seconds on, the file's state says all about it.
    let old = std::time::SystemTime::now() - Duration::from_secs(60);
    let file = fs::File::options()
        .append(true)
        .open(site.path().join("static/stor.bin"));
    file.and_then(|file| file.set_modified(old)).expect("aged");
    let preview = site.serve(&[]);
    // Bytes that the process has read, from whatever file.
    let read = || {
        let path = format!("/proc/{}/io", preview.id());
        let text = fs::read_to_string(path).expect("a process");
        let line = text.lines().find_map(|line| line.strip_prefix("rchar: "));
        line.and_then(|count| count.parse::<u64>().ok())
            .expect("a number")
    };
    preview.get("/.nitton/tags.json?/stor.bin");
    site.post("a.md", "Före.");
    preview.shows(POST, "Före.");
    preview.get("/.nitton/tags.json?/stor.bin");
    let before = read();
    for round in 0..4 {
        site.post("a.md", &format!("Omgång {round}."));
        preview.shows(POST, &format!("Omgång {round}."));
        assert_eq!(preview.get("/.nitton/tags.json?/stor.bin").status, 200);
        // The background has looked at everything.
        site.write("templates/archive.html", format!("{{{{ saknas{round} }}}}"));
        preview.complains(&format!("saknas{round}"));
    }
    let more = read() - before;
    assert!(more < 6 << 20, "{more} bytes were read");
}

#[test]
fn a_broken_configuration_and_a_deleted_theme_end_nothing() {
    let site = site();
    site.write("themes/egen/theme.yaml", "api: 1\n");
    site.write(
        "themes/egen/templates/post.html",
        "<head></head><p>Egen: {{ page.title }}</p>",
    );
    site.write(
        "site.yaml",
        "title: Prov\nbase_url: https://b.example/\ntheme: egen\n",
    );
    let preview = site.serve(&[]);
    preview.shows(POST, "Egen: a");
    // At once: half a theme may be a good one.
    fs::rename(site.path().join("themes"), site.path().join("undan")).expect("renamed");
    preview.complains("theme/not-found");
    preview.shows(POST, "Egen: a");
    site.write("site.yaml", "title: [\n");
    preview.complains("yaml/syntax");
    preview.shows(POST, "Egen: a");
    fs::remove_file(site.path().join("site.yaml")).expect("removed");
    preview.complains("source/no-config");
    site.write("site.yaml", "title: Åter\nbase_url: https://b.example/\n");
    preview.shows(POST, "Första");
    preview.is_content();
}

#[test]
fn broken_links_and_what_they_are_mended_by_are_seen() {
    let site = site();
    let preview = site.serve(&[]);
    site.post("a.md", "[c](c.md)");
    preview.complains("link/missing-page");
    site.post("c.md", "Finns.");
    preview.is_content();
    preview.shows(POST, "href=\"/2024/05/c/\"");
    site.remove("content/posts/c.md");
    preview.complains("link/missing-page");
}

#[test]
fn a_site_that_starts_broken_recovers() {
    let site = site();
    site.write("site.yaml", "title: [\n");
    let preview = site.serve(&[]);
    preview.complains("yaml/syntax");
    site.write("site.yaml", "title: Prov\nbase_url: https://b.example/\n");
    preview.shows(POST, "Första");
    preview.is_content();
}

#[test]
fn polling_sees_the_same() {
    let site = site();
    let preview = site.serve(&["--poll", "20"]);
    site.post("a.md", "Genom att titta.");
    preview.shows(POST, "Genom att titta.");
    site.write(
        "content/posts/ny/d.md",
        text("Ny.").replace("title: a", "title: d"),
    );
    preview.shows("/2024/05/d/", "Ny.");
    fs::remove_dir_all(site.path().join("content/posts/ny")).expect("removed");
    preview.misses("/2024/05/d/");
}

#[cfg(target_os = "linux")]
#[test]
fn where_the_limit_of_watches_is_reached_it_looks_and_says_so() {
    // In a namespace of its own a process may lower its limits.
    let few = "echo 2 > /proc/sys/user/max_inotify_watches && exec \"$0\" \"$@\"";
    let starter = ["unshare", "--user", "--map-root-user", "sh", "-c", few];
    let can = std::process::Command::new(starter[0])
        .args(&starter[1..])
        .arg("true")
        .output();
    if !can.is_ok_and(|output| output.status.success()) {
        return;
    }
    let site = site();
    let preview = site.serve_through(&starter, &[]);
    let words = preview.line_with("warning");
    assert!(words.contains("limit for watching files is reached; looking every 500 ms"));
    assert!(words.contains("sudo sysctl fs.inotify.max_user_watches="));
    site.post("a.md", "Genom att titta.");
    preview.shows(POST, "Genom att titta.");
}

#[cfg(target_os = "linux")]
#[test]
fn open_hands_the_address_to_the_systems_browser() {
    use std::os::unix::fs::PermissionsExt;
    let site = site();
    let programs = tempfile::tempdir().expect("a folder");
    let browser = programs.path().join("xdg-open");
    let reported = programs.path().join("reported");
    let script = format!(
        "#!/bin/sh\necho \"$1\" > {0}.new\nmv {0}.new {0}\n",
        reported.display()
    );
    fs::write(&browser, script).expect("written");
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).expect("it may run");
    let path = std::env::var("PATH").expect("there is one");
    let path = format!("PATH={}:{path}", programs.path().display());
    let preview = site.serve_through(&["env", &path], &["--open"]);
    let mut patience = Patience::new();
    while !reported.exists() {
        assert!(patience.lasts(), "no browser was started");
    }
    let address = fs::read_to_string(reported).expect("it was reported");
    assert_eq!(address, format!("http://{}/\n", preview.host()));
}

#[test]
fn nothing_is_written_while_serving() {
    let site = site();
    site.build();
    let before = tree(site.path());
    let preview = site.serve(&[]);
    site.post("a.md", "Ny text.");
    preview.shows(POST, "Ny text.");
    site.post("a.md", "Första texten.");
    preview.shows(POST, "Första texten.");
    assert!(tree(site.path()) == before, "a file was written");
}

#[test]
fn drafts_say_why_nobody_else_sees_them() {
    let site = site();
    site.edit("content/posts/a.md", "title:", "draft: true\ntitle:");
    let public = site.serve(&[]);
    public.misses(POST);
    let preview = site.serve(&["--drafts"]);
    preview.shows(POST, "class=\"badge\"");
    site.edit("content/posts/a.md", "draft: true\n", "");
    public.shows(POST, "Första");
}

#[test]
fn what_waits_and_what_has_passed_is_marked_too() {
    let site = site();
    site.edit(
        "content/posts/a.md",
        "title:",
        "publish_date: 2024-07-01\ntitle:",
    );
    site.edit(
        "content/posts/b.md",
        "title:",
        "expires: 2024-05-20\ntitle:",
    );
    let none = site.serve(&[]);
    none.misses(POST);
    none.misses("/2024/05/b/");
    for (flag, shown, hidden) in [
        ("--future", POST, "/2024/05/b/"),
        ("--expired", "/2024/05/b/", POST),
    ] {
        let preview = site.serve(&[flag]);
        // On its page and in the list.
        preview.shows(shown, "class=\"badge\"");
        preview.shows("/", "class=\"badge\"");
        preview.misses(hidden);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_thousand_edits_leave_no_thread_and_no_descriptor_behind() {
    let site = site();
    let preview = site.serve(&[]);
    let count = |folder: &str| {
        let path = format!("/proc/{}/{folder}", preview.id());
        fs::read_dir(path).expect("a process").count()
    };
    preview.shows(POST, "Första");
    let before = (count("task"), count("fd"));
    for number in 0..1000 {
        site.post("a.md", &format!("Nummer {number}."));
        preview.line_with("1 post changed");
    }
    preview.shows(POST, "Nummer 999.");
    let after = (count("task"), count("fd"));
    // The server keeps a few threads ready for the next connections.
    assert!(
        after.0 <= before.0 + 8 && after.1 <= before.1 + 8,
        "{before:?} became {after:?}"
    );
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_with_success() {
    let site = site();
    let mut preview = site.serve(&[]);
    // Somebody is still listening.
    let _events = preview.events();
    preview.interrupt();
    assert_eq!(preview.code(), 0);
}

/// So many that no system has room for all events: what was lost is looked for, and what
/// comes after it is seen.
#[test]
fn after_a_burst_of_files_an_edit_is_still_seen() {
    let site = site();
    let preview = site.serve(&[]);
    for (burst, text) in [(1, "Efter den första."), (2, "Efter den andra.")] {
        for number in 0..400 {
            let page = format!("---\ntitle: S\n---\n\nSida {number}.\n");
            site.write(&format!("content/pages/s{burst}-{number}.md"), &page);
        }
        preview.shows(&format!("/s{burst}-399/"), "Sida 399.");
        site.post("a.md", text);
        preview.shows(POST, text);
    }
}
