//! `nitton build`: the whole site into the output folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::diagnostic::{self, Diagnostic, source as source_report};
use crate::message;
use crate::message::{Arg, Message};
use crate::output::{Builds, ErrorKind, Guard, Output, OutputError, Report, Staged, Uncopied};
use crate::parallel::BATCH;
use crate::parse::document::Date;
use crate::path::{OutPath, SourcePath};
use crate::pipeline::{self, Loaded, Options, Ready};
use crate::published_files;
use crate::render::{Rendered, Renderer};
use crate::routes::{Entry, Route};
use crate::site::Unpublished;
use crate::sources::Sources;
use crate::versions::Versions;

use super::gone;
use super::pictures::{self, Saved};
use super::progress::Progress;
use super::{Exit, Format, Global, SiteArgs, Terminal};

/// Arguments of `nitton build`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    site: SiteArgs,
    #[arg(long, short = 'o', value_name = "DIR", default_value = "public")]
    output_dir: PathBuf,
    #[arg(long)]
    strict: bool,
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
}

/// Builds the site. A build with errors changes nothing in the output folder.
pub(super) fn run(global: &Global, args: &Args, terminal: &Terminal) -> Exit {
    let start = Instant::now();
    let output = global.in_root(&args.output_dir);
    let mut options = match args.site.options(global, output.clone()) {
        Ok(options) => options,
        Err(message) => return terminal.usage(&message),
    };
    // Before anything is read, the clock too, so that of two builds the one that writes
    // last has read last.
    let is_site = options.root.join(&options.config).is_file();
    let opened = is_site.then(|| open(&options));
    args.site.renew_now(&mut options);
    let mut loaded = match pipeline::load(&options) {
        Ok(loaded) => loaded,
        Err(error) => return terminal.environment(&error.message()),
    };
    let language = terminal.language();
    let words = move |done: usize, total: usize, percent: usize| {
        message!("build-progress", done, total, percent).text(language)
    };
    let progress = |total| Progress::new(total, Box::new(words), terminal.is_lively());
    let written = write(&mut loaded, &options, opened, args.strict, progress);
    match &written {
        Ok(Some((report, _))) => loaded.diagnostics.extend(report.warnings()),
        Ok(None) => {}
        Err(error) => loaded.diagnostics.push(error.diagnostic()),
    }
    terminal.diagnostics(&loaded, args.format);
    let (written, saved) = match written {
        Ok(Some((report, saved))) => (Some(report), saved),
        Ok(None) => (None, None),
        Err(error) if error.kind() == ErrorKind::Refused => return Exit::Usage,
        Err(_) => return Exit::Environment,
    };
    let Some(report) = written else {
        return terminal.failed(&loaded.diagnostics, args.strict, args.format);
    };
    for line in changes(&report) {
        terminal.detail(&line);
    }
    let exit = match args.strict && !report.warnings().is_empty() {
        true => Exit::Content,
        false => Exit::Done,
    };
    if let (Some(ready), Format::Human) = (&loaded.ready, args.format) {
        terminal.result(&summary(ready, &report, &output, start.elapsed()));
        if let Some(saved) = &saved {
            terminal.result(&saved.line());
        }
        for line in gone::lines(ready, &report)
            .iter()
            .chain(&unpublished(ready))
        {
            terminal.result(line);
        }
    }
    // The process ends here: the system frees at once what would be freed piece by piece.
    std::mem::forget(loaded);
    exit
}

