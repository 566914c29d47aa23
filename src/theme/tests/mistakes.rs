//! What authors of templates mistype, and what they read then.

use super::*;

/// Templates that read a field or a name that does not exist.
const MISSPELT: &[(&str, &str, &str)] = &[
    ("{% if page.tilte %}x{% endif %}", "tilte", "title"),
    (
        "{% if page.none %}{% elif page.tilte %}x{% endif %}",
        "tilte",
        "title",
    ),
    (
        "{% if page.title and page.authros %}x{% endif %}",
        "authros",
        "authors",
    ),
    ("{% if not page.tilte %}x{% endif %}", "tilte", "title"),
    ("{% if page.tilte == 'x' %}x{% endif %}", "tilte", "title"),
    ("{% if 'x' != page . tilte %}x{% endif %}", "tilte", "title"),
    (
        "{% if page.none or page.tilte %}x{% endif %}",
        "tilte",
        "title",
    ),
    ("{% if page.tilte is none %}x{% endif %}", "tilte", "title"),
    (
        "{% if page.authros | length > 1 %}x{% endif %}",
        "authros",
        "authors",
    ),
    ("{{ page.tilte or 'x' }}", "tilte", "title"),
    ("{{ 'x' if page.tilte else 'y' }}", "tilte", "title"),
    ("{{ page.tilte ~ 'x' }}", "tilte", "title"),
    ("{% set x = page.tilte %}", "tilte", "title"),
    (
        "{% for a in page.authors %}{% if a.nmae %}x{% endif %}{% endfor %}",
        "nmae",
        "name",
    ),
    (
        "{% for a in page.authros %}x{% endfor %}",
        "authros",
        "authors",
    ),
    (
        "{{ [a for a in page.authors if a.nmae] | length }}",
        "nmae",
        "name",
    ),
    (
        "{{ trans(key='by', authors=page.tilte) }}",
        "tilte",
        "title",
    ),
    (
        "{% component c(a) %}{{ a }}{% endcomponent c %}{{ <c a={page.tilte} /> }}",
        "tilte",
        "title",
    ),
    (
        "{% component c(a) %}{% if a.nmae %}x{% endif %}{% endcomponent c %}{% for a in page.authors %}{{ <c a={a} /> }}{% endfor %}",
        "nmae",
        "name",
    ),
    ("{% if page['tilte'] %}x{% endif %}", "tilte", "title"),
    (
        "{% if page . authors[0].nmae %}x{% endif %}",
        "nmae",
        "name",
    ),
    (
        "{% if page['authors'][ -1 ][\"nmae\"] == 'x' %}x{% endif %}",
        "nmae",
        "name",
    ),
    ("{% if pgae['title'] %}x{% endif %}", "pgae", "page"),
    ("{% if pgae %}x{% endif %}", "pgae", "page"),
    ("{% if pgae.title %}x{% endif %}", "pgae", "page"),
];

#[test]
fn a_misspelt_field_is_an_error_wherever_it_stands() {
    for (template, misspelt, meant) in MISSPELT {
        let (error, at) = render_error(template);
        assert_eq!(error.code.name, "template/undefined", "{template}");
        assert_eq!(&at, misspelt, "{template}");
        assert_eq!(
            error.english().help,
            [format!("did you mean `{meant}`?")],
            "{template}"
        );
    }
}

#[test]
fn what_need_not_be_there_is_none() {
    for template in [
        "{% if page.none %}x{% endif %}",
        "{% if page.none.long == 'x' %}x{% endif %}",
        "{% if page.extra.a %}x{% endif %}",
        "{% if page.extra['a'].b or page['extra'].c or page.extra.list[0].d %}x{% endif %}",
        "{% if page.authors[9].name or page['authors'][-9]['name'] or page.none[0].x %}x{% endif %}",
        "{% set e = page.extra %}{% if e.a or e.b.c %}x{% endif %}",
        "{% for k, v in page.extra %}{% if v.a %}x{% endif %}{% endfor %}",
        "{% set m = {'a': 1} %}{% if m.b %}x{% endif %}",
        // Other pages have these.
        "{% if items %}x{% endif %}",
        "{% if later_set %}x{% endif %}{% set later_set = 1 %}",
        "{% if page.tilte is defined %}x{% endif %}",
        "{% if page?.tilte %}x{% endif %}",
        "{{ page.tilte | default(value='') }}",
    ] {
        assert_eq!(rendered(template).trim(), "", "{template}");
    }
}

