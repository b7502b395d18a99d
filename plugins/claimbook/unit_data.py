"""Units as data, for other processes and for the next run."""

from typing import Any

from claimbook.data import from_bytes, to_bytes
from claimbook.diagnostics import Code, Diagnostic, Edit, Label, Severity
from claimbook.lookups import Question
from claimbook.suppressions import Suppression
from claimbook.text import Mark, Span
from claimbook.unit import Unit

Row = list[Any]


def pack_unit(unit: Unit) -> bytes:
    """A unit as MessagePack."""
    return to_bytes([*row_of(unit), unit.asked, unit.record])


def unpack_unit(data: bytes) -> Unit:
    """The unit that was packed. Raises :class:`ValueError` where ``data`` is none."""
    try:
        *row, asked, record = from_bytes(data)
        return unit_of(row, tuple([Question(*each) for each in asked]), record)
    except (TypeError, IndexError) as error:
        raise ValueError(str(error)) from error


def row_of(unit: Unit) -> Row:
    """A unit as plain data, without what it asked and without its record."""
    read, ruled = ([diagnostic_row(each) for each in found] for found in (unit.read, unit.ruled))
    known = (unit.is_sound, unit.is_postponed, unit.gist, unit.until, unit.due)
    return [unit.path, unit.face, read, ruled, unit.suppressions, *known]


def unit_of(row: Row, asked: tuple[Question, ...] = (), record: bytes = b"") -> Unit:
    """The unit again. Raises :class:`ValueError` or :class:`TypeError` where ``row`` is none."""
    path, face, read, ruled, suppressions, is_sound, is_postponed, gist, until, due = row
    return Unit(
        path,
        face,
        tuple([diagnostic_of(each) for each in read]),
        tuple([diagnostic_of(each) for each in ruled]),
        tuple([_suppression(each) for each in suppressions]),
        is_sound,
        is_postponed,
        gist,
        until,
        due,
        asked,
        record,
    )


def diagnostic_row(found: Diagnostic) -> Row:
    """A diagnostic as plain data."""
    code, edit = found.code, found.edit
    labels = [[each.span, each.text] for each in found.labels]
    return [
        *(code.id, code.name, code.severity.value, found.severity.value),
        *(found.message, found.span, found.hint, labels),
        [edit.span, edit.text] if edit else None,
    ]


def diagnostic_of(row: Row) -> Diagnostic:
    """The diagnostic again; raises as :func:`unit_of` does."""
    code_id, name, weight, severity, message, span, hint, labels, edit = row
    return Diagnostic(
        Code(code_id, name, Severity(weight)),
        Severity(severity),
        message,
        Span(*span),
        hint,
        tuple([Label(Span(*place), text) for place, text in labels]),
        Edit(Span(*edit[0]), edit[1]) if edit else None,
    )


def _suppression(row: Row) -> Suppression:
    rule, reason, mark, first, last = row
    return Suppression(rule, reason, Mark(*mark), first, last)
