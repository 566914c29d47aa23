// Pictures, style sheets and the like whose addresses stay when their bytes change:
// where a page names them, and how each is fetched again.

/** Attributes with one address. */
const ADDRESSES = {
  AUDIO: ["src"], EMBED: ["src"], IMG: ["src"], INPUT: ["src"], LINK: ["href"], OBJECT: ["data"],
  SCRIPT: ["src"], SOURCE: ["src"], TRACK: ["src"], VIDEO: ["src", "poster"],
  image: ["href", "xlink:href"], use: ["href", "xlink:href"],
};

const IN_STYLE = /url\(\s*(["']?)(.*?)\1\s*\)/g;

/** Every use of a file of this site in the page: its path, and what to do when its bytes are others. */
function uses() {
  const found = [];
  const use = (written, base, refresh) => {
    const address = written && URL.canParse(written, base) && new URL(written, base);
    // A part of this very page is no file.
    if (!address || address.origin !== location.origin || written.startsWith("#")) return;
    // One part of a drawing stays that part.
    found.push({ path: address.pathname.replaceAll("&", "%26"), refresh: (fresh) => refresh(fresh + address.hash) });
  };
  for (const element of document.querySelectorAll("audio, embed, image, img, input, link, object, script, source, track, use, video")) {
    if (leaving.has(element) || (element.nodeName === "LINK" && !/stylesheet|icon/.test(element.rel))) continue;
    for (const name of ADDRESSES[element.nodeName]) {
      use(element.getAttribute(name), document.baseURI, (address) => renew(element, name, address));
    }
    for (const written of candidates(element)) {
      use(written, document.baseURI, (address) => renewCandidate(element, written, address));
    }
  }
  for (const [style, base] of styles()) {
    for (const name of style) {
      for (const [whole, , written] of style.getPropertyValue(name).matchAll(IN_STYLE)) {
        use(written, base, (address) => renewInStyle(style, name, whole, address));
      }
    }
  }
  return found;
}

function renew(element, name, address) {
  if (element.nodeName === "SCRIPT") location.reload();
  else if (isSheet(element)) replaceSheet(element, element, address);
  else element.setAttribute(name, address);
}

/** The addresses of a `srcset`. */
function candidates(element) {
  const written = element.getAttribute("srcset") ?? "";
  return written.split(/,\s+|,$/).map((one) => one.trim().split(/\s+/)[0]).filter(Boolean);
}

function renewCandidate(element, written, address) {
  const pieces = element.getAttribute("srcset").split(/(\s+|,(?=\s|$))/);
  element.setAttribute("srcset", pieces.map((piece) => (piece === written ? address : piece)).join(""));
}

function renewInStyle(style, name, whole, address) {
  const value = style.getPropertyValue(name).replaceAll(whole, `url("${address}")`);
  style.setProperty(name, value, style.getPropertyPriority(name));
}

/** All declarations with the address that theirs are relative to: of sheets, of `<style>`, of `style=`. */
function* styles() {
  for (const sheet of document.styleSheets) yield* sheetStyles(sheet);
  for (const element of document.querySelectorAll("[style*='url(']")) yield [element.style, document.baseURI];
}

function* sheetStyles(sheet) {
  try {
    yield* ruleStyles(sheet.cssRules, sheet.href ?? document.baseURI);
  } catch {
    // The rules of a sheet of another site, or of one that is still loading, can't be read.
  }
}

function* ruleStyles(rules, base) {
  for (const rule of rules) {
    if (rule.styleSheet) yield* sheetStyles(rule.styleSheet);
    if (rule.style?.cssText.includes("url(")) yield [rule.style, base];
    if (rule.cssRules) yield* ruleStyles(rule.cssRules, base);
  }
}
