"""Claims and sources in hand-written Markdown.

Links to claim files and ``[@claim-id]`` lead to pages, ``[@source-id, p. 4]`` cites a source. Links
are resolved in two steps. First they are given an address of our own scheme, which MkDocs's own
check of links leaves alone; after that check the address becomes the way to the page.
"""

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from mkdocs.plugins import get_plugin_logger

from claimbook.diagnostics import did_you_mean
from claimbook.prose_citations import CITATION, Citation, citations
from claimbook.views.page_sources import PageSources
from mkdocs_claimbook.targets import Targets

log = get_plugin_logger("claimbook")
_SCHEME = "claimbook:"
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
        self._targets = targets
        self.origin = Origin()
        self._sources: PageSources | None = None

    def begin(self, origin: Origin) -> None:
        """A page is about to be read."""
        self.origin, self._sources = origin, None

    @property
    def sources(self) -> PageSources:
        """The sources that the page being read has cited so far."""
        if self._sources is None:
            self._sources = self._targets.site.page_sources(self.origin.text)
        return self._sources

    @property
    def has_cited(self) -> bool:
        """Whether the page being read has cited a source."""
        return bool(self._sources and self._sources.sources)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the steps around MkDocs's own (priority 0)."""
        md.inlinePatterns.register(_Citations(self, md), "claimbook-cite", 175)
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

    def cited(self, group: Sequence[Citation | None], written: str) -> str | None:
        """The HTML that stands for ``[@name]`` or several; None and a warning where there is none.

        Claims are mentioned by their titles, sources cited by their numbers. What is no citation
        stays as it is, without a warning.
        """
        found = [each for each in group if each]
        if len(found) < len(group):
            return None
        claims = [each.source for each in found if self._is_claim(each)]
        if len(claims) == len(found):
            site, location = self._targets.site, self.origin.location
            return ", ".join(site.claim_reference(name, location) for name in claims)
        if claims:
            message = f"`{written}` names claims and sources"
            self._warn(written, message, "write them in brackets of their own")
            return None
        return self._sources_of(found, written)

    def _is_claim(self, citation: Citation) -> bool:
        return citation.source in self._targets.claims and citation.locator is None

    def _sources_of(self, found: Sequence[Citation], written: str) -> str | None:
        known = self._targets.sources
        unknown = [each.source for each in found if each.source not in known]
        for name in unknown:
            names = [*self._targets.claims, *known]
            hint = did_you_mean(name, names) or "name a published claim or a source by its id"
            self._warn(written, f"no published claim and no source is called `{name}`", hint)
        return None if unknown else self.sources.html(found)

    def href(self, location: str) -> str:
        """The way from the page being read to another."""
        return self._targets.site.style.link(self.origin.location, location)

    def _warn(self, word: str, message: str, hint: str) -> None:
        log.warning("%s: %s (%s)", self.origin.place_of(word), message, hint)


class _Citations(InlineProcessor):
    def __init__(self, links: ClaimLinks, md: Markdown) -> None:
        super().__init__(CITATION.pattern, md)
        self._links = links

    def handleMatch(  # type: ignore[override]  # noqa: N802 - Python-Markdown's name
        self, m: re.Match[str], data: str
    ) -> tuple[Any, int | None, int | None]:
        del data
        html = self._links.cited([*citations(m)], m[0])
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
