"""The policy of every page: what the theme itself brings is known before any claim is."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig

from claimbook.policy.directives import Policy, guarded, hashed
from claimbook.policy.inspection import inspected, is_plain
from claimbook.policy.needs import Need
from claimbook.policy.telling import SHEETS, Refused, refused
from claimbook.settings import Security
from mkdocs_claimbook.filling import TEMPLATE
from mkdocs_claimbook.rendering import USUAL, References

# A page that stands alone has neither scripts nor styles of its own, and its own policy.
_ALONE = Policy(Security(), has_web_assembly=False)


class Seen(NamedTuple):
    """What pages need beyond their policies, and what the theme itself puts into them."""

    refused: list[Refused]
    scripts: frozenset[str]
    styles: frozenset[str]


@dataclass
class Police:
    """Gives pages their policies, and collects what they need beyond them.

    Elements that stand in a page itself are allowed if the theme's own page, in which nothing
    stands, holds the very same; a page is never asked what it should be allowed. ``templates`` are
    those of hand-written pages. Where nothing is ``allowed``, nothing is done.
    """

    allowed: Security
    references: References
    has_search: bool = True
    templates: frozenset[str] = frozenset({USUAL})
    refused: list[Refused] = field(default_factory=list)
    # What the pages of the theme hold themselves, for the headers of all of them.
    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)

    @cached_property
    def _plain(self) -> Policy:
        return Policy(self.allowed, self.has_search)

    @property
    def whole(self) -> Policy:
        """One policy for all pages that have been seen so far."""
        return self._plain.with_inline(self.scripts, self.styles)

    def take(self) -> "Seen":
        """What has been seen since this was asked before."""
        seen = Seen(self.refused, frozenset(self.scripts), frozenset(self.styles))
        self.refused = []
        return seen

    def note(self, seen: "Seen") -> None:
        """Remember what was seen elsewhere."""
        self.refused += seen.refused
        self.scripts |= seen.scripts
        self.styles |= seen.styles

    def woven(self, html: str, path: str) -> str:
        """A page of ours, or its shell, with its policy."""
        depth = path.count("/")
        return self._with_policy(html, path, [(TEMPLATE, depth, True)])

    def hosted(self, html: str, path: str) -> str:
        """A page that MkDocs has written, with its policy."""
        depth = path.count("/")
        return self._with_policy(html, path, [(each, depth, False) for each in self._usual])

    @property
    def _usual(self) -> list[str]:
        return sorted(self.templates | {USUAL, TEMPLATE})

    def look_at(self, html: bytes, fragment: bytes, path: str) -> None:
        """Look at a page of ours; its ``fragment`` is what is not its shell's."""
        if self.allowed.enforced and not is_plain(fragment):
            page = html.decode("utf-8", "replace")
            policy = self._policy(page, [(TEMPLATE, path.count("/"), True)], path)
            self.refused += refused(page, path, policy)

    def look_at_file(self, data: bytes, path: str) -> None:
        """Look at a file of ours that is a page with a policy of its own."""
        if self.allowed.enforced and path.endswith(".html") and not is_plain(data):
            self.refused += refused(data.decode("utf-8", "replace"), path, _ALONE)

    def look_at_sheet(self, data: bytes, path: str) -> None:
        """Look at a style sheet, which has the policy of the pages that name it."""
        if self.allowed.enforced and not self.is_apart(path):
            self.refused += refused(data.decode("utf-8", "replace"), path, self._plain)

    def _with_policy(self, html: str, path: str, alike: Iterable[tuple[str, int, bool]]) -> str:
        if not self.allowed.enforced or self.is_apart(path):
            return html
        policy = self._policy(html, alike, path)
        self.refused += refused(html, path, policy)
        return guarded(html, policy.text)

    def is_apart(self, path: str) -> bool:
        """Whether a page lies in a folder that its owner looks after."""
        return any(path.startswith(f"{folder}/") for folder in self.allowed.apart)

    def _policy(self, html: str, alike: Iterable[tuple[str, int, bool]], path: str) -> Policy:
        """The policy of a page: of its elements, those that the theme's own pages have, too."""
        scripts, styles = _inline(html, "")
        if not scripts and not styles:
            return self._plain
        known_scripts: set[str] = set()
        known_styles: set[str] = set()
        for page in self._references(alike, path):
            known = _inline(page, self.references.word)
            known_scripts |= known[0]
            known_styles |= known[1]
        scripts, styles = scripts & known_scripts, styles & known_styles
        self.scripts |= scripts
        self.styles |= styles
        return self._plain.with_inline(scripts, styles)

    def _references(self, alike: Iterable[tuple[str, int, bool]], path: str) -> Iterator[str]:
        if path in self.references.statics:
            yield self.references.static(path)
            return
        for template, depth, is_woven in alike:
            yield self.references.page(template, depth, is_woven=is_woven)


def _inline(html: str, word: str) -> tuple[set[str], set[str]]:
    """Hashes of the scripts and of the styles in a page, but of those that hold a word."""
    scripts: set[str] = set()
    styles: set[str] = set()
    for each in inspected(html):
        if each.need in _INLINE and not (word and word in each.what):
            (scripts if each.need is Need.INLINE_SCRIPT else styles).add(hashed(each.what))
    return scripts, styles


_INLINE = frozenset({Need.INLINE_SCRIPT, Need.INLINE_STYLE})


def police_folder(police: Police, config: MkDocsConfig, ours: Iterable[str]) -> None:
    """Give their policies to all pages of a built site but those that have theirs, ``ours``."""
    if not police.allowed.enforced:
        return
    site, known = Path(config.site_dir), frozenset(ours)
    for path in sorted(pages_in(site) - known):
        data = (site / path).read_bytes()
        written = _written(data)
        html = data.decode(*written)
        with_policy = police.hosted(html, path)
        if with_policy != html:
            (site / path).write_bytes(with_policy.encode(*written))
    for sheet in sorted(site.rglob(f"*{SHEETS}")):
        path = sheet.relative_to(site).as_posix()
        if path not in known:
            police.look_at_sheet(sheet.read_bytes(), path)


def pages_in(site: Path) -> frozenset[str]:
    """The paths of all pages in a folder, however their names end."""
    found = (each for each in site.rglob("*.[hH][tT][mM]*") if each.suffix.lower() in _PAGES)
    return frozenset(each.relative_to(site).as_posix() for each in found)


_PAGES = frozenset({".html", ".htm"})
_MARKS = ((BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))


def _written(data: bytes) -> tuple[str, str]:
    """How a page is written, and what is done about bytes that are no text.

    By the mark at its beginning, which browsers believe before all else (Encoding, section 6).
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    return (marked, "replace") if marked else ("utf-8", "surrogateescape")
