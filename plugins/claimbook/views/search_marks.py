"""What the search reads of a page that is not a claim: its heading and what stands below that.

A list repeats what its claims say, so all else of it stays out of the index.
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
_LEAD = re.compile(r'<p class="?cb-(?:lead|reference)\b')


def searchable(html: str, location: str) -> str:
    """The page with its heading and its lead marked for the search; later pages stay unmarked."""
    kind = kind_of(location)
    if kind is None:
        return html
    marks = (
        f'data-pagefind-body data-pagefind-filter="kind:{kind}" data-pagefind-meta="kind:{kind}"'
    )
    html = _HEADING.sub(f"<h1 {marks}", html, count=1)
    return _LEAD.sub(lambda found: f"<p data-pagefind-body {found[0][3:]}", html, count=1)


def kind_of(location: str) -> str | None:
    """What heading a page stands under in the results; None for a page that is not searched."""
    folders = location.split("/")
    if folders[-1] == "index" or len(folders) < _DEPTH:
        return "list"
    return _KINDS.get(folders[0]) if len(folders) == _DEPTH else None
