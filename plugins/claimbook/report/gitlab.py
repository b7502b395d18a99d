"""For GitLab: a Code Quality report, whose fingerprints survive the movement of lines."""

import json

from claimbook.diagnostics import Diagnostic, Severity
from claimbook.report.fingerprint import fingerprints
from claimbook.report.report import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_gitlab(report: Report) -> str:
    """A JSON array, as ``artifacts:reports:codequality`` wants it."""
    issues = [_issue(each, digest) for each, digest in fingerprints(report.diagnostics)]
    return json.dumps(issues, indent=2) + "\n"


def _issue(each: Diagnostic, digest: str) -> dict[str, object]:
    hint = f" ({each.hint})" if each.hint else ""
    return {
        "description": f"{each.message}{hint}",
        "check_name": str(each.code),
        "fingerprint": digest,
        "severity": _SEVERITIES[each.severity],
        "location": {
            "path": each.span.path,
            "lines": {"begin": each.span.line, "end": each.span.end_line},
        },
    }