#[test]
fn a_field_of_what_is_no_map_says_what_there_is() {
    for (template, message, help) in [
        (
            "å {{ page.none.long }}",
            "`page.none` has no value here, and so has no field `long`",
            "check first: `{% if page.none %}…{% endif %}`",
        ),
        (
            "{{ page.title.long }}",
            "`page.title` is a text, and so has no field `long`",
            "write `page.title`",
        ),
        (
            "{% if page.authors.name %}{% endif %}",
            "`page.authors` is a list, and so has no field `name`",
            "loop over it: `{% for item in page.authors %}…{% endfor %}`, or take `page.authors | first`",
        ),
    ] {
        let (error, _) = render_error(template);
        assert_eq!(
            (
                error.english().message.as_str(),
                error.english().help[0].as_str()
            ),
            (message, help)
        );
    }
}

/// A template with a mistake in its tags: what is pointed at, the message, the help.
#[test]
fn a_tag_that_is_not_closed_is_pointed_at() {
    let long = "\n<p>text</p>\n".repeat(20);
    for (before, at, after, message, help) in [
        (
            "å ",
            "{% if page.title %}",
            "x{% for a in b %}{% endfor %}",
            "this `if` is never closed",
            "write `{% endif %}` where it ends",
        ),
        (
            "{% block x %}",
            "{%- if page.title -%}",
            "x{% else %}y{% endblock x %}",
            "this `if` is never closed",
            "write `{% endif %}` where it ends",
        ),
        (
            "",
            "{% for a in page.authors %}",
            "{% if a %}{% endif %}",
            "this `for` is never closed",
            "write `{% endfor %}` where it ends",
        ),
        (
            "{% if a %}",
            "{% for a in b %}",
            "{% endif %}",
            "this `for` is never closed",
            "write `{% endfor %}` where it ends",
        ),
        (
            "",
            "{% block x %}",
            "y",
            "this `block` is never closed",
            "write `{% endblock %}` where it ends",
        ),
        (
            "",
            "{% set x %}",
            "y",
            "this `set` is never closed",
            "write `{% endset %}` where it ends",
        ),
        (
            "",
            "{% filter upper %}",
            "y",
            "this `filter` is never closed",
            "write `{% endfilter %}` where it ends",
        ),
        (
            "",
            "{% raw %}",
            "{{ y }}",
            "this `raw` is never closed",
            "write `{% endraw %}` where it ends",
        ),
        (
            "{% if a %}x{% endif %}",
            "{% endif %}",
            "",
            "no `if` is open here",
            "remove it, or open the `if` before it",
        ),
        (
            "{% for a in b %}",
            "{% endif %}",
            "{% endfor %}",
            "no `if` is open here",
            "remove it, or open the `if` before it",
        ),
        (
            "",
            "{% else %}",
            "",
            "no `if` is open here",
            "remove it, or open the `if` before it",
        ),
        (
            "{% if a %}x{% ",
            "esle",
            " %}y{% endif %}",
            "there is no tag `esle`",
            "did you mean `else`?",
        ),
        (
            "{% if a %}x{% ",
            "endfi",
            " %}",
            "there is no tag `endfi`",
            "did you mean `endif`?",
        ),
        (
            "{% if a %}x",
            "{% else if b %}",
            "y{% endif %}",
            "`else if` is written as one word",
            "write `{% elif … %}`",
        ),
        (
            "x",
            "{#",
            " y",
            "this `{#` is never closed",
            "write `#}` where it ends",
        ),
    ] {
        let text = format!("{before}{at}{after}{long}");
        let site = [("templates/x.html", text.as_str())];
        let (_, diagnostics) = load_site(&site);
        assert_eq!(diagnostics.len(), 1, "{text}: {diagnostics:#?}");
        let found = &diagnostics[0];
        assert!(!found.help.is_empty(), "{text}: {found:?}");
        assert_eq!(found.code.name, "template/syntax");
        assert_eq!(self::at(found, &site), at, "{text}");
        assert_eq!(
            (
                found.english().message.as_str(),
                found.english().help[0].as_str()
            ),
            (message, help)
        );
    }
}

