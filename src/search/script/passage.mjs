// What stands in a post itself: fetched when its title and its beginning say too little.

// The text of a page. The browser makes the document: nothing here turns text into HTML,
// which a policy of trusted types forbids.
const text = url =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.responseType = "document";
    request.onerror = failed;
    request.onload = () => {
      const { status, response } = request;
      if (status != 200 || !response) return failed(status);
      const text = response.querySelector(".text") || response.body;
      // The marks of footnotes part no words.
      for (const element of text.querySelectorAll("sup,br")) element.replaceWith(" ");
      done(text.textContent.replace(/\s+/g, " "));
    };
    request.send();
  });

const texts = {};
// Each page is read once; one that could not be read is tried again.
export const read = url =>
  (texts[url] ??= text(url).catch(problem => {
    delete texts[url];
    throw problem;
  }));

// Where to cut a text so that about `size` characters are left around the place with the
// most hits, or nothing where there are none. `places` are where hits begin and end.
export const around = (text, places, size) => {
  let best;
  let most = 0;
  let to = 0;
  places.forEach(([at], from) => {
    while (places[to]?.[0] < at + size * 0.7) to++;
    if (to - from > most) [best, most] = [at, to - from];
  });
  if (!most) return;
  const start = text.lastIndexOf(" ", Math.max(0, best - size / 4)) + 1;
  const end = text.indexOf(" ", start + size);
  return [start, end < 0 ? text.length : end];
};

export default { read, around };
