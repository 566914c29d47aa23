//! Folders that must never be written to.

use super::*;
use crate::message::Language;
use crate::output::guard::check;

/// Opens a folder that must be refused, and sees that nothing was touched.
#[track_caller]
fn refuse(site: &Site, dir: &Path, words: &str) {
    let before = site.state();
    let error = Output::open(dir, &site.guard()).expect_err("it is refused");
    assert_eq!(error.kind(), ErrorKind::Refused, "{error}");
    assert!(error.to_string().contains(words), "{error}");
    let help = error.help().text(Language::English);
    assert!(help.contains("--output-dir"), "{help}");
    assert_eq!(site.state(), before, "{} was touched", dir.display());
}

#[track_caller]
fn accept(site: &Site, dir: &Path) {
    let output = Output::open(dir, &site.guard()).expect("it is accepted");
    let staged = output.stage(&path("index.html"), b"x").expect("stages");
    output.commit(vec![staged]).expect("commits");
    assert_eq!(fs::read(dir.join("index.html")).expect("is there"), b"x");
}

#[test]
fn dangerous_folders_are_refused() {
    let site = Site::new();
    let table = [
        ("home/site", "the site's own folder"),
        ("home/site/.", "the site's own folder"),
        ("home/site/", "the site's own folder"),
        ("home/site/public/..", "the site's own folder"),
        ("home/site/content/../../site", "the site's own folder"),
        ("home", "your home folder"),
        ("home/site/..", "your home folder"),
        ("", "inside it"),
        ("home/../.", "inside it"),
        ("home/site/content", "what the site is built from"),
        ("home/site/static", "what the site is built from"),
        ("home/site/templates", "what the site is built from"),
        ("home/site/themes", "what the site is built from"),
        ("home/site/content/posts", "it is inside"),
        ("home/site/content/new/deep", "it is inside"),
        ("home/site/public/../content/new", "it is inside"),
        ("home/site/themes/own", "it is inside"),
        ("home/site/CONTENT", "what the site is built from"),
        ("home/site/Content/public", "it is inside"),
        ("home/SITE", "the site's own folder"),
        ("home/site/site.yaml", "not a folder"),
        ("home/site/.git/public", "git"),
        ("home/site/con", "`con` can't be the name"),
        ("home/site/NUL", "`NUL` can't be the name"),
        ("home/site/aux/public", "`aux` can't be the name"),
        ("home/site/com1.old/public", "`com1.old` can't be the name"),
        ("home/site/out.", "`out.` can't be the name"),
        ("home/site/out ", "`out ` can't be the name"),
        ("new/lpt9", "`lpt9` can't be the name"),
    ];
    for (dir, words) in table {
        refuse(&site, &site.at(dir), words);
    }
    refuse(&site, Path::new("/"), "root of the file system");
    refuse(&site, Path::new("/.."), "root of the file system");
}

#[cfg(not(windows))]
#[test]
fn a_folder_of_others_may_have_any_name() {
    let site = Site::new();
    fs::create_dir_all(site.at("con")).expect("a folder");
    accept(&site, &site.at("con/public"));
    // A folder of the site's own is judged also when it is there.
    fs::create_dir(site.at("home/site/aux")).expect("a folder");
    refuse(&site, &site.at("home/site/aux"), "`aux` can't be the name");
}

#[cfg(windows)]
#[test]
fn drives_and_shares_are_refused() {
    let site = Site::new();
    for dir in [
        r"C:\",
        r"\",
        r"Z:\",
        r"\\?\C:\",
        r"\\.\C:\",
        r"\\server\share",
        r"\\server\share\",
        r"\\?\UNC\server\share\",
        r"C:\NUL",
        r"C:\users\con",
    ] {
        let error = check(Path::new(dir), &site.guard()).expect_err(dir);
        assert!(
            matches!(error.kind(), ErrorKind::Refused | ErrorKind::Io),
            "{dir}: {error}"
        );
    }
}

#[test]
fn relative_folders_start_at_the_working_folder() {
    let here = fs::canonicalize(".").expect("there is one");
    let guard = Guard {
        protected: vec![here.join("src")],
        root: here.clone(),
        home: here.parent().map(Path::to_owned),
    };
    for dir in [
        "",
        ".",
        "..",
        "../..",
        "src",
        "src/output",
        "./src/../src/new",
        "Cargo.toml",
    ] {
        let error = check(Path::new(dir), &guard).expect_err(dir);
        assert_eq!(error.kind(), ErrorKind::Refused, "{dir}: {error}");
    }
    let fine = check(Path::new("not-there/public"), &guard).expect("it is accepted");
    assert_eq!(fine, here.join("not-there/public"));
}

