"""For programs: everything a diagnostic knows, as JSON."""

import json

from claimbook.diagnostics import Diagnostic, Severity
from claimbook.report.report import Report
from claimbook.text import Span

VERSION = 1


def as_json(report: Report) -> str:
    """One object: ``version``, ``files``, counts by severity, ``diagnostics``."""
    body = {
        "version": VERSION,
        "files": report.files,
        "counts": {severity.value: report.count(severity) for severity in Severity},
        "diagnostics": [_entry(each, report) for each in report.diagnostics],
    }
    return json.dumps(body, indent=2) + "\n"


def _entry(each: Diagnostic, report: Report) -> dict[str, object]:
    return {
        "code": each.code.id,
        "name": each.code.name,
        "severity": each.severity.value,
        "message": each.message,
        "hint": each.hint,
        **_place(each.span),
        "labels": [{"text": label.text, **_place(label.span)} for label in each.labels],
        "edit": {"text": each.edit.text, **_place(each.edit.span)} if each.edit else None,
        "page": report.page_of(each.code),
    }


def _place(span: Span) -> dict[str, object]:
    return span._asdict()
