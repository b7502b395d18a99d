"""Pieces that hand-written pages may show."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from claimbook.corpus import published_sources
from claimbook.diagnostics import did_you_mean
from claimbook.exports.structured.dataset import dataset, downloads_of
from claimbook.exports.structured.json_ld import script
from claimbook.exports.structured.organisation import organisation, policies_of
from claimbook.settings import OWN_PAGE
from claimbook.views.browse import none_yet
from claimbook.views.cards import latest_reviews
from claimbook.views.claim_card import claim_card
from claimbook.views.corrections import Change, change_of, log_of
from claimbook.views.documents import document_entries
from claimbook.views.links import ALL_CLAIMS, Link
from claimbook.views.lists import Empty, IndexEntry, Rows
from claimbook.views.page import Desk
from claimbook.views.ratings import rating_entries
from claimbook.views.topics import topic_entries

_DEFAULT_COUNT = 5
_MOST = 100


class UnknownClaimError(LookupError):
    """No published claim has the id that was asked for; ``hint`` names one that is like it."""

    def __init__(self, hint: str | None) -> None:
        super().__init__(hint)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Embed:
    """A piece with the template that renders it."""

    template: str
    model: object


@dataclass(frozen=True, slots=True)
class RowsEmbed:
    """Claims in a list, and the way to the rest."""

    rows: Rows
    more: Link


@dataclass(frozen=True, slots=True)
class EntriesEmbed:
    """Links to lists."""

    entries: tuple[IndexEntry, ...]
    empty: Empty


@dataclass(frozen=True, slots=True)
class ChangesEmbed:
    """The latest corrections and withdrawals, and the way to the rest."""

    changes: tuple[Change, ...]
    empty: Empty
    more: Link


@dataclass(frozen=True, slots=True)
class Number:
    """A count with its name and where it leads."""

    count: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class NumbersEmbed:
    """What a publication amounts to."""

    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class SearchEmbed:
    """A search field that leads to all claims where scripts do not run."""

    all_claims: str


@dataclass(frozen=True, slots=True)
class OrganisationEmbed:
    """By which rules the publication works, and the same for machines."""

    policies: tuple[Link, ...]
    data: Markup


@dataclass(frozen=True, slots=True)
class DataEmbed:
    """In which forms all fact-checks can be had as data, and the same for machines."""

    downloads: tuple[Link, ...]
    empty: Empty
    data: Markup


def _latest(argument: str, desk: Desk) -> Embed:
    cards = latest_reviews(desk.catalogue.cards.values())
    rows = desk.rows(cards[: _count(argument)], len(cards), none_yet(desk))
    return Embed("embed-rows", RowsEmbed(rows, desk.see_all()))


def _numbers(_: str, desk: Desk) -> Embed:
    corpus = desk.catalogue.corpus
    sources = sum(1 for _ in published_sources(corpus))
    counts = (
        ("claims", len(corpus.claims), ALL_CLAIMS),
        ("sources", sources, "sources/index"),
        ("claimants", len(desk.catalogue.people.made), "claimants/index"),
        ("corrections", len(log_of(corpus)), "corrections/index"),
    )
    numbers = (
        Number(
            desk.say.number(count), desk.say.count(f"embeds.{name}", count), desk.links.to(where)
        )
        for name, count, where in counts
    )
    return Embed("embed-numbers", NumbersEmbed(tuple(numbers)))


def _entries(entries: tuple[IndexEntry, ...], empty: str, desk: Desk) -> Embed:
    return Embed("embed-entries", EntriesEmbed(entries, Empty(desk.say(empty))))


def _topics(_: str, desk: Desk) -> Embed:
    return _entries(topic_entries(desk), "lists.no_topic", desk)


def _ratings(_: str, desk: Desk) -> Embed:
    return _entries(rating_entries(desk), "lists.no_rating", desk)


def _documents(_: str, desk: Desk) -> Embed:
    return _entries(document_entries(desk), "documents.none", desk)


def _corrections(argument: str, desk: Desk) -> Embed:
    return _changed(argument, desk.link("embeds.all_corrections", "corrections/index"), desk)


def _changes(argument: str, desk: Desk) -> Embed:
    return _changed(argument, desk.link("embeds.all_changes", "changes/index"), desk)


def _changed(argument: str, more: Link, desk: Desk) -> Embed:
    latest = log_of(desk.catalogue.corpus)[: _count(argument)]
    empty = Empty(desk.say("embeds.no_change"))
    return Embed(
        "embed-changes", ChangesEmbed(tuple(change_of(each, desk) for each in latest), empty, more)
    )


def _search(_: str, desk: Desk) -> Embed:
    return Embed("embed-search", SearchEmbed(desk.links.to(ALL_CLAIMS)))


def _organisation(_: str, desk: Desk) -> Embed:
    data = Markup(script(organisation(desk.catalogue)))  # noqa: S704 - no content can end it
    return Embed("embed-organisation", OrganisationEmbed(tuple(_policies(desk)), data))


def _policies(desk: Desk) -> Iterator[Link]:
    for name, where in policies_of(desk.catalogue.settings):
        own = OWN_PAGE.fullmatch(where)
        href = f"{desk.links.to(own['location'])}{own['anchor'] or ''}" if own else where
        yield Link(desk.say(f"embeds.policy_{name}"), href)


def _data(_: str, desk: Desk) -> Embed:
    told = dataset(desk.catalogue)
    data = Markup(script(told)) if told else Markup()  # noqa: S704 - no content can end it
    empty = Empty(desk.say("embeds.no_data"))
    return Embed("embed-data", DataEmbed(tuple(_downloads(desk)), empty, data))


def _downloads(desk: Desk) -> Iterator[Link]:
    for each in downloads_of(desk.catalogue.settings):
        yield Link(desk.say(f"embeds.data_{each.name}"), f"{desk.links.base}/{each.path}")


def _count(argument: str) -> int:
    word = argument.strip()
    is_number = word.isascii() and word.isdigit() and len(word) < len(str(_MOST)) + 1
    return min(int(word), _MOST) if is_number else _DEFAULT_COUNT


def _claim(argument: str, desk: Desk) -> Embed:
    claim = desk.catalogue.corpus.claims.get(argument)
    if claim is None:
        raise UnknownClaimError(did_you_mean(argument, desk.catalogue.corpus.claims))
    return Embed("embed-claim", claim_card(claim, desk.catalogue, desk.links))


MAKERS: Mapping[str, Callable[[str, Desk], Embed]] = {
    "claim": _claim,
    "latest": _latest,
    "numbers": _numbers,
    "topics": _topics,
    "ratings": _ratings,
    "changes": _changes,
    "corrections": _corrections,
    "documents": _documents,
    "search": _search,
    "organisation": _organisation,
    "data": _data,
}
