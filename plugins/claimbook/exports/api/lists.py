"""All claims, sources, claimants, topics and ratings, and where to begin.

Of claims nothing but what lists show of them goes into these files.
"""

from collections.abc import Iterator, Sequence

from claimbook.corpus import Filed, FiledClaim
from claimbook.exports.api.answers import (
    VERSION,
    ClaimantAnswer,
    Claimants,
    ClaimsPage,
    Counts,
    Index,
    Licence,
    Scale,
    SourceAnswer,
    Sources,
    SourceSummary,
    Summary,
    TopicAnswer,
    Topics,
    TopicSummary,
)
from claimbook.exports.api.changes import change_files
from claimbook.exports.api.claim import rating_answer, text_of
from claimbook.exports.api.description import OPENAPI, SCHEMA, description_files
from claimbook.exports.api.places import answer, api_path, claim_path, page_address, whole
from claimbook.exports.files import File
from claimbook.exports.open_data.plain import plain
from claimbook.exports.structured.licences import licence_of
from claimbook.records import Source, Topic
from claimbook.views.catalogue import Catalogue
from claimbook.views.claim import last_change
from claimbook.views.links import claim_location
from claimbook.views.people import Person
from claimbook.views.sources import live_href

PER_PAGE = 100
_BEGINNINGS = (
    "claims/index",
    "sources/index",
    "claimants",
    "topics/index",
    "scale",
    "changes/index",
)


def api_files(catalogue: Catalogue) -> Iterator[File]:
    """Every answer but those about single claims, and the description of all."""
    yield answer("index", _index(catalogue))
    yield from _claims([*catalogue.corpus.claims.values()], catalogue)
    yield from _sources(catalogue)
    yield answer("claimants", Claimants(tuple(_claimants(catalogue))))
    yield from _topics(catalogue)
    yield answer("scale", Scale(tuple(map(rating_answer, catalogue.scale.values()))))
    yield from change_files(catalogue)
    yield from description_files(catalogue)


def _index(catalogue: Catalogue) -> Index:
    publication, corpus = catalogue.publication, catalogue.corpus
    licence = licence_of(publication.licence)
    changes = (last_change(each.record) for each in corpus.claims.values())
    return Index(
        publication.name,
        VERSION,
        publication.language,
        _counts(catalogue),
        {name: whole(api_path(name), catalogue) for name in (*_BEGINNINGS, SCHEMA, OPENAPI)},
        publication.description,
        publication.url,
        Licence(licence.name, licence.url or None, licence.identifier or None) if licence else None,
        max(filter(None, changes), default=None),
    )


def _counts(catalogue: Catalogue) -> Counts:
    claims = catalogue.corpus.claims
    return Counts(
        len(claims),
        len(catalogue.corpus.sources),
        len(catalogue.people.by_id),
        len(catalogue.corpus.topics),
        sum(len(each.record.review.corrections) for each in claims.values()),
    )


def _claims(claims: Sequence[FiledClaim], catalogue: Catalogue) -> Iterator[File]:
    starts = range(0, len(claims), PER_PAGE) or range(1)
    for number, start in enumerate(starts, 1):
        rows = tuple(_summary(each, catalogue) for each in claims[start : start + PER_PAGE])
        before, after = number - 1, number + 1 if number < len(starts) else 0
        links = (_page(each, catalogue) for each in (before, after))
        told = ClaimsPage(number, len(starts), len(claims), rows, *links)
        yield answer(_page_name(number), told)


def _page_name(number: int) -> str:
    # No claim is called `page`.
    return f"claims/page/{number}" if number > 1 else "claims/index"


def _page(number: int, catalogue: Catalogue) -> str | None:
    return whole(api_path(_page_name(number)), catalogue) if number else None


def _summary(claim: FiledClaim, catalogue: Catalogue) -> Summary:
    record, review = claim.record, claim.record.review
    return Summary(
        claim.id,
        whole(claim_path(claim.id), catalogue),
        page_address(claim_location(claim.id), catalogue),
        record.claim,
        claim.title,
        catalogue.corpus.claimant(record.claimant).record.name,
        review.rating,
        review.verdict,
        text_of(record.claimed),
        record.language,
        record.topics,
        text_of(review.reviewed),
        last_change(record),
        len(review.corrections),
        record.withdrawn is not None,
    )


def _sources(catalogue: Catalogue) -> Iterator[File]:
    uses, sources = catalogue.backlinks.by_source, catalogue.corpus.sources
    counted = ((each, len(uses.get(name, ()))) for name, each in sources.items())
    rows = tuple(_source_summary(each, count, catalogue) for each, count in counted)
    yield answer("sources/index", Sources(rows))
    for name, each in sources.items():
        page = page_address(f"sources/{name}", catalogue)
        told = SourceAnswer(name, page, plain(each.record), uses.get(name, ()))
        yield answer(_source_name(name), told)


def _source_name(name: str) -> str:
    return f"sources/{name}"


def _source_summary(filed: Filed[Source], count: int, catalogue: Catalogue) -> SourceSummary:
    source = filed.record
    return SourceSummary(
        filed.id,
        whole(api_path(_source_name(filed.id)), catalogue),
        source.title,
        source.type.value if source.type else None,
        source.publisher,
        text_of(source.published),
        live_href(source),
        count,
    )


def _claimants(catalogue: Catalogue) -> Iterator[ClaimantAnswer]:
    for person in catalogue.people.by_id.values():
        yield _claimant(person, catalogue)


def _claimant(person: Person, catalogue: Catalogue) -> ClaimantAnswer:
    record, people = person.record, catalogue.people
    return ClaimantAnswer(
        person.id,
        record.name,
        page_address(f"claimants/{person.id}", catalogue),
        record.role,
        record.kind.value if record.kind else None,
        tuple(each.href for each in record.same_as),
        people.made.get(person.id, ()),
        people.about.get(person.id, ()),
    )


def _topics(catalogue: Catalogue) -> Iterator[File]:
    topics, claims = catalogue.corpus.topics, catalogue.backlinks.by_topic
    rows = (_topic_row(name, each, catalogue) for name, each in topics.items())
    yield answer("topics/index", Topics(tuple(rows)))
    for name, topic in topics.items():
        page = page_address(f"topics/{name}", catalogue)
        told = TopicAnswer(name, topic.label, page, topic.description, claims.get(name, ()))
        yield answer(f"topics/{name}", told)


def _topic_row(name: str, topic: Topic, catalogue: Catalogue) -> TopicSummary:
    href = whole(api_path(f"topics/{name}"), catalogue)
    count = len(catalogue.backlinks.by_topic.get(name, ()))
    return TopicSummary(name, href, topic.label, topic.description, count)