#[test]
fn every_call_is_checked_against_what_it_takes() {
    for (template, at, message, help) in [
        (
            "{{ page.date | date(fromat='%Y') }}",
            "fromat",
            "the filter `date` takes no `fromat`",
            "did you mean `format`?",
        ),
        (
            "{{ get_url(path='/', absolute=true) }}",
            "absolute",
            "the function `get_url` takes no `absolute`",
            "it takes `path`",
        ),
        (
            "{{ page.title | upper(x=1) }}",
            "x",
            "the filter `upper` takes no `x`",
            "it takes no arguments: remove this one",
        ),
        (
            "{% set a = asset(pth='style.css') %}",
            "pth",
            "the function `asset` takes no `pth`",
            "did you mean `path`?",
        ),
        (
            "{{ trans(key='by', authros='x') }}",
            "authros",
            "the function `trans` takes no `authros`",
            "did you mean `authors`?",
        ),
        (
            "{{ trans(kye='by') }}",
            "kye",
            "the function `trans` takes no `kye`",
            "did you mean `key`?",
        ),
        (
            "{{ trans(key='post_count', everything=1) }}",
            "everything",
            "the function `trans` takes no `everything`",
            "it takes `key`, `count`, `n`",
        ),
        (
            "{% for a in range(end=3, step=2) %}{% endfor %}",
            "step",
            "the function `range` takes no `step`",
            "it takes `end`, `start`, `step_by`",
        ),
        (
            "{{ page.title | truncate }}",
            "truncate",
            "the filter `truncate` needs `length`",
            "write `| truncate(length=…)`",
        ),
        (
            "{{ get_url() }}",
            "get_url",
            "the function `get_url` needs `path`",
            "write `get_url(path=…)`",
        ),
        (
            "{% if 4 is divisible_by(div=2) %}{% endif %}",
            "div",
            "the test `divisible_by` takes no `div`",
            "it takes `divisor`",
        ),
        (
            "{% if 4 is not odd(x=2) %}{% endif %}",
            "x",
            "the test `odd` takes no `x`",
            "it takes no arguments: remove this one",
        ),
        (
            "{% filter replace(frmo='a', to='b') %}a{% endfilter %}",
            "frmo",
            "the filter `replace` takes no `frmo`",
            "did you mean `from`?",
        ),
        (
            "{{ page.title | replace(from=range(end=1, sart=2) | join, to='') }}",
            "sart",
            "the function `range` takes no `sart`",
            "did you mean `start`?",
        ),
    ] {
        assert_problems(
            &[("templates/x.html", template)],
            &[("template/argument", "templates/x.html", at, message, help)],
        );
    }
    // Arguments of components, nested calls, and all that a text may be given.
    for template in [
        "{% component c(a) %}{{ a }}{% endcomponent c %}{{ trans(key='by', authors=<c a={1} />) }}",
        "{{ trans(key='post_count', count=3) }}{{ trans(key='post_count', n=3) }}",
        "{{ page.authors | join_names }}{{ page.date | date }}{{ page.date | date(format='%Y') }}",
    ] {
        rendered(template);
    }
}

#[test]
fn unknown_names_are_answered_by_the_list_of_those_there_are() {
    for (template, begins) in [
        ("{{ 1 | qqqqqqq }}", "there are `abs`, `capitalize`, `date`"),
        ("{{ qqqqqqq() }}", "there are `asset`, `get_url`, `range`"),
        (
            "{% if 1 is qqqqqqq %}{% endif %}",
            "there are `array`, `bool`",
        ),
        (
            "{% extends 'base.html' %}{% block qqqqqqq %}{% endblock %}",
            "there are `title`",
        ),
        ("{% qqqqqqq %}", "there are `if`, `for`"),
    ] {
        let (_, diagnostics) = load_site(&[("templates/x.html", template)]);
        assert_eq!(diagnostics.len(), 1, "{template}");
        assert!(
            diagnostics[0].english().help[0].starts_with(begins),
            "{:?}",
            diagnostics[0].help
        );
    }
}

