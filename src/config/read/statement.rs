//! `accessibility` of site.yaml into a [`Statement`].
//!
//! Owns its keys, and that what the law demands is there. Must never know the clock:
//! whether an assessment is old shows when a site is assembled.

use super::super::{Conformity, Method, SITUATIONS, Shortcoming, Statement, Supervisor};
use super::nested::{choices, contact};
use crate::decode::yaml::{Entry, Kind, Node};
use crate::decode::{Allowed, Date, Fields, Person, Reader, Schema, maps};
use crate::diagnostic::{Span, config, keys};

const SCHEMA: Schema = Schema {
    renamed: &[
        ("aktör", "actor"),
        ("organisation", "actor"),
        ("tjänst", "service"),
        ("conformance", "conformity"),
        ("förenlighet", "conformity"),
        ("tested", "assessed"),
        ("bedömd", "assessed"),
        ("uppdaterad", "updated"),
        ("contact", "report"),
        ("known_problems", "problems"),
        ("issues", "problems"),
        ("brister", "problems"),
        ("exemptions", "exempt"),
        ("disproportionate_burden", "burden"),
    ],
    ..Schema::plain(&[
        "actor",
        "service",
        "conformity",
        "standard",
        "assessed",
        "method",
        "assessor",
        "updated",
        "report",
        "report_url",
        "reply",
        "supervisor",
        "problems",
        "burden",
        "exempt",
    ])
};

/// The statement, if everything that must be stated is stated. `site` is its title and
/// contact.
pub(super) fn statement(
    reader: &mut Reader<'_>,
    entry: Option<Entry>,
    site: (&str, Option<&Person>),
) -> Option<Statement> {
    let entry = entry.filter(|entry| !matches!(entry.value.kind, Kind::Null | Kind::Broken))?;
    let key = entry.key_span;
    let mut fields = Fields::open(reader, entry.value, &SCHEMA, "accessibility");
    if fields.broken {
        return None;
    }
    fields.span = key;
    let actor = fields.required_line(reader, "actor", "actor: Exempelkommunen");
    let service = reader.words(fields.take("service"));
    let conformity = conformity(reader, &mut fields, key);
    let assessed = required_date(reader, &mut fields, "assessed", key);
    let method = method(reader, &mut fields, key);
    let updated = required_date(reader, &mut fields, "updated", key);
    let report = contact(reader, fields.take("report")).or_else(|| site.1.cloned());
    let report_url = fields.take("report_url");
    let report_url = report_url.and_then(|url| reader.address(&url, Allowed::Link));
    let reachable = report
        .as_ref()
        .is_some_and(|who| who.email.is_some() || who.phone.is_some());
    if !reachable && report_url.is_none() {
        let example = "report: {email: tillganglighet@example.org}";
        reader.report(keys::missing_key(
            reader.codes,
            reader.file,
            key,
            "report",
            example,
        ));
    }
    let problems = shortcomings(reader, fields.take("problems"), true);
    let burden = shortcomings(reader, fields.take("burden"), true);
    let exempt = shortcomings(reader, fields.take("exempt"), false);
    // What conforms in full has no shortcomings; what doesn't tells which.
    if let Some((conformity, place)) = conformity {
        let full = conformity == Conformity::Full;
        if full != (problems.is_empty() && burden.is_empty()) {
            let unclear = config::unclear_conformity(reader.file, place, conformity.as_str());
            reader.report(unclear);
        }
    }
    let supervisor = supervisor(reader, fields.take("supervisor"));
    Some(Statement {
        actor: actor?.value,
        service: service.unwrap_or_else(|| site.0.to_owned()),
        conformity: conformity?.0,
        standard: reader.words(fields.take("standard")),
        assessed: assessed?,
        method: method?,
        assessor: reader.words(fields.take("assessor")),
        updated: updated?,
        report,
        report_url,
        reply: reader.words(fields.take("reply")),
        supervisor,
        problems,
        burden,
        exempt,
    })
}

fn conformity(
    reader: &mut Reader<'_>,
    fields: &mut Fields,
    key: Span,
) -> Option<(Conformity, Span)> {
    let entry = required(reader, fields, "conformity", key, "conformity: partial")?;
    let place = entry.value.span;
    let conformity = match reader.choice(&entry, &["full", "partial", "none"])? {
        "full" => Conformity::Full,
        "partial" => Conformity::Partial,
        _ => Conformity::None,
    };
    Some((conformity, place))
}

