"""The accessibility statement: what is aimed at, how that is tested, and where it falls short."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from claimbook.settings import OWN_PAGE
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.page import Desk, Page

_PLACE = "accessibility"
_STANDARD = "https://www.w3.org/TR/WCAG22/"


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """The statement; ``report`` is empty where the publication names no way to be reached."""

    title: str
    name: str
    standard: str
    report: str
    is_own_report: bool


def accessibility_pages(desk: Desk) -> Iterator[Page]:
    """The statement of the publication."""
    say, name = desk.say, desk.catalogue.publication.name
    title = say("accessibility.title")
    report, is_own = _report(desk)
    model = AccessibilityPage(title, name, _STANDARD, report, is_own)
    yield Page(_PLACE, title, say("accessibility.description", name=name), "accessibility", model)


def _report(desk: Desk) -> tuple[str, bool]:
    """Where barriers are reported, and whether that is a page of the site itself."""
    publication = desk.catalogue.publication
    own = OWN_PAGE.fullmatch(publication.report)
    if own:
        return f"{desk.links.to(own['location'])}{own['anchor'] or ''}", True
    return _filled(publication.report, desk.catalogue) or publication.repository, False


def _filled(pattern: str, catalogue: Catalogue) -> str:
    """A pattern made for claims, filled in with the statement's own particulars."""
    values = {
        "{path}": "",
        "{id}": _PLACE,
        "{title}": quote(catalogue.say("accessibility.report_title"), safe=""),
        "{url}": quote(absolute(_PLACE, catalogue), safe=""),
    }
    for name, value in values.items():
        pattern = pattern.replace(name, value)
    return pattern
