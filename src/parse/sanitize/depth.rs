//! How deep elements lie in each other once a browser has read them.
//!
//! Owns the rules by which elements end: by their own end, or by that of one around
//! them, or by the beginning of another; an end that closes nothing is nothing. Must
//! never know which elements are allowed.

/// Elements without content.
const VOID: &[&str] = &["br", "hr", "img", "input", "col", "wbr"];

/// Elements that go on in the next block unless they are closed themselves.
const FORMATTING: &[&str] = &["a", "b", "code", "em", "i", "s", "small", "strong", "u"];

/// Other elements within a line: their ends reach over no block.
const PHRASES: &[&str] = &[
    "abbr", "bdi", "bdo", "cite", "data", "del", "dfn", "ins", "kbd", "mark", "q", "rp", "rt",
    "ruby", "samp", "span", "sub", "sup", "time", "var",
];

/// The parts of a table; within its cells other ends reach nothing outside.
const TABLE: &[&str] = &[
    "table", "caption", "colgroup", "thead", "tbody", "tfoot", "tr", "td", "th",
];

/// The elements that are open. Browsers may open a few more for those that go on.
#[derive(Default)]
pub(super) struct Depth<'h> {
    /// Those that end with what they lie in, outermost first.
    open: Vec<&'h str>,
    /// Those that go on until they are closed.
    formatting: Vec<&'h str>,
}

impl<'h> Depth<'h> {
    /// How deep the next element would lie.
    pub(super) fn now(&self) -> usize {
        self.open.len() + self.formatting.len()
    }

    /// `<name …>`.
    pub(super) fn begin(&mut self, name: &'h str) {
        if FORMATTING.contains(&name) {
            // A link ends where the next one begins.
            if name != "a" || !self.formatting.contains(&"a") {
                self.formatting.push(name);
            }
        } else if !VOID.contains(&name) {
            let ended = ended_by(name);
            while self.open.last().is_some_and(|last| ended.contains(last)) {
                self.open.pop();
            }
            self.open.push(name);
        }
    }

    /// `</name>`.
    pub(super) fn end(&mut self, name: &str) {
        if FORMATTING.contains(&name) {
            if let Some(at) = self.formatting.iter().rposition(|open| *open == name) {
                self.formatting.remove(at);
            }
            return;
        }
        let phrase = PHRASES.contains(&name);
        let part = TABLE.contains(&name);
        let stops =
            |open: &str| (phrase && !PHRASES.contains(&open)) || (!part && TABLE.contains(&open));
        let from = self
            .open
            .iter()
            .rposition(|open| *open == name || stops(open));
        if let Some(at) = from.filter(|at| self.open[*at] == name) {
            self.open.truncate(at);
        }
    }
}

/// The elements that may go without an end where this one begins.
fn ended_by(name: &str) -> &'static [&'static str] {
    match name {
        "li" => &["p", "li"],
        "dt" | "dd" => &["p", "dt", "dd"],
        "td" | "th" => &["p", "td", "th", "caption", "colgroup"],
        "tr" => &["p", "td", "th", "tr", "caption", "colgroup"],
        "thead" | "tbody" | "tfoot" => &[
            "p", "td", "th", "tr", "thead", "tbody", "tfoot", "caption", "colgroup",
        ],
        "rt" | "rp" => &["rt", "rp"],
        _ if PHRASES.contains(&name) => &[],
        _ => &["p"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(html: &str) -> usize {
        let mut depth = Depth::default();
        for tag in html
            .split('<')
            .skip(1)
            .filter_map(|tag| tag.split('>').next())
        {
            match tag.strip_prefix('/') {
                Some(name) => depth.end(name),
                None => depth.begin(tag),
            }
        }
        depth.now()
    }

    #[test]
    fn ends_count_where_something_ends() {
        assert_eq!(of("<div><p>a</p></div>"), 0);
        assert_eq!(of("<div></u><div></u><div></span></section>"), 3);
        assert_eq!(of("<div><span></div>"), 0);
        assert_eq!(of("<p><b></p><p><b></p>"), 2);
        assert_eq!(of("<span><div></span>"), 2);
        assert_eq!(of("<div><table><tr><td></div>"), 4);
        assert_eq!(of("<div><table><tr><td><b></table></div>"), 1);
        assert_eq!(of("<p><b>a</b><br><img></p>"), 0);
    }

    #[test]
    fn elements_that_need_no_end_do_not_pile_up() {
        assert_eq!(of("<ul><li>a<li>b<li><p>c<p>d<li>e"), 2);
        assert_eq!(of("<table><tr><td>a<td>b<tr><th>c<tbody><tr><td>"), 4);
        assert_eq!(of("<dl><dt>a<dd>b<dt>c"), 2);
        assert_eq!(of("<p>a<p>b<div><p>c"), 2);
        assert_eq!(of("<a>a<a>b<a>"), 1);
    }
}
