"""The page of one claim."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from claimbook.citations.apa import page_citation
from claimbook.corpus import FiledClaim
from claimbook.dates import PartialDate
from claimbook.format import Moment, date_text, listed, moment, moment_if_known
from claimbook.records import Appearance, Claim, Claimant, Correction, Response
from claimbook.views.addresses import absolute, filled
from claimbook.views.catalogue import Catalogue
from claimbook.views.evidence import EvidenceLedger, evidence_ledger
from claimbook.views.links import ALL_CLAIMS, Link, Links, claim_location
from claimbook.views.marks import Mark, unknown_mark
from claimbook.views.references import Entry, entries
from claimbook.views.register import Mention, Register
from claimbook.views.relations import (
    RelatedClaim,
    RelationGroup,
    related_claim,
    related_claims,
)
from claimbook.views.sources import opening_href, short_name


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who made the claim."""

    name: str
    role: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the claim was made, and in which words."""

    title: str
    publisher: str
    language: str | None
    href: str | None
    quote: str
    locator: str
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class Particular:
    """A line of the review's particulars."""

    term: str
    text: str
    iso: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One request for comment."""

    asked: str
    outcome: str
    answer: str
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction of ours."""

    date: Moment
    wrong: Markup
    now: Markup
    before: Mark | None
    after: Mark | None


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """When and why the fact-check was taken back."""

    date: Moment
    reason: str


@dataclass(frozen=True, slots=True)
class SearchFields:
    """What search filters and sorts by."""

    year: str
    topics: tuple[str, ...]
    sort: str


@dataclass(frozen=True, slots=True)
class Footer:
    """How to cite, find again, report and edit the page."""

    citation: str
    permalink: str
    report: str
    edit: str


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """Everything the page of a claim shows, from top to bottom."""

    id: str
    title: str
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
    places: tuple[Place, ...]
    about: tuple[Link, ...]
    analysis: Markup
    evidence: EvidenceLedger
    sources: tuple[Entry, ...]
    sole_source: str
    not_verified: tuple[str, ...]
    replies: tuple[Reply, ...]
    related: tuple[RelationGroup, ...]
    corrections: tuple[Amendment, ...]
    footer: Footer
    search: SearchFields


def claim_page(claim: FiledClaim, catalogue: Catalogue) -> ClaimPage:
    """The page model of a claim."""
    record, review = claim.record, claim.record.review
    links = Links.of(catalogue.style, claim_location(claim.id))
    register = Register(catalogue, record)
    places = tuple(_places(record, register, catalogue, links))
    analysis = register.prose(review.analysis, "analysis")
    evidence = evidence_ledger(record, register, catalogue)
    replies = tuple(_reply(each, register) for each in review.responses)
    corrections = tuple(_amendment(each, register, catalogue) for each in review.corrections)
    mark = catalogue.withdrawn if record.withdrawn else _mark(review.rating, catalogue)
    return ClaimPage(
        id=claim.id,
        title=claim.title,
        claim=record.claim,
        language=catalogue.foreign(record.language),
        all_claims=links.to(ALL_CLAIMS),
        topics=tuple(_topics(record, catalogue, links)),
        speaker=_speaker(record, catalogue, links),
        claimed=moment_if_known(record.claimed),
        mark=mark,
        rating_href=links.to("ratings/index" if record.withdrawn else f"ratings/{mark.key}"),
        verdict=review.verdict,
        particulars=tuple(_particulars(record, catalogue)),
        withdrawn=_withdrawn(record),
        superseded_by=_superseded_by(record, catalogue, links),
        places=places,
        about=tuple(_entity(each, catalogue, links) for each in record.about),
        analysis=analysis,
        evidence=evidence,
        sources=entries(register, catalogue, links),
        sole_source=review.sole_source or "",
        not_verified=review.not_verified,
        replies=replies,
        related=related_claims(claim, catalogue, links),
        corrections=corrections,
        footer=_footer(claim, catalogue, links),
        search=_search(record, catalogue),
    )


def _mark(key: str, catalogue: Catalogue) -> Mark:
    return catalogue.marks.get(key) or unknown_mark(key, lambda _: "")


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


