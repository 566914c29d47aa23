//! Templates get what `docs/themes.md` says, no more and no less; its examples work.

use std::collections::{BTreeMap, BTreeSet};

use super::site::Site;
use super::{blocks, read, rows};

/// A component that writes the path and the kind of everything in a value.
const WALK: &str = r#"{% component walk(value, path) %}
{%- if value is map %}{% for key, inner in value %}{{ <walk value={inner} path={path ~ "." ~ key} /> }}{% endfor %}
{%- elif value is array %}
@{{ path }}	list
{% for inner in value %}{{ <walk value={inner} path={path ~ "[]"} /> }}{% endfor %}
{%- endif %}
@{{ path }}	{% if value is none %}none{% elif value is map %}map{% elif value is array %}list{% elif value is string %}text{% elif value is bool %}true or false{% elif value is number %}number{% else %}something else{% endif %}
{% endcomponent walk %}
"#;

/// The documented sections with their fields: name, type.
type Sections = BTreeMap<String, BTreeMap<String, String>>;

fn sections(document: &str) -> Sections {
    let mut sections = Sections::new();
    for (heading, cells) in rows(document) {
        if let [field, kind, words] = &cells[..]
            && document.contains(&format!("### {heading}\n"))
        {
            assert!(!words.is_empty(), "{field} of {heading} is not explained");
            sections
                .entry(heading)
                .or_default()
                .insert(field.trim_matches('`').to_owned(), kind.clone());
        }
    }
    for heading in document
        .lines()
        .filter_map(|line| line.strip_prefix("### "))
        .filter(|name| name.ends_with(".html"))
    {
        sections.entry(heading.to_owned()).or_default();
    }
    let item = sections["item"].clone();
    sections
        .get_mut("post")
        .expect("a section on posts")
        .extend(item);
    sections
}

/// What a type links to: `list of [item](#item)` → `item`.
fn shape(kind: &str) -> Option<&str> {
    kind.split_once("(#")?
        .1
        .split_once(')')
        .map(|(name, _)| name)
}

/// Checks a path that a template saw against the documentation.
fn check(
    template: &str,
    path: &str,
    found: &str,
    sections: &Sections,
    seen: &mut BTreeSet<(String, String)>,
) -> Result<(), String> {
    let steps: Vec<&str> = path.trim_start_matches('.').split('.').collect();
    let first = steps[0].trim_end_matches("[]");
    let start = if sections["all templates"].contains_key(first) {
        "all templates"
    } else {
        template
    };
    let mut section = start;
    for (place, step) in steps.iter().enumerate() {
        let name = step.trim_end_matches("[]");
        let kind = sections[section]
            .get(name)
            .ok_or_else(|| format!("`{name}` is not documented in {section}"))?;
        seen.insert((section.to_owned(), name.to_owned()));
        if step.ends_with("[]") && !kind.starts_with("list of") {
            return Err(format!(
                "`{name}` of {section} is a list, and documented as {kind}"
            ));
        }
        if place + 1 == steps.len() {
            return matches(kind, step.ends_with("[]"), found)
                .then_some(())
                .ok_or_else(|| {
                    format!("`{name}` of {section} is {found}, and documented as {kind}")
                });
        }
        match shape(kind) {
            Some(next) => section = next,
            None if kind.starts_with("map") => return Ok(()),
            None => {
                return Err(format!(
                    "`{name}` of {section} has fields, and is documented as {kind}"
                ));
            }
        }
    }
    Ok(())
}

/// Whether a value's kind suits its documented type.
fn matches(kind: &str, inside_list: bool, found: &str) -> bool {
    let kind = if inside_list {
        kind.trim_start_matches("list of ")
    } else {
        kind
    };
    let (plain, optional) = kind
        .strip_suffix(" or none")
        .map_or((kind, false), |plain| (plain, true));
    let wanted = match plain {
        "HTML" => "text",
        list if list.starts_with("list of") => "list",
        shape if shape.starts_with('[') => "map",
        plain => plain,
    };
    found == wanted || (optional && found == "none")
}

