"""A fragment's values in MkDocs's words."""

import os.path
import posixpath
import re
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from mkdocs.config.config_options import EditURITemplate
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents, get_toc

from claimbook.boundaries.hypertext import escaped, without_escaped_brackets
from claimbook.fragment import Fragment, UrlStyle
from claimbook.weave import Values
from mkdocs_claimbook.project import root_of

TEMPLATE = "claimbook/shell.html"
_TITLE = "page-title"


def fill(page: Page, fragment: Fragment, values: Values) -> None:
    """Give a page of MkDocs a fragment's content; plain text is escaped, as themes expect it."""
    name_page(page, values.title)
    page.content = values.content
    page.toc = _contents(fragment, values)
    page.meta = {
        "title": escaped(values.title),
        "description": escaped(values.description),
        "template": TEMPLATE,
        "claimbook": {"head": values.head},
        # Material draws cards only for pages that it has seen before.
        "social": {"cards": False},
    }


def name_page(page: Page, title: str) -> None:
    """Give a page its title, unless the navigation or somebody before has given it one."""
    if "title" not in vars(page):
        page.title = in_brackets(escaped(title))


def _contents(fragment: Fragment, values: Values) -> TableOfContents:
    """The sections below the title: where a theme's link past the navigation leads."""
    sections = get_toc(
        [
            {"level": 2, "id": name, "name": escaped(title), "children": []}
            for name, title in fragment.toc
        ]
    )
    if not fragment.has_title:
        return sections
    above = AnchorLink(escaped(values.title), _TITLE, 1)
    above.children = [*sections]
    return TableOfContents([above])


class Addresses:
    """Where the pages of a site stand, and where their files are edited."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        self._style = UrlStyle(config.use_directory_urls)
        self._base = config.site_url.rstrip("/") if config.site_url else ""
        self._before, self._after = _edit_pattern(config)

    @property
    def manner(self) -> str:
        """What decides about all addresses."""
        edit = (self._config.repo_url, self._config.edit_uri, self._config.edit_uri_template)
        return repr((self._base, self._style, self._before, self._after, edit))

    def values(self, fragment: Fragment) -> Values:
        """What a fragment puts into a shell of this site."""
        location = fragment.location
        return Values(
            fragment.title,
            fragment.description,
            fragment.head,
            fragment.body,
            canonical=f"{self._base}/{self._style.url(location)}" if self.has_own(fragment) else "",
            edit=self._edit(fragment.edit_path) if self.has_edit(fragment) else "",
            name=location.rpartition("/")[2],
        )

    def has_own(self, fragment: Fragment) -> bool:
        """Whether a page tells its own address: one that only leads elsewhere does not."""
        return bool(self._base) and not fragment.is_forwarding

    def has_edit(self, fragment: Fragment) -> bool:
        """Whether there is a place to edit the page's file."""
        return bool(fragment.edit_path and self._before)

    def _edit(self, path: str | None) -> str:
        if path and _PLAIN.fullmatch(path):
            return f"{self._before}{path}{self._after}"
        return edit_url(path, self._config)


_PLAIN = re.compile(r"[\w-][\w./-]*", re.ASCII)
_PROBE = "claims/probe.yml"


def _edit_pattern(config: MkDocsConfig) -> tuple[str, str]:
    """What stands before and behind the path of a file in the address of its editor."""
    before, _, after = edit_url(_PROBE, config).partition(_PROBE)
    return before, after


def in_brackets(title: str) -> str:
    """An escaped title whose angle brackets stay harmless where a theme takes the escapes back.

    Material strips tags from titles, which unescapes what is left, and prints that as it is.
    """
    return without_escaped_brackets(title)


def edit_url(path: str | None, config: MkDocsConfig) -> str:
    """Where the claim's file is edited, by the repository settings of `mkdocs.yml`; or empty.

    MkDocs's settings lead to the folder of Markdown pages; claims lie beside it, and only MkDocs
    itself knows how its settings become an address.
    """
    if path is None or not (config.edit_uri or config.edit_uri_template):
        return ""
    root, docs = root_of(config), Path(config.docs_dir).resolve()
    pages = f"{Path(os.path.relpath(docs, root)).as_posix()}/"
    uri = str(config.edit_uri or "").replace("{", "{{").replace("}", "}}")
    template = str(config.edit_uri_template or f"{uri}{{path}}")
    to_root = template.replace(f"{pages}{{path", "{path")
    file = File("page.md", None, "", use_directory_urls=True)
    beside = posixpath.join(posixpath.relpath(".", pages), path)
    file.edit_uri = beside if to_root == template else path
    settings = {
        "repo_url": config.repo_url,
        "edit_uri_template": EditURITemplate().run_validation(to_root),
    }
    return _normal(Page(None, file, settings).edit_url or "")  # type: ignore[arg-type]


def _normal(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=posixpath.normpath(parts.path))) if url else ""
