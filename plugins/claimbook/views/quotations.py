"""The page that says what a reader may conclude from the comparison of quotations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claimbook.evidence.passages import (
    MOST_AROUND,
    MOST_LEFT_OUT,
    MOST_OF_SHORT,
    MOST_OF_SOURCE,
    MOST_WORDS,
    SHARE_OF_SOURCE,
)
from claimbook.views.badges import WORDS
from claimbook.views.page import Desk, Page
from claimbook.wording import Wording

PLACE = "quotations/index"
_DOUBTS = ("not_authentic", "not_page", "not_fair", "not_said", "not_right")


@dataclass(frozen=True, slots=True)
class QuotationsPage:
    """The page that says what a badge proves and what not."""

    title: str
    verdicts: tuple[tuple[str, str], ...]
    proves_not: tuple[tuple[str, str], ...]
    limits: str


def quotation_pages(desk: Desk) -> Iterator[Page]:
    """What the comparison proves, for everybody who sees a badge."""
    say, title = desk.say, desk.say("quotations.title")
    limits = say(
        "quotations.shown_text",
        words=say.number(MOST_WORDS),
        around=say.number(MOST_AROUND),
        left_out=say.number(MOST_LEFT_OUT),
        source=say.number(MOST_OF_SOURCE),
        short=say.number(MOST_OF_SHORT),
        share=say.percent(1 / SHARE_OF_SOURCE),
    )
    model = QuotationsPage(title, _told(WORDS.values(), say), _told(_DOUBTS, say), limits)
    yield Page(PLACE, title, say("quotations.description"), "quotations", model)


def _told(names: Iterable[str], say: Wording) -> tuple[tuple[str, str], ...]:
    """What is said, and what is said about it."""
    return tuple((say(f"quotations.{each}"), say(f"quotations.{each}_about")) for each in names)
