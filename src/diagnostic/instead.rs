//! What to write instead of the tags of other generators.
//!
//! Owns the advice on template tags and shortcodes: text in, a line of help out, which
//! uses what stands in the tag. Must never know where it stood.

use crate::message;
use crate::message::Message;

/// For `{{ value }}`, `{% tag %}` and `{{< shortcode >}}`.
pub(super) fn template_tag(tag: &str) -> Message {
    let frame = |c: char| matches!(c, '{' | '}' | '%' | '<' | '>' | '-' | '/') || c.is_whitespace();
    let inner = tag.trim_matches(frame);
    let words = words(inner);
    let Some(Word {
        key: None,
        value: name,
    }) = words.first().copied()
    else {
        return general();
    };
    let mut plain = words[1..]
        .iter()
        .filter(|word| word.key.is_none())
        .map(|word| word.value);
    if inner.starts_with(['"', '\'']) {
        return message!("instead-quoted", text = name);
    }
    match name.to_ascii_lowercase().as_str() {
        "post_url" | "link" | "ref" | "relref" | "doc" => {
            document(plain.next().unwrap_or("2021-04-07-namn"))
        }
        "image" | "img" | "figure" | "picture" | "asset_img" | "imgproc" => picture(&words),
        "youtube" | "vimeo" => {
            let id = plain.next().or_else(|| value_of(&words, &["id"]));
            film(name, id.unwrap_or_default())
        }
        "highlight" | "endhighlight" | "codeblock" | "endcodeblock" => {
            message!("instead-highlight")
        }
        "comment" | "endcomment" => message!("instead-comment"),
        "raw" | "endraw" => message!("instead-raw"),
        name if name.contains("baseurl") || name == "site.url" || name == "root" => {
            message!("instead-base-url")
        }
        name if name.starts_with("site.") || name.starts_with("page.") => {
            message!("instead-value", name)
        }
        name if name.starts_with("include") || name == "render" || name == "partial" => {
            message!("instead-include")
        }
        _ => general(),
    }
}

/// For `[name …]`, which may have had something between it and `[/name]`.
pub(super) fn shortcode(name: &str, attributes: &str, content: &str) -> Message {
    let words = words(attributes.trim_start_matches('='));
    let address = || {
        let named = value_of(&words, &["src", "url", "mp4", "mp3", "m4a", "webm", "ogg"]);
        let inside = Some(content.trim()).filter(|text| text.starts_with("http"));
        let bare = words.iter().find(|word| word.key.is_none());
        named
            .or(inside)
            .or(bare.map(|word| word.value))
            .filter(|address| !address.is_empty())
    };
    match name {
        "caption" | "wp_caption" => {
            let (source, alt, text) = captioned(content);
            let caption =
                value_of(&words, &["caption"]).or(Some(text).filter(|text| !text.is_empty()));
            image(source.unwrap_or("bild.jpg"), alt, caption)
        }
        "gallery" | "playlist" => match value_of(&words, &["ids", "include"]) {
            Some(ids) => message!("instead-gallery-of", ids),
            None => message!("instead-gallery"),
        },
        "audio" | "video" => {
            message!("instead-link", address = address().unwrap_or("film.mp4"))
        }
        "youtube" | "vimeo" if !address().is_some_and(|address| address.starts_with("http")) => {
            film(
                name,
                value_of(&words, &["id"]).or(address()).unwrap_or_default(),
            )
        }
        "embed" | "youtube" | "vimeo" | "soundcloud" | "twitter" | "facebook" | "instagram" => {
            message!("instead-link", address = address().unwrap_or("https://…"))
        }
        name if name.contains("form") => message!("instead-form"),
        _ => message!("instead-shortcode"),
    }
}

fn general() -> Message {
    message!("instead-tag")
}

/// The path of a text, as a link to its file is written.
fn document(path: &str) -> Message {
    let file = path.rsplit('/').next().unwrap_or(path);
    let file = file.trim_end_matches(".html").trim_end_matches(".md");
    message!("instead-document", file)
}

/// What the words of a tag say of a picture.
fn picture(words: &[Word<'_>]) -> Message {
    let source = value_of(words, &["src", "link", "path"])
        .or_else(|| plain_file(words))
        .unwrap_or("bild.jpg");
    let text = |word: &&Word<'_>| word.key.is_none() && word.value.contains(' ');
    let alt =
        value_of(words, &["alt"]).or_else(|| words[1..].iter().find(text).map(|word| word.value));
    image(source, alt, value_of(words, &["caption", "title"]))
}

fn image(source: &str, alt: Option<&str>, caption: Option<&str>) -> Message {
    let caption = caption.map_or_else(String::new, |text| {
        format!(" \"{}\"", text.trim().replace('"', "”"))
    });
    let target = format!("{}{caption}", in_link(source));
    match alt.map(str::trim).filter(|alt| !alt.is_empty()) {
        Some(alt) => message!("help-write-text", text = format!("![{alt}]({target})")),
        None => message!("instead-image", target),
    }
}

/// A path as a link has it: in angle brackets, if there are spaces in it.
pub(super) fn in_link(path: &str) -> String {
    match path.contains(' ') {
        true => format!("<{path}>"),
        false => path.to_owned(),
    }
}

fn film(service: &str, id: &str) -> Message {
    let address = match service.to_ascii_lowercase().as_str() {
        "vimeo" => format!("https://vimeo.com/{id}"),
        _ => format!("https://www.youtube.com/watch?v={id}"),
    };
    message!("instead-link", address)
}

/// The picture, its alternative text and the caption of what stands in `[caption]`.
fn captioned(content: &str) -> (Option<&str>, Option<&str>, &str) {
    let content = content.trim();
    if let Some(start) = content.find("<img") {
        let end = content[start..]
            .find('>')
            .map_or(content.len(), |end| start + end + 1);
        let words = words(content[start + 4..end].trim_end_matches(['>', '/']));
        let rest = content[end..].trim();
        let text = rest.strip_prefix("</a>").unwrap_or(rest).trim();
        return (value_of(&words, &["src"]), value_of(&words, &["alt"]), text);
    }
    let picture = content.find("![").and_then(|start| {
        let (alt, rest) = content[start + 2..].split_once("](")?;
        let (source, text) = rest.split_once(')')?;
        Some((source.split(' ').next(), Some(alt), text.trim()))
    });
    picture.unwrap_or((None, None, content))
}

/// A word of a tag, or `key="value"`.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    key: Option<&'t str>,
    value: &'t str,
}

