//! Maps that several documents hold: pictures, comments, corrections.
//!
//! Owns their keys.

use crate::decode::yaml::{Entry, Kind};
use crate::decode::{Allowed, Fields, Reader, Schema, comment_state, maps, pictures};
use crate::diagnostic::front_matter::{self, ImageFault};
use crate::diagnostic::{Diagnostic, Span, Spanned, image, keys, values};
use crate::message;
use crate::parse::document::{
    CallToAction, CommentState, Comments, Correction, Date, ImageTarget, Picture,
};
use crate::parse::settings::Settings;
use crate::parse::text;
use crate::path::SourcePath;

const PICTURE: Schema = Schema {
    keys: &["src", "alt", "caption", "credit", "decorative"],
    aliases: &[],
    renamed: &[
        ("url", "src"),
        ("path", "src"),
        ("file", "src"),
        ("fil", "src"),
        ("bild", "src"),
        ("alttext", "alt"),
        ("alt_text", "alt"),
        ("alt-text", "alt"),
        ("beskrivning", "alt"),
        ("description", "alt"),
        ("bildtext", "caption"),
        ("title", "caption"),
        ("titel", "caption"),
        ("foto", "credit"),
        ("photo", "credit"),
        ("fotograf", "credit"),
        ("byline", "credit"),
        ("dekorativ", "decorative"),
    ],
    foreign: &[],
    secret: &[],
};

/// `image`: a map, or a path (which lacks the description). Captions get the
/// typography of `lang`.
pub fn picture(reader: &mut Reader<'_>, entry: Option<Entry>, lang: &str) -> Option<Picture> {
    let entry = entry?;
    if matches!(entry.value.kind, Kind::Null | Kind::Broken) {
        return None;
    }
    if entry.value.as_text().is_some() {
        let src = reader.line(&entry)?;
        let target = image_target(reader, &src)?;
        let missing = front_matter::missing_alt(reader.file, src.span, &src.value);
        reader.report(missing);
        return Some(Picture {
            target: Spanned::new(target, src.span),
            alt: String::new(),
            caption: None,
            credit: None,
            decorative: false,
        });
    }
    let mut fields = Fields::open(reader, entry.value, &PICTURE, &entry.key);
    let broken = fields.broken;
    let src = fields.take("src");
    let alt = fields.take("alt");
    let alt_given = alt.as_ref().map(|alt| alt.value.kind.clone());
    let alt_place = alt.as_ref().map_or(entry.key_span, |alt| alt.value.span);
    let alt = reader.words(alt);
    let caption = reader.words(fields.take("caption"));
    let credit = reader.words(fields.take("credit"));
    let flag = fields.take("decorative");
    let flag = flag.map(|flag| reader.flag(&flag, false));
    let (decorative, unclear) = (flag == Some(Some(true)), flag == Some(None));
    if broken {
        return None;
    }
    let src = reader.required_line(src.as_ref(), entry.key_span, "src", "src: bild.png")?;
    let target = image_target(reader, &src)?;
    if alt.is_none() && !decorative && !unclear && alt_given != Some(Kind::Broken) {
        let missing = front_matter::missing_alt(reader.file, src.span, &src.value);
        reader.report(missing);
    }
    if let Some(alt) = alt.as_ref().filter(|alt| pictures::is_file_name(alt)) {
        reader.report(image::alt_is_file(reader.file, alt_place, alt));
    }
    if let Some(alt) = alt.as_ref().filter(|_| decorative) {
        let (codes, file) = (reader.codes, reader.file);
        let both = values::described_decoration(codes, file, entry.key_span, alt);
        reader.report(both);
    }
    let typeset = |words: Option<String>| words.map(|words| text::plain(&words, lang));
    Some(Picture {
        target: Spanned::new(target, src.span),
        alt: alt.filter(|_| !decorative).unwrap_or_default(),
        caption: typeset(caption),
        credit: typeset(credit),
        decorative,
    })
}

/// Where an image lies: beside the document, or under `static/`.
fn image_target(reader: &mut Reader<'_>, src: &Spanned<String>) -> Option<ImageTarget> {
    match find_image(reader.file, src) {
        Ok(target) if target.is_no_image() => {
            reader.report(image::no_image(reader.file, src.span, &src.value, ""));
            None
        }
        Ok(target) => Some(target),
        Err(problem) => {
            reader.report(problem);
            None
        }
    }
}

fn find_image(file: &SourcePath, src: &Spanned<String>) -> Result<ImageTarget, Diagnostic> {
    let (span, written) = (src.span, src.value.as_str());
    let bad = |fault| front_matter::image_path(file, span, written, &fault);
    let lower = written.to_lowercase();
    if lower.starts_with("http:") || lower.starts_with("https:") || written.starts_with("//") {
        return Err(image::remote(file, span, written));
    }
    if let Some((scheme, _)) = lower.split_once(':')
        && ["data", "file", "blob", "javascript"].contains(&scheme)
    {
        return Err(image::unsafe_scheme(file, span, scheme));
    }
    // As in texts, `%20` is a space.
    let decoded = percent_encoding::percent_decode_str(written).decode_utf8();
    let path = decoded.as_deref().unwrap_or(written);
    if path.contains('\\') {
        return Err(bad(ImageFault::Backslash(path.replace('\\', "/"))));
    }
    if path.contains(|c: char| c.is_control()) {
        return Err(bad(ImageFault::Control));
    }
    if path.starts_with('/') {
        if path.split('/').any(|part| part == "..") {
            return Err(image::outside_site(file, span, written));
        }
        return Ok(ImageTarget::Rooted(crate::path::nfc(path).into_owned()));
    }
    let target = file.join(path);
    let target = target.ok_or_else(|| image::outside_site(file, span, written))?;
    if let Some(rest) = target.as_str().strip_prefix("static/") {
        return Err(bad(ImageFault::Static(format!("/{rest}"))));
    }
    if !target.as_str().starts_with("content/") {
        return Err(bad(ImageFault::Outside));
    }
    Ok(ImageTarget::File(target))
}

