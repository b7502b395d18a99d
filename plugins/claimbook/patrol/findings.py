"""What is told of addresses: to people, as lines; to programs, as data."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from claimbook.diagnostics import shortened
from claimbook.format import counted
from claimbook.patrol.ledger import NO_COPY
from claimbook.patrol.proposals import Proposal, is_alive_again, proposals
from claimbook.patrol.states import FAILURES, Entry, State
from claimbook.patrol.wanted import Wanted, quote_digest

GONE, AGAIN = "quote gone", "alive again"
_ORDER = (State.DEAD, GONE, State.MOVED, State.SUSPECT, AGAIN, State.UNCLEAR, State.OK)
# What somebody has to do something about, or should know.
_TOLD = frozenset({State.DEAD, GONE, State.MOVED, State.SUSPECT, AGAIN})
_TO_DO = frozenset({State.DEAD, GONE, State.MOVED})
_LONGEST = 70


class Finding(NamedTuple):
    """An address, what is known of it, and what to do about it."""

    entry: Entry
    wanted: Wanted
    proposals: tuple[Proposal, ...]

    @property
    def label(self) -> str:
        """Its state in a word or two; a page that lives without what was quoted has its own."""
        if self.entry.state in {State.OK, State.MOVED} and self.entry.looked.gone:
            return GONE
        return AGAIN if is_alive_again(self.entry, self.wanted) else self.entry.state.value

    @property
    def is_told(self) -> bool:
        """Whether it is shown without being asked for."""
        return self.label in _TOLD

    @property
    def is_to_do(self) -> bool:
        """Whether something in the claims is no longer right; known deaths are no news."""
        is_known = self.label == State.DEAD and not self.proposals
        return self.label in _TO_DO and not is_known


def findings(entries: Iterable[tuple[Entry, Wanted]]) -> list[Finding]:
    """All findings, the gravest first, then by address."""
    found = [Finding(entry, each, tuple(proposals(entry, each))) for entry, each in entries]
    return sorted(found, key=lambda each: (_ORDER.index(each.label), each.entry.address))


def lines(finding: Finding) -> Iterator[str]:
    """What is told of an address in a terminal, but for changes that need no person."""
    entry = finding.entry
    yield f"{finding.label}: {entry.address}"
    yield from (f"  --> {each.span.place}" for each in finding.wanted.citings)
    yield from (f"  {line}" for line in _about(entry))
    yield from (f"  {line}" for line in _about_quotes(finding))
    if finding.label == AGAIN:
        yield "  it answers again, and a source says `status: dead`: look at it, then mend that"
    if finding.label == State.DEAD and not finding.proposals:
        yield "  nothing is left to change in the files"
    for each in finding.proposals:
        if not each.is_safe:
            yield f"  change {each.place} by hand, perhaps: {each.caution}"
            yield from (f"      {line}" for line in each.change.lines())


def _about(entry: Entry) -> Iterator[str]:
    if entry.state is State.MOVED:
        yield f"it has moved for good to {entry.new_address}"
    days = ", ".join(each.isoformat() for each in entry.failed)
    if entry.state is State.SUSPECT:
        yield f"{entry.reason}; failed on {days}, dead after {FAILURES} days"
    elif entry.state is State.DEAD:
        yield f"{entry.reason}; failed on {days}"
    elif entry.reason:
        yield entry.reason
    if entry.copy == NO_COPY:
        yield "the Wayback Machine has no copy from before that"
    elif entry.copy:
        yield f"nearest copy: {entry.copy}"


def _about_quotes(finding: Finding) -> Iterator[str]:
    quotes = {quote_digest(each): each for each in sorted(finding.wanted.quotes)}
    looked = finding.entry.looked
    for each in looked.gone:
        if each in quotes:
            yield f"no longer there: “{shortened(quotes[each], _LONGEST)}”"
    for each in looked.unseen:
        if each in quotes:
            told = "never seen there (a script or a paywall may hide it)"
            yield f"{told}: “{shortened(quotes[each], _LONGEST)}”"


def summary(found: Iterable[Finding], left: int, unvisited: int) -> Iterator[str]:
    """How many there are of each; ``left`` were put off, ``unvisited`` are not known yet."""
    labels = Counter(each.label for each in found)
    told = [f"{labels[each]:,} {each}" for each in reversed(_ORDER) if labels[each]]
    if told:
        yield f"{counted_addresses(labels.total())}: {', '.join(told)}"
    if left:
        yield f"{counted_addresses(left)} left for another time, as their sites asked"
    if unvisited:
        yield f"{counted_addresses(unvisited)} never visited yet"
    if not told and not unvisited:
        yield "No addresses."


def counted_addresses(number: int) -> str:
    """``1 address``, ``2 addresses``."""
    return "1 address" if number == 1 else counted(number, "addresse")


def row(finding: Finding) -> dict[str, Any]:
    """A finding for programs."""
    entry = finding.entry
    quotes = {quote_digest(each): each for each in sorted(finding.wanted.quotes)}
    return {
        "url": entry.address,
        "state": entry.state.value,
        "finding": finding.label,
        "visited": entry.visited.isoformat(),
        "reason": entry.reason or None,
        "moved_to": entry.new_address or None,
        "failed": [each.isoformat() for each in entry.failed],
        "copy": None if entry.copy in {"", NO_COPY} else entry.copy,
        "quotes": {
            "seen": [quotes[each] for each in entry.looked.seen if each in quotes],
            "gone": [quotes[each] for each in entry.looked.gone if each in quotes],
            "not_seen": [quotes[each] for each in entry.looked.unseen if each in quotes],
        },
        "cited": [{"path": at.span.path, "line": at.span.line} for at in finding.wanted.citings],
        "changes": [_change(each) for each in finding.proposals],
    }


def _change(proposal: Proposal) -> dict[str, Any]:
    change = proposal.change
    told: dict[str, Any] = {"path": proposal.citing.span.path, "line": proposal.citing.mark.line}
    told |= {"url": change.url} if change.url else {}
    told |= {"status": change.status} if change.status else {}
    told |= {"archive": change.copy._asdict()} if change.copy else {}
    return told | {"by_hand": proposal.caution or None}
