//! Tables: header cells, and a region that a keyboard can scroll.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::Alignment;

use super::escape;
use super::writer::Writer;
use crate::diagnostic::markdown;

/// The tables of a text.
#[derive(Debug, Default)]
pub(super) struct Tables {
    open: Option<OpenTable>,
    /// Labels so far, to keep them apart.
    labels: BTreeMap<String, u32>,
}

impl Tables {
    /// Whether one is being read.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Words of a cell.
    pub(super) fn hear(&mut self, text: &str) {
        if let Some(table) = &mut self.open
            && table.in_head
        {
            table.label.push_str(text);
        }
    }

    /// This label, with a number if there was one like it.
    fn apart(&mut self, label: String) -> String {
        let times = self.labels.entry(label.clone()).or_insert(0_u32);
        *times += 1;
        match *times {
            1 => label,
            number => format!("{label} ({number})"),
        }
    }
}

/// A table that is being read.
#[derive(Debug)]
struct OpenTable {
    alignments: Vec<Alignment>,
    cell: usize,
    in_head: bool,
    /// Where the wrapper's label belongs.
    label_at: usize,
    /// The words of the header's cells.
    label: String,
    cell_start: usize,
    has_rows: bool,
}

impl Writer<'_> {
    pub(super) fn start_table(&mut self, alignments: Vec<Alignment>) {
        self.out.push("<div class=\"table\"");
        self.out.own("tabindex", "0");
        let label_at = self.out.len();
        self.out.push(">\n<table>\n");
        self.tables.open = Some(OpenTable {
            alignments,
            cell: 0,
            in_head: false,
            label_at,
            label: String::new(),
            cell_start: 0,
            has_rows: false,
        });
    }

    pub(super) fn start_table_head(&mut self) {
        self.out.push("<thead>\n<tr>\n");
        if let Some(table) = &mut self.tables.open {
            table.in_head = true;
            table.cell = 0;
        }
    }

    /// The header's words name the region in which the table scrolls.
    pub(super) fn end_table_head(&mut self) {
        self.out.push("</tr>\n</thead>\n");
        let Some(table) = &mut self.tables.open else {
            return;
        };
        table.in_head = false;
        let label = table.label.trim().trim_matches(',').trim().to_owned();
        let at = table.label_at;
        if label.is_empty() {
            return;
        }
        let label = self.tables.apart(label);
        let mut attributes = String::from(" role=\"");
        let role = at + attributes.len();
        attributes.push_str("region\" aria-label=\"");
        let name = at + attributes.len();
        escape::attribute(&mut attributes, &label);
        attributes.push('"');
        self.out.insert(at, &attributes);
        self.out.guard_at(role);
        self.out.guard_at(name);
    }

    pub(super) fn start_table_row(&mut self, range: Range<usize>) {
        let Some(table) = &mut self.tables.open else {
            return;
        };
        if !std::mem::replace(&mut table.has_rows, true) {
            self.out.push("<tbody>\n");
        }
        table.cell = 0;
        let columns = table.alignments.len();
        self.out.push("<tr>\n");
        let cells = cells(&self.source[range.clone()]);
        if cells > columns {
            let line = self.source[range.clone()].trim_end().len();
            self.reports
                .at(&(range.start..range.start + line), |file, span| {
                    markdown::table_extra_cells(file, span, cells, columns)
                });
        }
    }

    pub(super) fn start_table_cell(&mut self) {
        self.begin_block();
        let Some(table) = &mut self.tables.open else {
            return;
        };
        table.cell_start = self.out.len();
        self.out.push(if table.in_head {
            "<th scope=\"col\""
        } else {
            "<td"
        });
        self.out.push(match table.alignments.get(table.cell) {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::None) | None => ">",
        });
    }

    pub(super) fn end_table_cell(&mut self) {
        self.close_spans();
        let Some(table) = &mut self.tables.open else {
            return;
        };
        table.cell += 1;
        if !table.in_head {
            return self.out.push("</td>\n");
        }
        if !table.label.is_empty() && !table.label.ends_with(", ") {
            table.label.push_str(", ");
        }
        if self.out.html.ends_with('>')
            && self.out.html[table.cell_start..].matches('<').count() == 1
        {
            // An empty cell heads nothing.
            self.out.truncate(table.cell_start);
            return self.out.push("<td></td>\n");
        }
        self.out.push("</th>\n");
    }

    pub(super) fn end_table(&mut self) {
        if self.tables.open.take().is_some_and(|table| table.has_rows) {
            self.out.push("</tbody>\n");
        }
        self.out.push("</table>\n</div>\n");
    }
}

/// How many cells a row was meant to have.
fn cells(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let mut count = 1;
    let mut escaped = false;
    let mut ends = false;
    for byte in row.bytes() {
        ends = byte == b'|' && !escaped;
        count += usize::from(ends);
        escaped = byte == b'\\' && !escaped;
    }
    count - usize::from(ends && count > 1)
}
