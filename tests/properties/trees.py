"""Strategies for the trees that claim files hold, made from the declarations of the records.

A tree is text, a list or a dict: what an author means before any YAML is chosen for it.
"""

import re
import string
from typing import Any

from hypothesis import strategies as st

from claimbook.decode import KINDS, Role
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
from claimbook.shape import Kind, Record, shapes_of
from claimbook.structures import ListOf, MapOf, RecordOf, TextOr
from claimbook.values import RESERVED_SLUGS

Tree = Any

# Characters that mean something to YAML or to Markdown, that are wide, or that look like others.
_HARD = "-?:,[]{}#&*!|>'\"%@`~=<\\_.…“”’«»–éß漢字😀\u00a0"
_LETTERS = st.sampled_from(string.ascii_letters + string.digits + _HARD)
_WORDS = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=9),
    st.sampled_from(["the", "a", "no", "yes", "null", "~", "true", "12:30", "1e3", "2024-02-30"]),
    st.sampled_from(["key: value", "text #not a comment", "- item", "---", "...", "[@id]", "a:"]),
)


def sentences(most: int = 500) -> st.SearchStrategy[str]:
    """One line of words, hard characters among them, never empty."""
    words = st.lists(_WORDS, min_size=1, max_size=25).map(" ".join)
    return words.map(lambda text: text[:most].strip()).filter(_is_text)


def _is_text(text: str) -> bool:
    return bool(text.strip())


def passages(most: int = 4000) -> st.SearchStrategy[str]:
    """Several lines, some empty, some indented."""
    line = st.one_of(sentences(), st.just(""), sentences().map(lambda text: f"  {text}"))
    joined = st.lists(line, min_size=1, max_size=5).map("\n".join)
    return joined.map(lambda text: text[:most].strip()).filter(_is_text)


SLUGS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}", fullmatch=True).filter(
    # Editors take `0` and `00` for the same entry of a list.
    lambda text: text not in RESERVED_SLUGS and not re.fullmatch(r"0[0-9]+", text)
)
DATES = st.one_of(
    st.dates().filter(lambda day: day.year >= 1000).map(str),
    st.dates().filter(lambda day: day.year >= 1000).map(lambda day: str(day)[:7]),
    st.integers(1000, 9999).map(str),
    st.sampled_from(["2025-12-11T19:57Z", "2025-12-11T19:57:01+01:00", "2024-02-29"]),
).flatmap(lambda text: st.sampled_from(["", "", "", "?", "~", "%"]).map(lambda sign: text + sign))
URLS = st.from_regex(r"https?://[a-z]{1,8}\.(org|com)/[a-zA-Z0-9_/?=&%-]{0,40}", fullmatch=True)
_FORMS = {
    "a language tag": st.sampled_from(["en", "de", "zh-Hant", "pt-BR", "no", "de-1996"]),
    "a DOI": st.from_regex(r"10\.[0-9]{4}/[!-~]{1,20}", fullmatch=True),
    "a SHA-256 digest": st.from_regex(r"[a-f][0-9a-f]{63}", fullmatch=True),
    "a media type": st.from_regex(r"[a-z]{1,9}/[a-zA-Z][!#$&^_.+-]{0,9}[a-z0-9]", fullmatch=True),
    "a file name": st.from_regex(r"[a-z0-9][a-z0-9._-]{0,20}", fullmatch=True),
    "a host name": st.from_regex(r"[a-z]{1,8}(\.[a-z]{2,5}){1,2}", fullmatch=True),
    "`auto`": st.just("auto"),
}
ISBNS = st.sampled_from(["978-3-16-148410-0", "9783161484100", "080442957X", "0-306-40615-2"])


def texts_of(kind: Kind) -> st.SearchStrategy[str]:
    """Valid text for a kind that reads text."""
    if isinstance(kind, Plain):
        return sentences(kind.most)
    if isinstance(kind, Verbatim | Markdown):
        return passages(kind.most)
    if isinstance(kind, Choice):
        return st.sampled_from([word.value for word in kind.words])
    if isinstance(kind, Form):
        return _FORMS[kind.called]
    if isinstance(kind, Number):
        return st.integers(kind.least, kind.most).map(str)
    fixed = {SlugKind: SLUGS, DateKind: DATES, UrlKind: URLS, Isbn: ISBNS}
    return fixed[type(kind)]


def trees_of(kind: Kind) -> st.SearchStrategy[Tree]:
    """Valid trees for any kind."""
    if isinstance(kind, RecordOf):
        return records_of(kind.record)
    if isinstance(kind, ListOf):
        return _lists_of(kind)
    if isinstance(kind, TextOr):
        return st.one_of(trees_of(kind.text), trees_of(kind.mapping))
    if isinstance(kind, MapOf):
        return st.dictionaries(SLUGS, trees_of(kind.kind), min_size=1, max_size=3)
    return texts_of(kind)


def _lists_of(kind: ListOf) -> st.SearchStrategy[Tree]:
    item = trees_of(kind.kind)
    unique = str if kind.is_unique else None
    several = st.lists(item, min_size=1, max_size=3, unique_by=unique)
    alone = item.filter(lambda each: isinstance(each, str))
    return st.one_of(several, alone) if kind.takes_lone_text else several


@st.composite
def records_of(draw: st.DrawFn, record: type[Record]) -> dict[str, Tree]:
    """A mapping with the required fields and some others, in any order."""
    shapes = {shape.name: shape for shape in shapes_of(record)}
    alternatives = {name for group in record.exactly_one for name in group}
    optional = [name for name, shape in shapes.items() if not shape.is_required]
    chosen = {name for name, shape in shapes.items() if shape.is_required}
    chosen |= draw(st.sets(st.sampled_from(optional), max_size=4)) if optional else set()
    chosen -= alternatives
    for group in record.exactly_one:
        chosen.add(draw(st.sampled_from(group)))
    if not chosen:
        chosen.add(draw(st.sampled_from(optional)))
    names = draw(st.permutations(sorted(chosen)))
    return {name: draw(trees_of(shapes[name].kind)) for name in names}


def files() -> st.SearchStrategy[tuple[Role, Tree]]:
    """A role and a valid tree for a file of it; claims most often."""
    roles = st.sampled_from([Role.CLAIM, Role.CLAIM, *Role])
    return roles.flatmap(lambda role: st.tuples(st.just(role), trees_of(KINDS[role])))
