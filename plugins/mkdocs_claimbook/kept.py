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
        corpus, renderer = compilation.corpus, self._renderer or Renderer()
        known = _told((settings, style, day, self._templates, _shown(compilation)))
        if self._site is None or known != self._lists:
            self._lists, self._site = known, Site(corpus, settings, style, renderer, day)
        else:
            self._site = self._site.with_corpus(corpus)
        return self._site


def _shown(compilation: Compilation) -> list[object]:
    """All that lists show: the faces of published claims, and files that are none."""
    faces = compilation.faces
    claims = [(each.id, faces.get(each.path)) for each in compilation.corpus.claims.values()]
    others = [(path, kept) for path, kept in compilation.digests.items() if path not in faces]
    drafts = [(each.id, faces.get(each.path)) for each in compilation.corpus.drafts.values()]
    return [claims, drafts, others]


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
