"""A sheet to draw on, with Pillow: the only module that knows it.

Three inks never lie over each other, so each is drawn as a mask of its own and the picture needs
no colours but the steps from paper to ink: a small palette, and a small file.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from importlib.util import find_spec
from io import BytesIO
from typing import TypeAlias

from claimbook.cards.face import HEIGHT, WIDTH
from claimbook.cards.fonts import Typeface, sans, serif
from claimbook.cards.outline import Point, Polygon

with suppress(ImportError):  # the extra `cards` need not be installed
    from PIL import Image, ImageChops, ImageDraw, ImageFont, __version__, features

Mask: TypeAlias = "Image.Image"
HAS_PILLOW = find_spec("PIL") is not None
# Steps from paper to full ink, the paper itself left out.
_STEPS = 5
# Shapes are drawn larger and taken down, which smooths their edges.
_FINE = 4


def manner() -> str:
    """Everything besides a face that decides a picture's bytes."""
    layout = features.version("raqm") or "basic"
    return f"{__version__} {layout} {features.version('freetype2')} {serif().digest}{sans().digest}"


@lru_cache(maxsize=64)
def _font(face: Typeface, size: int) -> "ImageFont.FreeTypeFont":
    return ImageFont.truetype(BytesIO(face.content), size)


def width_of(face: Typeface, text: str, size: int) -> float:
    """How wide a text is, in pixels."""
    return _font(face, size).getlength(text)


class Canvas:
    """A card in the making; every ink has a name and a colour (``#rrggbb``)."""

    def __init__(self, paper: str, inks: Sequence[tuple[str, str]]) -> None:
        self._paper = paper
        self._colours = [colour for _, colour in inks]
        self._sheets = {name: Image.new("L", (WIDTH, HEIGHT)) for name, _ in inks}

    def text(self, ink: str, at: Point, text: str, face: Typeface, size: int) -> None:
        """Write one line; ``at`` is the left end of its base line."""
        draw = ImageDraw.Draw(self._sheets[ink])
        draw.text(at, text, fill=255, font=_font(face, size), anchor="ls")

    def bar(self, ink: str, at: Point, width: float, height: float) -> None:
        """Fill a rectangle; ``at`` is its upper left corner."""
        end = (at[0] + width - 1, at[1] + height - 1)
        ImageDraw.Draw(self._sheets[ink]).rectangle((at, end), fill=255)

    def paste(self, ink: str, at: tuple[int, int], mask: Mask) -> None:
        """Lay a mask of :func:`mark_mask` onto the sheet."""
        self._sheets[ink].paste(mask, at)

    def png(self) -> bytes:
        """The picture."""
        picture = Image.new("L", (WIDTH, HEIGHT))
        for place, sheet in enumerate(self._sheets.values()):
            picture = ImageChops.lighter(picture, sheet.point(_indices(place)))
        picture.putpalette(_palette(self._paper, self._colours))
        stream = BytesIO()
        # The highest level takes eight times as long and saves a tenth.
        picture.save(stream, "PNG", compress_level=6, bits=4)
        return stream.getvalue()


def _indices(place: int) -> list[int]:
    """For each strength of an ink the number of its colour; 0 is the paper."""
    steps = (round(strength * _STEPS / 255) for strength in range(256))
    return [place * _STEPS + step if step else 0 for step in steps]


def _palette(paper: str, colours: Iterable[str]) -> list[int]:
    ground = _rgb(paper)
    ramps = [
        round(low + (high - low) * step / _STEPS)
        for ink in map(_rgb, colours)
        for step in range(1, _STEPS + 1)
        for low, high in zip(ground, ink, strict=True)
    ]
    return [*ground, *ramps]


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return red, green, blue


def mark_mask(
    lines: Iterable[Polygon], icon: Iterable[Polygon], size: int, *, is_filled: bool
) -> Mask:
    """A rating's mark as a mask: its shape, and the icon in it, cut out of a filled one.

    ``icon`` is already where it belongs in the box from 0 to 1.
    """
    side = size * _FINE
    shape = Image.new("L", (side, side))
    draw = ImageDraw.Draw(shape)
    for line in lines:
        points = [(x * (side - 1), y * (side - 1)) for x, y in _inset(line, is_filled=is_filled)]
        if is_filled:
            draw.polygon(points, fill=255)
        else:
            draw.line(points, fill=255, width=round(side * _STROKE), joint="curve")
    drawn = ImageChops.difference if is_filled else ImageChops.lighter
    return drawn(shape, _areas(icon, side)).resize((size, size), Image.Resampling.LANCZOS)


_STROKE = 0.055


def _inset(line: Polygon, *, is_filled: bool) -> Iterable[Point]:
    """A line moved inwards by half its width, so that nothing of it is cut off."""
    share = 1 if is_filled else 1 - _STROKE
    return ((0.5 + (x - 0.5) * share, 0.5 + (y - 0.5) * share) for x, y in line)


def _areas(polygons: Iterable[Polygon], side: int) -> Mask:
    """Polygons filled by the even-odd rule: one within another is a hole."""
    whole = Image.new("1", (side, side))
    for polygon in polygons:
        area = Image.new("1", (side, side))
        ImageDraw.Draw(area).polygon([(x * side, y * side) for x, y in polygon], fill=1)
        whole = ImageChops.logical_xor(whole, area)
    return whole.convert("L")
