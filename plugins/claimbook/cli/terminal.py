"""What commands share in talking to people: colour, messages, progress."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from claimbook.boundaries.terminal import neutral

_PATIENCE = 1.0
_BETWEEN_LINES = 10.0


def wants_colour(stream: TextIO) -> bool:
    """Whether a person reads ``stream`` in a terminal with colours (https://no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def say(text: str) -> None:
    """Write a report that already has its colours to standard output."""
    click.echo(text, nl=False, color=wants_colour(sys.stdout))


def say_error(message: str, hint: str | None = None) -> None:
    """Write one error that is about no claim file."""
    word = click.style("error", fg="red", bold=True)
    click.echo(word, err=True, nl=False, color=wants_colour(sys.stderr))
    click.echo(f": {_harmless(message)}", err=True)
    if hint:
        click.echo(f"   = hint: {_harmless(hint)}", err=True)


def _harmless(text: str) -> str:
    # Names of files, branches and claims are a stranger's.
    return "\n".join(map(neutral, text.splitlines()))


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[str], None]]:
    """A callable to be called once a step; shows itself only when work takes more than a second.

    A person sees a bar on standard error; a log gets a plain line now and then.
    """
    shown = _Bar(label, total) if sys.stderr.isatty() else _Lines(label, total)
    try:
        yield shown.step
    finally:
        shown.end()


class _Steps:
    """Counts steps and knows when patience ends."""

    def __init__(self, label: str, total: int) -> None:
        self.label = label
        self.total = total
        self.done = 0
        self.next = time.monotonic() + _PATIENCE

    def step(self, _: str) -> None:
        """One more is done."""
        self.done += 1
        if time.monotonic() >= self.next:
            self.show()

    def show(self) -> None:
        """Tell how far it is."""

    def end(self) -> None:
        """All is done, or given up."""


class _Lines(_Steps):
    def show(self) -> None:
        # There may be more to do than could be counted before.
        total = f" of {self.total:,}" if self.done <= self.total else ""
        click.echo(f"{self.label}: {self.done:,}{total}", err=True)
        self.next = time.monotonic() + _BETWEEN_LINES


class _Bar(_Steps):
    def __init__(self, label: str, total: int) -> None:
        super().__init__(label, total)
        self._bar = click.progressbar(length=total, label=label, file=sys.stderr)
        self._drawn = 0

    def show(self) -> None:
        if not self._drawn:
            self._bar.render_progress()
        self._bar.update(self.done - self._drawn)
        self._drawn = self.done

    def end(self) -> None:
        if self._drawn:
            self._bar.update(self.total - self._drawn if self.done == self.total else 0)
            self._bar.render_finish()
