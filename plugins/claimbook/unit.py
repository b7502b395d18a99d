"""What came of one claim file, by itself.

That stays true until the file, or something that was looked up for it, changes.
"""

from typing import Any

from claimbook.assemble import DecodedFile
from claimbook.data import Fixed
from claimbook.decode import Filing, decode
from claimbook.diagnostics import Diagnostic, Outcome, has_errors
from claimbook.lookups import Question
from claimbook.settings import Settings
from claimbook.suppressions import Suppression
from claimbook.text import SourceFile
from claimbook.yaml_tree import parse

Filed = tuple[SourceFile, Filing]


class Unit(Fixed):
    """What came of a claim file.

    ``face`` is a digest of all that other pages than its own may show of it, empty where nothing
    could be made of the file; ``read`` is what reading had to say, ``ruled`` the rules, some of
    which wait for the other claims where it ``is_postponed``; ``asked`` is what else was looked
    up. ``gist`` is what rules about several claims ask of it, empty where they want its record.
    ``until`` is the first day on which rules may say something else, ``due`` the last before a new
    review is due, as ISO writes them, or empty; ``version`` is the name that Git has for the file's
    content, in bytes. ``record`` is the packed claim, ``digest`` that of
    the file's bytes; only a unit that was just made has them for certain.
    """

    path: str
    face: bytes
    read: tuple[Diagnostic, ...]
    ruled: tuple[Diagnostic, ...]
    suppressions: tuple[Suppression, ...]
    is_sound: bool
    is_postponed: bool
    gist: bytes
    until: str
    due: str
    version: bytes
    asked: tuple[Question, ...]
    record: bytes = b""
    digest: bytes = b""


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
