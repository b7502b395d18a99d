"""What a feed must be like: the rules that the W3C's feed validator checks, as far as they apply.

RFC 4287 for Atom, the RSS 2.0 specification with the RSS Advisory Board's profile, JSON Feed 1.1.
Each function yields what is wrong, and nothing for a sound feed.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_RFC_822 = re.compile(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_ONCE_IN_FEED = {"id", "title", "updated", "subtitle", "generator", "rights", "icon", "logo"}
_ONCE_IN_ENTRY = {"id", "title", "updated", "published", "summary", "content", "rights", "source"}
_KNOWN = {*_ONCE_IN_FEED, *_ONCE_IN_ENTRY, "entry", "link", "author", "category", "contributor"}
_CHANNEL = {"title", "link", "description", "language", "copyright", "lastBuildDate", "generator"}
_CHANNEL |= {"docs", "item", f"{ATOM}link"}
_ITEM = {"title", "link", "guid", "pubDate", "description", "category"}
_ITEM |= {f"{ATOM}updated", f"{DC}creator"}
_FORBIDDEN = {"script", "style", "iframe", "object", "embed", "img", "form", "meta", "link", "base"}


def is_moment(text: str | None) -> bool:
    """Whether a text is a moment of RFC 3339 that the calendar has."""
    if not text or not _MOMENT.fullmatch(text):
        return False
    return datetime.fromisoformat(text).tzinfo == UTC


def is_absolute(address: str | None) -> bool:
    """Whether an address can be opened from anywhere and has no sign that an IRI cannot have."""
    parts = urlsplit(address or "")
    return parts.scheme in {"http", "https"} and bool(parts.netloc) and not _has_space(address)


def _has_space(address: str | None) -> bool:
    return bool(re.search(r'[\s<>"{}|\\^`]', address or ""))


class _Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.wrong: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _FORBIDDEN:
            self.wrong.append(f"<{tag}> in HTML")
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.wrong.append(f"attribute {name} in HTML")
            if name in {"href", "src"} and not is_absolute(value):
                self.wrong.append(f"relative address {value} in HTML")


def _elements(
    parent: ET.Element, once: set[str], known: set[str], needed: set[str]
) -> Iterator[str]:
    space = ATOM if parent.tag.startswith(ATOM) else ""
    counts = Counter(each.tag.removeprefix(space) for each in parent)
    yield from (f"{name} is missing in {parent.tag}" for name in needed if not counts[name])
    yield from (f"{name} stands {counts[name]} times" for name in once if counts[name] > 1)
    yield from (f"unknown element {name}" for name in counts if name not in known)


def atom_faults(text: bytes, address: str) -> Iterator[str]:
    """What is wrong with an Atom feed that is published at an address."""
    root = ET.fromstring(text)
    yield from ["control characters"] if _CONTROL.search(text.decode()) else []
    yield from ["no feed"] if root.tag != f"{ATOM}feed" else []
    known = _KNOWN - {"published", "summary", "content", "source"}
    yield from _elements(root, _ONCE_IN_FEED, known, {"id", "title", "updated"})
    yield from _atom_common(root)
    links = {each.get("rel"): each for each in root.iterfind(f"{ATOM}link")}
    own = links.get("self")
    if own is None or own.get("href") != address or own.get("type") != "application/atom+xml":
        yield "the link to itself is wrong"
    if not is_absolute(root.findtext(f"{ATOM}id")):
        yield "the id is no address"
    entries = root.findall(f"{ATOM}entry")
    yield from _repeated(each.findtext(f"{ATOM}id") for each in entries)
    moments = [each.findtext(f"{ATOM}updated") or "" for each in entries]
    if moments != sorted(moments, reverse=True):
        yield "the newest does not come first"
    if moments and root.findtext(f"{ATOM}updated") != moments[0]:
        yield "the feed is not as new as its newest entry"
    has_author = root.find(f"{ATOM}author") is not None
    for each in entries:
        yield from _atom_entry(each, has_author=has_author)


def _atom_entry(entry: ET.Element, *, has_author: bool) -> Iterator[str]:
    known = _KNOWN - {"entry", "subtitle", "generator", "icon", "logo"}
    yield from _elements(entry, _ONCE_IN_ENTRY, known, {"id", "title", "updated"})
    yield from _atom_common(entry)
    if not has_author and entry.find(f"{ATOM}author") is None:
        yield "nobody wrote an entry"
    published, updated = (entry.findtext(f"{ATOM}{name}") for name in ("published", "updated"))
    if published and updated and published > updated:
        yield "changed before it was published"
    content = entry.find(f"{ATOM}content")
    if content is not None:
        yield from ["content is no HTML"] if content.get("type") != "html" else []
        yield from _Tags(content.text or "").wrong
    told = content is not None or entry.findtext(f"{ATOM}summary")
    yield from [] if told else ["an entry says nothing"]
    yield from [] if is_absolute(entry.findtext(f"{ATOM}id")) else ["the id is no address"]


def _atom_common(element: ET.Element) -> Iterator[str]:
    for name in ("updated", "published"):
        found = element.find(f"{ATOM}{name}")
        if found is not None and not is_moment(found.text):
            yield f"{name} is no moment: {found.text}"
    if not (element.findtext(f"{ATOM}title") or "").strip():
        yield "the title is empty"
    kinds = [(each.get("rel"), each.get("type")) for each in element.iterfind(f"{ATOM}link")]
    yield from _repeated(map(str, kinds))
    yield from [] if ("alternate", "text/html") in kinds else ["no link to the page"]
    for each in element.iterfind(f"{ATOM}link"):
        yield from [] if is_absolute(each.get("href")) else ["a link is not absolute"]
    for each in element.iterfind(f"{ATOM}category"):
        yield from [] if each.get("term") else ["a category without a term"]
        yield from [] if is_absolute(each.get("scheme")) else ["a scheme is no address"]
    for each in element.iterfind(f"{ATOM}author"):
        yield from [] if (each.findtext(f"{ATOM}name") or "").strip() else ["a nameless author"]
    yield from _languages(element)


def _languages(element: ET.Element) -> Iterator[str]:
    for each in (element, *element.iterfind(f"{ATOM}title")):
        language = each.get(LANG)
        if language is not None and not _LANGUAGE.fullmatch(language):
            yield f"{language} is no language"


def _repeated(ids: Iterator[str | None]) -> Iterator[str]:
    counts = Counter(ids)
    yield from (f"{name} stands twice" for name, count in counts.items() if count > 1)


def rss_faults(text: bytes, address: str) -> Iterator[str]:
    """What is wrong with an RSS feed that is published at an address."""
    root = ET.fromstring(text)
    yield from ["control characters"] if _CONTROL.search(text.decode()) else []
    if root.tag != "rss" or root.get("version") != "2.0" or len(root) != 1:
        yield "no RSS 2.0"
    channel = root[0]
    once = _CHANNEL - {"item"}
    yield from _elements(channel, once, _CHANNEL, {"title", "link", "description"})
    own = channel.find(f"{ATOM}link")
    expected = {"rel": "self", "type": "application/rss+xml", "href": address}
    yield from [] if own is not None and own.attrib == expected else ["no link to itself"]
    yield from [] if _is_rfc_822(channel.findtext("lastBuildDate")) else ["lastBuildDate"]
    yield from [] if is_absolute(channel.findtext("link")) else ["the page has no address"]
    if not _LANGUAGE.fullmatch(channel.findtext("language") or ""):
        yield "no language"
    items = channel.findall("item")
    yield from _repeated(each.findtext("guid") for each in items)
    for each in items:
        yield from _rss_item(each)


def _rss_item(item: ET.Element) -> Iterator[str]:
    names = [each.tag for each in item]
    yield from (f"unknown element {name}" for name in names if name not in _ITEM)
    counts = Counter(names)
    for name in ("title", "link", "guid", "pubDate", "description"):
        yield from [] if counts[name] == 1 else [f"{counts[name]} times {name}"]
        yield from [] if (item.findtext(name) or "").strip() else [f"{name} is empty"]
    guid = item.find("guid")
    assert guid is not None
    if guid.get("isPermaLink") == "true" and not is_absolute(guid.text):
        yield "guid is no permanent link"
    yield from [] if is_absolute(item.findtext("link")) else ["link is not absolute"]
    yield from [] if _is_rfc_822(item.findtext("pubDate")) else ["pubDate"]
    updated = item.find(f"{ATOM}updated")
    yield from [] if updated is None or is_moment(updated.text) else ["atom:updated"]
    yield from _Tags(item.findtext("description") or "").wrong


def _is_rfc_822(text: str | None) -> bool:
    if not text or not _RFC_822.fullmatch(text):
        return False
    return f"{parsedate_to_datetime(text):%a, %d %b %Y %H:%M:%S} GMT" == text


def json_faults(text: bytes, address: str) -> Iterator[str]:
    """What is wrong with a JSON feed that is published at an address."""
    feed = json.loads(text)
    expected = {"version": "https://jsonfeed.org/version/1.1", "feed_url": address}
    yield from (f"{name} is wrong" for name, value in expected.items() if feed[name] != value)
    yield from [] if feed["title"] else ["no title"]
    yield from [] if is_absolute(feed["home_page_url"]) else ["the page has no address"]
    yield from [] if _LANGUAGE.fullmatch(feed["language"]) else ["no language"]
    yield from _repeated(each["id"] for each in feed["items"])
    for each in (feed, *feed["items"]):
        authors = each.get("authors", [])
        yield from ["a nameless author"] if not all(one.get("name") for one in authors) else []
    for each in feed["items"]:
        yield from _json_item(each)


def _json_item(item: dict[str, object]) -> Iterator[str]:
    allowed = {"id", "url", "title", "content_html", "content_text", "image", "authors", "tags"}
    allowed |= {"date_published", "date_modified"}
    yield from (f"unknown field {name}" for name in item if name not in allowed)
    yield from [] if isinstance(item["id"], str) and item["id"] else ["no id"]
    if ("content_html" in item) == ("content_text" in item):
        yield "an item says nothing, or says it twice"
    for name in ("url", "image"):
        yield from [] if name not in item or is_absolute(str(item[name])) else [f"{name} is wrong"]
    for name in ("date_published", "date_modified"):
        yield from [] if is_moment(str(item[name])) else [f"{name} is no moment"]
    yield from _Tags(str(item.get("content_html", ""))).wrong
