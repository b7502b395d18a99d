"""What a rendered page is before it is woven into a theme, and where pages stand."""

from dataclasses import dataclass
from enum import StrEnum
from posixpath import relpath
from typing import ClassVar


class Layout(StrEnum):
    """Which shell a page is woven into."""

    CLAIM = "claim"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Fragment:
    """One page without its theme: everything a shell needs to become that page.

    ``location`` is the page's path without suffix, as a document in ``site_src`` would have it
    (``claims/disney-deal``, ``topics/index``). ``title`` and ``description`` are plain text;
    ``head`` and ``body`` trusted HTML. ``toc`` holds pairs of element id and plain title.
    ``updated`` is an ISO date for the sitemap, ``edit_path`` the claim file's path;
    ``is_forwarding`` marks a page that only leads to another, whose address it then bears.
    ``beside`` are files that are published with the page: paths and contents.
    """

    location: str
    layout: Layout
    title: str
    description: str
    head: str
    body: str
    toc: tuple[tuple[str, str], ...] = ()
    updated: str | None = None
    edit_path: str | None = None
    is_forwarding: bool = False
    beside: tuple[tuple[str, bytes], ...] = ()

    # How the title on the page is marked as the place where its content begins.
    TITLE: ClassVar[str] = ' id="page-title"'

    @property
    def has_title(self) -> bool:
        """Whether the title on the page is marked as the place where its content begins."""
        return self.TITLE in self.body


@dataclass(frozen=True, slots=True)
class UrlStyle:
    """How locations become addresses: ``claims/x/`` or ``claims/x.html`` (as MkDocs has it)."""

    use_directories: bool = True

    def url(self, location: str) -> str:
        """The page's address below the site's root; empty for the home page."""
        if not self.use_directories:
            return f"{location}.html"
        folder, _, name = location.rpartition("/")
        if name == "index":
            return f"{folder}/" if folder else ""
        return f"{location}/"

    def file(self, location: str) -> str:
        """The file the page is written to, below the site's root."""
        if not self.use_directories or location.rpartition("/")[2] == "index":
            return f"{location}.html"
        return f"{location}/index.html"

    def locations(self, file: str) -> tuple[str, ...]:
        """Where a page may stand that is written to this file; nowhere for what is no page."""
        stem = file.removesuffix(".html")
        return tuple(at for at in (stem, stem.removesuffix("/index")) if self.file(at) == file)

    def link(self, origin: str, target: str) -> str:
        """A relative link from one location to another (or to a file with a suffix)."""
        to = self.url(target) if "." not in target.rpartition("/")[2] else target
        base = self.file(origin).rpartition("/")[0]
        if not to:
            return relpath(".", base or ".") + "/"
        relative = relpath(to, base or ".")
        return f"{relative}/" if to.endswith("/") else relative

    def base(self, location: str) -> str:
        """The relative link from a page to the site's root, ``.`` or ``..`` or ``../..``."""
        return "/".join([".."] * self.file(location).count("/")) or "."
