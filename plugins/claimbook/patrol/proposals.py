"""What to do about an address: the exact change of each file that names it."""

from collections.abc import Iterator
from typing import NamedTuple

from claimbook.patrol.ledger import NO_COPY
from claimbook.patrol.states import Entry, State
from claimbook.patrol.wanted import Citing, Wanted
from claimbook.patrol.wayback import captured_on
from claimbook.patrol.yaml_edits import Change, Copy
from claimbook.urls import Url, parse_url
from claimbook.values import SourceStatus

_LIVE = frozenset({None, SourceStatus.LIVE})
OTHER_SITE = "it is another site, and nothing that is quoted was seen there"
NOT_THERE = "what is quoted was not seen there"
INNER = "it is no place of the public internet"
LOOK = "a person has to say what has become of the page"


class Proposal(NamedTuple):
    """A change of the record that names an address; ``caution`` says why a person has to look."""

    citing: Citing
    change: Change
    caution: str = ""

    @property
    def place(self) -> str:
        """Where the record begins, as ``path:line``."""
        return f"{self.citing.span.path}:{self.citing.mark.line}"

    @property
    def is_safe(self) -> bool:
        """Whether a program may write it."""
        return not self.caution


def proposals(entry: Entry, wanted: Wanted) -> Iterator[Proposal]:
    """The changes that follow from an entry, in the order of places."""
    for citing in wanted.citings:
        if entry.state is State.MOVED:
            yield Proposal(citing, Change(url=_new_address(entry, citing)), _caution(entry))
        elif entry.state is State.DEAD and citing.source:
            change = _declared_dead(entry, citing)
            if change != Change():
                yield Proposal(citing, change)
        if citing.source and citing.source.status in _LIVE and _is_other_now(entry):
            yield Proposal(citing, Change(status=SourceStatus.CHANGED.value), LOOK)


def is_alive_again(entry: Entry, wanted: Wanted) -> bool:
    """Whether an address answers of which a source says that it is dead."""
    told = (each.source.status for each in wanted.citings if each.source)
    return entry.state in {State.OK, State.MOVED} and SourceStatus.DEAD in told


def _new_address(entry: Entry, citing: Citing) -> str:
    """The new address, with the fragment of the old one (RFC 9110, 10.2.2)."""
    is_open = citing.fragment and "#" not in entry.new_address
    return f"{entry.new_address}#{citing.fragment}" if is_open else entry.new_address


def _is_other_now(entry: Entry) -> bool:
    return entry.state in {State.OK, State.MOVED} and bool(entry.looked.gone)


def _declared_dead(entry: Entry, citing: Citing) -> Change:
    source = citing.source
    status = SourceStatus.DEAD.value if source and source.status in _LIVE else ""
    is_wanted = entry.copy not in {"", NO_COPY} and not (source and source.archives)
    copy = Copy(entry.copy, captured_on(entry.copy)) if is_wanted else None
    return Change(status=status, copy=copy)


def _caution(entry: Entry) -> str:
    old, new = parse_url(entry.address), parse_url(entry.new_address)
    looked = entry.looked
    if new.has_private_host:
        return INNER
    if looked.gone or looked.unseen:
        return NOT_THERE
    return "" if looked.seen or _is_same_site(old, new) else OTHER_SITE


def _is_same_site(old: Url, new: Url) -> bool:
    """Whether one host is the other, or lies within it; nobody else can have made it."""
    one, other = old.site, new.site
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
