"""The ledger on disk, kept while visits go on, so that nothing is lost when they end early."""

import time
from collections.abc import Iterable
from urllib.parse import urlsplit

import click

from claimbook.boundaries.terminal import neutral
from claimbook.links.patrol import Visited
from claimbook.own_files import own_text, write_own
from claimbook.patrol.ledger import MOST_BYTES, PATH, LedgerError, read_ledger, write_ledger
from claimbook.patrol.states import Entry
from claimbook.workspace import Workspace

_BETWEEN = 5.0


class Book:
    """The entries of a project's ledger. A ledger that cannot be read is a usage error."""

    def __init__(self, workspace: Workspace) -> None:
        self._root = workspace.root
        self._text = own_text(self._root, PATH)
        self.entries = _entries(self._text or "")
        self._held: list[Entry] = []
        self._has_heard = False
        self._next = time.monotonic() + _BETWEEN
        self.is_written = False

    @property
    def silent_hosts(self) -> int:
        """How many hosts were visited, as long as nobody at all has answered."""
        return len({urlsplit(each.address).netloc for each in self._held})

    def note(self, visited: Visited) -> None:
        """Take an entry in. Silence is believed once anybody has answered."""
        if visited.entry is None:
            return
        self._held.append(visited.entry)
        self._has_heard |= visited.is_answered
        if self._has_heard:
            self.entries |= {each.address: each for each in self._held}
            self._held = []
        if time.monotonic() >= self._next:
            self.save()
            self._next = time.monotonic() + _BETWEEN

    def forget_all_but(self, addresses: Iterable[str]) -> int:
        """Drop what is cited no more, and say how many that were."""
        kept = set(addresses)
        before = len(self.entries)
        self.entries = {name: each for name, each in self.entries.items() if name in kept}
        return before - len(self.entries)

    def save(self) -> None:
        """Write the ledger where it has changed."""
        text = write_ledger(self.entries.values())
        if text != self._text and (self.entries or self._text is not None):
            write_own(self._root, PATH, text)
            self._text, self.is_written = text, True


def _entries(text: str) -> dict[str, Entry]:
    if len(text) > MOST_BYTES:
        raise click.UsageError(f"`{PATH}` has more than {MOST_BYTES:,} characters; delete it")
    try:
        return read_ledger(text)
    except LedgerError as error:
        raise click.UsageError(neutral(f"{PATH}:{error.line}: {error}; {error.hint}")) from error
