//! All feeds as OPML 2.0, for readers that take a list.

use crate::parse::document::TermKind;
use crate::path::UrlPath;
use crate::routes::{FeedFormat, Scope, feed_formats};

use super::feed::{Element, legal, scopes};
use super::view::Maker;

pub(super) fn render(maker: &Maker<'_>) -> Vec<u8> {
    let site = maker.linker.site;
    let mut xml = Element::new();
    xml.raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        .open("opml", &[("version", "2.0")])
        .raw("\n");
    xml.open("head", &[])
        .text("title", &legal(site.config.title.as_str()))
        .close("head");
    xml.open("body", &[]).raw("\n");
    // Readers know both as `rss`; JSON Feed has no type of its own in OPML.
    let format = feed_formats(site)
        .into_iter()
        .find(|format| *format != FeedFormat::Json);
    for kind in std::iter::once(None).chain(TermKind::SHOWN.map(Some)) {
        let own = |scope: &Scope| match scope {
            Scope::Site => kind.is_none(),
            Scope::Term(other, _) => kind == Some(*other),
        };
        let scopes: Vec<Scope> = scopes(maker).into_iter().filter(own).collect();
        if scopes.is_empty() {
            continue;
        }
        if let Some(kind) = kind {
            let title = legal(maker.locale.format(kind.plural(), &[]));
            xml.open("outline", &[("text", &title), ("title", &title)])
                .raw("\n");
        }
        for scope in scopes {
            outline(maker, &mut xml, scope, format.unwrap_or(FeedFormat::Json));
        }
        if kind.is_some() {
            xml.close("outline");
        }
    }
    xml.close("body").close("opml");
    xml.bytes()
}

fn outline(maker: &Maker<'_>, xml: &mut Element, scope: Scope, format: FeedFormat) {
    let routes = maker.linker.routes;
    let title = legal(maker.feed_title(scope));
    let home = match scope {
        Scope::Site => UrlPath::root(),
        Scope::Term(kind, index) => routes.permalinks.term(kind, index).clone(),
    };
    let feed = maker.absolute(&routes.permalinks.feed(scope, format));
    let home = maker.absolute(&home);
    let attributes = [
        ("type", "rss"),
        ("text", title.as_str()),
        ("title", &title),
        ("xmlUrl", &feed),
        ("htmlUrl", &home),
    ];
    xml.empty("outline", &attributes);
}
