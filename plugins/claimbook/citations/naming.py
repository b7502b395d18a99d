"""What running text calls works where it cites by author and year, and their order in the list."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from claimbook.citations.chicago import chicago_lead, chicago_year
from claimbook.citations.dates import year
from claimbook.citations.harvard import harvard_lead, harvard_year
from claimbook.citations.mla import mla_authors
from claimbook.citations.names import in_text
from claimbook.citations.parts import quoted, text_of
from claimbook.citations.styles import source_reference
from claimbook.citations.work import LAW, Name, Work, published_in, work_of
from claimbook.records import Source
from claimbook.wording import Wording

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LONGEST_TITLE = 32
_PAIR = "citation.pair"
# How many authors are named (APA 8.17, MLA 6.5, Chicago 13.107), and what joins two.
_NAMED = {
    "apa": (2, "citation.ampersand_pair"),
    "mla": (2, _PAIR),
    "chicago": (2, _PAIR),
    "harvard": (3, _PAIR),
}


class Called(NamedTuple):
    """What a work is called, the letter of its year, and its place in the list."""

    text: str
    letter: str
    rank: int


class _Known(NamedTuple):
    work: Work
    # Who or what stands first in the list, and the same with the year.
    lead: str
    text: str


def called(sources: Mapping[str, Source], style: str, say: Wording) -> Mapping[str, Called]:
    """What all sources of a page are called, by key; no two are called the same.

    Works of one author and year get letters in the order of the list (APA 8.19, Chicago 13.114);
    MLA, which names no years, gives their titles (6.8).
    """
    works = {key: published_in(work_of("", each)) for key, each in sources.items()}
    known = {key: _known(each, style, say) for key, each in works.items()}
    if style == "mla":
        known = _by_title(known)
    order = sorted(known, key=lambda key: (_sorted_by(sources[key], style, say), key))
    counts = Counter(each.text for each in known.values())
    seen: Counter[str] = Counter()
    made: dict[str, Called] = {}
    for rank, key in enumerate(order, 1):
        each = known[key]
        letter = _letter(seen[each.text]) if counts[each.text] > 1 else ""
        seen[each.text] += 1
        made[key] = _told_apart(each, letter, rank, style, say)
    return made


def _by_title(known: Mapping[str, _Known]) -> dict[str, _Known]:
    counts = Counter(each.text for each in known.values())
    return {
        key: each._replace(text=f"{each.text}, {each.work.title}")
        if counts[each.text] > 1 and each.work.authors
        else each
        for key, each in known.items()
    }


def _told_apart(each: _Known, letter: str, rank: int, style: str, say: Wording) -> Called:
    if not letter:
        return Called(each.text, "", rank)
    if style == "mla":
        return Called(f"{each.text} ({letter})", "", rank)
    work = each.work._replace(letter=letter)
    return Called(_with_year(each.lead, work, style, say), letter, rank)


def _known(work: Work, style: str, say: Wording) -> _Known:
    lead = _lead(work, style, say)
    return _Known(work, lead, _with_year(lead, work, style, say))


def _lead(work: Work, style: str, say: Wording) -> str:
    authors = _authors(work, style)
    if authors:
        most, pair = _NAMED[style]
        return in_text(authors, say, most, pair)
    first = {"chicago": chicago_lead, "harvard": harvard_lead}.get(style)
    mark = "," if style == "apa" or (style == "chicago" and not work.issued) else ""
    leading = text_of(first(work._replace(authors=()), say)) if first else ""
    return leading or _title(work, mark, style, say)


def _authors(work: Work, style: str) -> tuple[Name, ...]:
    if style == "chicago" and work.type == LAW:
        return ()
    return mla_authors(work) if style == "mla" else work.authors


def _title(work: Work, mark: str, style: str, say: Wording) -> str:
    """A title in the place of an author, cut where it is long; a law is never cut."""
    words = work.title
    if len(words) > _LONGEST_TITLE and work.type != LAW:
        cut = words[:_LONGEST_TITLE]
        words = (cut.rpartition(" ")[0] or cut).rstrip(" ,.:;–—-")
    is_bare = style == "harvard" or (work.type == LAW and style != "apa")
    return words if is_bare else text_of(quoted(words, say, mark))


def _with_year(lead: str, work: Work, style: str, say: Wording) -> str:
    if style == "mla":
        return lead
    if style == "chicago":
        return f"{lead}{_comma(lead) * (not work.issued)} {chicago_year(work, say)}"
    when = harvard_year(work, say) if style == "harvard" else _apa_year(work, say)
    return f"{lead}{_comma(lead)} {when}"


def _apa_year(work: Work, say: Wording) -> str:
    text = year(work, say)
    return say("citation.about", date=text) if work.is_doubtful and work.issued else text


def _comma(lead: str) -> str:
    return "" if lead.endswith((",”", "?”", "!”", ",")) else ","


def _letter(number: int) -> str:
    """``a``, ``b``, … ``z``, ``aa``, ``ab``."""
    more, last = divmod(number, len(_LETTERS))
    return f"{_letter(more - 1) if more else ''}{_LETTERS[last]}"


def _sorted_by(source: Source, style: str, say: Wording) -> str:
    """A reference as lists are ordered: without signs, accents and capitals."""
    text = source_reference(source, say, style, by_author=True).text
    letters = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return " ".join(re.findall(r"\w+", plain))
