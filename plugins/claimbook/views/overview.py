"""What a catalogue has to look at all claims for, small enough to be remembered."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from claimbook.corpus import Corpus, backlinks
from claimbook.packing import pack, unpack
from claimbook.records import Claimant
from claimbook.views.people import Unfiled, unfiled_in


class Overview(NamedTuple):
    """All claims at a glance; the same wherever lists show the same.

    ``ratings`` are those that claims bear, ``source_uses`` tell how many claims use a shared
    source, ``relations`` who is related to a claim and how, ``aliases`` to which claim a former
    id leads, and ``unfiled`` are the claimants that have no file.
    """

    ratings: tuple[str, ...]
    source_uses: Mapping[str, int]
    relations: Mapping[str, tuple[tuple[str, str], ...]]
    aliases: Mapping[str, str]
    unfiled: tuple[Unfiled, ...]

    def row(self) -> list[Any]:
        """As plain data."""
        unfiled = [[name, pack(each)] for name, each in self.unfiled]
        return [self.ratings, {**self.source_uses}, {**self.relations}, self.aliases, unfiled]


def overview_of(corpus: Corpus) -> Overview:
    """Look at all claims of a corpus."""
    links = backlinks(corpus)
    ratings = dict.fromkeys(each.record.review.rating for each in corpus.all_claims())
    uses = {name: len(claims) for name, claims in links.by_source.items()}
    return Overview(tuple(ratings), uses, links.relations, aliases_of(corpus), unfiled_in(corpus))


def overview_from(row: list[Any]) -> Overview:
    """The overview again; raises :class:`ValueError` or :class:`TypeError` where it is none."""
    ratings, uses, relations, aliases, unfiled = row
    return Overview(
        tuple(ratings),
        uses,
        {name: tuple((kind, other) for kind, other in each) for name, each in relations.items()},
        aliases,
        tuple((name, unpack(Claimant, each, "")) for name, each in unfiled),
    )


def aliases_of(corpus: Corpus) -> dict[str, str]:
    """To which claim each former id leads; an id that another claim bears leads nowhere else."""
    taken: dict[str, str] = {}
    for claim in corpus.claims.values():
        for alias in claim.record.aliases:
            if alias not in corpus.claims:
                taken.setdefault(alias, claim.id)
    return taken