fn method(reader: &mut Reader<'_>, fields: &mut Fields, key: Span) -> Option<Method> {
    let entry = required(reader, fields, "method", key, "method: self")?;
    match reader.choice(&entry, &["self", "external"])? {
        "self" => Some(Method::Own),
        _ => Some(Method::External),
    }
}

fn required_date(
    reader: &mut Reader<'_>,
    fields: &mut Fields,
    name: &str,
    key: Span,
) -> Option<Date> {
    let example = format!("{name}: 2026-09-14");
    let entry = required(reader, fields, name, key, &example)?;
    reader.date(&entry)
}

/// An entry that must be there with a value.
fn required(
    reader: &mut Reader<'_>,
    fields: &mut Fields,
    name: &str,
    key: Span,
    example: &str,
) -> Option<Entry> {
    let entry = fields.take(name);
    let (codes, file) = (reader.codes, reader.file);
    match &entry {
        None => reader.report(keys::missing_key(codes, file, key, name, example)),
        Some(entry) if entry.value.kind == Kind::Null => {
            let place = entry.key_span;
            reader.report(keys::empty_value(codes, file, place, name, example));
            return None;
        }
        Some(_) => {}
    }
    entry
}

/// `[{text, reason, criterion, affects, fixed_by}]`; a text alone is the `text`.
fn shortcomings(reader: &mut Reader<'_>, entry: Option<Entry>, reasons: bool) -> Vec<Shortcoming> {
    let Some(entry) = entry else {
        return Vec::new();
    };
    let name = entry.key.clone();
    let example = format!("{name}: [{{text: …, reason: …}}]");
    let mut found = Vec::new();
    for item in maps(reader, entry, &example) {
        found.extend(shortcoming(reader, item, &name, reasons));
    }
    found
}

fn shortcoming(
    reader: &mut Reader<'_>,
    item: Node,
    name: &str,
    reasons: bool,
) -> Option<Shortcoming> {
    const SCHEMA: Schema = Schema {
        renamed: &[
            ("what", "text"),
            ("why", "reason"),
            ("skäl", "reason"),
            ("wcag", "criterion"),
            ("for", "affects"),
        ],
        ..Schema::plain(&["text", "reason", "criterion", "affects", "fixed_by"])
    };
    let span = item.span;
    let mut fields = Fields::open(reader, item, &SCHEMA, name);
    if fields.broken {
        return None;
    }
    let text = fields.take("text");
    let example = "text: Kartan saknar textalternativ.";
    let text = reader.required_markdown(text.as_ref(), span, "text", example);
    // The law wants a reason for each; what it doesn't cover needs none.
    let reason = match reasons {
        true => {
            let reason = fields.take("reason");
            let example = "reason: Vi byter karttjänst under våren.";
            reader.required_markdown(reason.as_ref(), span, "reason", example)
        }
        false => fields
            .take("reason")
            .and_then(|reason| reader.markdown(&reason)),
    };
    let criterion = reader.words(fields.take("criterion"));
    let affects = fields.take("affects");
    let affects = affects.map(|affects| choices(reader, &affects, SITUATIONS));
    let fixed_by = fields.take("fixed_by").and_then(|date| reader.date(&date));
    Some(Shortcoming {
        text: text?,
        reason,
        criterion,
        affects: affects.unwrap_or_default(),
        fixed_by,
    })
}

/// `supervisor: {name, url}`; Digg where nothing is said.
fn supervisor(reader: &mut Reader<'_>, entry: Option<Entry>) -> Supervisor {
    let Some(entry) = entry else {
        return Supervisor::default();
    };
    let schema = Schema::plain(&["name", "url"]);
    let mut fields = Fields::open(reader, entry.value, &schema, "supervisor");
    let name = fields.required_line(reader, "name", "name: Digg");
    let url = fields.take("url");
    if url.is_none() && !fields.broken {
        let (codes, file, span) = (reader.codes, reader.file, reader.first_line(fields.span));
        let example = "url: https://www.digg.se/tdosanmalan";
        reader.report(keys::missing_key(codes, file, span, "url", example));
    }
    let url = url.and_then(|url| reader.address(&url, Allowed::Web));
    match (name, url) {
        (Some(name), Some(url)) => Supervisor {
            name: name.value,
            url: url.value,
        },
        _ => Supervisor::default(),
    }
}
