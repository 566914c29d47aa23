// What stands in a post itself: fetched when its title and its beginning say too little.

import { mark, places } from "./query.mjs";
import { QUOTES, words } from "./text.mjs";

// The text of a page. The browser makes the document: nothing here turns text into HTML,
// which a policy of trusted types forbids.
const text = url =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.onerror = failed;
    request.onload = () => {
      const { status, response } = request;
      if (status != 200 || !response) return failed(status);
      const text = response.querySelector(".text") || response.body;
      // The marks of footnotes part no words.
      for (const element of text.querySelectorAll("sup,br")) element.replaceWith(" ");
      done(text.textContent.replace(/\s+/g, " "));
    };
    request.send();
  });

const texts = {};
// Each page is read once; one that could not be read is tried again.
const read = url =>
  (texts[url] ??= text(url).catch(problem => {
    delete texts[url];
    throw problem;
  }));

// About `size` characters of a text around the place with the most hits, in pieces as
// `mark` gives them; nothing where there is none.
export const around = (text, hits, stem, size) => {
  const found = places(text, hits, stem);
  let best;
  let most = 0;
  let next = 0;
  found.forEach(([at], first) => {
    while (found[next]?.[0] < at + size * 0.7) next++;
    if (next - first > most) [best, most] = [at, next - first];
  });
  if (!most) return;
  const start = text.lastIndexOf(" ", Math.max(0, best - size / 4)) + 1;
  let end = text.indexOf(" ", start + size);
  if (end < 0) end = text.length;
  const within = found.filter(([from, to]) => from >= start && to <= end);
  return [
    [start ? "… " : ""],
    ...mark(text.slice(0, end), within, start),
    [end < text.length ? " …" : ""],
  ];
};

const line = text => ` ${words(text).join(" ")} `;
// The phrases of a query: what is between quotation marks of any kind.
export const phrases = query =>
  query.split(QUOTES).filter((text, at, { length }) => at % 2 && at + 1 < length && words(text)[0]).map(line);

// Which of the first thirty documents hold every phrase of a query, word by word as it was
// typed; nothing if there is no phrase.
export const whole = async (index, docs, query, text = read) => {
  const all = phrases(query);
  if (!all[0]) return;
  const holds = text => all.every(phrase => line(text).includes(phrase));
  const some = docs.slice(0, 30);
  let problem;
  const found = await Promise.all(
    some.map(async doc => {
      const [url, title, lead, , ...named] = await index.doc(doc);
      const names = index.names.flatMap((all, kind) => named[kind].map(at => all[at][0]));
      const head = [title, lead, ...names].join("\n");
      if (holds(head)) return true;
      try {
        return holds(head + "\n" + (await text(url)));
      } catch (missing) {
        // One page that can't be read hides itself and no other.
        problem = missing;
      }
    }),
  );
  const left = some.filter((_, at) => found[at]);
  if (problem && !left.length) throw problem;
  return left;
};

export default {
  whole,
  look: async (url, hits, stem) => around(await read(url), hits, stem, 160),
};
