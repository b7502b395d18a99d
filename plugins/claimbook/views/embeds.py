"""Pieces that hand-written pages may show."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from claimbook.corpus import inline_sources
from claimbook.format import counted
from claimbook.views.cards import latest_reviews
from claimbook.views.corrections import Change, all_changes
from claimbook.views.documents import document_entries
from claimbook.views.links import ALL_CLAIMS, Link
from claimbook.views.lists import Empty, IndexEntry, Rows
from claimbook.views.page import Desk
from claimbook.views.ratings import rating_entries
from claimbook.views.topics import topic_entries

_DEFAULT_COUNT = 5
_MOST = 100


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
    """The latest corrections, and the way to the rest."""

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


def _latest(argument: str, desk: Desk) -> Embed:
    count = _count(argument)
    cards = latest_reviews(desk.catalogue.cards.values())
    empty = Empty(
        "No claim has been published yet. The first one begins as a file in the claims folder."
    )
    rows = desk.rows(cards[:count], len(cards), empty)
    return Embed("embed-rows", RowsEmbed(rows, desk.see_all()))


def _numbers(_: str, desk: Desk) -> Embed:
    corpus, links = desk.catalogue.corpus, desk.links
    inline = sum(1 for each in corpus.claims.values() for _ in inline_sources(each.record))
    shared = len(desk.catalogue.backlinks.by_source)
    counts = (
        (len(corpus.claims), "claim checked", "claims checked", ALL_CLAIMS),
        (inline + shared, "source", "sources", "sources/index"),
        (len(desk.catalogue.people.made), "claimant", "claimants", "claimants/index"),
        (
            len(all_changes(desk.catalogue, links)),
            "correction",
            "corrections",
            "corrections/index",
        ),
    )
    return Embed(
        "embed-numbers",
        NumbersEmbed(
            tuple(
                Number(f"{count:,}", one if count == 1 else many, links.to(where))
                for count, one, many, where in counts
            )
        ),
    )


def _topics(_: str, desk: Desk) -> Embed:
    return Embed("embed-entries", EntriesEmbed(topic_entries(desk), Empty("No topics yet.")))


def _ratings(_: str, desk: Desk) -> Embed:
    return Embed("embed-entries", EntriesEmbed(rating_entries(desk), Empty("No ratings yet.")))


def _documents(_: str, desk: Desk) -> Embed:
    empty = Empty("No text is under check.")
    return Embed("embed-entries", EntriesEmbed(document_entries(desk), empty))


def _corrections(argument: str, desk: Desk) -> Embed:
    changes = all_changes(desk.catalogue, desk.links)
    more = Link(
        f"All {counted(len(changes), 'correction')}" if len(changes) > 1 else "Corrections page",
        desk.links.to("corrections/index"),
    )
    empty = Empty("Nothing has been corrected so far.")
    return Embed("embed-changes", ChangesEmbed(tuple(changes[: _count(argument)]), empty, more))


def _search(_: str, desk: Desk) -> Embed:
    return Embed("embed-search", SearchEmbed(desk.links.to(ALL_CLAIMS)))


def _count(argument: str) -> int:
    word = argument.strip()
    is_number = word.isascii() and word.isdigit() and len(word) < len(str(_MOST)) + 1
    return min(int(word), _MOST) if is_number else _DEFAULT_COUNT


MAKERS: Mapping[str, Callable[[str, Desk], Embed]] = {
    "latest": _latest,
    "numbers": _numbers,
    "topics": _topics,
    "ratings": _ratings,
    "corrections": _corrections,
    "documents": _documents,
    "search": _search,
}
