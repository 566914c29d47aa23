// From a question to its answer. Must never know what the page looks like.

import { parse, search } from "./query.mjs";

// What is found for a text: what `search` says, the documents that the filters let
// through as `left`, and the first `size` of these as `shown`. `limits` are the filters,
// if they count (filter.mjs); `passage` fetches what reads posts (passage.mjs).
export const ask = async ({ index, stem }, text, typing, size, limits, passage) => {
  const { all, open, quoted } = parse(text);
  const found = await search(index, stem, all, open && typing);
  found.asked = all;
  const filter = docs => (limits ? limits.filter(docs) : docs);
  // No words and a choice: all posts.
  if (limits && !text.trim()) {
    found.docs = limits.posts;
    found.all = 1;
  }
  if (quoted && found.all)
    found.docs = (await (await passage()).whole(index, filter(found.docs), text)) || found.docs;
  found.left = filter(found.docs);
  found.shown = await Promise.all(found.left.slice(0, size).map(index.doc));
  return found;
};
