"""The page on which readers look whether a sentence, or what a text says, has been checked."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.assets import CHECKED_SCRIPT, CHECKED_STYLE
from claimbook.boundaries.script import safe_json
from claimbook.settings import Settings
from claimbook.views.filter_bar import RatingChoice, filter_bar
from claimbook.views.links import Link, Links
from claimbook.views.new_claim import PLACE as NEW_CLAIM
from claimbook.views.page import Desk, Page

PLACE = "checked/index"
FOLDER = "checked"
_WORDS = "checked.script_"


@dataclass(frozen=True, slots=True)
class HasBeenCheckedPage:
    """The page before its script has run; ``told`` is what the script has to know, as JSON.

    ``ratings`` are those that claims bear, with the signs that stand for them in the data.
    """

    title: str
    lead: str
    told: str
    script: str
    ratings: tuple[RatingChoice, ...]
    claim: str
    all_claims: Link


def is_offered(settings: Settings) -> bool:
    """Whether a publication has the page."""
    return settings.exports.checked


def has_been_checked_pages(desk: Desk) -> Iterator[Page]:
    """The page, where a publication offers it."""
    catalogue, say = desk.catalogue, desk.say
    links = Links.of(catalogue.style, PLACE)
    if not is_offered(catalogue.settings):
        return
    title, count = say("checked.title"), len(catalogue.corpus.claims)
    bar = filter_bar(catalogue, links)
    model = HasBeenCheckedPage(
        title=title,
        lead=say.count("checked.lead", count),
        told=safe_json(_told(desk, links)),
        script=links.file(CHECKED_SCRIPT),
        ratings=bar.ratings if bar else (),
        claim=bar.claim if bar else "",
        all_claims=desk.see_all(),
    )
    yield Page(PLACE, title, say("checked.description"), "checked", model, CHECKED_STYLE)


def _told(desk: Desk, links: Links) -> dict[str, object]:
    has_builder = desk.catalogue.settings.exports.builder
    return {
        "index": links.file(f"{FOLDER}/"),
        "language": desk.say.language,
        "new": links.to(NEW_CLAIM) if has_builder else "",
        "words": desk.say.beginning(_WORDS),
    }
