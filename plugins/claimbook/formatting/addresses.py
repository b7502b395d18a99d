"""Addresses in a document without what only follows visitors: the one thing that a form rewrites.

Only fields for addresses are looked at, never texts, and not those of copies: what stands in
such an address belongs to the copy.
"""

from dataclasses import replace
from typing import Any

from claimbook.data import replaced
from claimbook.kinds import UrlKind
from claimbook.plain_addresses import plain
from claimbook.records import Archive, Snapshot
from claimbook.shape import Kind, shapes_of
from claimbook.structures import ListOf, MapOf, RecordOf, TextOr
from claimbook.suppressions import Suppression
from claimbook.yaml_tree import Document, Entry, Mapping, Node, Scalar, Sequence

RULE = "roundabout-address"
_KEPT = (Archive, Snapshot)


def with_plain_addresses(document: Document, kind: Kind) -> Document:
    """The document with :func:`claimbook.plain_addresses.plain` for every address of a page.

    ``kind`` is what the whole of it is read as. All marks stay those of the text. Where a comment
    allows the rule :data:`RULE` to be broken, an address stays.
    """
    kept = [each for each in document.suppressions if each.rule == RULE]
    root = _Plain(kept).node(document.root, kind)
    return document if root is document.root else replace(document, root=root)


class _Plain:
    def __init__(self, kept: list[Suppression]) -> None:
        self._kept = kept

    def node(self, node: Node, kind: Kind | None) -> Node:
        if isinstance(kind, TextOr):
            return self.node(node, kind.text if isinstance(node, Scalar) else kind.mapping)
        if isinstance(kind, ListOf):
            return self._list(node, kind.kind)
        if isinstance(node, Mapping) and isinstance(kind, RecordOf | MapOf):
            entries = tuple(
                self._entry(each, _kind_at(each.key.text, kind)) for each in node.entries
            )
            return replaced(node, entries=entries) if _differ(entries, node.entries) else node
        if isinstance(node, Scalar) and isinstance(kind, UrlKind):
            return self._address(node)
        return node

    def _list(self, node: Node, kind: Kind) -> Node:
        if not isinstance(node, Sequence):
            return self.node(node, kind)
        items = tuple(self.node(each, kind) for each in node.items)
        return replaced(node, items=items) if _differ(items, node.items) else node

    def _entry(self, entry: Entry, kind: Kind | None) -> Entry:
        value = self.node(entry.value, kind)
        return entry if value is entry.value else replaced(entry, value=value)

    def _address(self, node: Scalar) -> Scalar:
        text, line = plain(node.text), node.mark.line
        is_kept = any(each.first_line <= line <= each.last_line for each in self._kept)
        return node if is_kept or text == node.text else replaced(node, text=text)


def _kind_at(name: str, kind: RecordOf[Any] | MapOf) -> Kind | None:
    if isinstance(kind, MapOf):
        return kind.kind
    if kind.record in _KEPT:
        return None
    return next((each.kind for each in shapes_of(kind.record) if each.name == name), None)


def _differ(new: tuple[object, ...], old: tuple[object, ...]) -> bool:
    return any(one is not other for one, other in zip(new, old, strict=True))
