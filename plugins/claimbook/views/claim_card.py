"""A claim as a card: in a hand-written page, and in other sites."""

from typing import NamedTuple

from claimbook.corpus import FiledClaim
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Links, claim_location
from claimbook.views.marks import Mark
from claimbook.views.relations import RelatedClaim, related_claim
from claimbook.views.review import told_of
from claimbook.wording import Moment


class ClaimCard(NamedTuple):
    """Who claimed what, and how it is rated; ``href`` leads to the whole fact-check.

    The ``verdict`` of what was withdrawn is why it was.
    """

    claim: str
    language: str | None
    claimant: str
    claimed: Moment | None
    mark: Mark
    verdict: str
    reviewed: Moment | None
    href: str


class ClaimReference(NamedTuple):
    """A claim mentioned in running text; ``card`` leads to its card, if it has one."""

    claim: RelatedClaim
    card: str


def claim_reference(name: str, catalogue: Catalogue, links: Links) -> ClaimReference:
    """A claim by its id for a page with these links. Raises :class:`KeyError`."""
    has_card = catalogue.settings.exports.embeds
    card = links.to(embed_location(name)) if has_card else ""
    return ClaimReference(related_claim(name, catalogue, links), card)


def embed_location(name: str) -> str:
    """Where the card of a claim stands."""
    return f"embed/{name}"


def claim_card(claim: FiledClaim, catalogue: Catalogue, links: Links) -> ClaimCard:
    """The card of a claim for a page with these links."""
    record, card = claim.record, catalogue.cards[claim.id]
    return ClaimCard(
        record.claim,
        catalogue.foreign(record.language),
        card.claimant,
        card.claimed,
        card.mark,
        told_of(record),
        catalogue.say.moment_if_known(record.review.reviewed),
        links.to(claim_location(claim.id)),
    )
