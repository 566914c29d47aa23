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

use crate::diagnostic::system;
use crate::message;
use crate::message::Message as Words;
use crate::sources::Sources;

use super::doubt::Doubt;
use super::places::Places;
use super::{Message, Options};

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
    config: PathBuf,
    to: Sender<Message>,
    watcher: Option<RecommendedWatcher>,
    doubt: Doubt,
    places: Places,
    poll: Option<Duration>,
}

impl Watch {
    /// Watches the site that `options` name. If that can't be done, says why in words,
    /// and the site is to be polled.
    pub(super) fn start(
        sources: &Sources,
        options: &Options,
        to: Sender<Message>,
    ) -> (Self, Option<Words>) {
        let (root, config, poll) = (&options.site.root, &options.site.config, options.poll);
        let mut watch = Self {
            root: root.to_owned(),
            config: config.to_owned(),
            to,
            watcher: None,
            doubt: Doubt::default(),
            places: Places::of(root, config, sources.links()),
            poll,
        };
        if poll.is_some() {
            return (watch, None);
        }
        if let Some(kind) = unwatchable(&watch.places) {
            watch.poll = Some(POLL);
            let every = POLL.as_millis().to_string();
            return (watch, Some(message!("serve-silent-disk", kind, every)));
        }
        match watch.begin() {
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
    pub(super) fn fail(&mut self, error: &notify::Error) -> Words {
        self.watcher = None;
        self.poll = Some(POLL);
        let every = POLL.as_millis().to_string();
        match (limit(error), &error.kind) {
            (Some(line), _) if cfg!(target_os = "linux") => {
                message!("serve-watch-limit-linux", every, line)
            }
            (Some(_), _) => message!("serve-watch-limit", every),
            (None, ErrorKind::Io(error)) => {
                message!("serve-unwatchable", reason = system::reason(error), every)
            }
            // In the library's own words.
            (None, _) => message!("serve-unwatchable", reason = error.to_string(), every),
        }
    }

    /// How long until the watch is to be renewed, if nothing happens.
    pub(super) fn wait(&self) -> Option<Duration> {
        self.doubt.wait()
    }

    /// Watches everything again if any folder isn't the one that is watched, or was
    /// itself `touched`, or if the watch may have ended unseen. Tells whether it did: what happened meanwhile was not reported.
    pub(super) fn renew(
        &mut self,
        sources: &Sources,
        touched: &BTreeSet<PathBuf>,
    ) -> notify::Result<bool> {
        if self.poll.is_some() {
            return Ok(false);
        }
        let places = Places::of(&self.root, &self.config, sources.links());
        let may_be_blind = cfg!(windows) && self.doubt.is_due();
        if places == self.places && !places.has_any(touched) && !may_be_blind {
            return Ok(false);
        }
        self.places = places;
        self.begin()?;
        Ok(true)
    }

    /// A new watcher in place of the old one: to take single folders back and forth
    /// would have to be right for every order in which they come and go.
    fn begin(&mut self) -> notify::Result<()> {
        let (places, to) = (self.places.clone(), self.to.clone());
        let count = self.doubt.counter();
        let handler = move |event: notify::Result<notify::Event>| {
            count();
            if let Some(message) = message(&places, event) {
                // Where nobody listens any more, serving has ended.
                let _ = to.send(message);
            }
        };
        // Where links lead is watched under its own name.
        let settings = notify::Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(handler, settings)?;
        let mut lost = Vec::new();
        for (folder, is_whole) in self.places.folders() {
            let mode = match is_whole {
                true => RecursiveMode::Recursive,
                false => RecursiveMode::NonRecursive,
            };
            match watcher.watch(folder, mode) {
                // It has just gone, and may come back.
                Err(_) if !folder.is_dir() => lost.push(folder.to_owned()),
                result => result?,
            }
        }
        for folder in lost {
            self.places.lose(&folder);
        }
        self.watcher = Some(watcher);
        Ok(())
    }
}

/// What an event says, if it means anything.
fn message(places: &Places, event: notify::Result<notify::Event>) -> Option<Message> {
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
    let is_inside = matches!(
        event.kind,
        EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_))
    );
    let paths: Vec<PathBuf> = (event.paths.into_iter())
        .filter(|path| places.wants(path, is_inside))
        .collect();
    (lost || !paths.is_empty()).then_some(Message::Disk(Touched { paths, what }))
}

/// The setting of the system to raise, if a limit is what stands in the way.
fn limit(error: &notify::Error) -> Option<&'static str> {
    match &error.kind {
        ErrorKind::MaxFilesWatch => Some("fs.inotify.max_user_watches=524288"),
        // EMFILE and ENFILE: too many instances or descriptors; ENOSPC: too many watches.
        ErrorKind::Io(error) => match error.raw_os_error()? {
            23 | 24 => Some("fs.inotify.max_user_instances=512"),
            28 => Some("fs.inotify.max_user_watches=524288"),
            _ => None,
        },
        _ => None,
    }
}

/// The kind of file system of a folder that is one that doesn't report what others do.
fn unwatchable(places: &Places) -> Option<String> {
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    let mut folders = places.folders();
    folders.find_map(|(folder, _)| silent_file_system(&mounts, folder).map(str::to_owned))
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
        let place = fields.split(' ').nth(4)?;
        // As the table writes what would break its lines and fields.
        let escapes = [
            ("\\040", " "),
            ("\\011", "\t"),
            ("\\012", "\n"),
            ("\\134", "\\"),
        ];
        let place = (escapes.iter()).fold(place.to_owned(), |place, (code, character)| {
            place.replace(code, character)
        });
        let kind = kinds.split(' ').next()?;
        root.starts_with(&place).then_some((place.len(), kind))
    });
    let (_, kind) = places.max_by_key(|(length, _)| *length)?;
    SILENT.contains(&kind).then_some(kind)
}
