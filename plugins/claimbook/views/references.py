"""The list of references of a claim page."""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.views.catalogue import MANY, Catalogue
from claimbook.views.links import Link, Links
from claimbook.views.numbering import Numbered, Numbering, Ways
from claimbook.views.register import SameOrigin
from claimbook.views.sources import SourceText, source_text
from claimbook.wording import Wording


class Entry(NamedTuple):
    """One source in the list; ``page`` leads to what else rests on it."""

    number: int
    text: SourceText
    same_origin: str
    drawn_from: tuple[Link, ...]
    page: Link | None
    ways: Ways


def entries(
    register: Numbering, same: SameOrigin, catalogue: Catalogue, links: Links
) -> tuple[Entry, ...]:
    """All numbered sources, to be made after everything that cites them."""
    known = {each.cited.key: each for each in register.sources}
    ordered = sorted(register.sources, key=lambda each: each.rank)
    return tuple(
        Entry(
            each.number,
            _text(each, catalogue),
            same_origin(register.marks(same.get(each.number, ())), catalogue.say),
            tuple(_drawn_from(each, known, catalogue, links))
            if each.cited.source.derived_from
            else (),
            _page(each, catalogue, links),
            each.ways,
        )
        for each in ordered
    )


def _text(entry: Numbered, catalogue: Catalogue) -> SourceText:
    letter = entry.called.letter if entry.called else ""
    if entry.cited.is_shared and not letter:
        return catalogue.shared_texts[entry.cited.key]
    return source_text(entry.cited.source, catalogue.say, catalogue.settings, letter)


def same_origin(others: tuple[int | str, ...], say: Wording) -> str:
    """The words that name the sources that are the same voice; empty where there are none."""
    return say("source.same_origin", others=say.listed(others)) if others else ""


def _drawn_from(
    entry: Numbered, known: dict[str, Numbered], catalogue: Catalogue, links: Links
) -> Iterator[Link]:
    for name in entry.cited.source.derived_from:
        if name in known:
            yield Link(known[name].label, f"#source-{known[name].number}")
        elif name in catalogue.corpus.sources:
            title = catalogue.corpus.sources[name].record.title
            yield Link(title, links.to(f"sources/{name}"))


def _page(entry: Numbered, catalogue: Catalogue, links: Links) -> Link | None:
    if not entry.cited.is_shared:
        return None
    others, say = catalogue.source_uses.get(entry.cited.key, 0), catalogue.say
    text = say.count("source.used_in", others) if others else say("source.about")
    if others >= MANY:
        text = say("source.used_in_many", n=say.number(others))
    return Link(text, links.to(f"sources/{entry.cited.key}"))
