"""How much a field may hold: for every kind, values at its limits and values one step beyond."""

from collections.abc import Callable, Iterator
from functools import singledispatch
from typing import NamedTuple

from claimbook.dates import EARLIEST_YEAR
from claimbook.declared import records_in
from claimbook.kinds import (
    Choice,
    DateKind,
    Form,
    Isbn,
    Markdown,
    Number,
    Plain,
    SlugKind,
    UrlKind,
    Verbatim,
)
from claimbook.shape import Kind, shapes_of
from claimbook.structures import MOST_ENTRIES, ListOf, MapOf, RecordOf, TextOr
from claimbook.text import FILE_START
from claimbook.urls import MAX_LENGTH
from claimbook.values import SLUG_MAX
from claimbook.yaml_tree import Entry, Mapping, Node, Scalar, Sequence

_YEAR_AFTER_THE_LAST = 10_000


class Bound(NamedTuple):
    """A limit in words, a value that keeps it, and one that is a step beyond."""

    words: str
    within: Node
    beyond: Node


# Of every form, how a text of a length is made; the length is that of the declaration.
_FORMS: dict[str, Callable[[int], str]] = {
    "a language tag": lambda most: f"zh-Hant-CN-abcdefgh-abcdefgh-{'a' * (most - 29)}",
    "a DOI": lambda most: f"10.1000/{'1' * (most - 8)}",
    "a SHA-256 digest": lambda most: "0" * most,
    "a media type": lambda most: f"{'a' * (most // 2)}/{'a' * (most - most // 2 - 1)}",
    "a file name": lambda most: "a" * most,
    "a host name": lambda most: f"{'a.' * (most // 2)}{'a' * (most % 2)}".ljust(most, "a"),
    "`auto`": lambda most: "auto".ljust(most, "o"),
}


def text(value: str) -> Scalar:
    """A text as it is read from a file, in quotes."""
    return Scalar(value, FILE_START, '"')


@singledispatch
def bounds_of(kind: Kind) -> Iterator[Bound]:
    """Every limit of a kind."""
    raise TypeError(f"nobody has said what the limits of {type(kind).__name__} are")


def _characters(most: int, made: Callable[[int], str]) -> Bound:
    return Bound(f"{most:,} characters", text(made(most)), text(made(most + 1)))


@bounds_of.register
def _(kind: Plain | Verbatim | Markdown) -> Iterator[Bound]:
    yield _characters(kind.most, lambda length: "x" * length)


@bounds_of.register
def _(_: SlugKind) -> Iterator[Bound]:
    yield _characters(SLUG_MAX, lambda length: "a" * length)
    yield Bound("`a`–`z`, `0`–`9` and single hyphens", text("exe-bridge"), text("Exe--Bridge"))
    yield Bound("no name that is kept for pages or devices", text("indexes"), text("index"))


@bounds_of.register
def _(_: DateKind) -> Iterator[Bound]:
    last = _YEAR_AFTER_THE_LAST - 1
    words = f"years from {EARLIEST_YEAR} to {last}"
    yield Bound(words, text(str(EARLIEST_YEAR)), text(f"{EARLIEST_YEAR - 1:04}"))
    yield Bound("days that there are", text("2024-02-29"), text("2023-02-29"))


@bounds_of.register
def _(_: UrlKind) -> Iterator[Bound]:
    start = "https://example.org/"
    yield _characters(MAX_LENGTH, lambda length: start.ljust(length, "a"))
    yield Bound("`http` and `https`", text("http://example.org/"), text("ftp://example.org/"))
    yield Bound("no name or password", text(f"{start}@a"), text("https://a@example.org/"))


@bounds_of.register
def _(kind: Choice) -> Iterator[Bound]:
    words = [word.value for word in kind.words]
    yield Bound(f"one of {len(words)} words", text(words[-1]), text(words[0][:-1]))


@bounds_of.register
def _(kind: Form) -> Iterator[Bound]:
    yield _characters(kind.most, _FORMS[kind.called])
    yield Bound(f"the form of {kind.called}", text(_FORMS[kind.called](kind.most)), text("?"))


