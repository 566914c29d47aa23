// The search page: what a reader types and chooses, and what they see of it.
//
// Everything that is said stands in the page, in templates/search.html.

import { ask } from "./ask.mjs";
import { open } from "./files.mjs";
import { mark, places, stemBy } from "./query.mjs";
import sv from "./stem-sv.mjs";

// A theme may leave a part out: an element that nobody sees stands in.
const find = (name, within = document, mark = "data-search") =>
  within.querySelector(`[${mark}=${name}]`) || new Image();
const form = find("form");
const results = find("results");
const more = find("more");
const hint = find("hint");
const filters = find("filters");
const reset = find("reset");
const status = find("status");
const field = form.elements.q;
const names = ["network", "author", "tag", "year"];
const kinds = names.map(name => form.elements[name] || document.createElement("select"));
const { index: base, ...say } = form.dataset;
const A_PAGE = 10;

// Some browsers remember an import that failed: it is tried again under another address.
let again = "";
const load = async url => (await import(url + again)).default;
const passage = () => load(say.passage);

// The index and what stems its words. Begun once, and again when the blog may be another:
// when somebody comes back to the page.
let ready;
addEventListener("focus", () => {
  ready = 0;
});
const start = async fresh => {
  const index = await open(
    async (name, cache) => new Uint8Array(await (await fetch(base + name, { cache })).arrayBuffer()),
    fresh,
  );
  const stemmers = await Promise.all(
    index.languages.map(code =>
      // A language that has a stemmer is indexed by it: without it, words would be missed.
      code == "sv" ? sv : say[code] ? load(say[code]) : word => word,
    ),
  );
  return { index, stem: stemBy(index, stemmers) };
};

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

const show = ({ index, stem }, doc, hits) => {
  const [url, title, lead, date, networks, authors, lang, dir] = doc;
  const item = find("result").content.cloneNode(true);
  const part = name => find(name, item, "data-part");
  const link = part("title");
  const excerpt = part("excerpt");
  link.href = url;
  const [inTitle, inLead] = [title, lead].map(text => places(text, hits, stem));
  fill(link, mark(title, inTitle));
  fill(excerpt, mark(lead, inLead));
  part("date").textContent = date;
  [networks, authors].map((list, kind) => {
    part(names[kind]).textContent = list.map(at => index.names[kind][at][0]).join(", ");
  });
  if (lang)
    for (const element of [link, excerpt]) {
      element.lang = lang;
      element.dir = dir;
    }
  if (hits[0] && !inTitle[0] && !inLead[0])
    excerpt.look = async () => {
      const found = await (await passage()).look(url, hits, stem);
      if (found) fill(excerpt, found);
    };
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

// Whether the last word may go on.
let typing;
let size;
// What is read aloud, and what more is fetched, waits until nothing more is typed.
let pause;
const tell = (text, near) => {
  clearTimeout(pause);
  status.textContent = "";
  hint.hidden = 1;
  pause = setTimeout(
    () => {
      status.textContent = text;
      hint.hidden = !near;
      for (const excerpt of results.querySelectorAll("[data-part=excerpt]"))
        if (excerpt.look) watch.observe(excerpt);
    },
    typing ? 700 : 0,
  );
};
const paint = (session, { asked, docs, left, shown, all, hits, small }, query, near) => {
  results.replaceChildren(...shown.map(doc => show(session, doc, hits)));
  more.hidden = left.length <= size;
  const link = hint.querySelector("a");
  if (near && link) [link.textContent, link.href] = near;
  tell(
    left.length
      ? count(left.length) + (all ? "" : `. ${say.some}`)
      : docs.length
        ? say.chosen
        : // Of a single letter nothing is said yet.
          query && (asked[0] || !typing)
          ? ((small[0] && say.small) || say.none).replace("{query}", () => query)
          : "",
    near,
  );
};

let turn = 0;
// Whether the filters count.
let narrow;
// Answers the form as it is now; an answer that comes after the next one is dropped.
const answer = async fresh => {
  const own = ++turn;
  const text = field.value;
  const query = text.trim();
  const chosen = kinds.some(select => select.value);
  reset.hidden = !chosen;
  const narrowed = (narrow = filters.open || chosen);
  const begun = (ready ||= start(fresh));
  try {
    const session = await begun;
    if (narrowed) session.limits ||= load(say.filter).then(make => make(session.index, kinds));
    const limits = narrowed && (await session.limits);
    const found = await ask(session, text, typing, size, limits, passage);
    const [missing] = found.missing;
    // Results don't need it.
    const near =
      missing &&
      (await load(say.near)
        .then(near => near(session.index, missing, query))
        .catch(() => {
          ready = 0;
          again += "?";
        }));
    if (own != turn) return;
    limits && limits.offer(found.docs);
    paint(session, found, query, near);
  } catch (problem) {
    // Begin again next time: what failed once may not fail again.
    if (ready == begun) ready = 0;
    again += "?";
    if (own != turn) return;
    if (!fresh) return answer(1);
    results.replaceChildren();
    more.hidden = 1;
    tell(say.error);
    throw problem;
  }
};

const keep = (state, url) => history.replaceState(state, "", url);
const change = () => {
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
// and by which result they went. Restored once: who reloads begins at the top.
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
  timer = setTimeout(change, 150);
});
form.addEventListener("submit", event => {
  event.preventDefault();
  typing = 0;
  clearTimeout(timer);
  change();
});
filters.addEventListener("toggle", () => narrow || answer());
reset.onclick = () => {
  for (const select of kinds) select.value = "";
  field.focus();
  change();
};
more.onclick = async () => {
  const next = results.children.length;
  size += A_PAGE;
  await answer();
  focus(next);
};
