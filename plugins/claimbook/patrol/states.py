"""What is known of an address after all visits so far.

Sites are mended, machines are moved, networks fail: one failure says little. As on Wikipedia a link
is dead after three failures on different days, and one success clears them all. An answer that
programs alone may get (401, 403, 429, ``robots.txt``) says nothing either way.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from claimbook.patrol.outcomes import Kind, Outcome

FAILURES = 3


class State(StrEnum):
    """What is to be thought of an address."""

    OK = "ok"
    MOVED = "moved"
    SUSPECT = "suspect"
    DEAD = "dead"
    UNCLEAR = "cannot tell"


@dataclass(frozen=True, slots=True)
class Looked:
    """Quotations that were looked for in a page, by their digests.

    ``seen`` stand there, ``gone`` stood there at an earlier visit, ``unseen`` never did: scripts
    or a paywall may hide them from programs.
    """

    seen: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()

    @property
    def all(self) -> frozenset[str]:
        """All that were looked for."""
        return frozenset((*self.seen, *self.gone, *self.unseen))


@dataclass(frozen=True, slots=True)
class Entry:
    """One address in the ledger.

    ``failed`` are the days of failures since the last success, at most three; ``copy`` is that
    of a web archive, ``"none"`` where it has none; ``notes`` are comments that people put above.
    """

    address: str
    state: State
    visited: date
    reason: str = ""
    new_address: str = ""
    failed: tuple[date, ...] = ()
    looked: Looked = Looked()
    etag: str = ""
    modified: str = ""
    copy: str = ""
    notes: tuple[str, ...] = ()


def visited(
    address: str, before: Entry | None, outcome: Outcome, day: date, looked: Looked | None = None
) -> Entry:
    """The entry of an address after one more visit.

    ``looked`` is None where nothing could be looked up in the page: what was known stays.
    """
    known = before or Entry(address, State.UNCLEAR, day)
    told = replace(known, visited=day, reason=outcome.reason, looked=looked or known.looked)
    if outcome.kind in {Kind.THERE, Kind.SAME}:
        return _succeeded(told, outcome)
    if outcome.kind is Kind.UNCLEAR:
        return replace(told, state=State.UNCLEAR)
    days = tuple(sorted({*known.failed, day}))[:FAILURES]
    state = State.DEAD if len(days) >= FAILURES else State.SUSPECT
    return replace(told, state=state, failed=days, etag="", modified="")


def _succeeded(entry: Entry, outcome: Outcome) -> Entry:
    # A page that has not changed need not say its validators again.
    keeps = outcome.kind is Kind.SAME
    return replace(
        entry,
        state=State.MOVED if outcome.new_address else State.OK,
        new_address=outcome.new_address,
        failed=(),
        copy="",
        etag=outcome.etag or (entry.etag if keeps else ""),
        modified=outcome.modified or (entry.modified if keeps else ""),
    )


def looked_for(quotes: frozenset[str], seen: frozenset[str], before: Entry | None) -> Looked:
    """What was seen of some quotations (all by digest), beside what was seen before."""
    known = before.looked if before else Looked()
    once = {*known.seen, *known.gone}
    return Looked(
        tuple(sorted(quotes & seen)),
        tuple(sorted((quotes - seen) & once)),
        tuple(sorted(quotes - seen - once)),
    )
