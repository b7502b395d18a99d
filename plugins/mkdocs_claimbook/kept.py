"""What a preview keeps of one build for the next, as long as it would be made the same."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import claimbook
from claimbook.compile import Compilation
from claimbook.data import digest
from claimbook.fragment import UrlStyle
from claimbook.recent import Recent
from claimbook.render import Renderer
from claimbook.settings import Settings
from claimbook.site import Site
from claimbook.wording import Wording
from mkdocs_claimbook.icons import ThemeIcons
from mkdocs_claimbook.served_search import ServedSearch

_TEMPLATES = Path(claimbook.__file__).parent / "templates"


@dataclass(slots=True)
class Kept:
    """What came of files, the templates, and everything that was made for lists.

    ``recent`` and ``search`` are None for a build that is the only one; ``titles`` are those of
    lists that are called the same whatever they list.
    """

    recent: Recent | None = None
    search: ServedSearch | None = None
    titles: dict[str, str] = field(default_factory=dict)
    _templates: bytes = b""
    _renderer: Renderer | None = None
    _others: bytes = b""
    _lists: bytes = b""
    _site: Site | None = None

    def renderer(self, own: tuple[str, ...], icons: ThemeIcons, wording: Wording) -> Renderer:
        """A renderer for the theme; ``own`` are the folders of the site's owner."""
        known = _told((own, icons, wording.language, _marks(own), _marks([_TEMPLATES])))
        if self._renderer is None or known != self._templates:
            self._templates, self._renderer = known, Renderer(own, icons, wording)
            self.titles.clear()
        return self._renderer

    def site(
        self, compilation: Compilation, settings: Settings, style: UrlStyle, day: date
    ) -> Site:
        """The site of a corpus, with what was made for the last one where lists are the same."""
        corpus, old = compilation.corpus, self._site
        others = _told((settings, style, day, self._templates, compilation.others))
        lists = _told((others, compilation.shown))
        if old is None or others != self._others:
            site = Site(corpus, settings, style, self._renderer or Renderer(), day)
        else:
            site = old.with_corpus(corpus) if lists == self._lists else old.with_claims(corpus)
        self._others, self._lists, self._site = others, lists, site
        return site


def _marks(folders: Iterable[str | Path]) -> list[tuple[str, ...]]:
    """What tells that files are the same: name, size and the time of the last change."""
    found = sorted(path for folder in folders for path in Path(folder).rglob("*"))
    return [_mark(path) for path in found]


def _mark(path: Path) -> tuple[str, ...]:
    try:
        stat = path.stat()
    except OSError:
        # Editors make files beside those that they write, and remove them at once.
        return (str(path),)
    return (str(path), str(stat.st_size), str(stat.st_mtime_ns))


def _told(what: object) -> bytes:
    return digest(repr(what).encode("utf-8", "surrogatepass"))
