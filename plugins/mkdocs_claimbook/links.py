"""Claims in hand-written Markdown: links to claim files and ``[@claim-id]`` become page links.

Both are resolved in two steps. First they are given an address of our own scheme, which MkDocs's
own check of links leaves alone; after that check the address becomes the way to the page.
"""

import posixpath
import re
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from mkdocs.plugins import get_plugin_logger

from claimbook.diagnostics import did_you_mean
from mkdocs_claimbook.targets import Targets

log = get_plugin_logger("claimbook")
_SCHEME = "claimbook:"
_MENTION = r"\[@([^\]\s]+)\]"
_CLAIM_FILE = re.compile(r"^(?![a-z][a-z0-9+.-]*:|/|#)([^?#]+\.ya?ml)(#.*)?$", re.IGNORECASE)


@dataclass(slots=True)
class Origin:
    """The hand-written page that is being read: its path in the docs folder and its text."""

    uri: str = ""
    text: str = ""

    @property
    def location(self) -> str:
        """Where the page stands, as fragments say it."""
        return page_location(self.uri)

    def place_of(self, word: str) -> str:
        """The first line that holds ``word``, as ``page.md:12``."""
        at = self.text.find(word)
        return f"{self.uri}:{self.text.count(chr(10), 0, at) + 1}" if at >= 0 else self.uri


def page_location(uri: str) -> str:
    """The location of a Markdown file: its path without suffix, a README being an index."""
    stem = uri.rpartition(".")[0]
    folder, slash, name = stem.rpartition("/")
    return f"{folder}{slash}index" if name == "README" else stem


class ClaimLinks(Extension):
    """Python-Markdown extension; ``origin`` is set before each page is read."""

    def __init__(self, targets: Targets) -> None:
        super().__init__()
        self.origin = Origin()
        self._targets = targets

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the steps around MkDocs's own (priority 0)."""
        md.inlinePatterns.register(_Mentions(self, md), "claimbook-mention", 175)
        md.treeprocessors.register(_Marking(self, md), "claimbook-mark", 5)
        md.treeprocessors.register(_Resolving(self, md), "claimbook-resolve", -10)

    def page_of_file(self, href: str) -> str | None:
        """The location of the page made of the file that a link names, or None and a warning."""
        folder = posixpath.dirname(self.origin.uri)
        path = posixpath.normpath(posixpath.join(self._targets.docs, folder, href))
        location = self._targets.files.get(path)
        if location is None:
            hint = did_you_mean(path, self._targets.files) or "link to a file of a published claim"
            self._warn(href, f"the link `{href}` leads to no published claim", hint)
        return location

    def mention(self, name: str) -> str | None:
        """The HTML that stands for ``[@name]``, or None and a warning."""
        if name not in self._targets.claims:
            hint = did_you_mean(name, self._targets.claims) or "name a published claim by its id"
            self._warn(f"[@{name}]", f"no published claim is called `{name}`", hint)
            return None
        return self._targets.site.claim_reference(name, self.origin.location)

    def href(self, location: str) -> str:
        """The way from the page being read to another."""
        return self._targets.site.style.link(self.origin.location, location)

    def _warn(self, word: str, message: str, hint: str) -> None:
        log.warning("%s: %s (%s)", self.origin.place_of(word), message, hint)


class _Mentions(InlineProcessor):
    def __init__(self, links: ClaimLinks, md: Markdown) -> None:
        super().__init__(_MENTION, md)
        self._links = links

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Any, int | None, int | None]:
        del data
        html = self._links.mention(m[1])
        if html is None:
            return None, None, None
        return self.md.htmlStash.store(html), m.start(0), m.end(0)


class _Marking(Treeprocessor):
    def __init__(self, links: ClaimLinks, md: Markdown) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: Element) -> None:
        """Give links to claim files an address that MkDocs takes for an external one."""
        for link in root.iter("a"):
            found = _CLAIM_FILE.match(link.get("href", ""))
            location = self._links.page_of_file(found[1]) if found else None
            if found and location:
                link.set("href", f"{_SCHEME}{location}{found[2] or ''}")
            elif found:
                # Warned of already, with the nearest name; MkDocs would warn a second time.
                link.attrib.pop("href")
                link.tag = "span"


class _Resolving(Treeprocessor):
    def __init__(self, links: ClaimLinks, md: Markdown) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: Element) -> None:
        """Turn our addresses into the way to the page."""
        for link in root.iter("a"):
            href = link.get("href", "")
            if href.startswith(_SCHEME):
                location, hash_, anchor = href.removeprefix(_SCHEME).partition("#")
                link.set("href", f"{self._links.href(location)}{hash_}{anchor}")
