//! The skeleton of a template: what it extends, includes, asks for by name, and how
//! its blocks lie in one another.
//!
//! Read from a template's tags, only as far as [`super::structure`] needs. Must never
//! know other templates.

use super::tokens::{Tag, TagKind, Token};
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
    /// `get_url(path="…")`, where the path is a literal.
    pub(super) addresses: Vec<Spanned<String>>,
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

/// Reads the tags of a template. What is not valid is passed over: the engine reports it.
pub(super) fn outline(text: &str, tags: &[Tag]) -> Outline {
    let mut outline = Outline::default();
    let mut open = Open::default();
    for tag in tags {
        outline.calls(&tag.tokens, &open);
        match tag.kind {
            TagKind::Print => outline.print(&tag.tokens, &text[..tag.span.end], tag.span.start),
            TagKind::Statement => outline.tag(&tag.tokens, &mut open),
            TagKind::OpenComment => {}
        }
    }
    outline
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
        let alone = alone && text.ends_with("}}") && !text.ends_with("-}}");
        if alone && function.is("trans") && argument.is("key") {
            self.printed.push(Printed {
                key: key.value.clone(),
                span: Span::new(start, text.len()),
            });
        }
    }

    /// Notes components, `trans(key="…")`, `asset(path="…")` and `get_url(path="…")`.
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
                Token::Word(word) if word.value == "get_url" => {
                    self.addresses.extend(literal_argument(rest, "path"));
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
            && name.is(argument)
        {
            return Some(text.clone());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::tokens::tags;

    fn outline(text: &str) -> Outline {
        super::outline(text, &tags(text))
    }

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
