"""What is seen of quotations, by a visitor and a reader of our own making."""

from collections.abc import Mapping
from datetime import date

import pytest

from claimbook.links.fetch import FetchError
from claimbook.links.patrol import Patrol
from claimbook.links.robots import Clock, LostError, SilentError, UnwelcomeError, Visitor
from claimbook.patrol.replies import Reply, Way
from claimbook.patrol.states import Entry, Looked, State
from claimbook.patrol.wanted import Wanted, quote_digest
from claimbook.snapshots.reading import INSTALL, MISSING
from claimbook.snapshots.saved import Given, Saved, Unread

URL = "https://exe.example/report.pdf"
QUOTE = "The bridge was closed until the autumn of 2026."
TEXT = "Page one.\fThe bridge was clo-\nsed until the autumn\nof 2026. It is shut.\f"
DAY = date(2026, 11, 2)
TIMELESS = Clock(lambda: 0.0, lambda _: None)


class Site(Visitor):
    """Answers everything with one reply."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(clock=TIMELESS)
        self.reply = reply

    def look(self, address: str, told: Mapping[str, str] = {}) -> Way:
        del told
        return Way(address, (self.reply._replace(address=address),))


PDF = Reply(URL, 200, data=b"%PDF-", media_type="application/pdf")


def seen(reply: Reply, text: str | Unread = TEXT) -> Entry | None:
    def read(_: Given) -> Saved:
        if isinstance(text, Unread):
            raise text
        return Saved(text, "application/pdf")

    patrol = Patrol(Site(reply), {}, DAY, read=read)
    return patrol.visit(Wanted(URL, quotes=frozenset({QUOTE}))).entry


def test_words_that_are_broken_at_the_end_of_a_line_are_seen() -> None:
    expected = Looked(seen=(quote_digest(QUOTE),))
    assert seen(PDF) == Entry(URL, State.OK, DAY, looked=expected)


def test_what_was_read_in_part_shows_what_is_there_and_not_what_is_missing() -> None:
    part = PDF._replace(is_whole=False)
    assert seen(part) == seen(PDF)
    assert seen(part, "Page one.") == Entry(URL, State.OK, DAY)
    found = seen(PDF, "Page one.")
    assert found is not None
    assert found.looked == Looked(unseen=(quote_digest(QUOTE),))


@pytest.mark.parametrize("media_type", ["video/mp4", "image/png", "application/zip"])
def test_in_a_recording_nothing_is_looked_for(media_type: str) -> None:
    assert seen(PDF._replace(media_type=media_type)) == Entry(URL, State.OK, DAY)


@pytest.mark.parametrize(("message", "lacks"), [(MISSING, True), ("it is broken", False)])
def test_who_cannot_read_says_why(message: str, lacks: bool) -> None:
    def read(_: Given) -> Saved:
        raise Unread(message, INSTALL)

    patrol = Patrol(Site(PDF), {}, DAY, read=read)
    found = patrol.visit(Wanted(URL, quotes=frozenset({QUOTE})))
    assert found.entry == Entry(URL, State.OK, DAY)
    assert patrol.lacks_readers is lacks


def test_who_has_seen_nothing_cannot_be_told_that_it_is_the_same() -> None:
    found = Patrol(Site(Reply(URL, 304)), {}, DAY).visit(Wanted(URL)).entry
    assert found is not None
    assert (found.state, found.reason[:12]) == (State.UNCLEAR, "answered 304")


def test_a_site_that_wants_fewer_visits_is_left_alone() -> None:
    patrol = Patrol(Site(Reply(URL, 429, retry_after=600)), {}, DAY, asks_archive=False)
    first, second = patrol.visit(Wanted(URL)), patrol.visit(Wanted(f"{URL}?2"))
    assert first.entry == Entry(URL, State.UNCLEAR, DAY, reason="429 Too Many Requests")
    assert second.entry is None


class Broken(Site):
    """Raises what it was given."""

    def __init__(self, error: FetchError) -> None:
        super().__init__(PDF)
        self.error = error

    def look(self, address: str, told: Mapping[str, str] = {}) -> Way:
        del address, told
        raise self.error


@pytest.mark.parametrize(
    ("error", "state", "is_answered"),
    [
        (SilentError("silence", is_passing=True), State.SUSPECT, False),
        (FetchError("it hung up", is_passing=True), State.SUSPECT, True),
        (FetchError("the certificate is not known"), State.UNCLEAR, False),
        (FetchError("no place of the public internet"), State.UNCLEAR, False),
        (UnwelcomeError("go away"), State.UNCLEAR, True),
        (LostError("on and on"), State.UNCLEAR, True),
    ],
)
def test_what_may_be_our_own_fault_is_no_failure_and_no_answer(
    error: FetchError, state: State, is_answered: bool
) -> None:
    patrol = Patrol(Broken(error), {}, DAY, clock=TIMELESS, asks_archive=False)
    found = patrol.visit(Wanted(URL))
    assert found.entry is not None
    assert (found.entry.state, found.entry.reason) == (state, str(error))
    assert found.is_answered is is_answered
