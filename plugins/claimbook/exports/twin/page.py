"""A claim's page in Markdown (CommonMark), in the order of the page."""

from collections.abc import Iterator

from claimbook.boundaries.markdown_text import address, link, quotation, text
from claimbook.citations.everyway import line
from claimbook.corpus import FiledClaim
from claimbook.exports.files import File
from claimbook.exports.twin.evidence import evidence, places, sources
from claimbook.exports.twin.lines import Lines, fact, heading, word
from claimbook.exports.twin.numbers import Numbers, mark
from claimbook.records import Claim
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.footer import cited_claim
from claimbook.views.history import history_of
from claimbook.views.links import Links, claim_location
from claimbook.views.relations import related_claims
from claimbook.views.review import mark_of, particulars, reply_text


def twin_path(name: str) -> str:
    """Where the twin of a claim's page stands."""
    return f"{claim_location(name)}.md"


def twin_files(claim: FiledClaim, catalogue: Catalogue) -> Iterator[File]:
    """``claims/<id>.md``: everything that the page of the claim says."""
    lines = [*_page(claim, catalogue), ""]
    # Where one part ends with an empty line and the next begins with one, one is enough.
    kept = [each for before, each in zip(("", *lines), lines, strict=False) if each or before]
    yield twin_path(claim.id), "\n".join(kept).encode()


def _page(claim: FiledClaim, catalogue: Catalogue) -> Lines:
    record, numbers = claim.record, Numbers(catalogue, claim.record)
    yield f"# {text(claim.title)}"
    yield from _withdrawn(record, catalogue)
    yield ""
    yield from _facts(claim, catalogue)
    yield from places(record, numbers, catalogue)
    yield from _analysis(record, numbers, catalogue)
    yield from evidence(record, numbers, catalogue)
    # These point to sources too, which are listed above them.
    replies = [*_replies(record, numbers, catalogue)]
    corrections = [*_corrections(record, numbers, catalogue)]
    yield from sources(numbers, catalogue)
    yield from _not_verified(record, catalogue)
    yield from replies
    yield from _related(claim, catalogue)
    yield from corrections
    yield from _history(record, catalogue)
    yield from _citation(claim, catalogue)


def _withdrawn(record: Claim, catalogue: Catalogue) -> Lines:
    if record.withdrawn:
        date = catalogue.say.date(record.withdrawn.date)
        told = catalogue.say("claim.banner_withdrawn", date=date)
        yield from ("", f"> **{text(told)}** {text(record.withdrawn.reason)}")


def _facts(claim: FiledClaim, catalogue: Catalogue) -> Lines:
    record, say = claim.record, catalogue.say
    mark = catalogue.cards[claim.id].mark
    yield fact("twin.claim", record.claim, catalogue)
    yield fact("twin.claimant", _claimant(record, catalogue), catalogue)
    if record.claimed:
        yield fact("claim.history_claimed", say.date(record.claimed), catalogue)
    yield fact("twin.rating", f"{mark.label}. {mark.definition}", catalogue)
    yield fact("twin.verdict", record.review.verdict, catalogue)
    for each in particulars(record, catalogue):
        yield f"- **{text(each.term)}:** {text(each.text)}"
    topics = catalogue.corpus.topics
    labels = [topics[each].label for each in record.topics if each in topics]
    if labels:
        yield fact("lists.topics", ", ".join(labels), catalogue)
    href = absolute(claim_location(claim.id), catalogue)
    if href:
        yield f"- **{word('twin.page', say)}:** {address(href)}"


def _claimant(record: Claim, catalogue: Catalogue) -> str:
    person = catalogue.people.find(record.claimant)
    claimant = person.record if person else catalogue.corpus.claimant(record.claimant).record
    role = catalogue.corpus.claimant(record.claimant).record.role
    return f"{claimant.name}, {role}" if role else claimant.name


def _analysis(record: Claim, numbers: Numbers, catalogue: Catalogue) -> Lines:
    if record.review.analysis:
        yield from heading("claim.analysis", catalogue)
        yield numbers.markdown(record.review.analysis)
    if record.review.sole_source:
        told = catalogue.say("claim.sole_source")
        yield from ("", f"**{text(told)}** {text(record.review.sole_source)}")


def _not_verified(record: Claim, catalogue: Catalogue) -> Lines:
    if record.review.not_verified:
        yield from heading("claim.not_verified", catalogue)
        yield from (f"- {text(each)}" for each in record.review.not_verified)


def _replies(record: Claim, numbers: Numbers, catalogue: Catalogue) -> Lines:
    if record.review.responses:
        yield from heading("claim.replies", catalogue)
    for each in record.review.responses:
        told = text(reply_text(each, catalogue.say))
        found = numbers.entry(each.source) if each.source else None
        yield f"- {told} {mark(found) if found else ''}".rstrip()
        if each.answer:
            yield from ("", *quotation(each.answer, "  "), "")


class _Twins(Links):
    """Links between twins, which lie in one folder."""

    def to(self, location: str) -> str:
        """The link to the twin of a page."""
        return f"{location.rpartition('/')[2]}.md"


def _related(claim: FiledClaim, catalogue: Catalogue) -> Lines:
    groups = related_claims(claim, (), catalogue, _Twins(catalogue.style, ""))
    if groups:
        yield from heading("claim.related", catalogue)
    for group in groups:
        for each in group.claims:
            told = catalogue.say("feeds.rated", rating=each.mark.label, text=each.title)
            yield f"- {text(group.label)}: {link(told, each.href)}"


def _corrections(record: Claim, numbers: Numbers, catalogue: Catalogue) -> Lines:
    say = catalogue.say
    if record.review.corrections:
        yield from heading("claim.corrections", catalogue)
    for each in record.review.corrections:
        yield from (f"### {text(say.date(each.date))}", "")
        if each.rating_before and each.rating_after:
            before, after = (
                mark_of(key, catalogue).label for key in (each.rating_before, each.rating_after)
            )
            yield from (text(say("feeds.rerated", before=before, after=after)), "")
        yield from (f"**{word('lists.was_wrong', say)}**", "", numbers.markdown(each.wrong), "")
        yield from (f"**{word('lists.says_now', say)}**", "", numbers.markdown(each.now), "")


def _history(record: Claim, catalogue: Catalogue) -> Lines:
    events = history_of(record, catalogue)
    if events:
        yield from heading("claim.history", catalogue)
    for each in events:
        detail = f": {text(each.detail)}" if each.detail else ""
        yield f"- {text(each.date.text)}: {text(each.what)}{detail}"


def _citation(claim: FiledClaim, catalogue: Catalogue) -> Lines:
    page, licence = cited_claim(claim, catalogue), catalogue.publication.licence
    yield from heading("claim.cite", catalogue)
    yield text(line(catalogue.settings.citations.style, page, catalogue.say))
    if licence:
        yield from ("", text(catalogue.say("twin.licence", licence=licence)))
