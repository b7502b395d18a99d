"""The card: a rule, the claim, who made it, and at its foot the rating and the publication."""

from collections.abc import Mapping
from functools import lru_cache, partial

from claimbook.cards.canvas import Canvas, Mask, manner, mark_mask, width_of
from claimbook.cards.face import HEIGHT, WIDTH, CardFace
from claimbook.cards.fonts import sans, serif
from claimbook.cards.lines import Box, Setting, fitted, shortened
from claimbook.cards.outline import Polygon, icon_outline
from claimbook.cards.shapes import shape_of

# Counts up whenever the same face would look different.
DRAWING = "2"

_EDGE = 72
_COLUMN = WIDTH - 2 * _EDGE
_HEAD, _MIDDLE, _FOOT = 92, 280, 470
_CLAIM = Box(_COLUMN, 268, (80, 72, 64, 56, 50, 44, 38), 1.24)
_PROBE = 200
_SMALL, _LABEL, _MARK = 26, 58, 92


def drawing_manner() -> str:
    """Everything besides a face and the colours that decides a card's bytes."""
    return f"{DRAWING} {manner()}"


def draw_card(face: CardFace, colours: Mapping[str, str]) -> bytes:
    """The PNG of a card. ``colours`` are those of the light scheme by their names.

    What the fonts cannot show is left out: a claim in a script they lack, a name.
    """
    tone = colours.get(face.tone, colours["ink"])
    inks = (("ink", colours["ink"]), ("tone", tone), ("quiet", colours["quiet"]))
    canvas = Canvas(colours["wash"], inks)
    _draw_head(canvas, face)
    claim = _plain(face.claim)
    has_claim = serif().can_show(claim)
    if has_claim:
        _draw_claim(canvas, claim, _shown(face.attribution))
    _draw_foot(canvas, face, has_claim=has_claim)
    return canvas.png()


def _draw_head(canvas: Canvas, face: CardFace) -> None:
    canvas.bar("ink", (_EDGE, 36), _COLUMN, 6)
    kicker = _shown(face.kicker)
    room = _COLUMN - width_of(sans(), kicker, _SMALL) - 40
    _write(canvas, "ink", (_EDGE, _HEAD), face.publication, room)
    at = WIDTH - _EDGE - width_of(sans(), kicker, _SMALL)
    canvas.text("quiet", (at, _HEAD), kicker, sans(), _SMALL)


def _draw_claim(canvas: Canvas, claim: str, attribution: str) -> None:
    setting = _set(claim)
    step = setting.size * _CLAIM.leading
    height = len(setting.lines) * step + (56 if attribution else 0)
    # Halfway between the head and the foot, and never nearer to the head than the type is high.
    top = _HEAD + 30 + max(0, (_FOOT - _HEAD - 60 - height) / 2)
    for place, line in enumerate(setting.lines):
        base = top + place * step + setting.size * 0.95
        canvas.text("ink", (_EDGE, round(base)), line, serif(), setting.size)
    under = round(top + len(setting.lines) * step + 40)
    _write(canvas, "quiet", (_EDGE, under), attribution, _COLUMN)


def _draw_foot(canvas: Canvas, face: CardFace, *, has_claim: bool) -> None:
    canvas.bar("quiet", (_EDGE, _FOOT), _COLUMN, 1)
    low = (_FOOT + HEIGHT) // 2
    middle, mark, size = (low, _MARK, _LABEL) if has_claim else (_MIDDLE, 2 * _MARK, 2 * _LABEL)
    canvas.paste("tone", (_EDGE, middle - mark // 2), _mark(face.tone, face.icon, mark))
    left, right = _EDGE + round(mark * 1.3), WIDTH - _EDGE
    label = shortened(_shown(face.label), right - left, size, partial(width_of, sans()))
    canvas.text("tone", (left, middle + round(size * 0.35)), label, sans(), size)
    free = right - left - width_of(sans(), label, size) - 40 if has_claim else _COLUMN
    address = _shown(face.address)
    wide = width_of(sans(), address, _SMALL)
    if wide <= free:
        canvas.text("quiet", (right - wide, low + 20), address, sans(), _SMALL)


def _write(canvas: Canvas, ink: str, at: tuple[int, int], text: str, room: float) -> None:
    short = shortened(_shown(text), room, _SMALL, partial(width_of, sans()))
    canvas.text(ink, at, short, sans(), _SMALL)


def _plain(text: str) -> str:
    """One line with plain spaces; the fonts lack hyphens that do not break, and narrow spaces."""
    return " ".join(text.replace("\N{NON-BREAKING HYPHEN}", "-").split())


def _shown(text: str) -> str:
    plain = _plain(text)
    return plain if sans().can_show(plain) else ""


def _set(claim: str) -> Setting:
    # Every word is measured once: its width grows with the size.
    words = dict.fromkeys((*claim.split(), " "))
    wide = {word: width_of(serif(), word, _PROBE) / _PROBE for word in words}

    def measure(text: str, size: int) -> float:
        words = text.split()
        known = sum(wide.get(each) or width_of(serif(), each, size) / size for each in words)
        return size * (known + (len(words) - 1) * wide[" "])

    return fitted(claim, _CLAIM, measure)


@lru_cache(maxsize=64)
def _mark(tone: str, icon: str, size: int) -> Mask:
    shape = shape_of(tone)
    placed = tuple(_placed(each, tone) for each in icon_outline(icon))
    return mark_mask(shape.lines, placed, size, is_filled=shape.is_filled)


def _placed(polygon: Polygon, tone: str) -> Polygon:
    """An icon's area within its shape; a triangle's middle lies lower."""
    share, down = (0.46, 0.12) if tone == "misleading" else (0.62, 0)
    return tuple((0.5 + (x - 0.5) * share, 0.5 + down + (y - 0.5) * share) for x, y in polygon)
