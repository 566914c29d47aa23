// Shows the site's problems over the page: errors as a dialog, warnings as a badge
// that opens it. All text is set as text; nothing from a file becomes markup. Its own words
// come with the problems, in the language that the browser asks for.

const EDITORS = {
  "VS Code": "vscode://file{path}:{line}:{column}",
  VSCodium: "vscodium://file{path}:{line}:{column}",
  Cursor: "cursor://file{path}:{line}:{column}",
  Zed: "zed://file{path}:{line}:{column}",
  JetBrains: "idea://open?file={path}&line={line}&column={column}",
  TextMate: "txmt://open?url=file://{path}&line={line}&column={column}",
};

/** An element with properties and attributes, and what is in it. */
function make(name, settings = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(settings)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...inside.filter((one) => one != null));
  return element;
}

/** A sentence in which `code` is set as code. */
function sentence(text) {
  return text.split(/`([^`]+)`/).map((piece, index) => (index % 2 ? make("code", {}, piece) : piece));
}

/** An excerpt in which the marks under a line stand out. */
function lines(excerpt) {
  return excerpt.split("\n").flatMap((line, index) => {
    const [, margin, marks] = /^(\s*\|\s*)([\^~].*|-.*)$/.exec(line) ?? [];
    const ending = index > 0 ? "\n" : "";
    return marks ? [ending + margin, make("mark", {}, marks)] : [ending + line];
  });
}

/** Fields in which keys are letters. */
const TYPED = "textarea, select, input:not([type=button], [type=checkbox], [type=color], [type=file], [type=image], [type=radio], [type=range], [type=reset], [type=submit])";

/** Whether somebody may be typing in the page, or in a frame or a component of it. */
function isTyping() {
  let focused = document.activeElement;
  for (let inner = focused; inner; inner = inner.shadowRoot?.activeElement ?? inner.contentDocument?.activeElement) focused = inner;
  return Boolean(focused?.isContentEditable || focused?.matches(TYPED));
}

const overlay = {
  dressed: false,
  host: null,
  problems: null,
  /** Keys of the errors that somebody has put away in this tab, so that only new ones come back. */
  seen: new Set(),
  /** What the list shows, each problem by all that is shown of it. */
  items: new Map(),

  dress(style, words) {
    this.dressed = true;
    try {
      this.seen = new Set(JSON.parse(sessionStorage.getItem("nitton-seen") ?? "[]"));
    } catch {}
    this.host = document.createElement("nitton-preview");
    const root = this.host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    // The focus goes to the heading, where no key does anything.
    this.title = make("h2", { id: "title", tabIndex: -1, autofocus: true });
    this.lead = make("p", { className: "lead" });
    this.list = make("ol");
    this.more = make("p", { className: "more" });
    this.dialog = make(
      "dialog",
      { "aria-labelledby": "title", lang: words.language, dir: "ltr" },
      make(
        "header", {},
        make("div", {}, this.title, this.lead),
        make("button", { type: "button", className: "hide", onclick: () => this.dialog.close() }, words.hide, " ", make("kbd", {}, "Esc")),
      ),
      make("div", { className: "body" }, this.list, this.more),
      this.footer(words),
    );
    this.dialog.addEventListener("close", () => this.putAway());
    this.badge = make("button", { type: "button", className: "badge", lang: words.language, dir: "ltr", title: words.show, onclick: () => this.open() });
    this.status = make("p", { className: "status", role: "status", lang: words.language });
    root.append(this.dialog, this.badge, this.status);
    document.addEventListener("focusout", () => setTimeout(() => this.waits && this.show(this.problems)));
  },

  footer(words) {
    this.editor = make("select", { onchange: () => this.remember() }, ...Object.keys(EDITORS).map((name) => make("option", {}, name)));
    try {
      this.editor.value = localStorage.getItem("nitton-editor") ?? "VS Code";
    } catch {}
    if (this.editor.selectedIndex < 0) this.editor.selectedIndex = 0;
    this.choice = make("label", {}, words.editor, " ", this.editor);
    return make("footer", {}, make("p", {}, words.goes_away), this.choice);
  },

  remember() {
    try {
      localStorage.setItem("nitton-editor", this.editor.value);
    } catch {}
    this.draw();
  },

  show(problems) {
    this.problems = problems;
    if (!this.dressed) return;
    const wanted = problems.errors + problems.warnings > 0;
    const errors = this.errors();
    // An error that was fixed is a new one when it comes again.
    this.see(errors.filter((one) => this.seen.has(one)));
    if (!wanted) {
      this.dialog.close();
      if (this.host.isConnected) this.host.remove();
      return;
    }
    if (!this.host.isConnected) document.documentElement.append(this.host);
    this.draw();
    const fresh = errors.some((one) => !this.seen.has(one));
    // Nobody's letters may fall into a dialog: it waits until the field is left.
    this.waits = fresh && !this.dialog.open && isTyping();
    if (fresh && !this.waits) this.open();
    else if (problems.errors === 0 && !this.asked) this.dialog.close();
  },

  /** What tells each error from others while lines move. */
  errors() {
    const listed = this.problems.problems.filter(({ severity }) => severity === "error");
    return listed.map(({ key }) => key).concat(this.problems.unlisted);
  },

  open() {
    this.asked = this.problems.errors === 0;
    if (this.dialog.open) return;
    this.dialog.showModal();
    this.dialog.querySelector(".body").scrollTop = 0;
  },

  see(errors) {
    this.seen = new Set(errors);
    try {
      sessionStorage.setItem("nitton-seen", JSON.stringify(errors));
    } catch {}
  },

  putAway() {
    this.asked = false;
    this.see(this.errors());
  },

  draw() {
    const { errors, problems, words } = this.problems;
    this.title.textContent = words.total;
    this.lead.textContent = words.lead;
    this.dialog.className = errors > 0 ? "bad" : "";
    this.drawList(problems);
    this.more.textContent = words.more;
    this.badge.textContent = words.total;
    this.badge.className = errors > 0 ? "badge bad" : "badge";
    if (this.status.textContent !== words.total) this.status.textContent = words.total;
    this.choice.hidden = !this.problems.root;
  },

  /** Makes what is new and takes away what is gone; all else stays, and the focus with it. */
  drawList(problems) {
    const items = new Map();
    for (const one of problems) {
      const shown = JSON.stringify([one, this.problems.root, this.editor.value]);
      items.set(shown, this.items.get(shown) ?? this.item(one));
    }
    const had = this.host.shadowRoot.activeElement;
    for (const [shown, item] of this.items) if (!items.has(shown)) item.remove();
    let next = this.list.firstChild;
    for (const item of items.values()) {
      if (item === next) next = next.nextSibling;
      else this.list.insertBefore(item, next);
    }
    this.items = items;
    if (had && !had.isConnected) this.title.focus();
  },

  item({ severity, kind, code, message, file, line, column, excerpt, excerpt_name, help }) {
    return make(
      "li", { className: severity },
      make("p", { className: "kind" }, make("b", {}, kind), " ", make("span", {}, code)),
      make("h3", {}, ...sentence(message)),
      file && this.place(file, line, column),
      excerpt && make("pre", { tabIndex: 0, role: "group", ariaLabel: excerpt_name }, ...lines(excerpt)),
      ...help.map((text) => make("p", { className: "help" }, make("b", {}, this.problems.words.help), " ", ...sentence(text))),
    );
  },

  place(file, line, column) {
    const text = line ? `${file}:${line}:${column}` : file;
    const copy = make("button", { type: "button", onclick: () => this.copy(copy, text) }, this.problems.words.copy);
    return make("p", { className: "place" }, this.link(file, line ?? 1, column ?? 1, text), " ", copy);
  },

  /** A link that opens the place in an editor; from another machine only the place. */
  link(file, line, column, text) {
    if (!this.problems.root) return make("span", {}, text);
    const full = `${this.problems.root.replaceAll("\\", "/")}/${file}`;
    const path = (full.startsWith("/") ? full : `/${full}`).split("/").map(encodeURIComponent).join("/");
    const values = { path, line, column };
    const href = EDITORS[this.editor.value].replace(/\{(\w+)\}/g, (_, name) => values[name]);
    return make("a", { href, title: this.problems.words.open_in.replace("{editor}", this.editor.value) }, text);
  },

  async copy(button, text) {
    const { words } = this.problems;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(button.previousElementSibling);
      button.textContent = words.press;
    }
    setTimeout(() => (button.textContent = words.copy), 2000);
  },
};
