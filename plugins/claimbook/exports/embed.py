"""A claim inside other sites: its card, what oEmbed says of it, and a badge.

The card needs no script. It is embedded with the rating that it bore then as the fragment of its
address (``#rated-false``); if the claim has another rating now, that is the name of a line which
is shown only when it is asked for.
"""

from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from markupsafe import Markup

from claimbook.assets import EMBED_STYLE
from claimbook.corpus import FiledClaim
from claimbook.data import json_text
from claimbook.exports.badge import badge
from claimbook.exports.files import File
from claimbook.exports.open_graph import card_path
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.claim_card import ClaimCard, claim_card, embed_location
from claimbook.views.links import Links, claim_location
from claimbook.views.marks import Mark

_WIDTH = 600
# So long a card may be kept by those who show it, in seconds.
_CACHE_AGE = 86_400
_FRAME = Markup(
    '<iframe src="{src}" title="{title}" width="{width}" height="{height}" loading="lazy" '
    'style="max-width:100%;border:0"></iframe>'
)


class EmbedCard(NamedTuple):
    """What a card shows; ``others`` are the ratings that it does not bear."""

    title: str
    card: ClaimCard
    others: tuple[Mark, ...]
    publication: str
    address: str
    style: str


def embed_files(claim: FiledClaim, catalogue: Catalogue) -> Iterator[File]:
    """The card, the badge and, where the publication has an address, the answer of oEmbed."""
    card = catalogue.renderer.render("embed-card", _card(claim, catalogue))
    yield catalogue.style.file(embed_location(claim.id)), card.encode()
    mark = catalogue.cards[claim.id].mark
    yield badge_path(claim.id), badge(catalogue.say("cards.kicker"), mark.label, mark.tone)
    if catalogue.publication.url:
        yield oembed_path(claim.id), json_text(_oembed(claim, catalogue)).encode()


def badge_path(name: str) -> str:
    """Where the badge of a claim stands."""
    return f"{claim_location(name)}/badge.svg"


def oembed_path(name: str) -> str:
    """Where stands what oEmbed says of a claim."""
    return f"{claim_location(name)}/oembed.json"


def _card(claim: FiledClaim, catalogue: Catalogue) -> EmbedCard:
    location = embed_location(claim.id)
    card = claim_card(claim, catalogue, Links.of(catalogue.style, location))
    return EmbedCard(
        title=claim.title,
        card=card,
        others=tuple(each for key, each in catalogue.every_mark.items() if key != card.mark.key),
        publication=catalogue.publication.name,
        address=absolute(claim_location(claim.id), catalogue),
        style=catalogue.style.link(location, EMBED_STYLE),
    )


def frame(claim: FiledClaim, catalogue: Catalogue) -> str:
    """The HTML that others put into their pages; empty while the publication has no address."""
    address = absolute(embed_location(claim.id), catalogue)
    if not address:
        return ""
    made = _FRAME.format(
        src=f"{address}#rated-{catalogue.cards[claim.id].mark.key}",
        title=catalogue.say("embed.title", claim=claim.title),
        width=_WIDTH,
        height=_height(claim),
    )
    return str(made)


def _height(claim: FiledClaim) -> int:
    """So high, in pixels, that the card fits where it has but 400, unless its rating changed.

    Claim and verdict have lines of some 34 and 46 signs there.
    """
    record = claim.record
    return 220 + 26 * ceil(len(record.claim) / 34) + 24 * ceil(len(record.review.verdict) / 46)


def _oembed(claim: FiledClaim, catalogue: Catalogue) -> dict[str, str | int]:
    """The answer of oEmbed 1.0 (section 2.3.4.4, rich)."""
    publication = catalogue.publication
    told: dict[str, str | int] = {
        "version": "1.0",
        "type": "rich",
        "title": catalogue.say("embed.title", claim=claim.title),
        "provider_name": publication.name,
        "provider_url": publication.url,
        "cache_age": _CACHE_AGE,
        "html": frame(claim, catalogue),
        "width": _WIDTH,
        "height": _height(claim),
    }
    return told | _thumbnail(claim, catalogue)


def _thumbnail(claim: FiledClaim, catalogue: Catalogue) -> dict[str, str | int]:
    if not catalogue.settings.has_cards:
        return {}
    address = f"{catalogue.publication.url}{card_path(claim.id)}"
    return {"thumbnail_url": address, "thumbnail_width": 1200, "thumbnail_height": 630}
