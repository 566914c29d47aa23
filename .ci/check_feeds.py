#!/usr/bin/env python3
"""Reads every feed of a built site as readers' programs do.

    check_feeds.py SITE BASE_URL

Fails on a feed that can't be parsed, is empty, lacks its own address, or whose items
lack an identity, a title or a date, lead to no page of the site, hold addresses that
mean nothing outside it, or state a wrong length of their image.
"""

import json
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import feedparser

FORMATS = {"feed.xml": "rss20", "atom.xml": "atom10", "feed.json": "json"}


class Addresses(HTMLParser):
    """Addresses in an item's HTML that a reader elsewhere could not follow."""

    def __init__(self, html):
        super().__init__()
        self.relative = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src", "poster", "cite", "data") and not urlsplit(value or "").scheme:
                self.relative.append(f"<{tag} {name}={value}>")
            if name == "srcset":
                candidates = [part.split()[0] for part in (value or "").split(",") if part.strip()]
                self.relative += [f"<{tag} srcset={one}>" for one in candidates if not urlsplit(one).scheme]


def read_xml(data, wanted):
    """The items and own addresses of RSS or Atom, and what is wrong with the whole."""
    feed = feedparser.parse(data, resolve_relative_uris=False, sanitize_html=False)
    problems = [f"can't be parsed: {feed.get('bozo_exception')}"] if feed.bozo else []
    if feed.version != wanted:
        problems.append(f"is {feed.version or 'no feed'}, not {wanted}")
    if not feed.feed.get("title"):
        problems.append("has no title")
    own = [link.href for link in feed.feed.get("links", []) if link.get("rel") == "self"]
    items = []
    for entry in feed.entries:
        html = [part.value for part in entry.get("content", [])] + [entry.get("summary", "")]
        images = [(link.href, link.get("length")) for link in entry.get("links", []) if link.get("rel") == "enclosure"]
        date = entry.get("published_parsed") and entry.get("published")
        items.append((entry.get("id"), entry.get("link"), entry.get("title"), date, html, images))
    return own, items, problems


def read_json(data):
    """The same of a JSON Feed."""
    feed = json.loads(data)
    problems = [] if feed.get("version") == "https://jsonfeed.org/version/1.1" else ["is not JSON Feed 1.1"]
    if not feed.get("title"):
        problems.append("has no title")
    items = []
    for item in feed.get("items", []):
        images = [(one["url"], str(one["size_in_bytes"])) for one in item.get("attachments", [])]
        html = [item.get("content_html", "")]
        if not (item.get("content_html") or item.get("content_text")):
            problems.append(f"{item.get('id')}: has no content")
        items.append((item.get("id"), item.get("url"), item.get("title"), item.get("date_published"), html, images))
    return [feed.get("feed_url")], items, problems


def file_of(site, base, url):
    """The file of the output behind an address, if it is there."""
    if not (url or "").startswith(base):
        return None
    path = unquote(urlsplit(url).path[len(urlsplit(base).path) :])
    file = site / (path + "index.html" if path == "" or path.endswith("/") else path)
    return file if file.is_file() else None


def check(site, base, path):
    """The identities in a feed, and what is wrong with it."""
    data = path.read_bytes()
    own, items, problems = read_json(data) if path.suffix == ".json" else read_xml(data, FORMATS[path.name])
    expected = base + path.relative_to(site).as_posix()
    if [unquote(url or "") for url in own] != [expected]:
        problems.append(f"says of itself that it is {own}, not {expected}")
    if not items:
        problems.append("is empty")
    for identity, link, title, date, html, images in items:
        named = [("id", identity), ("title", title), ("date", date)]
        problems += [f"{link}: has no {name}" for name, value in named if not value]
        if file_of(site, base, link) is None:
            problems.append(f"{link}: is no page of the site")
        for text in html:
            problems += [f"{link}: relative address {address}" for address in Addresses(text).relative]
        for url, length in images:
            file = file_of(site, base, url)
            if file is None or str(file.stat().st_size) != length:
                problems.append(f"{link}: the image {url} is missing or not {length} bytes long")
    identities = [item[0] for item in items]
    if len(set(identities)) != len(identities):
        problems.append("has two items with one id")
    return identities, problems


def main():
    site = Path(sys.argv[1])
    base = sys.argv[2] if sys.argv[2].endswith("/") else sys.argv[2] + "/"
    feeds = sorted(path for path in site.rglob("*") if path.name in FORMATS)
    problems, folders, entries = [], {}, 0
    for path in feeds:
        identities, found = check(site, base, path)
        entries += len(identities)
        folders.setdefault(path.parent, {})[path.name] = identities
        problems += [f"{path.relative_to(site)}: {problem}" for problem in found]
    for folder, formats in folders.items():
        if set(formats) != set(FORMATS) or len({tuple(ids) for ids in formats.values()}) != 1:
            problems.append(f"{folder.relative_to(site)}: the formats are not {sorted(FORMATS)} with the same items")
    if site not in folders:
        problems.append("the site itself has no feeds")
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        sys.exit(f"{len(problems)} problems in {len(feeds)} feeds")
    print(f"{len(feeds)} feeds with {entries} items are right")


main()
