//! The skeleton of a template: what it extends, includes, asks for by name, and how
//! its blocks lie in one another.
//!
//! The template engine keeps its syntax tree to itself, so this reads the tags anew,
//! only as far as [`super::structure`] needs. Must never know other templates.

use crate::diagnostic::{Span, Spanned};

/// What a template refers to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    /// `{% extends "…" %}`.
    pub(super) extends: Option<Spanned<String>>,
    /// `{% include "…" %}`, in order.
    pub(super) includes: Vec<Use>,
    /// `{{<name … />}}` and `{% <name> %}`, in order, and some comparisons that look alike.
    pub(super) calls: Vec<Use>,
    /// `{% component name(…) %}`, in order.
    pub(super) components: Vec<String>,
    /// `{% block … %}`, in order.
    pub(super) blocks: Vec<Block>,
    /// `trans(key="…")`, where the key is a literal.
    pub(super) texts: Vec<Spanned<String>>,
    /// `asset(path="…")`, where the path is a literal.
    pub(super) assets: Vec<Spanned<String>>,
    /// `{{ trans(key="…") }}` and nothing else between the braces, in order.
    pub(super) printed: Vec<Printed>,
}

/// A text that is printed as it is.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Printed {
    /// Its key.
    pub(super) key: String,
    /// From the first brace to the last.
    pub(super) span: Span,
}

/// A template or a component that is used.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Use {
    /// Its name.
    pub(super) name: Spanned<String>,
    /// The component in whose definition it is used.
    pub(super) inside: Option<String>,
}

/// A block and what it stands in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Its name.
    pub(super) name: Spanned<String>,
    /// The name of the nearest block around it.
    pub(super) inside: Option<String>,
}

/// Reads a template. What is not valid is passed over: the engine reports it.
pub(super) fn outline(text: &str) -> Outline {
    let mut outline = Outline::default();
    let mut open = Open::default();
    let mut at = 0;
    while let Some(start) = text[at..].find('{').map(|i| at + i) {
        at = match text.as_bytes().get(start + 1) {
            Some(b'#') => find_after(text, start + 2, "#}"),
            Some(b'{') => {
                let (tokens, end) = tokens(text, start + 2, "}}");
                outline.calls(&tokens, &open);
                outline.print(&tokens, &text[..end], start);
                end
            }
            Some(b'%') => {
                let (tokens, end) = tokens(text, start + 2, "%}");
                outline.calls(&tokens, &open);
                if is_word(tokens.first(), "raw") {
                    end_of_raw(text, end)
                } else {
                    outline.tag(&tokens, &mut open);
                    end
                }
            }
            _ => start + 1,
        };
    }
    outline
}

/// A token of a tag; everything that is neither a word nor a text is a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(Spanned<String>),
    Text(Spanned<String>),
    Sign(char),
}

/// What stands around a tag.
#[derive(Default)]
struct Open {
    blocks: Vec<String>,
    component: Option<String>,
}

impl Outline {
    /// Notes what a `{% … %}` does.
    fn tag(&mut self, tokens: &[Token], open: &mut Open) {
        let [Token::Word(tag), rest @ ..] = tokens else {
            return;
        };
        match (tag.value.as_str(), rest.first()) {
            ("extends", Some(Token::Text(name))) => self.extends = Some(name.clone()),
            ("include", Some(Token::Text(name))) => self.includes.push(Use {
                name: name.clone(),
                inside: open.component.clone(),
            }),
            ("block", Some(Token::Word(name))) => {
                self.blocks.push(Block {
                    name: name.clone(),
                    inside: open.blocks.last().cloned(),
                });
                open.blocks.push(name.value.clone());
            }
            ("endblock", _) => {
                open.blocks.pop();
            }
            ("component", _) => {
                open.component = dotted_name(rest).map(|name| name.value);
                self.components.extend(open.component.clone());
            }
            ("endcomponent", _) => open.component = None,
            _ => {}
        }
    }

    /// Notes a `{{ trans(key="…") }}` that begins at `start`, where `text` ends with it.
    fn print(&mut self, tokens: &[Token], text: &str, start: usize) {
        let [
            function,
            Token::Sign('('),
            argument,
            Token::Sign('='),
            Token::Text(key),
            Token::Sign(')'),
        ] = tokens
        else {
            return;
        };
        // `{{-` trims the text before it, and in `{{{` it is not clear what begins.
        let alone = !text[..start].ends_with('{') && !text[start..].starts_with("{{-");
        let alone = alone && text.ends_with("}}");
        if alone && is_word(Some(function), "trans") && is_word(Some(argument), "key") {
            self.printed.push(Printed {
                key: key.value.clone(),
                span: Span::new(start, text.len()),
            });
        }
    }

    /// Notes components, `trans(key="…")` and `asset(path="…")`.
    fn calls(&mut self, tokens: &[Token], open: &Open) {
        for (index, token) in tokens.iter().enumerate() {
            let rest = &tokens[index + 1..];
            match token {
                Token::Sign('<') => self.calls.extend(dotted_name(rest).map(|name| Use {
                    name,
                    inside: open.component.clone(),
                })),
                Token::Word(word) if word.value == "trans" => {
                    self.texts.extend(literal_argument(rest, "key"));
                }
                Token::Word(word) if word.value == "asset" => {
                    self.assets.extend(literal_argument(rest, "path"));
                }
                _ => {}
            }
        }
    }
}

/// The name of a component, `card` or `ui.card`, with which the tokens begin.
fn dotted_name(tokens: &[Token]) -> Option<Spanned<String>> {
    let [Token::Word(first), rest @ ..] = tokens else {
        return None;
    };
    let mut name = first.clone();
    for pair in rest.chunks_exact(2) {
        let [Token::Sign('.'), Token::Word(part)] = pair else {
            break;
        };
        name.value.push('.');
        name.value.push_str(&part.value);
        name.span.end = part.span.end;
    }
    Some(name)
}

