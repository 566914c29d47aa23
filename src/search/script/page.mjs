// The search page: what a reader types and chooses, and what they see of it.
//
// Everything that is said stands in the page, in templates/search.html.

import { open } from "./files.mjs";
import { holds, mark, parse, places, search } from "./query.mjs";
import sv from "./stem-sv.mjs";

// A theme may leave a part out: an element that nobody sees stands in.
const find = name =>
  document.querySelector(`[data-search=${name}]`) || new Image();
const form = find("form");
const results = find("results");
const more = find("more");
const hint = find("hint");
const filters = find("filters");
const reset = find("reset");
const status = find("status");
const field = form.elements.q;
const names = ["network", "author", "tag", "year"];
const kinds = names.map(name => form.elements[name]);
const { index: base, ...say } = form.dataset;
const A_PAGE = 10;

const get = async (url, cache) => {
  const answer = await fetch(url, { cache });
  if (!answer.ok) throw answer.status;
  return answer;
};

let index;
let stem;
// Begun once, and anew when the blog may be another: when somebody comes back to the page.
let ready;
addEventListener("focus", () => {
  ready = 0;
});
const start = async fresh => {
  const opened = await open(
    async (name, cache) => new Uint8Array(await (await get(base + name, cache)).arrayBuffer()),
    fresh,
  );
  const stemmers = await Promise.all(
    opened.languages.map(code =>
      // A language that has a stemmer is indexed by it: without it, words would be missed.
      code == "sv" ? sv : say[code] ? load(say[code]) : word => word,
    ),
  );
  // All at once, so that no answer sees a half of it.
  index = opened;
  choices = null;
  stem = word => [...new Set(stemmers.map(stem => stem(word)))];
};

// What the filters let through and offer (filter.mjs), once they are needed.
let choices;
const name = (kind, at) => index.names[kind][at][0];
// Some browsers remember an import that failed: it is tried again under another address.
let again = "";
const load = async url => (await import(url + again)).default;
const text = async url => (await load(say.passage)).read(url);

const fill = (element, pieces) =>
  element.replaceChildren(
    ...pieces.map(([text, hit]) =>
      hit ? Object.assign(document.createElement("mark"), { textContent: text }) : text,
    ),
  );

// Looks for the words in the post itself once a result without them comes into view.
const watch = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries)
    if (isIntersecting) {
      watch.unobserve(target);
      // Without an answer the beginning stays.
      target.look().catch(() => {});
    }
});

const show = (doc, hits) => {
  const [url, title, lead, date, networks, authors, lang, dir] = doc;
  const item = find("result").content.cloneNode(true);
  const part = name => item.querySelector(`[data-part=${name}]`);
  const link = part("title");
  const excerpt = part("excerpt");
  link.href = url;
  const [inTitle, inLead] = [title, lead].map(text => places(text, hits, stem));
  fill(link, mark(title, inTitle));
  fill(excerpt, mark(lead, inLead));
  part("date").textContent = date;
  [networks, authors].map((list, kind) => {
    part(names[kind]).textContent = list.map(at => name(kind, at)).join(", ");
  });
  if (lang)
    for (const element of [link, excerpt]) {
      element.lang = lang;
      element.dir = dir;
    }
  if (hits.length && !inLead[0]) {
    excerpt.look = async () => {
      const whole = await text(url);
      const found = places(whole, hits, stem);
      const part = (await load(say.passage)).around(whole, found, 160);
      if (part) fill(excerpt, mark(whole, found, part));
    };
    watch.observe(excerpt);
  }
  return item;
};

// "12 results", by an example of the same plural.
const { lang } = document.documentElement;
const count = n => {
  const rule = new Intl.PluralRules(lang);
  const like = [1, 2, 5].find(like => rule.select(like) == rule.select(n));
  return say[like || 2].replace("{n}", n.toLocaleString(lang));
};

const focus = (at, preventScroll) =>
  results.children[at]?.querySelector("a").focus({ preventScroll });

