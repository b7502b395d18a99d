"""What feeds say of a claim or of a correction, before it is written in a format.

An entry's id is the address under which its claim was published first, so that readers' programs
know a claim again that was given another id: the first of its ``aliases`` that leads to it. Nobody
else can have that address, and it leads to the claim.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup

from claimbook.boundaries.markup import escape
from claimbook.boundaries.xml_text import fit, line
from claimbook.corpus import FiledClaim
from claimbook.exports.open_graph import card_path
from claimbook.records import Correction, Withdrawal
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.corrections import LogEntry
from claimbook.views.links import claim_location
from claimbook.views.marks import Mark
from claimbook.views.review import told_of
from claimbook.views.sources import note_html


class Category(NamedTuple):
    """A topic or a rating: its key, the word readers see, and the page that lists all."""

    key: str
    label: str
    scheme: str


class Entry(NamedTuple):
    """An entry of a feed. Texts are lines that XML can hold; ``html`` is safe, or empty."""

    id: str
    url: str
    title: str
    updated: datetime
    published: datetime
    language: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    summary: str = ""
    html: str = ""
    image: str = ""


def claim_entry(
    claim: FiledClaim, updated: datetime, aliases: Mapping[str, str], catalogue: Catalogue
) -> Entry:
    """The entry of a claim that last changed at a time; ``aliases`` lead to the ids of claims."""
    review, mark, say = claim.record.review, catalogue.cards[claim.id].mark, catalogue.say
    image = f"{catalogue.publication.url}{card_path(claim.id)}"
    return Entry(
        lasting_address(claim, aliases, catalogue),
        absolute(claim_location(claim.id), catalogue),
        line(say("feeds.rated", rating=mark.label, text=claim.title)),
        updated,
        review.reviewed.earliest if review.reviewed else updated,
        catalogue.foreign(claim.record.language) or "",
        tuple(name for name in map(line, review.reviewers) if name),
        tuple(_categories(claim, mark, catalogue)),
        line(say("feeds.rated", rating=mark.label, text=told_of(claim.record))),
        image=image if catalogue.settings.has_cards else "",
    )


def lasting_address(claim: FiledClaim, aliases: Mapping[str, str], catalogue: Catalogue) -> str:
    """The address under which a claim was published first."""
    former = (each for each in claim.record.aliases if aliases.get(each) == claim.id)
    return absolute(claim_location(next(former, claim.id)), catalogue)


def last_moment(claim: FiledClaim) -> datetime | None:
    """When a claim was last reviewed, corrected or withdrawn; None where no day is known."""
    review, withdrawn = claim.record.review, claim.record.withdrawn
    known = [each.date.earliest for each in review.corrections]
    known += [withdrawn.date.earliest] if withdrawn else []
    known += [review.reviewed.earliest] if review.reviewed else []
    return max(known, default=None)


def _categories(claim: FiledClaim, mark: Mark, catalogue: Catalogue) -> Iterator[Category]:
    topics, scheme = catalogue.corpus.topics, absolute("topics/index", catalogue)
    for name in claim.record.topics:
        if name in topics:
            yield Category(name, line(topics[name].label), scheme)
    yield Category(mark.key, line(mark.label), absolute("ratings/index", catalogue))


def change_entry(
    change: LogEntry, number: int, aliases: Mapping[str, str], catalogue: Catalogue
) -> Entry:
    """The entry of a correction or withdrawal, the ``number``-th of its claim on its day."""
    claim, record = catalogue.corpus.claims[change.claim], change.record
    first, page = lasting_address(claim, aliases, catalogue), claim_location(claim.id)
    url, kind = absolute(page, catalogue), "withdrawn"
    if isinstance(record, Correction):
        url, kind = f"{url}#corrections", "corrected"
    again = f"-{number}" if number > 1 else ""
    return Entry(
        f"{first}#{kind}-{change.date.plain}{again}",
        url,
        line(catalogue.say(f"feeds.{kind}", title=claim.title)),
        change.date.earliest,
        change.date.earliest,
        catalogue.foreign(claim.record.language) or "",
        html=fit(_remedy(record, catalogue)),
    )


def _remedy(record: Correction | Withdrawal, catalogue: Catalogue) -> str:
    say = catalogue.say
    if isinstance(record, Withdrawal):
        return _part(say("lists.reason"), Markup("<p>{}</p>").format(record.reason))
    wrong, now = note_html(record.wrong), note_html(record.now)
    told = _part(say("lists.was_wrong"), wrong) + _part(say("lists.says_now"), now)
    return f"{told}{_rerated(record, catalogue)}"


def _part(name: str, html: Markup) -> str:
    return f"<p><strong>{escape(name)}</strong></p>{html}"


def _rerated(record: Correction, catalogue: Catalogue) -> str:
    scale = catalogue.scale
    before, after = (scale.get(each or "") for each in (record.rating_before, record.rating_after))
    if before is None or after is None:
        return ""
    told = catalogue.say("feeds.rerated", before=before.label, after=after.label)
    return f"<p>{escape(told)}</p>"
