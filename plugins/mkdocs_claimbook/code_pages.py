"""One page for each diagnostic, made of the catalogue that `claimbook explain` shows."""

import re
from collections.abc import Iterator
from functools import cache

from markdown import Markdown

from claimbook.catalogue import ENTRIES, FAMILIES, Entry
from claimbook.fragment import Fragment, Layout, UrlStyle

# The second word of a fence tells tests whether the example should pass.
_FENCE = re.compile(r"^```(\w+) \w+(?: (\S+))?$", re.MULTILINE)
_H1 = re.compile(r'<h1 id="[^"]*"')
_EXTENSIONS = ("attr_list", "tables", "toc", "pymdownx.highlight", "pymdownx.superfences")
_CRUMBS = (
    '<div class="cb"><nav class="cb-crumbs" aria-label="Breadcrumb">'
    '<ol><li><a href="{}">All problems</a></li></ol></nav></div>'
)
_KIND = 'data-pagefind-filter="kind:code" data-pagefind-meta="kind:code"'
_INDEX = """# Problems

Every problem that Claimbook reports bears a code and a name, both of which stay as they are. Each
has a page: what it says, why it matters, an example of the mistake, and what to do instead.
`claimbook explain CB204` shows the same pages in a terminal.
"""
_HEAD = """
## {}

| Code | Name | Weight | What it says |
| --- | --- | --- | --- |
"""


def code_locations(folder: str) -> tuple[str, ...]:
    """Where the index of codes and their pages stand."""
    return (f"{folder}/index", *(_location(folder, each) for each in ENTRIES))


def code_pages(folder: str, style: UrlStyle) -> Iterator[Fragment]:
    """The pages and their index; they are ours, so no Markdown of a stranger is rendered here."""
    index = f"{folder}/index"
    listed, toc = html_of(_INDEX + "".join(_families(folder, style, index)))
    body = f'<div class="cb-codes" data-pagefind-body {_KIND}>{listed}</div>'
    summary = "Every problem that Claimbook reports."
    yield Fragment(index, Layout.LIST, "Problems", summary, "", body, toc)
    for each in ENTRIES:
        location = _location(folder, each)
        yield _page(location, each, style.link(location, index))


def _families(folder: str, style: UrlStyle, index: str) -> Iterator[str]:
    """A table for each family of codes."""
    for digit, title in FAMILIES.items():
        yield _HEAD.format(title)
        for each in ENTRIES:
            if each.family == digit:
                yield _row(each, style.link(index, _location(folder, each)))


def _page(location: str, entry: Entry, index: str) -> Fragment:
    body, toc = html_of(_FENCE.sub(_plain_fence, entry.page_markdown))
    body = f"{_CRUMBS.format(index)}<div data-pagefind-body {_KIND}>{body}</div>"
    return Fragment(location, Layout.LIST, str(entry.code), entry.summary, "", body, toc)


def _plain_fence(fence: re.Match[str]) -> str:
    """A fence as Markdown knows it, below the name of the file that it holds, if it tells one."""
    return f"`{fence[2]}`:\n\n```{fence[1]}" if fence[2] else f"```{fence[1]}"


@cache
def html_of(markdown: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """HTML and headings; remembered, as a preview builds the same pages over and over."""
    reader = Markdown(extensions=list(_EXTENSIONS))
    body = _H1.sub('<h1 id="page-title"', reader.convert(markdown))
    headings = [each for top in reader.toc_tokens for each in top["children"]]  # type: ignore[attr-defined]
    return body, tuple((each["id"], each["name"]) for each in headings)


def _location(folder: str, entry: Entry) -> str:
    return f"{folder}/{entry.code.id.lower()}"


def _row(entry: Entry, href: str) -> str:
    code = entry.code
    summary = entry.summary.replace("|", "\\|")
    # By its name a code is found too: `#undefined-source`.
    name = f"[`{code.name}`]({href}){{#{code.name}}}"
    return f"| [{code.id}]({href}) | {name} | {code.severity} | {summary} |\n"
