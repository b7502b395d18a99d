"""The filter bar above the lists of all claims: what may be chosen, and where its data lies."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_letters, digits

from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Links, claim_location
from claimbook.views.marks import Mark

DATA = "claims/filter"
_SIGNS = digits + ascii_letters
# Behind letters and digits a scale of any length goes on with these.
_MORE_SIGNS = 0x4E00
# A name that no claim can have, in the place of which scripts put one.
_ANY_CLAIM = "*"


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class RatingChoice:
    """A rating that claims bear; ``sign`` stands for it in the data, ``count`` says how many."""

    mark: Mark
    sign: str
    count: str


@dataclass(frozen=True, slots=True)
class FilterBar:
    """The bar; ``data`` is the link to the folder of its data, ``claim`` that of a claim ``*``."""

    data: str
    claim: str
    ratings: tuple[RatingChoice, ...]
    topics: tuple[Choice, ...]
    years: tuple[Choice, ...]


def filter_bar(catalogue: Catalogue, links: Links) -> FilterBar | None:
    """The bar of a corpus; None where there is nothing to choose from."""
    if not catalogue.cards:
        return None
    counts, topics = catalogue.backlinks.by_topic, catalogue.corpus.topics
    return FilterBar(
        f"{links.base}/{DATA}/",
        links.to(claim_location(_ANY_CLAIM)),
        tuple(_ratings(catalogue)),
        tuple(Choice(key, each.label) for key, each in topics.items() if key in counts),
        tuple(Choice(year, year) for year in sorted(catalogue.backlinks.by_year, reverse=True)),
    )


def _ratings(catalogue: Catalogue) -> list[RatingChoice]:
    counts = Counter(card.mark.key for card in catalogue.cards.values())
    marks = {card.mark.key: card.mark for card in catalogue.cards.values()}
    return [
        RatingChoice(marks[key], sign, catalogue.say.number(counts[key]))
        for key, sign in signs_of(catalogue).items()
    ]


def signs_of(catalogue: Catalogue) -> Mapping[str, str]:
    """One sign for each rating that a claim bears, in the order of the scale."""
    ranks = {card.mark.key: card.mark.rank for card in catalogue.cards.values()}
    ordered = sorted(ranks, key=lambda key: (ranks[key], key))
    return {key: _sign(number) for number, key in enumerate(ordered)}


def _sign(number: int) -> str:
    return _SIGNS[number] if number < len(_SIGNS) else chr(_MORE_SIGNS + number)
