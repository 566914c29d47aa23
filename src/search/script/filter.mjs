// The filters: fetched when they are opened, or chosen in the address.

const range = (from, to) => [...Array(to).keys()].slice(from);

// For the filters of a form, `kinds`: `filter` lets through what fits all choices (but
// that of `except`), `offer` what gives a hit beside the others, and how many.
export default async (index, kinds) => {
  const until = at => index.years[at]?.[1] ?? index.docs;
  const years = index.years.map(([year, from], at) => [[year], new Set(range(from, until(at + 1)))]);
  const named = await index.filters();
  // For each kind, keys with names and documents.
  const choices = [...named, years.reverse()].map(
    all => new Map(all.map(([[name, key = name], list]) => [`${key}`, [name, list]])),
  );
  const filter = (docs, except) => {
    kinds.forEach(({ value }, kind) => {
      // What nothing is known of lets nothing through.
      if (kind != except && value) docs = docs.filter(doc => choices[kind].get(value)?.[1].has(doc));
    });
    return docs;
  };
  const offer = docs =>
    kinds.forEach((select, kind) => {
      const { value } = select;
      const rest = new Set(filter(docs, kind));
      const options = [select.options[0]];
      if (value && !choices[kind].has(value)) options.push(select.selectedOptions[0]);
      for (const [key, [name, list]] of choices[kind]) {
        const count = [...list.keys()].filter(doc => rest.has(doc)).length;
        if (count || key == value) options.push(new Option(`${name} (${count})`, key, 0, key == value));
      }
      select.replaceChildren(...options);
    });
  // Without words: all posts, newest first.
  return { filter, offer, posts: range(until(0), index.docs).reverse() };
};
