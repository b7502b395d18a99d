"""Texts under check, and where in them claims, faults and passages stand.

Everything here is pure: texts in, places out. Offsets count code points of
:attr:`DocumentText.text`.
"""

from claimbook.anchoring.places import anchor
from claimbook.anchoring.reading import read_document
from claimbook.anchoring.shapes import (
    Ambiguous,
    Anchor,
    Block,
    BlockKind,
    Change,
    DocumentText,
    Found,
    How,
    Nearest,
    Place,
    Selector,
)
from claimbook.anchoring.standing import (
    AnchoredClaim,
    AnchoredNote,
    anchored_claims,
    anchored_notes,
    document_text,
    selector_of,
)

__all__ = [
    "Ambiguous",
    "Anchor",
    "AnchoredClaim",
    "AnchoredNote",
    "Block",
    "BlockKind",
    "Change",
    "DocumentText",
    "Found",
    "How",
    "Nearest",
    "Place",
    "Selector",
    "anchor",
    "anchored_claims",
    "anchored_notes",
    "document_text",
    "read_document",
    "selector_of",
]
