// The line to the preview: hears of new editions, and fetches for the pages.
//
// One shared worker serves all tabs, because a browser opens at most six connections
// to a host, and a stream holds one. Where there are no shared workers, each tab has
// its own, and lets go of the stream while nobody looks at it. Being a worker, it is
// bound by its own policy and not by that of the site's pages.
"use strict";

const home = new URL(".", self.location);
const pages = new Set();
let source = null;
let version = null;

function connect() {
  if (source) return;
  source = new EventSource(new URL("events", home));
  source.onmessage = (event) => {
    version = event.data;
    for (const page of pages) page.postMessage({ version });
  };
  // Most failures are tried again by the browser itself; for the others:
  source.onerror = () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    source = null;
    setTimeout(connect, 1000);
  };
}

function disconnect() {
  source?.close();
  source = null;
}

async function get({ id, url, tag }) {
  try {
    const headers = tag ? { "If-None-Match": `"${tag}"` } : {};
    const answer = await fetch(url, { headers, cache: "no-store" });
    const { status, redirected } = answer;
    const type = answer.headers.get("Content-Type") ?? "";
    const now = answer.headers.get("ETag")?.replaceAll('"', "");
    return { id, status, type, tag: now, url: redirected ? answer.url : null, text: await answer.text() };
  } catch {
    return { id, status: 0 };
  }
}

function serve(page, shared) {
  page.onmessage = async ({ data }) => {
    if (data.url) return page.postMessage(await get(data));
    if (data.here) pages.add(page);
    else pages.delete(page);
    if (!shared && !data.here) return disconnect();
    connect();
    if (version) page.postMessage({ version });
  };
}

if ("onconnect" in self) self.onconnect = (event) => serve(event.ports[0], true);
else serve(self, false);