@bounds_of.register
def _(_: Isbn) -> Iterator[Bound]:
    right = "978-3-16-148410-0"
    yield Bound("a right check digit", text(right), text("978-3-16-148410-1"))
    yield Bound(f"{len(right)} characters", text(right), text(right.replace("-", "--", 1)))


@bounds_of.register
def _(kind: Number) -> Iterator[Bound]:
    words = f"{kind.least} to {kind.most}"
    yield Bound(words, text(str(kind.most)), text(str(kind.most + 1)))
    yield Bound(words, text(str(kind.least)), text(str(kind.least - 1)))


@bounds_of.register
def _(kind: RecordOf) -> Iterator[Bound]:  # type: ignore[type-arg]
    sample = sample_of(kind)
    first = next(iter(shapes_of(kind.record)))
    stranger = Entry(text("nonsense"), text("x"))
    known = f"{len(shapes_of(kind.record))} fields that are known"
    more = Mapping((*_entries(sample), stranger), FILE_START)
    yield Bound(known if len(shapes_of(kind.record)) > 1 else f"`{first.name}`", sample, more)


@bounds_of.register
def _(kind: ListOf) -> Iterator[Bound]:
    entries = [_entry(kind.kind, number) for number in range(MOST_ENTRIES + 1)]
    yield Bound(f"{MOST_ENTRIES} entries", _list(entries[:-1]), _list(entries))
    if kind.is_unique:
        yield Bound("none twice", _list(entries[:2]), _list([entries[0], entries[0]]))
    for each in bounds_of(kind.kind):
        yield Bound(f"each: {each.words}", _list([each.within]), _list([each.beyond]))


@bounds_of.register
def _(kind: TextOr) -> Iterator[Bound]:
    yield from bounds_of(kind.text)
    if not isinstance(kind.text, Form):
        yield from bounds_of(kind.mapping)


@bounds_of.register
def _(kind: MapOf) -> Iterator[Bound]:
    sample = sample_of(kind.kind)

    def named(name: str, value: Node = sample) -> Mapping:
        return Mapping((Entry(text(name), value),), FILE_START)

    for each in bounds_of(SlugKind()):
        names = (each.within, each.beyond)
        keys = [named(name.text) for name in names if isinstance(name, Scalar)]
        yield Bound(f"each name: {each.words}", keys[0], keys[1])
    for each in bounds_of(kind.kind):
        yield Bound(f"each: {each.words}", named("a", each.within), named("a", each.beyond))


def _list(nodes: list[Node]) -> Sequence:
    return Sequence(tuple(nodes), FILE_START)


def _entries(node: Node) -> tuple[Entry, ...]:
    return node.entries if isinstance(node, Mapping) else ()


# Texts of which each is another.
_NUMBERED: dict[type, str] = {
    Plain: "a {}",
    Verbatim: "a {}",
    Markdown: "a {}",
    SlugKind: "a{}",
    UrlKind: "https://example.org/{}",
    Form: "a{}.example",
}


def _entry(kind: Kind, number: int) -> Node:
    if isinstance(kind, TextOr):
        return _entry(kind.text, number)
    if isinstance(kind, RecordOf):
        return sample_of(kind)
    return text(_NUMBERED[type(kind)].format(number))


def sample_of(kind: Kind) -> Node:
    """A value of the kind with no more than must be in it."""
    if isinstance(kind, TextOr):
        return sample_of(kind.text)
    if isinstance(kind, ListOf):
        return _list([sample_of(kind.kind)])
    if isinstance(kind, MapOf):
        return Mapping((Entry(text("a"), sample_of(kind.kind)),), FILE_START)
    if not isinstance(kind, RecordOf):
        return next(bounds_of(kind)).within
    (record,) = records_in(kind)
    first = [group[0] for group in record.exactly_one]
    must = [each for each in shapes_of(record) if each.is_required or each.name in first]
    chosen = must or shapes_of(record)[:1]
    fields = (Entry(text(each.name), sample_of(each.kind)) for each in chosen)
    return Mapping(tuple(fields), FILE_START)
