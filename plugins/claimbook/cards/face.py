"""What a card shows, and the name that its picture is remembered under."""

from dataclasses import asdict, dataclass
from hashlib import sha256
from json import dumps

WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True, slots=True)
class CardFace:
    """All that is on a card, as plain text.

    ``tone`` names colour and drawn shape as in the style sheet; ``icon`` is the rating's SVG.
    ``attribution`` says who made the claim and when, ``address`` where the publication is found.
    """

    claim: str
    label: str
    tone: str
    icon: str
    attribution: str
    publication: str
    kicker: str
    address: str


def face_digest(face: CardFace, manner: str) -> str:
    """A name for everything that decides the picture; ``manner`` is how it is drawn."""
    content = dumps([manner, asdict(face)], ensure_ascii=False, sort_keys=True)
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()
