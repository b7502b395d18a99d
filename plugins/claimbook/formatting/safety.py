"""Whether two texts say the same: the proof behind every file that is written anew."""

from collections import Counter
from collections.abc import Hashable

from claimbook.decode import KINDS, Role, decode
from claimbook.formatting.comments import comments_of, is_schema_line
from claimbook.formatting.manner import in_order
from claimbook.formatting.places import Place, place_of
from claimbook.shape import Kind
from claimbook.yaml_tree import Document, Scalar


def is_same(before: Document, text: str, after: Document, new_text: str, role: Role) -> bool:
    """Whether records, diagnostics, words and comments of both documents are the same."""
    return (
        _record(before, role) == _record(after, role)
        and _words(place_of(before.root, text), KINDS[role])
        == _words(place_of(after.root, new_text), KINDS[role])
        and _comments(before, text) == _comments(after, new_text)
    )


def _record(document: Document, role: Role) -> tuple[object, object]:
    read = decode(role, document, "")
    return read.value, Counter((each.code, each.message) for each in read.diagnostics)


def _words(place: Place, kind: Kind | None) -> Hashable:
    """All words with the keys they stand under, also those that no field has claimed."""
    if isinstance(place.value, Scalar):
        return tuple(place.value.text.split())
    children = [
        (child.key.text if child.key else "", _words(child, below))
        for child, below in in_order(place, kind)
    ]
    return tuple(children)


def _comments(document: Document, text: str) -> Counter[str]:
    return Counter(
        " ".join(each.text.split())
        for each in comments_of(text, document.root)
        if not is_schema_line(each)
    )
