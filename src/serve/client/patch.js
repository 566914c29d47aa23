// Makes the page what its file says now, touching only what the edit changed.
//
// Three trees: `live` is what the browser shows, `old` is what the file said when it
// was made, `next` what the file says now. Only differences between `old` and `next`
// are carried over, so that what the reader or the page's own scripts did since then
// stays: open details, text in fields, playing media, focus, scrolling.

/** Style sheets that stay until the one that replaces them has loaded. */
const leaving = new WeakSet();

function patch(live, old, next) {
  if (old.isEqualNode(next)) return;
  if (live.nodeType !== Node.ELEMENT_NODE) {
    live.nodeValue = next.nodeValue;
    return;
  }
  if (isSheet(next) && sheetOf(old) !== sheetOf(next)) {
    replaceSheet(live, next);
    return;
  }
  patchAttributes(live, old, next);
  patchChildren(live, old, next);
}

function patchAttributes(live, old, next) {
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) live.setAttribute(name, value);
  }
  for (const { name } of old.attributes) {
    if (!next.hasAttribute(name)) live.removeAttribute(name);
  }
}

function patchChildren(live, old, next) {
  const present = [...live.childNodes].filter((node) => !leaving.has(node));
  const [olds, nexts] = [[...old.childNodes], [...next.childNodes]];
  const oldOf = counterparts(nexts, olds);
  const liveOf = counterparts(olds, present);
  const kept = new Set(oldOf.values());
  for (const gone of olds) if (!kept.has(gone)) liveOf.get(gone)?.remove();
  const was = new Map(present.map((node, at) => [node, at]));
  const nodes = nexts.map((child) => liveOf.get(oldOf.get(child)));
  const stay = staying(nodes.filter(Boolean).map((node) => was.get(node)));
  let last = null;
  nexts.forEach((child, at) => {
    const node = nodes[at] ?? document.importNode(child, true);
    if (!nodes[at] || !stay.has(was.get(node))) place(live, node, last);
    if (nodes[at]) patch(node, oldOf.get(child), child);
    last = node;
  });
}

function place(parent, node, last) {
  const before = last ? last.nextSibling : parent.firstChild;
  if (node.parentNode && parent.moveBefore) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}

function isSheet(node) {
  return node.nodeName === "LINK" && node.relList.contains("stylesheet");
}

function sheetOf(node) {
  return ["href", "integrity"].map((name) => node.getAttribute(name)).join(" ");
}

/** The old looks stay until the new ones are there, so that nothing flashes. */
function replaceSheet(live, next, address = next.getAttribute("href")) {
  const fresh = document.importNode(next, true);
  fresh.setAttribute("href", address);
  fresh.onload = fresh.onerror = () => live.remove();
  leaving.add(live);
  live.after(fresh);
}
