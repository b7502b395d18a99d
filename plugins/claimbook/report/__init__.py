"""Renderers of diagnostics: one per output, each a pure function of a :class:`Report` to text."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from claimbook.report.github import as_github
from claimbook.report.gitlab import as_gitlab
from claimbook.report.json import as_json
from claimbook.report.markdown import as_markdown
from claimbook.report.report import Report
from claimbook.report.sarif import as_sarif
from claimbook.report.text import as_text

__all__ = ["FORMATS", "Report", "as_text"]

FORMATS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {
        "text": as_text,
        "github": as_github,
        "gitlab": as_gitlab,
        "json": as_json,
        "sarif": as_sarif,
        "markdown": as_markdown,
    }
)
