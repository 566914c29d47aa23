//! From one snapshot to the next: the site is rebuilt after each edit.
//!
//! Owns what is kept of the site before: the pages behind those that fail, and what was said
//! already. Must never know what woke it, nor how anybody asks for pages.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use crate::diagnostic::{Diagnostic, with_failures};
use crate::message;
use crate::message::Message;
use crate::pipeline::shelter::caught;
use crate::pipeline::{self, Loaded};
use crate::site::{Interval, Now};
use crate::sources::Changes;

use super::current::Current;
use super::pages::Pages;
use super::snapshot::{Diagnosis, Snapshot};
use super::{Event, Findings, Options, Report};

/// The site while somebody writes.
pub(super) struct Rebuilder<'a> {
    options: &'a Options,
    tell: &'a dyn Fn(Event<'_>),
    current: Arc<Current>,
    /// The last site all of whose pages could be made.
    earlier: Option<Arc<Pages>>,
    /// Diagnostics that the user has seen.
    reported: Vec<Diagnostic>,
    /// Why the site can't be read at all, as it was reported.
    trouble: Option<Message>,
    /// Whether the last look ended in a panic.
    panicked: bool,
}

impl<'a> Rebuilder<'a> {
    pub(super) fn new(
        options: &'a Options,
        tell: &'a dyn Fn(Event<'_>),
        current: Arc<Current>,
    ) -> Self {
        Self {
            options,
            tell,
            current,
            earlier: None,
            reported: Vec::new(),
            trouble: None,
            panicked: false,
        }
    }

    /// Looks at what may have changed, and shows it if it has.
    pub(super) fn update(&mut self, changes: &Changes) {
        let start = Instant::now();
        let old = self.current.get();
        let options = self.options_now();
        // What was touched when a bug showed was not taken in.
        let changes = if self.panicked {
            &Changes::Any
        } else {
            changes
        };
        let load = || pipeline::reload(&options, old.pages().loaded(), changes);
        let Some(reloaded) = self.sheltered(load) else {
            return;
        };
        match reloaded {
            Ok(Some(loaded)) => {
                self.trouble = None;
                self.show(loaded, &old, start);
            }
            Ok(None) => self.trouble = None,
            Err(error) => {
                let words = error.message();
                if self.trouble.as_ref() != Some(&words) {
                    (self.tell)(Event::Note(words.clone()));
                }
                self.trouble = Some(words);
            }
        }
    }

    /// Has all else wait: something has changed.
    pub(super) fn begin_edit(&self) {
        self.current.set_busy(true);
    }

    /// Lets all else go on.
    pub(super) fn end_edit(&self) {
        self.current.set_busy(false);
    }

    /// The site that is served.
    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        self.current.get()
    }

    /// Files that could not be read, as paths on disk: another program that holds one lets go
    /// of it without a word.
    pub(super) fn unread(&self) -> Vec<PathBuf> {
        let now = self.current.get();
        now.sources().unread().map(Path::to_owned).collect()
    }

    /// Whether there is no site to read.
    pub(super) fn in_trouble(&self) -> bool {
        self.trouble.is_some()
    }

    /// In which interval the site stays as it is while no file is touched; without end if
    /// time stands still, or if the site can't be made before something changes.
    pub(super) fn holds(&self) -> Interval {
        match self.options.follow_clock && !self.panicked {
            true => self.current.get().pages().loaded().holds(),
            false => Interval::ALWAYS,
        }
    }

    /// The same files, now that a date has come.
    pub(super) fn advance_clock(&mut self) {
        let start = Instant::now();
        let old = self.current.get();
        let options = self.options_now();
        if let Some(loaded) = self.sheltered(|| pipeline::at(&options, old.pages().loaded())) {
            self.show(loaded, &old, start);
        }
    }

    /// What `load` gives; nothing, and a word to the user, if a bug in nitton shows. The
    /// last site stays, and the next edit is tried again.
    fn sheltered<T>(&mut self, load: impl FnOnce() -> T) -> Option<T> {
        let loaded = caught(load);
        self.panicked = loaded.is_err();
        if let Err(words) = &loaded {
            (self.tell)(Event::Note(message!("serve-internal-error", words)));
        }
        loaded.ok()
    }

    /// Takes in what the background check has found, if it is about the current site.
    pub(super) fn checked(&mut self, findings: Findings) {
        let now = self.current.get();
        if now.version() != findings.version {
            return;
        }
        if findings.is_done {
            self.keep(now.pages());
        }
        // Failures that are known stay until the background check has been everywhere.
        let diagnostics = match findings.is_done {
            true => findings.diagnostics,
            false => with_failures(findings.diagnostics, try_again(&now, now.pages())),
        };
        let is_news =
            diagnostics != now.diagnostics() || !Arc::ptr_eq(&now.diagnosis().of, now.pages());
        let pages = now.pages().clone();
        self.say(pages.loaded(), &diagnostics);
        if is_news {
            let of = pages.clone();
            self.publish(now.version(), pages, Diagnosis { diagnostics, of });
        }
    }

    fn show(&mut self, loaded: Loaded, old: &Snapshot, start: Instant) {
        let changed = loaded.changed.clone();
        let pages = Arc::new(Pages::new(loaded));
        // What only the background check finds would be gone for a moment, and to look for it now
        // would let the writer wait: what was said stands until the background check has a word.
        let is_deferred = old.diagnostics() != old.pages().loaded().diagnostics;
        let diagnosis = match is_deferred {
            true => old.diagnosis().clone(),
            false => Diagnosis {
                diagnostics: pages.loaded().diagnostics.clone(),
                of: pages.clone(),
            },
        };
        // To let a whole site go takes a while: not before the new one is shown.
        let _gone = self.earlier.clone();
        self.keep(old.pages());
        self.publish(old.version() + 1, pages.clone(), diagnosis);
        (self.tell)(Event::Updated {
            changed: &changed,
            time: start.elapsed(),
        });
        // The background check's first word is of links only; pages that failed are known by then.
        try_again(old, &pages);
    }

    /// Keeps a site for what comes after it, as far as it is good.
    fn keep(&mut self, pages: &Arc<Pages>) {
        if !pages.has_failed() && pages.ready().is_some() {
            self.earlier = Some(pages.clone());
        }
    }

    fn publish(&self, version: u64, pages: Arc<Pages>, diagnosis: Diagnosis) {
        let other = |kept: &Arc<Pages>| !Arc::ptr_eq(kept, &pages);
        let earlier = self.earlier.clone().filter(other);
        let snapshot = Snapshot::new(version, pages, earlier, diagnosis);
        self.current.publish(Arc::new(snapshot));
    }

    /// Reports what the user has not seen yet.
    fn say(&mut self, site: &Loaded, diagnostics: &[Diagnostic]) {
        let reported: HashSet<&Diagnostic> = self.reported.iter().collect();
        let new: Vec<Diagnostic> = (diagnostics.iter())
            .filter(|one| !reported.contains(one))
            .cloned()
            .collect();
        if !new.is_empty() {
            (self.tell)(Event::Found(&Report {
                diagnostics: &new,
                text: &|path| site.text(path),
            }));
        }
        let had_errors = self.reported.iter().any(Diagnostic::is_error);
        if had_errors && !diagnostics.iter().any(Diagnostic::is_error) {
            (self.tell)(Event::Fixed);
        }
        self.reported = diagnostics.to_vec();
    }

    fn options_now(&self) -> pipeline::Options {
        let mut options = self.options.site.clone();
        if self.options.follow_clock {
            options.now = Now::Instant(jiff::Timestamp::now());
        }
        options
    }
}

/// What still fails of the pages on which a template failed before.
fn try_again(old: &Snapshot, pages: &Pages) -> Vec<Diagnostic> {
    if !old.pages().has_failed() {
        return Vec::new();
    }
    let Some(ready) = pages.ready() else {
        return Vec::new();
    };
    let failed = old.pages().failed_places();
    let urls = failed
        .iter()
        .filter_map(|&place| old.pages().entries().get(place));
    let places = urls.filter_map(|entry| ready.routes.place(entry.url.as_str()));
    places.filter_map(|place| pages.trial(place)).collect()
}
