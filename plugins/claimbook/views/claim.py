"""The page of one claim."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from claimbook.corpus import FiledClaim
from claimbook.data import Fixed
from claimbook.graph import ledger
from claimbook.records import Claim, Claimant
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.coins import check_coins
from claimbook.views.evidence import EvidenceLedger, evidence_ledger, exhibits
from claimbook.views.evidence_figure import EvidenceFigure, evidence_figure
from claimbook.views.footer import Footer, footer
from claimbook.views.history import Event, history_of
from claimbook.views.links import ALL_CLAIMS, Link, Links, claim_location
from claimbook.views.marks import Mark
from claimbook.views.places import Place, places
from claimbook.views.quotations import PLACE as QUOTATIONS
from claimbook.views.references import Entry, entries
from claimbook.views.register import Register
from claimbook.views.relations import (
    RelatedClaim,
    RelationGroup,
    related_claim,
    related_claims,
)
from claimbook.views.review import (
    Amendment,
    Due,
    Particular,
    Reply,
    Withdrawn,
    amendment,
    due,
    particulars,
    reply,
    small_corrections,
    withdrawn,
)
from claimbook.views.story import Story, story_of
from claimbook.wording import Moment, Wording


class Speaker(Fixed):
    """Who made the claim."""

    name: str
    role: str
    href: str | None


class ClaimPage(NamedTuple):
    """Everything the page of a claim shows, from top to bottom."""

    claim: str
    language: str | None
    all_claims: str
    topics: tuple[Link, ...]
    speaker: Speaker
    claimed: Moment | None
    mark: Mark
    rating_href: str
    verdict: str
    particulars: tuple[Particular, ...]
    withdrawn: Withdrawn | None
    superseded_by: tuple[RelatedClaim, ...]
    due: Due | None
    small_corrections: str
    places: tuple[Place, ...]
    about: tuple[Link, ...]
    analysis: Markup
    evidence: EvidenceLedger
    quotations: str
    map: EvidenceFigure | None
    sources: tuple[Entry, ...]
    is_by_author: bool
    coins: Markup
    sole_source: str
    not_verified: tuple[str, ...]
    replies: tuple[Reply, ...]
    story: Story
    related: tuple[RelationGroup, ...]
    corrections: tuple[Amendment, ...]
    history: tuple[Event, ...]
    footer: Footer


def claim_page(claim: FiledClaim, catalogue: Catalogue) -> ClaimPage:
    """The page model of a claim."""
    record, review, say = claim.record, claim.record.review, catalogue.say
    location = claim_location(claim.id)
    links, address = Links.of(catalogue.style, location), absolute(location, catalogue)
    register = Register(catalogue, record)
    # Sources are numbered in the order of the page, so what cites them is made in that order.
    shown_places = tuple(places(claim, register, catalogue, links))
    analysis = register.prose(review.analysis)
    shown = exhibits(record, register)
    counts = ledger(catalogue.corpus, record, register.of_evidence())
    replies = tuple(reply(each, register, say) for each in review.responses)
    corrections = tuple(amendment(each, register, catalogue) for each in review.corrections)
    same = register.same_origin(counts.voices)
    story = story_of(claim.id, catalogue, links)
    mark = catalogue.cards[claim.id].mark
    return ClaimPage(
        claim=record.claim,
        language=catalogue.foreign(record.language),
        all_claims=links.to(ALL_CLAIMS),
        topics=tuple(_topics(record, catalogue, links)),
        speaker=_speaker(record, catalogue, links),
        claimed=say.moment_if_known(record.claimed),
        mark=mark,
        rating_href=links.to("ratings/index" if record.withdrawn else f"ratings/{mark.key}"),
        verdict=review.verdict,
        particulars=tuple(particulars(record, catalogue)),
        withdrawn=withdrawn(record, say),
        superseded_by=_superseded_by(record, catalogue, links),
        due=due(record, catalogue),
        small_corrections=small_corrections(corrections, say),
        places=shown_places,
        about=tuple(_entity(each, catalogue, links) for each in record.about),
        analysis=analysis,
        evidence=evidence_ledger(shown, counts, same, register, catalogue),
        quotations=links.to(QUOTATIONS),
        map=evidence_figure(shown, counts, register, say),
        sources=entries(register, same, catalogue, links),
        is_by_author=catalogue.settings.citations.is_by_author,
        coins=check_coins(claim, address, catalogue.settings),
        sole_source=review.sole_source or "",
        not_verified=review.not_verified,
        replies=replies,
        story=story,
        related=related_claims(claim, story.others, catalogue, links),
        corrections=corrections,
        history=history_of(record, catalogue),
        footer=footer(claim, catalogue, links),
    )


def _topics(claim: Claim, catalogue: Catalogue, links: Links) -> Iterator[Link]:
    for name in claim.topics:
        topic = catalogue.corpus.topics.get(name)
        if topic:
            yield Link(topic.label, links.to(f"topics/{name}"))


def _speaker(claim: Claim, catalogue: Catalogue, links: Links) -> Speaker:
    entity = _entity(claim.claimant, catalogue, links)
    role = catalogue.corpus.claimant(claim.claimant).record.role
    return Speaker(entity.text, role or "", entity.href)


def _entity(reference: Claimant | str, catalogue: Catalogue, links: Links) -> Link:
    person = catalogue.people.find(reference)
    if person is None:
        return Link(catalogue.corpus.claimant(reference).record.name)
    return Link(person.record.name, links.to(f"claimants/{person.id}"))


def _superseded_by(claim: Claim, catalogue: Catalogue, links: Links) -> tuple[RelatedClaim, ...]:
    others = claim.related.superseded_by if claim.related else ()
    return tuple(
        related_claim(each, catalogue, links) for each in others if each in catalogue.cards
    )


def last_change(claim: Claim) -> str | None:
    """The day the page last changed in substance, for the sitemap."""
    review = claim.review
    dates = chain(
        (review.reviewed, claim.withdrawn.date if claim.withdrawn else None),
        (each.date for each in review.corrections),
    )
    known = [each for each in dates if each]
    return max(known, key=lambda each: each.earliest).plain[:10] if known else None


def sections(model: ClaimPage, say: Wording) -> Iterator[tuple[str, str]]:
    """The sections of the page that are there: the id and the title of each."""
    present = (
        ("appearances", "claim.appearances", model.places),
        ("analysis", "claim.analysis", model.analysis),
        ("evidence", "claim.evidence", not model.evidence.is_empty),
        ("sources", "source.heading", model.sources),
        ("not-verified", "claim.not_verified", model.not_verified),
        ("replies", "claim.replies", model.replies),
        ("related", "claim.related", model.story.steps or model.related),
        ("corrections", "claim.corrections", model.corrections),
        ("history", "claim.history", model.history or model.footer.versions),
        ("cite", "claim.cite", True),
    )
    for name, title, is_there in present:
        if is_there:
            yield name, say(title)
