"""The list of references of a claim page."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.format import counted, numbers_listed
from claimbook.views.catalogue import Catalogue
from claimbook.views.links import Link, Links
from claimbook.views.register import Mention, Numbered, Register
from claimbook.views.sources import SourceText, source_text


@dataclass(frozen=True, slots=True)
class Entry:
    """One source in the list; ``page`` leads to what else rests on it."""

    number: int
    text: SourceText
    same_origin: str
    drawn_from: tuple[Link, ...]
    page: Link | None
    mentions: tuple[Mention, ...]


def entries(register: Register, catalogue: Catalogue, links: Links) -> tuple[Entry, ...]:
    """All numbered sources, to be made after everything that cites them."""
    same = register.same_origin()
    numbers = {each.cited.key: each.number for each in register.sources}
    return tuple(
        Entry(
            each.number,
            _text(each, catalogue),
            _same_origin(same[each.number]),
            tuple(_drawn_from(each, numbers, catalogue, links)),
            _page(each, catalogue, links),
            tuple(each.mentions),
        )
        for each in register.sources
    )


def _text(entry: Numbered, catalogue: Catalogue) -> SourceText:
    if entry.cited.is_shared:
        return catalogue.shared_texts[entry.cited.key]
    return source_text(entry.cited.source)


def _same_origin(others: tuple[int, ...]) -> str:
    return f"same origin as {numbers_listed(others)}" if others else ""


def _drawn_from(
    entry: Numbered, numbers: dict[str, int], catalogue: Catalogue, links: Links
) -> Iterator[Link]:
    for name in entry.cited.source.derived_from:
        if name in numbers:
            yield Link(f"source {numbers[name]}", f"#source-{numbers[name]}")
        elif name in catalogue.corpus.sources:
            title = catalogue.corpus.sources[name].record.title
            yield Link(title, links.to(f"sources/{name}"))


def _page(entry: Numbered, catalogue: Catalogue, links: Links) -> Link | None:
    if not entry.cited.is_shared:
        return None
    others = len(catalogue.backlinks.by_source.get(entry.cited.key, ())) - 1
    text = f"Used in {counted(others, 'other fact-check')}" if others > 0 else "About this source"
    return Link(text, links.to(f"sources/{entry.cited.key}"))