fn value_of<'t>(words: &[Word<'t>], keys: &[&str]) -> Option<&'t str> {
    let named = |key: &&str| words.iter().find(|word| word.key == Some(*key));
    keys.iter().find_map(named).map(|word| word.value)
}

/// The first word that looks like a file, behind the tag's name.
fn plain_file<'t>(words: &[Word<'t>]) -> Option<&'t str> {
    let file = |word: &&Word<'_>| word.key.is_none() && word.value.contains('.');
    words.iter().skip(1).find(file).map(|word| word.value)
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let quoted = rest.starts_with(QUOTES);
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '=')
            .unwrap_or(rest.len());
        let key = (!quoted && end > 0 && rest[end..].starts_with('=')).then(|| &rest[..end]);
        let value = key.map_or(rest, |key| &rest[key.len() + 1..]);
        let (value, behind) = match value.chars().next().filter(|c| QUOTES.contains(c)) {
            Some(quote) => {
                let inner = &value[quote.len_utf8()..];
                let end = inner.find(QUOTES).unwrap_or(inner.len());
                (&inner[..end], inner[end..].trim_start_matches(QUOTES))
            }
            None => {
                let end = value
                    .find(|c: char| c.is_whitespace() || c == ',')
                    .unwrap_or(value.len());
                (&value[..end], &value[end..])
            }
        };
        words.push(Word { key, value });
        rest = behind.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    }
    words
}

/// Also those that word processors and themes make of straight ones.
const QUOTES: [char; 6] = ['"', '\'', '”', '“', '″', '’'];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Language;

    #[test]
    fn template_tags_are_used() {
        for (tag, says) in [
            (
                "{% image \"assets/x.png\" \"A map\" %}",
                "`![A map](assets/x.png)`",
            ),
            (
                "{{< figure src=\"a b.png\" alt=\"b\" caption=\"c\" >}}",
                "`![b](<a b.png> \"c\")`",
            ),
            (
                "{% img left /bilder/x.jpg %}",
                "`![What it shows](/bilder/x.jpg)`",
            ),
            ("{{ \"/about/\" | url }}", "`/about/`"),
            ("{{ '/a.png' | relative_url }}", "`/a.png`"),
            (
                "{{< youtube abc >}}",
                "(https://www.youtube.com/watch?v=abc)",
            ),
            ("{% vimeo 12 %}", "(https://vimeo.com/12)"),
            ("{% post_url 2016-01-05-namn %}", "2016-01-05-namn.md`"),
            ("{{< ref \"blog/hej.md\" >}}", "/hej.md`"),
            ("{{ site.baseurl }}", "begins with `/`"),
            ("{{ page.title }}", "`page.title`"),
            ("{%- include x.html -%}", "remove it"),
            ("{% %}", "in Markdown"),
        ] {
            let help = template_tag(tag).text(Language::English);
            assert!(help.contains(says), "{tag}: {help}");
        }
    }

    #[test]
    fn shortcodes_are_used() {
        for (name, attributes, content, says) in [
            (
                "caption",
                " id=\"a\" width=\"3\"",
                "<img src=\"a.jpg\" alt=\"b\" /> Karta",
                "`![b](a.jpg \"Karta\")`",
            ),
            (
                "caption",
                "",
                "![b](a.jpg) En \"karta\"",
                "`![b](a.jpg \"En ”karta”\")`",
            ),
            (
                "caption",
                " caption=”Karta”",
                "",
                "`![What it shows](bild.jpg \"Karta\")`",
            ),
            ("gallery", " ids=\"1,2\"", "", "the numbers 1,2"),
            ("gallery", "", "", "for each image"),
            ("video", " mp4=\"f.mp4\"", "", "(f.mp4)"),
            ("embed", "", "https://a.se/b", "(https://a.se/b)"),
            ("youtube", "=https://a.se/b", "", "(https://a.se/b)"),
            ("youtube", " id=\"x\"", "", "youtube.com"),
            ("contact-form-7", " id=\"1\"", "", "mailto:"),
            ("vc_row", "", "", "in Markdown"),
        ] {
            let help = shortcode(name, attributes, content).text(Language::English);
            assert!(help.contains(says), "{name}: {help}");
        }
    }
}
