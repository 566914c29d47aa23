// The files of the index (src/search/files.rs says what is in them).
//
// `read(name, fresh)` gives a file as an array of bytes; `fresh` asks the host for the newest.

// Numbers from a row of bits, beginning at a byte.
const reader = (bytes, place, docs) => {
  place *= 8;
  const bit = () => {
    if (place >= bytes.length * 8) throw "cut";
    return (bytes[place >> 3] >> (7 - (place++ & 7))) & 1;
  };
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
const number = (bytes, place) => new DataView(bytes.buffer).getUint32(place);

// Lines of which each shares a beginning with the one before.
const lines = (text, line = "") =>
  text ? text.split("\n").map(next => (line = line.slice(0, next.charCodeAt() - 48) + next.slice(1))) : [];

export const open = async (read, fresh = "no-cache") => {
  const index = JSON.parse(decoder.decode(await read("index.json", fresh)));
  const kept = {};
  const get = (name, parse) =>
    (kept[name] ??= read(`${name}?${index.version}`).then(parse));
  // Files of two states of the site don't fit.
  const check = stamp => {
    if (stamp != index.stamp) throw "stale";
  };
  // A file of a text and of lists that belong to what is in it.
  const both = (name, parse) =>
    get(name, bytes => {
      check(number(bytes, 0));
      const end = 8 + number(bytes, 4);
      return parse(decoder.decode(bytes.slice(8, end)), reader(bytes, end, index.docs));
    });
  return {
    ...index,
    // Stems and their documents, of one file.
    words: file =>
      both(`words/${file}.bin`, (text, list) => lines(text).map(stem => [stem, list(1)])),
    // `[url, title, lead, date, networks, authors, language, direction]`
    doc: async doc => {
      const size = index.docs_a_file;
      const docs = await get(`posts/${(doc / size) | 0}.json`, bytes => {
        const { stamp, docs } = JSON.parse(decoder.decode(bytes));
        check(stamp);
        return docs;
      });
      return docs[doc % size];
    },
    // For networks, authors and tags: each one's name and documents.
    filters: () =>
      both("filters.bin", (tags, list) =>
        [...index.names, JSON.parse(tags)].map(names => names.map(name => [name, list()])),
      ),
    spelling: () => get("spelling.txt", bytes => lines(decoder.decode(bytes))),
  };
};
