"""Records field by field: their values as words, and where two of them differ."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from claimbook.records import Claim, Related, Review, Source, Withdrawal
from claimbook.review.difference import Change
from claimbook.shape import Record, shapes_of

# These are told in ways of their own.
_APART = frozenset({"evidence", "rating"})
_OPENED = (Review, Related, Withdrawal)


def as_words(value: Any) -> str:  # noqa: ANN401 - whatever a field may hold
    """A value as one text; of a source its title, of another record its fields."""
    if value is None:
        return ""
    if isinstance(value, Source):
        return source_words(value)
    if isinstance(value, Record):
        told = ((each.name, as_words(getattr(value, each.attribute))) for each in _shapes(value))
        return "; ".join(f"{name}: {words}" for name, words in told if words)
    return "; ".join(map(as_words, value)) if isinstance(value, tuple) else str(value)


def source_words(source: Source) -> str:
    """A source as one text."""
    told = (source.title, source.publisher, source.published, source.url)
    return ", ".join(str(each) for each in told if each)


def changes_of(before: Record | None, after: Record | None, prefix: str = "") -> Iterator[Change]:
    """The fields of two records of a kind that differ, in the order of their declaration."""
    known = before or after
    for each in _shapes(known) if known else ():
        name = f"{prefix}{each.name}"
        old, new = (getattr(side, each.attribute, None) for side in (before, after))
        if isinstance(old or new, _OPENED):
            yield from changes_of(old, new, f"{name}.")
        elif old != new and not (isinstance(known, (Claim, Review)) and each.name in _APART):
            yield from _of_values(name, old, new)


def _shapes(record: Record) -> tuple[Any, ...]:
    return shapes_of(type(record))


def _of_values(name: str, old: Any, new: Any) -> Iterable[Change]:  # noqa: ANN401
    if isinstance(old or new, tuple):
        return _of_lists(name, old or (), new or ())
    if isinstance(old or new, Mapping):
        return _of_mappings(name, old or {}, new or {})
    return (Change(name, as_words(old), as_words(new)),)


def _of_lists(name: str, old: tuple[Any, ...], new: tuple[Any, ...]) -> Iterator[Change]:
    gone = [as_words(each) for each in old if each not in new]
    come = [as_words(each) for each in new if each not in old]
    for before, after in zip_longest(gone, come, fillvalue=""):
        yield Change(name, before, after)
    if not (gone or come) and old != new:
        yield Change(f"{name} (order)", as_words(old), as_words(new))


def _of_mappings(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for key in dict.fromkeys((*old, *new)):
        before, after = old.get(key), new.get(key)
        if before != after:
            yield Change(f"{name}.{key}".strip("."), as_words(before), as_words(after))
    if dict(old) == dict(new) and [*old] != [*new]:
        yield Change(f"{name} (order)", as_words((*old,)), as_words((*new,)))


def map_changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """The entries of two lists by id that differ."""
    return tuple(_of_mappings("", old, new)) if [*old.items()] != [*new.items()] else ()
