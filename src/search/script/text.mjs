// Words, cut and ordered as the index has them (src/search/text.rs, src/search/stem.rs).

// A single letter before a hyphen belongs to the word: e-post.
export const WORD = /(\p{L}-)?[\p{Alphabetic}\p{N}\u00AD]+/gu;

// A word as it is indexed.
export const plain = word => word.normalize().toLowerCase().replace(/[-\u00AD]/g, "");

export const words = text =>
  (text.normalize().match(WORD) || [])
    .map(plain)
    .filter(word => [...word].length > 1 || /\p{N}/u.test(word));

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
