"""How a claim stands to others, in both directions."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.corpus import FiledClaim, relations
from claimbook.format import Moment
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Links, claim_location
from claimbook.views.marks import Mark

# Label of a relation as its claim tells it, and as the other claim must tell it.
_LABELS = {
    "superseded_by": ("Superseded by", "Supersedes"),
    "follows": ("What came before", "What came after"),
    "part_of": ("Part of", "Contains"),
    "contradicts": ("Contradicts", "Contradicts"),
    "same_as": ("The same claim elsewhere", "The same claim elsewhere"),
    "see_also": ("See also", "See also"),
}
_ORDER = tuple(dict.fromkeys(label for pair in _LABELS.values() for label in pair))


@dataclass(frozen=True, slots=True)
class RelatedClaim:
    """Another claim as the story line shows it."""

    title: str
    href: str
    mark: Mark
    language: str | None
    claimed: Moment | None


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """All claims in one relation."""

    label: str
    claims: tuple[RelatedClaim, ...]


def related_claims(
    claim: FiledClaim, catalogue: Catalogue, links: Links
) -> tuple[RelationGroup, ...]:
    """Published claims related to this one, each under every relation once."""
    groups: dict[str, dict[str, None]] = {}
    for label, other in _pairs(claim, catalogue):
        if other in catalogue.cards and other != claim.id:
            groups.setdefault(label, {})[other] = None
    return tuple(
        RelationGroup(label, tuple(related_claim(each, catalogue, links) for each in groups[label]))
        for label in _ORDER
        if label in groups
    )


def _pairs(claim: FiledClaim, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    for kind, other, _ in relations(claim.record.related):
        yield _LABELS[kind][0], other
    for kind, other in catalogue.backlinks.relations.get(claim.id, ()):
        yield _LABELS[kind][1], other


def related_claim(name: str, catalogue: Catalogue, links: Links) -> RelatedClaim:
    """A claim to mention on another page."""
    card = catalogue.cards[name]
    return RelatedClaim(
        card.title, links.to(claim_location(name)), card.mark, card.language, card.claimed
    )
