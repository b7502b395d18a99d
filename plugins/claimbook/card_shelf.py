"""The cards of a site: drawn once, kept on a shelf, and copied into every later build.

The shelf may be deleted at any time, and two builds may use it at once: a card's name is a digest
of all that decides its bytes, it appears under that name whole, and is looked at before it is used.
"""

import os
import secrets
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from claimbook.assets import light_colours
from claimbook.cards.canvas import HAS_PILLOW
from claimbook.cards.draw import draw_card, drawing_manner
from claimbook.cards.face import CardFace, face_digest
from claimbook.cards.png import is_card
from claimbook.codes import NO_CARDS
from claimbook.diagnostics import Outcome, diagnose
from claimbook.settings import Settings
from claimbook.text import FILE_START, Span
from claimbook.writing import write_file

SHELF = ".cache/claimbook/cards"


def with_possible_cards(settings: Settings, root: Path) -> Outcome[Settings]:
    """The settings, without cards where they cannot be drawn here; that is reported once."""
    if HAS_PILLOW or not settings.has_cards:
        return Outcome(settings)
    hint = "install it with `pip install 'claimbook[cards]'`, or write `cards = false`"
    message = "Pillow is not installed: links to claims are shared without a card"
    found = diagnose(NO_CARDS, Span.of(root.resolve().name, FILE_START), message, hint)
    return Outcome(replace(settings, cards=False), (found,))


@dataclass(frozen=True, slots=True)
class CardCount:
    """How many cards were put into a site, and how many of them had to be drawn."""

    placed: int = 0
    drawn: int = 0


def place_cards(
    faces: Iterable[tuple[str, CardFace]],
    put: Callable[[str, bytes], object],
    root: Path,
    step: Callable[[str], None] = lambda _: None,
) -> CardCount:
    """``put`` a card into the site for each published path and face; ``root`` is the project."""
    colours, manner, placed, drawn = light_colours(), card_manner(), 0, 0
    for path, face in faces:
        kept = _kept(root / SHELF, face_digest(face, manner))
        card = _whole(kept)
        if card is None:
            card = _drawn(face, colours, kept)
            drawn += 1
        put(path, card)
        placed += 1
        step(path)
    return CardCount(placed, drawn)


def card_manner() -> str:
    """What decides about the bytes of a card besides its face."""
    return f"{drawing_manner()} {sorted(light_colours().items())}"


def _kept(shelf: Path, digest: str) -> Path:
    return shelf / digest[:2] / f"{digest[2:]}.png"


def _whole(path: Path) -> bytes | None:
    try:
        content = path.read_bytes()
    except OSError:
        return None
    return content if is_card(content) else None


def _drawn(face: CardFace, colours: Mapping[str, str], kept: Path) -> bytes:
    card = draw_card(face, colours)
    # A shelf that cannot be written to costs time, and nothing else.
    with suppress(OSError):
        _keep(card, kept)
    return card


def _keep(card: bytes, path: Path) -> None:
    beside = path.with_suffix(f".{os.getpid()}-{secrets.token_hex(4)}")
    try:
        write_file(beside, card)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
