"""What running text calls works where it cites by author and year, and their order in the list."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from claimbook.citations.leads import Leads, namesakes
from claimbook.citations.names import inverted
from claimbook.citations.styles import source_reference
from claimbook.citations.work import Work, published_in, work_of
from claimbook.records import Source
from claimbook.wording import Wording

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Called(NamedTuple):
    """What a work is called, the letter of its year, and its place in the list."""

    text: str
    letter: str
    rank: int


class _Known(NamedTuple):
    work: Work
    # Who or what stands first, and the same with the year.
    lead: str
    text: str


def called(sources: Mapping[str, Source], style: str, say: Wording) -> Mapping[str, Called]:
    """What all sources of a page are called, by key; no two are called the same.

    Works of one author and year get letters in the order of the list (APA 8.19, Chicago 13.114);
    MLA, which names no years, gives their titles (6.8). Namesakes get initials (APA 8.20).
    """
    works = {key: published_in(work_of("", each)) for key, each in sources.items()}
    leads = Leads(style, say, namesakes(each.authors for each in works.values()))
    known = {key: _known(each, leads) for key, each in works.items()}
    if style == "mla":
        known = _by_title(known, leads)
    order = sorted(known, key=lambda key: (_sorted_by(sources[key], known[key].work, leads), key))
    counts = Counter(each.text for each in known.values())
    seen: Counter[str] = Counter()
    made: dict[str, Called] = {}
    for rank, key in enumerate(order, 1):
        each = known[key]
        letter = _letter(seen[each.text]) if counts[each.text] > 1 else ""
        seen[each.text] += 1
        made[key] = _told_apart(each, letter, rank, leads)
    return made


def _known(work: Work, leads: Leads) -> _Known:
    lead = leads.of(work)
    return _Known(work, lead, leads.with_year(lead, work))


def _by_title(known: Mapping[str, _Known], leads: Leads) -> dict[str, _Known]:
    counts = Counter(each.text for each in known.values())
    return {
        key: each._replace(text=f"{each.text}, {leads.title(each.work)}")
        if counts[each.text] > 1 and leads.authors(each.work)
        else each
        for key, each in known.items()
    }


def _told_apart(each: _Known, letter: str, rank: int, leads: Leads) -> Called:
    if not letter:
        return Called(each.text, "", rank)
    if leads.style == "mla":
        return Called(f"{each.text} ({letter})", "", rank)
    work = each.work._replace(letter=letter)
    return Called(leads.with_year(each.lead, work), letter, rank)


def _letter(number: int) -> str:
    """``a``, ``b``, … ``z``, ``aa``, ``ab``."""
    more, last = divmod(number, len(_LETTERS))
    return f"{_letter(more - 1) if more else ''}{_LETTERS[last]}"


def _sorted_by(source: Source, work: Work, leads: Leads) -> tuple[str, bool, str]:
    """A reference as lists are ordered; works of one author before those with others."""
    authors = leads.authors(work)
    text = source_reference(source, leads.say, leads.style, by_author=True).text
    plain = _plain(text)
    return (_plain(inverted(authors[0])) if authors else plain, len(authors) > 1, plain)


def _plain(text: str) -> str:
    """A text without signs, accents and capitals."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    words = "".join(each for each in letters if not unicodedata.combining(each))
    return " ".join(re.findall(r"\w+", words))
