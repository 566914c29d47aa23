// From a query to documents, best first. `stem` gives the stems of a word in each language
// of the blog in which it is no small word.

import { QUOTES, cut, key, single, words } from "./text.mjs";

// What a reader typed. The last word is still being typed unless something follows it.
export const parse = text => ({
  all: words(text),
  quoted: QUOTES.test(text),
  open: /[\p{L}\p{N}]$/u.test(text),
});

// What stems words, by a stemmer for each language of the index. Small words of a language
// are not in its posts' files.
export const stemBy = (index, stemmers) => word => [
  ...new Set(
    stemmers.flatMap((stem, at) => (index.stop_words[at].includes(` ${word} `) ? [] : stem(word))),
  ),
];

// Endings that a stemmer leaves: barn-et, SKR-s.
const LETTERS = [..."aenrst"];
const ENDINGS = LETTERS.flatMap(first => ["", ...LETTERS].map(second => first + second));
const isLeft = (stem, ending) => stem[3] || (stem[1] && ending == "s");

// The stems that answer to a word, by the name of the rule.
const itself = (index, word, stems) => stems;
const nearly = (index, word, stems) =>
  stems.flatMap(stem =>
    ENDINGS.flatMap(ending =>
      [stem, stem.slice(0, -ending.length)].flatMap((short, shorter) =>
        isLeft(short, ending) && (!shorter || short + ending == stem) ? [short, short + ending] : [],
      ),
    ),
  );
// The ending of a word that is being typed may have begun: rätt-igh.
const begun = (index, word, stems, open) =>
  Object.entries(open ? index.endings : {}).flatMap(([end, endings]) =>
    [...word].flatMap((_, at) =>
      endings.includes(" " + word.slice(at)) ? [word.slice(0, at) + end] : [],
    ),
  );
// The least first: a stem counts for the most that a rule gives it.
const RULES = [
  [0.3, begun],
  [0.5, nearly],
  [1, itself],
];

// The documents that answer to a word, with scores from 0 to 1, and the stems that did.
// `open`: the word may go on. A small one is itself or nothing.
const matches = async (index, stem, word, open, small) => {
  open &&= word[2];
  const stems = stem(word);
  const answering = new Map(
    RULES.slice(small && !open ? -1 : 0).flatMap(([weight, rule]) => rule(index, word, stems, open).map(stem => [stem, weight])),
  );
  const found = new Map();
  const hits = new Set();
  let sure;
  const add = async (stems, begins, weigh) => {
    for (const [term, docs] of await index.stems(stems.map(key), begins && key(word))) {
      const weight = weigh(term);
      if (weight) {
        sure ||= weight > 0.4;
        hits.add(term);
        for (const [doc, score] of docs)
          found.set(doc, Math.max(found.get(doc) || 0, (weight * score) / 15));
      }
    }
  };
  await add([...answering.keys()], open, term =>
    answering.get(term) || (open && term.startsWith(word) && 0.3),
  );
  // Only where nothing is written so: without dots and accents, with single letters.
  // What was typed with a mark is not meant without it, or with another.
  const fold = /[^\0-\x7F]/.test(word) ? single : key;
  const folded = new Map(
    [...answering].sort((a, b) => a[1] - b[1]).map(([own, weight]) => [fold(own), weight * 0.8]),
  );
  const begins = open || (!found.size && word[2]);
  if (!sure && !small && !/\d/.test(word))
    await add([...folded.keys()], begins, term =>
      folded.get(fold(term)) || (begins && fold(term).startsWith(fold(word)) && 0.3),
    );
  return { word, found, hits };
};

// All documents for a query: `{docs, all, hits, missing, small}`. `all` says whether they
// hold every word; if none does, they are those that hold the most. A word that is small
// in some language of the blog need not be there; `small` are such words alone.
export const search = async (index, stem, all, open) => {
  const isSmall = word => index.stop_words.some(words => words.includes(` ${word} `));
  const last = open && all[all.length - 1];
  const list = [...new Set(all)].filter(word => word == last || stem(word)[0]);
  const answers = await Promise.all(
    list.map(word => matches(index, stem, word, word == last, isSmall(word))),
  );
  let needed = answers.filter(({ word }) => !isSmall(word));
  if (!needed[0]) needed = answers.filter(({ found }) => found.size);
  const scores = new Map();
  for (const answer of answers) {
    const { size } = answer.found;
    const rare = Math.log(1 + (index.docs - size + 0.5) / (size + 0.5));
    for (const [doc, score] of answer.found) {
      const [count, sum] = scores.get(doc) || [0, 0];
      scores.set(doc, [count + needed.includes(answer), sum + rare * (1 + score)]);
    }
  }
  let ranked = [...scores].filter(([, [count]]) => count);
  const whole = ranked.filter(([, [count]]) => count == needed.length);
  if (whole.length) ranked = whole;
  const rank = ([, [count, sum]]) => count * 1e6 + Math.round(sum * 500);
  ranked.sort((a, b) => rank(b) - rank(a) || b[0] - a[0]);
  return {
    docs: ranked.map(([doc]) => doc),
    all: whole.length,
    hits: [...new Set(answers.flatMap(({ hits }) => [...hits]))],
    missing: needed.filter(({ found }) => !found.size).map(({ word }) => word),
    small: needed[0] ? [] : all.filter(isSmall),
  };
};

// Where the hits in a text begin and end.
export const places = (text, hits, stem) =>
  cut(text).filter(([, , word]) =>
    [word, ...stem(word)].some(own =>
      hits.some(
        term => own == term || (term[3] && (own.startsWith(term) || own.endsWith(term))),
      ),
    ),
  );

// A text in pieces, `[piece, is a hit]`.
export const mark = (text, places, done = 0) => [
  ...places.flatMap(([from, to]) => {
    const before = text.slice(done, from);
    done = to;
    return [[before], [text.slice(from, to), 1]];
  }),
  [text.slice(done)],
];
