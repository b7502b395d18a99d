"""For code scanning: SARIF 2.1.0, with each code's page as its help."""

import json
from collections.abc import Sequence

from claimbook import __version__
from claimbook.boundaries.addresses import path
from claimbook.diagnostics import Code, Diagnostic, Edit, Severity
from claimbook.report.fingerprint import fingerprints
from claimbook.report.report import Report
from claimbook.text import Span

Json = dict[str, object]
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_sarif(report: Report) -> str:
    """A log with one run; its rules are those that have something to say."""
    codes = sorted({each.code for each in report.diagnostics}, key=lambda code: code.id)
    run: Json = {
        "tool": {"driver": _driver(codes, report)},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(each, digest, codes) for each, digest in fingerprints(report.diagnostics)
        ],
    }
    log: Json = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2) + "\n"


def _driver(codes: Sequence[Code], report: Report) -> Json:
    return {
        "name": "Claimbook",
        "semanticVersion": __version__,
        "rules": [_rule(code, report) for code in codes],
    }


def _rule(code: Code, report: Report) -> Json:
    words = code.name.replace("-", " ")
    rule: Json = {
        "id": code.id,
        "name": code.name,
        "shortDescription": {"text": f"{words[:1].upper()}{words[1:]}"},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }
    page = report.read_page(code)
    if page is not None:
        rule["help"] = {"text": page, "markdown": page}
    address = report.page_of(code)
    if address is not None:
        rule["helpUri"] = address
    return rule


def _result(each: Diagnostic, digest: str, codes: Sequence[Code]) -> Json:
    hint = f"\n{each.hint}" if each.hint else ""
    result: Json = {
        "ruleId": each.code.id,
        "ruleIndex": codes.index(each.code),
        "level": _LEVELS[each.severity],
        "message": {"text": _unlinked(f"{each.message}{hint}")},
        "locations": [{"physicalLocation": _place(each.span)}],
        "partialFingerprints": {"claimbook/v1": digest},
    }
    if each.labels:
        result["relatedLocations"] = [
            {"physicalLocation": _place(label.span), "message": {"text": label.text}}
            for label in each.labels
        ]
    if each.edit is not None:
        result["fixes"] = [_fix(each.edit, each.hint)]
    return result


def _unlinked(text: str) -> str:
    """A message in which a claim's own words make no link (SARIF 2.1.0, 3.11.6)."""
    return text.replace("](", "] (")


def _fix(edit: Edit, hint: str | None) -> Json:
    replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
    change = {"artifactLocation": _artifact(edit.span), "replacements": [replacement]}
    return {"description": {"text": hint or "replace the text"}, "artifactChanges": [change]}


def _place(span: Span) -> Json:
    return {"artifactLocation": _artifact(span), "region": _region(span)}


def _artifact(span: Span) -> Json:
    return {"uri": path(span.path), "uriBaseId": "%SRCROOT%"}


def _region(span: Span) -> Json:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
