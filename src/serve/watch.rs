//! What happens on disk, as paths that may have changed.
//!
//! Owns all of `notify`: which folders are watched, which events mean anything, and
//! when there is no use in watching and the disk is looked at every so often instead.
//! Must never read what is in a site's files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind, RenameMode};
use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::sources::{FOLDERS, concerns};

use super::Message;

/// How often the disk is looked at where it can't be watched.
const POLL: Duration = Duration::from_millis(500);

/// One event on disk.
#[derive(Debug)]
pub(super) struct Touched {
    /// What may have changed, on disk; empty if nobody knows.
    pub(super) paths: Vec<PathBuf>,
    pub(super) what: What,
}

/// What an event says of its paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// They are whole: closed after writing, or put in place by renaming.
    Whole,
    /// Somebody is writing.
    Begun,
    /// Anything else: removed, renamed away, attributes.
    Other,
    /// Events were lost.
    Lost,
}

/// The folders of a site under watch.
pub(super) struct Watch {
    root: PathBuf,
    watcher: Option<RecommendedWatcher>,
    watched: BTreeSet<PathBuf>,
    poll: Option<Duration>,
}

impl Watch {
    /// Watches the site at `root`, which is canonical, and its configuration. If that
    /// can't be done, says why in words, and the site is to be polled.
    pub(super) fn start(
        root: &Path,
        config: &Path,
        poll: Option<Duration>,
        to: Sender<Message>,
    ) -> (Self, Option<String>) {
        let mut watch = Self {
            root: root.to_owned(),
            watcher: None,
            watched: BTreeSet::new(),
            poll,
        };
        if poll.is_some() {
            return (watch, None);
        }
        if let Some(kind) = unwatchable(root) {
            watch.poll = Some(POLL);
            let every = POLL.as_millis();
            let words = format!(
                "The file system here ({kind}) doesn't report changes; looking every {every} ms instead."
            );
            return (watch, Some(words));
        }
        let config = root.join(config);
        let filter = Filter {
            root: root.to_owned(),
            config: config.clone(),
        };
        let handler = move |event: notify::Result<notify::Event>| {
            if let Some(message) = filter.message(event) {
                // Where nobody listens any more, serving has ended.
                let _ = to.send(message);
            }
        };
        let begun = notify::recommended_watcher(handler).and_then(|watcher| {
            watch.watcher = Some(watcher);
            watch.add(root, RecursiveMode::NonRecursive)?;
            let folder = config.parent().filter(|folder| *folder != root);
            if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
                watch.add(folder, RecursiveMode::NonRecursive)?;
            }
            watch.folders(&BTreeSet::new()).map(|_| ())
        });
        match begun {
            Ok(()) => (watch, None),
            Err(error) => {
                let words = watch.fail(&error);
                (watch, Some(words))
            }
        }
    }

    /// How often to look, if the site is not watched.
    pub(super) fn poll(&self) -> Option<Duration> {
        self.poll
    }

    /// Looks every so often from now on; tells why.
    pub(super) fn fail(&mut self, error: &notify::Error) -> String {
        self.watcher = None;
        self.poll = Some(POLL);
        format!(
            "{}; looking every {} ms instead.{}",
            reason(error),
            POLL.as_millis(),
            remedy(error)
        )
    }

    /// Watches the site's folders that are there now; `touched` are to be watched anew.
    /// Tells whether there is any new one: what is in it may not have been reported.
    pub(super) fn folders(&mut self, touched: &BTreeSet<PathBuf>) -> notify::Result<bool> {
        if self.watcher.is_none() {
            return Ok(false);
        }
        let mut is_new = false;
        for name in FOLDERS {
            let folder = self.root.join(name);
            let exists = folder.is_dir();
            if self.watched.contains(&folder) && (!exists || touched.contains(&folder)) {
                self.watched.remove(&folder);
                if let Some(watcher) = &mut self.watcher {
                    // It may have gone with its folder.
                    let _ = watcher.unwatch(&folder);
                }
            }
            if exists && !self.watched.contains(&folder) {
                is_new = true;
                match self.add(&folder, RecursiveMode::Recursive) {
                    Err(error) if is_limit(&error) => return Err(error),
                    // It has just gone again: its coming back is an event of its own.
                    Err(_) => {}
                    Ok(()) => {
                        self.watched.insert(folder);
                    }
                }
            }
        }
        Ok(is_new)
    }

    fn add(&mut self, folder: &Path, mode: RecursiveMode) -> notify::Result<()> {
        match &mut self.watcher {
            Some(watcher) => watcher.watch(folder, mode),
            None => Ok(()),
        }
    }
}

