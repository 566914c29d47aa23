// From a query to documents, best first.

import { key, plain, single, words, WORD } from "./text.mjs";

// What a reader typed: words, and phrases as lists of words. The last word is still
// being typed unless something follows it.
export const parse = text => {
  const phrases = text
    .split(/["“-‟«»]/)
    .map(words)
    .filter((phrase, at, { length }) => phrase[0] && at % 2 && at + 1 < length);
  return { all: words(text), phrases, open: /[\p{L}\p{N}]$/u.test(text) };
};

// The documents that answer to a word, with scores from 0 to 1, and the stems that did.
const matches = async (index, stem, word, open) => {
  const stems = stem(word);
  const found = new Map();
  const hits = new Set();
  const file = text => index.keys.filter(from => from <= key(text)).length - 1;
  const files = new Set((open ? [...stems, word] : stems).map(file));
  // Words that begin so may go on in the next file.
  const next = Math.max(...files) + 1;
  if (open && files.size < 2 && index.keys[next]?.startsWith(key(word))) files.add(next);
  const terms = (await Promise.all([...files].map(index.words))).flat();
  let sure;
  const add = weigh => {
    for (const [term, docs] of terms) {
      const weight = weigh(term);
      if (weight) {
        sure ||= weight > 0.4;
        hits.add(term);
        for (const [doc, score] of docs)
          found.set(doc, Math.max(found.get(doc) || 0, (weight * score) / 15));
      }
    }
  };
  const begins = (term, word) => word[2] && term.startsWith(word);
  // Endings that a stemmer leaves: barn-et, SKR-s.
  const near = (a, b) =>
    b[1] && a.startsWith(b) && (b[3] ? /^[aenrst]{1,2}$/ : /^s$/).test(a.slice(b.length));
  add(term =>
    stems.includes(term)
      ? 1
      : stems.some(own => near(own, term) || near(term, own))
        ? 0.5
        : open && begins(term, word)
          ? 0.3
          : 0,
  );
  // Only where nothing is written so: without dots and accents, with single letters.
  // What was typed with a mark is not meant without it, or with another.
  const fold = /[^\0-\x7F]/.test(word) ? single : key;
  if (!sure && !/\d/.test(word))
    add(term =>
      stems.some(own => fold(own) == fold(term))
        ? 0.8
        : begins(fold(term), fold(word)) && (open || !found.size)
          ? 0.3
          : 0,
    );
  return { word, found, hits };
};

// All documents for a query: `{docs, all, hits, missing}`. `all` says whether they
// hold every word; if none does, they are those that hold the most.
export const search = async (index, stem, { all, open }) => {
  const stops = index.stop_words.split(" ");
  const asked = all.filter(word => !stops.includes(word));
  const list = [...new Set(asked)];
  const last = all[all.length - 1];
  const answers = await Promise.all(list.map(word => matches(index, stem, word, open && word == last)));
  const scores = new Map();
  for (const { found } of answers) {
    const rare = Math.log(1 + (index.docs - found.size + 0.5) / (found.size + 0.5));
    for (const [doc, score] of found) {
      const [count, sum] = scores.get(doc) || [0, 0];
      scores.set(doc, [count + 1, sum + rare * (1 + score)]);
    }
  }
  let ranked = [...scores];
  const whole = ranked.filter(([, [count]]) => count == list.length);
  if (whole.length) ranked = whole;
  const rank = ([, [count, sum]]) => count * 1e6 + Math.round(sum * 500);
  ranked.sort((a, b) => rank(b) - rank(a) || b[0] - a[0]);
  return {
    docs: ranked.map(([doc]) => doc),
    all: whole.length,
    hits: [...new Set(answers.flatMap(({ hits }) => [...hits]))],
    missing: answers.filter(({ found }) => !found.size).map(({ word }) => word),
  };
};

// Whether a document's text holds every phrase, word by word as it was typed.
export const holds = (text, phrases) => {
  const all = ` ${words(text).join(" ")} `;
  return phrases.every(phrase => all.includes(` ${phrase.join(" ")} `));
};

// Where the hits in a text begin and end.
export const places = (text, hits, stem) => {
  const found = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const own = [plain(word), ...stem(plain(word))];
    if (
      hits.some(term =>
        own.some(word => word == term || (term[3] && (word.startsWith(term) || word.endsWith(term)))),
      )
    )
      found.push([index, index + word.length]);
  }
  return found;
};

// A text in pieces, `[piece, is a hit]`, or what stands in it from one place to another.
export const mark = (text, places, [start, end] = [0, text.length]) => {
  const pieces = [[start ? "… " : ""]];
  for (const [from, to] of places)
    if (from >= start && to <= end) {
      pieces.push([text.slice(start, from)], [text.slice(from, to), 1]);
      start = to;
    }
  pieces.push([text.slice(start, end) + (end < text.length ? " …" : "")]);
  return pieces;
};