/// Renders everything and writes it; `None` if something stops the build.
fn write(
    loaded: &mut Loaded,
    options: &Options,
    opened: Option<Result<Output, OutputError>>,
    strict: bool,
    progress: impl FnOnce(usize) -> Progress,
) -> Result<Option<(Report, Option<Saved>)>, OutputError> {
    let Some(ready) = &loaded.ready else {
        return opened.transpose().map(|_| None);
    };
    let renderer = ready.renderer();
    let mut found = loaded.diagnostics.iter();
    if found.any(|one| loaded.stops(one, strict)) {
        // Nothing will be written, but the templates' errors are reported as well.
        let found = failures(ready, &renderer);
        loaded.diagnostics =
            diagnostic::with_failures(std::mem::take(&mut loaded.diagnostics), found);
        return opened.transpose().map(|_| None);
    }
    let mut session = opened.unwrap_or_else(|| open(options))?;
    let builds = Builds::of(&options.root);
    let inputs = loaded.inputs(options);
    let settled = inputs
        .and_then(|inputs| session.if_up_to_date(&builds, inputs, ready.routes.entries.len()));
    if let Some(report) = settled {
        return Ok(Some((report, None)));
    }
    let left_out = match session.ignores_case() {
        true => ready.routes.twins.as_slice(),
        false => &[],
    };
    let same = left_out.iter().map(|at| &ready.routes.entries[*at]);
    let same: Vec<Diagnostic> = same.filter_map(in_another_case).collect();
    if strict && !same.is_empty() {
        loaded.diagnostics.extend(same);
        return Ok(None);
    }
    let reported: BTreeSet<&SourcePath> = loaded.diagnostics.iter().flat_map(files_of).collect();
    loaded
        .sources
        .forget_documents(|path| reported.contains(path));
    let progress = progress(ready.routes.entries.len());
    let versions = Versions::of(&options.root);
    let sources = &loaded.sources;
    let (mut staged, saved) = pictures::stage(ready, sources, &session, &versions, &progress);
    let entries = ready.routes.entries.par_iter().enumerate();
    let others = entries.with_max_len(BATCH).filter(|(at, entry)| {
        left_out.binary_search(at).is_err() && !matches!(entry.route, Route::Version(..))
    });
    let others = others.map(|(_, entry)| stage(entry, &renderer, sources, &session));
    staged.par_extend(others.inspect(|_| progress.step()));
    drop(progress);
    let (files, found) = sort(staged, &session)?;
    if !found.is_empty() {
        loaded.diagnostics =
            diagnostic::with_failures(std::mem::take(&mut loaded.diagnostics), found);
        return Ok(None);
    }
    loaded.diagnostics.extend(same);
    // What was edited meanwhile may be in the output, and is not what was counted.
    if let Some(inputs) = inputs.filter(|_| loaded.sources.are_still()) {
        session.made_from(builds, inputs);
    }
    let report = session.commit(files)?;
    Ok(Some((report, saved)))
}

/// The errors of the templates, of every page.
fn failures(ready: &Ready, renderer: &Renderer<'_>) -> Vec<Diagnostic> {
    let entries = match ready.theme.is_whole() {
        true => ready.routes.entries.as_slice(),
        false => &[],
    };
    let found = entries.par_iter();
    let found = found.filter_map(|entry| renderer.render(entry).err());
    found.map(|found| *found).collect()
}

/// What was staged, and what the content lacks.
fn sort(
    staged: Vec<Result<Staged, Failure>>,
    session: &Output,
) -> Result<(Vec<Staged>, Vec<Diagnostic>), OutputError> {
    let mut files = Vec::with_capacity(staged.len());
    let (mut found, mut in_the_way) = (Vec::new(), Vec::new());
    for result in staged {
        match result {
            Ok(staged) => files.push(staged),
            Err(Failure::Content(diagnostic)) => found.push(*diagnostic),
            Err(Failure::Output(error)) if error.kind() == ErrorKind::Foreign => {
                in_the_way.push(error);
            }
            Err(Failure::Output(error)) => return Err(error),
        }
    }
    match in_the_way.is_empty() {
        true => Ok((files, found)),
        false => Err(session.in_the_way(in_the_way)),
    }
}

/// What to say of an old address that can't stand beside another one here.
fn in_another_case(entry: &Entry) -> Option<Diagnostic> {
    match &entry.route {
        Route::Redirect(_, file, span) => {
            Some(diagnostic::output::same_name(file, *span, &entry.url))
        }
        _ => None,
    }
}

/// The files that a diagnostic shows.
fn files_of(diagnostic: &Diagnostic) -> impl Iterator<Item = &SourcePath> {
    let labels = diagnostic.labels.iter().map(|label| &label.file);
    diagnostic.file.iter().chain(labels)
}

/// The output folder, which must keep away from the site's sources; it is this build's
/// until it ends.
fn open(options: &Options) -> Result<Output, OutputError> {
    let root = &options.root;
    let protected = ["content", "static", "templates", "themes"]
        .map(|folder| root.join(folder))
        .to_vec();
    let guard = Guard {
        root: root.clone(),
        protected,
        home: std::env::home_dir(),
    };
    Output::open(&options.output, &guard)
}