/// The literal that is given to a named argument, after the function's name.
fn literal_argument(tokens: &[Token], argument: &str) -> Option<Spanned<String>> {
    let mut depth = 0;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth -= 1,
            _ => {}
        }
        if depth <= 0 {
            return None;
        }
        if depth == 1
            && let [
                name,
                Token::Sign('='),
                Token::Text(text),
                Token::Sign(',' | ')'),
                ..,
            ] = &tokens[index..]
            && is_word(Some(name), argument)
        {
            return Some(text.clone());
        }
    }
    None
}

/// Whether a token is this word.
fn is_word(token: Option<&Token>, word: &str) -> bool {
    matches!(token, Some(Token::Word(found)) if found.value == word)
}

/// The byte after the next `end`, or the text's end.
fn find_after(text: &str, from: usize, end: &str) -> usize {
    text[from..]
        .find(end)
        .map_or(text.len(), |at| from + at + end.len())
}

/// The byte after the `{% endraw %}` that comes next.
fn end_of_raw(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(start) = text[at..].find("{%").map(|i| at + i) {
        let (tokens, end) = tokens(text, start + 2, "%}");
        if is_word(tokens.first(), "endraw") {
            return end;
        }
        at = start + 2;
    }
    text.len()
}

/// The tokens of a tag up to its `end`, and the byte after it.
fn tokens(text: &str, from: usize, end: &str) -> (Vec<Token>, usize) {
    let mut tokens = Vec::new();
    let mut at = from;
    while let Some(first) = text[at..].chars().next() {
        if text[at..].starts_with(end) {
            return (tokens, at + end.len());
        }
        if matches!(first, '"' | '\'' | '`') {
            let length = text[at + 1..].find(first).unwrap_or(text.len() - at - 1);
            let span = Span::new(at + 1, at + 1 + length);
            let content = text[span.start..span.end].to_owned();
            tokens.push(Token::Text(Spanned::new(content, span)));
            at = (span.end + 1).min(text.len());
        } else if first.is_ascii_alphabetic() || first == '_' {
            let length = text[at..]
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .unwrap_or(text.len() - at);
            let span = Span::new(at, at + length);
            let content = text[span.start..span.end].to_owned();
            tokens.push(Token::Word(Spanned::new(content, span)));
            at = span.end;
        } else {
            // `{%-` and `-%}` trim the text around a tag.
            let trims = first == '-' && at == from;
            if !(first.is_whitespace() || trims) {
                tokens.push(Token::Sign(first));
            }
            at += first.len_utf8();
        }
    }
    (tokens, text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(spanned: &[Spanned<String>]) -> Vec<&str> {
        spanned.iter().map(|s| s.value.as_str()).collect()
    }

    #[test]
    fn tags_are_read_and_comments_and_raw_text_are_not() {
        let text = r#"{%- extends "å/base.html" -%}{# {% include "no.html" %} #}
            {% raw %}{% include "no.html" %}{{ trans(key="no") }}{% endraw %}
            {% block a %}{% block b %}{% endblock b %}{% include 'c.html' %}{% endblock %}{% block d %}{% endblock %}
            {{ "%} {% include 'no.html' %}" }}{% if trans(key="x", n=f(a=1)) == asset(path="s.css").url %}{% endif %}
            {{ trans(key="a" ~ b) }}{{ trans(n=g(key="no"), key = 'y') }}"#;
        let outline = outline(text);
        let extends = outline.extends.expect("extends");
        assert_eq!(extends.value, "å/base.html");
        assert_eq!(&text[extends.span.start..extends.span.end], "å/base.html");
        let includes: Vec<&str> = outline
            .includes
            .iter()
            .map(|i| i.name.value.as_str())
            .collect();
        assert_eq!(includes, ["c.html"]);
        assert_eq!(values(&outline.texts), ["x", "y"]);
        assert_eq!(values(&outline.assets), ["s.css"]);
        let blocks: Vec<(&str, Option<&str>)> = outline
            .blocks
            .iter()
            .map(|b| (b.name.value.as_str(), b.inside.as_deref()))
            .collect();
        assert_eq!(blocks, [("a", None), ("b", Some("a")), ("d", None)]);
    }

    #[test]
    fn components_are_defined_and_used() {
        let text = r#"{% component ui.card(a="<b") %}{% include "a.html" %}{{<ui.icon x={1} />}}{% endcomponent ui.card %}
            {% <ui.card> %}{% include "b.html" %}{% </ui.card> %}{% if a < b %}{% endif %}"#;
        let outline = outline(text);
        let uses = |uses: &[Use]| -> Vec<String> {
            uses.iter()
                .map(|u| format!("{} in {}", u.name.value, u.inside.as_deref().unwrap_or("-")))
                .collect()
        };
        assert_eq!(outline.components, ["ui.card"]);
        assert_eq!(
            uses(&outline.includes),
            ["a.html in ui.card", "b.html in -"]
        );
        assert_eq!(
            uses(&outline.calls),
            ["ui.icon in ui.card", "ui.card in -", "b in -"]
        );
    }

    #[test]
    fn broken_templates_are_passed_over() {
        for text in [
            "{",
            "{{",
            "{%",
            "{#",
            "{% extends \"",
            "{{ 'å",
            "{% raw %}{%",
            "{% block %}{% endblock %}{% endblock %}",
        ] {
            assert_eq!(outline(text).blocks, []);
        }
    }
}
