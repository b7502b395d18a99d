"""What other sites show of a page beside a link to it: Open Graph's properties, and the card."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from claimbook.boundaries.markup import shown
from claimbook.cards.face import HEIGHT, WIDTH, CardFace
from claimbook.corpus import FiledClaim
from claimbook.exports.structured.json_ld import day
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.claim import last_change
from claimbook.views.links import claim_location
from claimbook.views.marks import Mark
from claimbook.wording import region_of

# A name beginning with `og:` or `article:` is a property, any other a name of HTML's own.
Property = tuple[str, str | None]
_NAMED = ("twitter:", "z:")
# What the protocol takes a page for that does not say where it is from.
_USUAL_REGION = "en_US"


def page_properties(title: str, location: str, catalogue: Catalogue) -> Iterator[Property]:
    """The properties of any page but its description, which a shell has."""
    publication = catalogue.publication
    yield "og:title", title
    yield "og:site_name", publication.name
    yield "og:url", absolute(location, catalogue)
    region = region_of(publication.language)
    yield "og:locale", region if region != _USUAL_REGION else None


def claim_properties(claim: FiledClaim, catalogue: Catalogue) -> Iterator[Property]:
    """The properties of a claim's page, with its card where the publication has an address."""
    mark, review = _mark(claim, catalogue), claim.record.review
    # Or Zotero would take it for an article in a journal.
    yield "z:itemType", "newspaperArticle" if catalogue.settings.exports.coins else None
    yield "og:type", "article"
    yield from page_properties(claim.title, claim_location(claim.id), catalogue)
    published, modified = day(review.reviewed), last_change(claim.record)
    yield "article:published_time", published
    yield "article:modified_time", modified if modified != published else None
    # Without one, sites show an article as the small card without a picture.
    if not catalogue.settings.has_cards:
        return
    yield "og:image", f"{catalogue.publication.url}{card_path(claim.id)}"
    yield "og:image:type", "image/png"
    yield "og:image:width", str(WIDTH)
    yield "og:image:height", str(HEIGHT)
    yield "og:image:alt", catalogue.say("cards.alt", rating=mark.label, claim=claim.record.claim)
    yield "twitter:card", "summary_large_image"


def card_path(name: str) -> str:
    """Where the card of a claim is published."""
    return f"{claim_location(name)}/card.png"


def card_faces(names: Iterable[str], catalogue: Catalogue) -> Iterator[tuple[str, CardFace]]:
    """Published path and face of claims' cards; none where cards are off or not to be found."""
    if catalogue.settings.has_cards:
        for name in names:
            yield card_path(name), card_face(catalogue.corpus.claims[name], catalogue)


def card_face(claim: FiledClaim, catalogue: Catalogue) -> CardFace:
    """What the card of a claim shows."""
    mark, publication = _mark(claim, catalogue), catalogue.publication
    return CardFace(
        claim=claim.record.claim,
        label=mark.label,
        tone=mark.tone,
        icon=str(mark.icon),
        attribution=_attribution(claim, catalogue),
        publication=publication.name,
        kicker=catalogue.say("cards.kicker"),
        address=urlsplit(publication.url).netloc.rpartition("@")[2],
    )


def _attribution(claim: FiledClaim, catalogue: Catalogue) -> str:
    say, claimed = catalogue.say, claim.record.claimed
    name = catalogue.corpus.claimant(claim.record.claimant).record.name
    return say("cards.attribution", name=name, date=say.date(claimed)) if claimed else name


def _mark(claim: FiledClaim, catalogue: Catalogue) -> Mark:
    return catalogue.cards[claim.id].mark


def metas(properties: Iterable[Property]) -> str:
    """Properties as ``meta`` elements; what has no value is left out."""
    return "".join(
        f'<meta {"name" if name.startswith(_NAMED) else "property"}="{name}" '
        f'content="{shown(value)}">'
        for name, value in properties
        if value
    )