pub(super) enum Failure {
    /// A template's error, or a file that can't be read any more.
    Content(Box<Diagnostic>),
    Output(OutputError),
}

fn stage(
    entry: &Entry,
    renderer: &Renderer<'_>,
    sources: &Sources,
    session: &Output,
) -> Result<Staged, Failure> {
    let content = |found: Diagnostic| Failure::Content(Box::new(found));
    let path = entry.url.to_out_path();
    let bytes = match renderer.render(entry).map_err(Failure::Content)? {
        Rendered::Bytes(bytes) => bytes,
        // Those of one picture are staged together.
        Rendered::Version(file, _) => {
            let found = source_report::internal_error_at(entry.url.as_str(), file.as_str());
            return Err(content(found));
        }
        Rendered::File(file) => {
            let unreadable = |error| content(source_report::unreadable(&file, &error));
            if published_files::is_copied(&file, sources).map_err(unreadable)? {
                let mut source = sources.open(&file).map_err(unreadable)?;
                let len = source.length();
                let staged = session.stage_copy(&path, source.reader(), len);
                return staged.map_err(|error| match error {
                    Uncopied::Unreadable(error) => unreadable(error),
                    Uncopied::Output(error) => Failure::Output(error),
                });
            }
            published_files::published(&file, sources).map_err(unreadable)?
        }
    };
    session.stage(&path, &bytes).map_err(Failure::Output)
}

/// One line a file that is not as it was.
fn changes(report: &Report) -> Vec<Message> {
    let created = report.created.iter().map(|path: &OutPath| {
        let file = path.as_str();
        message!("build-file-new", file)
    });
    let changed = report.changed.iter().map(|path| {
        let file = path.as_str();
        message!("build-file-changed", file)
    });
    let removed = report.removed.iter().map(|path| {
        let file = path.as_str();
        message!("build-file-removed", file)
    });
    created.chain(changed).chain(removed).collect()
}

fn summary(ready: &Ready, report: &Report, output: &Path, time: Duration) -> Message {
    let (posts, pages) = (ready.site.posts.len(), ready.site.pages.len());
    let (created, changed, removed) = (
        report.created.len(),
        report.changed.len(),
        report.removed.len(),
    );
    let mut changes: Vec<Arg> = Vec::new();
    if created > 0 {
        changes.push(message!("build-count-new", count = created).into());
    }
    if changed > 0 {
        changes.push(message!("build-count-changed", count = changed).into());
    }
    if removed > 0 {
        changes.push(message!("build-count-removed", count = removed).into());
    }
    if changes.is_empty() {
        changes.push(message!("build-count-none").into());
    }
    message!(
        "build-done",
        posts = message!("count-posts", count = posts),
        pages = message!("count-pages", count = pages),
        files = message!("count-files", count = created + changed + report.unchanged),
        changes = Arg::List(changes),
        time = duration(time),
        folder = output.strip_prefix(".").unwrap_or(output)
    )
}

/// One line a document that isn't published, with the flag that shows it.
fn unpublished(ready: &Ready) -> Vec<Message> {
    let lines = ready.site.unpublished.iter().map(|document| {
        let day = document.date.as_ref().map(moment).unwrap_or_default();
        let file = &document.source;
        match document.reason {
            Unpublished::Draft => message!("build-unpublished-draft", file),
            Unpublished::Scheduled => message!("build-unpublished-scheduled", day, file),
            Unpublished::Expired => message!("build-unpublished-expired", day, file),
        }
    });
    let mut lines: Vec<Message> = lines.collect();
    if lines.len() > 12 {
        let more = lines.len() - 10;
        lines.truncate(10);
        lines.push(message!("build-unpublished-more", count = more));
    }
    lines
}

/// The day, and the hour where one was given: of today it is the hour that matters.
fn moment(date: &Date) -> String {
    let time = date.civil.time();
    match date.has_time {
        true => format!("{} {:02}:{:02}", date.day(), time.hour(), time.minute()),
        false => date.day(),
    }
}

fn duration(time: Duration) -> Message {
    let hundredths = (time.as_millis() + 5) / 10;
    match time.as_secs() {
        0 => message!("cli-milliseconds", count = time.as_millis() as usize),
        _ => message!(
            "cli-seconds",
            whole = (hundredths / 100).to_string(),
            hundredths = format!("{:02}", hundredths % 100)
        ),
    }
}
