"""Lists in the navigation of a preview: named at once, made when they are asked for.

They are pages of MkDocs, which would make them in every build. Here they are made as MkDocs
makes them, one at a time.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from mkdocs.commands.build import get_context
from mkdocs.structure.files import InclusionLevel
from mkdocs.structure.pages import Page

from claimbook.fragment import Fragment
from mkdocs_claimbook.filling import TEMPLATE, Addresses, fill, name_page
from mkdocs_claimbook.rendering import Theme

_ID = re.compile(r"\sid=\"?([^\"\s>]+)")


def anchors_of(fragment: Fragment) -> set[str]:
    """What may be linked to in a page."""
    return set(_ID.findall(fragment.body))


class LateAnchors(set[str]):
    """What may be linked to in a page, found out when somebody asks for the first time."""

    def __init__(self, found: Callable[[], set[str]]) -> None:
        super().__init__()
        self._found = found

    def __contains__(self, anchor: object) -> bool:
        return anchor in self._found()


@dataclass(slots=True)
class HostedPages:
    """The pages, by location; ``made`` gives the fragment of one."""

    theme: Theme
    made: Callable[[str], Fragment | None]
    _pages: dict[str, tuple[Page, InclusionLevel]] = field(default_factory=dict)

    def name(self, location: str, title: str) -> None:
        """Give a page its title, unless the navigation has one; MkDocs is to leave it alone."""
        file = self.theme.files.get_file_from_path(f"{location}.md")
        if file is None or file.page is None:
            return
        name_page(file.page, title)
        file.page.present_anchor_ids = LateAnchors(lambda: self._anchors(location))
        self._pages[location] = (file.page, file.inclusion)
        file.inclusion = InclusionLevel.EXCLUDED

    def _anchors(self, location: str) -> set[str]:
        fragment = self.made(location)
        return anchors_of(fragment) if fragment else set()

    def give_back(self) -> None:
        """Let the pages count as pages again, now that MkDocs has written the others."""
        for page, inclusion in self._pages.values():
            page.file.inclusion = inclusion

    def html(self, location: str) -> str | None:
        """A page as MkDocs writes it; None where it has none of ours there."""
        fragment = self.made(location)
        if fragment is None or location not in self._pages:
            return None
        page, _ = self._pages[location]
        fill(page, fragment, Addresses(self.theme.config).values(fragment))
        page.active = True
        try:
            return self._rendered(page)
        finally:
            page.active = False

    def _rendered(self, page: Page) -> str:
        config, nav = self.theme.config, self.theme.nav
        context = get_context(nav, self.theme.files, config, page)
        context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
        html = self.theme.env.get_template(TEMPLATE).render(context)
        return config.plugins.on_post_page(html, page=page, config=config) or ""
