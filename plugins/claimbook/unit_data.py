"""Units as data, for other processes and for the next run."""

from typing import Any

from claimbook.data import Fixed, reader_of, to_bytes
from claimbook.diagnostics import Code, Diagnostic, Edit, Label, Severity
from claimbook.lookups import Question
from claimbook.suppressions import Suppression
from claimbook.text import Mark, Span
from claimbook.unit import Unit

Row = list[Any]


class UnitRow(Fixed, array_like=True):
    """A unit as plain data, without what it asked and without its record."""

    path: str
    face: bytes
    read: list[Row]
    ruled: list[Row]
    suppressions: list[Any]
    is_sound: bool
    is_postponed: bool
    gist: bytes
    until: str
    due: str
    version: bytes


class _Whole(Fixed, array_like=True):
    """A unit with everything, on its way."""

    row: UnitRow
    asked: tuple[Question, ...]
    record: bytes
    digest: bytes


_whole_of = reader_of(_Whole)


def pack_unit(unit: Unit) -> bytes:
    """A unit as MessagePack."""
    return to_bytes(_Whole(row_of(unit), unit.asked, unit.record, unit.digest))


def unpack_unit(data: bytes) -> Unit:
    """The unit that was packed. Raises :class:`ValueError` where ``data`` is none."""
    try:
        whole = _whole_of(data)
        return unit_of(whole.row, whole.asked, whole.record, whole.digest)
    except (TypeError, IndexError) as error:
        raise ValueError(str(error)) from error


def row_of(unit: Unit) -> UnitRow:
    """A unit as plain data."""
    return UnitRow(
        unit.path,
        unit.face,
        [diagnostic_row(each) for each in unit.read],
        [diagnostic_row(each) for each in unit.ruled],
        [*unit.suppressions],
        unit.is_sound,
        unit.is_postponed,
        unit.gist,
        unit.until,
        unit.due,
        unit.version,
    )


def unit_of(
    row: UnitRow, asked: tuple[Question, ...] = (), record: bytes = b"", made_of: bytes = b""
) -> Unit:
    """The unit again. Raises :class:`ValueError` or :class:`TypeError` where ``row`` is none."""
    # Nothing is said about most claims.
    return Unit(
        row.path,
        row.face,
        tuple([diagnostic_of(each) for each in row.read]) if row.read else (),
        tuple([diagnostic_of(each) for each in row.ruled]) if row.ruled else (),
        tuple([_suppression(each) for each in row.suppressions]) if row.suppressions else (),
        row.is_sound,
        row.is_postponed,
        row.gist,
        row.until,
        row.due,
        row.version,
        asked,
        record,
        made_of,
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