/// On Windows a path may count from the folder that one is in on a drive.
#[cfg(windows)]
#[test]
fn folders_of_a_drive_start_where_one_is_on_it() {
    let here = fs::canonicalize(".").expect("there is one");
    let shown = crate::path::shown(&here);
    let drive = &shown[..2];
    let guard = Guard {
        // None of these need exist.
        protected: vec![here.join("src"), here.join("not-there")],
        root: here.clone(),
        home: None,
    };
    for rest in ["", ".", "..", "src", r"src\new", r"not-there\public"] {
        let dir = format!("{drive}{rest}");
        let error = check(Path::new(&dir), &guard).expect_err(&dir);
        assert_eq!(error.kind(), ErrorKind::Refused, "{dir}: {error}");
    }
    let dir = format!(r"{drive}neither\public");
    let fine = check(Path::new(&dir), &guard).expect("it is accepted");
    assert_eq!(fine, here.join(r"neither\public"));
    // Of a folder that is not there only its drive is known.
    let root = format!(r"{drive}\");
    let found = check(Path::new(&format!("{root}neither")), &guard);
    let root = fs::canonicalize(root).expect("the drive is there");
    assert_eq!(found.expect("it is accepted"), root.join("neither"));
}

#[cfg(unix)]
#[test]
fn links_lead_past_nothing() {
    let site = Site::new();
    let table = [
        (
            "to-content",
            "home/site/content",
            "what the site is built from",
        ),
        ("to-posts", "home/site/content/posts", "it is inside"),
        ("to-site", "home/site", "the site's own folder"),
        ("to-home", "home", "your home folder"),
        ("to-all", "", "inside it"),
    ];
    for (name, target, words) in table {
        let place = site.at("home/site").join(name);
        link(&site.at(target), &place);
        refuse(&site, &place, words);
        fs::remove_file(place).expect("it is there");
    }
    // Through a link, and up again from where it leads.
    link(&site.at("home/site/content"), &site.at("elsewhere"));
    refuse(&site, &site.at("elsewhere/new"), "it is inside");
    refuse(&site, &site.at("elsewhere/.."), "the site's own folder");
    // What is guarded may itself be a link.
    fs::create_dir_all(site.at("shared/media")).expect("a folder");
    fs::remove_dir(site.at("home/site/static")).expect("it is there");
    link(&site.at("shared/media"), &site.at("home/site/static"));
    refuse(
        &site,
        &site.at("shared/media"),
        "what the site is built from",
    );
    refuse(&site, &site.at("shared"), "inside it");
    refuse(&site, &site.at("shared/media/public"), "it is inside");
}

#[cfg(unix)]
#[test]
fn a_link_to_nowhere_is_an_error() {
    let site = Site::new();
    link(&site.at("nowhere"), &site.at("home/site/public"));
    let before = site.state();
    let error = Output::open(&site.public(""), &site.guard()).expect_err("it is refused");
    assert_eq!(error.kind(), ErrorKind::Io);
    assert_eq!(site.state(), before);
}

#[test]
fn folders_with_other_things_are_refused() {
    let site = Site::new();
    site.put("home/www/index.html", "somebody's site");
    refuse(&site, &site.at("home/www"), "not empty");
    // The same with hidden files beside.
    site.put("home/www/.htaccess", "x");
    refuse(&site, &site.at("home/www"), "not empty");
    site.put("home/folders/inside/x", "x");
    refuse(&site, &site.at("home/folders"), "not empty");
}

#[test]
fn git_roots_are_refused_unless_they_are_ours() {
    let site = Site::new();
    site.put("home/repo/.git/HEAD", "ref: refs/heads/main");
    refuse(&site, &site.at("home/repo"), "git");
    site.put("home/worktree/.git", "gitdir: elsewhere");
    refuse(&site, &site.at("home/worktree"), "git");
    // Somebody made a repository of what we wrote, to publish it.
    accept(&site, &site.at("home/ours"));
    site.put("home/ours/.git/HEAD", "ref: refs/heads/main");
    accept(&site, &site.at("home/ours"));
    assert!(site.at("home/ours/.git/HEAD").exists());
}

#[test]
fn good_folders_are_accepted() {
    let site = Site::new();
    accept(&site, &site.at("home/site/public"));
    accept(&site, &site.at("home/site/deep/er/public"));
    accept(&site, &site.at("home/site/contents"));
    accept(&site, &site.at("home/site-public"));
    accept(&site, &site.at("elsewhere/å ä ö"));
    site.put("home/hidden/.gitignore", "*");
    accept(&site, &site.at("home/hidden"));
    assert_eq!(
        fs::read(site.at("home/hidden/.gitignore")).expect("is there"),
        b"*"
    );
}

#[cfg(unix)]
#[test]
fn a_link_to_a_good_folder_is_followed() {
    let site = Site::new();
    fs::create_dir(site.at("disk")).expect("a folder");
    link(&site.at("disk"), &site.at("home/site/public"));
    accept(&site, &site.at("home/site/public"));
    assert!(site.at("disk/index.html").exists());
}
