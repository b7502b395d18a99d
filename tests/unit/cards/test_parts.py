"""What cards are made of: lines of text, outlines of icons, and whole files."""

import math

import pytest

from claimbook.cards.face import CardFace, face_digest
from claimbook.cards.lines import Box, fitted, shortened
from claimbook.cards.outline import Polygon, icon_outline
from claimbook.cards.png import is_card

BOX = Box(width=200, height=100, sizes=(40, 20, 10), leading=1)


def typed(text: str, size: int) -> float:
    """The width of a typewriter's text."""
    return len(text) * size / 2


def test_a_short_text_is_set_large() -> None:
    assert fitted("short", BOX, typed).size == 40


def test_a_longer_text_is_set_smaller_and_in_even_lines() -> None:
    setting = fitted("one two three four five six seven", BOX, typed)
    assert (setting.size, setting.lines) == (20, ("one two three four", "five six seven"))


def test_what_fits_at_no_size_is_cut_with_an_ellipsis() -> None:
    setting = fitted("word " * 200, BOX, typed)
    assert setting.size == 10
    assert len(setting.lines) == 10
    assert setting.lines[-1].endswith("word…")
    assert all(typed(line, 10) <= 200 for line in setting.lines)


def test_a_word_wider_than_the_column_is_cut() -> None:
    (line,) = fitted("x" * 500, BOX, typed).lines
    assert line.endswith("x…")
    assert typed(line, 10) <= 200


def test_a_line_that_fits_is_left_alone() -> None:
    assert shortened("fits", 200, 10, typed) == "fits"


def area(polygon: Polygon) -> float:
    sides = zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    return abs(sum(x * b - a * y for (x, y), (a, b) in sides)) / 2


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("M0 0H24V24H0z", 1),
        ("m0 0h24v24h-24z", 1),
        ("M0 0 24 0 24 24 0 24z", 1),
        ("M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z", math.pi * 100 / 576),
        ("M2 12A10 10 0 0122 12z", math.pi * 50 / 576),
        ("M0 0Q12 24 24 0z", 192 / 576),
        ("M0 0C8 16 16 16 24 0z", 192 / 576),
        ("M0 12Q6 0 12 12T24 12V24H0z", 288 / 576),
        ("M0 12c3-6 9-6 12 0s9 6 12 0V24H0z", 288 / 576),
    ],
)
def test_the_area_of_a_path_is_the_one_it_names(path: str, expected: float) -> None:
    (polygon,) = icon_outline(f'<svg viewBox="0 0 24 24"><path d="{path}"/></svg>')
    assert area(polygon) == pytest.approx(expected, rel=0.02)


def test_every_part_of_an_icon_is_found() -> None:
    paths = '<path d="M0 0h1v1z"/><path fill="x" d="M5 5h1v1zm2 2h1v1z"/>'
    svg = f'<svg viewBox="0 0 10 10">{paths}</svg>'
    first, *_, last = icon_outline(svg)
    assert first[0] == (0, 0)
    assert last[0] == pytest.approx((0.7, 0.7))


@pytest.mark.parametrize("path", ["M", "M1", "X1 2", "M0 0L", "M0 0A1 1 0", "1 2"])
def test_a_broken_path_has_no_outline(path: str) -> None:
    assert icon_outline(f'<svg><path d="{path}"/></svg>') == ()


FACE = CardFace("A claim.", "True", "true", "", "Somebody", "The Ledger", "Fact-check", "a.example")


@pytest.mark.parametrize("field", CardFace.__dataclass_fields__)
def test_whatever_a_card_shows_decides_its_name(field: str) -> None:
    changed = CardFace(**{**{name: getattr(FACE, name) for name in FACE.__slots__}, field: "other"})
    assert face_digest(changed, "1") != face_digest(FACE, "1")
    assert face_digest(FACE, "2") != face_digest(FACE, "1")


@pytest.mark.parametrize(
    "content", [b"", b"<html>", b"\x89PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\0\0"]
)
def test_what_is_no_card_is_told(content: bytes) -> None:
    assert not is_card(content)
