// Words, cut and ordered as the index has them (src/search/text.rs, src/search/stem.rs).
// What both must make of a text is in src/search/words.json.

// What is a word by itself: Chinese and Japanese don't part words.
const ALONE = "[\u3005-\u9FFF\u{20000}-\u{3FFFF}]";
const LETTER = "[\\p{Alphabetic}\\p{N}\\xAD]";
const RUN = `((?!${ALONE})${LETTER})+`;
const WORD = RegExp(`${RUN}([-\u2011]${RUN})*|${LETTER}`, "gu");
const COUNTS = RegExp(`^(\\p{N}|${ALONE}|.{2,40})$`, "u");
const counts = ([, , word]) => COUNTS.test(word);

const plain = word => word.normalize().toLowerCase().replace(/[-\u2011\xAD]/g, "");

// The words of a text as a query asks for them: where each begins and ends, and how it is
// indexed. Hyphens part words, but what a single letter is tied to is one: e-post.
export const cut = text =>
  [...text.matchAll(WORD)].flatMap(({ 0: whole, index: at }) => {
    const one = [at, at + whole.length, plain(whole)];
    const parts = whole
      .split(/[-\u2011]/)
      .map(part => [at, (at += part.length + 1) - 1, plain(part)]);
    return (parts.every(counts) ? parts : [one]).filter(counts);
  });

export const words = text => cut(text.normalize()).map(([, , word]) => word);

// A double letter as one.
export const single = stem => stem.replace(/(.)\1+/gu, "$1");

// What stems are ordered by: without marks as well.
export const key = stem =>
  single(
    stem
      .normalize("NFD")
      .replace(/[\u0300-\u036F]/g, "")
      .replaceAll("ø", "o")
      .replaceAll("æ", "a"),
  );

// Quotation marks of any kind.
export const QUOTES = /["“-‟«»]/;
