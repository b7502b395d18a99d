"""Units as bytes, for other processes and for the next run."""

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
    return to_bytes(
        [
            unit.path,
            unit.record,
            unit.face,
            [_diagnostic_row(each) for each in unit.read],
            [_diagnostic_row(each) for each in unit.ruled],
            unit.suppressions,
            unit.is_sound,
            unit.is_postponed,
            unit.asked,
        ]
    )


def unpack_unit(data: bytes) -> Unit:
    """The unit that was packed. Raises :class:`ValueError` where ``data`` is none."""
    try:
        path, record, face, read, ruled, suppressions, sound, postponed, asked = from_bytes(data)
        return Unit(
            path,
            record,
            face,
            tuple([_diagnostic(each) for each in read]),
            tuple([_diagnostic(each) for each in ruled]),
            tuple([_suppression(each) for each in suppressions]),
            sound,
            postponed,
            tuple([Question(*each) for each in asked]),
        )
    except (TypeError, IndexError) as error:
        raise ValueError(str(error)) from error


def _diagnostic_row(found: Diagnostic) -> Row:
    code, edit = found.code, found.edit
    labels = [[each.span, each.text] for each in found.labels]
    return [
        *(code.id, code.name, code.severity.value, found.severity.value),
        *(found.message, found.span, found.hint, labels),
        [edit.span, edit.text] if edit else None,
    ]


def _diagnostic(row: Row) -> Diagnostic:
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