/// Which events mean anything.
struct Filter {
    root: PathBuf,
    config: PathBuf,
}

impl Filter {
    fn message(&self, event: notify::Result<notify::Event>) -> Option<Message> {
        let event = match event {
            Ok(event) => event,
            Err(error) => return Some(Message::Unwatched(error)),
        };
        let lost = event.need_rescan();
        let what = match event.kind {
            _ if lost => What::Lost,
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => What::Whole,
            // Our own reading, above all.
            EventKind::Access(_) => return None,
            EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both)) => What::Whole,
            EventKind::Create(notify::event::CreateKind::File)
            | EventKind::Modify(ModifyKind::Data(_)) => What::Begun,
            _ => What::Other,
        };
        let is_inside = matches!(what, What::Begun)
            || matches!(event.kind, EventKind::Modify(ModifyKind::Metadata(_)));
        let paths: Vec<PathBuf> = (event.paths.into_iter())
            .filter(|path| self.wants(path, is_inside && event.kind.is_modify()))
            .collect();
        (lost || !paths.is_empty()).then_some(Message::Disk(Touched { paths, what }))
    }

    /// Whether a change at `path` matters. What happens inside a file at the root only
    /// does to the configuration.
    fn wants(&self, path: &Path, is_inside: bool) -> bool {
        if *path == *self.config {
            return true;
        }
        let Some(relative) = path.strip_prefix(&self.root).ok().and_then(Path::to_str) else {
            // A link's target, or a name that is no text: better once too often.
            return !path.starts_with(&self.root) || self.config.parent() != path.parent();
        };
        let relative = relative.replace(std::path::MAIN_SEPARATOR, "/");
        match relative.split_once('/') {
            Some(_) => concerns(&relative),
            None if FOLDERS.contains(&relative.as_str()) => true,
            None => !is_inside && !relative.starts_with('.') && !relative.ends_with('~'),
        }
    }
}

fn is_limit(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::MaxFilesWatch => true,
        // EMFILE and ENFILE: too many instances or descriptors; ENOSPC: too many watches.
        ErrorKind::Io(error) => matches!(error.raw_os_error(), Some(23 | 24 | 28)),
        _ => false,
    }
}

/// Why there is no watching.
fn reason(error: &notify::Error) -> String {
    match &error.kind {
        _ if is_limit(error) => "The system's limit for watching files is reached".into(),
        ErrorKind::Io(error) => format!("The site's files can't be watched ({error})"),
        _ => format!("The site's files can't be watched ({error})"),
    }
}

/// How to raise the limit.
fn remedy(error: &notify::Error) -> String {
    let line = match &error.kind {
        ErrorKind::Io(error) if matches!(error.raw_os_error(), Some(23 | 24)) => {
            "fs.inotify.max_user_instances=512"
        }
        _ if is_limit(error) => "fs.inotify.max_user_watches=524288",
        _ => return String::new(),
    };
    match cfg!(target_os = "linux") {
        true => format!(" To raise it: sudo sysctl {line}"),
        false => String::new(),
    }
}

/// The kind of file system at `root`, if it is one that doesn't report what others do.
fn unwatchable(root: &Path) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    silent_file_system(&mounts, root).map(str::to_owned)
}

/// Linux's table of mounts (proc(5)): the fifth field is the place, the kind follows ` - `.
fn silent_file_system<'a>(mounts: &'a str, root: &Path) -> Option<&'a str> {
    const SILENT: [&str; 10] = [
        "9p",
        "afs",
        "cifs",
        "drvfs",
        "fuse.sshfs",
        "nfs",
        "nfs4",
        "smb3",
        "vboxsf",
        "virtiofs",
    ];
    let places = mounts.lines().filter_map(|line| {
        let (fields, kinds) = line.split_once(" - ")?;
        let place = fields.split(' ').nth(4)?.replace("\\040", " ");
        let kind = kinds.split(' ').next()?;
        root.starts_with(&place).then_some((place.len(), kind))
    });
    let (_, kind) = places.max_by_key(|(length, _)| *length)?;
    SILENT.contains(&kind).then_some(kind)
}
