"""However statements, faults and gaps overlap, the text stays whole and each of them is told."""

from hypothesis import given
from hypothesis import strategies as st

from claimbook.icons import builtin
from claimbook.render import Renderer
from claimbook.values import Axis
from claimbook.views.document.layers import Added, Cutter, Layers, stretches_of
from claimbook.views.document.paragraphs import Group, Paragraph
from claimbook.views.document.parts import Fault, Gap, Piece, Statement
from claimbook.views.marks import Mark, inline_icon
from tests.unit.views.making import PageReader

TEXT = "One <two> three & four. Five “six”.\n\nSeven eight nine ten. Eleven."
BLOCKS = ((0, TEXT.index("\n")), (TEXT.index("Seven"), len(TEXT)))
MARK = Mark("true", "True", "", "true", inline_icon(builtin, "check"), Axis.TRUTH, 5, 0)
places = st.lists(
    st.tuples(*(st.integers(0, len(TEXT)),) * 2)
    .map(sorted)
    .map(tuple)
    .filter(lambda e: e[0] < e[1]),
    min_size=1,
    max_size=3,
).map(sorted)
everywhere = st.lists(places, max_size=6)


def statement(number: int) -> Statement:
    name = f"claim-{number}"
    return Statement(
        number, name, f"passage-{name}", name, "A <title>", None, "#", "", MARK, "So.", True
    )


def gap(number: int) -> Gap:
    return Gap(number, "q", "r", is_placed=True)


def layers_of(said: list, faults: list, gaps: list, added: list[int]) -> Layers:
    fault = Fault("a", "p", "o", "", "", True, False)
    struck = tuple(each for at in faults for each in stretches_of(fault, at))
    return Layers(
        tuple(each for n, at in enumerate(said, 1) for each in stretches_of(statement(n), at)),
        struck,
        struck,
        tuple(
            each
            for n, at in enumerate(gaps, 1)
            for each in stretches_of(Gap(n, "q", "r", True), at)
        ),
        tuple(Added(at, " [x]") for at in added),
    )


def cut(layers: Layers) -> list[list[Piece]]:
    cutter = Cutter(TEXT, layers)
    return [list(cutter.pieces(*block)) for block in BLOCKS]


@given(everywhere, everywhere, everywhere, st.lists(st.integers(0, len(TEXT) - 1)))
def test_the_text_stays_whole_and_everything_ends_once(
    said: list, faults: list, gaps: list, added: list[int]
) -> None:
    layers = layers_of(said, faults, gaps, added)
    blocks = cut(layers)
    assert ["".join(each.text for each in pieces) for pieces in blocks] == [
        TEXT[start:end] for start, end in BLOCKS
    ]
    pieces = [each for block in blocks for each in block]
    ended = sorted(each.statement.number for piece in pieces for each in piece.ended)
    assert ended == list(range(1, len(said) + 1))
    assert sum(len(each.faults) for each in pieces) == len(faults)
    assert sum(len(each.gaps) for each in pieces) == len(gaps)
    assert "".join(each.added for each in pieces).count("x") == len(added)
    anchors = [each.anchor for each in pieces if each.anchor]
    anchors += [each.anchor for piece in pieces for each in piece.ended if each.anchor]
    assert sorted(anchors) == sorted(f"passage-claim-{n}" for n in range(1, len(said) + 1))


@given(everywhere, everywhere, everywhere)
def test_every_piece_says_all_that_it_is_part_of(said: list, faults: list, gaps: list) -> None:
    blocks = cut(layers_of(said, faults, gaps, []))
    for (start, _), pieces in zip(BLOCKS, blocks, strict=True):
        at = start
        for piece in pieces:
            part = range(at, at + len(piece.text))
            numbers = {n for n, where in enumerate(said, 1) if _covers(where, part)}
            assert {each.number for each in piece.said} == numbers
            assert bool(piece.struck) == any(_covers(where, part) for where in faults)
            at += len(piece.text)


def _covers(where: list[tuple[int, int]], part: range) -> bool:
    return any(start <= part.start and part.stop <= end for start, end in where)


@given(everywhere, everywhere, everywhere)
def test_it_is_valid_html(said: list, faults: list, gaps: list) -> None:
    blocks = cut(layers_of(said, faults, gaps, []))
    paragraphs = tuple(Paragraph(tuple(each)) for each in blocks)
    template = RENDERER._templates.get_template("claimbook/document-parts.html")
    html = str(template.module.group(Group("paragraph", 0, paragraphs)))  # type: ignore[attr-defined]
    page = PageReader(html)
    assert page.problems == []
    assert len(page.ids) == len(set(page.ids))
    assert "<two>" not in html
    assert "<title>" not in html


RENDERER = Renderer()
