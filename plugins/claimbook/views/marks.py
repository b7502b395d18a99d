"""Ratings and stances as signs: icon, shape, colour and word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from claimbook.corpus import Filed
from claimbook.data import digest, replaced
from claimbook.icons import Icon
from claimbook.records import Rating, Scale
from claimbook.values import Axis, Stance
from claimbook.wording import Wording


@dataclass(frozen=True, slots=True)
class Mark:
    """A rating as readers see it. ``tone`` names colour and drawn shape in the style sheet."""

    key: str
    label: str
    definition: str
    tone: str
    icon: Markup
    axis: Axis
    value: int | None
    rank: int
    is_retired: bool = False

    @property
    def sign(self) -> Markup:
        """The icon as it stands in pages."""
        return sign_of(self.icon)


# Of one colour and one size: such an icon the style sheet can draw, for all pages at once.
_PLAIN = re.compile(r'<svg aria-hidden="true" (viewBox="0 0 24 24"><path d="[\w .,-]+"/></svg>)')
_NAMED = '<svg xmlns="http://www.w3.org/2000/svg" '


@lru_cache(maxsize=256)
def drawing_of(icon: Markup) -> tuple[str, str] | None:
    """The class under which the style sheet draws an icon, and the file it draws it from.

    None where it cannot, because the icon has colours or a size of its own.
    """
    found = _PLAIN.fullmatch(icon)
    return (f"cb-i{digest(icon.encode()).hex()[:6]}", _NAMED + found[1]) if found else None


@lru_cache(maxsize=256)
def sign_of(icon: Markup) -> Markup:
    """An icon as it stands in pages: by its class, or whole if the style sheet cannot draw it."""
    drawing = drawing_of(icon)
    return Markup("<svg class={}></svg>").format(drawing[0]) if drawing else icon


def inline_icon(icon: Icon, name: str) -> Markup:
    """An icon for the eye only: its word always stands beside it."""
    svg = icon(name).strip().replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" ', 1))  # noqa: S704 - icons are the host's own


def rating_marks(ratings: Mapping[str, Rating], icon: Icon) -> dict[str, Mark]:
    """Every rating of the scale as a mark, ranked in the order of the scale."""
    return {
        key: Mark(
            key,
            each.label,
            each.definition,
            each.colour,
            inline_icon(icon, each.icon),
            each.axis,
            each.value,
            rank,
            each.retired is not None,
        )
        for rank, (key, each) in enumerate(ratings.items())
    }


def translated(scale: Filed[Scale] | None, say: Wording) -> Mapping[str, Rating]:
    """The ratings of a scale; those of the standard scale, which no file holds, in our words."""
    if scale is None:
        return {}
    if scale.path:
        return scale.record.ratings
    return {key: _translated(key, each, say) for key, each in scale.record.ratings.items()}


def _translated(key: str, rating: Rating, say: Wording) -> Rating:
    name = f"scale.{key.replace('-', '_')}"
    return replaced(rating, label=say(name), definition=say(f"{name}_means"))


def withdrawn_mark(icon: Icon, say: Wording) -> Mark:
    """What stands in place of the rating of a fact-check that was withdrawn."""
    return Mark(
        "withdrawn",
        say("claim.withdrawn"),
        say("claim.withdrawn_meaning"),
        "withdrawn",
        inline_icon(icon, "cancel"),
        Axis.STATUS,
        None,
        rank=1_000,
    )


def unknown_mark(key: str, icon: Icon) -> Mark:
    """A rating that the scale does not hold: shown in previews only."""
    return Mark(
        key, key, "", "unproven", inline_icon(icon, "help-circle-outline"), Axis.STATUS, None, 999
    )


STANCE_ICONS = {
    Stance.SUPPORTS: "plus",
    Stance.CONTRADICTS: "minus",
    Stance.QUALIFIES: "tilde",
    Stance.CONTEXT: "information-outline",
}
