"""How a claim stands to others, in both directions."""

from collections.abc import Collection, Iterator

from claimbook.corpus import FiledClaim, relations
from claimbook.data import Fixed
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Links, claim_location
from claimbook.views.marks import Mark
from claimbook.wording import Moment

# Label of a relation as its claim tells it, and as the other claim must tell it.
_LABELS = {
    "superseded_by": ("claim.superseded_by", "claim.supersedes"),
    "follows": ("claim.before", "claim.after"),
    "part_of": ("claim.part_of", "claim.contains"),
    "contradicts": ("claim.contradicts_claim", "claim.contradicts_claim"),
    "same_as": ("claim.same_as", "claim.same_as"),
    "see_also": ("claim.see_also", "claim.see_also"),
}
_STORY = frozenset((*_LABELS["superseded_by"], *_LABELS["follows"]))
_ORDER = tuple(dict.fromkeys(label for pair in _LABELS.values() for label in pair))


class RelatedClaim(Fixed):
    """Another claim as the story line shows it."""

    title: str
    href: str
    mark: Mark
    language: str | None
    claimed: Moment | None


class RelationGroup(Fixed):
    """All claims in one relation."""

    label: str
    claims: tuple[RelatedClaim, ...]


def related_claims(
    claim: FiledClaim, told: Collection[str], catalogue: Catalogue, links: Links
) -> tuple[RelationGroup, ...]:
    """Published claims related to this one, each under every relation once.

    ``told`` are the claims of its story line, whose place in the story need not be said again.
    """
    groups: dict[str, dict[str, None]] = {}
    for label, other in _pairs(claim, catalogue):
        is_told = label in _STORY and other in told
        if other in catalogue.cards and other != claim.id and not is_told:
            groups.setdefault(label, {})[other] = None
    return tuple(
        RelationGroup(
            catalogue.say(label),
            tuple(related_claim(each, catalogue, links) for each in groups[label]),
        )
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
