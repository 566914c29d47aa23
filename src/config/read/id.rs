//! `id` of site.yaml: what tells its posts from those of all other blogs.
//!
//! Owns its form. Must never know what is made of it.

use uuid::Uuid;
use xxhash_rust::xxh3::xxh3_128;

use crate::decode::{Fields, Reader};
use crate::diagnostic::config;
use crate::path::{BaseUrl, UrlPath};

/// `id`. From what was written instead, the title and the address a proposal is made.
pub(super) fn id(
    reader: &mut Reader<'_>,
    fields: &mut Fields,
    (title, base_url): (&str, &BaseUrl),
) -> Option<Uuid> {
    let written = fields.take("id").and_then(|id| reader.line(&id))?;
    let id = Uuid::try_parse(&written.value).ok();
    let id = id.filter(|id| !id.is_nil() && !id.is_max());
    if id.is_none() {
        let address = base_url.absolute(&UrlPath::root());
        let names = [written.value.as_str(), title, &address].join("\n");
        let proposal = Uuid::new_v8(xxh3_128(names.as_bytes()).to_be_bytes());
        reader.report(config::bad_id(
            reader.file,
            written.span,
            &written.value,
            &proposal.to_string(),
        ));
    }
    id
}
