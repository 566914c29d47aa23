// The search page: what a reader types and chooses, and what they see of it.
//
// Everything that is said stands in the page, in templates/search.html.

import { open } from "./files.mjs";
import { holds, mark, parse, search } from "./query.mjs";
import sv from "./stem-sv.mjs";

const find = name => document.querySelector(`[data-search="${name}"]`);
const form = find("form");
const results = find("results");
const more = find("more");
const hint = find("hint");
const filters = find("filters");
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
    opened.languages.map(async code =>
      code == "sv" ? sv : say[code] ? (await import(say[code])).default : word => word,
    ),
  );
  // All at once, so that no answer sees a half of it.
  index = opened;
  choices = 0;
  stem = word => [...new Set(stemmers.map(stem => stem(word)))];
};

// The text of a post, out of its own page.
const texts = {};
const text = async url => {
  if (!texts[url]) {
    const page = new DOMParser().parseFromString(await (await get(url)).text(), "text/html");
    texts[url] = (page.querySelector(".text") || page.body).textContent.replace(/\s+/g, " ");
  }
  return texts[url];
};

// What each choice lets through: for each kind, names with their documents.
let choices;
const load = async () => {
  const years = index.years.map(([year, from], at) => [
    `${year}`,
    new Set(range(from, index.years[at + 1]?.[1] ?? index.docs)),
  ]);
  const lists = await index.filters();
  const named = lists.map((lists, kind) => lists.map((list, at) => [index.names[kind][at], list]));
  choices = [...named, years.reverse()].map(pairs => new Map(pairs));
};
const range = (from, to) => [...Array(to).keys()].slice(from);

const filter = (docs, except) => {
  kinds.forEach((select, kind) => {
    const chosen = kind != except && choices && choices[kind].get(select.value);
    if (chosen) docs = docs.filter(doc => chosen.has(doc));
  });
  return docs;
};

// Offers what gives a hit beside the other choices, and how many.
const offer = docs =>
  kinds.forEach((select, kind) => {
    const { value } = select;
    const rest = new Set(filter(docs, kind));
    const options = [select.options[0]];
    for (const [name, list] of choices[kind]) {
      const count = [...list.keys()].filter(doc => rest.has(doc)).length;
      if (count || name == value) options.push(new Option(`${name} (${count})`, name, 0, name == value));
    }
    select.replaceChildren(...options);
  });

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
  const part = name => item.querySelector(`[data-part="${name}"]`);
  const link = part("title");
  const excerpt = part("excerpt");
  link.href = url;
  fill(link, mark(title, hits, stem));
  const pieces = mark(lead, hits, stem);
  fill(excerpt, pieces);
  part("date").textContent = date;
  [networks, authors].map((list, kind) => {
    part(names[kind]).textContent = list.map(at => index.names[kind][at]).join(", ");
  });
  if (lang)
    for (const element of [link, excerpt]) {
      element.lang = lang;
      element.dir = dir;
    }
  if (hits.length && !pieces[2]) {
    excerpt.look = async () => {
      const found = mark(await text(url), hits, stem, 160);
      if (found) fill(excerpt, found);
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

let turn = 0;
// Whether the last word may go on.
let typing;
let size;
// Answers the form as it is now; an answer that comes after the next one is dropped.
const answer = async fresh => {
  const own = ++turn;
  const query = field.value.trim();
  const { all, phrases, open } = parse(field.value);
  try {
    await (ready ||= start(fresh));
    const narrow = filters.open || kinds.some(select => select.value);
    if (narrow && !choices) await load();
    const found = await search(index, stem, { all, open: open && typing });
    // No words and a choice: all posts.
    if (narrow && !query) {
      found.docs = range(index.years[0]?.[1] ?? index.docs, index.docs).reverse();
      found.all = 1;
    }
    if (phrases.length && found.all) {
      const some = filter(found.docs).slice(0, 30);
      const whole = await Promise.all(
        some.map(async doc => {
          const [url, title, lead] = await index.doc(doc);
          return holds(`${title}\n${lead}`, phrases) || holds(await text(url), phrases);
        }),
      );
      found.docs = some.filter((_, at) => whole[at]);
    }
    const docs = filter(found.docs);
    const shown = await Promise.all(docs.slice(0, size).map(doc => index.doc(doc)));
    const [missing] = found.missing;
    const near = missing && (await (await import(say.near)).default(index, missing));
    if (own != turn) return;
    if (choices) offer(found.docs);
    results.replaceChildren(...shown.map(doc => show(doc, found.hits)));
    more.hidden = docs.length <= size;
    hint.hidden = !near;
    if (near) {
      const link = hint.querySelector("a");
      link.textContent = query.replace(RegExp(missing, "i"), near);
      link.href = `?q=${encodeURIComponent(link.textContent)}`;
    }
    status.textContent = docs.length
      ? count(docs.length) + (found.all ? "" : `. ${say.some}`)
      : found.docs[0]
        ? say.chosen
        : query && say.none.replace("{query}", () => query);
  } catch (problem) {
    if (own != turn) return;
    // Begin anew next time: what failed once may not fail again.
    ready = 0;
    if (!fresh && typeof problem == "string") return answer("reload");
    status.textContent = say.error;
    throw problem;
  }
};

const ask = () => {
  size = A_PAGE;
  const state = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) state.set(name, value);
  history.replaceState(0, "", `?${state}`);
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
size = A_PAGE;
answer();

let timer;
form.addEventListener("input", () => {
  clearTimeout(timer);
  typing = 1;
  timer = setTimeout(ask, 150);
});
form.addEventListener("submit", event => {
  event.preventDefault();
  typing = 0;
  clearTimeout(timer);
  ask();
});
filters.addEventListener("toggle", () => answer());
more.addEventListener("click", async () => {
  const next = results.children.length;
  size += A_PAGE;
  await answer();
  results.children[next]?.querySelector("a").focus();
});
