//! `images`: the smaller versions of pictures.
//!
//! Owns its keys. Must never know which pictures there are.

use super::super::Images;
use super::nested::choices;
use crate::decode::yaml::{Entry, Kind};
use crate::decode::{Fields, Reader, Schema};
use crate::diagnostic::values::Form;
use crate::media::derive::Plan;

/// `images: {widths, formats, quality, keep_original}`; `images: false` is no versions.
pub(super) fn images(reader: &mut Reader<'_>, entry: Option<Entry>) -> Images {
    const SCHEMA: Schema = Schema {
        renamed: &[
            ("width", "widths"),
            ("sizes", "widths"),
            ("bredder", "widths"),
            ("format", "formats"),
            ("kvalitet", "quality"),
        ],
        ..Schema::plain(&["widths", "formats", "quality", "keep_original"])
    };
    let mut images = Images {
        plan: Some(Plan::default()),
        keep_original: false,
    };
    let Some(entry) = entry else {
        return images;
    };
    if let Kind::Bool(on, _) = entry.value.kind {
        images.plan = on.then(Plan::default);
        return images;
    }
    let mut fields = Fields::open(reader, entry.value, &SCHEMA, "images");
    let mut plan = Plan::default();
    if let Some(entry) = fields.take("widths") {
        plan.widths = widths(reader, &entry).unwrap_or(plan.widths);
    }
    if let Some(formats) = fields.take("formats") {
        plan.webp = choices(reader, &formats, &["webp"]).contains(&"webp");
    }
    if let Some(entry) = fields.take("quality") {
        quality(reader, entry, &mut plan);
    }
    if let Some(keep) = fields.take("keep_original") {
        images.keep_original = reader.flag(&keep, false).unwrap_or_default();
    }
    images.plan = Some(plan);
    images
}

/// `[480, 960, 1600]`, in any order; each between 16 and 8,000.
fn widths(reader: &mut Reader<'_>, entry: &Entry) -> Option<Vec<u32>> {
    let Kind::List(items) = &entry.value.kind else {
        reader.wrong_type(entry, Form::List, "widths: [480, 960, 1600]");
        return None;
    };
    let items: Vec<Entry> = items
        .iter()
        .map(|item| Entry {
            value: item.clone(),
            ..entry.clone()
        })
        .collect();
    let widths = items
        .iter()
        .filter_map(|item| reader.count(item, 16, 8_000));
    let widths = widths.filter_map(|width| u32::try_from(width).ok());
    let mut widths: Vec<u32> = widths.collect();
    widths.sort_unstable();
    widths.dedup();
    Some(widths)
}

/// `quality: {jpeg: 80, webp: 75}`.
fn quality(reader: &mut Reader<'_>, entry: Entry, plan: &mut Plan) {
    const SCHEMA: Schema = Schema {
        renamed: &[("jpg", "jpeg")],
        ..Schema::plain(&["jpeg", "webp"])
    };
    let mut fields = Fields::open(reader, entry.value, &SCHEMA, "quality");
    let places = [
        ("jpeg", &mut plan.jpeg_quality),
        ("webp", &mut plan.webp_quality),
    ];
    for (key, place) in places {
        let written = fields.take(key);
        let number = written.and_then(|entry| reader.count(&entry, 1, 100));
        *place = number
            .and_then(|number| u8::try_from(number).ok())
            .unwrap_or(*place);
    }
}
