//! site.webmanifest (W3C Web Application Manifest): the blog's name and icon.

use serde_json::json;

use crate::path::UrlPath;
use crate::theme::Theme;

use super::view::Maker;

pub(super) fn render(maker: &Maker<'_>, theme: &Theme) -> Vec<u8> {
    let config = &maker.linker.site.config;
    let icon = theme.asset("favicon.svg").map(
        |asset| json!({ "src": maker.href(&asset.url), "sizes": "any", "type": "image/svg+xml" }),
    );
    let manifest = json!({
        "name": config.title,
        "description": config.description,
        "lang": config.language,
        "dir": maker.locale.direction().as_str(),
        "start_url": maker.href(&UrlPath::root()),
        "display": "browser",
        "icons": icon.into_iter().collect::<Vec<_>>(),
    });
    format!("{manifest:#}\n").into_bytes()
}