const CTA: Schema = Schema {
    keys: &["text", "url", "deadline"],
    aliases: &[],
    renamed: &[
        ("title", "text"),
        ("label", "text"),
        ("href", "url"),
        ("link", "url"),
        ("länk", "url"),
        ("sista_dag", "deadline"),
        ("last_day", "deadline"),
    ],
    foreign: &[],
    secret: &[],
};

/// `cta: {text, url, deadline}`.
pub fn call_to_action(
    reader: &mut Reader<'_>,
    entry: Option<Entry>,
    lang: &str,
) -> Option<CallToAction> {
    let entry = entry.filter(|entry| !matches!(entry.value.kind, Kind::Null | Kind::Broken))?;
    let mut fields = Fields::open(reader, entry.value, &CTA, &entry.key);
    if fields.broken {
        return None;
    }
    let (text, url) = (fields.take("text"), fields.take("url"));
    let deadline = fields.take("deadline").and_then(|date| reader.date(&date));
    let text = reader.required_line(text.as_ref(), entry.key_span, "text", "text: Anmäl dig");
    let address = url.as_ref().map(|url| reader.address(url, Allowed::Link));
    if url.is_none() {
        let example = "url: https://example.org/";
        let missing = keys::missing_key(reader.codes, reader.file, entry.key_span, "url", example);
        reader.report(missing);
    }
    Some(CallToAction {
        text: text::plain(&text?.value, lang),
        url: address??,
        deadline,
    })
}

/// What `comments` says: a state, or a map.
pub fn comments_key(reader: &mut Reader<'_>, entry: Option<Entry>) -> Option<Comments> {
    let entry = entry?;
    let state_only = |state: CommentState| Comments {
        state,
        closed_on: None,
        thread: None,
    };
    match &entry.value.kind {
        Kind::Null | Kind::Broken => None,
        Kind::Bool(on, _) => {
            let off = (!on).then_some("comments: off");
            let span = entry.value.span;
            let warning = keys::other_switch(reader.codes, reader.file, span, &entry.key, off);
            reader.report(warning);
            (!on).then(|| state_only(CommentState::Off))
        }
        Kind::Map(_) => comments_map(reader, entry),
        _ => Some(state_only(comment_state(reader, &entry)?)),
    }
}

fn comments_map(reader: &mut Reader<'_>, entry: Entry) -> Option<Comments> {
    const SCHEMA: Schema = Schema::plain(&["state", "closed_on", "thread"]);
    let mut fields = Fields::open(reader, entry.value, &SCHEMA, &entry.key);
    let state = fields.take("state");
    let state = state.and_then(|state| comment_state(reader, &state));
    let closed_on = fields.take("closed_on").and_then(|date| reader.date(&date));
    let place = fields.place("thread");
    let thread = fields.take("thread");
    let thread = thread.and_then(|url| reader.address(&url, Allowed::Web));
    let implied = match (&thread, &closed_on) {
        (Some(_), _) => Some(CommentState::Thread),
        (None, Some(_)) => Some(CommentState::Closed),
        _ => None,
    };
    let state = state.or(implied);
    if state == Some(CommentState::Thread) && thread.is_none() && place.is_none() {
        let example = "thread: https://example.org/…";
        let missing =
            keys::missing_key(reader.codes, reader.file, entry.key_span, "thread", example);
        reader.report(missing);
    }
    Some(Comments {
        state: state?,
        closed_on,
        thread: thread.map(|url| url.value),
    })
}

/// `corrections: [{date, text}]`; the text is inline Markdown.
pub fn corrections(
    reader: &mut Reader<'_>,
    entry: Option<Entry>,
    lang: &str,
    settings: &Settings,
) -> Vec<Correction> {
    const SCHEMA: Schema = Schema {
        renamed: &[
            ("datum", "date"),
            ("when", "date"),
            ("what", "text"),
            ("rättelse", "text"),
        ],
        ..Schema::plain(&["date", "text"])
    };
    let Some(entry) = entry else {
        return Vec::new();
    };
    let items = maps(reader, entry, "corrections: [{date: 2021-04-12, text: …}]");
    let mut found = Vec::with_capacity(items.len());
    for item in items {
        let span = item.span;
        let mut fields = Fields::open(reader, item, &SCHEMA, "corrections");
        if fields.broken {
            continue;
        }
        let date = required_date(reader, fields.take("date"), span);
        let text = fields.take("text");
        let line = || keys::line_of_words("text", message!("front-correction-example"));
        let text = reader.required_markdown(text.as_ref(), span, "text", line());
        if let (Some(date), Some(text)) = (date, text) {
            let (body, diagnostics) =
                text::inline(reader.file, &text.value, text.span, lang, settings);
            reader.diagnostics.extend(diagnostics);
            found.push(Correction { date, text: body });
        }
    }
    found
}

/// A date that a map can't do without.
pub fn required_date(reader: &mut Reader<'_>, entry: Option<Entry>, within: Span) -> Option<Date> {
    match entry {
        Some(entry) if !matches!(entry.value.kind, Kind::Null) => reader.date(&entry),
        _ => {
            let (codes, file) = (reader.codes, reader.file);
            let place = reader.first_line(within);
            reader.report(keys::missing_key(
                codes,
                file,
                place,
                "date",
                "date: 2021-04-07",
            ));
            None
        }
    }
}
