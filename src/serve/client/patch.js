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
  const olds = [...old.childNodes];
  const oldFor = pair(olds, [...next.childNodes]);
  const liveFor = pair(present, olds);
  const kept = new Set(oldFor.values());
  for (const gone of olds) if (!kept.has(gone)) liveFor.get(gone)?.remove();
  let last = null;
  for (const child of next.childNodes) {
    const was = oldFor.get(child);
    let node = was && liveFor.get(was);
    if (!node) {
      node = document.importNode(child, true);
      place(live, node, last);
    } else {
      if (last && !follows(node, last)) place(live, node, last);
      patch(node, was, child);
    }
    last = node;
  }
}

function follows(node, other) {
  return other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
}

function place(parent, node, last) {
  const before = last ? last.nextSibling : parent.firstChild;
  if (node.parentNode && parent.moveBefore) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
}

/** For each of `news` that has one, its counterpart among `olds`. */
function pair(olds, news) {
  const pairs = new Map();
  const free = new Set(olds);
  for (const likeness of [identity, content, kind]) {
    const found = new Map();
    for (const node of free) {
      const key = likeness(node);
      if (key !== null) found.set(key, [...(found.get(key) ?? []), node]);
    }
    for (const node of news) {
      if (pairs.has(node)) continue;
      const match = found.get(likeness(node))?.shift();
      if (!match) continue;
      pairs.set(node, match);
      free.delete(match);
    }
  }
  return pairs;
}

/** What makes an element the same whatever is in it; null if nothing does. */
function identity(node) {
  const id = node.getAttribute?.("id");
  if (id) return `#${id}`;
  switch (node.nodeName) {
    case "HEAD":
    case "BODY":
    case "TITLE":
      return node.nodeName;
    case "META":
      return `meta ${["name", "property", "http-equiv", "charset", "media"].map((name) => node.getAttribute(name))}`;
    case "LINK":
      return `link ${["rel", "type", "hreflang", "sizes", "media"].map((name) => node.getAttribute(name))} ${plain(node.getAttribute("href"))}`;
    default:
      return null;
  }
}

function content(node) {
  return `${node.nodeType} ${node.outerHTML ?? node.nodeValue}`;
}

function kind(node) {
  return node.getAttribute?.("id") ? null : node.nodeName;
}

/** An address without the fingerprint that changes with each edit of the file. */
function plain(address) {
  return address?.replace(/\.[0-9a-f]{8,}(?=\.[^./]+$)/, "").replace(/[?#].*/, "");
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
