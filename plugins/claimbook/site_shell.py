"""A shell taken from a site that any generator has built.

The generator is given one page, ``claimbook-shell``, whose title is the word ``claimbook-title``,
whose description is ``claimbook-description``, and whose only paragraph is ``claimbook-content``.
The page it builds becomes the shell of every claim page: links to the site's root, which all begin
with as many ``..`` as the page lies deep, are written anew for each depth.
"""

import re
from posixpath import dirname, relpath

from claimbook.slim import slimmed
from claimbook.weave import Shell, Values, cut, described

PAGE = "claimbook-shell"
# Where the built page may lie: below one folder at least, or its root would have no name.
PLACES = (f"{PAGE}/index.html", f"claims/{PAGE}/index.html", f"claims/{PAGE}.html")

WORDS = Values(
    title="claimbook-title",
    description="claimbook-description",
    head="claimbook-head",
    content="claimbook-content",
    canonical="https://claimbook.invalid/",
)
_ROOT = "\ue000root\ue001"
_BLOCK = re.compile(r"<(p|div|h1)\b[^>]*>\s*claimbook-content\s*</\1>")
_TITLE_HEADING = re.compile(r"<h1\b[^>]*>\s*claimbook-title\s*(?:<a\b[^>]*>[^<]*</a>\s*)?</h1>")


def site_shell(page: str, place: str) -> Shell | None:
    """Cut the page built at ``place``; None where it does not hold the words it should.

    The shell's root is open: :func:`rooted` closes it for the depth of a page.
    """
    marked = _with_open_root(_with_one_content(_with_own_address(page, place)), place)
    shell = cut(described(slimmed(marked), WORDS.description), WORDS)
    return shell if shell.is_whole else None


def rooted(shell: Shell, root: str) -> Shell:
    """The shell for pages whose way to the site's root is ``root``: ``.``, ``..``, ``../..``."""
    return Shell(tuple(piece.replace(_ROOT, root) for piece in shell.pieces), shell.openings)


def site_address(page: str, place: str) -> str:
    """The site's address, ending with ``/``, as the page at ``place`` tells it; empty if not."""
    found = _own_address(place).search(page)
    return found[1] if found else ""


def _own_address(place: str) -> re.Pattern[str]:
    own = re.escape(place.removesuffix("index.html"))
    return re.compile(rf"(?<=[\"'=])(https?://[^\"'\s<>]*/){own}(?=[\"'\s>])")


def _with_own_address(page: str, place: str) -> str:
    return _own_address(place).sub(WORDS.canonical, page)


def _with_one_content(page: str) -> str:
    """One place for the content, and no heading but the one that a fragment brings itself."""
    before, word, after = _BLOCK.sub(
        WORDS.content, _TITLE_HEADING.sub("", page), count=1
    ).partition(WORDS.content)
    return before + word + after.replace(WORDS.content, "")


def _with_open_root(page: str, place: str) -> str:
    root = re.escape(relpath(".", dirname(place) or "."))
    return re.sub(rf"(?<=[\"'=(]){root}(?=[/\"'\s>)])(?!/\.\.)", _ROOT, page)
