// Keeps the page what its file says: asks for it at each new edition of the site, and
// does nothing when it is the same.

const script = document.currentScript;
const home = new URL(".", script.src);
/** Which page is shown, as its `ETag` says. */
let shown = script.dataset.page;
/** What the file said when this page was made. */
let base = null;
/** The validators of the page's files by address. */
const files = new Map();
let problemsTag = null;
script.remove();
/** Made at once, like the worker: a page may forbid to make markup of texts without one. */
const trusted = window.trustedTypes?.createPolicy("nitton-preview", { createHTML: (text) => text });

const worker = start();
const waiting = new Map();
let asked = 0;

/** The worker is made at once, before a policy in the page could forbid it. */
function start() {
  const address = new URL("worker.js", home);
  const shared = "SharedWorker" in window;
  const line = shared ? new SharedWorker(address, { name: "nitton" }).port : new Worker(address);
  line.onmessage = ({ data }) => {
    if (data.version) return update();
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  const here = () => line.postMessage({ here: true });
  const away = () => line.postMessage({ here: false });
  addEventListener("pagehide", away);
  addEventListener("pageshow", (event) => event.persisted && here());
  if (!shared) document.addEventListener("visibilitychange", () => (document.hidden ? away() : here()));
  here();
  return line;
}

/** Fetches through the worker; `status` is 304 if it is still `tag`, 0 if nobody answers. */
function ask(address, tag = null) {
  const id = ++asked;
  return new Promise((done) => {
    waiting.set(id, done);
    worker.postMessage({ id, url: new URL(address, home).href, tag });
  });
}

const ready = new Promise((done) => {
  if (document.readyState !== "loading") done();
  else document.addEventListener("DOMContentLoaded", done);
});

let busy = false;
let again = false;

/** One update at a time; editions that come meanwhile are looked at together after it. */
async function update() {
  again = true;
  if (busy) return;
  busy = true;
  try {
    while (again) {
      again = false;
      await ready;
      await Promise.all([updatePage(), updateProblems()]);
      await updateFiles();
    }
  } finally {
    // Whatever went wrong, the next edition is looked at.
    busy = false;
  }
}

async function updatePage() {
  const here = new URL(location.pathname + location.search, location.origin).href;
  const answer = await ask(here, base && shown);
  if (answer.status === 0 || answer.status === 304) return;
  if (answer.url) return location.replace(answer.url + location.hash);
  if (!answer.type.startsWith("text/html")) return location.reload();
  const next = read(answer.text);
  if (answer.tag !== shown) {
    base ??= copy();
    if (scripts(base) !== scripts(next) || next.querySelector("meta[http-equiv=refresh i]")) return location.reload();
    try {
      change(next);
    } catch (error) {
      console.warn("nitton:", error);
      return location.reload();
    }
  }
  base = next;
  shown = answer.tag;
}

/** The page as it was made, without the overlay that may already lie over it. */
function copy() {
  const page = document.cloneNode(true);
  page.querySelector("nitton-preview")?.remove();
  return page;
}

function read(text) {
  const page = new DOMParser().parseFromString(trusted?.createHTML(text) ?? text, "text/html");
  page.querySelector("script[data-page]")?.remove();
  return page;
}

/** All that can't be patched, because it has already run. */
function scripts(page) {
  return [...page.querySelectorAll("script")]
    .filter(({ type }) => !type || /javascript|module|importmap/.test(type))
    .map((one) => `${plain(one.getAttribute("src"))} ${one.getAttribute("src")} ${one.text}`)
    .join("\n");
}

/** Carries the edit over, and leaves the focus and the selection where they were. */
function change(next) {
  const focused = document.activeElement;
  const selection = focused?.selectionStart ?? null;
  const until = focused?.selectionEnd ?? null;
  patch(document.documentElement, base.documentElement, next.documentElement);
  if (focused?.isConnected && document.activeElement !== focused) {
    focused.focus({ preventScroll: true });
    if (selection !== null) focused.setSelectionRange(selection, until);
  }
}

/** Fetches again those files of the page whose bytes are others than before. */
async function updateFiles() {
  const all = uses();
  const paths = [...new Set(all.map(({ path }) => path))];
  for (let at = 0; at < paths.length; at += 40) {
    const some = paths.slice(at, at + 40);
    const answer = await ask(`tags.json?${some.join("&")}`);
    if (answer.status !== 200) return;
    JSON.parse(answer.text).forEach((tag, index) => {
      const path = some[index];
      const changed = files.has(path) && files.get(path) !== tag;
      files.set(path, tag);
      if (!tag || !changed) return;
      for (const use of all) if (use.path === path) use.refresh(`${path.replaceAll("%26", "&")}?nitton=${tag}`);
    });
  }
}

async function updateProblems() {
  // A page within a page: the outer one shows the same problems.
  if (window !== window.top) return;
  const answer = await ask("problems.json", problemsTag);
  if (answer.status !== 200) return;
  const problems = JSON.parse(answer.text);
  if (problems.problems.length > 0 && !overlay.dressed) {
    const style = await ask("overlay.css");
    if (style.status !== 200) return;
    overlay.dress(style.text, problems.words);
  }
  problemsTag = answer.tag;
  overlay.show(problems);
}
