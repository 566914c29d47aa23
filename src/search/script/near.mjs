// "Did you mean": fetched when the blog does not have a word.

import { cut } from "./text.mjs";

// How many letters must be changed, left out, added or swapped with the next one.
const distance = (a, b) => {
  const rows = [[...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    const row = (rows[i] = [i]);
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(
        row[j - 1] + 1,
        rows[i - 1][j] + 1,
        rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]),
        i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] ? rows[i - 2][j - 2] + 1 : 99,
      );
    }
  }
  return rows[a.length][b.length];
};

// The nearest word of the blog's own for one that it does not have.
export const nearest = async (index, word) => {
  let best;
  let least = word.length < 5 ? 1.5 : 2.5;
  const all = await index.spelling();
  // Two of them in one?
  for (let at = 3; at < word.length - 3; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every(part => all.includes(part) || all.includes(part.replace(/s$/, ""))))
      return parts.join(" ");
  }
  for (const known of all) {
    if (Math.abs(known.length - word.length) > 2) continue;
    const far = distance(word, known) + (known[0] != word[0]) / 4;
    if (far < least) [best, least] = [known, far];
  }
  return best;
};

// A text with each word that is indexed as `word` replaced.
export const replaced = (text, word, near) => {
  text = text.normalize();
  let done = 0;
  const pieces = cut(text).map(([from, to, own]) => {
    const before = text.slice(done, from);
    done = to;
    return before + (own == word ? near : text.slice(from, to));
  });
  return pieces.join("") + text.slice(done);
};

// What is proposed for a query with a word that the blog does not have: the query with
// the nearest one in its place, and the address of its answer under the same filters.
export default async (index, word, query) => {
  const near = await nearest(index, word);
  if (!near) return;
  const state = new URLSearchParams(location.search);
  const text = replaced(query, word, near);
  state.set("q", text);
  return [text, `?${state}`];
};
