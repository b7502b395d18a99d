"""What came of one claim file, by itself.

That stays true until the file, or something that was looked up for it, changes.
"""

from dataclasses import dataclass, replace
from typing import Any

from claimbook.assemble import DecodedFile
from claimbook.data import from_bytes
from claimbook.decode import Filing, decode
from claimbook.diagnostics import Diagnostic, Outcome, has_errors
from claimbook.lookups import Question
from claimbook.packing import unpack
from claimbook.records import Claim
from claimbook.settings import Settings
from claimbook.suppressions import Suppression
from claimbook.text import SourceFile
from claimbook.yaml_tree import parse

Filed = tuple[SourceFile, Filing]


@dataclass(frozen=True, slots=True)
class Unit:
    """What came of a claim file.

    ``record`` is the packed claim, None where nothing could be made of the file, and ``face`` a
    digest of all that other pages than its own may show of it; ``read`` is what
    reading had to say, ``ruled`` the rules, some of which wait for the other claims where it
    ``is_postponed``; ``asked`` is what else was looked up.
    """

    path: str
    record: bytes | None
    face: bytes
    read: tuple[Diagnostic, ...]
    ruled: tuple[Diagnostic, ...]
    suppressions: tuple[Suppression, ...]
    is_sound: bool
    is_postponed: bool
    asked: tuple[Question, ...]


def decode_file(file: SourceFile, filing: Filing, settings: Settings) -> DecodedFile:
    """Parse and decode one file; depends on nothing but its bytes and the limits."""
    parsed = parse(file, settings.limits)
    if parsed.value is None:
        return DecodedFile(file.path, filing, None, parsed.diagnostics, (), is_sound=False)
    read: Outcome[Any] = decode(filing.role, parsed.value, file.path)
    # What YAML could not give, decoding misses at the same place: one cause, one diagnostic.
    known = {each.span for each in parsed.diagnostics}
    found = (*parsed.diagnostics, *(each for each in read.diagnostics if each.span not in known))
    return DecodedFile(
        file.path, filing, read.value, found, parsed.value.suppressions, not has_errors(found)
    )


def light(unit: Unit, filing: Filing) -> tuple[Unit, DecodedFile]:
    """A unit without its packed record, and the file with the record that was packed.

    The record knows no more of its places than its file.
    """
    record = None
    if unit.record is not None:
        record = unpack(Claim, from_bytes(unit.record), unit.path)
    decoded = DecodedFile(
        unit.path, filing, record, unit.read, unit.suppressions, is_sound=unit.is_sound
    )
    return replace(unit, record=None, asked=()), decoded
