"""One visit to each address that claims rest on: asked politely, judged, noted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple
from urllib.parse import urlsplit

from claimbook.anchoring import anchor
from claimbook.anchoring.places import fitting
from claimbook.evidence import verify
from claimbook.evidence.saved import compare_with
from claimbook.links.fetch import PAGES, FetchError
from claimbook.links.robots import (
    CLOCK,
    Clock,
    LostError,
    SilentError,
    UnwelcomeError,
    Visitor,
)
from claimbook.patrol.ledger import NO_COPY, one_line
from claimbook.patrol.outcomes import Kind, Outcome, outcome_of
from claimbook.patrol.replies import Reply, Way
from claimbook.patrol.sketch import sketch_of
from claimbook.patrol.soft404 import Seen, judged, made_up, reason_by_address
from claimbook.patrol.states import Entry, Looked, State, looked_for, visited
from claimbook.patrol.wanted import Wanted, quote_digest
from claimbook.patrol.wayback import nearest_copy, question
from claimbook.snapshots.apart import read_apart
from claimbook.snapshots.encodings import page_text
from claimbook.snapshots.reading import MISSING
from claimbook.snapshots.saved import Given, Saved, Unread
from claimbook.text import TEXT_BYTES
from claimbook.urls import MAX_LENGTH

_BACK_OFF = (5.0, 20.0)
_LONGEST_PATIENCE = 60.0
_TEXTS = PAGES | {"application/pdf", "text/plain"}
_OK = 200
_NOT_ASKED = "answered 304 Not Modified, of which it was not asked"


class Visited(NamedTuple):
    """What came of one address: its new entry, or None where it was left for another time.

    ``is_answered`` tells that somebody answered: a machine without a network hears nobody.
    """

    address: str
    entry: Entry | None
    is_answered: bool = True


class Found(NamedTuple):
    """An outcome, and what was seen of quotations; None where they could not be looked for.

    ``is_answered`` tells that somebody answered.
    """

    outcome: Outcome
    looked: Looked | None = None
    is_answered: bool = True


class Patrol:
    """Visits for one run; what is known of a host serves all of its addresses.

    ``day`` is today. ``read`` turns a page into its text. Several threads may visit at once, each
    another host.
    """

    def __init__(
        self,
        visitor: Visitor,
        known: Mapping[str, Entry],
        day: date,
        *,
        clock: Clock = CLOCK,
        asks_archive: bool = True,
        read: Callable[[Given], Saved] = read_apart,
    ) -> None:
        self._visitor, self._known, self._day = visitor, known, day
        self._clock, self._read = clock, read
        self._asks_archive, self._hears_archive = asks_archive, False
        self._silent: dict[str, Outcome] = {}
        self._tired: set[str] = set()
        self._witnesses: dict[str, Seen | None] = {}
        self.lacks_readers = False

    def visit(self, wanted: Wanted) -> Visited:
        """Visit an address, unless its host is silent or has asked to be left alone."""
        host = urlsplit(wanted.address).netloc
        if host in self._tired:
            return Visited(wanted.address, None)
        silent = self._silent.get(host)
        found = Found(silent, is_answered=False) if silent else self._tried(wanted, host)
        before = self._known.get(wanted.address)
        outcome = found.outcome._replace(reason=one_line(found.outcome.reason))
        entry = visited(wanted.address, before, outcome, self._day, found.looked)
        entry = self._with_copy(entry, wanted)
        return Visited(wanted.address, entry, found.is_answered or self._hears_archive)

    def _tried(self, wanted: Wanted, host: str) -> Found:
        """What came of up to three tries."""
        found = self._once(wanted)
        for pause in _BACK_OFF:
            outcome = found.outcome
            if not outcome.is_passing or outcome.patience > _LONGEST_PATIENCE:
                break
            self._clock.sleep(max(pause, outcome.patience))
            found = self._once(wanted)
        if found.outcome.is_passing and found.outcome.kind is Kind.UNCLEAR:
            self._tired.add(host)
        return found

    def _once(self, wanted: Wanted) -> Found:
        before = self._known.get(wanted.address)
        host = urlsplit(wanted.address).netloc
        try:
            told = _validators(before, wanted)
            way = self._visitor.look(wanted.address, told)
            self._silent.pop(host, None)
            found = self._judged(wanted, way)
            is_asked = bool(told) or found.outcome.kind is not Kind.SAME
            return found if is_asked else Found(Outcome(Kind.UNCLEAR, _NOT_ASKED))
        except SilentError as error:
            outcome = Outcome(Kind.FAILED, str(error), is_passing=True)
            self._silent[host] = outcome
            return Found(outcome, is_answered=False)
        except FetchError as error:
            kind = Kind.FAILED if error.is_passing else Kind.UNCLEAR
            is_answered = error.is_passing or isinstance(error, (UnwelcomeError, LostError))
            outcome = Outcome(kind, str(error), is_passing=error.is_passing)
            return Found(outcome, is_answered=is_answered)

    def _judged(self, wanted: Wanted, way: Way) -> Found:
        outcome = outcome_of(way)
        if outcome.kind is not Kind.THERE:
            return Found(outcome)
        looked = self._looked(wanted, way.last)
        if looked and looked.seen:
            # Whatever else the page may look like: what was quoted stands there.
            return Found(outcome, looked)
        kind, reason = self._presence(way)
        if kind is Kind.THERE:
            return Found(outcome, looked)
        return Found(Outcome(kind, f"answered 200 OK, but {reason}"))

    def _presence(self, way: Way) -> tuple[Kind, str]:
        """Whether what was answered with success is a page about something."""
        reason = reason_by_address(way.asked, way.last.address)
        if reason:
            return Kind.FAILED, reason
        page = _seen(way.last)
        if page.sketch is None:
            return Kind.THERE, ""
        return judged(page, self._witness(way.asked))

    def _witness(self, address: str) -> Seen | None:
        """What the site says of an address that cannot exist; asked once for each host."""
        host = urlsplit(address).netloc
        if host not in self._witnesses:
            try:
                self._witnesses[host] = _seen(self._visitor.look(made_up(address)).last)
            except FetchError:
                self._witnesses[host] = None
        return self._witnesses[host]

    def _looked(self, wanted: Wanted, page: Reply) -> Looked | None:
        """What stands in a page of what is quoted from it."""
        if not wanted.quotes:
            return Looked()
        if page.media_type not in _TEXTS or not page.data:
            return None
        try:
            given = Given(page.data, "", page.media_type, page.charset, page.address)
            text = self._read(given).text
        except Unread as error:
            self.lacks_readers |= error.message == MISSING
            return None
        is_whole = page.is_whole and len(text) <= TEXT_BYTES
        seen = _seen_in(text[:TEXT_BYTES], wanted.quotes)
        if not is_whole and seen != wanted.digests:
            return None
        return looked_for(wanted.digests, frozenset(seen), self._known.get(wanted.address))

    def _with_copy(self, entry: Entry, wanted: Wanted) -> Entry:
        """An entry that names the nearest copy in an archive, where one is needed."""
        is_needed = entry.state in {State.SUSPECT, State.DEAD} and not wanted.has_copy
        if not is_needed or entry.copy or not self._asks_archive:
            return entry
        asked = question(wanted.address, wanted.near or entry.failed[0])
        if len(asked) > MAX_LENGTH:
            return entry
        try:
            reply = self._visitor.look(asked).last
        except FetchError:
            # One that is out of order, or has had enough, is not asked again and again.
            self._asks_archive = False
            return entry
        self._hears_archive = True
        if reply.status != _OK:
            self._asks_archive = False
            return entry
        copy = nearest_copy(reply.data, wanted.address, entry.failed[0])
        return replace(entry, copy=copy or NO_COPY)


def _seen_in(text: str, quotes: Iterable[str]) -> set[str]:
    """The digests of those quotations that stand in a text."""
    # A new page of a PDF file.
    plain = text.replace("\f", "\n")
    compared = ((each, compare_with(each, "page.txt", plain).result) for each in quotes)
    seen = {quote_digest(each) for each, result in compared if result.is_faithful}
    # What is remembered for a second look: there will be none at this page.
    for each in (verify, anchor, fitting):
        each.cache_clear()
    return seen


def _validators(before: Entry | None, wanted: Wanted) -> dict[str, str]:
    """What asks for a page only if it has changed, where nothing new is looked for in it."""
    if before is None or before.state not in {State.OK, State.MOVED}:
        return {}
    if before.looked.all != wanted.digests:
        return {}
    told = {"If-None-Match": before.etag, "If-Modified-Since": before.modified}
    return {name: text for name, text in told.items() if text}


def _seen(reply: Reply) -> Seen:
    is_page = reply.media_type in PAGES
    sketch = sketch_of(page_text(reply.data, reply.charset)) if is_page else None
    return Seen(reply.address, reply.status, sketch)
