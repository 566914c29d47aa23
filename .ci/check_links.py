#!/usr/bin/env python3
"""Checks that everything in a built site leads somewhere.

    check_links.py SITE BASE_URL

Every address in HTML, CSS, sitemaps and OPML that is the site's own must be a file
of the output, every fragment an id of its page, every page must be reachable from
the start page, and nothing may be loaded from another site.
"""

import json
import re
import sys
import xml.etree.ElementTree as xml
from collections import deque
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

LOADED_LINKS = {"stylesheet", "icon", "manifest", "preload", "modulepreload", "apple-touch-icon", "mask-icon"}
OUTWARD = {"http", "https", "mailto", "tel", "sms", "xmpp"}


class Page(HTMLParser):
    """The ids and addresses of a page."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids = set()
        self.references = []  # (what, address, whether a browser loads it unasked)
        self.script = None
        self.data = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        get = dict(attributes).get
        if get("id"):
            self.ids.add(get("id"))
        for name in ("href", "src", "poster", "data", "action", "cite", "longdesc"):
            if get(name) is not None:
                rel = set((get("rel") or "").lower().split())
                loaded = name in ("src", "poster", "data") or (tag == "link" and bool(rel & LOADED_LINKS))
                self.references.append((f"<{tag} {name}>", get(name), loaded))
        for name in ("srcset", "imagesrcset"):
            for candidate in (get(name) or "").split(","):
                if candidate.strip():
                    self.references.append((f"<{tag} {name}>", candidate.split()[0], True))
        if tag == "meta":
            key = (get("property") or get("name") or "").lower()
            if key in ("og:url", "og:image", "twitter:image"):
                self.references.append((f"<meta {key}>", get("content") or "", False))
            if (get("http-equiv") or "").lower() == "refresh":
                target = (get("content") or "").partition("url=")[2]
                self.references.append(("<meta refresh>", target, False))
        for name, _ in attributes:
            if name.startswith("on") or name == "style":
                self.references.append((f"<{tag}>", f"inline {name}", None))
        self.script = get("type") if tag == "script" else None

    def handle_data(self, data):
        if self.script == "application/ld+json":
            self.data.append(data)

    def handle_endtag(self, tag):
        self.script = None


class Site:
    def __init__(self, folder, base):
        self.folder = Path(folder)
        self.base = base if base.endswith("/") else base + "/"
        self.base_path = urlsplit(self.base).path
        self.files = {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}
        self.pages = {name: Page(self.text(name)) for name in sorted(self.files) if name.endswith(".html")}
        self.problems = []
        self.checked = 0

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8")

    def url(self, name):
        return self.base + (name[: -len("index.html")] if name.endswith("index.html") else name)

    def problem(self, name, message):
        self.problems.append(f"{name}: {message}")

    def check(self, name, what, address, loaded):
        """Checks one address; returns the file it leads to, if it is the site's own."""
        self.checked += 1
        if loaded is None:
            return self.problem(name, f"{what} has {address}")
        if not address.strip():
            return self.problem(name, f"{what} is empty")
        if address.startswith("//"):
            return self.problem(name, f"{what} has no scheme: {address}")
        if name == "404.html" and not urlsplit(address).scheme and not address.startswith(("/", "#")):
            return self.problem(name, f"{what} is relative, so it breaks below folders: {address}")
        target = urlsplit(urljoin(self.url(name), address))
        whole = target.geturl()
        if not (whole == self.base.rstrip("/") or whole.startswith(self.base)):
            if target.netloc == urlsplit(self.base).netloc:
                return self.problem(name, f"{what} leaves the base path: {address}")
            if loaded:
                return self.problem(name, f"{what} would be loaded from another site: {address}")
            if target.scheme not in OUTWARD:
                return self.problem(name, f"{what} has a scheme that is not allowed: {address}")
            return None
        path = unquote(target.path)[len(self.base_path) :]
        file = path + "index.html" if path == "" or path.endswith("/") else path
        if file not in self.files:
            return self.problem(name, f"{what} leads nowhere: {address}")
        fragment = unquote(target.fragment)
        if fragment and fragment != "top" and file in self.pages and fragment not in self.pages[file].ids:
            return self.problem(name, f"{what}: {file} has no #{fragment}")
        return file

    def check_pages(self):
        reached, queue = {"index.html"}, deque(["index.html"])
        leads = {name: [self.check(name, *reference) for reference in page.references] for name, page in self.pages.items()}
        while queue:
            for file in leads.get(queue.popleft(), []):
                if file in self.pages and file not in reached:
                    reached.add(file)
                    queue.append(file)
        for name, page in self.pages.items():
            redirect = any(what == "<meta refresh>" for what, _, _ in page.references)
            if name not in reached and name != "404.html" and not redirect:
                self.problem(name, "no page leads here")
            for text in page.data:
                try:
                    json.loads(text)
                except ValueError as error:
                    self.problem(name, f"JSON-LD can't be read: {error}")

    def check_others(self):
        for name in sorted(self.files):
            if name.endswith(".css"):
                for match in re.finditer(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", self.text(name)):
                    address = match[1] or match[2]
                    if not address.startswith(("data:", "#")):
                        self.check(name, "url()", address, True)
            elif name.startswith("sitemap") and name.endswith(".xml"):
                places = [node.text or "" for node in xml.fromstring(self.text(name)).iter() if node.tag.endswith("}loc")]
                if not places:
                    self.problem(name, "is empty")
                for place in places:
                    self.check(name, "<loc>", place, True)
            elif name.endswith(".webmanifest"):
                manifest = json.loads(self.text(name))
                self.check(name, "start_url", manifest["start_url"], True)
                for icon in manifest["icons"]:
                    self.check(name, "icon", icon["src"], True)
            elif name.endswith(".opml"):
                for node in xml.fromstring(self.text(name)).iter("outline"):
                    for key in ("xmlUrl", "htmlUrl"):
                        if key in node.attrib:
                            self.check(name, key, node.attrib[key], True)


def main():
    site = Site(sys.argv[1], sys.argv[2])
    if "index.html" not in site.pages or len(site.pages) < 2:
        sys.exit(f"{sys.argv[1]} is no built site")
    site.check_pages()
    site.check_others()
    for problem in sorted(set(site.problems)):
        print(problem, file=sys.stderr)
    if site.problems:
        sys.exit(f"{len(set(site.problems))} problems among {site.checked} links of {len(site.pages)} pages")
    print(f"{site.checked} links of {len(site.pages)} pages are right")


main()