/// The tables of the documentation are those of the program.
#[test]
fn the_documentation_lists_all_that_can_be_called() {
    let document = include_str!("../../../docs/themes.md");
    let section = |heading: &str| {
        let from = document
            .split_once(&format!("\n## {heading}\n"))
            .expect("a section")
            .1;
        from.split("\n## ").next().unwrap_or_default()
    };
    let names = |text: &'static str, table: &[signatures::Signature]| {
        let mut listed: Vec<&str> = text
            .split('`')
            .skip(1)
            .step_by(2)
            .map(|code| code.split(['(', ' ']).next().unwrap_or_default())
            .filter(|name| table.iter().any(|known| known.name == *name))
            .collect();
        listed.sort_unstable();
        listed.dedup();
        let mut known: Vec<&str> = table.iter().map(|known| known.name).collect();
        known.sort_unstable();
        assert_eq!(listed, known);
    };
    names(section("Functions"), signatures::FUNCTIONS);
    names(section("Filters"), signatures::FILTERS);
    names(section("Filters"), signatures::TESTS);
}

/// What a file in a wrong place was meant to be.
#[test]
fn a_file_of_a_theme_that_nothing_uses_is_reported() {
    let manifest = ("themes/mine/theme.yaml", "api: 1\n");
    for (path, right) in [
        ("themes/mine/strings/sv.yml", "themes/mine/strings/sv.yaml"),
        (
            "themes/mine/strings/sv_SE.yaml",
            "themes/mine/strings/sv-SE.yaml",
        ),
        (
            "themes/mine/strings/svenska.yaml",
            "themes/mine/strings/sv.yaml",
        ),
        (
            "themes/mine/strings/more/sv.yaml",
            "themes/mine/strings/sv.yaml",
        ),
        ("themes/mine/sv.yaml", "themes/mine/strings/sv.yaml"),
        (
            "themes/default/string/sv.yaml",
            "themes/default/strings/sv.yaml",
        ),
        ("themes/mine/theme.yml", "themes/mine/theme.yaml"),
        ("themes/mine/post.html", "themes/mine/templates/post.html"),
        (
            "themes/mine/template/post.html",
            "themes/mine/templates/post.html",
        ),
        (
            "themes/mine/bits/ref.html",
            "themes/mine/templates/bits/ref.html",
        ),
        ("themes/mine/asset/own.css", "themes/mine/assets/own.css"),
        ("themes/mine/own.css", "themes/mine/assets/own.css"),
        (
            "themes/mine/img/logo.png",
            "themes/mine/assets/img/logo.png",
        ),
        ("themes/style.css", "themes/mine/assets/style.css"),
        ("templates/posts.html", "templates/post.html"),
        (
            "themes/mine/templates/bsae.html",
            "themes/mine/templates/base.html",
        ),
        (
            "themes/default/templates/foter.html",
            "themes/default/templates/footer.html",
        ),
    ] {
        let (_, diagnostics) = load_all("mine", &[manifest, (path, "")], &files(BUILT_IN));
        let found: Vec<_> = diagnostics
            .iter()
            .map(|d| {
                (
                    d.code.name,
                    d.file.as_ref().map(SourcePath::as_str),
                    d.english().help,
                )
            })
            .collect();
        let help = vec![format!("did you mean `{right}`?")];
        assert_eq!(found, [("theme/unused-file", Some(path), help)]);
    }
    for used in [
        ("themes/mine/README.md", ""),
        ("themes/mine/LICENSE", ""),
        ("themes/mine/.git/config", ""),
        ("themes/mine/strings/sr-Latn.yaml", ""),
        ("themes/other/anything.txt", ""),
        ("templates/post.html", "{% include \"own/part.html\" %}"),
        (
            "templates/cards.html",
            "{% component card() %}{% endcomponent card %}",
        ),
    ] {
        let part = ("templates/own/part.html", "");
        let user = ("templates/footer.html", "{% include \"own/part.html\" %}");
        let (_, diagnostics) = load_all("mine", &[manifest, part, user, used], &files(BUILT_IN));
        assert_eq!(diagnostics, [], "{used:?}");
    }
}
