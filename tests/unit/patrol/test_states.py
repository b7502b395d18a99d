"""What is known of an address after many visits."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.patrol.outcomes import Kind, Outcome
from claimbook.patrol.states import FAILURES, Entry, Looked, State, looked_for, visited

URL = "https://exe.example/a"
FIRST = date(2026, 11, 1)
THERE, SAME = Outcome(Kind.THERE, etag='"1"'), Outcome(Kind.SAME)
FAILED, UNCLEAR = Outcome(Kind.FAILED, "404 Not Found"), Outcome(Kind.UNCLEAR, "403 Forbidden")
Visit = tuple[int, Outcome]


def after(*visits: Visit) -> Entry:
    entry: Entry | None = None
    for day, outcome in visits:
        entry = visited(URL, entry, outcome, FIRST + timedelta(day))
    assert entry is not None
    return entry


@pytest.mark.parametrize(
    ("visits", "state"),
    [
        ([(0, FAILED)], State.SUSPECT),
        ([(0, FAILED), (0, FAILED), (0, FAILED), (0, FAILED)], State.SUSPECT),
        ([(0, FAILED), (7, FAILED)], State.SUSPECT),
        ([(0, FAILED), (7, FAILED), (14, FAILED)], State.DEAD),
        ([(0, FAILED), (7, FAILED), (8, THERE), (14, FAILED)], State.SUSPECT),
        ([(0, FAILED), (7, FAILED), (8, UNCLEAR), (14, FAILED)], State.DEAD),
        ([(0, FAILED), (7, FAILED), (14, FAILED), (21, UNCLEAR)], State.UNCLEAR),
        ([(0, FAILED), (7, FAILED), (14, FAILED), (21, THERE)], State.OK),
        ([(0, UNCLEAR)] * 5, State.UNCLEAR),
        ([(0, THERE), (7, SAME)], State.OK),
        ([(0, Outcome(Kind.THERE, new_address="https://exe.example/b"))], State.MOVED),
    ],
)
def test_a_link_is_dead_after_failures_on_three_days(visits: list[Visit], state: State) -> None:
    assert after(*visits).state is state


VISITS = st.lists(
    st.tuples(st.integers(0, 40), st.sampled_from([THERE, SAME, FAILED, UNCLEAR])), min_size=1
).map(lambda each: sorted(each, key=lambda one: one[0]))


@given(VISITS)
def test_days_are_counted_and_successes_clear_them(visits: list[Visit]) -> None:
    entry = after(*visits)
    good = [at for at, (_, each) in enumerate(visits) if each.kind in {Kind.THERE, Kind.SAME}]
    since = visits[good[-1] + 1 if good else 0 :]
    days = {FIRST + timedelta(day) for day, each in since if each.kind is Kind.FAILED}
    assert set(entry.failed) <= days
    assert len(entry.failed) == min(len(days), FAILURES)
    assert entry.visited == FIRST + timedelta(visits[-1][0])
    if entry.state is State.DEAD:
        assert len(days) >= FAILURES
    if visits[-1][1].kind is Kind.FAILED:
        assert (entry.state is State.DEAD) is (len(days) >= FAILURES)


def test_validators_stay_while_a_page_stays_and_go_when_it_fails() -> None:
    assert after((0, THERE), (1, SAME)).etag == '"1"'
    assert after((0, THERE), (1, Outcome(Kind.THERE))).etag == ""
    assert after((0, THERE), (1, FAILED)).etag == ""
    assert after((0, THERE), (1, UNCLEAR)).etag == '"1"'


def test_a_quotation_is_gone_only_where_it_was_once_seen() -> None:
    quotes = frozenset({"a", "b"})
    first = looked_for(quotes, frozenset({"a"}), None)
    assert first == Looked(seen=("a",), unseen=("b",))
    entry = Entry(URL, State.OK, FIRST, looked=first)
    later = looked_for(quotes, frozenset(), entry)
    assert later == Looked(gone=("a",), unseen=("b",))
    assert looked_for(quotes, frozenset(), replace(entry, looked=later)) == later
    assert looked_for(quotes, quotes, replace(entry, looked=later)) == Looked(seen=("a", "b"))


def test_what_people_wrote_and_what_was_seen_stays() -> None:
    before = Entry(URL, State.OK, FIRST, looked=Looked(seen=("a",)), notes=("# mind",))
    entry = visited(URL, before, FAILED, FIRST)
    assert (entry.notes, entry.looked) == (before.notes, before.looked)
