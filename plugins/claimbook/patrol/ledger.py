"""The ledger of link patrols: plain text, one block for each address, in the order of addresses.

A field stands on a line of its own, so that two branches rarely touch the same line. Comments
above a block stay with it. What is anything else is refused with its line: the file may have been
merged badly, or written by a stranger.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from claimbook.characters import forbidden_in
from claimbook.diagnostics import did_you_mean, shortened
from claimbook.patrol.states import FAILURES, Entry, State
from claimbook.urls import UrlError, parse_url

PATH = "links.txt"
NO_COPY = "none"
MOST_BYTES = 50_000_000
_HEAD = """\
# What became of the addresses that claims rest on. `claimbook links` writes this file: one block
# for each address, in their order. Comments above a block stay; delete a block to forget it.
"""
_INDENT = "  "
_PARTED = "an empty line stands before each block, and comments above its address"
_MOST_LINE = 4_000
_DIGEST = re.compile(r"[0-9a-f]{16}")
_PLAIN = re.compile(r"[\x20-\x7e]{1,200}")


class LedgerError(Exception):
    """A line of the ledger that nobody can have written so; ``line`` counts from 1."""

    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line = line
        self.hint = hint


def write_ledger(entries: Iterable[Entry]) -> str:
    """The text of a ledger; the same entries in any order give the same text."""
    ordered = sorted(entries, key=lambda each: each.address)
    return _HEAD + "".join(f"\n{_block(each)}" for each in ordered)


def read_ledger(text: str) -> dict[str, Entry]:
    """The entries of a ledger by address. Raises :class:`LedgerError`."""
    found: dict[str, Entry] = {}
    for line, lines in _blocks(text):
        entry = _entry(line, lines)
        if entry.address in found:
            message = f"`{shortened(entry.address)}` has a second block"
            raise LedgerError(line + len(entry.notes), message, "keep the newer of the two")
        found[entry.address] = entry
    return found


def _block(entry: Entry) -> str:
    fields = [(name, write(entry)) for name, (write, _) in _FIELDS.items()]
    told = [f"{_INDENT}{name}: {text}" for name, text in fields if text]
    return "".join(f"{line}\n" for line in (*entry.notes, entry.address, *told))


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """The blocks of a text, each with the number of its first line."""
    head = set(_HEAD.splitlines())
    start, block, is_begun = 1, list[str](), False
    for number, line in enumerate([*text.replace("\r\n", "\n").split("\n"), ""], 1):
        _refuse_odd(number, line)
        if line.strip() and line not in head:
            start = start if block else number
            block.append(line.rstrip())
            is_begun |= not line.startswith("#")
        elif is_begun:
            yield start, block
            block, is_begun = [], False
    if block:
        raise LedgerError(start, "below these comments stands no address", "delete them")


def _refuse_odd(number: int, line: str) -> None:
    problem = forbidden_in(line)
    if problem:
        raise LedgerError(number, problem, "remove it")
    if len(line) > _MOST_LINE:
        raise LedgerError(number, f"the line has {len(line):,} characters", "delete the block")
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        message = "Git could not merge two states of the ledger here"
        raise LedgerError(number, message, "keep either side, and run `claimbook links` again")


def _entry(start: int, lines: list[str]) -> Entry:
    notes = [each for each in lines if each.startswith("#")]
    at = start + len(notes)
    address = _address(at, lines[len(notes)])
    entry = Entry(address, State.UNCLEAR, date.min, notes=tuple(notes))
    names = set[str]()
    for number, line in enumerate(lines[len(notes) + 1 :], at + 1):
        entry = _with(entry, number, line)
        name = line.partition(":")[0].strip()
        if name in names:
            raise LedgerError(
                number, f"`{name}` is said a second time", "keep the newer of the two"
            )
        names.add(name)
    if entry.visited == date.min:
        message = f"the block of `{shortened(address)}` does not say when it was visited"
        raise LedgerError(at, message, "delete the block")
    return entry


def _address(number: int, line: str) -> str:
    try:
        parse_url(line)
    except UrlError as error:
        raise LedgerError(number, str(error), "a block begins with its address") from error
    return line


def _with(entry: Entry, number: int, line: str) -> Entry:
    name, colon, text = line.strip().partition(": ")
    if not line.startswith(_INDENT) or not colon or name not in _FIELDS:
        hint = did_you_mean(name, _FIELDS) or _PARTED
        raise LedgerError(number, f"`{shortened(line.strip())}` is no field of a ledger", hint)
    try:
        return _FIELDS[name][1](entry, text)
    except ValueError as error:
        message = f"`{shortened(text)}` cannot stand at `{name}`"
        raise LedgerError(number, message, "delete the block") from error


def _plain(text: str) -> str:
    if not _PLAIN.fullmatch(text):
        raise ValueError
    return text


def _whole_address(text: str) -> str:
    return text if text == NO_COPY else parse_url(text).text


def _reason(text: str) -> str:
    return text if text == one_line(text) else _plain("")


def one_line(text: str) -> str:
    """A reason as it can stand in a ledger: on one line, and no longer than needed."""
    shown = "".join(each if each.isprintable() else " " for each in text)
    return " ".join(shown.split())[:300].strip()


def _days(text: str) -> tuple[date, ...]:
    days = tuple(map(date.fromisoformat, text.split(", ")))
    if list(days) != sorted(set(days)) or len(days) > FAILURES:
        raise ValueError
    return days


def _digests(text: str) -> tuple[str, ...]:
    found = tuple(text.split())
    if list(found) != sorted(set(found)) or not all(map(_DIGEST.fullmatch, found)):
        raise ValueError
    return found


def _looked(name: str) -> tuple[Callable[[Entry], str], Callable[[Entry, str], Entry]]:
    def read(entry: Entry, text: str) -> Entry:
        kept: Mapping[str, Any] = {name: _digests(text)}
        return replace(entry, looked=replace(entry.looked, **kept))

    return lambda entry: " ".join(getattr(entry.looked, name)), read


_FIELDS: dict[str, tuple[Callable[[Entry], str], Callable[[Entry, str], Entry]]] = {
    "state": (
        lambda entry: entry.state,
        lambda entry, text: replace(entry, state=State(text)),
    ),
    "visited": (
        lambda entry: entry.visited.isoformat(),
        lambda entry, text: replace(entry, visited=date.fromisoformat(text)),
    ),
    "reason": (
        lambda entry: entry.reason,
        lambda entry, text: replace(entry, reason=_reason(text)),
    ),
    "moved to": (
        lambda entry: entry.new_address,
        lambda entry, text: replace(entry, new_address=parse_url(text).text),
    ),
    "failed": (
        lambda entry: ", ".join(each.isoformat() for each in entry.failed),
        lambda entry, text: replace(entry, failed=_days(text)),
    ),
    "copy": (
        lambda entry: entry.copy,
        lambda entry, text: replace(entry, copy=_whole_address(text)),
    ),
    "quotes seen": _looked("seen"),
    "quotes gone": _looked("gone"),
    "quotes not seen": _looked("unseen"),
    "etag": (lambda entry: entry.etag, lambda entry, text: replace(entry, etag=_plain(text))),
    "modified": (
        lambda entry: entry.modified,
        lambda entry, text: replace(entry, modified=_plain(text)),
    ),
}
