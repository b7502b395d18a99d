"""The claims that use a shared source, and what it shows about each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from claimbook.corpus import Filed
from claimbook.records import Claim, Evidence, Source
from claimbook.resting import derives, resting_on
from claimbook.values import SourceStatus
from claimbook.views.links import claim_location
from claimbook.views.marks import Mark, sign_of
from claimbook.views.page import Desk
from claimbook.views.sources import short_name


@dataclass(frozen=True, slots=True)
class Showing:
    """What a source shows about one claim; ``through`` says by way of which other source."""

    stance: str
    icon: Markup | None
    label: str
    says: str
    quote: str
    language: str | None = None
    through: str = ""


@dataclass(frozen=True, slots=True)
class Use:
    """A claim that a source is used in."""

    title: str
    href: str
    language: str | None
    mark: Mark
    shows: tuple[Showing, ...]


def is_retracted(source: Filed[Source]) -> bool:
    """Whether its publisher has retracted it."""
    return source.record.status is SourceStatus.RETRACTED


def claims_on(source: Filed[Source], desk: Desk) -> Iterable[str]:
    """The ids of published claims that use a source.

    Of one that was retracted also those that rest on it through others, or only mention it.
    """
    corpus = desk.catalogue.corpus
    if is_retracted(source):
        return [each.claim.id for each in resting_on(source.id, corpus) if not each.claim.is_draft]
    return desk.catalogue.backlinks.by_source.get(source.id, ())


def use_of(claim: str, source: Filed[Source], desk: Desk) -> Use:
    """A claim, and all that it has from a source."""
    card = desk.catalogue.cards[claim]
    record = desk.catalogue.corpus.claims[claim].record
    shows = tuple(_showings(record, source, desk)) or (_mention(desk),)
    href = desk.links.to(claim_location(claim))
    return Use(card.title, href, card.language, card.mark, shows)


def _mention(desk: Desk) -> Showing:
    return Showing("mention", None, desk.say("source.mentions"), "", "")


def _showings(claim: Claim, source: Filed[Source], desk: Desk) -> Iterator[Showing]:
    foreign = desk.catalogue.foreign
    for each in claim.evidence:
        if each.source == source.id:
            yield _showing(each, foreign(source.record.language), "", desk)
        elif is_retracted(source):
            yield from _through(each, claim, source, desk)
    for place in claim.appearances:
        if place.source == source.id:
            label = desk.say("lists.shows_appearance")
            language = foreign(source.record.language)
            yield Showing("appearance", None, label, "", place.quote or "", language)


def _through(
    evidence: Evidence, claim: Claim, source: Filed[Source], desk: Desk
) -> Iterator[Showing]:
    cited = desk.catalogue.corpus.source(evidence.source, claim)
    if cited and derives(cited, source.id, claim, desk.catalogue.corpus):
        through = desk.say("source.through", name=short_name(cited.source))
        yield _showing(evidence, desk.catalogue.foreign(cited.source.language), through, desk)


def _showing(evidence: Evidence, language: str | None, through: str, desk: Desk) -> Showing:
    # What is said of a source that is written out in a claim, only the claim's own page shows.
    is_shared = isinstance(evidence.source, str)
    return Showing(
        evidence.stance.value,
        sign_of(desk.catalogue.stance_icons[evidence.stance]),
        desk.say(f"lists.shows_{evidence.stance.value}"),
        (evidence.says or "") if is_shared else "",
        (evidence.quote or "") if is_shared else "",
        language,
        through,
    )
