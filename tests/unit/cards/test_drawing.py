"""Cards as pictures: the right size, the right ink, and never a box where a letter should be."""

from dataclasses import replace
from io import BytesIO

import pytest

from claimbook.assets import light_colours
from claimbook.cards.draw import draw_card
from claimbook.cards.face import CardFace
from claimbook.cards.fonts import sans, serif
from claimbook.cards.png import is_card
from claimbook.cards.shapes import shape_of
from claimbook.icons import builtin
from claimbook.records import Rating
from claimbook.standard_scale import STANDARD_SCALE

Image = pytest.importorskip("PIL.Image")

FACE = CardFace(
    claim="The bridge opened in 1932.",
    label="True",
    tone="true",
    icon=builtin("check-circle-outline"),
    attribution="City Council · 19 March 1932",
    publication="The Ledger",
    kicker="Fact-check",
    address="ledger.example",
)
COLOURS = light_colours()
# Where the claim stands: between the publication's name and the rule above the rating.
CLAIM = (60, 110, 1140, 465)
RATING = (60, 480, 1140, 625)


def drawn(face: CardFace) -> bytes:
    return draw_card(face, COLOURS)


def colours_in(card: bytes, box: tuple[int, int, int, int]) -> set[str]:
    picture = Image.open(BytesIO(card)).convert("RGB").crop(box)
    found = picture.getcolors(1 << 16)
    return {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in found}


def test_a_card_is_a_whole_png_of_the_right_size_and_small() -> None:
    card = drawn(FACE)
    assert is_card(card)
    assert Image.open(BytesIO(card)).size == (1200, 630)
    assert len(card) < 30_000


def test_the_same_face_gives_the_same_bytes() -> None:
    assert drawn(FACE) == drawn(replace(FACE))


@pytest.mark.parametrize("rating", STANDARD_SCALE.ratings.values(), ids=lambda each: each.colour)
def test_a_rating_is_drawn_in_its_own_colour(rating: Rating) -> None:
    face = replace(FACE, tone=rating.colour, label=rating.label, icon=builtin(rating.icon))
    others = {COLOURS[each.colour] for each in STANDARD_SCALE.ratings.values()}
    assert colours_in(drawn(face), RATING) & others == {COLOURS[rating.colour]}


def test_no_two_ratings_have_the_same_shape() -> None:
    shapes = {shape_of(each.colour) for each in STANDARD_SCALE.ratings.values()}
    assert len(shapes) == len(STANDARD_SCALE.ratings)


@pytest.mark.parametrize(
    "claim",
    [
        "Die Brücke wurde 1932 eröffnet – „ganz“.",
        "Η γέφυρα άνοιξε το 1932.",
        "Мост был открыт в 1932 году.",
        "Cây cầu được mở vào năm 1932.",
        "Most byl otevřen roku 1932.",
        "e\u0301galite\u0301",
    ],
)
def test_latin_greek_and_cyrillic_are_covered(claim: str) -> None:
    assert serif().can_show(claim)
    assert sans().can_show(claim)
    assert COLOURS["ink"] in colours_in(drawn(replace(FACE, claim=claim)), CLAIM)


@pytest.mark.parametrize("claim", ["10\u202f000\u00a0€", "one\ntwo", "so\u2011called", "a\u2009b"])
def test_unusual_spaces_and_hyphens_do_not_cost_the_claim(claim: str) -> None:
    assert COLOURS["ink"] in colours_in(drawn(replace(FACE, claim=claim)), CLAIM)


@pytest.mark.parametrize(
    "claim", ["افتتح الجسر عام 1932", "הגשר נפתח", "橋は1932年に開通した。", "👍"]
)
def test_a_claim_the_font_lacks_gives_a_card_without_it(claim: str) -> None:
    card = drawn(replace(FACE, claim=claim))
    assert is_card(card)
    assert colours_in(card, CLAIM) & {COLOURS["ink"]} == set()
    assert COLOURS["true"] in colours_in(card, CLAIM)


def test_names_the_font_lacks_are_left_out() -> None:
    strange = replace(
        FACE, attribution="市", publication="市", label="市", address="市", kicker="市"
    )
    bare = replace(FACE, attribution="", publication="", label="", address="", kicker="")
    assert drawn(strange) == drawn(bare)


@pytest.mark.parametrize("claim", ["word " * 3000, "x" * 5000, "", " ", "\n\t", "A" * 30 + " b"])
@pytest.mark.parametrize("label", ["True", "Label " * 60])
def test_no_text_runs_over_the_edge(claim: str, label: str) -> None:
    card = drawn(replace(FACE, claim=claim, label=label, publication="P" * 900))
    for edge in ((0, 0, 60, 630), (1140, 0, 1200, 630)):
        assert colours_in(card, edge) == {COLOURS["wash"]}


@pytest.mark.parametrize(
    "icon",
    [
        "",
        "<svg",
        '<svg><path d="M 1 b"/></svg>',
        '<path d="A1">',
        '<svg viewBox="0 0 0 0"><path d="M0 0H1V1z"/></svg>',
        '<svg viewBox="0 0 nan 1"><path d="M0 0H1V1z"/></svg>',
        '<svg viewBox="0 0 1 1e-300"><path d="M0 0H1e300V1z"/></svg>',
    ],
)
def test_an_icon_that_cannot_be_read_leaves_the_shape(icon: str) -> None:
    assert COLOURS["true"] in colours_in(drawn(replace(FACE, icon=icon)), RATING)