let turn = 0;
// What is read aloud waits until nothing more is typed.
let told;
const tell = (text, near) => {
  clearTimeout(told);
  status.textContent = "";
  hint.hidden = 1;
  told = setTimeout(
    () => {
      status.textContent = text;
      hint.hidden = !near;
    },
    typing ? 700 : 0,
  );
};
// Whether the filters count.
let narrow;
// Whether the last word may go on.
let typing;
let size;
// Answers the form as it is now; an answer that comes after the next one is dropped.
const answer = async fresh => {
  const own = ++turn;
  const query = field.value.trim();
  const { all, phrases, open } = parse(field.value);
  const chosen = kinds.some(select => select.value);
  reset.hidden = !chosen;
  const narrowed = (narrow = filters.open || chosen);
  try {
    await (ready ||= start(fresh));
    if (narrowed) choices ||= load(say.filter).then(make => make(index, kinds));
    const limits = await choices;
    const filter = limits ? limits.filter : docs => docs;
    const found = await search(index, stem, { all, open: open && typing });
    // No words and a choice: all posts.
    if (narrowed && !query) {
      found.docs = limits.posts;
      found.all = 1;
    }
    if (phrases.length && found.all) {
      const some = filter(found.docs).slice(0, 30);
      const whole = await Promise.all(
        some.map(async doc => {
          const [url, title, lead, , networks, authors] = await index.doc(doc);
          const names = [networks, authors].flatMap((list, kind) => list.map(at => name(kind, at)));
          const head = [title, lead, ...names].join("\n");
          return holds(head, phrases) || holds(head + (await text(url)), phrases);
        }),
      );
      found.docs = some.filter((_, at) => whole[at]);
    }
    const docs = filter(found.docs);
    const shown = await Promise.all(docs.slice(0, size).map(doc => index.doc(doc)));
    const [missing] = found.missing;
    // Results don't need it.
    const near =
      missing &&
      (await load(say.near)
        .then(near => near(index, missing, query))
        .catch(() => {
          ready = 0;
          again += "?";
        }));
    if (own != turn) return;
    limits?.offer(found.docs);
    results.replaceChildren(...shown.map(doc => show(doc, found.hits)));
    more.hidden = docs.length <= size;
    if (near) {
      const link = hint.querySelector("a");
      [link.textContent, link.href] = near;
    }
    tell(
      docs.length
        ? count(docs.length) + (found.all ? "" : `. ${say.some}`)
        : found.docs[0]
          ? say.chosen
          : // Of a single letter nothing is said yet.
            query && (all[0] || !typing) ? say.none.replace("{query}", () => query) : "",
      near,
    );
  } catch (problem) {
    if (own != turn) return;
    // Begin anew next time: what failed once may not fail again.
    ready = 0;
    again += "?";
    if (!fresh) return answer(1);
    results.replaceChildren();
    more.hidden = 1;
    tell(say.error);
    throw problem;
  }
};

const keep = (state, url) => history.replaceState(state, "", url);
const ask = () => {
  size = A_PAGE;
  left = -1;
  const state = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  keep(0, `?${state}`);
  return answer();
};

const given = new URLSearchParams(location.search);
field.value = given.get("q");
kinds.forEach((select, kind) => {
  const value = given.get(names[kind]);
  if (value) {
    select.add(new Option(value, value, 0, 1));
    filters.open = 1;
  }
});
if (location.hash == "#" + filters.id) filters.open = 1;
form.hidden = 0;
find("without").hidden = 1;
// As it was when the reader went on from here: how long the list was, where they were,
// and by which result they went. Told once: who reloads begins anew.
let place;
let left;
[size, place, left] = history.state || [A_PAGE];
keep(0);
answer().then(() => {
  if (left >= 0) {
    scrollTo({ top: place, behavior: "instant" });
    focus(left, 1);
  }
});
results.onclick = ({ target }) =>
  keep([size, scrollY, [...results.children].indexOf(target.closest("li"))]);

let timer;
form.addEventListener("input", ({ target }) => {
  clearTimeout(timer);
  typing = target == field;
  timer = setTimeout(ask, 150);
});
form.addEventListener("submit", event => {
  event.preventDefault();
  typing = 0;
  clearTimeout(timer);
  ask();
});
filters.addEventListener("toggle", () => narrow || answer());
reset.onclick = () => {
  for (const select of kinds) select.value = "";
  field.focus();
  ask();
};
more.onclick = async () => {
  const next = results.children.length;
  size += A_PAGE;
  await answer();
  focus(next);
};
