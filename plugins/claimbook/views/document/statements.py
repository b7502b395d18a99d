"""The statements of a text that claims are about, numbered in the order in which it makes them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claimbook.anchoring import Anchor, AnchoredClaim, Place, anchored_claims, document_text
from claimbook.corpus import Corpus
from claimbook.values import Axis
from claimbook.views.addresses import absolute
from claimbook.views.catalogue import Catalogue
from claimbook.views.document.layers import Stretch, stretches_of
from claimbook.views.document.parts import Statement
from claimbook.views.links import ANY_BASE, Links, claim_location
from claimbook.views.marks import Mark
from claimbook.views.review import told_of

# On the axis of truth, where 5 is truest.
_MIXED = 3
# Characters for each statement, with which notes of some lines have room beside the text.
_ROOM = 400


def statements_in(
    document: str, catalogue: Catalogue
) -> Iterator[tuple[Statement, tuple[Stretch[Statement], ...]]]:
    """Every statement with where it stands, in the order of the text; first what was found."""
    names = catalogue.backlinks.by_document.get(document, ())
    found = sorted(anchored_claims(document, catalogue.corpus, names), key=in_order)
    told = tuple(_numbered(found, catalogue))
    fit = _fitting([each.mark for each in told], _length(document, catalogue.corpus))
    for each, bare in zip(found, told, strict=True):
        statement = replace(bare, has_room=fit[_is_doubtful(bare.mark)])
        places = each.found.places if isinstance(each.found, Anchor) else ()
        yield statement, tuple(stretches_of(statement, places))


def _numbered(found: Iterable[AnchoredClaim], catalogue: Catalogue) -> Iterator[Statement]:
    seen: Counter[str] = Counter()
    for number, each in enumerate(found, 1):
        seen[each.claim] += 1
        yield _statement(each, number, seen[each.claim], catalogue)


def _fitting(marks: Sequence[Mark], length: int) -> dict[bool, bool]:
    """Whether verdicts have room beside the text: of doubtful statements, and of the others.

    Where all are too many, those that readers need most may still have it.
    """
    has_room = len(marks) * _ROOM < length
    doubtful = sum(_is_doubtful(each) for each in marks)
    return {True: doubtful * _ROOM < length, False: has_room}


def _length(name: str, corpus: Corpus) -> int:
    document = corpus.documents.get(name)
    text = document_text(document, corpus) if document else None
    return len(text.text) if text else 0


def in_order(each: AnchoredClaim) -> tuple[bool, int, int]:
    """What to sort by: the last words, where the number stands; what was not found comes last."""
    if not isinstance(each.found, Anchor):
        return True, 0, 0
    return False, each.found.places[-1].end, -each.found.places[0].start


def doubtful_in(stretches: Iterable[Stretch[Statement]]) -> tuple[Place, ...]:
    """Where stands what is not true as it is printed."""
    return tuple([Place(e.start, e.end) for e in stretches if _is_doubtful(e.of.mark)])


def _is_doubtful(mark: Mark) -> bool:
    return mark.axis is Axis.CONTEXT or (mark.value is not None and mark.value <= _MIXED)


def anchor_of(claim: str, time: int = 1) -> str:
    """The id of the place in the text where a claim is made for the first, second … time.

    No id of a claim has a dot in it, so that no other claim has this one.
    """
    return f"passage-{claim}" if time == 1 else f"passage-{claim}.{time}"


def _statement(found: AnchoredClaim, number: int, time: int, catalogue: Catalogue) -> Statement:
    card, location = catalogue.cards[found.claim], claim_location(found.claim)
    return Statement(
        number,
        found.claim,
        anchor_of(found.claim, time),
        anchor_of(found.claim, time).replace("passage-", "claim-", 1),
        card.title,
        card.language,
        Links(catalogue.style, ANY_BASE).to(location),
        absolute(location, catalogue),
        card.mark,
        told_of(catalogue.corpus.claims[found.claim].record),
        isinstance(found.found, Anchor),
        card.is_superseded,
    )
