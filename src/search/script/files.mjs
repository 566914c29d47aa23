// The files of the index (src/search/files.rs says what is in them).
//
// `read(address, cache)` gives a file as an array of bytes.

// Numbers from a row of bits, beginning at a byte.
const reader = (bytes, place, docs) => {
  place *= 8;
  const bit = () => (bytes[place >> 3] >> (7 - (place++ & 7))) & 1;
  const number = (count, value = 0) => {
    while (count--) value = value * 2 + bit();
    return value;
  };
  const ones = () => {
    let count = 0;
    while (bit()) count++;
    return count;
  };
  // A list of documents: each with its score, 1 to 15, or with none.
  return scored => {
    let zeros = 0;
    while (!bit()) zeros++;
    let count = number(zeros, 1);
    let k = 0;
    let doc = -1;
    while (3 * count * 2 ** (k + 1) <= 2 * docs) k++;
    const list = new Map();
    while (count--) {
      doc += 1 + ones() * 2 ** k + number(k);
      list.set(doc, scored ? number(4) : 0);
    }
    return list;
  };
};

const decoder = new TextDecoder();

// What the index knows each other file by: FNV-1a in four digits.
const checksum = bytes =>
  ((bytes.reduce((sum, byte) => Math.imul(sum ^ byte, 0x1000193), 0x811c9dc5) >>> 0) % 1632960 + 46656).toString(36);

// Lines of which each shares a beginning with the one before.
const lines = (text, line = "") =>
  text ? text.split("\n").map(next => (line = line.slice(0, next.charCodeAt() - 48) + next.slice(1))) : [];

// `fresh` goes past all caches, those between the host and the browser too.
export const open = async (read, fresh) => {
  const ask = (address, fresh, cache) =>
    fresh ? read(`${address}?${Date.now()}`, "reload") : read(address, cache);
  const index = JSON.parse(decoder.decode(await ask("index.json", fresh, "no-cache")));
  const sums = index.sums.match(/.{4}/g);
  const kept = {};
  const get = async (name, sum, parse, fresh) => {
    const bytes = await ask(`${name}?${sum}`, fresh);
    // Cut, or of another state of the site: a cache may have it from an upload's middle.
    if (checksum(bytes) != sum) throw name;
    return parse(bytes);
  };
  const file = (name, at, parse) =>
    (kept[name] ??= get(name, sums[at], parse).catch(() => get(name, sums[at], parse, 1)));
  // A file of a text and of lists that belong to what is in it.
  const both = (name, at, parse) =>
    file(name, at, bytes => {
      const end = 4 + new DataView(bytes.buffer).getUint32();
      return parse(decoder.decode(bytes.slice(4, end)), reader(bytes, end, index.docs));
    });
  return {
    ...index,
    // Stems and their documents, of all files that may hold those of some keys, and those
    // that begin with another.
    stems: async (keys, begins) => {
      const at = key => index.keys.filter(from => from <= key).length - 1;
      const files = new Set(keys.map(at));
      if (begins) for (let file = at(begins); file <= at(begins + "\uFFFF"); file++) files.add(file);
      const all = await Promise.all(
        [...files].map(at =>
          both(`words/${at}.bin`, at, (text, list) => lines(text).map(stem => [stem, list(1)])),
        ),
      );
      return all.flat();
    },
    // `[url, title, lead, date, networks, authors, language, direction]`
    doc: async doc => {
      const at = (doc / index.docs_a_file) | 0;
      const docs = await file(`posts/${at}.json`, index.keys.length + at, bytes =>
        JSON.parse(decoder.decode(bytes)),
      );
      return docs[doc % index.docs_a_file];
    },
    // For networks, authors and tags: each one's name and documents.
    filters: () =>
      both("filters.bin", sums.length - 2, (tags, list) =>
        [...index.names, JSON.parse(tags)].map(names => names.map(name => [name, list()])),
      ),
    spelling: () => file("spelling.txt", sums.length - 1, bytes => lines(decoder.decode(bytes))),
  };
};
