"""The accessibility statement: what is aimed at, how that is tested, and where it falls short."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.views.addresses import Subject, filled, patterns
from claimbook.views.links import Link
from claimbook.views.page import Desk, Page

_PLACE = "accessibility"
_STANDARD = "https://www.w3.org/TR/WCAG22/"


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """The statement; ``report`` is None where the publication names no way to be reached."""

    title: str
    name: str
    standard: Link
    report: Link | None


def accessibility_pages(desk: Desk) -> Iterator[Page]:
    """The statement of the publication."""
    say, name = desk.say, desk.catalogue.publication.name
    title = say("accessibility.title")
    standard = Link(say("accessibility.standard_name"), _STANDARD)
    model = AccessibilityPage(title, name, standard, _report(desk))
    yield Page(_PLACE, title, say("accessibility.description", name=name), "accessibility", model)


def _report(desk: Desk) -> Link | None:
    """Where barriers are reported: as errors are, or else where the publication is kept."""
    publication = desk.catalogue.publication
    subject = Subject(_PLACE, _PLACE, desk.say("accessibility.report_title"))
    filled_in = filled(patterns(publication).report, subject, desk.catalogue, desk.links)
    href = filled_in or publication.repository
    return Link(desk.say("accessibility.report_link"), href) if href else None
