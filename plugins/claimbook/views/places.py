"""Where a claim was made, and in which words."""

from collections.abc import Iterator

from claimbook.corpus import FiledClaim
from claimbook.data import Fixed
from claimbook.records import Appearance
from claimbook.views.catalogue import Catalogue
from claimbook.views.document.context import Context, context_of
from claimbook.views.document.statements import anchor_of
from claimbook.views.doors import doors
from claimbook.views.links import Link, Links
from claimbook.views.numbering import Mention
from claimbook.views.register import Register
from claimbook.views.sources import opening_href, short_name


class Place(Fixed):
    """One appearance of a claim; ``doors`` lead to the very words.

    ``context`` is the sentence around them, where we have the text.
    """

    title: str
    publisher: str
    language: str | None
    href: str | None
    quote: str
    locator: str
    mention: Mention | None
    doors: tuple[Link, ...]
    context: Context | None = None


def places(
    claim: FiledClaim, register: Register, catalogue: Catalogue, links: Links
) -> Iterator[Place]:
    """All appearances of a claim, the first first."""
    for number, each in enumerate(claim.record.appearances):
        place = (
            _document_place(each, number, claim.id, catalogue, links)
            if each.document
            else _source_place(each, register, catalogue)
        )
        if place:
            yield place


def _document_place(
    appearance: Appearance, number: int, claim: str, catalogue: Catalogue, links: Links
) -> Place | None:
    filed = catalogue.corpus.documents.get(appearance.document or "")
    if filed is None:
        return None
    href = links.to(f"documents/{filed.id}")
    context = context_of(claim, number, filed, catalogue.corpus)
    anchor = context.anchor if context else anchor_of(claim)
    return Place(
        filed.record.title,
        filed.record.publisher or "",
        catalogue.foreign(filed.record.language),
        href,
        appearance.quote or "",
        appearance.locator or "",
        None,
        (Link(catalogue.say("claim.door_context"), f"{href}#{anchor}"),),
        context,
    )


def _source_place(appearance: Appearance, register: Register, catalogue: Catalogue) -> Place | None:
    mention = register.mention(appearance.source) if appearance.source else None
    if mention is None:
        return None
    source = register.source(mention)
    name = short_name(source)
    return Place(
        source.title,
        "" if name == source.title else name,
        catalogue.foreign(source.language),
        opening_href(source),
        appearance.quote or "",
        appearance.locator or "",
        mention,
        tuple(doors(source, appearance.quote, catalogue.say)),
    )
