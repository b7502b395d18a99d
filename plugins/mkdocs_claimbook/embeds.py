"""Lines such as ``[[claimbook:latest 5]]`` in hand-written pages, replaced by what they name."""

import re
from dataclasses import dataclass
from html import unescape

from mkdocs.plugins import get_plugin_logger

from claimbook.diagnostics import did_you_mean
from claimbook.site import EMBEDS, Site
from claimbook.views.embeds import UnknownClaimError
from claimbook.views.page_sources import closed
from mkdocs_claimbook.links import ClaimLinks

log = get_plugin_logger("claimbook")
# Markdown makes a paragraph of a line of its own; what stands in code is none.
_LINE = re.compile(r"<p>\[\[claimbook:([\w-]+)((?:\s+[^\]<]*)?)\]\]</p>")
_BIBLIOGRAPHY = "bibliography"
_NAMES = EMBEDS | {_BIBLIOGRAPHY}


def embedded(html: str, site: Site, links: ClaimLinks) -> str:
    """The page with every embed filled in, and with a list of the sources that it cites.

    An unknown embed stays as it is, with a warning. The list stands at the end where no line says
    where it should.
    """
    filling = _Filling(site, links)
    filled = _LINE.sub(filling.fill, html)
    if links.has_cited and not filling.has_bibliography:
        filled += filling.bibliography(has_title=True)
    return closed(filled)


@dataclass(slots=True)
class _Filling:
    site: Site
    links: ClaimLinks
    has_bibliography: bool = False

    def fill(self, found: re.Match[str]) -> str:
        name, argument = found[1], unescape(found[2]).strip()
        if name == _BIBLIOGRAPHY:
            self.has_bibliography = True
            return self.bibliography(has_title=False) if self.links.has_cited else ""
        if name not in EMBEDS:
            hint = did_you_mean(name, _NAMES) or f"the names are {', '.join(sorted(_NAMES))}"
            return self._left(found, f"there is no embed `{name}`", hint)
        try:
            filled = self.site.embed(name, argument, self.links.origin.location)
        except UnknownClaimError as error:
            hint = error.hint or "name a published claim by its id"
            return self._left(found, f"no published claim is called `{argument}`", hint)
        # What is shown here is found by its own page.
        return f"<div data-pagefind-ignore>{filled}</div>"

    def _left(self, found: re.Match[str], message: str, hint: str) -> str:
        place = self.links.origin.place_of(f"[[claimbook:{found[1]}{unescape(found[2]).rstrip()}")
        log.warning("%s: %s (%s)", place, message, hint)
        return found[0]

    def bibliography(self, *, has_title: bool) -> str:
        location = self.links.origin.location
        return self.site.bibliography(self.links.sources, location, has_title=has_title)
