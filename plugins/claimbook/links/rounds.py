"""Visits to many hosts at once, to each of them one after the other."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from threading import Event, Thread
from urllib.parse import urlsplit

from claimbook.links.patrol import Visited
from claimbook.patrol.wanted import Wanted

# How long an interrupt from the keyboard may wait to be seen.
_TICK = 0.2


def rounds(
    wanted: Iterable[Wanted], visit: Callable[[Wanted], Visited], most: int, stop: Event
) -> Iterator[Visited]:
    """What came of each address, as it comes; ``most`` hosts are visited at once.

    Whoever sets ``stop`` ends it: no visit is begun any more. What a visit raises is raised here.
    """
    hosts = deque(_by_host(wanted))
    found: SimpleQueue[Visited | BaseException | None] = SimpleQueue()

    def work() -> None:
        try:
            while (host := _next(hosts)) and not stop.is_set():
                for each in host:
                    if not stop.is_set():
                        found.put(visit(each))
        except BaseException as error:  # noqa: BLE001 - raised again where somebody waits
            found.put(error)
        found.put(None)

    workers = [Thread(target=work, daemon=True) for _ in range(min(most, len(hosts)))]
    for each in workers:
        each.start()
    try:
        yield from _gathered(found, len(workers))
    finally:
        stop.set()


def _next(hosts: deque[list[Wanted]]) -> list[Wanted]:
    """The addresses of the next host; none where all have been taken."""
    try:
        return hosts.popleft()
    except IndexError:
        return []


def _gathered(
    found: "SimpleQueue[Visited | BaseException | None]", workers: int
) -> Iterator[Visited]:
    while workers:
        try:
            one = found.get(timeout=_TICK)
        except Empty:
            continue
        if isinstance(one, BaseException):
            raise one
        if one is None:
            workers -= 1
        else:
            yield one


def _by_host(wanted: Iterable[Wanted]) -> Iterator[list[Wanted]]:
    """Addresses of one host together; hosts with most of them first, for they take longest."""
    hosts: dict[str, list[Wanted]] = {}
    for each in wanted:
        hosts.setdefault(urlsplit(each.address).netloc, []).append(each)
    yield from sorted(hosts.values(), key=len, reverse=True)
