"""Many hosts at once, each of them one after the other."""

from collections.abc import Callable
from datetime import date
from threading import Barrier, Event, Lock

import pytest

from claimbook.links.patrol import Visited
from claimbook.links.rounds import rounds
from claimbook.patrol.states import Entry, State
from claimbook.patrol.wanted import Wanted

EVERY = [Wanted(f"https://{host}.example/{page}") for page in range(3) for host in "abcd"]


def entry(wanted: Wanted) -> Visited:
    return Visited(wanted.address, Entry(wanted.address, State.OK, date(2026, 11, 2)))


def visited(visit: Callable[[Wanted], Visited], most: int) -> list[str]:
    return [each.address for each in rounds(EVERY, visit, most, Event())]


@pytest.mark.parametrize("most", [1, 3, 4, 32])
def test_every_address_is_visited_once_and_no_host_twice_at_a_time(most: int) -> None:
    busy, door = set[str](), Lock()

    def visit(wanted: Wanted) -> Visited:
        host = wanted.address[8]
        with door:
            assert host not in busy
            assert len(busy) < most
            busy.add(host)
        with door:
            busy.remove(host)
        return entry(wanted)

    found = visited(visit, most)
    assert sorted(found) == sorted(each.address for each in EVERY)
    assert [each for each in found if "a.example" in each] == [
        f"https://a.example/{page}" for page in range(3)
    ]


def test_hosts_are_visited_side_by_side() -> None:
    # It opens only when four are there at the same time.
    barrier = Barrier(4, timeout=30)

    def visit(wanted: Wanted) -> Visited:
        barrier.wait()
        return entry(wanted)

    assert len(visited(visit, 4)) == len(EVERY)


def test_what_goes_wrong_in_a_visit_is_told() -> None:
    def visit(wanted: Wanted) -> Visited:
        raise IndexError(wanted.address)

    with pytest.raises(IndexError, match="example"):
        visited(visit, 2)


def test_no_visit_is_begun_once_it_is_stopped() -> None:
    stop = Event()
    found = rounds(EVERY, entry_and(stop), 1, stop)
    assert [each.address for each in found] == ["https://a.example/0"]


def entry_and(stop: Event) -> Callable[[Wanted], Visited]:
    def visit(wanted: Wanted) -> Visited:
        stop.set()
        return entry(wanted)

    return visit
