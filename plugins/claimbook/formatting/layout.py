"""Places and their comments to lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimbook.formatting.manner import in_order, manner_of
from claimbook.formatting.notes import Notes
from claimbook.formatting.places import Place
from claimbook.formatting.scalars import WIDTH, Written, key_text, one_line, written
from claimbook.shape import Kind
from claimbook.yaml_comments import Comment
from claimbook.yaml_tree import Mapping, Scalar

_STEP = 2


@dataclass(frozen=True, slots=True)
class _Group:
    """A child of a collection: the comments above it (after a blank line or not), its lines."""

    above: tuple[tuple[bool, str], ...]
    follows_blank: bool
    lines: tuple[str, ...]


def laid_out(root: Place, kind: Kind, notes: Notes) -> list[str]:
    """The lines of a document without its preamble."""
    layout = _Layout(notes)
    if root.children:
        return list(layout.block(root, kind, 0))
    value = layout.value(root, kind, 0, _STEP)
    group = layout.group(root, value.inline, value.below)
    return list(_joined([group]))


@dataclass(frozen=True, slots=True)
class _Layout:
    notes: Notes

    def block(self, place: Place, kind: Kind | None, indent: int) -> Iterator[str]:
        """The lines of a block collection, relative to its own indentation."""
        yield from _joined(self._groups(place, kind, indent))
        yield from _with_gaps(self.notes.below.get(place.path, ()))

    def _groups(self, place: Place, kind: Kind | None, indent: int) -> list[_Group]:
        is_mapping = isinstance(place.value, Mapping)
        make = self._entry if is_mapping else self._item
        return [make(child, below, indent) for child, below in in_order(place, kind)]

    def _entry(self, place: Place, kind: Kind | None, indent: int) -> _Group:
        head = f"{key_text(place.key.text if place.key else '')}:"
        column = indent + len(head) + 1
        if self._is_block(place, kind, column):
            return self.group(place, head, tuple(self.block(place, kind, indent + _STEP)))
        value = self.value(place, kind, column, indent + _STEP)
        return self.group(place, f"{head} {value.inline}".rstrip(), value.below)

    def _item(self, place: Place, kind: Kind | None, indent: int) -> _Group:
        if self._is_block(place, kind, indent + _STEP):
            return self._nested(place, kind, indent + _STEP)
        value = self.value(place, kind, indent + _STEP, indent + _STEP)
        return self.group(place, f"- {value.inline}".rstrip(), value.below)

    def _nested(self, place: Place, kind: Kind | None, indent: int) -> _Group:
        """A collection that begins behind a dash: comments on its first child go above the dash."""
        first, *rest = self._groups(place, kind, indent)
        bare = _Group((), follows_blank=False, lines=first.lines)
        below = _with_gaps(self.notes.below.get(place.path, ()))
        head, *others = [*_joined([bare, *rest]), *below]
        behind = self.notes.behind.get(place.path, ())
        above = (
            *self._above(place),
            *((False, each.text) for each in behind),
            *((False, text) for _, text in first.above),
        )
        return _Group(above, _follows_blank(place), (f"- {head}", *_indented(others)))

    def group(self, place: Place, line: str, below: tuple[str, ...]) -> _Group:
        """A child that begins with ``line``; of several comments behind it the last stays there."""
        behind = [each.text for each in self.notes.behind.get(place.path, ())]
        above = [*self._above(place), *((False, text) for text in behind[:-1])]
        if not place.children:
            above += [(False, each.text) for each in self.notes.below.get(place.path, ())]
        line = f"{line}  {behind[-1]}" if behind else line
        return _Group(tuple(above), _follows_blank(place), (line, *_indented(below)))

    def _above(self, place: Place) -> list[tuple[bool, str]]:
        comments = self.notes.above.get(place.path, ())
        is_first = not place.path or place.path[-1] == 0
        return [
            (each.follows_blank and not (is_first and index == 0), each.text)
            for index, each in enumerate(comments)
        ]

    def value(self, place: Place, kind: Kind | None, column: int, indent: int) -> Written:
        """A scalar, or a collection in one line."""
        if isinstance(place.value, Scalar):
            return written(place.value, manner_of(kind), column, indent)
        return Written(_flow(place, kind))

    def _is_block(self, place: Place, kind: Kind | None, column: int) -> bool:
        if not place.children:
            return False
        fits = place.is_flow and self._is_simple(place)
        return not fits or column + len(_flow(place, kind)) > WIDTH

    def _is_simple(self, place: Place) -> bool:
        """Whether nothing but texts and no comment is in it."""
        return place.path not in self.notes.below and all(
            isinstance(child.value, Scalar)
            and child.path not in self.notes.above
            and child.path not in self.notes.behind
            for child in place.children
        )


def _flow(place: Place, kind: Kind | None) -> str:
    parts: list[str] = []
    for child, below in in_order(place, kind):
        value = child.value
        text = ""
        if isinstance(value, Scalar):
            text = one_line(value, manner_of(below), in_flow=True)
        parts.append(f"{key_text(child.key.text)}: {text}" if child.key else text)
    inside = ", ".join(parts)
    return f"{{{inside}}}" if isinstance(place.value, Mapping) else f"[{inside}]"


def _follows_blank(place: Place) -> bool:
    # What came first had its blank line from what stood above the collection.
    return place.follows_blank and bool(place.path) and place.path[-1] > 0


def _joined(groups: Iterable[_Group]) -> Iterator[str]:
    is_first = True
    for group in groups:
        for follows_blank, text in group.above:
            if follows_blank and not is_first:
                yield ""
            yield text
            is_first = False
        if group.follows_blank and not is_first:
            yield ""
        yield from group.lines
        is_first = False


def _with_gaps(comments: Iterable[Comment]) -> Iterator[str]:
    for each in comments:
        if each.follows_blank:
            yield ""
        yield each.text


def _indented(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(f"  {line}" if line else "" for line in lines)