def _places(
    claim: Claim, register: Register, catalogue: Catalogue, links: Links
) -> Iterator[Place]:
    for each in claim.appearances:
        place = (
            _document_place(each, each.document, catalogue, links)
            if each.document
            else _source_place(each, register, catalogue)
        )
        if place:
            yield place


def _document_place(
    appearance: Appearance, name: str, catalogue: Catalogue, links: Links
) -> Place | None:
    filed = catalogue.corpus.documents.get(name)
    if filed is None:
        return None
    return Place(
        filed.record.title,
        filed.record.publisher or "",
        catalogue.foreign(filed.record.language),
        links.to(f"documents/{name}"),
        appearance.quote or "",
        appearance.locator or "",
        None,
    )


def _source_place(appearance: Appearance, register: Register, catalogue: Catalogue) -> Place | None:
    mention = register.mention(appearance.source, "appearance") if appearance.source else None
    if mention is None:
        return None
    source = register.sources[mention.number - 1].cited.source
    name = short_name(source)
    return Place(
        source.title,
        "" if name == source.title else name,
        catalogue.foreign(source.language),
        opening_href(source),
        appearance.quote or "",
        appearance.locator or "",
        mention,
    )


def _particulars(claim: Claim, catalogue: Catalogue) -> Iterator[Particular]:
    review = claim.review
    if claim.withdrawn:
        yield Particular("Rated until then", _mark(review.rating, catalogue).label)
    if review.confidence:
        yield Particular("Confidence", review.confidence.value)
    if review.true_as_of:
        yield _dated("True as of", review.true_as_of)
    if review.reviewed:
        yield _dated("Reviewed", review.reviewed)
    if review.reviewers:
        yield Particular("Reviewed by", listed(review.reviewers))
    if review.review_by:
        yield _dated("Next review by", review.review_by)


def _dated(term: str, date: PartialDate) -> Particular:
    return Particular(term, date_text(date), date.plain)


def _withdrawn(claim: Claim) -> Withdrawn | None:
    taken_back = claim.withdrawn
    return Withdrawn(moment(taken_back.date), taken_back.reason) if taken_back else None


def _superseded_by(claim: Claim, catalogue: Catalogue, links: Links) -> tuple[RelatedClaim, ...]:
    others = claim.related.superseded_by if claim.related else ()
    return tuple(
        related_claim(each, catalogue, links) for each in others if each in catalogue.cards
    )


def _reply(response: Response, register: Register) -> Reply:
    mention = register.mention(response.source, "reply") if response.source else None
    return Reply(
        f"We asked {response.from_} on {date_text(response.asked)}.",
        _outcome(response),
        response.answer or "",
        mention,
    )


def _outcome(response: Response) -> str:
    when = f" on {date_text(response.answered)}" if response.answered else ""
    if response.answer:
        return f"The answer{when}:"
    return f"They replied{when}." if when else "No answer so far."


def _amendment(each: Correction, register: Register, catalogue: Catalogue) -> Amendment:
    before, after = each.rating_before, each.rating_after
    return Amendment(
        moment(each.date),
        register.prose(each.wrong, "correction"),
        register.prose(each.now, "correction"),
        _mark(before, catalogue) if before else None,
        _mark(after, catalogue) if after else None,
    )


def _footer(claim: FiledClaim, catalogue: Catalogue, links: Links) -> Footer:
    publication = catalogue.publication
    location = claim_location(claim.id)
    address = absolute(location, catalogue)
    review = claim.record.review
    return Footer(
        page_citation(publication.name, review.reviewed, claim.title, address, review.reviewers),
        address or links.to(location),
        filled(publication.report, claim, address, links),
        filled(publication.edit, claim, address, links),
    )


def _search(claim: Claim, catalogue: Catalogue) -> SearchFields:
    topics = catalogue.corpus.topics
    return SearchFields(
        f"{claim.claimed.year:04}" if claim.claimed else "",
        tuple(topics[name].label for name in claim.topics if name in topics),
        claim.claimed.day.isoformat() if claim.claimed else "",
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
