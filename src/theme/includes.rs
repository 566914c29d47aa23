//! How templates include each other and use components.
//!
//! Owns that no include leads back to itself, not even through a component: the
//! engine would follow it until the stack is gone. A component may use itself (a
//! tree of headings does): the engine counts those. Must never know `extends`.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::structure::Structure;
use crate::diagnostic::template::{self as diagnose, Nested};
use crate::diagnostic::{Diagnostic, Span};

/// How many templates may include each other in a row.
const MAX_INCLUDES: usize = 8;

/// Circles and long chains of includes.
pub(super) fn check(structure: &Structure<'_>) -> Vec<Diagnostic> {
    let graph = Graph::new(structure);
    let mut diagnostics = graph.circles();
    if diagnostics.is_empty() {
        diagnostics = graph.long_chains();
    }
    diagnostics
}

/// Templates, then components, and what each uses.
struct Graph<'s> {
    structure: &'s Structure<'s>,
    /// The template in which a node is written, and its name.
    nodes: Vec<(usize, &'s str)>,
    /// What each node uses.
    uses: Vec<Vec<Use>>,
}

/// An edge.
#[derive(Clone, Copy)]
struct Use {
    to: usize,
    span: Span,
    is_include: bool,
}

impl<'s> Graph<'s> {
    fn new(structure: &'s Structure<'s>) -> Self {
        let mut nodes: Vec<(usize, &str)> = Vec::new();
        let mut components: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, read) in structure.iter().enumerate() {
            nodes.push((index, &read.template.name));
        }
        for (index, read) in structure.iter().enumerate() {
            for name in &read.outline.components {
                components.entry(name).or_default().push(nodes.len());
                nodes.push((index, name));
            }
        }
        let mut uses = vec![Vec::new(); nodes.len()];
        for (index, read) in structure.iter().enumerate() {
            let outline = read.outline;
            let node_of = |inside: Option<&str>| {
                let own = inside.and_then(|name| {
                    let candidates = components.get(name)?;
                    candidates
                        .iter()
                        .copied()
                        .find(|node| nodes[*node].0 == index)
                });
                own.unwrap_or(index)
            };
            for include in &outline.includes {
                if let Some(to) = structure.resolve(&include.name.value) {
                    uses[node_of(include.inside.as_deref())].push(Use {
                        to,
                        span: include.name.span,
                        is_include: true,
                    });
                }
            }
            for call in &outline.calls {
                // Which of several definitions is used depends on the layers; any may be.
                for to in components
                    .get(call.name.value.as_str())
                    .into_iter()
                    .flatten()
                {
                    uses[node_of(call.inside.as_deref())].push(Use {
                        to: *to,
                        span: call.name.span,
                        is_include: false,
                    });
                }
            }
        }
        Self {
            structure,
            nodes,
            uses,
        }
    }

    /// The includes, each with the node in which it stands.
    fn includes(&self) -> impl Iterator<Item = (usize, Use)> {
        self.uses
            .iter()
            .enumerate()
            .flat_map(|(from, uses)| uses.iter().map(move |to| (from, *to)))
            .filter(|(_, to)| to.is_include)
    }

    /// Each circle once, at the first of its includes.
    fn circles(&self) -> Vec<Diagnostic> {
        let mut seen: BTreeSet<BTreeSet<usize>> = BTreeSet::new();
        let mut diagnostics = Vec::new();
        for (from, include) in self.includes() {
            let Some(path) = self.path(include.to, from) else {
                continue;
            };
            if seen.insert(path.iter().copied().collect()) {
                let chain: Vec<&str> = [from]
                    .iter()
                    .chain(&path)
                    .map(|node| self.nodes[*node].1)
                    .collect();
                let file = self.structure.path(self.nodes[from].0);
                diagnostics.push(diagnose::includes_circle(file, include.span, &chain));
            }
        }
        diagnostics
    }

    /// The shortest way from one node to another, both included.
    fn path(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let mut came_from: BTreeMap<usize, usize> = BTreeMap::new();
        let mut queue = VecDeque::from([from]);
        while let Some(node) = queue.pop_front() {
            if node == to {
                let mut path = vec![to];
                let mut at = to;
                while at != from {
                    at = came_from[&at];
                    path.push(at);
                }
                path.reverse();
                return Some(path);
            }
            for next in &self.uses[node] {
                if next.to != from && !came_from.contains_key(&next.to) {
                    came_from.insert(next.to, node);
                    queue.push_back(next.to);
                }
            }
        }
        None
    }

    /// Templates from which too many includes follow each other, the outermost only.
    fn long_chains(&self) -> Vec<Diagnostic> {
        let mut deep = vec![true; self.nodes.len()];
        for _ in 0..MAX_INCLUDES {
            deep = self.one_deeper(&deep);
        }
        let included: BTreeSet<usize> = self.includes().map(|(_, include)| include.to).collect();
        self.includes()
            .filter(|(from, include)| deep[include.to] && !included.contains(from))
            .map(|(from, include)| {
                let file = self.structure.path(self.nodes[from].0);
                diagnose::too_deep(file, include.span, Nested::Include, MAX_INCLUDES)
            })
            .collect()
    }

    /// The nodes from which an include leads to one of those given, perhaps
    /// through components.
    fn one_deeper(&self, deep: &[bool]) -> Vec<bool> {
        let mut next = vec![false; deep.len()];
        for (from, include) in self.includes() {
            next[from] |= deep[include.to];
        }
        loop {
            let before = next.clone();
            for (from, uses) in self.uses.iter().enumerate() {
                next[from] |= uses.iter().any(|to| !to.is_include && before[to.to]);
            }
            if next == before {
                return next;
            }
        }
    }
}