#[test]
fn every_field_is_documented_and_given() {
    let document = read("docs/themes.md");
    let sections = sections(&document);
    let templates: Vec<&String> = sections
        .keys()
        .filter(|name| name.ends_with(".html"))
        .collect();
    let mut files: Vec<(String, String)> = vec![("templates/walk.html".into(), WALK.into())];
    for name in &templates {
        let text = format!("#{name}\n{{{{ <walk value={{__tera_context}} path=\"\" /> }}}}");
        files.push((format!("templates/{name}"), text));
    }
    let pages = Site::new(&files).build();
    let (mut seen, mut problems, mut shown) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (_, page) in &pages {
        let template = page
            .lines()
            .next()
            .and_then(|line| line.strip_prefix('#'))
            .expect("a page of this test's templates");
        shown.insert(template.to_owned());
        for line in page.lines().filter_map(|line| line.strip_prefix("@.")) {
            let (path, found) = line.split_once('\t').expect("a path and a kind");
            let problem = check(template, path, found, &sections, &mut seen).err();
            problems.extend(problem.map(|problem| format!("{template}: {path}: {problem}")));
        }
    }
    assert_eq!(
        shown.iter().collect::<Vec<_>>(),
        templates,
        "every template shows a page"
    );
    let unseen: Vec<String> = sections
        .iter()
        .flat_map(|(section, fields)| {
            fields
                .keys()
                .map(move |field| (section.clone(), field.clone()))
        })
        .filter(|place| !seen.contains(place))
        .map(|(section, field)| {
            format!("`{field}` of {section} is documented, and no template gets it")
        })
        .collect();
    problems.extend(unseen);
    let report: Vec<String> = problems.into_iter().collect();
    assert!(report.is_empty(), "docs/themes.md:\n{}", report.join("\n"));
}

#[test]
fn examples_of_overriding_work() {
    let document = read("docs/themes.md");
    let comment = |line: &str, word: &str| {
        line.strip_prefix(&format!("<!-- {word}: "))
            .and_then(|rest| rest.strip_suffix(" -->"))
            .map(str::to_owned)
    };
    let wanted: Vec<String> = document
        .lines()
        .filter_map(|line| comment(line, "shows"))
        .collect();
    let mut examples: Vec<Vec<(String, String)>> = Vec::new();
    for block in blocks(&document) {
        if let Some(path) = comment(&block.before, "example") {
            examples.push(vec![(path, block.text)]);
        } else if let Some(path) = comment(&block.before, "and") {
            examples
                .last_mut()
                .expect("an example goes before")
                .push((path, block.text));
        }
    }
    assert_eq!(
        examples.len(),
        wanted.len(),
        "each example says what it shows"
    );
    assert!(
        examples.len() >= 6,
        "only {} examples were found",
        examples.len()
    );
    let without = Site::new(&[]).build();
    for (mut files, wanted) in examples.into_iter().zip(wanted) {
        if files
            .iter()
            .any(|(path, _)| path.starts_with("themes/mine/"))
        {
            let config = super::site::config();
            files.push(("site.yaml".into(), format!("{config}theme: mine\n")));
        }
        let strings = files[0].0.strip_prefix("themes/default/strings/");
        if let Some(language) = strings.and_then(|name| name.strip_suffix(".yaml")) {
            let config = super::site::config();
            files.push((
                "site.yaml".into(),
                // The example shows a part of the file, and the rest is reported as missing.
                format!(
                    "{config}language: {language}\ndiagnostics: {{locale/missing-text: allow}}\n"
                ),
            ));
        }
        let path = &files[0].0;
        let shows = |pages: &[(std::path::PathBuf, String)]| {
            pages.iter().any(|(_, page)| page.contains(&wanted))
        };
        assert!(
            shows(&Site::new(&files).build()),
            "the example {path} does not show {wanted}"
        );
        if wanted != "<main>" {
            assert!(
                !shows(&without),
                "{wanted} is there without the example {path}"
            );
        }
    }
}

/// The program's own templates aren't looked through while a page is made, as those of a
/// site are: here they are, once.
#[test]
fn the_default_theme_reads_no_field_that_does_not_exist() {
    let mut files = Vec::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/templates");
    for part in ["", "partials"] {
        let entries = std::fs::read_dir(folder.join(part)).expect("the theme's templates");
        for entry in entries.map(|entry| entry.expect("a template").path()) {
            if entry.is_dir() {
                continue;
            }
            let name = entry
                .file_name()
                .and_then(|name| name.to_str())
                .expect("a name");
            let name = format!("{part}/{name}");
            let name = name.trim_start_matches('/');
            let text = std::fs::read_to_string(&entry).expect("a template");
            files.push((
                format!("themes/default/templates/{name}"),
                text + "{# own #}",
            ));
        }
    }
    assert!(files.len() > 30, "only {} templates", files.len());
    let pages = |files: &[(String, String)]| {
        let pages = Site::new(files).build().into_iter();
        pages.map(|(_, text)| text).collect::<Vec<String>>()
    };
    let (own, built_in) = (pages(&files), pages(&[]));
    assert!(
        own == built_in,
        "a template that is looked through writes something else"
    );
}
