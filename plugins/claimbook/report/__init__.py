"""Renderers of diagnostics: one per output, each a pure function of a :class:`Report` to text."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from types import MappingProxyType

from claimbook.report.report import Report
from claimbook.report.text import as_text

__all__ = ["FORMATS", "Report", "as_text"]


def _rendered(name: str, report: Report) -> str:
    """Render with the module of that name, which is imported only for that."""
    text: str = getattr(import_module(f"claimbook.report.{name}"), f"as_{name}")(report)
    return text


_OTHERS = ("github", "gitlab", "json", "sarif", "markdown")
FORMATS: Mapping[str, Callable[[Report], str]] = MappingProxyType(
    {"text": as_text, **{name: partial(_rendered, name) for name in _OTHERS}}
)
