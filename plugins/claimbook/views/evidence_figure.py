"""The evidence map of a claim as a figure: what its parts are called, and the same in words."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from unicodedata import east_asian_width

from claimbook.data import Fixed
from claimbook.graph import Ledger
from claimbook.values import Stance
from claimbook.views.evidence import Exhibits
from claimbook.views.evidence_map import Layout, layout
from claimbook.views.register import Register
from claimbook.views.sources import short_name
from claimbook.wording import Wording

FEWEST, MOST = 2, 12
# As much of a name as there is room for, in letters; those of Chinese and Japanese take two.
_LONGEST_NAME = 19


class Labelled(Fixed):
    """A source in the drawing, with its number unless the text cites by author and year."""

    number: int | str
    name: str
    y: float


class EvidenceFigure(Fixed):
    """The drawing with its caption; ``rows`` say in words what it shows."""

    layout: Layout
    sources: tuple[Labelled, ...]
    caption: str
    rows: tuple[str, ...]


class _Drawn(Fixed):
    number: int
    name: str
    stances: frozenset[Stance]
    called: str = ""


def evidence_figure(
    shown: Exhibits, counts: Ledger, register: Register, say: Wording
) -> EvidenceFigure | None:
    """The figure; None where there is but one source."""
    known = _drawn(shown, register)
    if len(known) < FEWEST:
        return None
    origins = list(_origins(counts.voices, dict(islice(known.items(), MOST))))
    made = layout(tuple(tuple(each.stances for each in origin) for origin in origins))
    drawn = (each for origin in origins for each in origin)
    return EvidenceFigure(
        made,
        tuple(
            Labelled("" if each.called else each.number, fitted(each.called or each.name), y)
            for each, y in zip(drawn, made.sources, strict=True)
        ),
        " ".join(_caption(len(known), counts, say)),
        tuple(_row(each, say) for each in origins),
    )


def _origins(
    voices: Iterable[Iterable[str]], known: Mapping[str, _Drawn]
) -> Iterator[list[_Drawn]]:
    for voice in voices:
        origin = [known[key] for key in voice if key in known]
        if origin:
            yield sorted(origin, key=attrgetter("number")) if len(origin) > 1 else origin


def _drawn(shown: Exhibits, register: Register) -> Mapping[str, _Drawn]:
    stances: dict[int, list[Stance]] = {}
    for stance, pieces in shown.items():
        for _, mention in pieces:
            if mention:
                stances.setdefault(mention.number, []).append(stance)
    return {
        each.cited.key: _Drawn(
            each.number,
            short_name(each.cited.source),
            frozenset(stances[each.number]),
            each.called.text if each.called else "",
        )
        for each in register.sources
        if each.number in stances
    }


def _caption(count: int, counts: Ledger, say: Wording) -> Iterator[str]:
    origins = say.count("claim.map_origins", counts.origins)
    yield say.count("claim.map_caption", count, origins=origins)
    if count > MOST:
        yield say("claim.map_capped", shown=MOST, n=say.number(count))


def _row(origin: list[_Drawn], say: Wording) -> str:
    names = [
        each.called or say("claim.map_source", n=each.number, name=each.name) for each in origin
    ]
    if len(origin) == 1:
        stances = _stances(origin[0].stances, say)
        return say("claim.map_row", sources=names[0], stances=stances)
    stances = _stances(frozenset[Stance]().union(*(each.stances for each in origin)), say)
    return say("claim.map_row_together", sources=say.listed(names), stances=stances)


@lru_cache(maxsize=64)
def _stances(taken: frozenset[Stance], say: Wording) -> str:
    return say.listed(say(f"claim.map_{each}") for each in Stance if each in taken)


# The same few publishers stand on thousands of pages.
@lru_cache(maxsize=2048)
def fitted(name: str) -> str:
    """As much of a name as the drawing has room for."""
    room = _LONGEST_NAME
    for index, letter in enumerate(name):
        room -= 2 if east_asian_width(letter) in "WF" else 1
        if room < 0:
            return f"{name[: index - 1].rstrip()}…"
    return name
