"""Lines such as ``[[claimbook:latest 5]]`` in hand-written pages, replaced by what they name."""

import re
from html import unescape

from mkdocs.plugins import get_plugin_logger

from claimbook.diagnostics import did_you_mean
from claimbook.site import EMBEDS, Site
from mkdocs_claimbook.links import Origin

log = get_plugin_logger("claimbook")
# Markdown makes a paragraph of a line of its own; what stands in code is none.
_LINE = re.compile(r"<p>\[\[claimbook:([\w-]+)((?:\s+[^\]<]*)?)\]\]</p>")


def embedded(html: str, site: Site, origin: Origin) -> str:
    """The page with every embed filled in; an unknown one stays as it is, with a warning."""

    def fill(found: re.Match[str]) -> str:
        if found[1] not in EMBEDS:
            hint = did_you_mean(found[1], EMBEDS) or f"the names are {', '.join(sorted(EMBEDS))}"
            place = origin.place_of(f"[[claimbook:{found[1]}")
            log.warning("%s: there is no embed `%s` (%s)", place, found[1], hint)
            return found[0]
        filled = site.embed(found[1], unescape(found[2]).strip(), origin.location)
        # What is shown here is found by its own page.
        return f"<div data-pagefind-ignore>{filled}</div>"

    return _LINE.sub(fill, html)
