"""What the search reads of a page that is not a claim: its heading and what stands below that.

A list repeats what its claims say, so all else of it stays out of the index. A text under check is
read whole, so that readers find where something was said, too.
"""

import re

# The first folder of a page's location says what kind of page it is.
_KINDS = {
    "claimants": "person",
    "sources": "source",
    "publishers": "publisher",
    "topics": "topic",
    "documents": "document",
}
_DEPTH = 2
_HEADING = re.compile(r"<h1\b")
_LEAD = re.compile(r'<(p class="?cb-(?:lead|reference)|article class="?cb-prose cb-text)\b')


def searchable(html: str, location: str) -> str:
    """The page with its heading and its lead, or its text, marked; later pages stay unmarked."""
    kind = kind_of(location)
    if kind is None:
        return html
    marks = (
        f'data-pagefind-body data-pagefind-filter="kind:{kind}" data-pagefind-meta="kind:{kind}"'
    )
    html = _HEADING.sub(f"<h1 {marks}", html, count=1)
    return _LEAD.sub(_marked, html, count=1)


def _marked(found: re.Match[str]) -> str:
    name, attributes = found[1].split(" ", 1)
    return f"<{name} data-pagefind-body {attributes}"


def kind_of(location: str) -> str | None:
    """What heading a page stands under in the results; None for a page that is not searched."""
    folders = location.split("/")
    if folders[-1] == "index" or len(folders) < _DEPTH:
        return "list"
    return _KINDS.get(folders[0]) if len(folders) == _DEPTH else None
