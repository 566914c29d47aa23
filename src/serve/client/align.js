// Which children of one version of an element are which of another.
//
// What is the same in the same order comes first, as in a comparison of two texts, so
// that a paragraph put in above a hundred others moves none of them.

/** Comparing more pairs than this would be felt; then only what is alike at both ends is found. */
const MOST_PAIRS = 4_000_000;

/** For each of `news` that has one, its counterpart among `olds`. */
function counterparts(news, olds) {
  const pairs = new Map();
  const free = new Set(olds);
  const join = (node, old) => {
    pairs.set(node, old);
    free.delete(old);
  };
  for (const [at, was] of commonOrder(news.map(content), olds.map(content))) join(news[at], olds[was]);
  // What moved, and what is the same although something in it changed.
  for (const likeness of [identity, content]) pairLike(likeness, news, olds, pairs, free, join);
  pairBetween(news, olds, pairs, free, join);
  return pairs;
}

/** Pairs nodes with the same likeness in their order, wherever they stand. */
function pairLike(likeness, news, olds, pairs, free, join) {
  const found = new Map();
  for (const old of olds) {
    const key = free.has(old) ? likeness(old) : null;
    if (key === null) continue;
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(old);
  }
  for (const queue of found.values()) queue.reverse();
  for (const node of news) {
    const match = pairs.has(node) ? null : found.get(likeness(node))?.pop();
    if (match) join(node, match);
  }
}

/** Pairs nodes of one kind that stand between the same two neighbours. */
function pairBetween(news, olds, pairs, free, join) {
  const place = new Map(olds.map((old, at) => [old, at]));
  let from = 0;
  for (const node of news) {
    const known = pairs.get(node);
    if (known) {
      from = Math.max(from, place.get(known) + 1);
      continue;
    }
    for (let at = from; at < olds.length && free.has(olds[at]); at++) {
      if (!kind(node) || kind(olds[at]) !== kind(node)) continue;
      join(node, olds[at]);
      from = at + 1;
      break;
    }
  }
}

/** The longest list of pairs of places at which two lists have the same, in order in both. */
function commonOrder(news, olds) {
  const pairs = [];
  let start = 0;
  while (start < news.length && start < olds.length && news[start] === olds[start]) pairs.push([start, start++]);
  let [end, oldEnd] = [news.length, olds.length];
  const tail = [];
  while (end > start && oldEnd > start && news[end - 1] === olds[oldEnd - 1]) tail.push([--end, --oldEnd]);
  const [rows, columns] = [end - start, oldEnd - start];
  if (rows * columns <= MOST_PAIRS) pairs.push(...longest(news, olds, start, rows, columns));
  return pairs.concat(tail);
}

/** The same by a table of lengths, for the middle of the lists. */
function longest(news, olds, start, rows, columns) {
  const wide = columns + 1;
  const lengths = new Uint32Array((rows + 1) * wide);
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const at = row * wide + column;
      const same = news[start + row] === olds[start + column];
      lengths[at] = same ? lengths[at + wide + 1] + 1 : Math.max(lengths[at + wide], lengths[at + 1]);
    }
  }
  const pairs = [];
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    const at = row * wide + column;
    if (news[start + row] === olds[start + column]) pairs.push([start + row++, start + column++]);
    else if (lengths[at + wide] >= lengths[at + 1]) row++;
    else column++;
  }
  return pairs;
}

/** The members of a list of different numbers that can stay where they are while the others move: its longest rising part. */
function staying(numbers) {
  const last = [];
  const before = numbers.map(() => -1);
  numbers.forEach((number, at) => {
    let [low, high] = [0, last.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[last[middle]] < number) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? last[low - 1] : -1;
    last[low] = at;
  });
  const stay = new Set();
  for (let at = last.at(-1) ?? -1; at >= 0; at = before[at]) stay.add(numbers[at]);
  return stay;
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
